"""The names of a document: people, bodies, outlets, countries, places, each with the side it belongs to.

Lists come first, then titles, then what spaCy's recogniser found, corrected; last, what stands for its government.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from secondsource.detect.names.bodies import find_bodies
from secondsource.detect.names.drafts import Draft, settle
from secondsource.detect.names.gazetteer import Match, find_matches, plain
from secondsource.detect.names.letters import spell_out
from secondsource.detect.names.newcomers import unglued
from secondsource.detect.names.outlets import find_outlets_again
from secondsource.detect.names.people import find_people
from secondsource.detect.names.standing import standing
from secondsource.detect.places.locating import find_city, locate
from secondsource.detect.places.outlet_country import home_of
from secondsource.detect.places.toponyms import find_toponyms
from secondsource.model import Document, Name, NameKind, Place, Span
from secondsource.words.grammar import listed
from secondsource.words.regions import regions
from secondsource.words.things import thing_words
from secondsource.words.titles import title_words

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Span as Entity


def find_names(document: Document, parsed: Doc) -> tuple[Name, ...]:
    """The names of a document in order of the text, none overlapping another, none in furniture."""
    drafts = find_drafts(parsed)
    places = locate([token.text for token in parsed], drafts, home_of(document))
    return tuple(_finish(document, parsed, draft, places.get(draft.start)) for draft in drafts)


def find_drafts(parsed: Doc) -> list[Draft]:
    """The names of a parse in order, before it is judged where they are and whether they act."""
    words = [plain(token.text) for token in parsed]
    matches = find_matches(words)
    said = {match.entry.name for match in matches if match.end - match.start > 1}
    said |= {match.entry.side for match in matches if match.entry.sort in ("country", "people") and match.entry.side}
    matches = [match for match in matches if _believed(match, words, parsed) and _sure(match, words, said)]
    drafts = _which_georgia(words, [_from_list(match) for match in matches])
    drafts += find_bodies(words, matches)
    drafts += find_things(words, parsed)
    drafts += find_outlets_again(words, drafts)
    drafts = settle(drafts)
    drafts = spell_out(words, settle(drafts + find_people(parsed, words, drafts) + _recognised(parsed, words, drafts)))
    return settle(drafts + find_toponyms(parsed, words, drafts))


def _believed(match: Match, words: Sequence[str], parsed: Doc) -> bool:
    """Whether a match is the name that the list means, and not a common word or part of somebody's name."""
    word, entry = words[match.start], match.entry
    single = match.end == match.start + 1
    if single and entry.sort == "outlet" and word in listed("gazetteer_common_titles"):
        after = words[match.end] if match.end < len(words) else ""
        before = words[match.start - 1] if match.start else ""
        articled = before == "The" and not _starts_sentence(parsed, match.start - 1)
        recognised = before in ("The", "the") and parsed[match.start].ent_type_ in ("ORG", "WORK_OF_ART")
        return articled or recognised or after in ("magazine", "newspaper")
    if single and entry.sort in ("country", "capital", "people", "region") and _inside_person(parsed, match):
        return False
    return word != "US" or not _shouting(words, match.start)


def _sure(match: Match, words: list[str], said: Collection[str]) -> bool:
    """Whether an abbreviation that can mean several things is spelled out in the text, or its country named."""
    word, entry = words[match.start], match.entry
    if match.end - match.start > 1 or not word.isupper() or len(word) > 4:
        return True
    if entry.sort == "outlet" and word not in listed("names_outlets_sure"):
        beside = words[max(match.start - 1, 0) : match.start] + words[match.end : match.end + 1]
        return entry.name in said or any(other in listed("names_outlet_beside") for other in beside)
    return word not in listed("names_unsure") or entry.name in said or (entry.side in said and entry.sort == "body")


def _starts_sentence(parsed: Doc, i: int) -> bool:
    return bool(parsed[i].is_sent_start)


def _inside_person(parsed: Doc, match: Match) -> bool:
    """Whether the word is a given or family name: inside a person's name, and of a kind that people bear."""
    token, sort = parsed[match.start], match.entry.sort
    if token.ent_type_ != "PERSON":
        return False
    heads = title_words().heads
    if match.end < len(parsed):
        after = parsed[match.end]
        first = after.ent_iob_ == "I" and after.text[0].isupper() and after.lower_ not in heads
        if first and (sort in ("capital", "region") or token.text in listed("names_borne")):
            return True
    before = parsed[match.start - 1] if match.start else None
    last = before is not None and token.ent_iob_ == "I" and before.text[0].isupper() and before.lower_ not in heads
    return last and (sort != "country" or token.text in listed("names_borne"))


