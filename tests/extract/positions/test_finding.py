"""What parties demand, offer, commit to or rule out; invented affairs, with the look-alikes that must not fire."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from secondsource.model import Findings

Read = Callable[..., Findings]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Brazil demanded the release of the two engineers.", [("Brazil", "demands", "release of the two engineers")]),
        ("Turkey called for an end to the patrols.", [("Turkey", "demands", "end to the patrols")]),
        ("Norway urged Iceland to open its ports.", [("Norway", "demands", "Iceland to open its ports")]),
        ("Kenya insisted on a new vote.", [("Kenya", "demands", "new vote")]),
        ("Kenya insisted that the dam be emptied.", [("Kenya", "demands", "dam be emptied")]),
        ("Peru offered to host a round of talks.", [("Peru", "offers", "host a round of talks")]),
        ("Peru is ready to withdraw its boats.", [("Peru", "offers", "withdraw its boats")]),
        ("Chile pledged to send two field hospitals.", [("Chile", "commits", "send two field hospitals")]),
        ("Chile agreed to an inspection of the port.", [("Chile", "commits", "inspection of the port")]),
        ("Japan declined to send warships.", [("Japan", "declines", "send warships")]),
        ("Japan refused to discuss the islands.", [("Japan", "declines", "discuss the islands")]),
        ("Egypt rejected the draft treaty.", [("Egypt", "rejects", "draft treaty")]),
        ("Egypt ruled out a ceasefire.", [("Egypt", "rejects", "ceasefire")]),
        ("Greece opposes any new pipeline.", [("Greece", "rejects", "new pipeline")]),
        ("Greece voiced its opposition to the pipeline.", [("Greece", "rejects", "pipeline")]),
        ("Greece will not accept a naval base.", [("Greece", "rejects", "naval base")]),
        ("India accused Nepal of moving the border posts.", [("India", "accuses", "moving the border posts")]),
        ("India raised concerns about the road.", [("India", "raises", "road")]),
        (
            "Qatar stressed that the dam threatened its farmers.",
            [("Qatar", "raises", "dam threatened its farmers")],
        ),
        ("Serbia said that the bridge was a red line.", [("Serbia", "red line", "bridge")]),
        ("Serbia stressed that the bridge was a red line.", [("Serbia", "red line", "bridge")]),
        (
            "Sudan and Chad agreed to open the road.",
            [("Sudan", "commits", "open the road"), ("Chad", "commits", "open the road")],
        ),
        (
            "Austria, asked for soldiers, was cautious, focusing instead on medical aid.",
            [("Austria", "offers", "medical aid")],
        ),
    ],
)  # fmt: skip
def test_a_stance_with_its_party_and_its_issue(
    findings_of: Read, text: str, expected: list[tuple[str, str, str]]
) -> None:
    found = findings_of(text).positions
    assert [(p.party, p.stance, p.issue) for p in found] == expected
    assert all(text[p.assertion.sentence.start : p.assertion.sentence.end] == text for p in found)


@pytest.mark.parametrize(
    ("text", "party", "issues"),
    [
        (
            "Brazil raised concerns about the tariffs, the detention of two engineers and the closure of the port.",
            "Brazil",
            ["tariffs", "detention of two engineers", "closure of the port"],
        ),
        (
            "Turkey presented three demands: an apology, being owed since May; the return of the ship; a new line.",
            "Turkey",
            ["apology, being owed since May", "return of the ship", "new line"],
        ),
        (
            "Norway called for (a) the reopening of the strait, (b) a joint patrol, and (c) the payment of damages.",
            "Norway",
            ["reopening of the strait", "joint patrol", "payment of damages"],
        ),
        (
            "The talks ended.\n\nIssues raised by the Peruvians included:\n\n- Fishing rights\n- The lake's water\n\n"
            "The ministers then left.",
            "Peru",
            ["Fishing rights", "lake's water"],
        ),
    ],
    ids=["behind a preposition", "behind a colon", "lettered", "items under a line"],
)  # fmt: skip
def test_a_list_is_as_many_issues(findings_of: Read, text: str, party: str, issues: list[str]) -> None:
    found = findings_of(text).positions
    assert [p.issue for p in found] == issues
    assert {p.party for p in found} == {party}


@pytest.mark.parametrize(
    "text",
    [
        "Would Brazil demand the release of the engineers?",
        "If Brazil demanded the release of the engineers, Turkey would answer.",
        "Brazil could demand the release of the engineers.",
        "Brazil did not demand the release of the engineers.",
        "Brazil neither had nor sought a base.",
        "Analysts said Brazil rejected the treaty to win votes.",
        "Analysts urged Brazil to sign the treaty.",
        "Brazil denied that it had offered to pay a ransom.",
        "There were reports that Brazil had offered to pay a ransom.",
        "Sources said that Brazil offered to pay a ransom.",
        "In 1994 Brazil rejected the treaty.",
        "Brazil's minister declined to comment on the ransom.",
        "A Brazilian diplomat asked that his name not be used.",
        "Brazil's ambassador called on the minister.",
        "Brazil rejected the reports.",
        "Brazil insisted that nobody had been hurt.",
        "The treaty calls for patience.",
        "The path to peace demands patience.",
        "The farmers demanded water.",
        "Brazil wanted to be clear.",
    ],
)
def test_no_position(findings_of: Read, text: str) -> None:
    assert [(p.party, p.stance, p.issue) for p in findings_of(text).positions] == []


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ('"We reject the treaty," said Maria Silva, the foreign minister of Brazil.', "Brazil"),
        ("The Brazilian side stressed that the port must stay open.", "Brazil"),
        ("Brazilian officials called for an end to the patrols.", "Brazil"),
        ("Doctors Without Borders called for an end to the siege.", "Doctors Without Borders"),
    ],
)
def test_whose_position_it_is(findings_of: Read, text: str, party: str) -> None:
    assert {p.party for p in findings_of(text).positions} == {party}


def test_the_time_is_that_of_the_stance(findings_of: Read) -> None:
    (position,) = findings_of("Brazil on Monday demanded a base to be opened in July 2023.").positions
    assert position.when is not None
    assert position.when.said == "Monday"
