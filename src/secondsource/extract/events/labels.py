"""Labels: who did what to whom, in one short sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from secondsource.extract.events.grammar import subject
from secondsource.extract.events.triggers import Trigger
from secondsource.extract.reading import Reading
from secondsource.model import EventMention


def labelled(mention: EventMention, trigger: Trigger, reading: Reading) -> EventMention:
    """The mention with a label: who did what to whom, in one short sentence."""
    doers = [p.name for p in mention.participants if p.role != "recipient"]
    receivers = [p.name for p in mention.participants if p.role == "recipient"]
    noun = trigger.token.text.lower()
    if mention.type == "CONSULT" and trigger.word.shape == "meeting" and doers:
        what = {"planned": "are to hold", "did_not_occur": "did not hold"}.get(mention.status, "held")
        kind = "secret talks" if mention.publicity == "secret" else "talks"
        if "phone" in mention.modes:
            kind = "a call"
        label = f"{listed(doers)} {what} {kind}"
    elif mention.type == "CONSULT" and "visit" in mention.modes:
        own = subject(trigger.token)
        several = len(doers) > 1 or (own is not None and own.tag_ in ("NNS", "NNPS"))
        planned = "are to visit" if several else "is to visit"
        what = {"planned": planned, "did_not_occur": "did not visit"}.get(mention.status, "visited")
        host = listed(receivers) or (mention.place.name if mention.place else "")
        label = f"{listed(doers) or 'Somebody'} {what} {host}".strip()
    elif trigger.kind == "verb":
        label = _verb_label(trigger, doers, receivers)
    else:
        label = _noun_label(trigger, noun, doers, receivers)
    if mention.place is not None and mention.place.name not in label:
        label += f" in {mention.place.name}"
    if mention.when is not None and mention.when.said and mention.when.said.lower() not in label.lower():
        label += f" ({mention.when.said})"
    return replace(mention, label=" ".join(label.split()))


def listed(names: Sequence[str]) -> str:
    """Names as a sentence lists them: "A", "A and B", "A, B and C"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def _verb_label(trigger: Trigger, doers: Sequence[str], receivers: Sequence[str]) -> str:
    verb = trigger.token
    aux = [
        c.text
        for c in verb.children
        if c.dep_ in ("aux", "auxpass", "neg") and c.i < verb.i and c.lower_ not in ("to",)
    ]
    tail = [t for t in verb.subtree if t.i > verb.i and not _outside(t, verb)]
    words = verb.doc[verb.i : (tail[-1].i + 1 if tail else verb.i + 1)].text
    own = subject(verb)
    passive = own is not None and own.dep_ == "nsubjpass"
    names_it = own is not None and (passive or (not doers and own.tag_ not in ("WDT", "WP")))
    lead = text_of(own, 12) if own is not None and names_it else listed(doers)
    if passive and own is not None and own.tag_ in ("WDT", "WP"):  # "two men who were arrested"
        lead = " ".join(t.text for t in verb.head.subtree if t.i < own.i).rstrip(" ,")
    if verb.dep_ == "acl" and verb.tag_ == "VBN":  # "the agreement signed by A"
        lead = " ".join(t.text for t in verb.head.subtree if t.i <= verb.head.i)
    shown = " ".join([*aux, *words.split()[:24]])
    if verb.tag_ in ("VBG", "VB") and not aux:
        shown = " ".join(words.split()[:24])
    return f"{lead} {shown}".strip(" ,;:")


def _outside(token: Token, verb: Token) -> bool:
    """Whether a token belongs to a clause beside the verb's own: a conjunct, an adverbial clause, a parenthesis."""
    while token != verb and token.head != token:
        if token.head == verb and token.dep_ in ("conj", "cc", "advcl", "parataxis", "punct", "relcl"):
            return True
        token = token.head
    return False


def _noun_label(trigger: Trigger, noun: str, doers: Sequence[str], receivers: Sequence[str]) -> str:
    prefix = " ".join(
        t.text
        for t in trigger.token.lefts
        if t.dep_ in ("amod", "compound") and t.ent_type_ == "" and t.lower_ != "alleged"
    )
    what = f"{prefix} {noun}".strip()
    by = f" by {listed(doers)}" if doers else ""
    link = {"ASSAULT": " on ", "COERCE": " of "}.get(trigger.word.type, " involving ")
    if trigger.word.type == "SANCTION":
        link = " of " if trigger.word.mode in ("expel", "convict", "withdraw") else " on "
    return what[:1].upper() + what[1:] + by + (f"{link}{listed(receivers)}" if receivers else "")


def text_of(token: Token, limit: int) -> str:
    tokens = list(token.subtree)[:limit]
    return str(token.doc[tokens[0].i : tokens[-1].i + 1].text)