def _shouting(words: Sequence[str], i: int) -> bool:
    """Whether "US" stands among words all in capitals, where it may be the pronoun."""
    near = [word for word in (*words[max(i - 2, 0) : i], *words[i + 1 : i + 3]) if word.isalpha()]
    return bool(near) and all(word.isupper() for word in near) and any(len(word) > 2 for word in near)


def _from_list(match: Match) -> Draft:
    entry = match.entry
    length = match.end - match.start
    return Draft(
        match.start,
        match.end,
        entry.kind,
        entry.name,
        entry.side,
        None,
        entry.place,
        f"listed as {entry.sort}",
        entry.sort,
        50 + 2 * length,
    )


def _which_georgia(words: Sequence[str], drafts: list[Draft]) -> list[Draft]:
    """The drafts with "Georgia" as the American state where the words around or the whole text speak of that."""
    if not any(draft.name == "Georgia" and draft.sort == "country" for draft in drafts):
        return drafts
    state, country = listed("names_georgia_state"), listed("names_georgia_country")
    american = sum(word in state for word in words) > sum(word in country for word in words)
    region = next(r for r in regions() if r.name.startswith("Georgia,"))
    place = Place("Georgia", region.country, *region.at, region.precision)
    found = []
    for draft in drafts:
        if draft.name == "Georgia" and draft.sort == "country":
            near = [*words[max(draft.start - 3, 0) : draft.start], *words[draft.end : draft.end + 3]]
            local = sum(word in state for word in near) - sum(word in country for word in near)
            if local > 0 or (local == 0 and american):
                why = "the American state, by the words around it"
                draft = Draft(draft.start, draft.end, "place", "Georgia", None, None, place, why, "region", draft.rank)
        found.append(draft)
    return found


def find_things(words: Sequence[str], parsed: Doc) -> list[Draft]:
    """Exercises, operations, ships, pacts and weapons known by the word before or after them."""
    found = []
    things = thing_words()
    again: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for i, word in enumerate(words):
        if word in things.before and i + 1 < len(words) and words[i + 1][:1].isupper():
            end = _capitals_end(words, i + 1)
            name = " ".join(words[i:end])
            found.append(Draft(i, end, "other", name, why=f"follows “{word}”", rank=70))
            if end - i > 2:
                again[words[i + 1]].append((tuple(words[i + 1 : end]), name))
        elif word[:1].isupper() and any(c.isdigit() for c in word) and "-" in word and len(word) <= 8:
            found.append(Draft(i, i + 1, "other", word, why="letters and digits", rank=45))
    for entity in parsed.ents:
        if entity.label_ in ("PERSON", "DATE", "TIME", "CARDINAL", "ORDINAL", "QUANTITY", "MONEY", "PERCENT"):
            continue
        if entity.end < len(words) and words[entity.end] in things.after and words[entity.end][0].isupper():
            name = " ".join(words[entity.start : entity.end + 1])
            found.append(Draft(entity.start, entity.end + 1, "other", name, why="named deed", rank=40))
    for i, word in enumerate(words):
        for said, name in again.get(word, ()):
            if tuple(words[i : i + len(said)]) == said:
                found.append(Draft(i, i + len(said), "other", name, why=f"short for {name}", rank=69))
    return found


def _capitals_end(words: Sequence[str], start: int) -> int:
    end = start
    while end < len(words) and end < start + 4 and (words[end][0].isupper() or words[end][0].isdigit()):
        end += 1
    return end


def _recognised(parsed: Doc, words: Sequence[str], drafts: Sequence[Draft]) -> list[Draft]:
    """What the recogniser found beside people: bodies, places, things."""
    sides = {i: draft.side for draft in drafts for i in range(draft.start, draft.end) if draft.side}
    common = {word for word in words if word.islower()}
    found = []
    unglue = unglued(parsed, words, "ORG")
    for entity in parsed.ents:
        start, end = _trimmed(entity, words)
        end = min(end, unglue.get(entity.start, (start, end))[1])
        if end <= start or not words[start][0].isupper():
            continue
        if end - start == 1 and (words[start].lower() in common or words[start] in listed("names_never")):
            continue
        if entity.label_ == "ORG" and words[end - 1].lower() in title_words().heads:
            continue
        draft = _from_recogniser(entity.label_, parsed, (start, end), sides)
        if draft is not None:
            found.append(draft)
    found += _behind_preposition(parsed, words)
    return found


def _behind_preposition(parsed: Doc, words: Sequence[str]) -> list[Draft]:
    """Cities that the recogniser passed over, behind "in" and "near"."""
    found = []
    for i, word in enumerate(words[1:], 1):
        if words[i - 1] not in listed("names_before_place") or not word[0].isupper():
            continue
        end = i + 1
        while end < len(words) and end < i + 3 and words[end][0].isupper() and parsed[end].pos_ == "PROPN":
            end += 1
        free = not any(token.ent_type_ for token in parsed[i:end]) and parsed[i].pos_ == "PROPN"
        name = " ".join(words[i:end])
        place = find_city(name) if free and name not in listed("names_never") else None
        if place is not None:
            found.append(Draft(i, end, "place", name, None, None, place, "a city behind a preposition", "found", 25))
    return found


