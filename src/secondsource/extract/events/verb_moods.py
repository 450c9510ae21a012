"""Moods in a verb's own words: what its auxiliaries, negations, conjunction and subject say of the act."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from secondsource.words.mood import mood_words


@dataclass(frozen=True, slots=True)
class Modality:
    """What the words round a trigger do to it.

    Three flags say more of what is not told as done: `proposed`, a plan that is only put forward; `averted`, an act
    that somebody refused, could not do or prevented; `generic`, unreal only in that it is what is so in general.
    """

    planned: bool = False
    unreal: bool = False
    negated: bool = False
    alleged: bool = False
    cancelled: bool = False
    hedge: str | None = None
    proposed: bool = False
    averted: bool = False
    generic: bool = False


def merge(a: Modality, b: Modality) -> Modality:
    """Both together; two negations undo each other."""
    return Modality(
        a.planned or b.planned,
        a.unreal or b.unreal,
        a.negated != b.negated,
        a.alleged or b.alleged,
        a.cancelled or b.cancelled,
        a.hedge or b.hedge,
        a.proposed or b.proposed,
        a.averted or b.averted,
        (a.generic or b.generic) and a.generic == a.unreal and b.generic == b.unreal,
    )


_RELATIVE = frozenset({"who", "what"})
_SINGLE = frozenset({"one", "a", "an", "any"})
_FREQUENT = frozenset({"every", "each"})


def own_words(verb: Token) -> Modality:
    """What a verb's own auxiliaries, adverbs, conjunction and subject say of it."""
    words = mood_words()
    planned = unreal = alleged = False
    hedge = None
    children = list(verb.children)
    perfect = any(c.dep_ == "aux" and c.lemma_ == "have" for c in children)
    for child in children:
        lower = child.lower_
        if _is_guess(child, perfect):
            unreal, hedge = True, child.text
        elif child.dep_ == "aux" and (lower in words.will or _is_reported_future(child)):
            planned, hedge = True, child.text
        elif child.dep_ == "advmod" and lower in words.alleged_adverbs:
            alleged, hedge = True, child.text
        elif child.dep_ in ("nsubj", "nsubjpass") and lower in _RELATIVE and verb.dep_ not in ("relcl", "ROOT"):
            unreal = True  # "who carried it out is not known"
    if any(c.dep_ == "aux" and c.lower_ == "going" for c in children):
        planned = True
    if verb.tag_ == "VB" and verb.dep_ == "ROOT" and not any(c.dep_ in ("aux", "nsubj", "nsubjpass") for c in children):
        unreal = True  # an imperative
    if is_inverted(verb) or (not is_past(verb) and any(is_condition(c) for c in children)):
        unreal = True
    generic, negated = _is_generic(verb), is_negated(verb)
    unable = negated and hedge is not None and _is_beyond(hedge.lower(), verb)
    return Modality(
        planned, unreal or generic, negated, alleged, False, hedge, averted=unable, generic=generic and not unreal
    )


def _is_beyond(modal: str, verb: Token) -> bool:
    """ "Could not leave", "would not comment": said of what was not done, where no condition is named."""
    return modal in _ABILITY or (modal == "would" and not any(is_condition(c) for c in verb.children))


_ABILITY = frozenset({"could", "can", "ca", "cannot"})


def _is_generic(verb: Token) -> bool:
    """ "Experts warn", "they sail every season": the simple present of what is so in general, outside a headline."""
    if verb.tag_ not in ("VBP", "VBZ", "VB") or any(c.dep_ in ("aux", "auxpass") for c in verb.children):
        return False
    if verb.lemma_.lower() in mood_words().planning and any(c.dep_ == "xcomp" for c in verb.children):
        return False  # "unions plan to march"
    if any(t.lower_ in _FREQUENT and t.head.lemma_ in _SPELLS for t in verb.subtree):
        return True
    if is_dated(verb):
        return False
    own = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if own is None or own.tag_ != "NNS" or not verb.sent.text.rstrip(" ”\"'").endswith("."):
        return False
    return all(c.dep_ in ("amod", "compound", "prep", "relcl", "punct") for c in own.children) and not any(
        c.ent_type_ for c in own.children
    )


def is_dated(verb: Token) -> bool:
    """Whether a verb has a day of its own: "lawmakers vote on Thursday"; "on Mondays" is none."""
    phrases = [c for c in verb.children if c.dep_ in ("npadvmod", "advmod")]
    phrases += [g for c in verb.children if c.dep_ == "prep" for g in c.children if g.dep_ == "pobj"]
    return any(p.ent_type_ == "DATE" and p.tag_ not in ("NNS", "NNPS") for p in phrases)


_SPELLS = frozenset("day week month year season summer winter spring autumn fall morning evening night time".split())


def is_negated(verb: Token) -> bool:
    """Whether a verb is negated: "did not", "nobody was", "no ship has"; "not only" and "not until" negate nothing."""
    words = mood_words()
    for child in verb.children:
        lower = child.lower_
        if child.dep_ in ("nsubj", "nsubjpass"):
            if _is_nobody(child):
                return True
        elif child.dep_ == "neg" or (child.dep_ in ("advmod", "preconj", "det", "cc") and lower in words.negative):
            after = child.doc[child.i + 1].lower_ if child.i + 1 < len(child.doc) else ""
            aside = (
                child.i > verb.i and verb.pos_ == "VERB" and lower in ("not", "never")
            )  # "signed it, not a surprise"
            if after not in words.not_negating and not aside and not _until(verb):
                return True
        elif child.dep_ in ("dobj", "prep") and _is_empty(child):
            return True
    return False


