"""Whom words that are no name stand for."""

from __future__ import annotations

import pytest

from secondsource.detect import detect
from secondsource.extract.holders.antecedents import Antecedents
from secondsource.extract.holders.holder import NOBODY
from secondsource.extract.sayings.attributions import find_attributions
from secondsource.model import Document

UNKNOWN = NOBODY.name


def last_origin(text: str) -> str:
    return find_attributions(detect(Document("d", "d.txt", text)))[-1].holders[0].name


PERSONS = [
    # gender by given name, by title, by "spokeswoman"; the other one is no candidate, however near
    ("Ingrid Falk received Peter Holm in Bergen on Monday. She said the talks failed.", "Ingrid Falk"),
    ("Ingrid Falk received Peter Holm in Bergen on Monday. He said the talks failed.", "Peter Holm"),
    ("Mr. Tamm met the press with Ms. Oja on Monday. She said the talks failed.", "Oja"),
    ("The welder Hugo Brandt was let go, the spokeswoman, Anna Weiss, told us. She said he was well.", "Anna Weiss"),
    # of two whose gender nobody knows, the subject
    ("Li Bowen met Zhao Ting in Harbin on Monday. He said the talks failed.", "Li Bowen"),
    # whoever spoke last goes on speaking
    ("Peter Holm said the ferry was late. It belongs to Hans Roth. “Nobody was hurt,” he said.", "Peter Holm"),
    # nobody is named in what he says of himself
    ("Peter Holm left the room. Hans Roth would travel to Riga, he said.", "Peter Holm"),
    # a name inside a quotation is not the one who goes on outside it
    ("“We met Hans Roth and the others,” said Peter Holm. He said the talks failed.", "Peter Holm"),
    ("A senior official spoke on Monday. A diplomat said the door was open. He said the talks failed.", "diplomat"),
    # a speaker in somebody else's words is not the one who goes on
    ("Peter Holm said Hans Roth had admitted that the boat sank. He said the talks failed.", "Peter Holm"),
    # nobody fits
    ("Ingrid Falk met the press on Monday. He said the talks failed.", UNKNOWN),
    ("It rained all day. He said the talks failed.", UNKNOWN),
]


@pytest.mark.parametrize(("text", "name"), PERSONS, ids=[case[0][:60] for case in PERSONS])
def test_he_and_she(text: str, name: str) -> None:
    assert last_origin(text) == name


SEVERAL = [
    ("Two US officials said the door was open. They said the talks failed.", "Two US officials"),
    ("Ingrid Falk received Peter Holm in Bergen on Monday. They said the talks failed.", "Ingrid Falk and Peter Holm"),
    (
        "Ingrid Falk and Peter Holm met on Monday. The two officials said the talks failed.",
        "Ingrid Falk and Peter Holm",
    ),
    ("Norway and Finland met on Monday. Both sides said the talks failed.", "Norway and Finland"),
    ("Envoys from Norway and Finland met on Monday. The two countries said the talks failed.", "Norway and Finland"),
    ("Peter Holm lives in Bergen. They said the talks failed.", UNKNOWN),
]


@pytest.mark.parametrize(("text", "name"), SEVERAL, ids=[case[0][:60] for case in SEVERAL])
def test_they_and_both(text: str, name: str) -> None:
    assert last_origin(text) == name


DESCRIBED = [
    ("Foreign Minister Ingrid Falk met the press. The minister said the talks failed.", "Ingrid Falk"),
    ("Police chief Hans Roth met Peter Holm, a banker. The police chief said the talks failed.", "Hans Roth"),
    (
        "A spokesperson for the European Commission denied it. The spokesperson said the talks failed.",
        "European Commission",
    ),
    ("A diplomat in Riga said the door was open. The same diplomat said the talks failed.", "diplomat in Riga"),
    (
        "Seoul is watching the border. Its unification ministry said the talks failed.",
        "South Korea’s unification ministry",
    ),
    ("Peter Holm was fined on Monday. His lawyer said the talks failed.", "Peter Holm’s lawyer"),
    ("Reuters had the story first. The agency said the talks failed.", "Reuters"),
    ("In a statement, the Red Crescent said the road was shut. The statement said the talks failed.", "Red Crescent"),
    ("Peter Holm works for Kestrel Shipping Company. The company said the talks failed.", "Kestrel Shipping Company"),
    ("A film was shown. The company said the talks failed.", "company"),
    ("A film was shown. The minister said the talks failed.", "minister"),
    ("Peter Holm sells fish. The minister said the talks failed.", "minister"),
]


@pytest.mark.parametrize(("text", "name"), DESCRIBED, ids=[case[0][:60] for case in DESCRIBED])
def test_descriptions(text: str, name: str) -> None:
    assert last_origin(text) == name


THINGS = [
    ("The Red Crescent closed the road on Monday. It said the talks failed.", "Red Crescent"),
    ("The Red Crescent published a letter on Monday, and it said the talks failed.", "Red Crescent"),
    # what is written speaks for itself, the subject before "it"
    ("The Red Crescent got a letter. The indictment cites an e-mail it says the agents sent.", "indictment"),
    ("The complaint names the Red Crescent, which it says lost the money.", "complaint"),
    ("The Red Crescent was warned. A letter was sent in May. It said the talks failed.", "letter"),
    ("The Red Crescent found the letter in May. It said the talks failed.", "Red Crescent"),
    # a thing without a name is as likely as a body named in passing
    ("The union wrote to the Red Crescent. In court, it said the talks failed.", UNKNOWN),
]


@pytest.mark.parametrize(("text", "name"), THINGS, ids=[case[0][-60:] for case in THINGS])
def test_it(text: str, name: str) -> None:
    assert last_origin(text) == name


def test_the_government_is_that_of_the_country_that_the_text_is_about() -> None:
    text = "Chad closed its border. Chad called up men. Chad has few wells. The government said the talks failed."
    assert last_origin(text) == "Chad"
    assert last_origin("Chad met Niger and Mali. The government said the talks failed.") == "government"


def test_without_speakers_names_alone_are_looked_at() -> None:
    mentions = detect(Document("d", "d.txt", "Ingrid Falk met Peter Holm in Bergen. She left at noon."))
    she = next(token for token in mentions.parsed if token.text == "She")
    found = Antecedents(mentions).of(she)
    assert found is not None
    assert [name.name for name in found.names] == ["Ingrid Falk"]
