"""Canvas's own words in the body of a refusal: JSON of half a dozen shapes, plain text, a web page or nothing.

The shapes are those of Canvas's error bodies: `errors` as a list, a map or a text, `message`, `error`, and plain text
from the quiz service. A web page has no words for a person.
"""

import json
import re
from collections.abc import Iterator, Mapping

from app.canvas.address import redacted_text

LONGEST = 300
DEEPEST = 6
TELLING = ("errors", "message", "error_description", "error")
SILENT = frozenset({"status", "type", "attribute", "field", "error_code", "error_type", "error_report_id", "id"})
XML_MESSAGE = re.compile(rb"<Message>([^<]{1,1000})</Message>")
UNPRINTABLE = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]+")


def words(body: bytes, *, hidden: tuple[str, ...] = ()) -> str:
    """What Canvas says in `body` on one line of at most 300 characters, without queries of addresses and `hidden`."""
    text = body.decode("utf-8", "replace").strip()
    if is_markup(text):
        return ""
    try:
        told = "; ".join(dict.fromkeys(sentences(json.loads(text))))
    except (ValueError, RecursionError):
        told = text
    return shortened(told, hidden=hidden)


def xml_words(body: bytes, *, hidden: tuple[str, ...] = ()) -> str:
    """The `Message` of a storage's XML refusal; empty where there is none."""
    found = XML_MESSAGE.search(body)
    return shortened(found.group(1).decode("utf-8", "replace"), hidden=hidden) if found else ""


def is_markup(text: str) -> bool:
    """Whether the text is a web page or XML rather than words or JSON."""
    return text.lstrip("\ufeff \t\r\n").startswith("<")


def sentences(value: object, field: str = "", depth: int = 0) -> Iterator[str]:
    """Every sentence of an error value, each with the field it is about."""
    if isinstance(value, str) and value.strip():
        yield f"{field}: {value}" if field else value
    elif isinstance(value, list) and depth < DEEPEST:
        for part in value:
            yield from sentences(part, field, depth + 1)
    elif isinstance(value, Mapping) and depth < DEEPEST:
        yield from sentences_of_map(value, field, depth + 1)


def sentences_of_map(value: Mapping[str, object], field: str, depth: int) -> Iterator[str]:
    """An error object tells by its telling keys; any other map goes from field to errors."""
    named = value.get("field") or value.get("attribute") or field
    telling = [value[key] for key in TELLING if value.get(key)]
    for part in telling:
        yield from sentences(part, str(named), depth)
    if not telling:
        for key, part in value.items():
            if key not in SILENT:
                yield from sentences(part, key, depth)


def shortened(text: str, *, hidden: tuple[str, ...]) -> str:
    """One printable line: without `hidden`, without queries of addresses, cut at 300 characters."""
    for secret in filter(None, hidden):
        text = text.replace(secret, "…")
    line = UNPRINTABLE.sub(" ", redacted_text(text)).strip()
    return line if len(line) <= LONGEST else f"{line[:LONGEST]}…"
