"""Moods of nouns: what modifiers, carrying verbs and governing phrases make of the happening that a noun names."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from secondsource.extract.events.charges import charge_over
from secondsource.extract.events.grammar import is_passive
from secondsource.extract.events.granted import is_complained_of, is_definite, is_going_on, is_put_aside
from secondsource.extract.events.moods import is_averting, is_called_off, is_not_seen, mood_of, verb_above
from secondsource.extract.events.triggers import Trigger
from secondsource.extract.events.verb_moods import Modality, is_dated, is_negated, is_past, merge
from secondsource.words.events import event_words
from secondsource.words.mood import mood_words

_SCHEDULES = frozenset("calendar agenda schedule diary itinerary programme program card cards horizon".split())


def mood_of_noun(trigger: Trigger) -> Modality:
    """What the words round a noun event say of it: its modifiers, then the verb that carries or governs it."""
    token, verb = trigger.token, trigger.carrier
    seen = _round_noun(trigger)
    if is_going_on(trigger) or is_put_aside(token):
        return seen
    charge = charge_over(token) if trigger.word.shape == "directed" else None
    if charge is not None:
        return merge(seen, Modality(alleged=True, hedge=charge.word.text))
    if (is_not_seen(token) and not seen.negated and not is_definite(token)) or (
        trigger.word.type in _VIOLENT and _is_guarded_against(token)
    ):
        return Modality(unreal=True)
    if verb is None or trigger.relation == "none":
        if token.dep_ == "pobj" and _comes_after(trigger):
            return merge(seen, Modality(planned=True))
        return merge(seen, _frame_of_noun(token, verb or verb_above(token)))
    lemma = verb.lemma_.lower()
    if _cancels(verb, trigger):
        seen = replace(seen, planned=False, unreal=False, cancelled=True)
    if trigger.relation == "object" and (lemma == "agree" or (lemma == "call" and not is_called_off(verb))):
        seen = merge(seen, Modality(planned=True))
    if trigger.relation == "report":
        planned = lemma in ("plan", "propose", "request", "expect", "schedule", "await")
        return merge(seen, Modality(planned=planned, unreal=lemma == "seek", proposed=lemma in ("propose", "request")))
    if trigger.relation == "subject":
        return _of_subject(trigger, verb, seen)
    if token.dep_ == "dobj":
        seen = replace(seen, negated=False)  # the verb sees the "no" of its object
    return merge(_come_true(seen, verb), mood_of(verb))


def _is_guarded_against(noun: Token) -> bool:
    """ "Prepare for attacks", "protect the port against raids": what one makes ready for has not come yet."""
    head = noun
    while head.dep_ == "conj" and head.head.pos_ == "NOUN":
        head = head.head
    if head.dep_ != "pobj" or is_definite(noun):
        return False
    preposition = head.head
    above = preposition.head
    if above.dep_ == "dobj" and above.head.pos_ == "VERB":  # "prepare their systems for attacks"
        above = above.head
    return preposition.lower_ in ("for", "against", "from") and above.lemma_.lower() in _GUARDING


_VIOLENT = frozenset({"ASSAULT", "COERCE", "THREATEN"})
_GUARDING = frozenset(
    "prepare brace ready guard protect defend shield insure secure safeguard harden protection defence defense "
    "preparation preparedness readiness resilience insurance safeguard arm equip train drill plan immune safe "
    "vulnerable prone".split()
)


def _of_subject(trigger: Trigger, verb: Token, seen: Modality) -> Modality:
    """What is said of an event that is a subject: that it took place, is due, or what takes it for granted."""
    words = mood_words()
    lemma = verb.lemma_.lower()
    if lemma in words.planning and is_passive(verb):
        seen = merge(seen, Modality(planned=True))
    if lemma in _COURSE and is_past(verb) and not is_negated(verb):
        seen = replace(seen, planned=False)  # "the talks, planned for an hour, lasted for two"
    begun = _beginning_under(verb)
    if begun is not None:
        seen = replace(seen, negated=False) if is_negated(verb) else seen
        return merge(seen, mood_of(begun))
    outlook = _outlook(verb)
    if outlook is not None:
        return merge(seen, outlook)
    if lemma not in words.happening and not is_existential(verb):
        mood = mood_of(verb)
        if mood.unreal and not is_definite(trigger.token):
            return merge(seen, Modality(unreal=True, hedge=mood.hedge))  # "a strike could halt exports"
        if _is_generic(trigger.token, verb) and not any(c.dep_ == "xcomp" for c in verb.children):
            several = trigger.token.tag_ == "NNS"  # "a visit is an option" is none yet
            return merge(seen, Modality(unreal=True, generic=several))
        planned = mood.planned and any(c.dep_ == "xcomp" for c in verb.children) and lemma == "be"
        return merge(seen, Modality(planned=planned))  # what is said of an event presupposes it
    if trigger.token.dep_ in ("nsubj", "nsubjpass"):
        seen = replace(seen, negated=False)  # the verb sees the "no" of its subject
    return merge(_come_true(seen, verb), mood_of(verb))


# What is said of a happening that has taken place.
_COURSE = frozenset("last run drag yield produce end break collapse overrun wind finish adjourn fail bring".split())


def _beginning_under(verb: Token) -> Token | None:
    """The verb of taking place in "are to start", "have yet to begin", "is about to be held"."""
    if verb.lemma_ not in ("be", "have", "remain"):
        return None
    below = [
        *verb.children,
        *(g for c in verb.children if c.dep_ == "acomp" and c.lower_ == "about" for g in c.children),
    ]
    return next(
        (
            c
            for c in below
            if c.dep_ == "xcomp"
            and c.lemma_.lower() in mood_words().happening
            and any(g.tag_ == "TO" for g in c.children)
        ),
        None,
    )


def _is_generic(noun: Token, verb: Token) -> bool:
    """ "Expulsions of diplomats are rare": a bare plural in the timeless present."""
    determiners = [c for c in noun.children if c.dep_ in ("det", "poss", "nummod")]
    bare = noun.tag_ == "NNS" and not determiners
    any_one = any(c.lower_ in ("a", "an") for c in determiners)  # "a visit costs ten pounds"
    return (
        (bare or any_one)
        and not is_dated(verb)
        and verb.tag_ in ("VBP", "VBZ")
        and not any(c.dep_ in ("aux", "auxpass") for c in verb.children)
    )


def _come_true(seen: Modality, verb: Token) -> Modality:
    """The scheduled talks that "took place" or "were held" are a plan no longer."""
    auxiliaries = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    past = verb.tag_ == "VBD" or any(c.tag_ == "VBD" or (c.lemma_ == "have" and c.tag_ != "VB") for c in auxiliaries)
    told = past and not is_called_off(verb) and verb.lemma_.lower() not in mood_words().planning
    told = told and verb.lemma_.lower() not in ("agree", "call", "request", "seek")
    if not told or not seen.planned or is_negated(verb):
        return seen
    return replace(seen, planned=False)


def _cancels(verb: Token, trigger: Trigger) -> bool:
    """Whether a verb calls its event off; talks that failed took place, an attack that failed did not."""
    if trigger.relation == "subject" and not is_passive(verb) and any(c.dep_ == "dobj" for c in verb.children):
        return False  # "the attack delayed the vote"
    if verb.lemma_.lower() == "fail":
        return trigger.word.type in ("ASSAULT", "COERCE")
    return is_called_off(verb)


def _outlook(verb: Token) -> Modality | None:
    """What "is unlikely", "is possible", "is due", "is next on the calendar" say of an event that is their subject."""
    words = mood_words()
    said = {c.lower_ for c in verb.children if c.dep_ in ("acomp", "advmod", "prt")}
    if verb.lemma_ == "be" and said & words.unlikely:
        return Modality(unreal=True)
    return Modality(planned=True) if said & words.due and verb.lemma_ in ("be", "seem", "remain") else None


def is_existential(verb: Token) -> bool:
    """Whether a verb only says that something is: "there was no meeting"."""
    return any(c.dep_ == "expl" for c in verb.children)


def _round_noun(trigger: Trigger) -> Modality:
    """What a noun's own modifiers say: "planned talks", "no meeting", "alleged attack", "possible visit"."""
    words, events = mood_words(), event_words()
    planned = unreal = negated = alleged = cancelled = proposed = False
    hedge = None
    for child in trigger.token.children:
        lower, lemma = child.lower_, child.lemma_.lower()
        if child.dep_ not in ("amod", "compound", "det", "advmod", "nmod", "acl", "neg", "nummod"):
            continue
        if lower in words.alleged and not any(c.dep_ in ("agent", "prep") and c.lower_ == "by" for c in child.children):
            alleged, hedge = True, child.text
        elif lower in ("further", "future") and trigger.carrier is not None:
            continue
        elif lower in words.possible:
            unreal, hedge = True, child.text
        elif lower in events.cancelled and child.dep_ != "acl":
            cancelled = True
        elif lower in events.plans or (child.dep_ == "acl" and lemma in words.planning) or _is_awaited(child):
            planned, proposed = True, proposed or lower in _MOOTED
        elif lower in ("no", "any", "neither"):
            after = child.doc[child.i + 1].lemma_.lower()
            negated = negated or (lower != "any" and after not in words.counting)
            unreal = unreal or lower == "any"
    return Modality(planned, unreal, negated, alleged, cancelled, hedge, proposed)


