"""Tellings for event data: what each sentence says one actor does to another, whoever's list of words knows the verb.

The reader's own events (extract/events) come first; the classifier then looks at every ordered pair of actors in a
sentence. It adds what the lists miss, takes out what it is sure is none, and settles category and CAMEO code.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from secondsource.coding.auxiliary import auxiliary_modes, trigger_at
from secondsource.coding.judging import NONE, Judgement, judge
from secondsource.coding.spotting import ActorPhrase, country_of, find_actor_phrases
from secondsource.extract.events.grammar import is_instrument, is_passive, subject
from secondsource.extract.events.labels import labelled
from secondsource.extract.events.memory import Memory, remember
from secondsource.extract.events.participants import unique
from secondsource.extract.events.slots import places, time_of
from secondsource.extract.events.status import is_question, status_of
from secondsource.extract.events.tellings import at_home, host_country, in_time, mention_of, still_to_come
from secondsource.extract.events.triggers import Trigger
from secondsource.extract.reading import Reading
from secondsource.model import EventMention, Participant, Place, Span
from secondsource.words.cameo import cameo_codes
from secondsource.words.events import EventWord, event_words

# Anything happens between two actors from this probability on; a doer without anybody to do it to needs more.
HAPPENS, ALONE = 0.5, 0.7
# Below this the reader's own telling, which the classifier did not find, is taken out; and any telling below that.
KEPT, CERTAIN = 0.4, 0.5
# Actors of a sentence that are compared, the nearest to each other first: the pairs of a list of fifty are noise.
ACTORS = 7
_ALONE = frozenset({"PROTEST", "MOBILIZE", "ASSAULT", "CONCEDE", "RETREAT", "COERCE", "REJECT", "AGREE", "THREATEN"})
# Codes of what two do together, and of what is done from the host's side.
_TOGETHER = frozenset({"040", "041", "044", "046", "057", "036", "061", "062", "060", "063", "064"})
_HOSTING = "043"
_VISITING = "042"


@dataclass(frozen=True, slots=True)
class Telling:
    """One telling of an event for event data: the mention, how sure the reading is (0 to 1), its auxiliary modes."""

    mention: EventMention
    confidence: float
    auxiliary: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Act:
    """What one actor of a sentence does to another, or to nobody named."""

    source: ActorPhrase
    target: ActorPhrase | None
    judged: Judgement


def find_tellings(reading: Reading, told: Sequence[EventMention]) -> tuple[Telling, ...]:
    """The tellings of a document in text order; `told` is what the reader found in it."""
    memory = remember(reading)
    by_sentence: dict[Span, list[EventMention]] = {}
    for mention in told:
        by_sentence.setdefault(mention.sentence, []).append(mention)
    found: list[Telling] = []
    for sentence in reading.sentences:
        text = reading.document.text[sentence.start : sentence.end]
        own = by_sentence.get(sentence, [])
        if is_question(text):
            continue
        phrases = find_actor_phrases(sentence, reading, memory)[: 2 * ACTORS]
        found += [t for t in _of_sentence(text, sentence, phrases, own, reading, memory) if t.confidence >= CERTAIN]
    return tuple(sorted(found, key=lambda t: t.mention.trigger.start))


def _of_sentence(
    text: str,
    sentence: Span,
    phrases: Sequence[ActorPhrase],
    own: Sequence[EventMention],
    reading: Reading,
    memory: Memory,
) -> Iterator[Telling]:
    judged = [Act(a, b, judge(text, _in(a, sentence), _in(b, sentence))) for a, b in _pairs(phrases)]
    acts = _settled([a for a in judged if a.judged.happens >= HAPPENS])
    busy = {id(p) for a in acts for p in (a.source, a.target)}
    for phrase in phrases:
        if id(phrase) not in busy:
            alone = judge(text, _in(phrase, sentence), None)
            if alone.happens >= ALONE and alone.type in _ALONE and not _goes_with(phrase, acts):
                acts.append(Act(phrase, None, alone))
    left = list(own)
    for cluster in _clusters(acts, sentence, reading):
        twin = next((m for m in left if _same(m, cluster, reading)), None)
        if twin is not None:
            left.remove(twin)
        yield _telling(cluster, twin, reading, memory)
    for mention in left:
        trigger = trigger_at(_token_at(mention.trigger, reading), reading)
        sure = _sureness(mention, text, sentence, phrases, judged)
        if sure >= KEPT and not _is_by_a_thing(trigger, phrases):
            people = _located(mention.participants, [mention.place] if mention.place else [], reading, sentence)
            yield Telling(replace(mention, participants=people), _rounded(sure), _auxiliary(trigger, reading))


def _sureness(
    mention: EventMention, text: str, sentence: Span, phrases: Sequence[ActorPhrase], judged: Sequence[Act]
) -> float:
    """How far the classifier bears out a telling that it did not find: by its parties, its doer, or the sentence."""
    names = _names(mention)
    known = [a.judged.happens for a in judged if len(_parties(a) & names) > 1]
    if known:
        return max(known)
    doers = {p.side or p.name for p in mention.participants if p.role != "recipient"}
    doer = next((p for p in phrases if doers & {q.side or q.name for q in p.stands_for}), None)
    return judge(text, _in(doer, sentence) if doer is not None else None, None).happens


def _is_by_a_thing(trigger: Trigger, phrases: Sequence[ActorPhrase]) -> bool:
    """Whether what acts is neither somebody nor a weapon or an attack: "lightning killed", "shares bombed"."""
    verb = trigger.token
    own = subject(verb) if trigger.kind == "verb" and not is_passive(verb) else None
    if own is None or own.pos_ not in ("NOUN", "PROPN") or any(own == p.head for p in phrases):
        return False
    return not is_instrument(own) and own.lemma_.lower() not in event_words().nouns


def _pairs(phrases: Sequence[ActorPhrase]) -> Iterator[tuple[ActorPhrase, ActorPhrase]]:
    for i, one in enumerate(phrases):
        for other in phrases[i + 1 : i + ACTORS]:
            if set(one.stands_for) != set(other.stands_for):
                yield one, other
                yield other, one


def _in(phrase: ActorPhrase, sentence: Span) -> tuple[int, int]:
    return phrase.span.start - sentence.start, phrase.span.end - sentence.start


def _settled(acts: Sequence[Act]) -> list[Act]:
    """The acts in which nobody both does and suffers what one word tells, the surest first; joint deeds keep both."""
    roles: dict[tuple[object, ...], str] = {}
    kept = []
    for act in sorted(acts, key=lambda a: -a.judged.happens):
        if act.judged.code not in _TOGETHER:
            if act.target is not None and act.target.head in act.source.head.conjuncts:
                continue  # "Chad and Niger expelled ...": those named in one breath act together
            told = (act.judged.word, act.judged.type)
            doer, other = _ends(act)
            sides = [((told, _key(p)), role) for p, role in ((doer, "doer"), (other, "other")) if p is not None]
            if any(roles.get(who, role) != role for who, role in sides):
                continue
            roles.update(sides)
        kept.append(act)
    return sorted(kept, key=lambda a: a.source.span.start)


def _ends(act: Act) -> tuple[ActorPhrase | None, ActorPhrase | None]:
    """Who acts and who is acted on: a visit is the guest's, also where it is told as the host's."""
    return (act.target, act.source) if act.judged.code == _HOSTING else (act.source, act.target)


def _key(phrase: ActorPhrase) -> frozenset[Participant]:
    return frozenset(phrase.stands_for)


def _goes_with(phrase: ActorPhrase, acts: Sequence[Act]) -> bool:
    """Whether another phrase for the same people has acted already."""
    return any(set(phrase.stands_for) & set(p.stands_for) for a in acts for p in (a.source, a.target) if p)


def _parties(act: Act) -> set[str]:
    return {p.side or p.name for phrase in (act.source, act.target) if phrase for p in phrase.stands_for}


def _names(mention: EventMention) -> set[str]:
    return {p.side or p.name for p in mention.participants}


# --- acts to events ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Cluster:
    """The acts that one word of a sentence tells: one event."""

    token: Token
    acts: tuple[Act, ...]

    @property
    def best(self) -> Act:
        return max(self.acts, key=lambda a: a.judged.happens * a.judged.probability)


def _clusters(acts: Sequence[Act], sentence: Span, reading: Reading) -> Iterator[_Cluster]:
    by_word: dict[tuple[int, str], list[Act]] = {}
    tokens: dict[int, Token] = {}
    for act in acts:
        token = _token(act.judged.word, sentence, reading)
        tokens[token.i] = token
        by_word.setdefault((token.i, act.judged.type), []).append(act)
    found = [_Cluster(tokens[index], _within_clause(tokens[index], those)) for (index, _), those in by_word.items()]
    surest: dict[tuple[object, ...], _Cluster] = {}
    for cluster in sorted(found, key=lambda c: -c.best.judged.happens):
        surest.setdefault(_deed(cluster), cluster)
    yield from (c for c in found if surest[_deed(c)] is c)


def _within_clause(token: Token, acts: Sequence[Act]) -> tuple[Act, ...]:
    """The acts on those in the telling word's own clause, where there are such: "A praised B, while C condemned D"."""
    verb = token
    while verb.pos_ not in ("VERB", "AUX") and verb.head != verb:
        verb = verb.head
    inside = {t.i for t in verb.subtree}
    near = tuple(a for a in acts if a.target is not None and a.target.head.i in inside)
    return near or tuple(acts)


