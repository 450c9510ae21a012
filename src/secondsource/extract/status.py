"""Status: whether a telling says that a thing happened, is planned, is only alleged, is denied, or did not happen.

A conditional, a wish, a fear or an analyst's guess tells of no event: the status is then None.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Token

from secondsource.extract.participants import is_passive
from secondsource.extract.reading import Reading
from secondsource.extract.triggers import Trigger
from secondsource.model import Attribution, EventStatus
from secondsource.words.events import event_words

_MAYBE = frozenset({"could", "may", "might", "would", "should", "can", "must", "ought", "need", "ca", "cannot"})
_WILL = frozenset({"will", "shall", "'ll", "wo"})
_NEGATIVE = frozenset({"not", "n't", "never", "no", "neither", "nor", "without", "nobody", "none", "hardly"})
_IF = frozenset({"if", "unless", "whether", "should", "lest", "until"})
_ALLEGED_WORDS = frozenset(
    "alleged purported supposed reported rumoured rumored unconfirmed unverified suspected apparent claimed".split()
)
_ALLEGED_ADVERBS = frozenset("reportedly allegedly purportedly supposedly apparently seemingly".split())
_FUTURE_FRAMES = frozenset(
    "plan schedule expect set slate due intend prepare arrange organize organise agree decide aim poise announce "
    "propose want vow pledge promise ready".split()
)
_UNREAL_FRAMES = frozenset(
    "call urge demand avoid prevent avert deter fear risk want wish seek threaten consider refuse decline need try "
    "attempt ask request push press encourage allow enable authorize authorise hope offer invite fail warn help "
    "hesitate deny recommend suggest advise intend vow oppose prohibit ban forbid bar preclude discourage persuade "
    "convince struggle rule reject condition mull weigh".split()
)
# these take an infinitive that did happen
_REAL_FRAMES = frozenset("continue begin start manage go come proceed force make see cease use lead".split())
_HEARSAY_FRAMES = frozenset("appear seem say report believe think claim allege rumor rumour understand".split())
_GUESSING = frozenset("likely possibly perhaps probably maybe potentially".split())


@dataclass(frozen=True, slots=True)
class Modality:
    """What the words round a trigger do to it."""

    planned: bool = False
    unreal: bool = False
    negated: bool = False
    alleged: bool = False
    cancelled: bool = False
    hedge: str | None = None


def status_of(trigger: Trigger, reading: Reading) -> tuple[EventStatus | None, str | None]:
    """The status of one telling with the hedging word that decided it; None where no event is told of."""
    modality = _modality(trigger, reading)
    attribution = reading.attribution(trigger.token.idx)
    stance = attribution.stance if attribution is not None else None
    if modality.cancelled and not modality.unreal:
        return "did_not_occur", modality.hedge
    if _is_denied(trigger):
        return "denied", modality.hedge
    if modality.unreal or stance == "supposes":
        return None, modality.hedge
    if stance == "denies" or (
        trigger.relation == "report" and trigger.carrier is not None and trigger.carrier.lemma_ == "deny"
    ):
        return "denied", modality.hedge
    if modality.planned:
        if modality.negated and attribution is not None and _nobody(attribution):
            return None, modality.hedge  # somebody unnamed thinks that it will never be
        return ("did_not_occur" if modality.negated else "planned"), modality.hedge
    if modality.negated:
        return "did_not_occur", modality.hedge
    rumour = rumour_over(trigger)
    if rumour is not None:
        return "alleged", rumour
    if modality.alleged or stance == "hedges" or (attribution is not None and _nobody(attribution)):
        return "alleged", modality.hedge or (attribution.hedge if attribution is not None else None)
    return "occurred", modality.hedge


def _is_denied(trigger: Trigger) -> bool:
    """ "Denied sending troops", "denied having met": the denying verb right over the event's own."""
    verb = trigger.carrier if trigger.kind == "noun" and trigger.relation == "object" else trigger.token
    return verb is not None and verb.dep_ in ("xcomp", "pcomp") and verb.head.lemma_.lower() == "deny"


def rumour_over(trigger: Trigger) -> str | None:
    """The rumour that a clause reports: "rumours have been going round that ...", "there is talk that ..."."""
    sentence = trigger.token.sent
    before = trigger.token.doc.text[sentence.start_char : trigger.token.idx]
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


def _nobody(attribution: Attribution) -> bool:
    """Whether only unnamed holders stand behind an attribution."""
    return bool(attribution.holders) and all(h.kind == "unnamed" for h in attribution.holders)


