"""Lines that pages carry around a report, as patterns over one whole line; the kind is what a reader would call it.

A line of the report never reads like these: they speak to the visitor ("Enter your email address"), name a button,
or credit somebody. Each pattern must match the whole line, so that a sentence that begins alike is safe. Written for
this project; what they find and what they must leave alone stands in the tests.
"""

from __future__ import annotations

import re
from functools import cache

_NAME = r"(?-i:[A-ZÀ-Þ][\w.’'-]*(?:\s+(?:(?:de|von|van|der|al|bin|el|la)\s+)?[A-ZÀ-Þ][\w.’'-]*){0,4})"
_AGENCY = (
    r"(?-i:AP|AFP|EPA(?:-EFE)?|EFE|Reuters|REUTERS|Xinhua|TASS|Sputnik|Bloomberg|Anadolu(?: Agency)?|Kyodo(?: News)?|"
    r"Yonhap|CNA|"
    r"PTI|ANI|IRNA|dpa|DPA|ANSA|PA(?: Media| Wire)?|WAFA|KCNA|SANA)"
)
_PICTURES = (
    r"(?-i:Getty(?: Images)?|Shutterstock|NurPhoto|ZUMA\w*|Alamy|Pool|POOL|Handout|HANDOUT|Courtesy|iStock\w*|"
    r"Wikimedia(?: Commons)?|"
    r"Maxar(?: Technologies)?|Planet Labs\w*|Flickr|Unsplash|U\.?S\.? (?:Navy|Army|Air Force|Marine Corps)|(?:AP|"
    r"File|AFP|Reuters|"
    r"REUTERS|Pool|Staff|Handout) [Pp]hoto|[Ff]ile(?: [Pp]hoto)?)"
)
_CREDITED = rf"(?:{_AGENCY}|{_PICTURES})"
_SITES = (
    r"(?:facebook|twitter|x|whatsapp|telegram|linkedin|e-?mail|reddit|pinterest|tumblr|print|messenger|copy link|"
    r"flipboard|"
    r"google\+?|line|weibo|wechat|instagram|youtube|pocket|threads|bluesky|rss|viber|vk|skype|sms|more|tweet|share|pin|"
    r"comment|save|link|pdf|bookmark|listen)"
)
_PIECE = r"(?:article|story|report|piece|post|commentary|interview|op-?ed|column|essay|page|text)"
_MAIL = r"(?:newsletters?|inbox|e-?mails?|alerts|updates|digest|subscri\w+|notifications?|headlines)"

