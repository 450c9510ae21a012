"""Small dossiers made by hand, about an invented affair; whatever a test does not name takes a plain default."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from secondsource.dossier import (
    Admiralty,
    Anchor,
    Channel,
    Check,
    Contradiction,
    DiscountedAssertion,
    Dossier,
    DossierAssertion,
    DossierClaim,
    DossierDocument,
    DossierEdge,
    DossierEvent,
    DossierHinge,
    DossierLetter,
    DossierMention,
    DossierSource,
    Meeting,
    Method,
    Nearest,
    Position,
    Side,
)
from secondsource.model import (
    Change,
    ClaimStatus,
    Conflict,
    Furniture,
    Likelihood,
    Opinion,
    Origins,
    Participant,
    Place,
    Refusal,
    Stance,
    When,
)

# What a document could hold to take over a terminal, a spreadsheet or a page.
HOSTILE = (
    "\x1b[31mred\x1b[0m \x1b]8;;https://evil.example\x1b\\link\x1b]8;;\x1b\\ \u202egnp.exe\u202c \x07\x9b1A "
    "[red]mark-up[/red] [link=https://evil.example]go[/link] :bomb: <script>alert(1)</script> =1+1 \r\n"
    "| [x](http://e.example) www.e.example"
)


def make_assertion(
    quote: str = "The ministers met.", *, stance: Stance = "asserts", **given: object
) -> DossierAssertion:
    assertion = DossierAssertion(
        file="a.txt", start=0, end=len(quote), quote=quote, holders=("Ministry of Ruritania", "Daily Post"),
        stance=stance, hedge=None, adds=True,
    )  # fmt: skip
    return replace(assertion, **given)  # type: ignore[arg-type]


def make_claim(identity: str = "c1", status: ClaimStatus = "single-source", **given: object) -> DossierClaim:
    claim = DossierClaim(
        id=identity, text="Ruritania and Freedonia met in Strelsau.", event="e1", modality="occurred", status=status,
        origins=Origins(1, 2, 1), admiralty=Admiralty("F", 3), likelihood=None, confidence=None,
        supporting=(make_assertion(),), refuting=(), neutral=(), why=("One named origin.",),
        would_change=("A second named origin.",),
    )  # fmt: skip
    return replace(claim, **given)  # type: ignore[arg-type]


def make_document(file: str = "a.txt", **given: object) -> DossierDocument:
    document = DossierDocument(
        id=f"d-{file}", file=file, title="Talks", outlet="Daily Post", author=None, language="en",
        published=When(date(2024, 5, 3), date(2024, 5, 3), "May 3, 2024"), furniture=(Furniture(0, 4, "by-line"),),
        basis="relays", origins=("Ministry of Ruritania",),
    )  # fmt: skip
    return replace(document, **given)  # type: ignore[arg-type]


def make_event(identity: str = "e1", **given: object) -> DossierEvent:
    event = DossierEvent(
        id=identity, label="Ruritania-Freedonia talks", type="CONSULT", modes=("meet",), contexts=("diplomacy",),
        cameo="036",
        participants=(Participant("Rudolf", "Ruritania", "party"), Participant("Rufus", "Freedonia", "party")),
        place=Place("Strelsau", "Ruritania", 50.1, 14.4, "city"),
        when=When(date(2024, 5, 1), date(2024, 5, 2), "on May 1 and 2"), status="occurred", claim="c1",
        mentions=(DossierMention("a.txt", 0, 18, "The ministers met.", "occurred"),),
    )  # fmt: skip
    return replace(event, **given)  # type: ignore[arg-type]


def make_hinge(**given: object) -> DossierHinge:
    hinge = DossierHinge("origin", "Ministry of Ruritania", None, 1.1, make_assertion())
    return replace(hinge, **given)  # type: ignore[arg-type]


def make_discounted(quote: str = "The talks were held.", **given: object) -> DiscountedAssertion:
    discounted = DiscountedAssertion(
        file="b.txt", start=0, end=len(quote), quote=quote, holders=("Ministry of Ruritania", "Daily Post"),
        stance="asserts", hedge=None, adds=False, q=0.0, because="b.txt copies a.txt",
    )  # fmt: skip
    return replace(discounted, **given)  # type: ignore[arg-type]


def make_source(name: str = "Daily Post", **given: object) -> DossierSource:
    source = DossierSource(
        name=name, kind="outlet", owner="Post Holding", documents=1, claims=3, own=1, letter="B",
        judged=DossierLetter("Post Holding", "Jane Doe", date(2024, 4, 2), "Corrects itself in public."),
    )  # fmt: skip
    return replace(source, **given)  # type: ignore[arg-type]


def make_nearest(event: str = "e1") -> Nearest:
    return Nearest(event, 0.75, ("type", "place"), (Conflict("participants", "Sylvania", "Freedonia"),))


def make_dossier(**given: object) -> Dossier:
    """Give a dossier that has one or more of everything that the contract names."""
    rumour = make_claim(
        "c2", "unverified", text="Ruritania and Sylvania met in secret in Strelsau.", event="e2",
        origins=Origins(0, 1, 0), nearest=(make_nearest(),),
        supporting=(make_assertion("Reports say they met.", stance="hedges", hedge="Reports say", file="b.txt",
                                   holders=("unnamed sources", "(unnamed outlet)")),),
        neutral=(make_assertion("Sylvania did not comment.", stance="no_comment", file="b.txt"),),
    )  # fmt: skip
    denied = make_claim(
        "c3", "denied", text="Freedonia has signed the treaty.", event=None, modality="statement",
        supporting=(), refuting=(make_assertion("Freedonia denied that it had signed.", stance="denies"),),
    )  # fmt: skip
    confirmed = make_claim(
        "c1", "confirmed", origins=Origins(2, 2, 2), likelihood=Likelihood(0.93, "very likely"), confidence="moderate",
        supporting=(make_assertion(), make_assertion("The talks were held.", file="b.txt", adds=False)),
        opinion=Opinion(0.55, 0.0, 0.45), hangs_on=(make_hinge(),), deciding=(make_assertion(),),
        discounted=(make_discounted(),),
        changes=(Change("remove", "origin", "Ministry of Ruritania", "single-source", "A second named origin."),),
    )  # fmt: skip
    planned = make_claim("c4", "realised", text="The talks in Strelsau were planned.", modality="planned")
    fields: dict[str, object] = {
        "method": Method("0.1.0", "c0ffee"),
        "as_of": date(2024, 5, 3),
        "documents": (
            make_document(),
            make_document("b.txt", outlet=None, published=None, basis="unattributed", origins=()),
        ),
        "events": (
            make_event(),
            make_event("e2", label="Secret talks", status="alleged", claim="c2", place=None, when=None),
        ),
        "claims": (confirmed, rumour, denied, planned),
        "lineage": (
            DossierEdge("d-a.txt", "Ruritania Times", "relays", 1.0, Anchor("a.txt", 0, 18, "The Times said so.")),
            DossierEdge("d-b.txt", "d-a.txt", "copies", 0.8, None),
        ),
        "contradictions": (
            Contradiction("date", "c1", (Side("May 1", (make_assertion(),)), Side("May 2", ())), same_lineage=True),
        ),
        "channels": (
            Channel("ch1", "Rudolf-Rufus line", ("Rudolf", "Rufus"), (Meeting("e1", 1), Meeting("e2", None)), "e2"),
        ),
        "positions": (
            Position("Freedonia", "the treaty", "rejects", None, (make_assertion("Freedonia will not sign."),)),
        ),
        "refusals": (Refusal("c.txt", "collect", "empty", "Give a file with text."),),
        "sources": (
            make_source("Ministry of Ruritania", kind="body", owner=None, own=3, letter="F", judged=None),
            make_source(),
        ),
    }  # fmt: skip
    return Dossier(**(fields | given))  # type: ignore[arg-type]


def make_check(**given: object) -> Check:
    check = Check(
        claim="Ruritania and Sylvania met in secret.", status="unverified", event=None, origins=Origins(0, 1, 0),
        supporting=(make_assertion("Reports say they met.", stance="hedges", hedge="Reports say"),), refuting=(),
        neutral=(), nearest=(make_nearest(),), why=("Only unnamed sources say so.",),
    )  # fmt: skip
    return replace(check, **given)  # type: ignore[arg-type]
