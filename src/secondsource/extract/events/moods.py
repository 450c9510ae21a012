"""Moods of verbs: what auxiliaries, negations, conjunctions and governing words make of the act that a verb names."""

from __future__ import annotations

from spacy.tokens import Token

from secondsource.extract.events.charges import charge_over
from secondsource.extract.events.verb_moods import Modality, is_condition, is_negated, merge, own_words
from secondsource.words.events import event_words
from secondsource.words.mood import mood_words

# Words before a clause that presuppose it: "after they met", "because the talks had failed".
TEMPORAL = frozenset("after before when since while as although though because once until whereas where".split())


def mood_of(verb: Token) -> Modality:
    """What a verb's own words and the words that govern it say, upwards to the root of its sentence."""
    seen = own_words(verb)
    if verb.tag_ == "VBG" and verb.dep_ in ("pobj", "pcomp") and is_not_seen(verb):
        return Modality(unreal=True)
    current = verb
    for _ in range(6):
        charge = charge_over(current)
        if charge is not None:
            return merge(seen, Modality(alleged=True, hedge=charge.word.text))
        if current.dep_ == "conj" and current.head.pos_ in ("VERB", "AUX"):
            if not any(c.dep_ in ("aux", "nsubj", "nsubjpass") for c in current.children):
                seen = merge(seen, _only_mood(own_words(current.head)))
            current = current.head
            continue
        if current.dep_ not in ("xcomp", "ccomp", "pcomp", "acl", "advcl", "oprd"):
            break
        governor = _governor(current)
        if governor is None:
            break
        seen = merge(seen, _frame(current, governor))
        if current.dep_ == "ccomp" or _granted(current, governor):
            break
        current = governor
    return seen


def is_not_seen(act: Token) -> bool:
    """ "Have not seen anything like it in the way of raids": what nobody saw is not told as done."""
    verb = verb_above(act)
    return verb is not None and verb.lemma_.lower() in _SEEING and is_negated(verb)


_SEEING = frozenset("see observe witness detect notice find record register spot identify experience".split())


def verb_above(token: Token) -> Token | None:
    """The nearest verb over a word."""
    head = token
    for _ in range(8):
        if head.head == head:
            return None
        head = head.head
        if head.pos_ in ("VERB", "AUX"):
            return head
    return None


def _only_mood(modality: Modality) -> Modality:
    return Modality(planned=modality.planned, unreal=modality.unreal, alleged=modality.alleged, hedge=modality.hedge)


def _governor(verb: Token) -> Token | None:
    above = verb.head
    if verb.dep_ == "pcomp" and above.dep_ == "prep":
        above = above.head
    return None if above == verb else above


# --- a verb's own words -----------------------------------------------------------------------------------------------


# --- governing words --------------------------------------------------------------------------------------------------


def _is_gerund(verb: Token) -> bool:
    """ "Shelling", "having shelled"."""
    if verb.tag_ == "VBN":
        return any(c.dep_ == "aux" and c.tag_ == "VBG" for c in verb.children)
    return verb.tag_ == "VBG"


def _granted(verb: Token, governor: Token) -> bool:
    """Whether a gerund names what was done, whatever is said of it: "did not regret meeting", "tried for shelling"."""
    if verb.dep_ in ("xcomp", "pcomp") and _is_gerund(verb):
        if verb.dep_ == "pcomp" and verb.head.lower_ in ("after", "since", "despite", "following"):
            return True
        return governor.lemma_.lower() in mood_words().granting and verb.head.lower_ not in ("from", "to")
    return False


