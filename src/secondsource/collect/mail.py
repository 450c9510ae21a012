"""E-mail files: headers give title, author and date; the plain part is the text, else the HTML part."""

from __future__ import annotations

from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage
from email.utils import parsedate_to_datetime

from secondsource.collect import html, plain
from secondsource.collect.page import Page, Unreadable, one_line
from secondsource.model import When


def read(data: bytes) -> Page:
    """Give the page of a message. Raises `Unreadable` where it has no part that can be read."""
    try:
        message = message_from_bytes(data, policy=policy.default)
        part = message.get_body(("plain", "html"))
        content = part.get_payload(decode=True) if part else None
    except (MessageError, LookupError, ValueError, TypeError, AttributeError, IndexError) as error:
        raise Unreadable(
            f"a damaged message ({type(error).__name__})", "save the message again, or its text as .txt"
        ) from error
    if part is None or not isinstance(content, bytes) or not content.strip():
        raise Unreadable("a message without a text", "save its attachment, or its text as .txt")
    if part.get_content_type() == "text/html":
        body = html.read(content)
    else:
        body = plain.read(_as_utf8(content, part.get_content_charset()))
    return Page(
        body.text,
        title=_header(message, "subject") or body.title,
        outlet=body.outlet,
        author=_sender(message) or body.author,
        published=_sent(message) or body.published,
        url=body.url,
        basis="metadata: eml",
        furniture=body.furniture,
        notices=body.notices,
    )


def _as_utf8(content: bytes, charset: str | None) -> bytes:
    """The bytes in UTF-8 where the message names another encoding and that one fits."""
    try:
        return content.decode(charset).encode() if charset else content
    except (LookupError, UnicodeError):
        return content


def _header(message: EmailMessage, name: str) -> str | None:
    try:
        value = message.get(name)
    except (ValueError, IndexError, AttributeError, TypeError):  # the stdlib parser fails on some hostile headers
        return None
    return one_line(str(value)) if value is not None else None


def _sender(message: EmailMessage) -> str | None:
    sender = _header(message, "from")
    return one_line(sender.partition("<")[0].strip(" \"'")) if sender else None


def _sent(message: EmailMessage) -> When | None:
    said = _header(message, "date")
    if said is None:
        return None
    try:
        day = parsedate_to_datetime(said).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return When(day, day, said)
