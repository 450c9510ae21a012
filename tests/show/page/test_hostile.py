"""Reports written to take over what shows them, read by the real program and opened in the real browser, offline."""

from __future__ import annotations

import csv
import io
import json
import re
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, TypeVar, get_args, get_type_hints

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from playwright.sync_api import Browser, Dialog, Page

from secondsource import dossier as contract
from secondsource import model, pipeline
from secondsource.model import Findings, Place
from secondsource.pipeline import Compared
from secondsource.show.cli import main
from secondsource.show.page import page as page_of

from ..builders import make_dossier, make_event
from . import hostile_pile
from .browsing import SETTLED, UNFOLD, go, watch
from .reports import make_findings

Thing = TypeVar("Thing")

# What acts on a terminal or turns what stands around it, and what of it the program may write itself on a terminal.
ACTS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
OURS = re.compile(r"\x1b\[[0-9;]*m|\x1b\]8;;(?:file:///[!-~]*)?\x1b\\")
SHOWN = re.compile(r"\\u(?:00[0189][0-9a-f]|007f|202[abcde]|206[6789])")
# Every tag, alone and with each of its attributes.
ELEMENTS = """() => [...new Set([...document.querySelectorAll("*")].flatMap((each) =>
  ["", ...each.getAttributeNames()].map((name) => each.tagName + " " + name)))]"""


# What a dossier of two short texts has no occasion for.
MORE = {"A title", "tspan ", "tspan dy", "tspan x", "path stroke", "path opacity"}


@dataclass(frozen=True)
class Written:
    """What the program made of the pile: its files, and what it printed for each command, by name."""

    html: str
    csv: str
    markdown: str
    printed: dict[str, str]
    seconds: float


class Screen(io.TextIOWrapper):
    """A stdout that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def printed(*arguments: str) -> str:
    """Run a command as on a terminal that takes colour and links, and give what it wrote to it."""
    data, words = io.BytesIO(), io.BytesIO()
    with redirect_stdout(Screen(data, "utf-8")), redirect_stderr(io.TextIOWrapper(words, "utf-8")):
        assert main(arguments) == 0, words.getvalue().decode()
        return data.getvalue().decode() + words.getvalue().decode()


def once(put_together: Callable[..., Compared]) -> Callable[..., Compared]:
    """Put each pile together once: what is tried here is what the commands show of it."""
    kept: dict[tuple[object, ...], Compared] = {}

    def kept_or_put_together(found: Sequence[Findings], **given: Any) -> Compared:
        key = (given["as_of"], *(each.document.id for each in found))
        if key not in kept:
            kept[key] = put_together(found, **given)
        return kept[key]

    return kept_or_put_together


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Written]:
    """The hostile pile through every command that shows it."""
    out = tmp_path_factory.mktemp("hostile")
    pile = out / "pile"
    pile.mkdir()
    hostile_pile.write(pile)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SECONDSOURCE_CACHE", str(out / "cache"))
        patch.setenv("TERM_PROGRAM", "WezTerm")
        for name in ("NO_COLOR", "TMUX", "STY", "SSH_CONNECTION", "TERM"):
            patch.delenv(name, raising=False)
        patch.setattr(pipeline, "put_together", once(pipeline.put_together))
        files = {name: out / f"dossier.{name}" for name in ("html", "csv", "markdown")}
        began = time.monotonic()
        where = [str(pile), "--as-of", "2024-05-09"]
        shown = {"brief": printed("brief", *where, *(p for n, f in files.items() for p in (f"--{n}", str(f))))}
        seconds = time.monotonic() - began
        shown["full"] = printed("brief", *where, "--full")
        shown["json"] = printed("brief", *where, "--json")
        claims = json.loads(shown["json"].rpartition("}\n")[0] + "}")["claims"]
        acting = next(claim["id"] for claim in claims if ACTS.search(claim["text"]))
        shown["why"] = printed("why", acting, "--in", *where)
        shown["lineage"] = printed("lineage", acting, "--in", *where)
        shown["diff"] = printed("diff", "--in", *where, "--since", "2024-05-04")
        html, sheet, memo = (files[name].read_bytes().decode() for name in files)
        yield Written(html, sheet, memo, shown, seconds)


# --- the page ---------------------------------------------------------------------------------------------------------


class Reader(HTMLParser):
    """Collects the tags with their attributes, and the words outside of the reader and in it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[tuple[str, str]] = set()
        self.words: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags |= {(tag, ""), *((tag, name) for name, _ in attrs)}

    def handle_data(self, data: str) -> None:
        self.words.append(data)


