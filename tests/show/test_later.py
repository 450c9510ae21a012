from __future__ import annotations

import subprocess
import sys

import pytest

from secondsource.show.later import Later


def test_a_module_gives_its_names_when_they_are_asked_for() -> None:
    assert Later("secondsource.model").UNNAMED_OUTLET == "(unnamed outlet)"
    with pytest.raises(AttributeError, match="nonsense"):
        Later("secondsource.model").nonsense  # noqa: B018 (asking is what is tested)


def test_the_desk_does_not_load_what_only_the_page_draws_with() -> None:
    code = "import sys, secondsource.show.desk; sys.exit(bool({'altair', 'vl_convert'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False, timeout=120).returncode == 0
