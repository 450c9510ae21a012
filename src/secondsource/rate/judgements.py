"""The sources file: one TOML table a judgement, read whole, and only ever added to at its end."""

from __future__ import annotations

import json
import tomllib
from dataclasses import fields
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from secondsource.errors import BadArgument, SecondSourceError
from secondsource.rate.register import KINDS, LETTERS, Judgement, Kind, Register, known_outlet, source_key
from secondsource.words.outlets import named

# Some forty thousand judgements, read in a few seconds. Whatever is larger is another file.
MOST_BYTES = 5_000_000
LONGEST = 500  # characters of a name, an author or a rationale
TABLE = "judgement"
# As the file has them; "date" is the day of a Judgement.
FIELDS = tuple("date" if each.name == "day" else each.name for each in fields(Judgement))
# A colleague's morning can be a day ahead of this clock.
AHEAD = timedelta(days=1)
NOBODY = ("unnamed sources of ", "the unnamed outlet of ", "(unnamed outlet)")

HEAD = """\
# Letters that persons gave to sources, A to F, each with who gave it, when and why.
# Add below and change nothing above: of the judgements about one source the last by its date holds; F takes one back.
"""


def read_register(file: Path, today: date) -> Register:
    """Give the register that a file holds; raises BadArgument where any of it cannot be used.

    `today` is the reader's: a judgement of a later day would hold over all that is still to be written.
    """
    return _register(_text(file), file, today)


def add_judgement(file: Path, judgement: Judgement, today: date) -> Register:
    """Write a judgement beneath those of a file, made where there is none, and give the register that it then holds.

    Raises SecondSourceError, and leaves the file as it is, where it or the judgement cannot be used.
    """
    try:
        _check(judgement, today)
    except ValueError as fault:
        raise SecondSourceError(f"the judgement {fault}") from None
    text = _text(file) if file.exists() else ""
    if text:
        _register(text, file, today)
    added = ("" if not text or text.endswith("\n") else "\n") + _written(judgement)
    added = added if text.strip() else HEAD + added
    register = _register(text + added, file, today)
    try:
        with file.open("ab") as end:
            end.write(added.encode("utf-8"))
    except OSError as error:
        raise _unusable(file, f"{error.strerror}; name a file that you may write to") from None
    return register


def _text(file: Path) -> str:
    try:
        with file.open("rb") as held:
            data = held.read(MOST_BYTES + 1)
        if len(data) > MOST_BYTES:
            raise _unusable(file, f"larger than {MOST_BYTES // 1_000_000} MB; give a file of judgements")
        return data.decode("utf-8-sig")
    except FileNotFoundError:
        raise _unusable(file, "no such file; `secondsource sources judge` begins one") from None
    except OSError as error:
        raise _unusable(file, f"{error.strerror}; give a TOML file of judgements") from None
    except UnicodeDecodeError:
        raise _unusable(file, "not UTF-8 text; save it as UTF-8") from None


def _register(text: str, file: Path, today: date) -> Register:
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _unusable(file, f"not TOML ({error}); see docs/sources.md for its form") from None
    except RecursionError:
        raise _unusable(file, "nested too deep; see docs/sources.md for its form") from None
    rows = tables.pop(TABLE, [])
    if tables or not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        odd = f"{next(iter(tables))!r} stands in it" if tables else f"{TABLE!r} is no list of tables"
        raise _unusable(file, f"{odd}; begin each judgement with a line [[{TABLE}]]")
    judgements = []
    for number, row in enumerate(rows, start=1):
        try:
            judgements.append(_judgement(row, today))
        except ValueError as fault:
            raise _unusable(file, f"judgement {number} {fault}") from None
    _check_kinds(judgements, file)
    return Register(tuple(judgements), file.name)


