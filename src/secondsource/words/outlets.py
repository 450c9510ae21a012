"""Who publishes: news outlets, agencies, official bodies and reference works, by name, by short name and by domain.

The list is `outlets.toml` beside this file, read once. A name that several share ("CNA", "the Post") gives all of them.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Mapping

OutletKind = Literal["outlet", "agency", "official body", "reference"]
_KINDS: tuple[OutletKind, ...] = ("agency", "outlet", "official body", "reference")

# The last words by which reports shorten a title: "the Post", "the Times". Others ("the News") are common nouns.
_SHORT = frozenset(
    {
        "Age",
        "Chronicle",
        "Courier",
        "Dispatch",
        "Examiner",
        "Express",
        "Gazette",
        "Globe",
        "Guardian",
        "Herald",
        "Independent",
        "Inquirer",
        "Journal",
        "Mail",
        "Mirror",
        "Monitor",
        "Observer",
        "Post",
        "Pravda",
        "Record",
        "Register",
        "Review",
        "Standard",
        "Star",
        "Sun",
        "Telegraph",
        "Times",
        "Tribune",
    }
)

# What papers, stations and newsletters are called by the last word of their names, on whatever list they are: a
# pattern for any letters, written for this project.
PAPER_WORDS = (
    r"(?:advertiser|advocate|anzeiger|argus|beacon|bladet|broadcast\w*|bulletin|chronicle|correo|courier|courrier|"
    r"dagblad\w*|dépêche|depeche|diario|diary|digest|dispatch|echo|encyclop(?:a?edia|ædia)|examiner|express|flash|fm|"
    r"gazeta|gazete\w*|gazette|globe|handbook|herald|inquirer|insider|ilbo|journal|kurier|leaks|ledger|magazine|mercury|"
    r"mirror|monitor|nachrichten|newsletter|newspaper|newswire|notebook|notícias|noticias|observer|podcast|posten|presse|"
    r"quotidien|radio|recorder|reporter|rundschau|sentinel|shimbun|spectator|tageblatt|tageszeitung|telegram|telegraph|"
    r"television|tidende|tidning\w*|times|tracker|tribune|tv|vanguard|weekly|wire|zeitung)"
)


@dataclass(frozen=True, slots=True)
class Outlet:
    """Somebody who publishes: its common name, its other names, what it is, its seat, its owner, its web domains."""

    name: str
    aliases: tuple[str, ...]
    kind: OutletKind
    country: str
    owner: str | None
    domains: tuple[str, ...]


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(files("secondsource.words").joinpath("outlets.toml").read_text("utf-8"))


@cache
def outlets() -> Mapping[str, Outlet]:
    """Give every outlet of the list by its name; where two share a name the later also carries its country."""
    table = _table()
    found: dict[str, Outlet] = {}
    for kind in _KINDS:
        for country, rows in table[kind].items():
            for row in rows:
                name = row["name"]
                key = f"{name} ({country})" if name in found else name
                found[key] = Outlet(
                    key, tuple(row.get("aliases", ())), kind, country, row.get("owner"), tuple(row["domains"])
                )
    return MappingProxyType(found)


@cache
def by_alias() -> Mapping[str, tuple[Outlet, ...]]:
    """Give the outlets that bear a name or alias; keys are as `name_key` writes them, agencies come first."""
    found: dict[str, list[Outlet]] = {}
    for outlet in outlets().values():
        bare = outlet.name.partition(" (")[0]
        for name in dict.fromkeys(name_key(name) for name in (outlet.name, bare, *outlet.aliases)):
            found.setdefault(name, []).append(outlet)
    return MappingProxyType({name: tuple(those) for name, those in found.items()})


@cache
def by_short_name() -> Mapping[str, tuple[Outlet, ...]]:
    """Give the outlets that "the Post", "the Times" and their like can mean; keys are the word alone, lower case."""
    found: dict[str, list[Outlet]] = {}
    for outlet in outlets().values():
        last = outlet.name.partition(" (")[0].rpartition(" ")[2]
        if last in _SHORT:
            found.setdefault(last.casefold(), []).append(outlet)
    return MappingProxyType({name: tuple(those) for name, those in found.items()})


@cache
def by_domain() -> Mapping[str, Outlet]:
    """Give the outlet of a web domain ("apnews.com"), lower case, without "www."."""
    return MappingProxyType({domain: outlet for outlet in outlets().values() for domain in outlet.domains})


def name_key(name: str) -> str:
    """Write a name as the indexes hold it: lower case, one space, straight apostrophe, no leading "the"."""
    key = re.sub(r"\s+", " ", name.replace("’", "'")).strip().casefold()
    return key.removeprefix("the ")


def named(name: str) -> tuple[Outlet, ...]:
    """Give the outlets that bear this name or alias, none where the list has it not."""
    return by_alias().get(name_key(name), ())


@cache
def owners_of(name: str) -> tuple[str, ...]:
    """Give who owns an outlet of this name, then who owns the owner, and so on.

    Empty where the list knows no owner, or several outlets bear the name and their owners differ.
    """
    owners = {outlet.owner for outlet in _meant(name)}
    owner = owners.pop() if len(owners) == 1 else None
    found: list[str] = []
    while owner is not None and owner not in found:
        found.append(owner)
        owner = _table()["owner"].get(owner)
    return tuple(found)


def family_of(name: str) -> str | None:
    """Give the last owner of an outlet, whom all outlets of its family have in common; None where nobody knows one."""
    return next(reversed(owners_of(name)), None)


def _meant(name: str) -> tuple[Outlet, ...]:
    """The outlet whose whole name this is, else all that bear it."""
    whole = outlets().get(name)
    return (whole,) if whole is not None else named(name)


def at_address(address: str) -> Outlet | None:
    """Give the outlet behind a URL or host name, walking up from the host to the domain the list knows."""
    host = host_of(address)
    known = by_domain()
    while "." in host:
        if host in known:
            return known[host]
        host = host.partition(".")[2]
    return None


def host_of(address: str) -> str:
    """Give the host of a URL or bare host name, lower case, without "www."; empty where there is none."""
    try:
        host = urlsplit(address if "//" in address else f"//{address}").hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.").rstrip(".")