def _modality(trigger: Trigger, reading: Reading) -> Modality:
    token = trigger.token
    seen = Modality()
    if trigger.kind == "noun":
        seen = _round_noun(trigger)
        verb: Token | None = trigger.carrier
        if verb is None:
            verb = _verb_above(token)
            return _merge(seen, _frame_of_noun(token, verb))
        if _cancels(verb, trigger):
            seen = _merge(seen, Modality(cancelled=True))
        if trigger.relation == "object" and verb.lemma_.lower() == "agree":
            seen = _merge(seen, Modality(planned=True))
        if trigger.relation == "subject" and verb.lemma_.lower() in _FUTURE_FRAMES and is_passive(verb):
            seen = _merge(seen, Modality(planned=True))
        if trigger.relation == "report":
            wanted = verb.lemma_.lower() in ("plan", "propose", "request", "seek")
            return _merge(
                seen, Modality(planned=wanted and verb.lemma_.lower() != "seek", unreal=verb.lemma_.lower() == "seek")
            )
        if trigger.relation == "subject" and (outlook := _outlook(verb)) is not None:
            return _merge(seen, outlook)
        if trigger.relation == "subject" and verb.lemma_.lower() not in _HAPPENS and not is_existential(verb):
            return seen  # what is said of an event presupposes it, whatever the verb's own mood
    else:
        verb = token
    return _merge(seen, _climb(verb))


def _cancels(verb: Token, trigger: Trigger) -> bool:
    """Whether a verb calls its event off; talks that failed took place, an attack that failed did not."""
    lemma = verb.lemma_.lower()
    if lemma == "fail":
        return trigger.word.type in ("ASSAULT", "COERCE")
    words = event_words().cancelled
    return lemma in words or any(f"{lemma} {c.lower_}" in words for c in verb.children if c.dep_ == "prt")


def _merge(a: Modality, b: Modality) -> Modality:
    return Modality(
        a.planned or b.planned,
        a.unreal or b.unreal,
        a.negated != b.negated if a.negated and b.negated else a.negated or b.negated,
        a.alleged or b.alleged,
        a.cancelled or b.cancelled,
        a.hedge or b.hedge,
    )


_HAPPENS = frozenset(
    "take hold occur happen go proceed begin start end conclude resume open materialize materialise schedule plan set "
    "expect continue convene cancel postpone suspend arrange organize organise launch carry stage conduct break "
    "erupt".split()
)


_UNLIKELY = frozenset(
    "unlikely likely possible impossible uncertain doubtful unclear imminent conceivable unthinkable off".split()
)
_DUE = frozenset("due set ready scheduled slated".split())


def _outlook(verb: Token) -> Modality | None:
    """What "is unlikely", "is possible", "is due" say of an event that is their subject."""
    words = {c.lower_ for c in verb.children if c.dep_ in ("acomp", "advmod", "prt")}
    if words & _UNLIKELY:
        return Modality(unreal=True)
    return Modality(planned=True) if words & _DUE else None


def is_existential(verb: Token) -> bool:
    """Whether a verb only says that something is: "there was no meeting"."""
    return any(c.dep_ == "expl" for c in verb.children)


def _round_noun(trigger: Trigger) -> Modality:
    """What a noun's own modifiers say: "planned talks", "no meeting", "alleged attack", "possible visit"."""
    words = event_words()
    planned = unreal = negated = alleged = cancelled = False
    hedge = None
    for child in trigger.token.children:
        lower, lemma = child.lower_, child.lemma_.lower()
        if child.dep_ in ("amod", "compound", "det", "advmod", "nmod", "acl"):
            if lower in _ALLEGED_WORDS:
                alleged, hedge = True, child.text
            elif lower in ("further", "future") and trigger.carrier is not None:
                continue
            elif lower in ("possible", "potential", "hypothetical", "future", "further", "eventual", "would-be"):
                unreal, hedge = True, child.text
            elif lower in words.cancelled and child.dep_ != "acl":
                cancelled = True
            elif lower in words.plans or (child.dep_ == "acl" and lemma in _FUTURE_FRAMES):
                planned = True
            elif lower in ("no", "any", "neither"):
                negated = negated or lower != "any"
                unreal = unreal or lower == "any"
    return Modality(planned, unreal, negated, alleged, cancelled, hedge)


def _verb_above(token: Token) -> Token | None:
    head = token
    for _ in range(8):
        if head.head == head:
            return None
        head = head.head
        if head.pos_ in ("VERB", "AUX"):
            return head
    return None


def _leads_up(noun: Token) -> bool:
    """ "Ahead of the summit", "prior to the talks": what is told comes before."""
    preposition = noun.head
    return preposition.lower_ in ("of", "to") and preposition.head.lower_ in (
        "ahead",
        "prior",
        "lead-up",
        "run-up",
        "lead",
        "up",
    )


