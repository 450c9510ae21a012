"""Title, outlet, author, day and place are read from the text itself, and what nobody names stays None."""

from __future__ import annotations

from datetime import date

import pytest

from secondsource.collect import document_from_text
from secondsource.collect.datelines import read_dateline
from secondsource.model import Document

BODY = (
    "The two ministers met in the capital on Monday and agreed to meet again before the end of the year.\n\n"
    "A spokesman for the foreign ministry said that the talks had been frank."
)


def read(head: str = "", tail: str = "") -> Document:
    return document_from_text("\n\n".join(part for part in (head, BODY, tail) if part))


def opened(dateline: str) -> Document:
    return document_from_text(dateline + BODY)


@pytest.mark.parametrize(
    ("dateline", "outlet", "place"),
    [
        ("TAIPEI (Taiwan News) — ", "Taiwan News", "Taipei"),
        ("LONDON, May 3 (Reuters) - ", "Reuters", "London"),
        ("KYIV (AP) — ", "Associated Press", "Kyiv"),
        ("Bogotá (AFP) – ", "Agence France-Presse", "Bogotá"),
        ("Ulaanbaatar (dpa) - ", "dpa", "Ulaanbaatar"),
        ("MOSCOW, November 12. /TASS/. ", "TASS", "Moscow"),
        ("ALMATY. November 9 (Steppe Courier) – ", "Steppe Courier", "Almaty"),
        ("BEIJING, May 3 (Xinhua) -- ", "Xinhua", "Beijing"),
        ("N’DJAMENA, Chad (AP) — ", "Associated Press", "N’Djamena, Chad"),
        ("Washington (CNN) ", "CNN", "Washington"),
        ("(Reuters) - ", "Reuters", None),
        ("ASTANA -- ", None, "Astana"),
        ("RANAI, Riau Islands — ", None, "Ranai, Riau Islands"),
        ("UNITED NATIONS, 14 March - ", None, "United Nations"),
        ("May 3 (Reuters) - ", "Reuters", None),
        ("GENEVA (3 May 2024) – ", None, "Geneva"),
        ("ABUJA, Nigeria, May 3, 2024 /PRNewswire/ -- ", "PR Newswire", "Abuja, Nigeria"),
        ("SWAKOPMUND, 12 OCT (NAMPA) – ", "NAMPA", "Swakopmund"),
        ("Tehran, IRNA – ", "IRNA", "Tehran"),
        ("Malaga (Spain), 7 June (EFE).- ", "EFE", "Malaga"),
        ("New Delhi [India], May 3 (ANI): ", "ANI", "New Delhi"),
        ("ABU DHABI, 3rd May, 2024 (WAM) -- ", "WAM", "Abu Dhabi"),
        ("ASTANA. KAZINFORM – ", "Kazinform", "Astana"),
        ("YEREVAN, MAY 3, ARMENPRESS. ", "Armenpress", "Yerevan"),
        ("SINGAPORE – ", None, "Singapore"),
    ],
)
def test_datelines(dateline: str, outlet: str | None, place: str | None) -> None:
    document = opened(dateline)
    assert (document.outlet, document.dateline) == (outlet, place)


@pytest.mark.parametrize(
    "opening",
    [
        "The North Atlantic Treaty Organization (NATO) said that ",
        "Department of Homeland Security (DHS) - the ",
        "South China Morning Post (SCMP) reported that ",
        "OPINION — ",
        "NATO — the alliance — ",
        "EXCLUSIVE - ",
        "Vienna: ",
        "Foreign Minister Wang Yi (left) - ",
        "Iran — unlike Iraq — said that ",
        "“We sign” — that is what ",
        "(Photo) - ",
        "QUESTION (AFP): The ",
        "Question (Reuters): In ",
        "BOLIVIA – ",
        "Paris, Reuters said, ",
        "Earlier, Fars - the province - ",
    ],
)
def test_other_openings_are_no_datelines(opening: str) -> None:
    assert read_dateline(opening + BODY) is None