@pytest.fixture(scope="module")
def opened(
    browser: Browser, written: Written, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Page, list[str]]]:
    """The page in the browser, offline, unfolded, and everything that happened which should not."""
    file = tmp_path_factory.mktemp("opened") / "dossier.html"
    file.write_text(written.html, encoding="utf-8")
    context = browser.new_context(offline=True)
    view = context.new_page()
    wrong = watch(view, file)

    def refuse(dialog: Dialog) -> None:
        wrong.append(dialog.message)
        dialog.dismiss()

    view.on("dialog", refuse)
    go(view, file)
    view.evaluate(UNFOLD)
    view.evaluate(SETTLED)
    yield view, wrong
    context.close()


def sections(html: str) -> dict[str, str]:
    """The words of each part of the page, by its id."""
    parts = re.split(r'<section id="(\w+)"', html)
    return {name: "".join(Reader(words).words) for name, words in zip(parts[1::2], parts[2::2], strict=True)}


def test_what_is_hostile_reaches_the_page_and_is_shown_as_it_stands_there(written: Written) -> None:
    shown = sections(written.html)
    lines = {name: " ".join(words.split()) for name, words in shown.items()}
    for bit in hostile_pile.MARKUP:
        assert " ".join(bit.replace("\\", "/").split()) in lines["documents"], bit  # as a table writes a path
    seen = "".join(f"\\u{ord(c):04x}" if ACTS.match(c) else c for c in "".join(hostile_pile.ACTS))
    parts = (
        "front",
        "ledger",
        "contradictions",
        "each",
        "events",
        "map",
        "positions",
        "sources",
        "documents",
        "reader",
    )
    held = {part: [bit for bit in (*hostile_pile.MARKUP, seen) if bit in lines[part]] for part in parts}
    assert all(held.values()), held
    assert seen in held["each"]
    assert seen in held["sources"]
    # The rest of them are no part of a sentence that the program takes from its text.
    assert len(held["each"]) > len(hostile_pile.MARKUP) / 2
    assert len(held["reader"]) > len(hostile_pile.MARKUP) - 3


def test_no_text_is_whole_but_in_the_reader_and_there_once(written: Written) -> None:
    # What counts letters is not thrown off by the marks that part a sentence.
    assert 199_900 < written.html.count("donau") < 203_000
    assert len(written.html) < 2_000_000
    rest = "".join(words for name, words in sections(written.html).items() if name != "reader")
    assert max(map(len, re.findall(r"\S+", rest))) <= 1000
    assert written.seconds < 60


def test_nothing_runs_and_nothing_is_asked_for(opened: tuple[Page, list[str]]) -> None:
    view, wrong = opened
    assert view.title() == "Dossier as of 2024-05-09"
    assert wrong == []


def test_the_browser_sees_no_element_and_no_attribute_but_ours(opened: tuple[Page, list[str]], tmp_path: Path) -> None:
    view, _ = opened
    plain = tmp_path / "plain.html"
    plain.write_text(page_of(make_dossier(), [make_findings(f, "The ministers met.") for f in ("a.txt", "b.txt")]))
    other = view.context.new_page()
    other.goto(plain.as_uri())
    known = set(other.evaluate(ELEMENTS))
    other.close()
    assert set(view.evaluate(ELEMENTS)) - known <= MORE


def test_styles_scripts_ids_and_links_are_ours(opened: tuple[Page, list[str]]) -> None:
    view, _ = opened
    styles = view.locator("[style]").evaluate_all("all => all.map(each => each.getAttribute('style'))")
    assert all(re.fullmatch(r"(?:order|flex-grow): \d+|contain-intrinsic-size: auto \d+rem", style) for style in styles)
    assert view.locator("script").count() == 1
    ids = view.locator("[id]").evaluate_all("all => all.map(each => each.id)")
    assert len(ids) == len(set(ids))
    links = view.locator("[href]").evaluate_all("all => all.map(each => each.getAttribute('href'))")
    assert len(links) > 300
    assert {link[:1] for link in links} == {"#"}
    assert {link[1:] for link in links} <= set(ids)


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_runs_over_the_edge(opened: tuple[Page, list[str]], width: int) -> None:
    view, _ = opened
    view.set_viewport_size({"width": width, "height": 800})
    assert view.evaluate("document.documentElement.scrollWidth") <= width


