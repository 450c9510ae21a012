"""The small networks that come inside the package: ONNX, int8, one thread, a tokenizer beside each."""

from __future__ import annotations

import json
from importlib.resources import as_file, files
from typing import Any

import onnxruntime
from tokenizers import Tokenizer


def open_net(package: str, folder: str, name: str) -> tuple[onnxruntime.InferenceSession, Tokenizer, dict[str, Any]]:
    """The session, the tokenizer and the notes of a network: NAME.onnx, tokenizer.json and NAME.json in a folder.

    One thread, so that the same question gives the same digits on any number of cores.
    """
    place = files(package) / folder
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    with as_file(place / f"{name}.onnx") as path:
        session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
    tokenizer = Tokenizer.from_str((place / "tokenizer.json").read_text(encoding="utf-8"))
    return session, tokenizer, json.loads((place / f"{name}.json").read_text(encoding="utf-8"))