_MOOTED = frozenset({"proposed", "mooted", "prospective"})


def _is_awaited(modifier: Token) -> bool:
    """ "Long-awaited talks", which come as three tokens."""
    return modifier.lower_ in ("awaited", "anticipated", "planned", "expected") and modifier.dep_ == "amod"


def _comes_after(trigger: Trigger) -> bool:
    """ "Ahead of the summit", "before the talks": what is told comes first; before an attack nobody plans it aloud."""
    if trigger.word.type == "ASSAULT":
        return False
    preposition = trigger.token.head
    if preposition.lower_ == "before":
        return True
    ahead = ("ahead", "prior", "lead-up", "run-up", "lead", "up")
    above = preposition.head
    return preposition.lower_ in ("of", "to") and above.pos_ != "VERB" and above.lower_ in ahead


def _frame_of_noun(noun: Token, verb: Token | None) -> Modality:
    """A noun event that no verb carries: is it wished for, feared, prevented, or simply spoken of?"""
    governed = _governed_by_noun(noun, verb)
    if governed is not None or verb is None:
        return governed or Modality()
    lemma = verb.lemma_.lower()
    if _next_on_the_calendar(noun, verb):
        return Modality(planned=True)
    above = noun.head.head if noun.dep_ == "pobj" else noun
    if noun.dep_ == "pobj" and noun.head.lower_ in ("for", "of") and above == verb:
        subjects = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass", "dobj")]
        governed = next((g for s in subjects if (g := _of_governing_noun(s)) is not None), None)
        if governed is not None:
            return governed  # "preparations are under way for the handover"
    if above == verb and _charges(lemma, noun.head.lower_):
        return Modality(alleged=True, hedge=verb.text)
    if is_complained_of(noun, verb):
        return Modality()
    if above == verb and noun.head.lower_ == "without":
        return Modality(negated=True)
    return _after_preposition(noun, verb) or (_under_verb(verb) if _object_path(noun, verb) else Modality())


