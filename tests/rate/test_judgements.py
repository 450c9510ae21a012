"""The sources file: what is written is read again, nothing above is touched, and what is no register is one line."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from secondsource.errors import SecondSourceError
from secondsource.rate.judgements import LONGEST, MOST_BYTES, add_judgement, kind_of, read_register
from secondsource.rate.register import EMPTY, KINDS, Judgement

TODAY = date(2024, 6, 1)
ONE = Judgement("outlet", "Fjord Tribune", "B", "Own correspondents", "Jane Doe", date(2024, 3, 1))
TABLE = """[[judgement]]
kind = "outlet"
name = "Fjord Tribune"
letter = "B"
rationale = "Own correspondents"
author = "Jane Doe"
date = 2024-03-01
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "letters.toml"


@pytest.mark.parametrize(
    "text",
    [
        TABLE,
        "# ours\r\n" + TABLE.replace("\n", "\r\n"),
        "\ufeff" + TABLE,
        TABLE.replace("2024-03-01", '"2024-03-01"'),
        TABLE.replace("[[judgement]]\n", "[[judgement]] # first\n\n"),
    ],
    ids=["as written", "of Windows", "with a byte order mark", "day in quotes", "with a comment"],
)
def test_a_file_by_hand_is_read(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8", newline="")
    register = read_register(file, TODAY)
    assert (register.judgements, register.file) == ((ONE,), "letters.toml")


@pytest.mark.parametrize("text", ["", "\n", "# nobody yet\n", "judgement = []"])
def test_an_empty_file_judges_nobody(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8")
    assert read_register(file, TODAY) == EMPTY


def without(line: str) -> str:
    return "".join(each for each in TABLE.splitlines(keepends=True) if not each.startswith(line))


BAD = [
    ("no letter", without("letter"), "judgement 1 (Fjord Tribune) has no letter"),
    ("empty letter", TABLE.replace('"B"', '""'), "has no letter"),
    ("no rationale", without("rationale"), "has no rationale"),
    ("blank rationale", TABLE.replace("Own correspondents", "  "), "has no rationale"),
    ("no author", without("author"), "has no author"),
    ("no date", without("date"), "has no date"),
    ("no name", without("name"), "judgement 1 has no name"),
    ("no kind", without("kind"), "has no kind"),
    ("letter G", TABLE.replace('"B"', '"G"'), "has the letter 'G'; give A to E, or F"),
    ("letter b", TABLE.replace('"B"', '"b"'), "has the letter 'b'"),
    ("two letters", TABLE.replace('"B"', '"AB"'), "has the letter 'AB'"),
    ("digit", TABLE.replace('"B"', "2"), "has no letter"),
    ("kind", TABLE.replace('"outlet"', '"paper"'), "has the kind 'paper'; say outlet, owner, agency, body or person"),
    ("future", TABLE.replace("2024-03-01", "2062-03-01"), "has the date 2062-03-01, which is still to come"),
    ("no day", TABLE.replace("2024-03-01", '"in March"'), "has the date 'in March'; write a day"),
    ("no such day", TABLE.replace("2024-03-01", '"2024-02-30"'), "has the date '2024-02-30'"),
    ("an hour", TABLE.replace("2024-03-01", "2024-03-01T10:00:00"), "has the date '2024-03-01 10:00:00'"),
    ("more fields", TABLE + 'note = "x"\n', "has 'note', which is not asked for"),
    ("second table", TABLE + without("letter"), "judgement 2 (Fjord Tribune) has no letter"),
    ("two kinds", TABLE + TABLE.replace('"outlet"', '"person"'), "is of kind outlet and of kind person"),
    ("other spelling", TABLE.replace("judgement", "judgment"), "'judgment' stands in it; begin each"),
    ("one table", TABLE.replace("[[judgement]]", "[judgement]"), "'judgement' is no list of tables"),
    ("a list", 'judgement = ["B"]', "'judgement' is no list of tables"),
    ("nobody", TABLE.replace("Fjord Tribune", "unnamed sources of Fjord Tribune"), "whom nobody names; judge the"),
    ("long", TABLE.replace("Own", "x" * LONGEST), f"more than {LONGEST} characters"),
    ("escape", TABLE.replace("Own", "\\u001b[31m"), "has a rationale of several lines"),
    ("no TOML", "Fjord Tribune: B", "not TOML"),
    ("cut off", TABLE[:-20], "not TOML"),
    ("deep", "a = " + "[" * 5000 + "]" * 5000, "nested too deep"),
]


@pytest.mark.parametrize(("text", "words"), [case[1:] for case in BAD], ids=[case[0] for case in BAD])
def test_what_is_no_register_is_one_line_that_names_the_file(file: Path, text: str, words: str) -> None:
    file.write_text(text, encoding="utf-8")
    with pytest.raises(SecondSourceError) as caught:
        read_register(file, TODAY)
    assert words in str(caught.value)
    assert str(file) in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (TABLE.encode("utf-16"), "not UTF-8 text"),
        (TABLE.replace("Own", "Où").encode("latin-1"), "not UTF-8 text"),
        (b"#" * (MOST_BYTES + 1), "larger than 5 MB"),
    ],
    ids=["UTF-16", "Latin-1", "huge"],
)
def test_what_is_no_text_is_one_line(file: Path, data: bytes, words: str) -> None:
    file.write_bytes(data)
    with pytest.raises(SecondSourceError, match=words):
        read_register(file, TODAY)


