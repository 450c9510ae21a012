"""Lines that belong to a page and not to its report, told by their own words alone."""

from __future__ import annotations

import re

from secondsource.collect.units import Unit

_SECTIONS = re.compile(
    r"(?:the\s+)?(?:world|international|national|nation|local|regional|global|domestic|foreign|politics?|political|"
    r"government|"
    r"policy|foreign policy|diplomacy|defen[cs]e|security|national security|military|army|navy|air force|war|"
    r"conflicts?|economy|"
    r"economics?|business|markets?|finance|trade|energy|oil|tech|technology|science|health|climate|environment|"
    r"culture|society|"
    r"sports?|lifestyle|opinions?|editorials?|commentary|comment|analysis|features?|interviews?|explainers?|news|"
    r"world news|"
    r"top news|latest news|breaking news|top stories|headlines|in brief|briefs|exclusive|investigations?|video|audio|"
    r"photos?|"
    r"africa|asia|asia[- ]pacific|europe|eu|middle east|mena|americas|latin america|north america|south america|"
    r"central asia|"
    r"south asia|southeast asia|east asia|caucasus|balkans|oceania|pacific|indo-pacific|arctic|gulf|eurasia|"
    r"us|u\.s\.|usa|uk|united states|united kingdom|china|russia|ukraine|iran|israel|palestine|gaza|india|pakistan|"
    r"taiwan|japan|"
    r"korea|south korea|north korea|turkey|syria|iraq|france|germany|australia|canada|mexico|venezuela|press releases?|"
    r"statements?|speeches|blogs?|reports?|research|publications?|live|home|home page|front page|must read|"
    r"editor['’]s picks?)"
)
_JOIN = r"\s*(?:,|&|/|>|›|»|\||·|•|and)\s*"
_SECTION = re.compile(rf"{_SECTIONS.pattern}(?:{_JOIN}{_SECTIONS.pattern}){{0,4}}\s*[:|>]?", re.I)
_NAVIGATION = re.compile(
    r"(?:skip to (?:main )?content|skip navigation|jump to (?:navigation|content|search)|scroll to top.*|back to top|"
    r"toggle (?:navigation|menu)|menu|main menu|open menu|close|search(?: this site)?|sign in|log ?in|log ?out|"
    r"register|my account|"
    r"home|you are here:?.*|sections|a a|edition:?|font size.*|listen(?: to (?:this )?article)?(?:\s*\d+ min.*)?|"
    r"\d+ min(?:ute)?s?(?: read)?|read time:?.*|reading time:?.*|(?:previous|next|older|newer) (?:article|story|post|"
    r"page)s?:?|"
    r"prev(?:ious)?|next|image \d+ of \d+|\d+\s*/\s*\d+|\d+ of \d+|now playing:?|just watched|replay|"
    r"more videos? \.*|must watch|"
    r"back to gallery|hide caption|show caption|caption|view (?:all|more|gallery|comments|photos).*|load more|"
    r"show more|see more|"
    r"more|more_vert|play_arrow|video_youtube|expand|collapse|modal trigger|×|x|none|edit|save|go|ok|"
    r"cancel(?:\s*send)?|"
    r"posted!?|click here(?: to .{1,60})?|pages?:?\s*\d.*|story continues below.*|article continues (?:below|after).*|"
    r"your browser does not support.*|please enable javascript.*|this video is (?:not|no longer) available.*|"
    r"\d+ (?:hours?|minutes?|days?|weeks?) ago|(?:an?|one) (?:hour|minute|day) ago|watch live|live)",
    re.I,
)
_CRUMBS = re.compile(r"home\s*(?:>|›|»|/|→|::)\s*.+|[\w&' -]{2,25}(?:\s*[>›»→]\s*[\w&' -]{2,30}){2,}", re.I)


def is_section(said: str) -> bool:
    """Whether a line is the name of a section or of several: "Defence & Security", "World · Americas"."""
    return len(said) <= 60 and _SECTION.fullmatch(said.strip()) is not None


def is_navigation(unit: Unit) -> bool:
    """Whether a line is a button, a breadcrumb trail or a row of menu entries."""
    said = unit.text
    if _NAVIGATION.fullmatch(said) or (unit.words <= 14 and not unit.ended and _CRUMBS.fullmatch(said)):
        return True
    pieces = [piece for piece in re.split(r"\s*[|·•/]\s*", said) if piece]
    if len(pieces) < 3 or unit.ended:
        return False
    known = sum(is_section(piece) or _NAVIGATION.fullmatch(piece) is not None for piece in pieces)
    return 2 * known >= len(pieces)