def _deed(cluster: _Cluster) -> tuple[object, ...]:
    """What tells two clusters of one sentence apart: "denied that it attacked" is one attack, by either word."""
    ends = [_ends(act) for act in cluster.acts]
    doers = frozenset(p.side or p.name for doer, _ in ends if doer is not None for p in doer.stands_for)
    others = frozenset(p.side or p.name for _, other in ends if other is not None for p in other.stands_for)
    return cluster.best.judged.type, doers, others


def _token(word: tuple[int, int], sentence: Span, reading: Reading) -> Token:
    """The verb or noun of the telling words: a particle or an auxiliary stands for the verb above it."""
    span = reading.parsed.char_span(sentence.start + word[0], sentence.start + word[1], alignment_mode="expand")
    token = span.root if span is not None else reading.parsed[0]
    while token.pos_ in ("PART", "ADP", "AUX", "DET", "ADV", "PUNCT", "SCONJ") and token.head != token:
        token = token.head
    return token


def _same(mention: EventMention, cluster: _Cluster, reading: Reading) -> bool:
    """Whether the reader's own telling is of this cluster's event: the same word, or its verb, or the same deed."""
    act = cluster.best.judged
    token = cluster.token
    own = _token_at(mention.trigger, reading)
    if own == token or (own.head == token and own.dep_ == "dobj") or (token.head == own and token.dep_ == "dobj"):
        return True
    parties = {name for a in cluster.acts for name in _parties(a)}
    return mention.type == act.type and bool(parties & _names(mention))