def test_what_is_no_file_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(SecondSourceError, match="no such file; `secondsource sources judge` begins one"):
        read_register(tmp_path / "none.toml", TODAY)
    with pytest.raises(SecondSourceError, match="give a TOML file"):
        read_register(tmp_path, TODAY)
    with pytest.raises(SecondSourceError, match="name a file that you may write to"):
        add_judgement(tmp_path / "no" / "folder.toml", ONE, TODAY)


def test_a_name_that_several_outlets_bear_is_refused_with_their_names(file: Path) -> None:
    with pytest.raises(SecondSourceError, match=r"can be .+ or .+; name one in full"):
        add_judgement(file, Judgement("outlet", "TOI", "B", "x", "y", TODAY), TODAY)
    assert not file.exists()
    assert add_judgement(file, Judgement("person", "TOI", "B", "x", "y", TODAY), TODAY).judgements


def test_adding_leaves_every_byte_above_as_it_was(file: Path) -> None:
    for text in (TABLE, "# ours\r\n" + TABLE.replace("\n", "\r\n"), TABLE.rstrip("\n"), ""):
        file.write_text(text, encoding="utf-8", newline="")
        before = file.read_bytes()
        other = Judgement("person", "Ola Berg", "F", 'said "no" \\ twice', "J. Roe", date(2024, 4, 1))
        after = add_judgement(file, other, TODAY)
        assert file.read_bytes().startswith(before)
        assert read_register(file, TODAY).judgements == after.judgements == ((ONE, other) if text else (other,))


def test_a_refused_judgement_leaves_the_file_alone(file: Path) -> None:
    file.write_text(TABLE, encoding="utf-8")
    for wrong in (
        Judgement("outlet", "Fjord Tribune", "H", "x", "y", TODAY),
        Judgement("person", "Fjord Tribune", "C", "x", "y", TODAY),
        Judgement("outlet", "Fjord Tribune", "C", "", "y", TODAY),
        Judgement("outlet", "Fjord Tribune", "C", "x", "y", date(2024, 6, 3)),
    ):
        with pytest.raises(SecondSourceError):
            add_judgement(file, wrong, TODAY)
        assert file.read_text(encoding="utf-8") == TABLE
    file.write_text("no toml", encoding="utf-8")
    with pytest.raises(SecondSourceError, match="not TOML"):
        add_judgement(file, ONE, TODAY)
    assert file.read_text(encoding="utf-8") == "no toml"


def test_a_colleague_may_be_a_day_ahead(file: Path) -> None:
    assert add_judgement(file, Judgement("person", "Ola Berg", "C", "x", "y", date(2024, 6, 2)), TODAY).judgements


# Letters, marks, digits, punctuation and signs of any script: all that prints, but for white space.
printable = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=20)
judgements = st.builds(
    Judgement,
    kind=st.sampled_from(KINDS),
    name=printable.map("x{}".format),
    letter=st.sampled_from("ABCDEF"),
    rationale=printable,
    author=printable,
    day=st.dates(max_value=TODAY),
)


@settings(
    max_examples=200, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(judgements)
def test_whatever_can_be_printed_is_read_as_it_was_written(tmp_path: Path, written: Judgement) -> None:
    file = tmp_path / "any.toml"
    file.unlink(missing_ok=True)
    add_judgement(file, written, TODAY)
    assert read_register(file, TODAY).judgements == (written,)


def test_the_kind_is_known_from_the_file_or_the_outlet_list() -> None:
    assert kind_of("AFP", EMPTY) == "agency"
    assert kind_of("Le Figaro", EMPTY) == "outlet"
    assert kind_of("US State Department", EMPTY) == "body"
    assert kind_of("Ola Berg", EMPTY) is None
