"""Words in which somebody says of himself that he will say nothing."""

from __future__ import annotations

import pytest

from secondsource.extract.sayings.silences import is_own_silence

SILENT = [
    "We do not comment on the diaries of others",
    'It "does not comment on documents circulating on social media',
    "I don't have anything for you on that.",
    "Again, I'm not going to react to a letter that I have only seen on a website.",
    "I’m not going to get into that.",
    "No comment.",
    "We have no comment on matters between third countries",
    "I have nothing to add.",
    "The ministry does not discuss such matters",
    "I can't speculate on that",
]
NOT_SILENT = [
    "We do not know the man",
    "I don't have a letter",
    "We have no boats in the port",
    "I am not going to Lima",
    "They do not react well to salt",
    "We have nothing in common",
    "The comment was not ours",
    "He will not go into exile",
    "It is no secret",
    "No commentator said so",
]


@pytest.mark.parametrize("words", SILENT)
def test_silent(words: str) -> None:
    assert is_own_silence(words)


@pytest.mark.parametrize("words", NOT_SILENT)
def test_not_silent(words: str) -> None:
    assert not is_own_silence(words)
