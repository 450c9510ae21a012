"""A pile made ready for questions: its groups and ratings, and its reports by their words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from secondsource.link.actors import Roster, open_roster
from secondsource.link.wording import Reports, reports_of
from secondsource.model import Groups, Rating
from secondsource.ratings import PLAIN, Scales


@dataclass(frozen=True, slots=True)
class Pile:
    """What a claim is checked against."""

    groups: Groups
    ratings: Mapping[str, Rating]
    reports: Reports
    roster: Roster
    scales: Scales = PLAIN


def open_pile(groups: Groups, ratings: Mapping[str, Rating], scales: Scales = PLAIN) -> Pile:
    """Make a pile ready; linear in its text, so once for any number of claims."""
    return Pile(groups, ratings, reports_of(groups), open_roster(groups.findings), scales)
