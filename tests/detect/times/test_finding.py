"""Time expressions: what must be read, what each hangs on, and the look-alikes that must not fire."""

from __future__ import annotations

import re
from datetime import date
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.detect.times.finding import find_times
from secondsource.model import Document, Furniture, Shift, Span, Time, When

PUBLISHED = When(date(2024, 8, 28), date(2024, 8, 28), "2024-08-28")  # a Wednesday


def read(text: str, published: When | None = PUBLISHED, furniture: tuple[Furniture, ...] = ()) -> tuple[Time, ...]:
    """The times of a text whose sentences end at full stops."""
    document = Document(id="d", file="d.txt", text=text, furniture=furniture)
    sentences = tuple(Span("d", m.start(), m.end()) for m in re.finditer(r"[^.!?\n]+[.!?\n]*", text))
    return find_times(document, sentences, published)


def said(text: str, found: Time) -> str:
    return text[found.span.start : found.span.end]


def days(found: Time) -> str | None:
    """The interval as "first..last", an open end empty."""
    if found.when is None:
        return None
    first, last = found.when.earliest, found.when.latest
    return f"{first or ''}..{last or ''}"


# text, words found, value, days
DATED = [
    ("They met on March 18, 2021.", "March 18, 2021", "2021-03-18", "2021-03-18..2021-03-18"),
    ("They met on 3 May 2023.", "3 May 2023", "2023-05-03", "2023-05-03..2023-05-03"),
    ("Two ministers met a year from 3 May 2023.", "a year from 3 May 2023", "2024-05-03", "2024-05-03..2024-05-03"),
    ("They met on the 3rd of May, 2023.", "the 3rd of May, 2023", "2023-05-03", "2023-05-03..2023-05-03"),
    ("They met on Thursday, 18 March 2021.", "Thursday, 18 March 2021", "2021-03-18", "2021-03-18..2021-03-18"),
    ("They met on Aug. 26.", "Aug. 26", "2024-08-26", "2024-08-26..2024-08-26"),
    ("A report on Monday (Aug. 26) said so.", "Monday (Aug. 26)", "2024-08-26", "2024-08-26..2024-08-26"),
    ("It was filed 2024-08-26 here.", "2024-08-26", "2024-08-26", "2024-08-26..2024-08-26"),
    ("It was filed on 26/08/2024 here.", "26/08/2024", "2024-08-26", "2024-08-26..2024-08-26"),
    ("It was filed on 03/04/2024 here.", "03/04/2024", "2024-XX-XX", "2024-03-04..2024-04-03"),
    ("Talks from March 18–19, 2021 ended.", "March 18–19, 2021", "2021-03-18/2021-03-19", "2021-03-18..2021-03-19"),
    ("Talks on 18-19 March 2021 ended.", "18-19 March 2021", "2021-03-18/2021-03-19", "2021-03-18..2021-03-19"),
    ("It ran from May to July 2023.", "May to July 2023", "2023-05/2023-07", "2023-05-01..2023-07-31"),
    (
        "It ran from November 2022 to March 2023.",
        "November 2022 to March 2023",
        "2022-11/2023-03",
        "2022-11-01..2023-03-31",
    ),
    ("An increase between 2022 and 2027 is sought.", "2022 and 2027", "2022/2027", "2022-01-01..2027-12-31"),
    ("The war of 1914–18 ended.", "1914–18", "1914/1918", "1914-01-01..1918-12-31"),
    ("They met in May 2023 in Vienna.", "May 2023", "2023-05", "2023-05-01..2023-05-31"),
    ("They met in 2019.", "2019", "2019", "2019-01-01..2019-12-31"),
    ("The 2015 nuclear deal lapsed.", "2015", "2015", "2015-01-01..2015-12-31"),
    ("In the 1990s ties froze.", "the 1990s", "199", "1990-01-01..1999-12-31"),
    ("In the 19th century it was so.", "the 19th century", "18", "1800-01-01..1899-12-31"),
    ("In the summer of 2021 they met.", "the summer of 2021", "2021-SU", "2021-06-01..2021-08-31"),
    ("In the third quarter of 2023 trade fell.", "the third quarter of 2023", "2023-Q3", "2023-07-01..2023-09-30"),
    ("In the first half of 2023 trade fell.", "the first half of 2023", "2023-H1", "2023-01-01..2023-06-30"),
    ("They met in early May 2023.", "early May 2023", "2023-05", "2023-05-01..2023-05-10"),
    ("They met in mid-June 2023.", "mid-June 2023", "2023-06", "2023-06-10..2023-06-20"),
    ("They met in late 2023.", "late 2023", "2023", "2023-09-01..2023-12-31"),
    ("It was at the end of March 2023.", "the end of March 2023", "2023-03", "2023-03-21..2023-03-31"),
    ("In the week of Aug. 12 they met.", "the week of Aug. 12", "2024-W33", "2024-08-12..2024-08-18"),
    ("In 490 BC they fought.", "490 BC", "BC0490", None),
]

