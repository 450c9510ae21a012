from __future__ import annotations

from dataclasses import replace

import pytest

from secondsource.dossier import Dossier
from secondsource.show.source_base import cut_off, source_base

from .builders import make_assertion, make_claim, make_dossier

MINISTRY, POST = (replace(source, letter="F", judged=None) for source in make_dossier().sources)


def words(**given: object) -> str:
    return " ".join(source_base(make_dossier(**given)))


def test_documents_their_kinds_and_what_lacks() -> None:
    statement = words(sources=(MINISTRY, POST))
    assert statement.startswith("2 documents: 1 relaying others, 1 unattributed. The claims go back to 2 origins")
    assert "none behind more of them than Ministry of Ruritania (3 of 4)" in statement
    assert "Missing: 1 undated, 1 from an outlet that nobody names, 1 without a source." in statement
    assert cut_off(make_dossier()).startswith("As of 2024-05-03; 4 claims: 1 confirmed,")


def test_nothing_is_said_of_nothing() -> None:
    empty = Dossier(method=make_dossier().method, as_of=None)
    assert source_base(empty) == ["0 documents."]
    assert cut_off(empty) == "No date in the pile to cut off at; 0 claims."


@pytest.mark.parametrize(
    ("holders", "said"),
    [
        (("Ministry of Ruritania",), ""),
        (("MINISTRY OF RURITANIA", "Daily Post"), ""),
        (("unnamed sources", "Daily Post"), "; for 1 the reports name nobody"),
        (("(unnamed outlet)",), "; for 1 the reports name nobody"),
    ],
)
def test_a_claim_behind_whom_nobody_stands_is_counted(holders: tuple[str, ...], said: str) -> None:
    claim = make_claim(supporting=(make_assertion(holders=holders),))
    assert f"The claims go back to 1 origin with a name{said}. " in words(claims=(claim,), sources=(MINISTRY,))


def test_a_denied_claim_that_nobody_puts_forward_is_not_without_a_name() -> None:
    assert "name nobody" not in words(claims=(make_claim(supporting=()),), sources=(MINISTRY,))


def test_letters_are_counted_or_said_to_lack() -> None:
    assert "No person has judged" in words(sources=(MINISTRY, POST))
    judged = make_dossier().sources[1]
    assert "1 of 2 sources judged by a person for reliability." in words(sources=(MINISTRY, judged))
    assert "judged" not in words(sources=())


def test_a_pile_of_unnamed_sources_says_so() -> None:
    assert "No claim goes back to anybody whom the reports name." in words(sources=())
