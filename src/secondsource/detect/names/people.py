"""People: their full names, titles and sides, and the short names by which a text takes them up again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from secondsource.detect.names.beside import tell_sides
from secondsource.detect.names.drafts import Bearer, Draft
from secondsource.detect.names.identities import name_of, tell_apart
from secondsource.detect.names.newcomers import find_newcomers, unglued
from secondsource.detect.names.titles import Title, find_titles
from secondsource.words.grammar import listed
from secondsource.words.leaders import side_of_leader
from secondsource.words.titles import surnames_first, title_words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

LONGEST_NAME = 6
# What cannot be the end of a person's name.
ENDING = frozenset({"outlet", "own", "body", "building", "kind"})


def find_people(parsed: Doc, words: Sequence[str], others: Sequence[Draft]) -> list[Draft]:
    """Every mention of a person; `others` are the names that are known to be something else."""
    lower = [word.lower() for word in words]
    ending = {draft.end: draft for draft in others}
    starting = {draft.start: draft for draft in others}
    bearers = {bearer.start: bearer for bearer in _recognised(parsed, words, lower, starting)}
    people = {bearer.end: _as_draft(parsed, bearer) for bearer in bearers.values()}
    titles = find_titles(words, (people | ending, starting))
    titles = _chained(words, titles)
    for title in titles:
        bearer = _after_title(parsed, words, title, starting)
        if bearer is not None:
            for i in range(max(bearer.start - 2 * LONGEST_NAME, 0), bearer.end):
                if i in bearers and bearers[i].end > bearer.start:
                    del bearers[i]
            bearers[bearer.start] = bearer
    for newcomer in find_newcomers(parsed, words, titles, bearers, starting):
        bearers.setdefault(newcomer.start, newcomer)
    for title in titles:
        _before_title(parsed, words, lower, title, bearers)
    tell_sides(parsed, words, others, bearers)
    return tell_apart(parsed, words, sorted(bearers.values(), key=lambda b: b.start), others)


def _chained(words: Sequence[str], titles: Sequence[Title]) -> list[Title]:
    """The titles with side and office of the one right before: "the Sudanese army chief, General X"."""
    found: list[Title] = []
    for title in titles:
        before = found[-1] if found else None
        behind = before is not None and before.end == title.start - 1
        joint = words[title.start - 1] if title.start else ""
        joined = joint == "," or (joint == "and" and words[title.start].islower())
        bare = title.side is None and title.owner is None and title.start == title.words_start
        if before is not None and behind and joined and bare and before.side and before.why != "rank":
            title = replace(before, start=title.start, end=title.end)
        found.append(title)
    return found


def _as_draft(parsed: Doc, bearer: Bearer) -> Draft:
    return Draft(bearer.start, bearer.end, "person", name_of(parsed, bearer.start, bearer.end))


def _recognised(parsed: Doc, words: Sequence[str], lower: Sequence[str], starting: Mapping[int, Draft]) -> list[Bearer]:
    """The recogniser's people without the titles and countries that it glues to them."""
    found = []
    parts = title_words()
    unglue = unglued(parsed, words, "PERSON")
    participles = {
        e.start for e in parsed.ents if e.root.dep_ != "compound" and _opens_with_a_verb(parsed, words, e.start)
    }
    for entity in parsed.ents:
        start, end = unglue.get(entity.start, (entity.start, entity.end))
        if entity.label_ != "PERSON":
            continue
        while start < end - 1 and (
            lower[start] in parts.heads
            or lower[start] in parts.modifiers
            or lower[start] in listed("titles_articles")
            or words[start] in ("'s", "-", ".", "“", '"')
            or words[start] in parts.before
            or (lower[start] in parts.portfolio and lower[start + 1] in parts.heads)
            or (start in starting and starting[start].end < end)
        ):
            start = starting[start].end if start in starting and starting[start].end < end else start + 1
        start = start + 1 if start in participles and start + 1 < end else start
        end = next((k for k in range(start + 1, end) if k in starting and starting[k].sort in ENDING), end)
        end = _name_end(words, start, end)
        sentence = any(_is_filler(token) for token in parsed[start + 1 : end])
        if end > start and not sentence and _looks_like_name(words, lower, start, end):
            found.append(Bearer(start, end))
    return found + _bare(parsed, words)


def _bare(parsed: Doc, words: Sequence[str]) -> list[Bearer]:
    """Leaders and East Asian family names that stand alone and that the recogniser takes for bodies or for nothing."""
    found = []
    leaders, families = side_of_leader(), surnames_first() - listed("people_family_words")
    alone = {e.start for e in parsed.ents if e.label_ in ("ORG", "GPE", "NORP") and e.end == e.start + 1}
    for i, word in enumerate(words):
        if word not in leaders and word not in families:
            continue
        token = parsed[i]
        if i in alone or (not token.ent_type_ and token.pos_ == "PROPN"):
            if word in leaders and (i in alone or len(word) > 5):
                found.append(Bearer(i, i + 1, why="listed leader"))
            elif word in families and len(word) > 3 and not _beside_capitals(words, i):
                found.append(Bearer(i, i + 1, why="an East Asian family name that stands alone"))
    return found


