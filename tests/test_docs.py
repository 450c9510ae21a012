"""The documentation cannot lie: outputs are what the commands print, examples run, links lead somewhere."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import typer.main

from secondsource.show.cli import app

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = sorted({*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "benchmarks").glob("*.md")})
PYTHON = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
COMMANDS = typer.main.get_command(app).commands  # type: ignore[attr-defined]  # get_command promises less than it gives


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, capture_output=True, encoding="utf-8", check=False, timeout=120
    )


def test_quoted_outputs_are_what_the_commands_print() -> None:
    done = run("docs/refresh.py", "--check")
    assert done.returncode == 0, f"run `make docs`\n{done.stdout}{done.stderr}"


def test_the_pictures_show_the_page_as_it_is() -> None:
    done = run("docs/picture.py", "--check")
    assert done.returncode == 0, done.stderr


def test_readme_quotes_what_make_demo_prints() -> None:
    demo = re.search(r"^demo:.*\n\t@\$\(BIN\)/(.+)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert demo is not None
    assert f"<!-- output of: {demo[1]} -->" in README


@pytest.mark.parametrize("code", PYTHON)
def test_python_examples_run(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    exec(compile(code, "README.md", "exec"), {})  # our own examples, nobody else's


def test_there_are_python_examples() -> None:
    assert PYTHON


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_stands_in_the_readme(name: str) -> None:
    command = COMMANDS[name]
    assert command.help
    assert f"secondsource {name}" in README
    missing = [option for parameter in command.params for option in parameter.opts if option.startswith("--")]
    assert not [option for option in missing if f"`{option}" not in README]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    local = [link for link in links if "://" not in link]
    assert not [link for link in local if not (page.parent / link).exists()]


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_locks_pin_by_hash_and_name_no_address(lock: str) -> None:
    lines = (ROOT / lock).read_text(encoding="utf-8").splitlines()
    form = re.compile(r"[a-z0-9.-]+==[^\s:/]+( ; [^:/]+)? \\|    --hash=sha256:[0-9a-f]{64}( \\)?")
    assert not [line for line in lines if not form.fullmatch(line)]


# --- the adapters that benchmarks/README.md lists ---------------------------------------------------------------------

BENCH = os.environ.get("SECONDSOURCE_BENCH")
ROWS = {
    "attribution": ("attribution/dev.jsonl", "attributions"),
    "dates": ("dates/cases.jsonl", "times"),
    "places": ("places/dev.jsonl", "places"),
}


@pytest.mark.skipif(not BENCH, reason="SECONDSOURCE_BENCH is not set: the benches are not here")
@pytest.mark.parametrize("task", ROWS)
def test_adapters_answer_every_row(task: str, tmp_path: Path) -> None:
    file, field = ROWS[task]
    given, answered = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    rows = [json.loads(line) for line in (Path(BENCH or "") / "bench" / file).read_text("utf-8").splitlines()[:2]]
    given.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    done = run("benchmarks/run.py", task, str(given), str(answered))
    assert (done.returncode, done.stderr) == (0, "")
    answers = [json.loads(line) for line in answered.read_text("utf-8").splitlines()]
    assert [answer["id"] for answer in answers] == [row["id"] for row in rows]
    assert all(isinstance(answer[field], list) for answer in answers)


@pytest.mark.parametrize(("task", "words"), [("events-triples", "needs --actors"), ("nonsense", "no task")])
def test_other_tasks_are_refused_in_one_line(task: str, words: str, tmp_path: Path) -> None:
    done = run("benchmarks/run.py", task, "in.jsonl", str(tmp_path / "out.jsonl"))
    assert done.returncode == 2
    assert words in done.stderr
    assert done.stderr.count("\n") == 1
