"""A reader's question as the statement that it asks about, so that it is read as any claim is.

"Did Peru deny that it fired?" is read as "Peru did deny that it fired".
"""

from __future__ import annotations

from secondsource.detect.parse import parse
from secondsource.model import Document

_ASKING = frozenset("did does do has have had is are was were will would can could".split())
_SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj", "attr")


def is_question(claim: str) -> bool:
    """Whether a claim is put as a question that can be answered with yes or no."""
    words = claim.split()
    return claim.rstrip().endswith("?") and len(words) > 2 and words[0].lower() in _ASKING


def as_statement(question: str) -> str:
    """The statement that a question asks about: its subject put before the word that it opens with."""
    parsed = parse(Document("question", "(your question)", " ".join(question.split())))
    words = parsed.text.rstrip("? ")
    first = parsed[0]
    verb = first if first.dep_ == "ROOT" else first.head
    own = next((c for c in verb.children if c.dep_ in _SUBJECTS and c.i > 0), None)
    if own is None:
        return words
    end = own.right_edge.i
    if end + 1 >= len(parsed) - 1:  # "Were two men killed?": the parser hangs what is asked on whom it is asked of
        hung = next((c for c in own.rights if c.dep_ in ("acl", "relcl") and c.tag_ in ("VBN", "VBG", "VB")), None)
        end = hung.left_edge.i - 1 if hung is not None else end
    last = parsed[end]
    subject = parsed.text[parsed[1].idx : last.idx + len(last)]
    rest = parsed.text[last.idx + len(last) :].strip().rstrip("? ")
    return f"{subject[:1].upper()}{subject[1:]} {first.lower_} {rest}"
