"""Channels: the meetings of the same principals in a row, with what the pile leaves out between them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from secondsource.show import phrases

if TYPE_CHECKING:
    from collections.abc import Iterable

    from secondsource.dossier import Channel
    from secondsource.show.page.standing import Told


@dataclass(frozen=True, slots=True)
class Stop:
    """One meeting of a channel: its number, what was left out before it, its event where the dossier has it."""

    id: str
    order: int | None
    gap: str
    told: Told | None
    next: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A channel and its meetings from first to next."""

    channel: Channel
    stops: tuple[Stop, ...]


def rows(channels: Iterable[Channel], events: Iterable[Told]) -> list[Row]:
    """Give each channel with its meetings in a row: order, gaps, and the next one where it is planned."""
    by_id = {each.event.id: each for each in events}
    found = []
    for channel in channels:
        stops: list[Stop] = []
        before: int | None = None
        for meeting in channel.meetings:
            gap = phrases.gap_words(before, meeting.order)
            stops.append(Stop(meeting.event, meeting.order, gap, by_id.get(meeting.event)))
            before = meeting.order if meeting.order is not None else before
        if channel.next is not None:
            stops.append(Stop(channel.next, None, "", by_id.get(channel.next), next=True))
        found.append(Row(channel, tuple(stops)))
    return found
