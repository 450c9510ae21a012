"""Short lines over a report that are nobody's name: its topic, its place, its writer, its kind ("War in Sudan")."""

from __future__ import annotations

import re
from functools import cache

from secondsource.collect.names import listed
from secondsource.words.countries import iso_of
from secondsource.words.gazetteer import spots
from secondsource.words.given_names import gender_of_name
from secondsource.words.outlets import named

_TOPICS = re.compile(
    r"\b(?:affairs?|agreements?|analysis|attacks?|border|bombings?|ceasefire|commentary|conflicts?|corrections?|coups?|"
    r"crisis|crises|deals?|debate|defen[cs]e|diplomacy|disputes?|economy|elections?|energy|explained|explainer|exclusive|"
    r"hostages?|interviews?|investigation|invasion|issues?|meetings?|military|missiles?|negotiations?|nuclear|opinion|"
    r"peace|policy|politics|pressure|profiles?|program(?:me)?|protests?|questions?|relations|relationship|row|sanctions|"
    r"security|spying|statements?|strategy|strikes?|summits?|talks|tariffs?|tensions?|terrorism|threats?|trade|treaty|"
    r"truce|updates?|visits?|wars?|weapons|withdrawal)\b",
    re.IGNORECASE,
)
# Whoever watches or studies a topic bears its name and is somebody: "Institute for the Study of War", "Conflict Desk".
_STUDIES = re.compile(
    r"\b(?:bulletin|centre|center|council|desk|digest|dispatch|forum|foundation|fund|gazette|group|herald|initiative|"
    r"insider|institute|intelligence|journal|lab|magazine|monitor|network|newsletter|observatory|observer|project|"
    r"reporter|society|tracker|trust|weekly)\b",
    re.IGNORECASE,
)
_KINDS = re.compile(
    r"(?:last|first|live|exclusive|breaking|opinion|analysis|watch|video|photos?|updated?|explainer|interview|transcript|"
    r"press|statement|communiqu[eé]|remarks|readout|editorial|guest|column|special|long read|big read|feature|factbox|"
    r"timeline|"
    r"question|answer|fact check|full text|text of|note|notice|alert|urgent|confirmed|revealed|report|summary|overview|"
    r"introduction|background|abstract|executive|chapter|part|issue|volume|vol|no|page|published|posted|by|translation|"
    r"translated|corrections?|clarifications?|republic of|kingdom of|state of|government of|ministry|department|office|"
    r"embassy|advertisement|sponsored|subscribe|sign|share|menu|search|home|about|contact|read|more|latest|top|"
    r"trending|in depth|in brief|at a glance|key (?:points|takeaways)|what|why|how|who|when|where|is|are|can|will)\b",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:january|february|march|april|june|july|august|september|october|"
    r"november|december|jan|feb|sept?|oct|nov|dec)\b\.?(?:\s\d|$)",
    re.IGNORECASE,
)


def is_kicker(said: str) -> bool:
    """Whether a short line is of a topic, a place, a kind of text or a person, and so names no publisher."""
    if _known_paper(said):
        return False
    if (_TOPICS.search(said) and not _STUDIES.search(said)) or _KINDS.match(said) or _DAY.search(said):
        return True
    person = gender_of_name(said.title() if said.isupper() else said) is not None
    return person or said.casefold() in _countries() or bool(spots(said))


def _known_paper(said: str) -> bool:
    known = listed(said)
    return (known is not None and known.kind in ("outlet", "agency")) or any(o.kind == "outlet" for o in named(said))


@cache
def _countries() -> frozenset[str]:
    return frozenset(name.casefold() for name in iso_of())
