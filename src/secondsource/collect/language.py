"""The language model, for texts that few common English words vouch for; it takes 0.2 s to import, so it is lazy.

Only `english` imports it, through `formats`.
"""

from __future__ import annotations

from functools import cache

import pycountry
from py3langid.langid import MODEL_FILE, LanguageIdentifier

_SURE = 0.95


def other_language(sample: str) -> tuple[str, str] | None:
    """Give (ISO 639-1 code, English name) of the language that a text is surely in, None for English or doubt."""
    code, probability = _identifier().classify(sample)
    if code == "en" or probability < _SURE:
        return None
    known = pycountry.languages.get(alpha_2=code)
    return str(code), str(known.name) if known else str(code)


@cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
