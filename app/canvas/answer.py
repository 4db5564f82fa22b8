"""One HTTP answer, read to its end, and what its headers and body say."""

import asyncio
import json
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime

from app.canvas.complaint import is_markup

LONGEST_WAIT = 120.0
"""Seconds: a `Retry-After` beyond it counts as this (reliability, 1.5)."""
LARGE = 64 * 1024
"""Bytes: a longer body is parsed in a thread, so that the window does not wait."""
REDIRECTS = frozenset({301, 302, 303, 307, 308})
RATE_LIMIT = b"rate limit exceeded"
LINK = re.compile(r"<([^>]*)>([^<]*)")
NEXT = re.compile(r";\s*rel\s*=\s*(?:\"[^\"]*\bnext\b[^\"]*\"|next\b)", re.IGNORECASE)

Json = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Answer:
    """Status, headers with names in lower case, and the whole body."""

    status: int
    headers: Mapping[str, str] = field(repr=False)
    body: bytes = field(repr=False)

    @property
    def succeeded(self) -> bool:
        """Any 2xx: the documents of New Quizzes name no statuses."""
        return 200 <= self.status < 300

    @property
    def throttled(self) -> bool:
        """429, or the 403 whose body says rate limit: never a question of rights (canvas-facts, 1.3)."""
        return self.status == 429 or (self.status == 403 and RATE_LIMIT in self.body[:1000].lower())

    @property
    def is_page(self) -> bool:
        """Whether a web page came, whatever its type claims."""
        return is_markup(self.body[:200].decode("utf-8", "replace"))

    @property
    def names_token(self) -> bool:
        """Whether a 401 is about the token: one about rights has no `WWW-Authenticate` (canvas-facts, 1.2)."""
        return "www-authenticate" in self.headers

    @property
    def support_id(self) -> str | None:
        """The id under which Canvas's support finds this request."""
        return self.headers.get("x-request-context-id")

    @property
    def location(self) -> str | None:
        """Where a redirect points, as it came; None for every other answer."""
        return self.headers.get("location") if self.status in REDIRECTS else None

    @property
    def next_page(self) -> str | None:
        """The address of `rel=next` in the `Link` header, as it came."""
        found = (url for url, attributes in LINK.findall(self.headers.get("link", "")) if NEXT.search(attributes))
        return next(found, None)

    @property
    def remaining(self) -> float | None:
        """`X-Rate-Limit-Remaining`; may be negative, None where it is absent or no number."""
        return number(self.headers.get("x-rate-limit-remaining"))

    @property
    def retry_after(self) -> float | None:
        """Seconds to wait, 0 to 120; None where the header is absent or makes no sense.

        A date is read against the answer's own `Date`, because the clocks of this computer and of Canvas may differ.
        """
        text = self.headers.get("retry-after")
        seconds = number(text)
        if seconds is None:
            until, sent = moment(text), moment(self.headers.get("date"))
            seconds = until - sent if until is not None and sent is not None else None
        return min(seconds, LONGEST_WAIT) if seconds is not None and seconds >= 0 else None

    async def value(self) -> object:
        """The JSON of the body, None where it is empty. Raises ValueError or RecursionError where it is no JSON."""
        if not self.body.strip():
            return None
        if len(self.body) > LARGE:
            return await asyncio.to_thread(lambda: parsed(self.body))  # closed over: qasync logs arguments
        return parsed(self.body)


def parsed(body: bytes) -> object:
    """The JSON value of `body`. Half of a character, which no file can hold, becomes the sign for one that is lost."""
    value: object = json.loads(body)
    return _whole(value) if b"\\ud" in body.lower() else value


def _whole(value: object) -> object:
    if isinstance(value, str):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(value, dict):
        return {key: _whole(part) for key, part in value.items()}
    return [_whole(part) for part in value] if isinstance(value, list) else value


def number(text: str | None) -> float | None:
    """The finite number that `text` is, else None."""
    try:
        value = float(text or "")
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def moment(text: str | None) -> float | None:
    """The HTTP date `text` in seconds, None where it is none."""
    try:
        return parsedate_to_datetime(text or "").timestamp()
    except (ValueError, OverflowError):
        return None
