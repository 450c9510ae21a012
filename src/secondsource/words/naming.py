"""How the names of persons are built: by which shorter names a text takes up a full one."""

from __future__ import annotations

import re
from functools import cache

from secondsource.words.grammar import listed
from secondsource.words.titles import surnames_first, title_words

SUFFIX = re.compile(r"(?:,? (?:Jr|Sr)\.?| I{2,3}| IV)$")
ROYAL = frozenset(
    {"prince", "princess", "king", "queen", "pope", "emir", "sultan", "sheikh", "sheik", "ayatollah", "lama"}
)


@cache
def short_forms(name: str, role: str | None = None) -> tuple[str, ...]:
    """The short names for a full one: family name, particles with it, both Spanish surnames, a ruler's first name."""
    parts = SUFFIX.sub("", name).split()
    if len(parts) < 2:
        return ()
    forms = list(_family_first(parts) or _family_last(parts))
    forms += [form[:1].upper() + form[1:] for form in forms]
    forms += [form.split("-", 1)[1] for form in forms if "-" in form and _is_article(form.split("-")[0])]
    if set((role or "").lower().split()) & ROYAL:
        forms.append(parts[0])
    return tuple(dict.fromkeys(forms))


def _family_first(parts: list[str]) -> list[str]:
    """The short forms of a name whose family name stands first, none for other names."""
    if parts[0] not in surnames_first() or len(parts) > 3:
        return []
    sure = parts[0] not in listed("shortnames_given_too") or "-" in parts[-1] or len(parts) == 3
    return [parts[0]] if sure else [parts[0], parts[-1]]


def _family_last(parts: list[str]) -> list[str]:
    particles = title_words().particles
    forms = [parts[-1]]
    for i in range(1, len(parts) - 1):
        if parts[i] in particles:
            forms += [" ".join(parts[i:])] + ([" ".join(parts[: i + 2])] if i + 2 < len(parts) else [])
            break
    if parts[-2] in particles and len(parts) > 3:
        forms.append(" ".join(parts[-2:]))
    if len(parts) > 3:
        forms += [parts[-2], " ".join(parts[-2:])]
    elif len(parts) == 3 and len(parts[1]) > 2:
        forms += [" ".join(parts[1:])] + ([parts[1]] if parts[1] not in particles else [])
    return [form for form in forms if form not in particles]


def _is_article(word: str) -> bool:
    return word.lower() in ("al", "el", "as", "ad", "an", "ar", "ash")


def is_relative(said: str, full: str) -> bool:
    """Whether a name of several words is a shortened full one: the same first word and only words of it, in order."""
    few, many = said.split(), SUFFIX.sub("", full).split()
    if len(few) < 2 or few[0] != many[0] or len(few) >= len(many):
        return False
    rest = iter(many)
    return all(word in rest for word in few)
