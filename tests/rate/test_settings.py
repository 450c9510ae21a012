"""The configuration as a file: what is written reads back, what is wrong is one line with a remedy."""

import tomllib
from dataclasses import fields, replace
from pathlib import Path

import pytest

from secondsource.errors import BadArgument
from secondsource.rate import DEFAULT, Config, config_hash
from secondsource.rate.settings import as_toml, config_of, read_config
from secondsource.rate.weights import meaning_of


@pytest.mark.parametrize(
    "config",
    [
        DEFAULT,
        Config(unrated="D", version=12, fitted='31 claims of "desk".csv'),
        replace(DEFAULT, echo=0.1, basis={**DEFAULT.basis, "anon": 0.3333}, refuted=0.01),
    ],
)
def test_what_is_written_reads_back(config: Config, tmp_path: Path) -> None:
    file = tmp_path / "weights.toml"
    file.write_text(as_toml(config), encoding="utf-8")
    assert read_config(file) == config
    assert config_hash(config) in file.read_text(encoding="utf-8")


def test_every_number_has_a_comment_with_its_section_and_its_range() -> None:
    lines = as_toml(DEFAULT).splitlines()
    for each in fields(Config):
        place = next(i for i, line in enumerate(lines) if line.startswith((f"{each.name} =", f"[{each.name}]")))
        assert lines[place - 1].startswith("# ")
        meaning = meaning_of(each)
        assert meaning is None or f"section {meaning.section};" in lines[place - 1]
    assert all(len(line) <= 120 for line in lines)


def test_only_what_is_changed_need_be_given(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text("\ufeffecho = 1\n[basis]\nanon = 0.4\n", encoding="utf-8")
    assert read_config(file) == replace(DEFAULT, echo=1.0, basis={**DEFAULT.basis, "anon": 0.4})
    assert config_hash(read_config(file)) != config_hash(DEFAULT)
    file.write_text("", encoding="utf-8")
    assert read_config(file) == DEFAULT
    # A whole number is the same number: equal content, equal hash.
    assert config_hash(config_of({"temperature": 1})) == config_hash(DEFAULT)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"ecko = 0.5", "perhaps 'echo' is meant"),
        (b"[basis]\nanonymous = 0.5", "nothing is called 'basis.anonymous'"),
        (b"basis = 0.5", "basis is a table"),
        (b'echo = "half"', "echo is no number; give one from 0 to 1"),
        (b"echo = true", "echo is no number"),
        (b"echo = 1.5", "echo is 1.5; give a number from 0 to 1"),
        (b"echo = nan", "echo is nan"),
        (b"bound = inf", "bound is inf"),
        (b"bound = -inf", "bound is -inf"),
        (b"temperature = 0", "temperature is 0; give a number from 0.2"),
        (b"unnamed_pool = 0.9", "unnamed_pool is 0.9; give a number from 1"),
        (b"hop = " + b"9" * 400, "hop is 99999999999999999999; give"),
        (b"hop = " + b"9" * 5000, "weights"),
        (b'unrated = "F"', "unrated is 'F'; set it to \"C\""),
        (b"unrated = 3", "unrated is 3"),
        (b"version = 1.5", "version is no whole number"),
        (b'fitted = "a\\nb"', "fitted is no line"),
        (b"[word]\nA = 1.0", "word.A (1) is below word.B (1.99)"),
        (b"[carriage]\nC = 1.0\nD = 0.6", "carriage.C (1) is below word.C (1.1)"),
        (b"[basis]\nrumour = 0.9", "basis.vague (0.25) is below basis.rumour (0.9)"),
        (b"weak_pool = 2.0", "word.C (1.1) is below weak_pool (2)"),
        (b"unidentified = 1.5", "below unidentified"),
        (b"possibly = 0.9", "surely (0.8) is below possibly (0.9)"),
        (b"[interest]\n'would hide' = 1.1", "below interest.would hide"),
        (b"echo = ", "it is not TOML"),
        (b"\xff\xfe", "it is not UTF-8 text"),
        (b"a = " + b"[" * 5000, "weights"),
        (b"# " + b"x" * 70_000, "more than 65,536 bytes"),
        (b"[[basis]]\nanon = 1", "basis is a table"),
    ],
)
def test_a_file_that_cannot_be_used_is_one_line(content: bytes, said: str, tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_bytes(content)
    with pytest.raises(BadArgument) as caught:
        read_config(file)
    message = str(caught.value)
    assert said in message
    assert "mine.toml" in message
    assert message.endswith("`secondsource weights` prints one to start from")
    assert "\n" not in message
    assert len(message) < 500


@pytest.mark.parametrize("name", ["nowhere.toml", "."])
def test_a_file_that_is_not_there_is_one_line(name: str, tmp_path: Path) -> None:
    with pytest.raises(BadArgument, match="secondsource weights"):
        read_config(tmp_path / name)


def test_the_shipped_numbers_are_valid_toml() -> None:
    assert tomllib.loads(as_toml(DEFAULT))["basis"] == DEFAULT.basis
