"""The roll of a document's people: which full name a short name takes up again."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from secondsource.words.grammar import listed
from secondsource.words.leaders import leader_of, side_of_leader
from secondsource.words.titles import surnames_first, title_words

SUFFIX = re.compile(r"(?:,? (?:Jr|Sr)\.?| I{2,3}| IV)$")
ROYAL = ("prince", "king", "queen", "princess", "pope", "emir", "sultan", "sheikh", "ayatollah")


class Roll:
    """Full names in the order of the text, and the short forms that lead to them."""

    def __init__(self) -> None:
        self._full: dict[str, list[int]] = {}
        self._short: dict[str, list[str]] = {}
        self._longest: dict[str, str] = {}
        self._titled: set[str] = set()

    def enter(self, at: int, name: str, role: str | None) -> None:
        """Take down a name that stands at token `at`; names of one word count as their own full name."""
        if name not in self._full:
            self._full[name] = []
            for short in short_forms(name, role):
                self._short.setdefault(short, []).append(name)
        self._full[name].append(at)
        if role:
            self._titled.add(name)

    def resolve(self, said: str, at: int) -> tuple[str, str]:
        """The full name behind what is said at token `at`, and why; the nearest before wins, then the first after."""
        if said.isupper() and len(said) > 3 and said not in self._short:
            said = said.title()
        bearers = [name for name in self._short.get(said, ()) if name != said and len(name) > len(said)]
        if bearers and said in side_of_leader():
            leaders = [name for name in bearers if leader_of(name)]
            titled = any(name in self._titled for name in bearers if name not in leaders)
            if not leaders and not titled:
                return said, ""
            bearers = bearers if titled else leaders
        if not bearers:
            return self._fuller(said), ""
        if len(bearers) == 1:
            return self._fuller(bearers[0]), "short form"
        full = {self._fuller(name) for name in bearers}
        if len(full) == 1:
            return full.pop(), "short form"
        name, before = min(((n, self._distance(n, at)) for n in bearers), key=lambda item: item[1])
        side = "nearest before" if before[0] == 0 else "first after"
        return self._fuller(name), f"short form; {len(full)} people bear it, this is the {side}"

    def length_at(self, words: Sequence[str], i: int) -> int:
        """How many words from `i` on are a short name, 0 for none."""
        for length in (3, 2, 1):
            if i + length <= len(words) and " ".join(words[i : i + length]) in self._short:
                return length
            if length == 1 and words[i].isupper() and len(words[i]) > 3 and words[i].title() in self._short:
                return 1
            if length == 1 and words[i] in self._full and words[i][0].isupper():
                return 1
        return 0

    def _distance(self, name: str, at: int) -> tuple[int, int]:
        places = self._full[name]
        i = bisect_left(places, at)
        return (0, at - places[i - 1]) if i else (1, places[0] - at)

    def _fuller(self, name: str) -> str:
        """The longest form of one full name, for known leaders the usual one."""
        if name in self._longest:
            return self._longest[name]
        known = leader_of(name)
        if known is not None:
            return known
        parts = name.split()
        if len(parts) < 2:
            return name
        same = [
            other
            for other in self._short.get(parts[-1], ())
            if len(other) > len(name) and other.split()[0] == parts[0] and set(parts) <= set(other.split())
        ]
        longest = max(same, key=len, default=name)
        self._longest[name] = longest
        return longest


def short_forms(name: str, role: str | None) -> list[str]:
    """The short names by which a text can take up a full name: family name, particles with it, a ruler's first name."""
    bare = SUFFIX.sub("", name)
    parts = bare.split()
    if len(parts) < 2:
        return []
    forms = [parts[-1]]
    particles = title_words().particles
    if parts[0] in surnames_first() and len(parts) <= 3:
        forms = (
            [parts[0]] if parts[0] not in listed("shortnames_given_too") or "-" in parts[-1] else [parts[0], parts[-1]]
        )
    else:
        for i in range(1, len(parts) - 1):
            if parts[i] in particles:
                forms.append(" ".join(parts[i:]))
                break
        if len(parts) > 3:
            forms += [parts[-2], " ".join(parts[-2:])]
        elif len(parts) == 3 and len(parts[1]) > 2:
            forms.append(" ".join(parts[1:]))
        if "-" in parts[-1] and parts[-1].split("-")[0].lower() in particles:
            forms.append(parts[-1].split("-", 1)[1])
    if role and role.lower().split()[-1] in ROYAL:
        forms.append(parts[0])
    return list(dict.fromkeys(forms))
