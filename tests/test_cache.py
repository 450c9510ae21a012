"""What was studied once is read back, whole; what changed, or was tampered with, is studied again."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from secondsource import cache
from secondsource.collect.document import document_from_text
from secondsource.model import Document, Findings

TEXT = (
    "The foreign ministers of Chad and Sudan met in Abeche on Tuesday, a Chadian official said. "
    "About 40 soldiers may have left the town, according to the Harbour Post."
)


class Study:
    """Gives findings made beforehand and counts how often it was asked."""

    def __init__(self, found: Findings) -> None:
        self.found = found
        self.asked = 0

    def __call__(self, document: Document) -> Findings:
        self.asked += 1
        return replace(self.found, document=document)


@pytest.fixture
def study(findings: Callable[..., tuple[Findings, ...]]) -> Study:
    (found,) = findings((TEXT, "Harbour Post", "2024-05-02"))
    return Study(found)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "kept"))
    return tmp_path / "kept"


def test_findings_come_back_as_they_were(folder: Path, study: Study) -> None:
    first = cache.studied(study.found.document, study)
    again = cache.studied(study.found.document, study)
    assert study.asked == 1
    assert again == first
    assert len(list(folder.glob("*.msgpack"))) == 1


@pytest.mark.parametrize(
    "change", [{"outlet": "Other"}, {"title": "Talks"}, {"published": None}, {"author": "A. Reed"}]
)
def test_another_document_is_another_key(change: dict[str, str | None], study: Study) -> None:
    document = study.found.document
    assert cache.key_of(replace(document, **change)) != cache.key_of(document)  # type: ignore[arg-type]


def test_other_code_is_another_key(folder: Path, study: Study, monkeypatch: pytest.MonkeyPatch) -> None:
    cache.studied(study.found.document, study)
    monkeypatch.setattr(cache, "code_version", lambda: "another")
    cache.studied(study.found.document, study)
    assert study.asked == 2


@pytest.mark.parametrize("damage", [b"", b"\x81\xa1", b"not msgpack at all", b"\xc0"])
def test_a_damaged_file_is_studied_again_and_mended(folder: Path, study: Study, damage: bytes) -> None:
    first = cache.studied(study.found.document, study)
    (kept,) = folder.glob("*.msgpack")
    kept.write_bytes(damage)
    assert cache.studied(study.found.document, study) == first
    assert cache.studied(study.found.document, study) == first
    assert study.asked == 2


def test_findings_of_another_text_are_not_taken(folder: Path, study: Study) -> None:
    cache.studied(study.found.document, study)
    other = document_from_text("Nothing was said.", file="b.txt", outlet=None, published=None)
    (kept,) = folder.glob("*.msgpack")
    kept.rename(folder / f"{cache.key_of(other)}.msgpack")
    assert cache.studied(other, study).document == other


def test_off_means_off(tmp_path: Path, study: Study, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(cache.VARIABLE, "off")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    cache.studied(study.found.document, study)
    assert not list(tmp_path.iterdir())


def test_a_folder_that_cannot_be_made_costs_nothing(
    tmp_path: Path, study: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "file" / "kept"))
    assert cache.studied(study.found.document, study).document == study.found.document


def test_the_least_lately_used_files_go_first(tmp_path: Path) -> None:
    for age, name in enumerate(("new", "old", "older")):
        file = tmp_path / f"{name}.msgpack"
        file.write_bytes(b"x" * 100)
        os.utime(file, (1_000_000 - age, 1_000_000 - age))
    cache._keep_within(tmp_path, 250)
    assert {f.stem for f in tmp_path.iterdir()} == {"new", "old"}
