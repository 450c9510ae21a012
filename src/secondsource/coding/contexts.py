"""Contexts of an event: what the words of its sentence and its CAMEO code say that it is about.

Source of the contexts and of the rule for crimes: PLOVER manual 2.0 (Open Event Data Alliance).
"""

from __future__ import annotations

from secondsource.words.cameo import cameo_codes
from secondsource.words.contexts import context_words
from secondsource.words.phrases import tokens

# A kind of crime that has a context of its own stands for crime at large.
_CRIMES = frozenset({"corruption", "illegal_drugs", "trafficking"})


def contexts_of(sentence: str, cameo: str | None) -> tuple[str, ...]:
    """The PLOVER contexts that a sentence shows, and those that go with a CAMEO code, in the order of the manual.

    Linear in the sentence. A code that CAMEO does not have adds nothing.
    """
    known = context_words()
    shown = {code for found in known.phrases.find(tokens(sentence)) for code in found.value}
    if shown & _CRIMES:
        shown.discard("crime")
    coded = cameo_codes().get(cameo or "")
    if coded is not None:
        shown.update(coded.contexts)
    return tuple(code for code in known.codes if code in shown)
