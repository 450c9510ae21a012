"""Bytes of unknown encoding become text, or a reason why they cannot."""

from __future__ import annotations

import re

from charset_normalizer import from_bytes

_BOMS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
# More control characters than this among the first 64 k is no text; stray form feeds and escapes are far below it.
_CONTROL_SHARE = 0.01
# A UTF-8 text with fewer broken places than one in this many bytes is damaged UTF-8, not another encoding.
_DAMAGE = 200


class NotText(Exception):  # noqa: N818 - caught in this folder only, it becomes a Refusal
    """These bytes are no text; the message is the reason."""


def decode(data: bytes) -> tuple[str, int]:
    """Decode a text file and write CRLF as LF, nothing else changed.

    Returns the text and how many broken places of a damaged UTF-8 file became U+FFFD. Raises `NotText`.
    """
    text, broken = _decoded(data)
    text = text.replace("\r\n", "\n")
    head = text[:65536]
    if len(_CONTROLS.findall(head)) > _CONTROL_SHARE * len(head):
        raise NotText("binary data, not text")
    return text, broken


def _decoded(data: bytes) -> tuple[str, int]:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            try:
                return data.decode(encoding), 0
            except UnicodeDecodeError as error:
                raise NotText(f"marked as {encoding} but not decodable at byte {error.start}") from error
    try:
        return data.decode("utf-8-sig"), 0
    except UnicodeDecodeError:
        pass
    if data.count(0, 0, 65536) > 1:
        raise NotText("binary data, not text")
    repaired = data.decode("utf-8-sig", errors="replace")
    broken = repaired.count("\ufffd")
    beyond = sum(1 for character in repaired if character > "\x7f") - broken
    if broken * _DAMAGE < len(data) and beyond > 2 * broken:
        return repaired, broken
    best = from_bytes(data).best()
    if best is None:
        raise NotText("no encoding fits its bytes")
    return str(best), 0
