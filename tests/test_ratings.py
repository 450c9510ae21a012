"""One document more: only the claims whose evidence it changed are weighed again, and all come out as from scratch."""

import sys
from dataclasses import replace
from importlib import util
from pathlib import Path

import pytest

from secondsource import ratings
from secondsource.link.index import Index, added, groups, removed
from secondsource.model import Findings
from secondsource.rate import Config, rate
from secondsource.ratings import PLAIN, Memory, Scales, rate_all

BENCHMARKS = Path(__file__).parent.parent / "benchmarks"


@pytest.fixture(scope="module")
def reports() -> list[Findings]:
    spec = util.spec_from_file_location("generated", BENCHMARKS / "generated.py")
    assert spec is not None
    assert spec.loader is not None
    generated = util.module_from_spec(spec)
    sys.modules[spec.name] = generated  # its dataclasses look themselves up there
    spec.loader.exec_module(generated)
    return list(generated.make_reports(60))


@pytest.fixture
def weighings(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Grows by one with each claim that is weighed."""
    done: list[int] = []

    def counted(*arguments: object) -> object:
        done.append(1)
        return rate(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(ratings, "rate", counted)
    return done


def test_one_more_document_weighs_only_the_claims_it_changed(reports: list[Findings], weighings: list[int]) -> None:
    index, known = Index(), Memory()
    added(index, reports[:-1])
    before = groups(index).claims
    first = rate_all(before, None, known=known)
    assert len(known) <= len(weighings) == len(before)

    weighings.clear()
    assert rate_all(before, None, known=known) == first
    assert not weighings

    added(index, reports[-1:])
    after = groups(index).claims
    found = rate_all(after, None, known=known)
    old = {claim.id: [t.evidence for t in claim.testimony] for claim in before}
    changed = [claim for claim in after if old.get(claim.id) != [t.evidence for t in claim.testimony]]
    assert 0 < len(weighings) <= len(changed) < len(after) / 4
    assert found == rate_all(after, None)


def test_a_document_taken_out_again_leaves_the_ratings_of_before(reports: list[Findings]) -> None:
    index, known = Index(), Memory()
    added(index, reports[:-1])
    first = rate_all(groups(index).claims, None, known=known)
    added(index, reports[-1:])
    rate_all(groups(index).claims, None, known=known)
    removed(index, [(reports[-1].document.file, reports[-1].document.id)])
    assert rate_all(groups(index).claims, None, known=known) == first


def test_other_numbers_weigh_everything_again(reports: list[Findings]) -> None:
    index, known = Index(), Memory()
    added(index, reports[:20])
    claims = groups(index).claims
    rate_all(claims, None, PLAIN, known)
    crawl = Scales(config=replace(Config(), unrated="D"))
    assert rate_all(claims, None, crawl, known) == rate_all(claims, None, crawl)
