"""Where a saying begins and ends: constructions, quotations, what is nobody's word; every sentence is invented."""

from __future__ import annotations

import pytest

from secondsource.detect import detect
from secondsource.detect.parse import find_sentences, parse
from secondsource.extract.sayings.attributions import find_attributions, find_sayings
from secondsource.model import Attribution, Document, Span


def words(text: str, spans: tuple[Span, ...]) -> str:
    return " … ".join(text[span.start : span.end] for span in spans)


def sayings(text: str) -> tuple[Attribution, ...]:
    return find_sayings(detect(Document("d", "d.txt", text)))


# (text, source, cue, content)
SPANS = [
    ("Three ships sank near Odesa, per OFAC.", "OFAC", "per", "Three ships sank near Odesa"),
    ("Per the ministry, three ships sank.", "the ministry", "Per", "three ships sank"),
    ("As reported by Reuters, the talks lasted two days.", "Reuters", "reported", "the talks lasted two days"),
    ("As Reuters first reported, the talks lasted two days.", "Reuters", "first reported", "the talks lasted two days"),
    ("Talks with Oslo will go on: officials", "officials", ":", "Talks with Oslo will go on"),
    (
        "Berg said the fleet was ready, adding that the crew had volunteered.",
        "Berg",
        "adding",
        "that the crew had volunteered",
    ),
    ("Berg said the fleet has sailed and left the room.", "Berg", "said", "the fleet has sailed"),
    ("The road is open, she said, because the snow has gone.", "she", "said", None),
    ("Prices rose; most said they had no money.", "most", "said", "they had no money"),
    (
        "The port, agents in Tema said, would stay open.",
        "agents in Tema",
        "said",
        "The port … would stay open",
    ),
    (
        "Rwanda accused its neighbour of arming rebels.",
        "Rwanda",
        "accused",
        "its neighbour of arming rebels",
    ),
    ("The trawler's owner admitted entering the zone.", "The trawler's owner", "admitted", "entering the zone"),
    ("Envoys made the case that the truce would hold.", "Envoys", "made … case", "that the truce would hold"),
    ("Envoys voiced concern about the truce.", "Envoys", "voiced concern about", "the truce"),
    ("Residents are worried about the dam.", "Residents", "are worried about", "the dam"),
    ("Norway is against the sale.", "Norway", "is against", "the sale"),
    ("Berg is a supporter of the treaty.", "Berg", "is … supporter of", "the treaty"),
    ("The minister called for both sides to stop.", "The minister", "called for", "both sides to stop"),
    ("It is unclear whether the envoy has arrived.", "", "is unclear", "whether the envoy has arrived"),
    ("The plan seems dead.", "", "seems", "The plan … dead"),
    ("Asked whether he would resign, Berg shrugged.", "", "Asked", "whether he would resign"),
    ("Berg, who lives in Oslo, said the road was open.", "Berg", "said", "the road was open"),
    ("The minister said: 'We sail. Nobody can stop us.'", "The minister", "said", "'We sail. Nobody can stop us.'"),
    ('"It was a mistake," she said. "We regret it."', "she", "said", '"It was a mistake," … "We regret it."'),
]


@pytest.mark.parametrize(("text", "source", "cue", "content"), SPANS, ids=[s[0][:40] for s in SPANS])
def test_span(text: str, source: str, cue: str, content: str | None) -> None:
    found = [a for a in sayings(text) if words(text, a.cue) == cue]
    assert found, [words(text, a.cue) for a in sayings(text)]
    assert words(text, found[0].source) == source
    if content is None:
        assert words(text, found[0].content).endswith("because the snow has gone")
    else:
        assert words(text, found[0].content) == content


STANCES = [
    ("The ministry neither confirmed nor denied that the two had met.", "no_comment"),
    ("The ministry would neither confirm nor deny the report.", "no_comment"),
    ("Turkey is considering whether to send a delegation.", "supposes"),
    ("Turkey is considering sending a delegation.", "supposes"),
    ("The newspaper withdrew its claim that the general had fled.", "retracts"),
]


@pytest.mark.parametrize(("text", "stance"), STANCES)
def test_stance(text: str, stance: str) -> None:
    found = find_attributions(detect(Document("d", "d.txt", text)))
    assert found
    assert found[0].stance == stance


NOT_SAID = [
    "Moscow is withdrawing its troops from the region.",
    "Residents don't realize that the border is closed.",
    "A geologist was reported missing on Sunday.",
    "Citing safety concerns, the port moved its fair to June.",
    "The army began shelling the ridge.",
    "Each boat carries ten tonnes per trip.",
    "The crew saw a whale.",
    "Voters cast ballots on Sunday.",
    "Note: the museum will close at noon",
]


@pytest.mark.parametrize("text", NOT_SAID)
def test_not_said(text: str) -> None:
    found = find_attributions(detect(Document("d", "d.txt", text)))
    assert [(words(text, a.cue), words(text, a.content)) for a in found] == []


def test_joint_speakers_are_one_source() -> None:
    text = "Anna Berg and Jan Olsen said the ship had sunk."
    (one,) = find_attributions(detect(Document("d", "d.txt", text)))
    assert words(text, one.source) == "Anna Berg and Jan Olsen"


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ('He said "I go." She left. "We stay," she said.', ['He said "I go."', "She left.", '"We stay," she said.']),
        ("It fell. ''We stay,'' she said.", ["It fell.", "''We stay,'' she said."]),
        ('She left. "Where?" he asked.', ["She left.", '"Where?" he asked.']),
    ],
)
def test_sentences_break_at_straight_marks(text: str, sentences: list[str]) -> None:
    document = Document("d", "d.txt", text)
    found = find_sentences(document, parse(document))
    assert [text[s.start : s.end] for s in found] == sentences