def _beside_capitals(words: Sequence[str], i: int) -> bool:
    """Whether a word is one of several in capitals: "Chang Airport", "Mount Chen"."""
    before, after = words[i - 1] if i else "", words[i + 1] if i + 1 < len(words) else ""
    return before[:1].isupper() or after[:1].isupper() or before == "-" or after == "-"


def _opens_with_a_verb(parsed: Doc, words: Sequence[str], i: int) -> bool:
    """Whether a sentence opens with a word that the recogniser glues to a name: "Contradicting Trump", "Will Trump"."""
    if not parsed[i].is_sent_start:
        return False
    followed = i + 1 < len(words) and words[i + 1] in side_of_leader() and parsed[i].is_stop
    return followed or (words[i].endswith(("ing", "ed")) and len(words[i]) > 5)


def _name_end(words: Sequence[str], start: int, limit: int) -> int:
    """Where a name that begins at `start` ends: capitals, particles, initials and hyphened parts."""
    particles = title_words().particles
    end = start
    while end < min(limit, len(words), start + 2 * LONGEST_NAME):
        word = words[end]
        joined = end > start and words[end - 1] in ("-", "–")
        if end > start and word in listed("people_not_names") and not _is_surname(words, start, end):
            break
        gap = word == " " and end > start and end + 1 < min(limit, len(words)) and words[end + 1][0].isupper()
        if (
            gap
            or (word[0].isupper() and not word[-1].isdigit() and (word[-1] != "." or len(word) <= 3 or word[1] == "."))
            or (end > start and (word in particles or joined) and word[0].isalpha() and end + 1 <= limit)
            or (word in ("-", "–") and end > start and end + 1 < len(words) and words[end + 1][0].isalpha())
        ):
            end += 1
        else:
            break
    if words[end - 1] in ("Jr", "Sr") and end < limit and words[end] == ".":
        end += 1
    while end > start and (
        (words[end - 1] in particles and words[end - 1].islower()) or words[end - 1] in ("-", "–", " ")
    ):
        end -= 1
    return end


def _is_surname(words: Sequence[str], start: int, i: int) -> bool:
    """Whether a month or common word ends a name of two: "Theresa May", not "On Friday May 3"."""
    dated = i + 1 < len(words) and words[i + 1][0].isdigit()
    return i == start + 1 and words[i] in listed("people_borne") and not dated and len(words[start]) > 2


def _is_filler(token: Token) -> bool:
    """Whether a word inside what seems a name is one of the little words that names do not have."""
    if not token.is_stop or token.lower_ in title_words().particles or token.text in listed("people_borne"):
        return False
    # "Kim Do-yun", "So Young-jin"
    near = token.doc[max(token.i - 1, 0) : token.i + 2]
    return token.text[0].islower() or not any(other.text in ("-", "–") for other in near)


@cache
def _not_names() -> frozenset[str]:
    return listed("people_not_names") - listed("people_borne")


def _looks_like_name(words: Sequence[str], lower: Sequence[str], start: int, end: int) -> bool:
    """Whether the words can be a person's name: letters, not a title by itself, not all in capitals."""
    inside = words[start:end]
    if (
        inside[0] in _not_names()
        or (len(inside) > 1 and inside[0] in listed("people_never_first"))
        or inside[-1] in _not_names()
        or any(c in word for word in inside for c in "@#/_$%<>|0123456789")
    ):
        return False
    if len(inside) == 1 and (
        len(inside[0]) < 2 or f"{inside[0]}." in title_words().before or lower[start] in title_words().heads
    ):
        return False
    if len(inside) == 1 and inside[0].isupper() and len(inside[0]) < 6:
        return False
    return not all(word in title_words().portfolio for word in lower[start:end])