def _is_empty(part: Token) -> bool:
    """Whether an object or a phrase of time leaves nothing of an act: "sent no troops", "at no time did they meet"."""
    words = mood_words()
    if part.dep_ == "prep":
        return any(
            g.lemma_.lower() in words.never_nouns and any(d.lower_ == "no" for d in g.children)
            for g in part.children
            if g.dep_ == "pobj"
        )
    return part.lemma_.lower() not in words.idle_objects and _is_nobody(part)


def _is_nobody(noun: Token) -> bool:
    """Whether a noun stands for nobody: "no one", "none of the ships", "not one ship"; not "no fewer than nine"."""
    words = mood_words()
    if noun.lower_ in words.nobody or (noun.lower_ == "one" and noun.i > 1 and noun.doc[noun.i - 2].lower_ == "no"):
        return True  # "no-one" comes as three tokens
    for child in noun.children:
        if child.lower_ == "not" and child.i + 1 < len(child.doc) and child.doc[child.i + 1].lower_ in _SINGLE:
            return True
        if child.lower_ in ("no", "neither") and child.dep_ in ("det", "preconj", "cc", "neg", "advmod"):
            after = child.doc[child.i + 1] if child.i + 1 < len(child.doc) else child
            return after.lemma_.lower() not in words.counting
    return False


def _until(verb: Token) -> bool:
    """ "Did not meet until Friday": on Friday they met."""
    return is_past(verb) and any(c.lower_ in ("until", "till") for c in (*verb.children, *_marks(verb)))


def _marks(verb: Token) -> list[Token]:
    return [g for c in verb.children if c.dep_ == "advcl" for g in c.children if g.dep_ == "mark"]


def is_past(verb: Token) -> bool:
    """Whether a finite clause tells of the past, in tense or perfect."""
    if verb.tag_ == "VBD":
        return True
    auxiliaries = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    if any(c.tag_ == "MD" for c in auxiliaries):
        return False
    return any(c.tag_ == "VBD" or c.lemma_ == "have" for c in auxiliaries)


def is_condition(clause: Token) -> bool:
    """Whether a clause states a condition: "if they meet", "unless they meet", "should they meet"; not "as if"."""
    if clause.dep_ != "advcl":
        return False
    if is_inverted(clause):
        return True
    marks = [c for c in clause.children if c.dep_ == "mark"]
    return any(c.lower_ in ("if", "unless", "lest") for c in marks) and not any(
        c.lower_ in ("as", "even") for c in marks
    )


def is_inverted(verb: Token) -> bool:
    """Whether a condition is told by word order: "Had they met, ...", "Should they meet, ..."."""
    if _were_to(verb):
        return True
    first = verb.left_edge
    while first.is_punct and first.i < verb.i:
        first = first.nbor(1)
    if first.lower_ not in ("had", "should", "were") or first.dep_ not in ("aux", "auxpass") or first.head != verb:
        return False
    asks = verb.sent[-1].text == "?"
    return not asks and any(c.dep_ in ("nsubj", "nsubjpass") and c.i > first.i for c in verb.children)


def _were_to(verb: Token) -> bool:
    """ "Were troops to cross the river": the infinitive often hangs on the noun."""
    if verb.tag_ != "VB" or not any(c.tag_ == "TO" for c in verb.children):
        return False
    above = verb.head.head if verb.dep_ in ("relcl", "acl") else verb.head
    return (
        above.lower_ == "were"
        and above.left_edge == above
        and verb.sent[-1].text != "?"
        and any(c.dep_ == "nsubj" and above.i < c.i < verb.i for c in above.children)
    )


def _is_guess(word: Token, perfect: bool) -> bool:
    """Whether a word under a verb makes it a supposition: a modal, "if", "perhaps"; "must have been" is none."""
    lower = word.lower_
    words = mood_words()
    if word.dep_ == "aux":
        if lower not in words.maybe or (perfect and lower == "must"):
            return False
        return not _is_reported_future(word) and not _did_anyway(word)
    if word.dep_ == "mark":
        before = word.nbor(-1).lower_ if word.i else ""
        granted = before == "as" or (before == "even" and is_past(word.head))
        return lower in words.conditions and not granted
    return word.dep_ == "advmod" and lower in words.guessing


def _did_anyway(modal: Token) -> bool:
    """ "Could meet only after ... had", "every Thursday he would visit": told of what was done."""
    verb = modal.head
    if modal.lower_ == "could":
        return any(
            c.dep_ == "advcl"
            and any(g.lower_ == "only" for g in c.children)
            and any(g.lower_ in ("after", "once", "when") for g in c.children)
            for c in verb.children
        )
    if modal.lower_ not in ("would", "'d", "’d"):
        return False
    return any(
        c.dep_ in ("npadvmod", "prep", "nsubj", "advmod", "nsubjpass")
        and any(g.lower_ in _FREQUENT for g in (*c.children, *(h for g in c.children for h in g.children)))
        for c in verb.lefts
    )


# "The announcement that they would meet".
_TELLING = frozenset("announcement statement declaration news word promise pledge assurance confirmation".split())


def _is_reported_future(word: Token) -> bool:
    """ "She said they would meet": the "would" of a plan told in the past, not of a guess."""
    verb = word.head
    told = verb.dep_ == "ccomp" and verb.head.tag_ in ("VBD", "VBN")
    told = told or (verb.dep_ in ("acl", "ccomp") and verb.head.lemma_.lower() in _TELLING)
    return (
        word.lower_ in ("would", "'d", "’d")
        and told
        and not any(c.tag_ in ("WRB", "WP", "WDT") for c in verb.children)  # "asked how they would do it"
        and not any(c.lower_ == "any" and c.head.dep_ in ("nsubj", "nsubjpass") for s in verb.lefts for c in s.children)
        and not any(is_condition(c) for c in verb.children)
    )