@pytest.mark.parametrize(
    ("head", "tail", "outlet"),
    [
        ("El Cóndor | Politics", "", "El Cóndor"),
        ("Straits Monitor\n25 July 2024", "", "Straits Monitor"),
        ("The Brussels Ledger, 17 December 2024", "", "The Brussels Ledger"),
        ("Ministers Meet in the Capital | Reuters", "", "Reuters"),
        ("Ministers Meet in the Capital - The Guardian", "", "The Guardian"),
        ("Source: Financial Times", "", "Financial Times"),
        ("Outlet: Some Weekly Paper", "", "Some Weekly Paper"),
        ("URL: https://www.scmp.com/news/1", "", "South China Morning Post"),
        ("By Jane Doe, CNN", "", "CNN"),
        ("Some Title of Five Words\nBy Jane Doe\nBBC News, Kyiv", "", "BBC"),
        ("KYODO NEWS - May 3, 2024 - 10:22 | World, All", "", "Kyodo News"),
        ("All News 10:20 May 03, 2024", "", None),
        ("", "Jane Doe is the news editor of Antiwar.com, follow her on Twitter.", "Antiwar.com"),
        ("", "Jane Doe is a staff writer at the Steppe Courier.", "Steppe Courier"),
        ("", "© 2024 The Guardian. All rights reserved.", "The Guardian"),
        ("", "Copyright © 2018 The Washington Times, LLC.", "Washington Times"),
        ("", "This article first appeared in the Straits Monitor.", "Straits Monitor"),
        ("", "Originally published by openDemocracy", "openDemocracy"),
        ("", "From Wikipedia, the free encyclopedia", "Wikipedia"),
        ("", "Reporting for the Harbour Pool. Reuse permitted.", "Harbour Pool"),
        ("", "Follow the Financial Times on Facebook", "Financial Times"),
        ("", "Sign up for the New York Times morning newsletter.", "New York Times"),
        ("", "Write to letters@theatlantic.com.", "The Atlantic"),
        ("", "Kestrel Monitor is an independent news site based in Oslo.", "Kestrel Monitor"),
        ("", "CNN's Jane Doe, John Roe and Ann Lee contributed to this report.", "CNN"),
        (
            "",
            "Associated Press writers Jane Doe in Oslo and Ann Lee in Rome contributed to this report.",
            "Associated Press",
        ),
        ("", "Reporting by Jane Doe and Ann Lee; Editing by John Roe", "Reuters"),
        ("", "Follow us on Facebook", None),
        ("", "Find Facebook on Twitter", None),
        ("", "Write to jane.doe@gmail.com.", None),
        ("", "Jane Doe is an independent journalist based in Oslo.", None),
        ("", "Follow Jane Doe on Twitter", None),
        ("", "The Guardian is a national newspaper and the minister reads it, he said.", "The Guardian"),
        ("", "", None),
        ("Some Title of Five Words", "", None),
        ("Report: US and China in Talks", "", None),
        ("Guardian of the Strait Returns Home", "", None),
        ("London, 3 May 2024", "", None),
        ("", "© 2024 All rights reserved", None),
        ("", "Source: NATO", None),
        ("", "The Associated Press contributed to this report.", None),
        ("", "Jane Doe is a former editor of the Financial Times and was on the delegation, he said.", None),
        ("", "The plan was first reported by the Financial Times.", None),
        ("EU weighs sanctions, Bloomberg reports", "", None),
    ],
)
def test_the_outlet_is_named_by_the_text_or_by_nobody(head: str, tail: str, outlet: str | None) -> None:
    assert read(head, tail).outlet == outlet


def test_an_agency_is_the_outlet_only_where_nobody_else_publishes() -> None:
    relayed = document_from_text("The Daily Ledger\n3 May 2024\n\nKYIV (AP) — " + BODY)
    assert relayed.outlet == "The Daily Ledger"
    assert opened("KYIV (AP) — ").outlet == "Associated Press"