_COMMENT_FORM = (
    r"(?:leave|post|add|write|submit) (?:a|your) (?:comment|reply)\b.{0,40}",
    r"your e-?mail address will not be published\b.{0,80}",
    r"required fields are marked.{0,10}",
    r"\*+",
    r"(?:name|e-?mail|website|comment|message)\s*\*?(?:\s+(?:name|e-?mail|website)\s*\*?){0,3}",
    r"save my name,? e-?mail.{0,120}",
    r"(?:post|submit|view|show|hide|load|read|join|see) (?:all |the |more |\d+ )*(?:comments?|replies|conversation|"
    r"discussion)\b"
    r".{0,30}",
    r"\d+ (?:comments?|replies|responses)(?: (?:yet|so far|on|to)\b.{0,80})?",
    r"no comments (?:yet|so far)\.?",
    r"(?:user |reader )?comments\s*[:(]?\s*\d*\)?",
    r"comments? \(\d+\)",
    r"comments are closed\.?",
    r"(?:log|sign) in (?:to|or)\b.{0,60}",
    r"be the first to (?:comment|know|reply)\.?",
    r"loading comments.{0,5}",
    r"this site uses akismet.{0,160}",
    r"you must be logged in to\b.{0,40}",
    r"(?:cancel )?reply",
    r"you are signed in as:?",
    r"notify me of (?:new|follow-?up).{0,60}",
)
_NEWSLETTER = (
    rf"(?:please )?(?:subscribe|sign ?up|register|get|join|receive|stay|never miss|"
    rf"don['’]t miss)\b.{{0,120}}\b{_MAIL}\b.{{0,80}}",
    r"(?:subscribe|sign ?up|sign me up|subscribe now|become a member|donate(?: now)?)[.!:]?",
    r"support (?:us|our (?:work|journalism))\b.{0,120}",
    r"enter your e-?mail(?: address)?\b.{0,160}",
    r"(?:your )?e-?mail(?: address)?\s*[:*]?",
    r"by (?:signing up|subscribing|submitting|clicking|registering|entering)\b.{0,60}\byou (?:agree|consent|accept|"
    r"confirm)\b.{0,200}",
    r"you (?:can|may) unsubscribe.{0,80}",
    r"thank you for (?:subscribing|signing up|reading).{0,80}",
    r"you(?:['’]re| are) receiving this\b.{0,160}",
    r"your subscription (?:supports|helps)\b.{0,120}",
    r"already a (?:subscriber|member)\?.{0,60}",
    r"unsubscribe\b.{0,40}",
    r"this (?:article|story|content) is (?:only )?(?:for|available to) subscribers\b.{0,60}",
    r"(?:unlimited|full) digital access\b.{0,80}",
    r"subscribe (?:to|for|from|with|today|via)\b.{0,120}",
    r"join \d[\d,]* (?:other )?(?:subscribers|readers|followers)\b.{0,40}",
    r"like (?:this|what you (?:read|see))\b.{0,30}\?.{0,160}",
    r"follow (?!him\b|her\b|them\b)(?:us|our|@\w+|"
    r".{2,40} on (?:x|twitter|facebook|telegram|instagram|google news|whatsapp|youtube|"
    r"linkedin))\b.{0,80}",
    r"(?:download|get) (?:the|our) .{0,30}\bapp\b.{0,80}",
    r"congratulations!?",
    r"forward (?:it|this) to a friend.{0,20}",
)
_SHARE = (
    rf"(?:share(?: this)?(?: {_PIECE})?(?:\s+(?:on|via|with|to))?\s*:?\s*)?{_SITES}(?:\s*[,|/·•]?\s*(?:share on |"
    rf"share via |on |via |"
    rf"and )?{_SITES}\d*){{0,9}}\s*:?",
    rf"share(?: (?:this|it|the))?(?: {_PIECE})?\s*:?",
    r"(?:fb|g)share\b.{0,60}",
    r"\d[\d,.]*[km]?\s*(?:shares|retweets|likes|views)|shares",
    r"(?:tweet|pin|share|print|e-?mail) this(?: (?:page|article|story|post))?\.?",
    r"(?:read or )?share this story:?.{0,80}",
    r"click (?:here )?to (?:share|e-?mail|print|comment)\b.{0,60}",
    r"like loading.{0,5}",
    r"purchase:? order reprint|connect tweet linkedin.{0,40}|post to facebook",
    r"twitter\s?\d+ retweets?",
)
_NOTICE = (
    r".{0,60}\b(?:we|this (?:web)?site|our (?:web)?site|our partners)\b.{0,60}\bcookies\b.{0,300}",
    r"by (?:continuing|using this|browsing)\b.{0,120}\bcookies\b.{0,200}",
    r"(?:cookie|privacy) (?:policy|settings|preferences|notice|statement)\b.{0,60}",
    r"(?:accept|reject)(?: all)?(?: cookies)?",
    r"we (?:and our partners|value your privacy)\b.{0,200}",
    r"terms (?:of (?:use|service)|(?:and|&) conditions)\b.{0,60}",
)
_RELATED = (
    r"(?:read|see|watch|related|more|also read|also see|don['’]t miss|must read|recommended)"
    r"(?: more| also| next| stories| articles|"
    r" story| article| news| posts?| content| links?| topics| coverage| reading| videos?)?"
    r"\s*[:：»>]\s*(?-i:[^a-z\s].{0,160})?",
    r"read (?:also|more|next|full (?:article|story)|the (?:full|original) (?:article|story|post))\b.{0,100}",
    r"(?:see|read) also\b.{0,100}",
)
_DOWNLOAD = (
    r"(?-i:DOWNLOAD)\b[^.]{0,60}",
    r"download(?: (?:as|the|this|full|a|our))*(?: (?:pdf|report|document|file|statement|article|podcast|images?|"
    r"photos?))*(?:\s*\(.{1,20}\))?",
)
_COPYRIGHT = (
    r"(?:©|\(c\)\s*\d|copyright\b\s*(?:©|\(c\)|\d{4})).{0,300}",
    r"(?:.{0,80}[.|,]\s?)?all rights reserved\b.{0,200}",
    r"this material may not be published, broadcast.{0,120}",
    r"(?:.{0,60}\b)?(?:reproduction|republication|redistribution|reuse)\b.{0,60}\b(?:prohibited|without|permitted|"
    r"permission)\b.{0,80}",
    r"powered by \w+\b.{0,60}",
    r"licensed under\b.{0,80}",
)
_ADVERTISEMENT = (
    r"(?:story continues below )?advertise?ments?(?:\s*[-–:].{0,40})?",
    r"sponsored(?: content| by [^.]{2,40})?|(?:promoted|paid) (?:content|post)",
    r"scroll to continue.{0,40}|(?:story|article) continue[sd] (?:below|after).{0,40}",
    r"window\._\w+.{0,400}",
    r"recommended (?:video|for you):?",
)
# Archive pictures keep the news of their day: "FILE - In this Jan. 5, 2015 file photo, ...". With all that is said
# of the matter they run longer than other lines of a page.
_PICTURE = (
    r"(?:photo(?:graph)?s?|images?|pictures?|frame ?grab|(?:frame|image) (?:grab )?(?:taken |made )?from (?:a )?video)"
)
_ARCHIVE = (
    r"(?-i:FILE\s*(?:PHOTO|IMAGE)?\s*[-–—:]|FILE (?:PHOTO|IMAGE)\b|File photo:|FILE (?=In this\b)).{5,1500}",
    rf"in (?:this|these) [^;\n]{{0,40}}?(?:\d|\b(?:file|undated|combination|combo|handout|pool|satellite)\b)"
    rf"[^;\n]{{0,20}}?\b{_PICTURE}\b[^;\n]{{0,160}}?,.{{5,1500}}",
    rf"in (?:this|these) {_PICTURE},? (?:taken|made|released|provided|distributed|published|posted|shot|supplied)\b"
    r"[^;\n]{0,160}?,.{5,1500}",
)
_LONGEST, _LONGEST_CAPTION = 700, 1600
_CAPTION = (
    r"\(?(?:(?:file|cover|featured?|representative|representational|illustrative) )?(?:photo(?:graph)?s?|images?|"
    r"pictures?|pic|credit|"
    r"(?:photo|image|picture) (?:credit|source|courtesy)|video|media|illustration|graphic)\s*(?::|(?-i:by [A-Z])|©|"
    r"courtesy\b).{1,300}",
    rf"[\[(]?\s*(?:{_NAME}\s*[/,|–-]\s*)?{_CREDITED}(?:\s*[/,|–-]\s*(?:{_CREDITED}|"
    rf"{_NAME}))+(?:\s+via\s+[\w ]{{2,30}})?\s*[\])]?",
    rf"{_NAME}\s*[|/]\s*{_CREDITED}(?:\s*[|/]\s*.{{2,40}})?",
    r"(?-i:AP|AFP|REUTERS|Reuters|EPA)\s*(?:Photo\s*)?/\s*.{2,60}",
    r".{2,60} via (?-i:AP|AFP|Reuters|REUTERS|Getty Images|Shutterstock)",
    rf".{{3,600}}[\[(]\s*(?:(?:photo|image|picture|credit)s?\s*(?:by\b|:|courtesy\b).{{2,60}}|(?:{_NAME}\s*[/,|"
    rf"–-]\s*)?{_PICTURES}.{{0,50}}|"
    rf"{_NAME}\s*/\s*{_AGENCY}|{_AGENCY}\s*(?:[Pp]hoto)?\s*/\s*{_NAME}.{{0,40}})[\])]\.?",
    rf"[^.!?]{{5,100}}\({_AGENCY}\)",
    *_ARCHIVE,
    r"image (?:copyright|caption)\b.{2,80}|(?-i:Credit[A-Z]).{3,80}|buy photo",
    r"getty images|hide caption|show caption",
)
_CREDIT = (
    rf"\(?(?:additional |further )?(?:reporting|writing|editing|compiled|translated?|translation|"
    rf"written)(?: and (?:writing|editing|"
    rf"reporting))? by\s+(?:the |our )?{_NAME}.{{0,240}}(?:\)|(?<!\.)|;.{{0,200}})",
    rf"reporting for (?:the )?{_NAME}.{{0,100}}",
    r".{2,120} contributed (?:to this (?:report|story|article|dispatch)|reporting)\b.{0,80}",
    rf"(?!{_AGENCY}){_NAME}(?: and {_NAME})? reported from {_NAME}(?:,? (?:and )?{_NAME})*\.",
    r"[-–—]\s?(?:world briefs|with|from|compiled)\b.{0,80}\b(?:agenc(?:y|ies)|wires?|reports?|reporting|afp|reuters|"
    r"ap)\.?",
    r"\(?(?:with )?(?:inputs?|files|material|reporting) from (?:the )?(?-i:[A-Z]).{2,80}|"
    r"\(with (?:agency )?(?:inputs?|agencies).{0,60}",
    r"\(?ends?\)|\bend(?:s|it)?|###|# # #|-30-|-0-|/\.|xxx",
    r"(?:e-?mail:?\s*)?[\w.+-]+@[\w-]+\.[\w.]+",
    r"contact .{2,60} at \S+@\S+.{0,10}",
    r"(?:press|media) (?:contacts?|enquiries|inquiries)\b[^.]{0,120}",
    r"for (?:more|further) information,? (?:contact|please|call|visit)\b.{0,160}",
    r"source\s*:\s*.{2,60}|via\s*:\s*.{2,60}",
    rf"this {_PIECE} (?:was |has been |is )?(?:first |originally )(?:appeared|published|posted|ran)\b.{{2,200}}",
    rf"this {_PIECE} (?:was |has been |is )?(?:appeared|republished|reprinted|reproduced|translated|"
    rf"syndicated)\b.{{2,200}}",
    r"(?:originally|first) (?:published|appeared|posted)\b.{2,140}",
    r"(?:the )?(?:views?|opinions?)(?: and opinions?)? expressed\b.{2,200}",
)
_TAGS = (
    r"(?:tags?|topics?|keywords?|categor(?:y|ies)|filed under|posted in|labels?|tagged(?: with)?|in this (?:story|"
    r"article))\s*[:|]?",
    r"(?:tags?|topics?|keywords?|categor(?:y|ies)|filed under|posted in|labels?|tagged(?: with)?)\s*[:|].{1,200}",
)
_BY_LINE = (
    r"about the authors?\b.{0,600}",
    r"authors?\s*:\s*.{2,80}",
    r"(?:updated?|published|posted|first published|last updated|originally published)\s*:?(?:\s*\d+ (?:minutes?|"
    r"hours?|days?) ago)?",
    r"(?:updated?|published|posted)\s*:?\s*\d{1,2}[:.]\d\d\s*[ap]\.?m\b.{0,50}",
    r"(?:posted|submitted) by \S+[^.]{0,60}",
    r"(?:you can )?(?:follow|reach|contact|e-?mail) (?:him|her|them|me|the (?:author|reporter|writer)) (?:on|at|"
    r"via)\b.{0,160}",
    r"(?:he|she|they) (?:tweets? (?:at|as|@)|can be (?:reached|found|followed) (?:at|on|via))\b.{0,120}",
    r"@\w{3,20}",
)
_LINES = (
    ("comment form", _COMMENT_FORM), ("newsletter", _NEWSLETTER), ("share", _SHARE), ("notice", _NOTICE),
    ("related", _RELATED), ("download", _DOWNLOAD), ("copyright", _COPYRIGHT), ("advertisement", _ADVERTISEMENT),
    ("caption", _CAPTION), ("credit", _CREDIT), ("tags", _TAGS), ("by-line", _BY_LINE),
)  # fmt: skip