def _telling(cluster: _Cluster, twin: EventMention | None, reading: Reading, memory: Memory) -> Telling:
    best = cluster.best.judged
    known = trigger_at(cluster.token, reading)
    code = _VISITING if best.code == _HOSTING else best.code
    kind = best.type if best.type != NONE else "CONSULT"
    row = cameo_codes()[code]
    mode = known.word.mode if known.word.type == kind and known.word.mode else row.mode
    shape = "visit" if code == _VISITING else "meeting" if code in _TOGETHER else "directed"
    word = EventWord(kind, mode, code, shape, "any", frozenset())  # type: ignore[arg-type]
    trigger = replace(known, word=word)
    mention = _mention(trigger, _people(cluster, code), reading, memory)
    if twin is not None:
        mention = _together(mention, twin, cluster)
    confidence = best.happens * best.probability * (1.0 if twin is not None else 0.9)
    return Telling(labelled(mention, trigger, reading), _rounded(confidence), _auxiliary(trigger, reading))


def _people(cluster: _Cluster, code: str) -> tuple[Participant, ...]:
    sources: list[Participant] = []
    targets: list[Participant] = []
    for act in cluster.acts:
        one, other = _ends(act)
        sources += one.stands_for if one is not None else ()
        targets += other.stands_for if other is not None else ()
    if code in _TOGETHER:
        return unique(replace(p, role="party") for p in dict.fromkeys((*sources, *targets)))
    doers = unique(replace(p, role="actor") for p in dict.fromkeys(sources))
    given = set(sources)
    return (*doers, *unique(replace(p, role="recipient") for p in dict.fromkeys(targets) if p not in given))


def _mention(trigger: Trigger, people: tuple[Participant, ...], reading: Reading, memory: Memory) -> EventMention:
    sentence = reading.sentence(trigger.token.idx)
    status, _ = status_of(trigger, reading)
    time = time_of(trigger, reading, sentence) if sentence is not None else None
    where = places(trigger, reading)
    told = status or "alleged"
    people = _located(at_home(people, where, trigger, memory), where, reading, sentence)
    time = still_to_come(told, time, reading)
    told = in_time(told, trigger, time, reading)
    mention = mention_of(trigger, people, time, told, reading)
    spot = where[0] if where else host_country(trigger, people)
    return replace(mention, place=spot)


def _located(
    people: tuple[Participant, ...], where: Sequence[Place], reading: Reading, sentence: Span | None
) -> tuple[Participant, ...]:
    """People of whom no country is said are of the one where they act, else of the one that the sentence names."""
    home = next((p.country for p in where if p.country and p.precision != "sea"), None)
    home = home or (country_of(sentence, reading) if sentence is not None else None)
    return tuple(replace(p, side=home) if p.side is None else p for p in people)


def _together(mention: EventMention, twin: EventMention, cluster: _Cluster) -> EventMention:
    """The classifier's telling with what the reader knows besides: parties beyond the sentence, place and time."""
    inside = {name for a in cluster.acts for name in _parties(a)}
    joint = any(p.role == "party" for p in mention.participants)
    more = [p for p in twin.participants if (p.side or p.name) not in inside and not _is_in(p, mention)]
    more = [replace(p, role="party") if joint else p for p in more]
    place: Place | None = twin.place or mention.place
    return replace(
        twin,
        type=mention.type,
        cameo=mention.cameo,
        modes=twin.modes if twin.type == mention.type else mention.modes,
        participants=(*mention.participants, *more),
        place=place,
        when=twin.when or mention.when,
    )


def _is_in(participant: Participant, mention: EventMention) -> bool:
    return any(p.name == participant.name for p in mention.participants)


def _auxiliary(trigger: Trigger, reading: Reading) -> tuple[str, ...]:
    sentence = reading.sentence(trigger.token.idx)
    when = time_of(trigger, reading, sentence) if sentence is not None else None
    return auxiliary_modes(trigger, reading, when)


def _token_at(span: Span, reading: Reading) -> Token:
    found = reading.parsed.char_span(span.start, span.end, alignment_mode="expand")
    assert found is not None  # a mention's word lies in its document
    return found.root


def _rounded(confidence: float) -> float:
    """A reading is never certain."""
    return round(min(0.99, confidence), 2)
