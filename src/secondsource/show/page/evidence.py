"""Evidence grouped by the origin that it comes from, which is what counts, and not by document."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from secondsource.model import UNNAMED_OUTLET

if TYPE_CHECKING:
    from collections.abc import Sequence

    from secondsource.dossier import DossierAssertion


def by_origin(said: Sequence[DossierAssertion]) -> list[tuple[str, list[DossierAssertion]]]:
    """Group sentences by the origin that they come from."""
    grouped: dict[str, list[DossierAssertion]] = defaultdict(list)
    for assertion in said:
        grouped[assertion.holders[0] if assertion.holders else UNNAMED_OUTLET].append(assertion)
    return sorted(grouped.items())
