"""Moods of verbs: what auxiliaries, negations, conjunctions and governing words make of the act that a verb names."""

from __future__ import annotations

from dataclasses import replace

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
        if current.dep_ == "acomp" and current.tag_ == "VBN" and current.head.lemma_ == "be":
            seen = merge(seen, own_words(current.head))  # "was at no point closed"
            current = current.head
            continue
        if current.dep_ not in ("xcomp", "ccomp", "pcomp", "acl", "advcl", "oprd"):
            break
        governor = _governor(current)
        if governor is None:
            break
        frame = _frame(current, governor)
        if seen.averted and (frame.unreal or frame.negated):
            seen = replace(seen, averted=False)  # "urged them to refuse to sign"
        seen = merge(seen, frame)
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
    progressive = any(c.dep_ == "aux" and c.tag_ in ("VBD", "VBZ", "VBP") for c in verb.children)
    return verb.tag_ == "VBG" and not progressive


def _granted(verb: Token, governor: Token) -> bool:
    """Whether a gerund names what was done, whatever is said of it: "did not regret meeting", "tried for shelling"."""
    if verb.dep_ in ("xcomp", "pcomp") and _is_gerund(verb):
        if verb.dep_ == "pcomp" and verb.head.lower_ in ("after", "since", "despite", "following"):
            return True
        if verb.dep_ == "pcomp" and verb.head.lower_ in ("for", "over") and governor.lemma_.lower() in _PUNISHING:
            return True
        return governor.lemma_.lower() in mood_words().granting and verb.head.lower_ not in ("from", "to")
    return False


# What follows the "for" of these was done before: "will be tried for shelling".
_PUNISHING = frozenset(
    "try prosecute attack kill execute expel fire sack ban blacklist sanction target pursue hunt seek detain hold sue "
    "extradite impeach suspend dismiss blame rebuke censure scold slam blast honour honor reward pay compensate".split()
)


def _frame(verb: Token, governor: Token) -> Modality:
    """What a governing word does to the verb under it: "plans to", "agreed to", "refused to", "is set to"."""
    words = mood_words()
    lemma = governor.lemma_.lower()
    infinitive = any(c.dep_ == "aux" and c.tag_ == "TO" for c in verb.children)
    if verb.dep_ == "advcl":
        return _of_adverbial(verb, governor, infinitive)
    if verb.dep_ == "acl":
        return purpose_of_noun(governor) if infinitive else Modality()
    outer = own_words(governor) if governor.pos_ in ("VERB", "AUX") else _of_adjective(governor)
    gerund = _is_gerund(verb)
    if lemma in words.charging and gerund:
        return Modality(alleged=True, hedge=governor.text)
    if _granted(verb, governor):
        return Modality()
    if (
        verb.dep_ == "pcomp"
        and verb.head.lower_ in ("without", "about", "against", "from", "instead")
        and (lemma not in words.failing)
    ):
        word = verb.head.lower_
        kept = lemma in words.averting or (word == "against" and lemma in words.planning)  # "decided against going"
        return Modality(
            unreal=word in ("about", "against", "from"),
            negated=word in ("without", "instead"),
            averted=kept and _holds(outer),
        )
    if verb.dep_ == "pcomp" and governor.pos_ == "NOUN" and verb.head.lower_ in ("of", "for"):
        named = _of_noun(governor)
        if named is not None:
            return named
    if not infinitive and _follows_condition(verb, governor):
        return Modality()
    if lemma in ("order", "declare") and verb.tag_ == "VBN" and not infinitive:
        return outer  # "ordered the border closed"
    finite = verb.tag_ != "VB" or any(c.dep_ == "aux" and c.tag_ != "TO" for c in verb.children)
    if not infinitive and not gerund and finite:
        return _of_finite(lemma, outer)
    if lemma == "go" and governor.tag_ == "VBG" and infinitive:
        return Modality(planned=True, negated=outer.negated)
    return _of_word(lemma, governor, outer, infinitive)


def _holds(outer: Modality) -> bool:
    """Whether a governing word is itself told as done or to be done."""
    return not outer.unreal and not outer.negated


def _of_noun(noun: Token) -> Modality | None:
    """What a noun does to the gerund under it: "the risk of losing", "no intention of leaving"."""
    words = mood_words()
    lemma = noun.lemma_.lower()
    if lemma in words.plan_nouns:
        return purpose_of_noun(noun)
    return Modality(unreal=True) if lemma in words.wish_nouns else None