# the same, hanging on the document's day: Wednesday 28 August 2024
DEICTIC = [
    ("Yesterday he spoke.", "Yesterday", "2024-08-27", "2024-08-27..2024-08-27"),
    ("He will speak tomorrow.", "tomorrow", "2024-08-29", "2024-08-29..2024-08-29"),
    ("He arrived two days ago.", "two days ago", "2024-08-26", "2024-08-26..2024-08-26"),
    ("He arrived three weeks ago.", "three weeks ago", "2024-W32", "2024-08-05..2024-08-11"),
    ("He arrived five years ago.", "five years ago", "2019", "2019-01-01..2019-12-31"),
    ("He spoke on Monday.", "Monday", "2024-08-26", "2024-08-26..2024-08-26"),
    ("He spoke on Wednesday.", "Wednesday", "2024-08-28", "2024-08-28..2024-08-28"),
    ("He spoke on Thursday.", "Thursday", "2024-08-22", "2024-08-22..2024-08-22"),
    ("He will speak on Monday.", "Monday", "2024-09-02", "2024-09-02..2024-09-02"),
    ("Officials said Monday that he will go.", "Monday", "2024-08-26", "2024-08-26..2024-08-26"),
    ("He spoke last Tuesday.", "last Tuesday", "2024-08-27", "2024-08-27..2024-08-27"),
    ("Last week he spoke.", "Last week", "2024-W34", "2024-08-19..2024-08-25"),
    ("Earlier this week he spoke.", "Earlier this week", "2024-W35", "2024-08-26..2024-08-28"),
    ("This month, they are set to meet.", "This month", "2024-08", "2024-08-01..2024-08-31"),
    ("It is planned for early next month.", "early next month", "2024-09", "2024-09-01..2024-09-10"),
    ("Later this year they will meet.", "Later this year", "2024", "2024-08-28..2024-12-31"),
    ("Last year they met.", "Last year", "2023", "2023-01-01..2023-12-31"),
    ("They met in May last year.", "May last year", "2023-05", "2023-05-01..2023-05-31"),
    ("They met in January.", "January", "2024-01", "2024-01-01..2024-01-31"),
    ("They will meet in January.", "January", "2025-01", "2025-01-01..2025-01-31"),
    ("They met in October.", "October", "2023-10", "2023-10-01..2023-10-31"),
    ("They met on Monday night.", "Monday night", "2024-08-26TNI", "2024-08-26..2024-08-26"),
    ("Shells fell last night.", "last night", "2024-08-27TNI", "2024-08-27..2024-08-27"),
    ("They met at 5 p.m. on Monday.", "5 p.m. on Monday", "2024-08-26T17:00", "2024-08-26..2024-08-26"),
    ("It will be done by the end of the year.", "the end of the year", "2024", "..2024-12-31"),
    ("Since 2019 there were sanctions.", "2019", "2019", "2019-01-01..2024-08-28"),
    ("The past three years were bad.", "The past three years", "P3Y", "2021-08-28..2024-08-28"),
    ("More is expected in the coming days.", "the coming days", "PXD", "2024-08-29..2024-09-11"),
    ("Talks will resume in two weeks.", "in two weeks", "2024-W37", "2024-09-09..2024-09-15"),
    ("Less than a month ago he left.", "Less than a month ago", "2024-07", "2024-07-01..2024-08-28"),
    ("More than two years ago he left.", "More than two years ago", "2022", "..2022-12-31"),
    ("Second-quarter profit fell.", "Second-quarter", "2024-Q2", "2024-04-01..2024-06-30"),
    ("In fiscal 2023 profit fell.", "fiscal 2023", "2023", "2023-01-01..2023-12-31"),
    ("It closed no later than July 1.", "July 1", "2024-07-01", "..2024-07-01"),
    ("The Sept. 11 attacks changed much.", "Sept. 11", "2001-09-11", "2001-09-11..2001-09-11"),
    ("In the first week of June they met.", "the first week of June", "2024-W23", "2024-06-01..2024-06-09"),
    ("Last winter was hard.", "Last winter", "2023-WI", "2023-12-01..2024-02-29"),
    ("They will meet three weeks from tomorrow.", "three weeks from tomorrow", "2024-09-19", "2024-09-19..2024-09-19"),
]


