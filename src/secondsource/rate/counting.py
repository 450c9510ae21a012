"""How many independent origins stand under a claim: at least, at most, by separate paths (rating.md, section 6).

With one unit per voice and carriers without limit the network needs no search: counting the voices is its flow.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from secondsource.model import Evidence, Origins
from secondsource.rate.network import Side, lay, max_flow
from secondsource.rate.weights import Config, Origin, is_vetted


def count_origins(side: Side, config: Config) -> Origins:
    """Least and most independent origins of the side, and the paths from origin to reader that share nobody."""
    counted = counted_rows(side, config)
    least = count_voices(counted, side.origins)
    most = len(possible_voices(side, config))
    if least == 0:
        fallback = int(soft_origin(side, config) is not None)
        return Origins(fallback, most, fallback)
    return Origins(least, most, _count_paths(counted, side, config) if least > 1 else 1)


def counted_rows(side: Side, config: Config) -> list[Evidence]:
    """The rows that the least number rests on: hard, surely independent, and of an origin with weight enough."""
    return [row for row in side.hard if row.q >= config.surely and _counts(side.origins[row.origin], config)]


def soft_origin(side: Side, config: Config) -> Origin | None:
    """The weightiest origin that would make the least number 1 where no hard row does; None where there is none."""
    found = {row.origin for row in side.rows if row.q >= config.surely and _counts(side.origins[row.origin], config)}
    return min((side.origins[name] for name in found), key=lambda origin: (-origin.weight, origin.name), default=None)


def _counts(origin: Origin, config: Config) -> bool:
    return origin.identified and origin.weight >= config.counts_from


def count_voices(rows: Iterable[Evidence], origins: Mapping[str, Origin]) -> int:
    """Voices surely apart: one a party, one for all unnamed sources unless their parties have spoken, one each else."""
    found = [origins[name] for name in dict.fromkeys(row.origin for row in rows)]
    named = {origin.party for origin in found if origin.party is not None and not origin.unnamed}
    alone = sum(origin.party is None and not origin.unnamed for origin in found)
    unnamed = any(origin.unnamed and (origin.party is None or origin.party not in named) for origin in found)
    return alone + len(named) + unnamed


def possible_voices(side: Side, config: Config) -> dict[str, tuple[str, ...]]:
    """Voices that may be apart, each with its origins: a party, all unidentified, all that only weak outlets carry."""
    vetted: dict[str, list[str]] = {}
    weak: dict[str, list[str]] = {}
    for row in side.rows:
        origin = side.origins[row.origin]
        if row.q < config.possibly or (origin.identified and origin.weight < config.counts_from):
            continue
        members = (vetted if is_vetted(row.outlet_letter, config) else weak).setdefault(_voice(origin), [])
        if origin.name not in members:
            members.append(origin.name)
    only_weak = sorted({name for voice, members in weak.items() if voice not in vetted for name in members})
    voices = {voice: tuple(sorted(members)) for voice, members in vetted.items()}
    return {**voices, "weak": tuple(only_weak)} if only_weak else voices


def _voice(origin: Origin) -> str:
    if not origin.identified:
        return "unidentified"
    return f"party {origin.party}" if origin.party is not None else f"origin {origin.name}"


def _count_paths(counted: list[Evidence], side: Side, config: Config) -> int:
    """Node-disjoint paths from origins to the reader (Menger): the same network with one unit everywhere."""
    publishers = {row.owner or row.outlet for row in counted}
    if len(publishers) == 1:
        return 1
    if len(publishers) == len(counted) == count_voices(counted, side.origins) and not any(row.via for row in counted):
        return len(counted)
    return round(max_flow(lay(counted, side.origins, config).units()))