def _after_title(parsed: Doc, words: Sequence[str], title: Title, starting: Mapping[int, Draft]) -> Bearer | None:
    """The person whose name follows a title, at once or behind a comma after a title with an owner."""
    i = title.end
    comma = i < len(words) and words[i] == ","
    if comma:
        i += 1
    if i >= len(words) or not words[i][0].isupper() or words[i] in _not_names():
        return None
    if any(token.is_sent_start for token in parsed[title.end : i + 1]):
        return None
    limit = next(
        (k for k in range(i, min(i + 2 * LONGEST_NAME, len(words))) if _stops(starting, words, i, k)), len(words)
    )
    end = _name_end(words, i, limit)
    if end == i or not all(word[0].isalpha() or word in "-– " for word in words[i:end]):
        return None
    lower = [word.lower() for word in words[i:end]]
    titled = end < len(words) and words[end][0].isupper() and words[end].lower() in title_words().heads
    if words[end - 1] in listed("names_institutes") or (end - i > 1 and words[i] in listed("people_never_first")):
        return None
    if titled or any(_is_filler(token) for token in parsed[i + 1 : end]):
        return None
    if end - i > 1 and parsed[i].tag_ in ("VBZ", "VBD", "VBG"):
        return None
    if lower[0] in title_words().heads or (lower[0] in title_words().portfolio and end - i == 1):
        return None
    if end - i == 1 and (comma or not _single_name(parsed, i, title)):
        return None
    if comma and not (
        end < len(words) and (words[end] in (",", ".", ")", "—", "and") or parsed[end].pos_ in ("VERB", "AUX"))
    ):
        return None
    if comma and title.side is None and title.owner is None and parsed[i].ent_type_ != "PERSON":
        return None
    return Bearer(i, end, title.side, _role(parsed, title), title.why or "title before the name", True, title.owner)


def _stops(starting: Mapping[int, Draft], words: Sequence[str], first: int, k: int) -> bool:
    """Whether another name begins at `k`, so that a person's name from `first` on must end."""
    other = starting.get(k)
    if other is None or other.sort not in (
        "country",
        "people",
        "capital",
        "building",
        "body",
        "own",
        "outlet",
        "region",
        "thing",
    ):
        return False
    if other.sort == "thing":
        return k == first
    given = k == first and k + 1 < len(words) and words[k + 1][0].isupper() and other.end == k + 1
    return not (given and other.sort != "people") and not (
        k > first and other.end == k + 1 and words[k - 1][0].isupper()
    )


def _single_name(parsed: Doc, i: int, title: Title) -> bool:
    """Whether one capitalised word after a title is a name."""
    token = parsed[i]
    if token.ent_type_ in ("DATE", "TIME", "ORG", "LAW", "EVENT", "NORP", "CARDINAL") and title.head not in (
        "president",
        "",
    ):
        return title.why == "rank"
    return token.pos_ == "PROPN" or token.ent_type_ == "PERSON"


def _role(parsed: Doc, title: Title) -> str | None:
    """The title's own words with their time; a rank written out; nothing for kinship and forms of address."""
    if title.words_end <= title.words_start:
        return title.head.title() or None
    if title.why == "rank" and title.head:
        return title.head.title()
    if title.head in listed("titles_no_role"):
        return None
    words = " ".join(parsed[title.words_start : title.words_end].text.split())
    said = " ".join(word for word in (title.time, words) if word)
    return f"{said} ({title.years})" if title.years else said


def _before_title(
    parsed: Doc, words: Sequence[str], lower: Sequence[str], title: Title, bearers: dict[int, Bearer]
) -> None:
    """Give a title to the person it stands behind: "X, a spokesman for Y", "X, the Russian envoy", "X is head of Y"."""
    i = title.start
    while i > 0 and (lower[i - 1] in listed("titles_articles") or lower[i - 1] in title_words().modifiers):
        i -= 1
    if i > 3 and words[i - 1] in ("'s", "'") and words[i - 2].islower() and lower[i - 3] in listed("titles_articles"):
        i -= 3  # "the country's"
    if i < 2 or words[i - 1] not in (",", "—", "–", "(", "is", "was", "as", "became"):
        return
    ends, said = i - 1, {words[i - 1]}
    while words[ends] in listed("people_before_office") and words[ends - 1] in listed("people_before_office"):
        ends -= 1
        said.add(words[ends])
    if said & {"was", "served", "been"} and not title.time and not title.years:
        title = replace(title, time="former" if said & {"who", "formerly", "once", "previously"} else "then")
    if words[ends - 1] in (",", ")"):
        ends -= 1
    near = (bearers.get(start) for start in range(ends - 1, max(ends - 2 * LONGEST_NAME - 1, -1), -1))
    bearer = next((b for b in near if b is not None and b.end == ends), None)
    if bearer is None or title.end in bearers:
        return
    possessed = words[title.end : title.end + 1] in (["'s"], ["'"])  # "the leader's sister"
    role = None if possessed else _role(parsed, title)
    lesser = bearer.role is None or bearer.role.lower() in listed("people_lesser_roles")
    if bearer.side is None or lesser:
        side = bearer.side or title.side
        why = bearer.why if bearer.side else (title.why or bearer.why)
        role = role if lesser and role else bearer.role
        bearers[bearer.start] = replace(bearer, side=side, role=role, why=why, owner=bearer.owner or title.owner)