@pytest.mark.parametrize(
    ("head", "author"),
    [
        ("Some Title of Five Words\n\nBy Jane Doe", "Jane Doe"),
        ("Some Title of Five Words\n\nby Jane van der Doe and John Roe", "Jane van der Doe and John Roe"),
        ("Some Title of Five Words\n\nBy JANE DOE Associated Press", "Jane Doe"),
        ("Some Title of Five Words\n\nBy JANE DOE, CNN", "Jane Doe"),
        ("Some Title of Five Words\n\nBy our correspondent in Vienna", None),
        ("Some Title of Five Words\n\nLena Doe, Brussels", "Lena Doe"),
        ("Some Title of Five Words\n\nFrom Idriss Doe in Tine, Chad", "Idriss Doe"),
        ("Author: Jane Doe", "Jane Doe"),
        ("By Friday, a Deal", None),
        ("By Land and Sea: How They Came", None),
    ],
)
def test_authors(head: str, author: str | None) -> None:
    assert read(head).author == author


def test_an_author_below_the_text_counts() -> None:
    assert read(tail="Author: Jane Doe").author == "Jane Doe"
    assert read(tail="About the author: Jane Doe is a fellow at an institute.").author == "Jane Doe"


@pytest.mark.parametrize(
    ("head", "day", "basis"),
    [
        ("Date: 3 May 2024", date(2024, 5, 3), "text: header"),
        ("Published: May 3, 2024 10:15 GMT", date(2024, 5, 3), "text: header"),
        ("Posted: 4:29 AM, July 16, 2018", date(2018, 7, 16), "text: header"),
        ("Wednesday, October 9, 2024", date(2024, 10, 9), "text: header"),
        ("The Nusantara Post, Ranai | Thu, July 18, 2024", date(2024, 7, 18), "text: header"),
        ("Politics / 24 April 2025 / B. Doe", date(2025, 4, 24), "text: header"),
        ("Some Title of Five Words\nMay 3, 20241:02 PM GMTUpdated 2 hours ago", date(2024, 5, 3), "text: header"),
        ("Some Title of Five Words\nPublished On 3 May 20243 May 2024", date(2024, 5, 3), "text: header"),
        ("Some Title of Five Words\nSource: Xinhua| 2024-05-03 00:09:17|Editor: xy", date(2024, 5, 3), "text: header"),
        ("Some Title of Five Words\nJane Doe   |03.05.2024 - Update : 04.05.2024", date(2024, 5, 3), "text: header"),
        ("Some Title of Five Words\nby Jane Doe Posted on May 3, 2024", date(2024, 5, 3), "text: header"),
        ("Updated: 2024-05-03", date(2024, 5, 3), "text: header (updated)"),
        ("Some Title of Five Words\nResearched by Jane Doe | 3 May 2024", date(2024, 5, 3), "text: header"),
        ("Some Title of Five Words\nBy the editors | 03.05.2024 | 14,203 views", date(2024, 5, 3), "text: header"),
        ("Press statement – 3 May 2024\nSome Title of Five Words", date(2024, 5, 3), "text: header"),
        ("News release | Oslo/Bergen, 3 May 2024", date(2024, 5, 3), "text: header"),
        ("Remarks by Minister Jane Doe, Oslo Town Hall, 3 May 2024, 18:15", date(2024, 5, 3), "text: title"),
        ("Spokesperson Jane Doe's Regular Press Conference on May 3, 2024", date(2024, 5, 3), "text: header"),
        ("Updated: 2024-05-04\nPublished: 2024-05-03", date(2024, 5, 3), "text: header"),
    ],
)
def test_days(head: str, day: date, basis: str) -> None:
    document = read(head)
    assert document.published is not None
    assert (document.published.earliest, document.published.latest) == (day, day)
    assert document.published_basis == basis


@pytest.mark.parametrize(
    "head",
    [
        "Some Title of Five Words",
        "Treaty signed on 3 May 2024 in Oslo draws protest",
        "Published: soon",
        "Monday",
        "May 2024",
        "Date: 31 February 2024",
        "Statement on the attack of 3 May 2024",
        "Remarks on the treaty signed in Oslo on 3 May 2024 draw protest",
        "Page 3 of 2024",
    ],
)
def test_other_lines_give_no_day(head: str) -> None:
    assert read(head).published is None


