"""Claims about the evidence: that nobody confirms, that so many do; claims about the world are none."""

from __future__ import annotations

import pytest

from secondsource.checking.frames import Frame, frame_of

FRAMED = [
    ("There is no confirmation that Chile leased a pier to Qatar", Frame("nobody", "Chile leased a pier to Qatar")),
    ("There is no independent evidence of the ambush near Gao.", Frame("nobody", "ambush near Gao")),
    ("No official has confirmed that the envoys met in Oslo", Frame("nobody", "the envoys met in Oslo")),
    ("Nobody confirmed the secret talks", Frame("nobody", "the secret talks")),
    ("It has not been confirmed that Peru recalled its envoy", Frame("nobody", "Peru recalled its envoy")),
    ("Five outlets have confirmed the lease", Frame("counted", "the lease", 5)),
    ("At least 3 independent sources said that the bridge fell", Frame("counted", "the bridge fell", 3)),
    ("More than two newspapers reported that the minister resigned", Frame("counted", "the minister resigned", 3)),
]
PLAIN = [
    "Chile has not confirmed that it will host the talks",
    "No foreign soldier was in the convoy",
    "Five soldiers were killed near Gao",
    "The foreign ministry confirmed the talks",
    "Two officials met in Oslo",
    "There is no agreement on the river",
    "No government signed the treaty",
]


@pytest.mark.parametrize(("claim", "frame"), FRAMED)
def test_a_claim_about_the_evidence_has_a_frame(claim: str, frame: Frame) -> None:
    assert frame_of(claim) == frame


@pytest.mark.parametrize("claim", PLAIN)
def test_a_claim_about_the_world_has_none(claim: str) -> None:
    assert frame_of(claim) is None
