"""Files of every format and every kind of damage: each is a document or a refusal with a reason, never a crash."""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Callable
from datetime import date
from email.message import EmailMessage
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.collect import Collected, collect, document_from_text, read_document
from secondsource.collect import docx as docx_module
from secondsource.collect import reading as reading_module
from secondsource.collect.files import printable
from secondsource.model import Document, Refusal

LEAD = "The two ministers met in the capital on Monday and agreed to meet again before the end of the year."
MORE = "A spokesman for the foreign ministry said that the talks had been frank and that both sides wanted peace."
ENGLISH = f"{LEAD}\n\n{MORE}"
FRENCH = (
    "Le ministre des affaires étrangères a déclaré mardi que son pays était prêt à poursuivre les négociations avec "
    "ses voisins, malgré les tensions qui opposent les deux capitales depuis le début de la guerre. "
) * 3


def pdf_of(text: str) -> bytes:
    """A one-page PDF that shows one line of text, none where it is empty."""
    stream = f"BT /F1 12 Tf 72 720 Td ({text}) Tj ET".encode() if text else b""
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 900 792] /Contents 4 0 R "
        b"/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
    ]
    out = b"%PDF-1.4\n"
    offsets = []
    for number, part in enumerate(parts, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    start = len(out)
    out += b"xref\n0 5\n0000000000 65535 f \n" + table
    return out + b"trailer << /Size 5 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % start


def docx_of(*paragraphs: str) -> bytes:
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def mail_of(body: str, subtype: str = "plain") -> bytes:
    message = EmailMessage()
    message["From"] = "Jane Doe <jane@example.org>"
    message["Subject"] = "Ministers meet"
    message["Date"] = "Fri, 03 May 2024 10:00:00 +0000"
    message.set_content(body, subtype=subtype)
    return message.as_bytes()


HTML = (
    "<html><head><title>Ministers meet - Some Paper</title><meta property='og:site_name' content='Some Paper'>"
    "<meta property='og:title' content='Ministers meet'><meta name='author' content='Jane Doe'>"
    "<meta property='article:published_time' content='2024-05-03T10:00:00Z'>"
    "<link rel='canonical' href='https://paper.example/a'></head><body><nav><a href='/'>Home</a></nav><article>"
    f"<h1>Ministers meet</h1><p>{LEAD}</p><p>{MORE}</p><p>{LEAD.replace('Monday', 'Tuesday')}</p></article>"
    "</body></html>"
)


def write(folder: Path, name: str, data: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def only(pile: Collected) -> Document:
    assert len(pile.documents) == 1, pile.refusals
    return pile.documents[0]


def test_text_is_the_file_decoded_and_nothing_else(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", "\ufeffOne  two\t\r\nthree\u2028four\x0c\r\n\r\n 王毅 🇷🇺 ")
    document = read_document(path)
    assert isinstance(document, Document)
    assert document.text == "One  two\t\nthree\u2028four\x0c\n\n 王毅 🇷🇺 "
    assert document.file == "a.txt"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    text = f"{ENGLISH} The café in Malmö — “closed” — was São’s, they said, and Bogotá’s too."
    document = read_document(write(tmp_path, "a.txt", text.encode(encoding)))
    assert isinstance(document, Document)
    assert document.text == text


def test_damaged_utf8_is_read_and_reported(tmp_path: Path) -> None:
    data = ("“Peace” — " * 40 + ENGLISH * 5).encode() + b"\xff"
    pile = collect([write(tmp_path, "a.txt", data)])
    assert only(pile).text.endswith("\ufffd")
    assert "U+FFFD" in pile.refusals[0].reason


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a", ENGLISH.encode()),
        ("a.txt", ENGLISH.encode()),
        ("a.TXT", ENGLISH.encode()),
        ("a.md", f"# Ministers meet\n\n{ENGLISH}".encode()),
        ("a.html", HTML.encode()),
        ("a.htm", HTML.encode()),
        ("a.pdf", pdf_of(LEAD)),
        ("a.docx", docx_of(LEAD, MORE)),
        ("a.eml", mail_of(ENGLISH)),
        ("b.eml", mail_of(HTML, "html")),
    ],
)
def test_every_format_gives_its_text(tmp_path: Path, name: str, data: bytes) -> None:
    document = read_document(write(tmp_path, name, data))
    assert isinstance(document, Document), document
    assert LEAD in document.text
    assert "<p>" not in document.text


def test_a_web_page_gives_its_metadata(tmp_path: Path) -> None:
    document = read_document(write(tmp_path, "a.html", HTML))
    assert isinstance(document, Document)
    assert (document.title, document.outlet, document.author) == ("Ministers meet", "Some Paper", "Jane Doe")
    assert document.url == "https://paper.example/a"
    assert document.published is not None
    assert (document.published.earliest, document.published_basis) == (date(2024, 5, 3), "metadata: html")


def test_a_message_gives_its_headers(tmp_path: Path) -> None:
    document = read_document(write(tmp_path, "a.eml", mail_of(ENGLISH)))
    assert isinstance(document, Document)
    assert (document.title, document.author) == ("Ministers meet", "Jane Doe")
    assert document.published is not None
    assert (document.published.earliest, document.published_basis) == (date(2024, 5, 3), "metadata: eml")


def test_markdown_stays_raw_and_its_marks_are_furniture(tmp_path: Path) -> None:
    text = (
        f"---\ntitle: Ministers meet\ndate: 2024-05-03\npublisher: Some Paper\n---\n\n# Ministers meet\n\n{LEAD}\n\n"
        f"```\ncode = 1\n```\n\n{MORE}\n"
    )
    document = read_document(write(tmp_path, "a.md", text))
    assert isinstance(document, Document)
    assert document.text == text
    assert (document.title, document.outlet) == ("Ministers meet", "Some Paper")
    assert document.published_basis == "metadata: front matter"
    marked = "".join(text[piece.start : piece.end] for piece in document.furniture)
    assert "code = 1" in marked
    assert "publisher" in marked
    assert LEAD not in marked


BAD = [
    ("empty.txt", b"", "empty"),
    ("blank.txt", b" \n\t\r\n ", "empty"),
    ("bom.txt", b"\xef\xbb\xbf", "empty"),
    ("binary.txt", bytes(range(256)) * 20, "binary"),
    ("nul.txt", b"\x00\x01\x02\x03" * 400, "binary"),
    ("photo", b"\x89PNG\r\n\x1a\n" + b"\x00\x00\x00\x0dIHDR" * 50, "binary"),
    ("utf16.txt", b"\xff\xfe\x00\xd8\x00", "not decodable"),
    ("french.txt", FRENCH.encode(), "French"),
    ("russian.txt", ("Президент сказал во вторник, что страна готова к переговорам. " * 8).encode(), "Russian"),
    ("chinese.txt", ("中国外交部发言人表示,双方将继续保持沟通。" * 30).encode(), "Chinese"),
    ("broken.pdf", b"%PDF-1.4 nothing", "damaged PDF"),
    ("scan.pdf", pdf_of(""), "scan"),
    ("broken.docx", b"PK\x03\x04 nothing", "damaged or locked"),
    ("empty.docx", docx_of(), "without text"),
    ("page.html", b"<html><body></body></html>", "no article"),
    ("script.html", b"<script>x</script>", "no article"),
    ("blank.eml", b"Subject: x\n\n", "without a text"),
    (
        "odd.eml",
        b"Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: image/png\n\nabc\n--x--",
        "without a text",
    ),
    ("gold.json", b"{}", "not a report format (.json)"),
    ("rows.csv", b"a,b", "not a report format (.csv)"),
    ("tool.py", b"print()", "not a report format (.py)"),
    ("README.md", b"# The pile", "by its name"),
]


@pytest.mark.parametrize(("name", "data", "reason"), BAD, ids=[row[0] for row in BAD])
def test_bad_files_are_refused_with_a_reason_and_a_remedy(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    pile = collect([write(tmp_path, name, data).parent])
    assert pile.documents == ()
    assert len(pile.refusals) == 1
    refused = pile.refusals[0]
    assert (refused.file, refused.stage) == (name, "collect")
    assert reason in refused.reason
    assert refused.remedy


def test_a_refusal_never_hides_the_other_files(tmp_path: Path) -> None:
    for name, data, _ in BAD:
        write(tmp_path, name, data)
    write(tmp_path, "good.txt", ENGLISH)
    pile = collect([tmp_path])
    assert only(pile).file == "good.txt"
    assert len(pile.refusals) >= len(BAD) - 6  # equal content is named once


@pytest.mark.parametrize(
    "text", ["Le ministre à Paris", "Ali Gaza Beirut Tehran Kabul " * 20, f"{FRENCH}\n{ENGLISH * 3}"]
)
def test_short_foreign_and_mixed_texts_get_the_benefit_of_the_doubt(tmp_path: Path, text: str) -> None:
    assert isinstance(read_document(write(tmp_path, "a.txt", text)), Document)


def test_a_huge_text_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_module, "MOST_CHARACTERS", 100)
    refused = read_document(write(tmp_path, "a.txt", ENGLISH * 2))
    assert isinstance(refused, Refusal)
    assert "characters" in refused.reason
    monkeypatch.setattr(reading_module, "MOST_BYTES", 100)
    refused = read_document(tmp_path / "a.txt")
    assert isinstance(refused, Refusal)


def test_missing_paths_and_empty_folders_are_refused(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    pile = collect([tmp_path / "nowhere", tmp_path / "empty"])
    assert [refused.reason for refused in pile.refusals] == ["no such file or folder", "no files in this folder"]
    assert isinstance(read_document(tmp_path / "nowhere"), Refusal)
    assert isinstance(read_document(tmp_path / "empty"), Refusal)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_files_that_may_not_be_read_are_refused(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", ENGLISH)
    path.chmod(0)
    refused = read_document(path)
    assert isinstance(refused, Refusal)
    assert refused.reason == "permission denied"


def test_folders_are_read_in_order_hidden_files_left_out(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / ".git").mkdir()
    for number, name in enumerate(["z.txt", "a.txt", "b/m.txt", ".hidden.txt", ".git/x.txt"]):
        write(tmp_path, name, f"{ENGLISH} It was meeting number {number}.")
    told: list[str] = []
    pile = collect([tmp_path], progress=told.append)
    assert [document.file for document in pile.documents] == told == ["a.txt", "b/m.txt", "z.txt"]


def test_links_that_lead_round_are_harmless(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    write(tmp_path, "in/a.txt", ENGLISH)
    (tmp_path / "in" / "loop").symlink_to(tmp_path)
    (tmp_path / "self.txt").symlink_to("self.txt")
    (tmp_path / "dead.txt").symlink_to("nowhere.txt")
    pile = collect([tmp_path])
    assert only(pile).file == "in/a.txt"
    assert {refused.file for refused in pile.refusals} == {"dead.txt", "self.txt"}


def test_pipes_are_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert "pipe" in collect([tmp_path]).refusals[0].reason


def test_odd_names_are_shown_escaped_and_the_file_is_read(tmp_path: Path) -> None:
    write(tmp_path, "a\x1b[31m\n\u202eb.txt", ENGLISH)
    assert only(collect([tmp_path])).file == "a\\x1b[31m\\n\\u202eb.txt"
    assert printable("plain – name é.txt") == "plain – name é.txt"
    assert printable(os.fsdecode(b"\xff.txt")) == "\\udcff.txt"


def test_the_same_name_in_two_folders_stays_apart(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        write(tmp_path, f"{folder}/a.txt", f"{ENGLISH} It was in folder {folder}.")
    pile = collect([tmp_path / "one", tmp_path / "two", tmp_path / "one" / "a.txt"])
    assert [document.file for document in pile.documents] == ["a.txt", "two/a.txt"]
    assert pile.refusals == ()


def test_the_same_content_twice_is_one_document(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", ENGLISH)
    write(tmp_path, "b.txt", ENGLISH.replace("\n", "\r\n"))
    pile = collect([tmp_path])
    assert only(pile).file == "a.txt"
    assert [(refused.file, refused.reason) for refused in pile.refusals] == [("b.txt", "the same as a.txt")]


def test_the_same_address_is_a_revision(tmp_path: Path) -> None:
    for name, day, end in (("a.txt", 9, "late"), ("b.txt", 3, "early"), ("c.txt", 5, "middle")):
        write(tmp_path, name, f"URL: https://paper.example/x/\nDate: {day} May 2024\n\n{ENGLISH} It was {end}.")
    pile = collect([tmp_path])
    assert only(pile).file == "a.txt"
    assert [revision.document.file for revision in pile.revisions] == ["b.txt", "c.txt"]
    assert {revision.newer for revision in pile.revisions} == {only(pile).id}


def test_documents_csv_wins_over_what_is_read(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", f"The Daily Ledger\n3 May 2024\n\n{ENGLISH}")
    (tmp_path / "sub").mkdir()
    write(tmp_path, "sub/b.txt", ENGLISH)
    table = "file,outlet,published,url,author\na.txt,SCMP,2024-05,https://scmp.com/1,Jane Doe\nsub/b.txt,Some Wire,,,\n"
    write(tmp_path, "documents.csv", table)
    pile = collect([tmp_path])
    first, second = pile.documents
    assert (first.outlet, first.author, first.url) == ("South China Morning Post", "Jane Doe", "https://scmp.com/1")
    assert first.published is not None
    assert (first.published.earliest, first.published.latest) == (date(2024, 5, 1), date(2024, 5, 31))
    assert first.published_basis == "documents.csv"
    assert second.outlet == "Some Wire"
    assert pile.refusals == ()
    single = read_document(tmp_path / "a.txt")
    assert isinstance(single, Document)
    assert single.id == first.id


@pytest.mark.parametrize(
    ("table", "reason"),
    [
        ("name,outlet\na.txt,X\n", "no column named file"),
        ("file,published\na.txt,soon\n", "'soon' is no date"),
        ("file,published\na.txt,2024-13\n", "'2024-13' is no date"),
        ("file,outlet\nother.txt,X\n", "other.txt, which is not there"),
        ("file,outlet\na.txt,X\na.txt,Y\n", "a.txt again"),
        ("file,outlet\n,X\n", "no file name"),
        ("file,outlet\na.txt,X,Y,Z\n", "more fields than columns"),
        ('file,outlet\na.txt,"X\n', "damaged"),
        ("", "no column named file"),
    ],
)
def test_bad_rows_are_refused_and_the_file_is_read(tmp_path: Path, table: str, reason: str) -> None:
    write(tmp_path, "a.txt", ENGLISH)
    write(tmp_path, "documents.csv", table)
    pile = collect([tmp_path])
    assert only(pile).file == "a.txt"
    assert len(pile.refusals) == 1
    assert pile.refusals[0].file == "documents.csv"
    assert reason in pile.refusals[0].reason


@pytest.mark.parametrize("day", ["2150-01-01", "1066-10-14", "2100-01-01"])
def test_an_impossible_day_is_refused_and_the_document_kept(tmp_path: Path, day: str) -> None:
    write(tmp_path, "a.txt", f"Published: {day}\n\n{ENGLISH}")
    pile = collect([tmp_path])
    assert only(pile).published is None
    assert day in pile.refusals[0].reason


def test_ids_depend_on_text_outlet_and_address_only() -> None:
    first = document_from_text(ENGLISH, file="a.txt", author="Jane Doe", published="2024-05-03")
    assert first.id == document_from_text(ENGLISH, file="b.txt").id
    assert len({first.id, document_from_text(ENGLISH, outlet="X").id, document_from_text(ENGLISH, url="X").id}) == 3


@settings(max_examples=40, deadline=None)
@given(st.binary(max_size=400), st.sampled_from([".txt", "", ".md", ".eml", ".pdf", ".docx", ".html"]))
def test_any_bytes_are_a_document_or_a_refusal(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, suffix: str
) -> None:
    path = write(tmp_path_factory.mktemp("any"), f"a{suffix}", data)
    assert isinstance(read_document(path), Document | Refusal)


def test_a_zip_bomb_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docx_module, "_UNPACKED", 1_000_000)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 1_000_001)
    refused = read_document(write(tmp_path, "a.docx", buffer.getvalue()))
    assert isinstance(refused, Refusal)
    assert "unpacks" in refused.reason


@pytest.mark.parametrize(
    "hostile",
    [
        lambda n: "Related:\n" * n,
        lambda n: "$1.00\nABC 1%\n" * n,
        lambda n: "a. " * n,
        lambda n: "(" * n,
        lambda n: "A" * n,
        lambda n: "= " * n + "\n" + "[edit]" * n,
        lambda n: "By A, " * n,
        lambda n: "<a" * n + "</" * 9,
        lambda n: "12/10/2024\n" * n,
        lambda n: "is editor of X " * n,
    ],
)
def test_hostile_texts_cost_no_more_than_their_length(hostile: Callable[[int], str]) -> None:
    document = document_from_text(hostile(2_000))
    assert document.text


@pytest.mark.parametrize("line", ["Published: 31 February 2024", "31 February 2024", "30/02/2024"])
def test_a_day_that_no_calendar_has_is_a_stated_reason(tmp_path: Path, line: str) -> None:
    (tmp_path / "a.txt").write_text(f"Ministers meet in Lisbon again\n{line}\n\nThe two ministers met in Lisbon.\n")
    collected = collect([tmp_path])
    assert collected.documents[0].published is None
    assert any("impossible publication date" in refusal.reason for refusal in collected.refusals)
