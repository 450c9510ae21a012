"""People whom the recogniser passes over or takes for bodies: capitals before a title, before "said", in headlines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from secondsource.detect.names.drafts import Bearer, Draft
from secondsource.detect.names.titles import Title
from secondsource.words.grammar import listed
from secondsource.words.titles import title_words

if TYPE_CHECKING:
    from spacy.tokens import Doc

# A name of people has two words at least and seldom more than four.
FEWEST, MOST = 2, 4
SORTS = frozenset({"", "found"})


def find_newcomers(
    parsed: Doc,
    words: Sequence[str],
    titles: Iterable[Title],
    known: Mapping[int, Bearer],
    starting: Mapping[int, Draft],
) -> list[Bearer]:
    """The people who stand before a title and a comma, or say something, and whom nobody has noticed."""
    taken = {i for bearer in known.values() for i in range(bearer.start, bearer.end)}
    taken |= {i for draft in starting.values() if draft.sort not in SORTS for i in range(draft.start, draft.end)}
    found = []
    for title in titles:
        comma = title.start - 1
        # "X, the country's former foreign minister"
        while comma > 0 and title.start - comma < 5 and words[comma] not in (",", "was", "is"):
            if not (words[comma][:1].islower() or words[comma] in ("'s", "'")):
                break
            comma -= 1
        if (
            words[comma] in (",", "was", "is")
            and title.head
            and title.why != "rank"
            and title.head not in listed("titles_no_role")
        ):
            found += _ending_at(parsed, words, comma, taken, "a title behind the name")
    speech = listed("parse_speech")
    for i in range(1, len(words)):
        if words[i] == "," and i + 2 < len(words) and (words[i + 1] == "who" or _is_age(words, i)):
            found += _ending_at(parsed, words, i, taken, "“who” or an age behind the name")
        if words[i] in speech and parsed[i].pos_ == "VERB":
            found += [
                b for b in _ending_at(parsed, words, i, taken, "subject of a word of saying") if _unlabelled(parsed, b)
            ]
            end = _end_of_subject(parsed, i)
            found += [
                b
                for b in _ending_at(parsed, words, end, taken, "subject of a word of saying")
                if _unlabelled(parsed, b)
            ]
    return found


def _end_of_subject(parsed: Doc, verb: int) -> int:
    """Where the name ends that a calling before it leads to behind a word of saying: "said nurse Rita Zammit"."""
    subject = next((t for t in parsed[verb].rights if t.dep_ == "nsubj" and t.pos_ == "PROPN"), None)
    if subject is None or not any(t.dep_ == "compound" and t.pos_ == "NOUN" for t in subject.lefts):
        return 0
    return subject.i + 1


def _ending_at(parsed: Doc, words: Sequence[str], end: int, taken: set[int], why: str) -> list[Bearer]:
    """The name of two words and more that ends at a token, where it can be somebody's."""
    particles = title_words().particles
    start = end
    while (
        start > 0
        and end - start < MOST
        and start - 1 not in taken
        and _can_be_part(parsed, words, start - 1, particles)
    ):
        start -= 1
    while start < end and words[start] in particles and words[start].islower():
        start += 1
    inside = words[start:end]
    if not FEWEST <= end - start <= MOST or (start and words[start - 1] in ("the", "The", "a", "an", "-")):
        return []
    heads = title_words().heads
    institutes = listed("names_institutes") | listed("names_papers") | listed("people_not_names")
    if any(word in institutes or word.lower() in heads for word in inside):
        return []
    if inside[0] in listed("people_never_first") or inside[0] in listed("people_not_names"):
        return []
    if start - 1 in taken and words[start - 1][0].isupper():
        return []
    return [Bearer(start, end, why=why)]


def _can_be_part(parsed: Doc, words: Sequence[str], i: int, particles: frozenset[str]) -> bool:
    word = words[i]
    if word in particles and i > 0:
        return True
    capital = word[0].isupper() and word[1:].replace("-", "").replace("'", "").isalpha() and not word.isupper()
    return (
        capital
        and parsed[i].pos_ == "PROPN"
        and not parsed[i].is_stop
        and parsed[i].ent_type_ not in ("DATE", "NORP", "LAW", "EVENT")
    )


def _is_age(words: Sequence[str], comma: int) -> bool:
    """Whether two commas hold somebody's age: ", 46,"."""
    return words[comma + 1].isdigit() and len(words[comma + 1]) == 2 and words[comma + 2] == ","


def _unlabelled(parsed: Doc, bearer: Bearer) -> bool:
    """Whether the recogniser has no opinion of the words."""
    return not any(token.ent_type_ for token in parsed[bearer.start : bearer.end])


def unglued(parsed: Doc, words: Sequence[str], label: str) -> dict[int, tuple[int, int]]:
    """Recognised names without what a headline glued to them: "Esther Williams Dies", "Floridians Jeb Bush".

    Another mention in the same text shows where the name begins and ends. Keyed by the old start.
    """
    entities = [entity for entity in parsed.ents if entity.label_ == label]
    if len(entities) < 2:
        return {}
    known = {tuple(words[e.start : e.end]) for e in entities if e.end - e.start <= MOST}
    known |= {tuple(words[e.start : e.end - 1]) for e in entities if words[e.end - 1] in ("'s", "'")}
    common: set[str] = set()
    found = {}
    for entity in entities:
        start, end = entity.start, entity.end
        inside = tuple(words[start:end])
        if len(inside) < 2:
            continue
        common = common or {word for word in words if word.islower()}
        if inside[1:] in known and (len(inside) > FEWEST or _is_headline(parsed, start)):
            start, inside = start + 1, inside[1:]
        for length in range(len(inside) - 1, 0, -1):
            if inside[:length] in known and _goes_on(parsed, start + length, inside[length], common):
                end = start + length
                break
        if (start, end) != (entity.start, entity.end):
            found[entity.start] = (start, end)
    return found


def _goes_on(parsed: Doc, i: int, word: str, common: set[str]) -> bool:
    """Whether a capitalised word behind a name goes on with a headline: a verb, or a word that is common elsewhere."""
    if word.lower() in common or parsed[i].pos_ in ("VERB", "AUX"):
        return True
    return word[0].isupper() and (word.endswith(("ed", "es")) or (word[-1] == "s" and _is_headline(parsed, i)))


def _is_headline(parsed: Doc, i: int) -> bool:
    """Whether the sentence has nearly all its words in capitals."""
    words = [token.text for token in parsed[i].sent if token.text[0].isalpha()]
    return len(words) > 3 and sum(word[0].isupper() for word in words) >= 0.7 * len(words)