def _frame(verb: Token, governor: Token) -> Modality:
    """What a governing word does to the verb under it: "plans to", "agreed to", "refused to", "is set to"."""
    words = mood_words()
    lemma = governor.lemma_.lower()
    infinitive = any(c.dep_ == "aux" and c.tag_ == "TO" for c in verb.children)
    if verb.dep_ == "advcl":
        return _of_adverbial(verb, infinitive)
    if verb.dep_ == "acl":
        return purpose_of_noun(governor) if infinitive else Modality()
    outer = own_words(governor) if governor.pos_ in ("VERB", "AUX") else _of_adjective(governor)
    gerund = _is_gerund(verb)
    if lemma in words.charging and gerund:
        return Modality(alleged=True, hedge=governor.text)
    if _granted(verb, governor):
        return Modality()
    if verb.dep_ == "pcomp" and verb.head.lower_ in ("without", "about", "against", "from", "instead"):
        return Modality(
            unreal=verb.head.lower_ in ("about", "against", "from"), negated=verb.head.lower_ in ("without", "instead")
        )
    finite = verb.tag_ != "VB" or any(c.dep_ == "aux" and c.tag_ != "TO" for c in verb.children)
    if not infinitive and not gerund and finite:
        return _of_finite(lemma, outer)
    if lemma == "go" and governor.tag_ == "VBG" and infinitive:
        return Modality(planned=True, negated=outer.negated)
    return _of_word(lemma, governor, outer, infinitive)


def _of_finite(lemma: str, outer: Modality) -> Modality:
    """What a governing verb does to a whole clause under it; who says it is told by its attribution."""
    if lemma == "doubt" and outer.negated:
        return Modality()
    if lemma in mood_words().doubting:
        return Modality(unreal=True)
    return Modality(hedge=outer.hedge) if lemma != "deny" else Modality()


def _of_word(lemma: str, governor: Token, outer: Modality, infinitive: bool) -> Modality:
    """What the meaning of a governing word does to an infinitive or a gerund under it."""
    words = mood_words()
    if lemma in words.failing:
        return Modality(outer.planned, outer.unreal, not outer.negated, outer.alleged, False, outer.hedge)
    if lemma in words.succeeding or (lemma == "able" and governor.head.tag_ == "VBD"):
        return outer
    if lemma in ("have", "be"):
        planned = infinitive and lemma == "be"
        return Modality(planned=True, negated=outer.negated) if planned else Modality(unreal=infinitive)
    if lemma in words.hearsay:
        return Modality(alleged=True, negated=outer.negated, hedge=governor.text)
    if lemma in words.planning:
        return Modality(
            planned=not outer.unreal, unreal=outer.unreal, negated=outer.negated, hedge=outer.hedge or governor.text
        )
    if lemma in words.wishing or infinitive:
        return Modality(unreal=True, hedge=governor.text)
    return outer


def _of_adjective(adjective: Token) -> Modality:
    """The mood of the clause whose adjective governs: "will be ready to", "is not ready to"."""
    verb = adjective.head
    return own_words(verb) if adjective.dep_ in ("acomp", "attr") and verb.pos_ in ("VERB", "AUX") else Modality()


def _of_adverbial(verb: Token, infinitive: bool) -> Modality:
    """What an adverbial clause is told as: "if they meet" and "to meet" are not told as facts, "after they met" is."""
    if is_condition(verb):
        return Modality(unreal=True)
    return Modality(unreal=True, hedge="to") if infinitive else Modality()


def purpose_of_noun(noun: Token) -> Modality:
    """What a noun does to the infinitive under it: "a plan to meet", "dropped a plan to meet", "a wish to meet"."""
    words = mood_words()
    lemma = noun.lemma_.lower()
    if lemma not in words.plan_nouns | words.talk_nouns and lemma not in words.planning:
        return Modality(unreal=True)
    verb = noun.head
    dropped = noun.dep_ in ("nsubj", "nsubjpass", "dobj") and is_called_off(verb)
    if not dropped and noun.dep_ in ("dobj", "pobj") and verb.pos_ in ("VERB", "ADP"):
        above = verb if verb.pos_ == "VERB" else verb.head
        if above.pos_ == "VERB" and (above.lemma_.lower() in words.denying or is_negated(above)):
            return Modality(unreal=True)
    return Modality(planned=not dropped, cancelled=dropped)


def is_called_off(verb: Token) -> bool:
    """Whether a verb says that something is called off: "cancelled", "called off"."""
    cancelled = event_words().cancelled
    lemma = verb.lemma_.lower()
    particles = [c.lower_ for c in verb.children if c.dep_ in ("prt", "advmod", "prep")]
    return lemma in cancelled or any(f"{lemma} {particle}" in cancelled for particle in particles)
