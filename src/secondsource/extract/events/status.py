"""Status: whether a telling says that a thing happened, is planned, is only alleged, is denied, or did not happen.

A conditional, a wish, a fear or an analyst's guess tells of no event: the status is then None.
"""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.tokens import Token

from secondsource.extract.events.moods import TEMPORAL, mood_of
from secondsource.extract.events.noun_moods import is_existential, mood_of_noun
from secondsource.extract.events.triggers import Trigger
from secondsource.extract.events.verb_moods import Modality, is_negated, is_past
from secondsource.extract.reading import Reading
from secondsource.model import Attribution, EventStatus
from secondsource.words.mood import mood_words

_NOBODY = re.compile(r"^(?:nobody|no one|none|no-one|few)\b", re.I)
# Dependencies by which a word belongs to the statement above it, and is not taken for granted by it.
_STATED = frozenset("xcomp ccomp conj dobj nsubj nsubjpass attr acomp oprd pcomp appos ROOT parataxis".split())


def status_of(trigger: Trigger, reading: Reading) -> tuple[EventStatus | None, str | None]:
    """The status of one telling with the hedging word that decided it; None where no event is told of."""
    return status_in(modality_of(trigger), trigger, reading)


def modality_of(trigger: Trigger) -> Modality:
    """The mood of a telling word, whatever its kind."""
    if trigger.kind == "noun":
        return mood_of_noun(trigger)
    mood = mood_of(trigger.token)
    return replace(mood, planned=True) if trigger.token.lemma_ == "expect" else mood  # "is expected in Rome"


def status_in(modality: Modality, trigger: Trigger, reading: Reading) -> tuple[EventStatus | None, str | None]:
    """The status of one telling told in a mood, with the hedging word that decided it."""
    attribution = reading.attribution(trigger.token.idx)
    if attribution is not None and attribution.holders and _NOBODY.match(attribution.holders[0].name):
        attribution = None  # "nobody doubts that"
    if attribution is not None and attribution.stance in ("denies", "supposes", "hedges", "no_comment"):
        attribution = _that_bears_on(attribution, trigger, reading)
    if modality.cancelled and not modality.unreal:
        return "did_not_occur", modality.hedge
    if _is_denied(trigger) or _is_called_untrue(trigger):
        return "denied", modality.hedge
    stance = attribution.stance if attribution is not None else None
    if modality.unreal or stance == "supposes" or _is_in_a_lie(trigger):
        return None, modality.hedge
    if stance == "denies":
        return "denied", modality.hedge
    status = _of_mood(modality, trigger, attribution, reading)
    if status == "alleged" and _is_denied_next(trigger):
        return "denied", modality.hedge
    return status, _hedge(modality, trigger, attribution)


def _of_mood(
    modality: Modality, trigger: Trigger, attribution: Attribution | None, reading: Reading
) -> EventStatus | None:
    """The status by mood and by who stands behind it, where nothing is denied, cancelled or unreal."""
    nobody = attribution is not None and _nobody(attribution, reading)
    if modality.planned:
        if modality.negated and nobody:
            return None  # somebody unnamed thinks that it will never be
        return "did_not_occur" if modality.negated else "planned"
    if modality.negated:
        return "denied" if attribution is not None and _answers(attribution) else "did_not_occur"
    hedged = modality.alleged or (attribution is not None and attribution.stance in ("hedges", "retracts"))
    return "alleged" if hedged or nobody or rumour_over(trigger) is not None else "occurred"


def _hedge(modality: Modality, trigger: Trigger, attribution: Attribution | None) -> str | None:
    rumour = rumour_over(trigger) if not (modality.planned or modality.negated) else None
    return rumour or modality.hedge or (attribution.hedge if attribution is not None else None)


def _answers(attribution: Attribution) -> bool:
    """Whether whoever says that something did not happen answers for it: a person, a body or a government."""
    holder = attribution.holders[0] if attribution.holders else None
    return holder is not None and (holder.kind in ("person", "body", "country") or holder.side is not None)


# --- what an attribution bears on -------------------------------------------------------------------------------------