_LINK_HEADS = (
    r"related(?: (?:news|stories|story|articles?|posts?|content|topics?|links?|coverage|reading|videos?))?",
    r"more (?:news|stories|on this|from|in|like this|about|coverage|headlines|to read)\b.{0,50}",
    r"(?:read|see) (?:more|also|next)|also (?:read|see|on)\b.{0,40}",
    r"you (?:may|might) (?:also )?(?:like|be interested in)\b.{0,20}",
    r"recommended(?: for you| stories| reading)?|suggested (?:reading|stories|articles)",
    r"(?:most|top) (?:popular|viewed|read|shared|commented|recent|watched|stories|news)\b.{0,40}",
    r"trending(?: now| in .{2,30}| stories| videos)?|popular(?: posts| now| stories)?",
    r"latest(?: news| stories| posts| videos| headlines| articles)?",
    r"don['’]t miss|editor['’]?s['’]? picks?|what to read next|next up|up next|in other news|explore more|keep reading",
    r"(?:elsewhere|from|around)(?: (?:around|on|from))? the web|from our partners|sponsored stories",
    r"(?:other|previous|next|recent) (?:news|stories|story|articles?|posts?|comments)|archives?|blogroll|top coverage",
    r"in case you missed it|must[- ]reads?",
)
_COMMENT_HEADS = (
    r"(?:leave|post|add|write) (?:a|your) (?:comment|reply)\b.{0,40}",
    r"(?:\d+ )?(?:user |reader )?(?:comments|responses|replies)\s*(?:\(\d+\)|:)?",
    r"\d+ (?:comments?|responses|replies|thoughts)\b.{0,90}",
    r"comments? \(\d+\)|join the (?:conversation|discussion)\b.{0,40}|cancel reply|comments are closed\.?",
)
_PRICE_HEADS = (
    r"(?:latest |live |today['’]s )?(?:market|crypto|cryptocurrency|stock|coin|bitcoin|exchange)s? (?:prices?|rates?|"
    r"quotes?|watch)",
    r"latest market prices|markets? (?:today|at a glance|summary)",
)


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((kind, _any_of(lines)) for kind, lines in _LINES)


@cache
def _any_of(lines: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{line})" for line in lines), re.I)


def kind_of(line: str) -> str | None:
    """Give the kind of boilerplate that a whole line is, None where it may be of the report."""
    if len(line) > _LONGEST:
        return "caption" if len(line) <= _LONGEST_CAPTION and _any_of(_ARCHIVE).fullmatch(line) else None
    return next((kind for kind, pattern in _patterns() if pattern.fullmatch(line)), None)


def heads_links(line: str) -> bool:
    """Whether a line announces links to other pages: "Related stories:", "Most viewed", "You may also like"."""
    return len(line) <= 90 and _any_of(_LINK_HEADS).fullmatch(line.rstrip(" .…:»>")) is not None


def heads_comments(line: str) -> bool:
    """Whether a line opens the readers' comments or the form for them."""
    return len(line) <= 120 and _any_of(_COMMENT_HEADS).fullmatch(line) is not None


def heads_prices(line: str) -> bool:
    """Whether a line announces a table of prices."""
    return len(line) <= 60 and _any_of(_PRICE_HEADS).fullmatch(line.rstrip(" :")) is not None