def _judgement(row: dict[str, Any], today: date) -> Judgement:
    """One table of the file; raises ValueError with what is wrong and what to write instead."""
    name = row.get("name")
    about = f"({name}) " if isinstance(name, str) and name.strip() else ""
    for known in FIELDS:
        if known not in row or row[known] == "":
            raise ValueError(f"{about}has no {known}; give {', '.join(FIELDS)}")
    for given in row:
        if given not in FIELDS:
            raise ValueError(f"{about}has {given!r}, which is not asked for; give {', '.join(FIELDS)} and no more")
    try:
        judgement = Judgement(**{key: row[key] for key in FIELDS if key != "date"}, day=_day(row["date"]))
        _check(judgement, today)
    except ValueError as fault:
        raise ValueError(f"{about}{fault}") from None
    return judgement


def _day(value: object) -> date:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    try:
        return datetime.strptime(str(value), "%Y-%m-%d").date()  # noqa: DTZ007 (a day has no zone)
    except ValueError:
        raise ValueError(f"has the date {str(value)!r}; write a day such as 2024-08-26") from None


def _check(judgement: Judgement, today: date) -> None:
    """Raise ValueError, with words that follow "the judgement", where it lacks something or is not of one source."""
    for name in ("kind", "name", "letter", "rationale", "author"):
        text = getattr(judgement, name)
        if not isinstance(text, str) or not text.strip():
            raise ValueError(f"has no {name}; give one in words")
        if len(text) > LONGEST or not text.isprintable():
            raise ValueError(f"has a {name} of several lines or more than {LONGEST} characters; give one short line")
    if judgement.kind not in KINDS:
        raise ValueError(f"has the kind {judgement.kind!r}; say {', '.join(KINDS[:-1])} or {KINDS[-1]}")
    if judgement.letter not in tuple(LETTERS):
        raise ValueError(f"has the letter {judgement.letter!r}; give A to E, or F to take a judgement back")
    if judgement.day > today + AHEAD:
        raise ValueError(f"has the date {judgement.day}, which is still to come; give the day on which it was made")
    if not whom(judgement.name):
        raise ValueError(f"is of {judgement.name!r}, whom nobody names; judge the publication that they spoke to")
    if judgement.kind in ("outlet", "agency") and known_outlet(judgement.name) is None:
        meant = [outlet.name for outlet in named(judgement.name)]
        if meant:
            raise ValueError(f"is of {judgement.name!r}, which can be {' or '.join(meant)}; name one in full")


def whom(name: str) -> bool:
    """Whether somebody can be judged by this name: not where it only says that nobody is named."""
    return not name.casefold().startswith(NOBODY)


def _check_kinds(judgements: list[Judgement], file: Path) -> None:
    """Raise BadArgument where one name is given to a person and to a body: a letter goes by the name alone."""
    kinds: dict[tuple[bool, str], Kind] = {}
    for each in judgements:
        kind: Kind = "outlet" if each.kind == "agency" else each.kind  # a wire that also publishes is one source
        if kinds.setdefault(each.source, kind) != kind:
            known = kinds[each.source]
            raise _unusable(file, f"{each.name} is of kind {known} and of kind {kind} in it; keep to one")


def kind_of(name: str, register: Register) -> Kind | None:
    """The kind of a source that a register or the outlet list knows; None where neither does."""
    key = source_key(name)
    for owner in (False, True):
        if history := register.histories.get((owner, key)):
            return history[-1].kind
    kinds = {outlet.kind for outlet in named(name)}
    if len(kinds) != 1:
        return None
    kind = kinds.pop()
    return "agency" if kind == "agency" else "body" if kind == "official body" else "outlet"


def _written(judgement: Judgement) -> str:
    """A judgement as TOML; JSON writes printable text in the same way as TOML does."""
    texts = [(name, getattr(judgement, name)) for name in FIELDS if name != "date"]
    lines = [f"{name} = {json.dumps(text, ensure_ascii=False)}" for name, text in texts]
    return "\n".join(("", f"[[{TABLE}]]", *lines, f"date = {judgement.day.isoformat()}", ""))


def _unusable(file: Path, remedy: str) -> BadArgument:
    return BadArgument("the sources file", str(file), remedy)