@pytest.mark.parametrize(
    ("tail", "day"),
    [
        ("Done at Oslo, 3 May 2024", date(2024, 5, 3)),
        ("This page was last edited on 3 May 2024.", date(2024, 5, 3)),
        ("Last updated: 3 May 2024", date(2024, 5, 3)),
        ("The treaty was done at Oslo.", None),
        ("The bridge was last seen on 3 May 2024.", None),
        ("Signed copies of 3 May 2024 are for sale.", None),
    ],
)
def test_days_at_the_foot(tail: str, day: date | None) -> None:
    published = read(tail=tail).published
    assert (published.earliest if published else None) == day


def test_a_numeric_date_is_read_as_the_text_writes_its_dates() -> None:
    british = read("Date: 12/10/2024", "It ends on 13 December.")
    american = read("Date: 12/10/2024", "It ends on December 13.")
    neither = read("Date: 12/10/2024")
    assert british.published is not None
    assert british.published.earliest == british.published.latest == date(2024, 10, 12)
    assert american.published is not None
    assert american.published.earliest == date(2024, 12, 10)
    assert neither.published is not None
    assert (neither.published.earliest, neither.published.latest) == (date(2024, 10, 12), date(2024, 12, 10))


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("Some Title of Five Words", "Some Title of Five Words"),
        ("= Some talks in Vienna =", "Some talks in Vienna"),
        ("Title: Some talks", "Some talks"),
        ("World\n\nSome Title of Five Words\n\nBy Jane Doe", "Some Title of Five Words"),
        ("What did they talk about for all those many hours?", "What did they talk about for all those many hours?"),
        ("", None),
    ],
)
def test_titles(head: str, title: str | None) -> None:
    assert read(head).title == title


@pytest.mark.parametrize(
    ("head", "official", "outlet"),
    [
        ("FOR IMMEDIATE RELEASE\n\nSome Title of Five Words", True, None),
        ("U.S. DEPARTMENT OF THE TREASURY\n\nPress Release\n\nSome Title of Five Words", True,
         "U.S. Department of the Treasury"),
        ("Médecins Sans Frontières\nStatement, 11 March 2025", True, "Médecins Sans Frontières"),
        ("Readout of the Minister's Call With His Counterpart", True, None),
        ("Joint Statement of the Two Ministers", True, None),
        ("URL: https://www.mofa.go.jp/press/1", True, "Japanese Foreign Ministry"),
        ("URL: https://www.example.gov.xy/press/1", True, None),
        ("Some Statement Surprises Ministers", False, None),
        ("Ministry Denies Secret Talks", False, None),
        ("URL: https://example.org/gov", False, None),
    ],
)  # fmt: skip
def test_official_pages(head: str, official: bool, outlet: str | None) -> None:
    document = read(head)
    assert (document.official, document.outlet) == (official, outlet)


def test_a_ministry_without_its_country_takes_the_one_that_speaks() -> None:
    document = read("Press release\n\nNorway welcomes the agreement", "Ministry of Foreign Affairs, telephone +47 00")
    assert (document.official, document.outlet) == (True, "Norwegian Ministry of Foreign Affairs")


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        (f"= Some talks =\n\n{BODY}\n\n== Background ==\n{BODY}", True),
        (
            f"Some talks\n\nThe some talks were meetings held in May 2021.\n\n{BODY}\n\nSee also\n\n- Peace",
            True,
        ),
        (f"Some Title of Five Words\n\n{BODY}", False),
        (f"KYIV (AP) — {BODY}\n\nSee also", False),
        (BODY, False),
    ],
)
def test_reference_pages(text: str, reference: bool) -> None:
    assert document_from_text(text).reference is reference


def test_given_metadata_win_over_the_text() -> None:
    text = f"The Daily Ledger\n3 May 2024\n\nSome Title of Five Words\n\nBy Jane Doe\n\n{BODY}"
    document = document_from_text(text, outlet="Some Wire", published="2024-05-05", author="John Roe", title="Other")
    assert (document.outlet, document.author, document.title) == ("Some Wire", "John Roe", "Other")
    assert document.published is not None
    assert document.published.earliest == date(2024, 5, 5)
