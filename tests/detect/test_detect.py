"""The door of the stage: one document in, its mentions out."""

from __future__ import annotations

from secondsource.detect import detect
from secondsource.model import Document, Furniture


def test_mentions_point_into_the_text() -> None:
    text = (
        "Norway’s Foreign Minister Kari Dahl met Omani officials in Muscat on 3 May 2023.\n\nShare Norway on Facebook"
    )
    start = text.index("Share")
    document = Document("d", "d.txt", text, furniture=(Furniture(start, len(text), "share"),))
    mentions = detect(document)
    assert [text[s.start : s.end] for s in mentions.sentences] == [text[: start - 2]]
    said = {text[name.span.start : name.span.end]: name for name in mentions.names}
    assert said["Kari Dahl"].side == "Norway"
    assert all(name.span.end <= start for name in mentions.names)
    assert mentions.times
    assert mentions.parsed[0].text == "Norway"


def test_empty_text_has_no_mentions() -> None:
    mentions = detect(Document("d", "d.txt", ""))
    assert (mentions.sentences, mentions.names, mentions.times) == ((), (), ())