def _from_recogniser(label: str, parsed: Doc, at: tuple[int, int], sides: Mapping[int, str]) -> Draft | None:
    start, end = at
    name = " ".join(parsed[start:end].text.split())
    last = parsed[end - 1].text
    if label in ("ORG", "FAC", "GPE", "LOC", "WORK_OF_ART") and last in listed("names_papers"):
        if end - start == 1:
            return None
        kind: NameKind = "agency" if name.endswith("News Agency") else "outlet"
        return Draft(start, end, kind, name, why=f"ends in “{last}”", rank=53)
    if label == "ORG" and end - start == 1 and name.isupper() and len(name) > 4 and _is_city(name):
        label = "GPE"
    if label == "ORG" and (city := _misread_city(parsed, start, end, name)) is not None:
        return city
    if label == "ORG" or (label in ("FAC", "GPE", "LOC") and last in listed("names_institutes") and end - start > 1):
        side = next((sides[i] for i in range(max(start - 2, 0), end) if i in sides), None)
        rank = 53 if _is_institute(parsed, start, end) else 30
        return Draft(start, end, "body", name, side, why="recogniser: ORG", rank=rank)
    if label == "PERSON":
        return _misread_city(parsed, start, end, name)
    if label in ("GPE", "LOC", "FAC"):
        place = find_city(name)
        if place is None and label != "GPE" and end - start == 1:
            return None
        return Draft(start, end, "place", name, None, None, place, "recogniser: " + label, "found", 30)
    if label in listed("names_other"):
        return Draft(start, end, "other", name, why="recogniser: " + label, rank=20)
    return None


def _misread_city(parsed: Doc, start: int, end: int, name: str) -> Draft | None:
    """A city that the recogniser took for a person: one word behind "in", "near", "struck"."""
    first = start - 1
    while first > 0 and parsed[first].is_space:  # blanked markup
        first -= 1
    before = parsed[first] if start else None
    if end - start > 1 or before is None:
        return None
    if before.lower_ not in ("in", "near", "outside", "inside", "around") and before.lemma_ not in listed(
        "standing_going"
    ):
        return None
    place = find_city(name)
    return (
        None
        if place is None
        else Draft(start, end, "place", name, None, None, place, "behind a word of place", "found", 42)
    )


def _is_city(name: str) -> bool:
    place = find_city(name)
    return place is not None and place.name.casefold() == name.casefold()


def _is_institute(parsed: Doc, start: int, end: int) -> bool:
    """Whether several words end in, or begin with, the word for a kind of institution."""
    first, last = parsed[start].text, parsed[end - 1].text
    of = any(token.text == "of" for token in parsed[start:end])
    return end - start > 1 and (last in listed("names_institutes") or (first in listed("names_institutes") and of))


def _trimmed(entity: Entity, words: Sequence[str]) -> tuple[int, int]:
    """A recognised stretch without the article before it and the possessive behind it."""
    start, end = entity.start, entity.end
    for i in range(start + 1, end - 1):
        if words[i] == "'s":
            start = i + 1
    while start < end and (words[start] in ("the", "The", "a", "A", "an") or not words[start][0].isalnum()):
        start += 1
    while end > start and (words[end - 1] in ("'s", "'", "’") or not words[end - 1][-1].isalnum()):
        if words[end - 1].endswith(".") and len(words[end - 1]) > 1:
            break
        end -= 1
    return start, end


def _finish(document: Document, parsed: Doc, draft: Draft, place: Place | None) -> Name:
    """The draft as a name: its span in the text, its place, whether it stands for its government."""
    first, last = parsed[draft.start], parsed[draft.end - 1]
    span = Span(document.id, first.idx, last.idx + len(last))
    if draft.sort in ("capital", "found"):
        if draft.side and standing(parsed, draft) == "acts":
            why = f"{draft.name} stands for the government of {draft.side}"
            return Name(span, "country", draft.side, draft.side, None, None, True, why)
        return Name(span, "place", place.name if place else draft.name, None, None, place, False, draft.why)
    if draft.sort not in ("country", "building"):
        ground = place if draft.sort == "region" else draft.place
        return Name(span, draft.kind, draft.name, draft.side, draft.role, ground, False, draft.why)
    stands = standing(parsed, draft)
    ground = draft.place if stands == "ground" else None
    if draft.sort == "building" and stands == "ground":
        return Name(span, "place", draft.name, None, None, ground, False, draft.why)
    acting = stands == "acts" or draft.sort == "building"
    return Name(span, draft.kind, draft.name, draft.side, draft.role, ground, acting, draft.why)
