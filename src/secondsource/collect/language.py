"""The language model, for texts that few common English words vouch for; it takes 0.2 s to import, so it is lazy.

Only `english` imports it, through `formats`.
"""

from __future__ import annotations

from functools import cache

import pycountry
from py3langid.langid import MODEL_FILE, LanguageIdentifier

# Near languages share the probability (Russian and Bulgarian, Mandarin and Wu), so the first needs half of it; lists of
# names alone spread it over dozens, none above a tenth.
_FIRST = 0.5
_ENGLISH = 0.05


def other_language(sample: str) -> tuple[str, str] | None:
    """Give (ISO 639-1 code, English name) of the language that a text is surely in, None for English or doubt."""
    ranked = _identifier().rank(sample)
    code, probability = ranked[0]
    if probability < _FIRST or dict(ranked).get("en", 0.0) > _ENGLISH:
        return None
    known = pycountry.languages.get(alpha_2=code)
    return str(code), str(known.name) if known else str(code)


@cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
