"""Notices: sentences in which a publication takes its own report back, and look-alikes, which take nothing back."""

from __future__ import annotations

from datetime import date

import pytest

from secondsource.collect.document import document_from_text
from secondsource.detect import detect
from secondsource.extract.sayings.notices import find_notices
from secondsource.model import Notice

OUTLET = "Daily Harbour"


def notices(text: str) -> tuple[Notice, ...]:
    document = document_from_text(f"{text}\n", file="a.txt", outlet=OUTLET, published="2024-03-07")
    return find_notices(detect(document))


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("The Daily Harbour has withdrawn its report that Peru and Chile held secret talks in Arica.", None),
        ("The Daily Harbour retracted its 4 March story about secret talks between Peru and Chile.", None),
        ("We retract our report of 4 March that Peru and Chile held secret talks in Arica.", None),
        ("We have taken down the article on talks between Peru and Chile.", None),
        ("Editor's note: This story has been retracted. Peru and Chile held secret talks in Arica.", None),
        ("Retraction\n\nThis article was withdrawn on Thursday because its source could not be verified.", None),
        ("Retraction\n\nWe reported that Peru and Chile met in Arica. We are withdrawing it.", None),
        ("Reuters has withdrawn its story that the foreign minister of Peru had resigned.", "Reuters"),
        ("Reuters withdrew on Tuesday a report that the foreign minister of Peru had resigned.", "Reuters"),
        ("Reuters's report that the minister had resigned has since been withdrawn.", "Reuters"),
        ("The Arica Courier has retracted its story about talks between Peru and Chile.", "Arica Courier"),
        ("AFP later pulled its alert on the resignation of the minister.", "Agence France-Presse"),
    ],
)
def test_a_publication_takes_its_report_back(text: str, by: str | None) -> None:
    found = notices(text)
    assert found, "no notice"
    assert {(n.kind, n.by, n.part) for n in found} == {("retracts", by, False)}


@pytest.mark.parametrize(
    ("text", "part", "slots"),
    [
        ("An earlier version of this article said that Peru had expelled the envoy of Chile. It has not.", False, ()),
        ("Correction: This article incorrectly said that Peru had expelled the envoy of Chile.", False, ()),
        ("We wrongly reported that Peru had recalled its envoy from Chile.", False, ()),
        ("An earlier version of this story misstated the date of the talks between Peru and Chile.", True, ("date",)),
        (
            "Correction: an earlier version of this article said that Peru and Chile met on 3 March 2024. "
            "The talks took place on 5 March.",
            True,
            ("date",),
        ),
        (
            "Corrections\n\nIn our report of Thursday on the blast we stated that seven persons had died. "
            "The correct number is two.",
            True,
            ("number",),
        ),
        (
            "An earlier version of this report said that the ministers met in Lima. They met in Arica.",
            True,
            ("place",),
        ),
        ("Correction: an earlier version of this article misspelled the name of the minister.", True, ()),
    ],
)
def test_a_publication_corrects_its_report(text: str, part: bool, slots: tuple[str, ...]) -> None:
    (found,) = notices(text)
    assert (found.kind, found.by, found.part, found.slots) == ("corrects", None, part, slots)


@pytest.mark.parametrize(
    "text",
    [
        "The ministry withdrew its report on fish stocks, officials said.",
        "Peru retracted its statement that it had held talks with Chile, officials said.",
        "The United Nations retracted its report on Yemen, Reuters reported.",
        "Reuters: Peru withdrew its report on the incident.",
        "“We withdraw our report,” the minister told the Daily Harbour.",
        "The report was withdrawn by the government on Tuesday.",
        "This report was withdrawn by the commission after protests.",
        "Peru has withdrawn its troops, Reuters reported.",
        "We withdrew our troops, the general said.",
        "The company pulled its product from the shelves, the Daily Harbour reported.",
        "An earlier version of the treaty said that the border lay further north.",
        "The minister wrongly said that the talks were in Lima, according to Reuters.",
        "Police said that the suspect took back his story.",
        "Reuters reported that Chile had withdrawn its account of the incident.",
        "The prosecutor pulled the story apart in court.",
        "The minister corrected the record on Tuesday, saying that the talks were in Arica.",
        "The ambassador was withdrawn, and the story of the talks has been told before.",
    ],
)
def test_what_no_publication_takes_back(text: str) -> None:
    assert notices(text) == ()


@pytest.mark.parametrize(
    ("text", "titles", "day", "this"),
    [
        (
            "Retraction\n\nOn 4 March we published an article under the headline “Peru and Chile in secret talks”. "
            "We are withdrawing it.",
            ("Peru and Chile in secret talks",),
            date(2024, 3, 4),
            False,
        ),
        ("We retract our report of 4 March that Peru and Chile met.", (), date(2024, 3, 4), False),
        ("Editor's note: This story has been retracted. Peru and Chile met in Arica.", (), None, True),
        ("Reuters withdrew on Tuesday a report that Peru and Chile had met.", (), None, False),
        (
            "Correction\n\nPlease note that in our story headlined “Peru walks out of talks with Chile”, sent on "
            "4 March, the cars were those of the Chilean side. The envoy of Peru said that he had stayed. “We were all "
            "there,” he said. The cook agreed. The headline and the first paragraph have been withdrawn.",
            ("Peru walks out of talks with Chile",),
            None,
            False,
        ),
        # a quotation before it is not a headline
        ("Retraction\n\nThe envoy spoke of “a very cold breakfast”. This story has been withdrawn.", (), None, True),
    ],
)
def test_what_a_notice_calls_the_report_by(
    text: str, titles: tuple[str, ...], day: date | None, this: bool
) -> None:  # fmt: skip
    found = notices(text)[-1]
    assert (found.titles, found.day, found.this) == (titles, day, this)


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        ("The headline and the first paragraph have been withdrawn.", True),
        ("Its opening paragraph was withdrawn.", False),  # takes no report back by its words alone
        ("The headline has been withdrawn.", True),
        ("The first two paragraphs of our story of Tuesday on the talks have been withdrawn.", True),
        ("The story and its headline have been withdrawn.", False),
        ("The first report has been withdrawn.", False),
        ("This story has been withdrawn.", False),
    ],
)
def test_only_the_opening_of_a_report_is_taken_back(text: str, opening: bool) -> None:
    found = notices(f"Correction\n\nIn our story headlined “Peru walks out of talks”, the date was wrong. {text}")
    assert [n.opening for n in found if n.kind == "retracts"][-1:] in ([opening], [])
    assert any(n.opening for n in found) == opening
