"""The configuration as a TOML file that a user can read and change: a comment for every number, only changes needed."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from dataclasses import Field, fields, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from secondsource.errors import BadArgument
from secondsource.rate.weights import DEFAULT, Config, config_hash, meaning_of

MOST_BYTES = 65_536
START = "`secondsource weights` prints one to start from"


def read_config(path: Path) -> Config:
    """The configuration of a file: the shipped one with the numbers that the file gives; raises BadArgument."""
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
        if len(data) > MOST_BYTES:
            raise ValueError(f"it has more than {MOST_BYTES:,} bytes")
        return config_of(tomllib.loads(data.decode("utf-8-sig")))
    except OSError as error:
        raise _unusable(path, error.strerror or str(error)) from None
    except UnicodeDecodeError:
        raise _unusable(path, "it is not UTF-8 text") from None
    except tomllib.TOMLDecodeError as error:
        raise _unusable(path, f"it is not TOML ({error})") from None
    except RecursionError:
        raise _unusable(path, "it is nested too deep") from None
    except ValueError as error:
        raise _unusable(path, str(error)) from None


def _unusable(path: Path, why: str) -> BadArgument:
    return BadArgument("--weights", str(path), f"{why.rstrip('.')}; {START}")


def config_of(data: dict[str, Any], base: Config = DEFAULT) -> Config:
    """The configuration `base` with the numbers given, tables by their single entries; raises ValueError."""
    known = {each.name: each for each in fields(Config)}
    given: dict[str, Any] = {}
    for name, value in data.items():
        if name not in known:
            raise ValueError(f"nothing is called {_shown(name)}{_meant(name, known)}")
        given[name] = _entry(known[name], value, getattr(base, name))
    return replace(base, **given)


def _entry(each: Field[Any], value: Any, default: Any) -> Any:
    """A value of the file as the field holds it; whether it is in range is for the configuration to say."""
    if not isinstance(default, dict):
        return float(value) if isinstance(default, float) and _whole(value) else value
    if not isinstance(value, dict):
        raise ValueError(f"{each.name} is a table: write [{each.name}] and below it a line for each number")
    for key in value:
        if key not in default:
            raise ValueError(f"nothing is called {_shown(f'{each.name}.{key}')}{_meant(key, default)}")
    return {**default, **{key: float(one) if _whole(one) else one for key, one in value.items()}}


def _whole(value: Any) -> bool:
    """A whole number that a float can hold; what is larger is out of every range anyway."""
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) < 1_000_000


def _shown(name: str) -> str:
    return repr(name if len(name) <= 40 else f"{name[:39]}…")


def _meant(name: str, known: dict[str, Any]) -> str:
    near = get_close_matches(name[:40], known, n=1)
    return f" (perhaps {near[0]!r} is meant)" if near else ""


def as_toml(config: Config) -> str:
    """The configuration as TOML that `read_config` reads back, a comment above every number."""
    return "\n".join((*_lines(config), ""))


def _lines(config: Config) -> Iterator[str]:
    yield "# What Second Source weighs by. Change what you like and give the file with --weights; only the numbers that"
    yield "# you change need to stay in it. Sections are those of docs/rating.md."
    yield f"# Hash of this content: {config_hash(config)}"
    yield ""
    yield "# counts up with every calibration"
    yield f"version = {config.version}"
    yield "# what the numbers were fitted on; empty: they are the shipped ones, or set by hand"
    yield f"fitted = {json.dumps(config.fitted, ensure_ascii=False)}"
    yield '# what an unjudged source (F) counts as: "C" where a person chose the reports, "D" in a crawl (section 4)'
    yield f'unrated = "{config.unrated}"'
    for each in fields(config):
        if (meaning := meaning_of(each)) is None:
            continue
        value = getattr(config, each.name)
        yield from ("",) if isinstance(value, dict) else ()
        yield f"# {meaning.says} (section {meaning.section}; {meaning.least:g} to {meaning.most:g})"
        if isinstance(value, dict):
            yield f"[{each.name}]"
            yield from (f"{key if key.isalpha() else json.dumps(key)} = {number!r}" for key, number in value.items())
        else:
            yield f"{each.name} = {value!r}"