def _that_bears_on(attribution: Attribution, trigger: Trigger, reading: Reading) -> Attribution | None:
    """The attribution where it puts the event itself in question; else None: it takes the event for granted.

    Who denies that the talks held in Doha failed does not deny the talks. An unnamed holder stays one.
    """
    root = _root(attribution, reading)
    if root is not None and attribution.stance != "denies" and _is_asked_about(root):
        return None
    if root is None or not _granted(trigger, root):
        return attribution
    if attribution.stance == "supposes" and not _in_subject(trigger.token, root):
        return attribution  # a guess that names an old event on the way does not tell of it
    return None if not _nobody(attribution, reading) or attribution.stance != "hedges" else attribution


def _is_asked_about(clause: Token) -> bool:
    """ "Nobody could say where they met": that they met is taken for granted."""
    past = is_past(clause) or clause.tag_ == "VBN"
    return past and any(
        c.dep_ == "advmod" and c.i < clause.i and c.lower_ in ("how", "where", "when", "why") for c in clause.children
    )


def _root(attribution: Attribution, reading: Reading) -> Token | None:
    if not attribution.content:
        return None
    longest = max(attribution.content, key=lambda s: s.end - s.start)
    span = reading.parsed.char_span(longest.start, longest.end, alignment_mode="contract")
    return span.root if span is not None and len(span) else None


def _granted(trigger: Trigger, root: Token) -> bool:
    """Whether what is said about something else takes the event for granted."""
    current = trigger.token
    if trigger.kind == "noun" and trigger.token != root:
        carrier = trigger.carrier
        carried = carrier is not None and (
            trigger.relation in ("object", "report")
            or (trigger.relation == "subject" and (carrier.lemma_ in mood_words().happening or is_existential(carrier)))
        )
        if carrier is not None and carried:
            current = carrier
        elif _only_spoken_of(trigger.token):
            return True
    for _ in range(10):
        if current == root or current.head == current:
            return False
        if current.dep_ in ("relcl", "acl") and current.tag_ != "VB" and not _is_that_clause(current):
            return True
        if current.dep_ == "advcl" and any(
            c.lower_ in TEMPORAL for c in current.children if c.dep_ in ("mark", "advmod")
        ):
            return True
        current = current.head
    return False


def _in_subject(token: Token, root: Token) -> bool:
    """Whether a word stands in the subject of what is said."""
    while token.head not in (token, root):
        token = token.head
    return token.dep_ in ("nsubj", "nsubjpass")


def _is_that_clause(clause: Token) -> bool:
    """ "Reports that they met": what is reported, no aside."""
    return clause.head.lemma_.lower() in mood_words().rumour_nouns or any(
        c.dep_ == "mark" and c.lower_ == "that" for c in clause.children
    )


def _only_spoken_of(noun: Token) -> bool:
    """Whether a noun event is named on the way: "responsibility for the attack", "the talks failed"."""
    definite = any(c.lower_ in _DEFINITE or c.dep_ == "poss" for c in noun.children)
    if noun.dep_ == "pobj":
        above = noun.head.head
        rumour = above.lemma_.lower() in mood_words().rumour_nouns or noun.head.lower_ == "of"
        return definite and not (rumour and above.pos_ == "NOUN")
    return definite and noun.dep_ in ("nsubj", "nsubjpass") and noun.head.pos_ in ("VERB", "AUX")


_DEFINITE = frozenset({"the", "this", "that", "these", "those", "their", "its", "his", "her"})


def _is_denied(trigger: Trigger) -> bool:
    """ "Denied any role", "denied sending troops", "denied having met": the denying verb right over the event's own."""
    if trigger.relation == "report" and trigger.carrier is not None:
        return trigger.carrier.lemma_ == "deny" and not is_negated(trigger.carrier)
    verb = trigger.carrier if trigger.kind == "noun" and trigger.relation == "object" else trigger.token
    return verb is not None and verb.dep_ in ("xcomp", "pcomp") and verb.head.lemma_.lower() == "deny"


_IT = frozenset("it this that claim report story allegation accusation rumour rumor letter charge".split())


def _is_denied_next(trigger: Trigger) -> bool:
    """ "Reportedly leased the port; the government denied it": what is alleged is denied in the same sentence."""
    sentence = trigger.token.sent
    for verb in trigger.token.doc[trigger.token.i + 1 : sentence.end]:
        if verb.pos_ != "VERB" or (verb.lemma_.lower() not in mood_words().denying and verb.lemma_ != "disown"):
            continue
        if not is_negated(verb) and any(c.dep_ == "dobj" and c.lemma_.lower() in _IT for c in verb.children):
            return True
    return False