def _frame_of_noun(noun: Token, verb: Token | None) -> Modality:
    """A noun event that no verb carries: is it wished for, feared, prevented, or simply spoken of?"""
    if noun.dep_ == "pobj" and (noun.head.lower_ == "before" or _leads_up(noun)):
        return Modality(planned=True)
    above = noun
    while above.dep_ in ("pobj", "prep", "conj", "pcomp") and above.head != above and above.head != verb:
        above = above.head
        if above.pos_ == "NOUN" and above.lemma_.lower() in _WISH_NOUNS:
            return Modality(unreal=True)
        if above.pos_ == "NOUN" and above.lemma_.lower() in _PLAN_NOUNS:
            return Modality(planned=True)
        if above.pos_ == "NOUN" and above.lemma_.lower() in RUMOUR_NOUNS:
            return Modality(alleged=True, hedge=above.text)
    if verb is None:
        return Modality()
    lemma = verb.lemma_.lower()
    through_object = _object_path(noun, verb)
    if through_object and lemma in event_words().cancelled:
        return _merge(Modality(cancelled=True), _climb(verb))
    if through_object and lemma in _FUTURE_FRAMES:
        return Modality(planned=True)
    if through_object and lemma in _UNREAL_FRAMES:
        return Modality(unreal=True)
    if not through_object:
        return Modality()  # an adjunct ("after the talks", "in the attack") is presupposed whatever the verb's mood
    below = _climb(verb)
    return Modality(planned=below.planned, unreal=below.unreal, alleged=below.alleged, hedge=below.hedge)


_WISH_NOUNS = frozenset(
    "possibility prospect chance risk threat fear call demand hope danger need option idea likelihood willingness "
    "readiness opposition case event scenario contingency appeal urging desire request speculation absence lack "
    "refusal".split()
)
RUMOUR_NOUNS = frozenset(
    "rumour rumor report speculation claim allegation accusation suggestion whisper gossip story".split()
)
_PLAN_NOUNS = frozenset("plan preparation proposal schedule arrangement intention invitation".split())
# "talks to organise a meeting" prepare it; "the talks" are no plan of what is said of them.
_TALK_NOUNS = frozenset("talk negotiation discussion deal agreement".split())


def _object_path(noun: Token, verb: Token) -> bool:
    """Whether a noun is the verb's subject or object, or a prepositional object that the verb asks for."""
    head = noun
    while head.dep_ in ("conj", "appos") and head.head.pos_ in ("NOUN", "PROPN"):
        head = head.head
    if head.dep_ == "pobj" and head.head.lower_ in ("for", "of", "to", "against") and head.head.head == verb:
        return True
    return head.dep_ in ("dobj", "nsubj", "nsubjpass", "oprd", "attr") and head.head == verb


def _climb(verb: Token) -> Modality:
    """What auxiliaries, adverbs and governing verbs do to a verb, upwards to the root of its sentence."""
    seen = _own_words(verb)
    current = verb
    for _ in range(6):
        if current.dep_ == "conj" and current.head.pos_ in ("VERB", "AUX"):
            if not any(c.dep_ in ("aux", "nsubj", "nsubjpass") for c in current.children):
                seen = _merge(seen, _only_mood(_own_words(current.head)))
            current = current.head
            continue
        if current.dep_ in ("xcomp", "ccomp", "pcomp", "acl", "advcl", "oprd"):
            frame = _governor(current)
            if frame is None:
                break
            seen = _merge(seen, _frame(current, frame))
            if current.dep_ == "ccomp":
                break
            current = frame
            continue
        break
    return seen


def _only_mood(modality: Modality) -> Modality:
    return Modality(planned=modality.planned, unreal=modality.unreal, alleged=modality.alleged, hedge=modality.hedge)


def _governor(verb: Token) -> Token | None:
    above = verb.head
    if verb.dep_ == "pcomp" and above.dep_ == "prep":
        above = above.head
    return None if above == verb else above


def _is_guess(word: Token, perfect: bool) -> bool:
    """Whether a word under a verb makes it a supposition: a modal, "if", "perhaps"; "must have been" is none."""
    lower = word.lower_
    if word.dep_ == "aux":
        return lower in _MAYBE and not (perfect and lower == "must") and not _is_reported_future(word)
    if word.dep_ == "mark":
        return lower in _IF and lower != "until"
    return word.dep_ == "advmod" and lower in _GUESSING