def _follows_condition(clause: Token, governor: Token) -> bool:
    """ "They offered to host it should the others wish": the first clause is parsed as what is wished."""
    end = clause.right_edge.i
    after = clause.doc[end + 1] if end + 1 < governor.i else None
    if after is not None and after.is_punct and end + 2 < governor.i:
        after = clause.doc[end + 2]
    return (
        after is not None
        and after.lower_ in ("should", "had", "were")
        and after.head == governor
        and any(c.dep_ in ("nsubj", "nsubjpass") and c.i > after.i for c in governor.children)
    )


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
    if lemma in ("have", "be", "remain") and infinitive and any(c.lower_ == "yet" for c in governor.children):
        return Modality(negated=True)  # "have yet to meet"
    if lemma == "have" and governor.pos_ == "VERB" and not infinitive:
        return Modality(alleged=True, hedge=governor.text)  # "a letter had Chile leasing the port"
    if lemma in ("have", "be"):
        planned = infinitive and lemma == "be"
        return Modality(planned=True, negated=outer.negated) if planned else Modality(unreal=infinitive)
    if lemma in words.hearsay:
        return Modality(alleged=True, negated=outer.negated, hedge=governor.text)
    if lemma in words.planning:
        return Modality(
            planned=not outer.unreal,
            unreal=outer.unreal,
            negated=outer.negated,
            hedge=outer.hedge or governor.text,
            proposed=lemma in words.proposing,
        )
    if lemma in words.wishing or infinitive:
        averted = (is_averting(governor) and _holds(outer)) or (lemma in _ENABLING and outer.negated)
        return Modality(unreal=True, hedge=governor.text, averted=averted)
    return outer


# "Not able to", "nobody is willing to": without these nothing is done.
_ENABLING = frozenset({"able", "willing", "allow", "permit", "authorize", "authorise", "inclined", "empower"})


def _of_adjective(adjective: Token) -> Modality:
    """The mood of the clause whose adjective governs: "will be ready to", "is not ready to"."""
    verb = adjective.head
    return own_words(verb) if adjective.dep_ in ("acomp", "attr") and verb.pos_ in ("VERB", "AUX") else Modality()


def _of_adverbial(verb: Token, governor: Token, infinitive: bool) -> Modality:
    """What an adverbial clause is told as: "if they meet" and "to meet" are not told as facts, "after they met" is."""
    if is_condition(verb):
        return Modality(unreal=True)
    if infinitive:
        return Modality(unreal=True, hedge="to")
    if _goes_along(verb, governor):
        return _only_mood(own_words(governor))  # "will release prisoners, ending the siege"
    return Modality()


def is_averting(verb: Token) -> bool:
    """Whether a verb says that what it governs was not done: "refused", "prevented", "ruled out"."""
    lemma = verb.lemma_.lower()
    return lemma in mood_words().averting or (lemma == "rule" and any(c.lower_ == "out" for c in verb.children))


def _goes_along(verb: Token, governor: Token) -> bool:
    """ "Ending the siege" after "will release": a participle without a conjunction; what it says or follows is not."""
    return (
        verb.tag_ == "VBG"
        and verb.i > governor.i
        and verb.lemma_.lower() not in mood_words().commenting
        and not any(c.dep_ in ("aux", "mark", "advmod") for c in verb.children)
    )


def purpose_of_noun(noun: Token) -> Modality:
    """What a noun does to the infinitive under it: "a plan to meet", "dropped a plan to meet", "a wish to meet"."""
    words = mood_words()
    lemma = noun.lemma_.lower()
    if _is_none(noun) and (lemma in words.plan_nouns or lemma in words.planning or lemma in _RESOLVES):
        return Modality(unreal=True, averted=True)  # "has no plans to"
    if lemma not in words.plan_nouns | words.talk_nouns | _RESOLVES and lemma not in words.planning:
        return Modality(unreal=True)
    verb = noun.head
    dropped = noun.dep_ in ("nsubj", "nsubjpass", "dobj") and (
        is_called_off(verb) or verb.lemma_.lower() in _TAKING_BACK
    )
    above = verb if verb.pos_ == "VERB" else verb.head
    held = not dropped and noun.dep_ in ("dobj", "pobj") and above.pos_ == "VERB"
    if held and (above.lemma_.lower() in words.denying or is_negated(above)):
        return Modality(unreal=True, averted=True)
    return Modality(
        planned=not dropped, cancelled=dropped, proposed=lemma in words.proposing or above.lemma_.lower() in _WEIGHING
    )


# Nouns of one who has made up his mind; what they lead to is planned.
_RESOLVES = frozenset({"decision", "commitment", "undertaking"})
_TAKING_BACK = frozenset({"withdraw", "rescind", "revoke", "reverse", "retract", "overturn"})
_WEIGHING = frozenset(
    "debate discuss study examine review consider mull weigh contemplate ponder float suggest propose submit".split()
)


def _is_none(noun: Token) -> bool:
    """ "No plans", "stopped short of a decision"."""
    short = noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lower_ == "short"
    return short or any(c.lower_ == "no" for c in noun.children)


def is_called_off(verb: Token) -> bool:
    """Whether a verb says that something is called off: "cancelled", "called off"."""
    cancelled = event_words().cancelled
    lemma = verb.lemma_.lower()
    particles = [c.lower_ for c in verb.children if c.dep_ in ("prt", "advmod", "prep")]
    return lemma in cancelled or any(f"{lemma} {particle}" in cancelled for particle in particles)
