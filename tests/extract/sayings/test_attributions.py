"""Who says what: cues, contents, stances, quotations; and the look-alikes that say nothing."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.detect import detect
from secondsource.extract.sayings.attributions import find_attitudes, find_attributions
from secondsource.extract.sayings.quotes import find_quotes
from secondsource.model import Attribution, Document, Span


def read(text: str, outlet: str | None = None) -> tuple[Attribution, ...]:
    return find_attributions(detect(Document("d", "d.txt", text, outlet=outlet)))


def words(text: str, spans: tuple[Span, ...]) -> str:
    return " … ".join(text[span.start : span.end] for span in spans)


# (text, cue, content, stance, holders from origin to last carrier)
SAYINGS = [
    (
        "Norway's prime minister said that the talks had failed.",
        "said",
        "that the talks had failed",
        "asserts",
        None,
    ),
    ("Beijing said the ship had left the port.", "said", "the ship had left the port", "asserts", ["China"]),
    ("The ship had left the port, Beijing said on Friday.", "said", "The ship had left the port", "asserts", ["China"]),
    ("The ship, Moscow said, had left the port.", "said", "The ship … had left the port", "asserts", ["Russia"]),
    (
        "The convoy crossed the border at dawn, according to Reuters.",
        "according to",
        "The convoy crossed the border at dawn",
        "relays",
        ["Reuters"],
    ),
    (
        "According to a report by the BBC, the convoy crossed the border.",
        "According to",
        "the convoy crossed the border",
        "relays",
        ["BBC"],
    ),
    (
        '"The road is open again," said a rebel commander.',
        "said",
        '"The road is open again,"',
        "asserts",
        ["rebel commander"],
    ),
    (
        "Two diplomats told Reuters that the envoy had resigned.",
        "told",
        "that the envoy had resigned",
        "relays",
        ["Two diplomats", "Reuters"],
    ),
    (
        "The Financial Times reported, citing two people familiar with the matter, that the deal was dead.",
        "reported",
        "that the deal was dead",
        "relays",
        ["two people familiar with the matter", "Financial Times"],
    ),
    (
        "Unconfirmed reports suggested that the general had fled.",
        "suggested",
        "that the general had fled",
        "hedges",
        ["Unconfirmed reports"],
    ),
    ("The general reportedly fled to Oman.", "reportedly", "The general … fled to Oman", "hedges", ["unnamed sources"]),
    (
        "It was reported that the general had fled.",
        "was reported",
        "that the general had fled",
        "hedges",
        ["unnamed sources"],
    ),
    (
        "The general is believed to have fled.",
        "is believed",
        "The general … to have fled",
        "hedges",
        ["unnamed sources"],
    ),
    (
        "Villagers rejected the minister's claim that the dam was safe.",
        "claim",
        "that the dam was safe",
        "asserts",
        None,
    ),
    (
        "Iran denied that its navy had seized the tanker.",
        "denied",
        "that its navy had seized the tanker",
        "denies",
        ["Iran"],
    ),
    ("Iran's foreign ministry said the report was false.", "said", "the report was false", "denies", None),
    ("Iran said no such meeting had taken place.", "said", "no such meeting had taken place", "denies", ["Iran"]),
    ("Turkey plans to send a delegation to Cairo.", "plans", "to send a delegation to Cairo", "plans", ["Turkey"]),
    ("Turkey said it would never attack, but will send ships.", "said", None, None, ["Turkey"]),
    ("Analysts said the sale could anger Beijing.", "said", "the sale could anger Beijing", "supposes", ["Analysts"]),
    (
        "Egypt said the attack may have been an accident.",
        "said",
        "the attack may have been an accident",
        "hedges",
        ["Egypt"],
    ),
    ("Egypt is hoping to host the next round.", "is hoping", "to host the next round", "supposes", ["Egypt"]),
    ("The newspaper Le Monde retracted the story.", "retracted", "the story", "retracts", None),
    (
        "Sudan did not say whether the airport was open.",
        "did not say",
        "whether the airport was open",
        "no_comment",
        ["Sudan"],
    ),
]


@pytest.mark.parametrize(("text", "cue", "content", "stance", "holders"), SAYINGS, ids=[s[0][:40] for s in SAYINGS])
def test_saying(text: str, cue: str, content: str | None, stance: str | None, holders: list[str] | None) -> None:
    found = [a for a in read(text) if words(text, a.cue) == cue]
    assert found, [words(text, a.cue) for a in read(text)]
    one = found[0]
    if content is not None:
        assert words(text, one.content) == content
    if stance is not None:
        assert one.stance == stance
    if holders is not None:
        assert [holder.name for holder in one.holders] == holders


SILENCES = [
    ("The Pentagon declined to comment on the reports.", "the reports"),
    ("The White House did not immediately respond to a request for comment.", ""),
    ("Neither Norway nor Finland has commented on the leak.", "the leak"),
    ("Peru's government has remained silent.", ""),
    ("India has not confirmed the strike.", "the strike"),
    ("The embassy has yet to respond.", ""),
    ("Seoul has not issued a statement.", ""),
    ("A spokesman refused to confirm or deny that the visit took place.", None),
]


@pytest.mark.parametrize(("text", "about"), SILENCES)
def test_silence(text: str, about: str | None) -> None:
    silent = [a for a in read(text) if a.stance == "no_comment"]
    assert len(silent) == 1
    if about is not None:
        assert words(text, silent[0].content) == about


@pytest.mark.parametrize(
    "text",
    [
        "The ministry would not comment on reports that the envoy had resigned.",
        "The embassy of France declined to comment on social-media reports that two instructors had died.",
    ],
)
def test_what_somebody_does_not_comment_on_is_not_what_he_says(text: str) -> None:
    silent, told = read(text)
    assert silent.stance == "no_comment"
    assert [holder.kind for holder in silent.holders] == ["body"]
    assert [holder.kind for holder in told.holders] == ["unnamed"]


NOTHING_SAID = [
    "The so-called “republic” lies in the east.",
    "The troops were told to leave the base.",
    "Take a larger ship, say a frigate.",
    "According to plan, the ships left at noon.",
    "Soldiers must report to barracks by noon.",
    "The two sides maintained close ties for years.",
    "The plane carried twelve passengers.",
    "The choice adds another layer to the dispute.",
    "The river is called the Amur.",
    "The bridge was closed on Monday.",
    "Spain refused to attend the summit.",
    "Please note that in our story of Tuesday the cars leaving the hall were those of the Chilean side.",
]


@pytest.mark.parametrize("text", NOTHING_SAID)
def test_nothing_is_said(text: str) -> None:
    assert [(words(text, a.cue), words(text, a.content)) for a in read(text)] == []


def test_a_judgement_of_a_thing_is_an_attitude() -> None:
    text = "China condemned the visit."
    assert read(text) == ()
    (one,) = find_attitudes(detect(Document("d", "d.txt", text)))
    assert words(text, one.content) == "the visit"


def test_a_quotation_goes_on_over_sentences() -> None:
    text = "“We are ready,” Anna Berg told reporters. “The ships will sail. Nobody can stop them.” The port is small."
    (one,) = [a for a in read(text) if a.quoted]
    assert words(text, one.content) == "“We are ready,” … “The ships will sail. Nobody can stop them.”"
    assert one.holders[0].name == "Anna Berg"


def test_a_quotation_goes_on_over_paragraphs() -> None:
    text = "Anna Berg said: “We are ready to talk about it.\n\n“We always were ready,” and left.\n\nThe port is small."
    (one,) = [a for a in read(text) if a.quoted]
    assert words(text, one.content).endswith("“We always were ready,”")


def test_mixed_quotation_is_one_content() -> None:
    text = "Anna Berg said the plan was “a step in the right direction for everybody” and praised the hosts."
    one = read(text)[0]
    assert one.quoted
    assert "the plan was “a step in the right direction for everybody”" in words(text, one.content)


def test_a_dateline_is_no_part_of_what_is_said() -> None:
    text = "TOKYO (Kyodo) – Two envoys met in secret, the Example Shimbun reported on Saturday."
    assert words(text, read(text)[0].content) == "Two envoys met in secret"


def test_nested_sayings_chain_their_holders() -> None:
    text = "A senior US official told Reuters that Beijing had said it was ready."
    inner = next(a for a in read(text) if words(text, a.cue) == "had said")
    assert [(h.name, h.kind) for h in inner.holders] == [
        ("China", "country"),
        ("senior US official", "unnamed"),
        ("Reuters", "agency"),
    ]
    assert inner.stance == "relays"


def test_we_inside_a_quotation_is_its_speaker() -> None:
    text = "“We believe that the talks were useful to both of us,” Anna Berg said."
    assert [words(text, a.cue) for a in read(text)] == ["said"]


def test_the_publisher_is_no_carrier_of_itself() -> None:
    text = "Anna Berg told Reuters that the ship had sunk."
    (one,) = read(text, outlet="Reuters")
    assert one.stance == "asserts"


def test_own_voice_with_nobody_named_has_no_unnamed_planner() -> None:
    (one,) = [a for a in read("The minister is expected to visit Oslo in June.") if a.stance == "plans"]
    assert one.holders == ()


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('He said "no".', ['"no"']),
        ("“One.\n\n“Two,” he said.", ["“One.", "“Two,”"]),
        ("''Old style,'' she said.", ["''Old style,''"]),
        ('A 6" gun.\n\nNext "word" here.', ['" gun.', '"word"']),
        ("No marks at all; it's fine.", []),
    ],
)
def test_quotes_by_their_marks(text: str, quoted: list[str]) -> None:
    assert [text[q.start : q.end] for q in find_quotes(text)] == quoted


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="ab \"“”\n.,'", max_size=80))
def test_quotes_lie_in_order_inside_the_text(text: str) -> None:
    quotes = find_quotes(text)
    assert all(0 <= q.start < q.end <= len(text) for q in quotes)
    assert all(a.end <= b.start for a, b in itertools.pairwise(quotes))


FRAGMENTS = (
    "Iran said|that|“we|agree,”|he told Reuters|reportedly|,|.|\n\n|citing|according to|denied|the claim|(|— |not|"
    "it is said to|who|declined to comment"
)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(FRAGMENTS.split("|")), max_size=14))
def test_any_text_gives_spans_inside_it(pieces: list[str]) -> None:
    text = " ".join(pieces)
    for one in read(text):
        for span in (*one.source, *one.cue, *one.content):
            assert 0 <= span.start < span.end <= len(text)
        assert one.cue
        assert one.content or one.stance == "no_comment"