@pytest.mark.parametrize(("text", "words", "value", "interval"), [*DATED, *DEICTIC])
def test_reads_a_time_and_ties_it_to_days(text: str, words: str, value: str, interval: str | None) -> None:
    found = read(text)
    assert [(said(text, time), time.value, days(time)) for time in found] == [(words, value, interval)]


@pytest.mark.parametrize(
    "text",
    [
        "The minister may travel to Geneva and may not return.",
        "May I ask what this is for?",
        "Protesters march on the capital.",
        "The march of Dimes began; the Long March ended.",
        "The Sun reported that 2,000 troops had crossed.",
        "Call +1 202 555 0199 or +86 2010-2015-86.",
        "It cost $2019 and later €1999 a head.",
        "A Boeing 747 and a 737 MAX landed.",
        "Resolution 2231 and Resolution 1929 bind the G20.",
        "They crossed the 38th parallel; Arsenal won 2-1.",
        "He was second to none; a second official agreed.",
        "Friday's Child was released; Black Friday sales rose.",
        "Theresa May said that May would resign. Prime Minister May spoke.",
        "F-16 and S-400 and Su-35 jets; AUKUS; 5G; COVID-19.",
        "Some 1500 soldiers and 1900 tanks; they killed 2000 people.",
        "The Mail on Sunday and the Sunday Times reported it.",
        "April Smith and June Carter, and Jan Egeland said so.",
        "The ratio was 4:3, as in John 3:16.",
        "We reached the end of the line.",
        "A spring in the mechanism broke at the fall of Kabul.",
        "The file is report-2023-11a and the version is 1.2.2019.4.",
        "A man in his 20s, a woman in her late 30s and a 59-year-old were held.",
        "He turned to page 1998 on September 11 Street.",
        "The Sunday Monitor and the Friday prayers leader said so.",
        "It happened in 2030 places and took three quarters of the town.",
        "They demand 40 million cubic metres of water a year from the Oued Guir.",
        "It charges 200 dollars a month from tourists and draws several tons a day from the river.",
    ],
)
def test_look_alikes_do_not_fire(text: str) -> None:
    assert [said(text, time) for time in read(text)] == []


@pytest.mark.parametrize(
    ("text", "words", "shift"),
    [
        ("It was three months after the US shot down a balloon.", "three months after", Shift(3, "month", "after")),
        ("He spoke a week before the talks.", "a week before", Shift(1, "week", "before")),
        ("In the week before the talks, they met.", "the week before", Shift(1, "week", "before")),
        ("The day after, he left.", "The day after", Shift(1, "day", "after")),
        ("It was followed two days later by a visit.", "two days later", Shift(2, "day", "after")),
        ("A decade after the war, they met.", "A decade after", Shift(10, "year", "after")),
    ],
)
def test_a_distance_from_a_happening_is_a_shift_without_days(text: str, words: str, shift: Shift) -> None:
    (found,) = read(text)
    assert (said(text, found), found.shift, found.when, found.anchor) == (words, shift, None, "event")


def test_the_story_goes_on_from_its_last_date() -> None:
    text = "They met on May 3, 2023. Two days later he left. The next day she spoke. Later that month, they met again."
    found = read(text)
    assert [time.value for time in found] == ["2023-05-03", "2023-05-05", "2023-05-06", "2023-05"]
    assert found[1].shift == Shift(2, "day", "after")
    assert {time.anchor for time in found[1:]} == {"narrative"}


def test_the_next_day_is_never_counted_from_the_publication() -> None:
    found = read("They met in May 2023. The next day they left. A year to the day later, they met.")
    assert days(found[1]) is None
    assert days(read("They met on 3 May 2023. A year to the day later, they met.")[1]) == "2024-05-03..2024-05-03"


def test_earlier_that_month_ends_before_the_day_of_the_story() -> None:
    found = read("He was freed on 22 August 2023 after a visit earlier that month.")
    assert days(found[1]) == "2023-08-01..2023-08-21"


def test_years_counted_from_the_story() -> None:
    text = "In June 2020 talks opened. The following year, they failed. That year trade fell."
    assert [time.value for time in read(text)] == ["2020-06", "2021", "2021"]


def test_a_month_after_an_older_date_stays_in_that_year_in_a_report() -> None:
    text = "The war began in February 2022. In March, Russia withdrew. Yesterday they met. They will meet in March."
    assert [time.value for time in read(text)] == ["2022-02", "2022-03", "2024-08-27", "2025-03"]


