"""CAMEO's codes: all of them, each with a category, a mode and contexts that the PLOVER manual has."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from secondsource.words.cameo import cameo_codes

# PLOVER manual 2.0: the modes of each category, and the contexts.
MODES = {
    "AGREE": "",
    "CONSULT": "visit third-party multilateral phone",
    "SUPPORT": "",
    "CONCEDE": "",
    "COOPERATE": "",
    "AID": "",
    "RETREAT": "withdraw release disarm ceasefire access resign",
    "REQUEST": "assist change yield meet",
    "ACCUSE": "disapprove investigate allege",
    "REJECT": "assist change yield meet",
    "THREATEN": "restrict arrest relations expel territory violence",
    "PROTEST": "demo riot strike hunger boycott obstruct vandalize",
    "SANCTION": "convict expel withdraw discontinue",
    "MOBILIZE": "troops weapons police militia",
    "COERCE": "seize restrict censor curfew martial-law arrest deport withhold misinformation cyber",
    "ASSAULT": "abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack aerial drone "
    "heavy-weapons crowd-control unconventional",
}
CONTEXTS = frozenset(
    "military intelligence executive legislative election political_institutions pro_democracy pro_autocracy economic "
    "legal reparations human_rights rights_freedoms repression human_security gender lgbt religion_ethnicity "
    "inequality diplomatic territory peacekeeping health asylum migration disasters natural_resource environment "
    "technology terrorism cbrn cyber misinformation crime corruption illegal_drugs trafficking".split()
)
SHARED = Path(os.environ.get("SECONDSOURCE_BENCH", "/nowhere")) / "ontology"


def test_all_codes_of_cameo_are_there() -> None:
    codes = cameo_codes()
    assert len(codes) == 312
    assert {code[:2] for code in codes} == {f"{root:02}" for root in range(1, 21)}
    assert all(code.isdigit() and 2 <= len(code) <= 4 and row.code == code and row.label for code, row in codes.items())


def test_every_code_stands_under_its_parent() -> None:
    codes = cameo_codes()
    assert [code for code in codes if len(code) > 2 and code[:-1] not in codes] == []


@pytest.mark.parametrize("code", sorted(cameo_codes()))
def test_a_code_comes_to_what_plover_has(code: str) -> None:
    row = cameo_codes()[code]
    if row.category == "NONE":
        assert code.startswith("01")
        assert (row.mode, row.contexts) == (None, ())
        return
    assert row.category in MODES
    assert row.mode is None or row.mode in MODES[row.category].split()
    assert set(row.contexts) <= CONTEXTS
    assert len(set(row.contexts)) == len(row.contexts)


@pytest.mark.parametrize(
    ("code", "category", "mode"),
    [
        ("010", "NONE", None),
        ("036", "AGREE", None),
        ("042", "CONSULT", "visit"),
        ("0841", "RETREAT", "release"),
        ("1121", "ACCUSE", "allege"),
        ("145", "PROTEST", "riot"),
        ("173", "COERCE", "arrest"),
        ("1831", "ASSAULT", "suicide-attack"),
    ],
)
def test_what_a_code_comes_to(code: str, category: str, mode: str | None) -> None:
    row = cameo_codes()[code]
    assert (row.category, row.mode) == (category, mode)


@pytest.mark.skipif(not (SHARED / "plover.json").exists(), reason="the ontology is not here (SECONDSOURCE_BENCH)")
def test_the_names_here_are_those_of_the_ontology() -> None:
    plover = json.loads((SHARED / "plover.json").read_text(encoding="utf-8"))
    assert {e["event_type"]: {m["name"] for m in e["modes"]} for e in plover["event_types"]} == {
        category: set(modes.split()) for category, modes in MODES.items()
    }
    assert {c["name"] for c in plover["context_short"]} == CONTEXTS
    labels = json.loads((SHARED / "cameo.json").read_text(encoding="utf-8"))
    assert len(labels["codes"] if isinstance(labels, dict) and "codes" in labels else labels) == len(cameo_codes())