def test_nothing_turns_the_words_beside_it(opened: tuple[Page, list[str]]) -> None:
    view, _ = opened
    view.set_viewport_size({"width": 1280, "height": 800})
    line = view.locator("article.document > p", has_text=hostile_pile.RIGHT)
    outlet, day = (
        line.evaluate(
            """(line, words) => {
              const text = [...line.childNodes].find((node) => node.data?.includes(words));
              const range = document.createRange();
              range.setStart(text, text.data.indexOf(words));
              range.setEnd(text, text.data.indexOf(words) + words.length);
              const box = range.getBoundingClientRect();
              return [box.left, box.right, box.top];
            }""",
            words,
        )
        for words in (hostile_pile.RIGHT, "2024-05-09")
    )
    assert outlet[2] == day[2]
    assert outlet[1] < day[0]


# --- any text in any field --------------------------------------------------------------------------------------------


def with_noise(thing: Thing, noise: str) -> Thing:
    """Give a dossier, or a part of one, with noise in every string that a document, a person or a name may choose."""
    if not is_dataclass(thing):
        return thing
    hints = get_type_hints(type(thing), {**vars(model), **vars(contract)})
    return replace(thing, **{f.name: noisy(getattr(thing, f.name), hints[f.name], noise) for f in fields(thing)})  # type: ignore[type-var]


def noisy(value: Any, hint: Any, noise: str) -> Any:
    if isinstance(value, str):
        # One of several words of the program's own, where it is not any text.
        return value + noise if hint is str or str in get_args(hint) else value
    if isinstance(value, tuple):
        return tuple(noisy(each, get_args(hint)[0], noise) for each in value)
    return with_noise(value, noise)


def page_with(noise: str) -> Reader:
    texts = [make_findings(f"{name}.txt{noise}", f"The ministers met. {noise} They left.") for name in "ab"]
    # Without a point on the map, which takes the most time and is drawn as the rest is.
    events = tuple(
        make_event(f"e{n}", claim=f"c{n}", place=Place("Strelsau", "Ruritania", None, None, "city")) for n in (1, 2)
    )
    return Reader(page_of(with_noise(make_dossier(events=events), noise), texts))


@cache
def known() -> set[tuple[str, str]]:
    """The elements of pages with short and with long words."""
    return page_with("").tags | page_with(" and so forth" * 10).tags


@settings(deadline=None, max_examples=8, derandomize=True)
@example(list(hostile_pile.MARKUP[3:6]))
@example(list(hostile_pile.MARKUP[29:32]))
@given(st.lists(st.sampled_from((*hostile_pile.MARKUP, *hostile_pile.ACTS)) | st.text(max_size=20), max_size=4))
def test_any_text_in_any_field_gives_no_other_elements(noise: list[str]) -> None:
    assert page_with(" ".join(noise)).tags <= known()


# --- the terminal, the sheet, the memo, the JSON ----------------------------------------------------------------------


@pytest.mark.parametrize("command", ["brief", "full", "why", "lineage", "diff", "json"])
def test_nothing_of_a_document_acts_on_the_terminal(written: Written, command: str) -> None:
    shown = OURS.sub("", written.printed[command])
    assert not (found := ACTS.search(shown)), shown[found.start() - 80 : found.start() + 40]
    assert len(shown) < len(written.printed[command]) or command == "json"  # colour was on
    assert SHOWN.search(shown), "what acts did not come so far"


def test_links_of_the_terminal_lead_to_the_files_of_the_pile(written: Written) -> None:
    links = re.findall(r"\x1b\]8;;([^\x1b]+)\x1b", written.printed["full"])
    assert links
    assert all(link.startswith("file:///") and "/pile/" in link for link in links)


def test_the_json_says_what_the_documents_say(written: Written) -> None:
    outlets = {each["outlet"] for each in json.loads(written.printed["json"].rpartition("}\n")[0] + "}")["documents"]}
    assert set(hostile_pile.OUTLETS) <= outlets


def test_no_cell_of_the_sheet_is_a_formula(written: Written) -> None:
    rows = list(csv.reader(io.StringIO(written.csv, newline="")))
    cells = [cell for row in rows[1:] for cell in row]
    assert len({len(row) for row in rows}) == 1
    for part in (part for cell in cells for part in cell.split(";")):
        assert not part.lstrip().startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠")), part
    assert any(cell.startswith("'=1+1 #claim") for cell in cells)
    assert any("so;'=1+1" in cell for cell in cells)
    assert not ACTS.search(written.csv.replace("\r\n", "\n"))


def test_the_memo_has_no_markup_of_a_document(written: Written) -> None:
    assert not ACTS.search(written.markdown)
    html = MarkdownIt("gfm-like", {"html": True, "linkify": False}).render(written.markdown)
    assert {tag for tag, _ in Reader(html).tags} <= set("h1 h2 p table thead tbody tr th td ul li br".split())