def _governed_by_noun(noun: Token, verb: Token | None) -> Modality | None:
    """What the nouns between a noun event and the verb above do to it: "the risk of", "talks on plans for"."""
    above = noun
    while above.dep_ in ("pobj", "prep", "conj", "pcomp") and above.head != above and above.head != verb:
        above = above.head
        if above.pos_ == "NOUN":
            governed = _of_governing_noun(above)
            if governed is not None:
                return governed
    return None


def _after_preposition(noun: Token, verb: Token) -> Modality | None:
    """ "Will go on strike", "is open to talks"; an adjunct, "after the talks", is presupposed whatever the mood."""
    if _comes_of(noun, verb):
        return mood_of(verb)
    if noun.dep_ != "pobj":
        return None
    above, preposition = noun.head.head, noun.head.lower_
    feared = preposition in ("about", "of") and above.lower_ in mood_words().fearing and not is_definite(noun)
    if feared or (preposition in ("to", "for") and above.lower_ in mood_words().disposed):
        return Modality(unreal=True, hedge=above.text)
    return None


def _under_verb(verb: Token) -> Modality:
    """What a verb that does not carry an event does to it: cancels, plans, fears, or merely speaks of it."""
    words = mood_words()
    lemma = verb.lemma_.lower()
    if is_called_off(verb):
        return merge(Modality(cancelled=True), mood_of(verb))
    if lemma in words.planning:
        return Modality(planned=True)
    if lemma in words.wishing:
        mood = mood_of(verb)
        return Modality(unreal=True, averted=is_averting(verb) and not mood.unreal and not mood.negated)
    below = mood_of(verb)
    return replace(below, negated=below.negated and is_existential(verb), cancelled=False)


def _comes_of(noun: Token, verb: Token) -> bool:
    """ "Lead to war", "go on strike": what a verb and its preposition bring about shares the verb's mood."""
    while noun.dep_ == "conj" and noun.head.pos_ == "NOUN":
        noun = noun.head
    if noun.dep_ != "pobj" or noun.head.head != verb or is_definite(noun):
        return False
    return f"{verb.lemma_.lower()} {noun.head.lower_}" in mood_words().leading


def _charges(lemma: str, preposition: str) -> bool:
    """ "Charged with the murder", "accused of the attack", "suspected of the bombing"."""
    return lemma in mood_words().charging and preposition in ("with", "of", "in", "for", "over")


def _of_governing_noun(noun: Token) -> Modality | None:
    """What a noun does to the event named after it: "the risk of", "plans for", "rumours of", "suspicion of"."""
    words = mood_words()
    lemma = noun.lemma_.lower()
    if lemma in words.wish_nouns:
        return Modality(unreal=True)
    if lemma in words.plan_nouns:
        return Modality(planned=True, proposed=lemma in words.proposing)
    if lemma in words.rumour_nouns:
        return Modality(alleged=True, hedge=noun.text)
    return None


def _next_on_the_calendar(noun: Token, verb: Token) -> bool:
    """ "Next on the minister's calendar is a meeting", "a visit is on the agenda"."""
    if verb.lemma_ != "be" or noun.dep_ not in ("attr", "nsubj"):
        return False
    return any(
        g.lemma_.lower() in _SCHEDULES
        for c in verb.children
        if c.dep_ in ("prep", "advmod", "nsubj")
        for g in (c, *c.children, *(h for d in c.children for h in d.children))
    )


def _object_path(noun: Token, verb: Token) -> bool:
    """Whether a noun is the verb's subject or object, or a prepositional object that the verb asks for."""
    head = noun
    while head.dep_ in ("conj", "appos") and head.head.pos_ in ("NOUN", "PROPN"):
        head = head.head
    if head.dep_ == "pobj" and head.head.lower_ in ("for", "of", "to", "against") and head.head.head == verb:
        return True
    return head.dep_ in ("dobj", "nsubj", "nsubjpass", "oprd", "attr") and head.head == verb
