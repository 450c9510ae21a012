"""The import rule, checked: who may import whom, only at the top of a file, in full, and never in a circle."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

import secondsource

ROOT = Path(secondsource.__file__).parent
NOUNS = frozenset(("model", "errors", "words"))
STAGES = frozenset(("collect", "detect", "extract", "link", "rate"))
BESIDE = frozenset(("dossier", "assemble", "checking", "ratings"))
# Every top-level name of the package and what it may import. A new one has to be argued for here.
MAY_IMPORT = {
    "model": frozenset[str](),
    "errors": frozenset[str](),
    "words": frozenset({"words"}),
    **{stage: NOUNS | {stage} for stage in STAGES},
    "dossier": frozenset({"model"}),
    "ratings": NOUNS | {"link", "rate"},
    "assemble": NOUNS | STAGES | {"dossier"},
    "checking": NOUNS | STAGES | {"assemble", "checking", "dossier", "ratings"},
    "pipeline": NOUNS | STAGES | BESIDE,
    # Two compared piles beside each other: above the pipeline, since it needs both whole; below show, since it is data.
    "difference": NOUNS | {"assemble", "dossier", "link", "pipeline", "ratings"},
    "cache": frozenset({"model"}),
    "coding": NOUNS | {"coding", "detect", "extract", "link"},
    "show": NOUNS | BESIDE | {"cache", "coding", "collect", "difference", "pipeline", "rate", "show"},
    "__init__": frozenset({"model", "pipeline"}),
}
FILES = sorted(path for path in ROOT.rglob("*.py"))
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)


def name_of(path: Path) -> str:
    """The module's dotted name below the package; the package's own is `__init__`."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if len(parts) > 1 and parts[-1] == "__init__" else parts)


MODULES = {name_of(path): path for path in FILES}


def imports_of(path: Path) -> Iterator[tuple[str, int]]:
    """The modules of ours that a file imports, each as finely as the file says, and the line."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: import in full, not relatively"
            found = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            continue
        for each in found:
            package, _, inside = each.partition(".")
            if package == "secondsource":
                yield (inside if inside in MODULES else inside.rpartition(".")[0]), node.lineno


def test_every_top_level_name_is_in_the_table() -> None:
    found = {path.stem if path.is_file() else path.name for path in ROOT.iterdir()} - {"__pycache__", "py"}
    assert found == set(MAY_IMPORT)


@pytest.mark.parametrize("module", MODULES)
def test_imports_go_down_only(module: str) -> None:
    allowed = MAY_IMPORT[module.partition(".")[0]]
    wrong = [(line, other) for other, line in imports_of(MODULES[module]) if other.partition(".")[0] not in allowed]
    assert not wrong, f"{module} may import {', '.join(sorted(allowed)) or 'nothing of ours'}"


@pytest.mark.parametrize("module", MODULES)
def test_no_import_inside_a_function(module: str) -> None:
    tree = ast.parse(MODULES[module].read_text(encoding="utf-8"))
    inside = [node for function in ast.walk(tree) if isinstance(function, FUNCTIONS) for node in ast.walk(function)]
    assert not [node.lineno for node in inside if isinstance(node, ast.Import | ast.ImportFrom)]


def test_no_import_cycles() -> None:
    graph = {module: {other for other, _ in imports_of(path) if other != module} for module, path in MODULES.items()}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(f"import cycle: {' -> '.join(error.args[1])}")