def _is_called_untrue(trigger: Trigger) -> bool:
    """ "Rejected reports of a raid", "called claims of an attack false"."""
    words = mood_words()
    noun = trigger.token
    if trigger.kind != "noun" or noun.dep_ != "pobj" or noun.head.lower_ not in ("of", "about"):
        return False
    rumour = noun.head.head
    verb = rumour.head
    if rumour.lemma_.lower() not in words.rumour_nouns or verb.pos_ != "VERB" or rumour.dep_ not in _STATED:
        return False
    if verb.lemma_.lower() in words.denying and rumour.dep_ in ("dobj", "nsubjpass"):
        return True
    names = verb.lemma_.lower() in ("call", "brand", "label", "term")
    said = [t for t in verb.subtree if t.i > verb.i] if names else []
    said += [c for c in verb.children if verb.lemma_ == "be" and c.dep_ in ("acomp", "attr")]
    return any(t.lower_ in words.untrue for t in said)


_LIES = frozenset("misinformation disinformation falsehood lie fabrication invention fiction canard hoax".split())


def _is_in_a_lie(trigger: Trigger) -> bool:
    """ "The lie that they met", "misinformation that there was a meeting": told as none."""
    head = trigger.token
    for _ in range(8):
        if head.head == head:
            return False
        if head.dep_ in ("acl", "ccomp", "relcl") and any(c.lower_ == "that" for c in head.children):
            said = [c for c in head.head.children if c.dep_ == "attr"] if head.head.lemma_ == "be" else [head.head]
            if any(t.lemma_.lower() in _LIES for t in said):
                return True
        head = head.head
    return False


# --- rumours ----------------------------------------------------------------------------------------------------------


def rumour_over(trigger: Trigger) -> str | None:
    """The rumour that a clause reports: "rumours have been going round that ...", "there is talk that ..."."""
    sentence = trigger.token.sent
    before = trigger.token.doc[sentence.start : trigger.token.i].text  # a document's whole text is built anew each time
    match = RUMOUR_THAT.search(before)
    if match is not None:
        return match.group(1)
    head = trigger.token
    for _ in range(8):
        if head.head == head:
            return None
        clause = head.dep_ in ("ccomp", "acl", "relcl")
        head = head.head
        if not clause:
            continue
        if head.lemma_.lower() in RUMOURS:
            return str(head.text)
        for child in head.children:
            if (
                child.dep_ in ("nsubj", "attr", "nsubjpass")
                and child.lemma_.lower() in RUMOURS
                and child.i < trigger.token.i
            ):
                return str(child.text)
    return None


# Found by its words where the parse hangs the clause elsewhere.
RUMOUR_THAT = re.compile(r"\b(rumou?rs?|whispers?|speculation|gossip)\b[^.;:]{0,100}\bthat\b", re.I)
RUMOURS = frozenset("rumour rumor speculation whisper gossip talk chatter".split())


def _nobody(attribution: Attribution, reading: Reading) -> bool:
    """Whether only unnamed holders stand behind an attribution; a pronoun is somebody, and so are both sides."""
    if not attribution.holders or any(h.kind != "unnamed" for h in attribution.holders):
        return False
    text = reading.document.text
    if any(_PUBLIC.match(text[c.start : c.end]) for c in attribution.cue):
        return False  # what is announced is said in public, whoever it was
    sources = [h.name for h in attribution.holders] + [text[s.start : s.end] for s in attribution.source]
    return not any(_SOMEBODY.search(each) for each in sources)


_PUBLIC = re.compile(r"(?:has |have |had )?(?:announc|declar|proclaim)", re.I)
_SOMEBODY = re.compile(
    r"^(?:he|she|they|it|we|i)$|\bboth (?:sides|countries|governments|parties|capitals|delegations|states)\b", re.I
)


def is_question(sentence_text: str) -> bool:
    """Whether a sentence asks instead of telling."""
    return sentence_text.rstrip("”\"' ").endswith("?")