def test_a_history_counts_months_from_its_own_story() -> None:
    text = (
        "On September 1, 1939, Germany attacked Poland. On 17 September the Soviets came. In June 1940 France fell. "
        "In December 1941 Japan attacked. In January, Manila fell. In 1944 it was retaken."
    )
    assert [time.value for time in read(text)] == [
        "1939-09-01", "1939-09-17", "1940-06", "1941-12", "1942-01", "1944",
    ]  # fmt: skip


def test_months_share_the_year_that_is_said_last() -> None:
    assert [time.value for time in read("They met in April and June 1955.")] == ["1955-04", "1955-06"]


@pytest.mark.parametrize(
    ("text", "type_", "value"),
    [
        ("They talked for two weeks.", "DURATION", "P2W"),
        ("A three-day summit was held.", "DURATION", "P3D"),
        ("For decades ties held.", "DURATION", "PXDE"),
        ("They talked for 24 hours.", "DURATION", "PT24H"),
        ("They meet every Monday.", "SET", "XXXX-WXX-1"),
        ("The annual drill was held.", "SET", "P1Y"),
        ("They meet twice a year.", "SET", "P1Y"),
        ("It now stands.", "DATE", "PRESENT_REF"),
    ],
)
def test_lengths_and_sets_have_no_days(text: str, type_: str, value: str) -> None:
    (found,) = read(text)
    assert (found.type, found.value, found.when) == (type_, value, None)


def test_a_published_interval_is_passed_on() -> None:
    week = When(date(2024, 8, 26), date(2024, 9, 1), "Monday (Aug. 26)")
    monday, yesterday, month, last_month = read("On Monday, yesterday, this month, and last month they met.", week)
    assert days(monday) == "2024-08-26..2024-08-26"
    assert days(yesterday) == "2024-08-25..2024-08-31"
    assert days(month) == "2024-08-01..2024-09-30"
    assert days(last_month) == "2024-07-01..2024-08-31"


def test_a_published_open_end_is_passed_on() -> None:
    (found,) = read("They met last week.", When(date(2021, 3, 18), None, "after"))
    assert days(found) == "2021-03-08.."


@pytest.mark.parametrize(
    "text", ["They met yesterday.", "They met on Monday.", "Last week they met.", "In May they met."]
)
def test_without_a_day_of_its_own_nothing_is_made_up(text: str) -> None:
    (found,) = read(text, None)
    assert found.when is None
    assert found.value is not None


def test_furniture_is_left_alone() -> None:
    text = "They met in May 2023.\n\nComment by Ann, May 4, 2023\n"
    start = text.index("Comment")
    found = read(text, furniture=(Furniture(start, len(text), "comments"),))
    assert [said(text, time) for time in found] == ["May 2023"]


PIECES = (
    "March May 18 19 2021 3 May, - – ( ) and to from between the of last next this that week month year years days two "
    "several ago later after before Monday Sunday, Aug. early mid- end first half quarter spring 490 BC 1990s met will "
    "2024-08-26 99/99/2024 31/02/2023 5 p.m. 10:30 every daily a in . , 's 0000 9999 100000 today now century decades "
    "twice fortnight Feb 30 30th 1,000,000,000,000 999999999999 since by"
)
WORDS = st.sampled_from(PIECES.split())


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=120), st.lists(WORDS, max_size=30).map(" ".join)), st.booleans())
def test_any_text_is_read_and_every_span_resolves(text: str, dated: bool) -> None:
    found = read(text, PUBLISHED if dated else None)
    place = 0
    for time in found:
        assert place <= time.span.start < time.span.end <= len(text)
        place = time.span.end
        if time.when is not None:
            assert time.when.said == said(text, time)
            first, last = time.when.earliest, time.when.latest
            assert first or last
            assert first is None or last is None or first <= last


@given(st.dates(date(1, 1, 1), date(9999, 12, 31)), st.lists(WORDS, max_size=20).map(" ".join))
@settings(max_examples=60, deadline=None)
def test_any_day_of_publication_is_survived(day: date, text: str) -> None:
    for found in read(f"yesterday, last week, in two centuries {text}", When(day, day, "")):
        assert (
            found.when is None
            or found.when.earliest is None
            or found.when.latest is None
            or (found.when.earliest <= found.when.latest)
        )


@pytest.mark.parametrize(
    "piece", ["In May 2023 they met on Monday, and ", "1", "\n \n", "( ", "two ", "a", "May - ", "12:"]
)
def test_reading_takes_linear_time(piece: str) -> None:
    def seconds(times: int) -> float:
        start = perf_counter()
        read(piece * times)
        return perf_counter() - start

    seconds(30)
    small, large = min(seconds(300) for _ in range(3)), min(seconds(2_400) for _ in range(2))
    assert large < max(small, 0.002) * 8 * 4