def _is_reported_future(word: Token) -> bool:
    """ "She said they would meet": the "would" of a plan told in the past, not of a guess."""
    verb = word.head
    return word.lower_ in ("would", "'d") and verb.dep_ == "ccomp" and verb.head.tag_ in ("VBD", "VBN")


def _own_words(verb: Token) -> Modality:
    """What a verb's own auxiliaries, adverbs, conjunction and subject say of it."""
    planned = unreal = negated = alleged = False
    hedge = None
    children = list(verb.children)
    perfect = any(c.dep_ == "aux" and c.lemma_ == "have" for c in children)
    for child in children:
        lower = child.lower_
        if child.dep_ == "neg" or (child.dep_ in ("advmod", "preconj", "det") and lower in _NEGATIVE):
            negated = True
        elif _is_guess(child, perfect):
            unreal, hedge = True, child.text
        elif child.dep_ == "aux" and (lower in _WILL or _is_reported_future(child)):
            planned, hedge = True, child.text
        elif child.dep_ == "advmod" and lower in _ALLEGED_ADVERBS:
            alleged, hedge = True, child.text
        elif child.dep_ in ("nsubj", "nsubjpass") and lower in ("who", "what") and verb.dep_ not in ("relcl", "ROOT"):
            unreal = True  # "who carried it out is not known"
        elif child.dep_ == "nsubj" and any(g.dep_ == "det" and g.lower_ in ("no", "neither") for g in child.children):
            negated = True
    if any(c.dep_ == "aux" and c.lower_ == "going" for c in children):
        planned = True
    if verb.tag_ == "VB" and verb.dep_ == "ROOT" and not any(c.dep_ in ("aux", "nsubj", "nsubjpass") for c in children):
        unreal = True  # an imperative
    return Modality(planned, unreal, negated, alleged, False, hedge)


def _frame(verb: Token, governor: Token) -> Modality:
    """What a governing word does to the verb under it: "plans to", "agreed to", "refused to", "is set to"."""
    lemma = governor.lemma_.lower()
    infinitive = any(c.dep_ == "aux" and c.tag_ == "TO" for c in verb.children)
    if verb.dep_ == "advcl":
        return _of_adverbial(verb, infinitive)
    if verb.dep_ == "acl":
        return _purpose_of_noun(governor) if infinitive else Modality()
    outer = _own_words(governor) if governor.pos_ in ("VERB", "AUX") else Modality()
    if not infinitive and verb.tag_ not in ("VBG", "VB"):
        return Modality(hedge=outer.hedge) if lemma != "deny" else Modality()
    if lemma == "go" and governor.tag_ == "VBG" and infinitive:
        return Modality(planned=True, negated=outer.negated)
    if verb.dep_ == "pcomp" and verb.head.lower_ in ("without", "about"):
        return Modality(unreal=True)
    if lemma in _REAL_FRAMES:
        return outer
    if lemma in ("accuse", "suspect", "charge"):
        return Modality(alleged=True, hedge=governor.text)
    if lemma in ("have", "be"):
        planned = infinitive and lemma == "be"
        return Modality(planned=True, negated=outer.negated) if planned else Modality(unreal=infinitive)
    if lemma in _HEARSAY_FRAMES:
        return Modality(alleged=True, negated=outer.negated, hedge=governor.text)
    if lemma in _FUTURE_FRAMES:
        return Modality(
            planned=not outer.unreal, unreal=outer.unreal, negated=outer.negated, hedge=outer.hedge or governor.text
        )
    if lemma in _UNREAL_FRAMES or infinitive:
        return Modality(unreal=True, hedge=governor.text)
    return outer


def _of_adverbial(verb: Token, infinitive: bool) -> Modality:
    """What an adverbial clause is told as: "if they meet" and "to meet" are not told as facts, "after they met" is."""
    if any(c.dep_ == "mark" and c.lower_ in _IF for c in verb.children):
        return Modality(unreal=True)
    return Modality(unreal=True, hedge="to") if infinitive else Modality()


def _purpose_of_noun(noun: Token) -> Modality:
    """What a noun does to the infinitive under it: "a plan to meet", "dropped a plan to meet", "a wish to meet"."""
    lemma = noun.lemma_.lower()
    if lemma not in _PLAN_NOUNS | _TALK_NOUNS and lemma not in _FUTURE_FRAMES:
        return Modality(unreal=True)
    dropped = noun.dep_ in ("nsubj", "nsubjpass", "dobj") and noun.head.lemma_.lower() in event_words().cancelled
    return Modality(planned=not dropped, cancelled=dropped)


def is_question(sentence_text: str) -> bool:
    """Whether a sentence asks instead of telling."""
    return sentence_text.rstrip("”\"' ").endswith("?")
