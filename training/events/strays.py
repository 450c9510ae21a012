"""List the phrases that the program takes for actors and their authors did not: `python strays.py > strays.json`.

Nothing happens to them; the classifier learns so. Run in the project's own environment; the output is kept in git.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from secondsource.coding.spotting import find_actor_phrases
from secondsource.detect import detect
from secondsource.extract.events.memory import remember
from secondsource.extract.reading import lay_open
from secondsource.model import Document

HERE = Path(__file__).resolve().parent


def strays_of(text: str, actors: list[str]) -> list[str]:
    """The common nouns taken for actors that overlap with none of the sentence's actors."""
    reading = lay_open(detect(Document("x", "x", text)), ())
    memory = remember(reading)
    taken = [(text.find(a), text.find(a) + len(a)) for a in actors]
    found = [p for s in reading.sentences for p in find_actor_phrases(s, reading, memory)]
    return [
        text[p.span.start : p.span.end]
        for p in found
        if p.head.pos_ == "NOUN" and not any(p.span.start < end and start < p.span.end for start, end in taken)
    ]


def main() -> None:
    """Write {text: [phrases]} for the files that list all actors of their sentences."""
    found = {}
    for file in sorted(HERE.glob("*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if "actors" in row and (strays := strays_of(row["text"], row["actors"])):
                found[row["text"]] = strays
    json.dump(found, sys.stdout, ensure_ascii=False, indent=0)
    sys.stdout.write("\n")


if __name__ == "__main__":
    main()
