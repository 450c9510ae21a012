"""Verbs and the nouns that hang on them: subject, objects, voice, also where they are shared or left out."""

from __future__ import annotations

from spacy.tokens import Token

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_BLAME = frozenset("accuse charge suspect blame condemn criticize criticise praise thank".split())


def subject(verb: Token) -> Token | None:
    """The subject of a verb, its own or the one it shares with the verb above it."""
    for step in range(6):
        own = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
        if own is not None:
            return own
        if verb.tag_ in ("VBD", "VBZ", "VBP") and verb.dep_ != "conj":
            stray = _stray_subject(verb)
            if stray is not None:
                return stray
        if verb.dep_ in ("conj", "xcomp", "advcl", "ccomp", "pcomp", "acomp"):
            above = verb.head.head if verb.dep_ == "pcomp" else verb.head
            controller = _controller(verb, above)
            if controller is not None:
                return controller
            verb = above
        elif verb.dep_ == "acl" and verb.tag_ in ("VBG", "VBD"):
            return verb.head
        elif verb.dep_ == "acl" and verb.tag_ == "VBN" and (step > 0 or not is_passive(verb)):
            return verb.head  # "agents alleged to have fired", or a past tense read as a participle
        elif verb.dep_ == "acl" and verb.tag_ in ("VB", "VBP"):
            verb = _above_noun(verb.head)
        else:
            return None
    return None


def _controller(verb: Token, above: Token) -> Token | None:
    """The object above that is a verb's subject: "accused Iran of shelling", "urged Iran to stop"."""
    if verb.dep_ == "pcomp" and above.lemma_ in _BLAME:
        return next((c for c in above.children if c.dep_ in ("dobj", "nsubjpass")), None)
    if verb.dep_ == "xcomp" and above.lemma_ not in ("promise", "threaten"):
        return next((c for c in above.children if c.dep_ == "dobj"), None)
    return None


def _above_noun(noun: Token) -> Token:
    """The word on which the phrase of a noun hangs: "a plan to ..." is its verb's."""
    while noun.dep_ in ("dobj", "pobj", "prep", "attr") and noun.head != noun:
        noun = noun.head
    return noun


def _stray_subject(verb: Token) -> Token | None:
    """The noun right before a finite verb that the parse hung elsewhere: "... in the sea, A and B agreed"."""
    if verb.i == 0:
        return None
    left = verb.nbor(-1)
    while left.pos_ in ("ADV", "AUX", "PART") and left.i > verb.sent.start:
        left = left.nbor(-1)
    if left.pos_ != "PROPN" or left.dep_ not in ("conj", "pobj", "appos"):
        return None
    while (
        left.dep_ == "conj"
        and left.head.pos_ == "PROPN"
        and left.head.i > verb.i - 8
        and "," not in (t.text for t in left.doc[left.head.i : left.i])
    ):
        left = left.head
    return left


def is_passive(verb: Token) -> bool:
    """Whether a verb's subject undergoes the act."""
    if any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children):
        return True
    return (
        verb.tag_ == "VBN"
        and verb.dep_ in ("acl", "advcl")
        and not any(c.dep_ in ("aux", "dobj") for c in verb.children)
    )


def direct_objects(verb: Token) -> list[Token]:
    """A verb's object nouns, passive subjects and conjuncts included."""
    heads = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass", "dative", "oprd")]
    if verb.dep_ == "acl" and verb.tag_ == "VBN" and is_passive(verb):
        heads.append(verb.head)
    if verb.dep_ == "relcl":
        heads = [verb.head if c.lower_ in ("which", "that", "who", "whom") else c for c in heads]
    return [h for head in heads for h in (head, *head.conjuncts)]


def late_objects(verb: Token) -> list[Token]:
    """The objects of a past tense that the parse took for a participle: "A and B signed on 2 May, in Rome, a treaty".

    The sentence has then no finite verb, its root is the subject, and the object hangs on a noun as an apposition.
    """
    if verb.tag_ != "VBN" or verb.dep_ != "acl" or verb.sent.root.pos_ not in ("NOUN", "PROPN"):
        return []
    sentence = verb.sent
    if any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in sentence) or any(c.lower_ == "by" for c in verb.children):
        return []
    return [
        t for t in sentence if t.i > verb.i and t.dep_ == "appos" and t.head.i < t.i and t.pos_ in ("NOUN", "PROPN")
    ]


def late_subjects(verb: Token) -> list[Token]:
    """The subjects of such a past tense: the root of its sentence with what is joined to it."""
    root = verb.sent.root
    beside = [c for c in root.children if c.dep_ == "appos" and c.i < verb.i]
    return [root, *(c for each in beside for c in each.conjuncts if c.i < verb.i)]


def objects_of(verb: Token, *prepositions: str) -> list[Token]:
    """The nouns after a verb's prepositions."""
    return [
        g
        for c in verb.children
        if c.dep_ in ("prep", "agent", "dative", "prt") and c.lower_ in prepositions and not is_topic(c)
        for g in c.children
        if g.dep_ in ("pobj", "pcomp")
    ]


def is_topic(preposition: Token) -> bool:
    """ "With trade as the main topic": who stands behind this "with" takes no part."""
    if preposition.lower_ != "with":
        return False
    return any(g.i + 1 < len(g.doc) and g.doc[g.i + 1].lower_ == "as" for g in preposition.children)


def is_instrument(token: Token) -> bool:
    """Whether a noun names what an act is done with: "attacked with rockets", "assault with a knife"."""
    return token.lemma_.lower() in _INSTRUMENTS


_INSTRUMENTS = frozenset(
    "weapon knife rifle gun pistol missile rocket drone bomb grenade artillery tank explosive machete shell mortar "
    "axe sword hammer stone bullet mine truck car torpedo laser cannon shotgun revolver dagger club bottle acid poison "
    "malware virus ransomware blade firearm munition projectile bulldozer stick baton brick fire".split()
)


def is_measure(token: Token) -> bool:
    """Whether a noun only counts another: "a series of", "two rounds of", "hours of"."""
    return token.lemma_.lower() in _MEASURES


_MEASURES = frozenset(
    "series round string number set wave spate pair couple day hour week month year kind form type host spell bout "
    "sequence flurry list package raft batch chain cycle dozen hundred thousand".split()
)
