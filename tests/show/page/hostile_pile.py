"""A pile of invented reports on one affair, written to take over whatever shows them: a page, a terminal, a sheet.

Every string that a document can choose carries something that would act: its words, title, outlet, author and file
name, the names of speakers and issues in it. Whatever runs in a page sets its title to "ran" or opens a dialogue.
"""

from __future__ import annotations

import csv
import os
from itertools import cycle, islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

RUN = "document.title='ran';alert(1)"
EVIL = "evil.example"  # nobody's: the ending is reserved

# What would act on a page; what is in a text must be shown as it stands there.
MARKUP = (
    f"<script>{RUN}</script>", f"</style><script>{RUN}</script>", f"</title><script>{RUN}</script>",
    f"<svg onload={RUN}>", f"<svg/onload={RUN}>", f"<img src=x onerror={RUN}>", f"<img src=//{EVIL}/p.png>",
    f"<iframe src=https://{EVIL}/>", f"<base href=https://{EVIL}/>", f"<link rel=stylesheet href=//{EVIL}/s.css>",
    "<style>*{display:none}</style>", f"<a href=javascript:{RUN}>go</a>", f"<form action=https://{EVIL}>",
    f"<meta http-equiv=refresh content=0;url=//{EVIL}>", "<table><tr><td><table><b><i>", "</article></main></body>",
    "</q></li></ul></section>", "</text></svg>", "</svg></a><h1>", "<!--", "-->", "]]>", "<![CDATA[",
    "<?xml version='1.0'?>", "<!ENTITY x SYSTEM 'file:///etc/passwd'>", "&x;", f"&lt;script&gt;{RUN}&lt;/script&gt;",
    "&#60;b&#62;", "&amp;amp;",
    f"\" onmouseover=\"{RUN}", f"' style='background:url(//{EVIL}/q)'", f"\"><script>{RUN}</script>", "`onfocus=`",
    "#claim-1\"><b>", f"/* */ }} body {{ display: none }} @import '//{EVIL}'; {{", f"background:url(http://{EVIL}/u.png)",
    f"expression({RUN})", f"[a link](javascript:{RUN})", f"![a picture](https://{EVIL}/i.png)", f"javascript:{RUN}",
    "{{ 7*7 }}", "{% include 'page.css' %}", "{# not said #}", "${7*7}", "datum.x + signal('width')",
    "'] + alert(1) + ['", "\"] + alert(1) + [\"", "\\u003cscript\\u003e", "%3Cscript%3E",
)  # fmt: skip
# What would act on a terminal, or turn what stands around it.
ACTS = (
    "\x1b[31m", "\x1b[2J\x1b[1;1H", "\x1b]0;a title\x07", f"\x1b]8;;https://{EVIL}\x1b\\", "\x1bPq\x1b\\", "\x1bc",
    "\x9b31m", "\x9d0;x\x9c", "\x00", "\x07", "\x08\x08\x08", "\x7f",
    "\u202a", "\u202b", "\u202d", "\u202e", "\u2066", "\u2067", "\u2068", "\u202c", "\u2069",
)  # fmt: skip
# What has no shape, no meaning or far too much of one.
HIDDEN = "\u200b\u200c\u2060\ufeff\xad\U000e0041\U000e007f\u061c\u200e\u200f\ufffe\ufdd0\ue000\ufff9\u2028\u2029"
TOWER = "Z" + "\u0300\u0316\u0489" * 60
EMOJI = "\U0001f468\u200d\U0001f469\u200d\U0001f467 \u2764\ufe0f"
RIGHT = "وكالة الأنباء (١٢)"
WORD = "donau" * 20_000
LONG_NAME = "a name of " + "many many " * 20
FORMULAS = ("=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(1+1)", "\t=1+1", "＝1+1", "so;=1+1")

FILES = (
    f"01 <img src=x onerror={RUN}>.txt", '02 "><svg onload=alert(1)>.txt', f"03 </script>{RUN}</script>.txt",
    "04 {{ 7*7 }} ${7*7}.txt", "05 \u202egpj.exe \x1b[31m.txt", f"06 {LONG_NAME}.txt", "=1+1 #claim-1'.md",
    "08 --> ]]> &lt;.html", "09 " + os.fsdecode(b"\xff\xfe") + ".eml",
)  # fmt: skip
OUTLETS = (
    f"Baltic <script>{RUN}</script> Wire", f'Tin Post" onmouseover="{RUN}',
    f"' style='background:url(//{EVIL}/o)' Daily", "{{ 7*7 }} Herald", f"{''.join(ACTS)} Courier",
    f"{TOWER} {EMOJI} Ti{HIDDEN}mes", RIGHT,
)  # fmt: skip
AUTHORS = (*FORMULAS[:4], "x" * 5000, "</p><svg onload=alert(1)>Jane Doe", "(12)")
LONG_TITLE = " ".join(MARKUP) + " title" * 17_000

# Events, positions, a dispute and a rumour for every place of the page; {} are filled with what would act.
BODY = (
    "Norwegian Foreign Minister Sigrid Vik met Lithuanian Foreign Minister Jonas Petrauskas in {where} on May {day}, "
    "the Norwegian foreign ministry said.",
    "Vik and Petrauskas are due to meet in Oslo on May 20 for the {order} round of talks, a Norwegian official said.",
    "{number} sailors {0} were detained off Klaipeda on May 4, the Lithuanian coast guard said.",
    "The Lithuanian foreign ministry denied that Vik had met Petrauskas in {where}.",
    "Lithuania demands that Norway withdraw its claim to the {1} bank, Petrauskas said.",
    "Norway will not sign the {2} treaty on tin, Vik told {outlet}.",
    "Ministers from Norway and Lithuania held secret talks with Latvia in Riga on May 3, sources told {outlet}.",
    "Norway signed the {3} agreement on tin with Lithuania in Vilnius on May 5, according to {other}.",
    "A spokesman named {4} said that the talks had failed.",
)  # fmt: skip


def write(folder: Path) -> None:
    """Write the pile into a folder."""
    names = [folder / name for name in FILES]
    for name in names:
        name.parent.mkdir(parents=True, exist_ok=True)
    told = list(_reports())
    told[1] += f"\n\nThe ministry said that Norway and Sweden met in {' '.join([WORD] * 10)} on May 2."
    for name, text in zip(names[:7], told, strict=True):
        name.write_text(text, encoding="utf-8")
    names[7].write_text(_web(), encoding="utf-8")
    names[8].write_bytes(_mail(told[0]))
    rows = [
        (name, title, outlet, author)
        for name, title, outlet, author in zip(FILES, (LONG_TITLE, *MARKUP), OUTLETS, AUTHORS, strict=False)
    ]
    with (folder / "documents.csv").open("w", encoding="utf-8", newline="") as sheet:
        writer = csv.writer(sheet)
        writer.writerow(("file", "title", "outlet", "author", "published"))
        writer.writerows((*row, f"2024-05-{3 + n:02d}") for n, row in enumerate(rows))
        writer.writerows((f"{bit}.txt", "", "", "", "\x1b[31m\u202eno day") for bit in MARKUP)


def _reports() -> Iterator[str]:
    """The texts; what parties are quoted with holds everything of `MARKUP`, `ACTS` and `FORMULAS` among them."""
    acting, quoted, controls = cycle(MARKUP), iter((*MARKUP, *FORMULAS)), iter(ACTS)
    for number, outlet in enumerate(OUTLETS):
        own = list(islice(acting, 5))
        filled = [
            sentence.format(
                *own, where=("Vilnius", "Riga")[number % 2], day=2 + number % 2, order=("third", "fourth")[number % 2],
                number=("Twelve", "Twenty")[number % 2], outlet=outlet[:60], other=OUTLETS[number - 1][:60],
            )
            for turn, sentence in enumerate(BODY)
            if (number + turn) % 2
        ]  # fmt: skip
        said = [
            f"“We will never sell the {' '.join(islice(quoted, 3))} islands{''.join(islice(controls, 1))} to anybody,” "
            f"Petrauskas said."
            for _ in range(3)
        ]
        yield "\n\n".join((f"Talks on tin {own[0]}", *filled, *said))


def _web() -> str:
    """A web page that has everything in it that pages have."""
    links = "".join(f'<a href="javascript:{RUN}" onclick="{RUN}">x</a>' for _ in range(5000))
    return (
        f"<html><head><title>Tin &lt;script&gt;{RUN}&lt;/script&gt;</title>"
        "<meta name=author content='&lt;b&gt; \u202eeoD'>"
        f"<meta property=og:site_name content='Post &quot; onload=&quot;{RUN}'><script>{RUN}</script>"
        f"<meta property=article:published_time content=2024-05-06></head><body onload={RUN}><article><h1>Tin</h1>"
        f"<p>“The &lt;img src=x onerror={RUN}&gt; bank is ours,” Vik said on Monday in Oslo.</p>"
        f"<p>Norway and Lithuania met in Vilnius on May 2, the Norwegian foreign ministry said.</p><p>{links}</p>"
        f"{'<table><tr><td>' * 200}deep{'</td></tr></table>' * 200}</article></body></html>"
    )


def _mail(text: str) -> bytes:
    """A message whose headers hold bytes of no encoding, mark-up and folded lines."""
    lines = (
        b'From: "<script>alert(1)</script>" <a@evil.example>',
        b"Subject: =?utf-8?b?4oCubmFy?= \xff\xfe <svg onload=alert(1)>\r\n\t\x1b[31m red",
        b"Date: Mon, 06 May 2024 10:00:00 +0000",
        b"Content-Type: text/plain; charset=utf-8",
    )
    head = b"\r\n".join(lines) + b"\r\n\r\n"
    return head + text.replace("Vilnius", "Kaunas").encode()
