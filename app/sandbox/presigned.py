"""Addresses for one upload: signed, bound to their query, good for 120 seconds (`canvas-facts.md` 2.3, 9)."""

import hashlib
import hmac
from datetime import UTC, datetime
from urllib.parse import parse_qsl, urlencode

from app.sandbox.media import PREFIX
from app.sandbox.state import State

LIFETIME = 120
"""Seconds."""

_DATE = "%Y%m%dT%H%M%SZ"


def upload_path(state: State) -> str:
    """A path that no upload had before."""
    return f"{PREFIX}{state.next_uuid()}/{state.next_uuid()}"


def signed_query(state: State, path: str, now: float) -> str:
    """The query with which `path` may be written until `LIFETIME` seconds after `now`."""
    day = datetime.fromtimestamp(now, UTC)
    pairs = [
        ("X-Amz-Algorithm", "AWS4-HMAC-SHA256"),
        ("X-Amz-Credential", f"SANDBOX/{day:%Y%m%d}/us-east-1/s3/aws4_request"),
        ("X-Amz-Date", day.strftime(_DATE)),
        ("X-Amz-Expires", str(LIFETIME)),
        ("X-Amz-SignedHeaders", "host"),
    ]
    return urlencode([*pairs, ("X-Amz-Signature", _signature(state, path, pairs))])


def query_problem(state: State, path: str, query: str, now: float) -> str | None:
    """What is wrong with the query of an upload: an error code of the storage, or None."""
    pairs = parse_qsl(query, keep_blank_values=True)
    given = dict(pairs).get("X-Amz-Signature")
    if given is None:
        return "AccessDenied"
    rest = [(key, value) for key, value in pairs if key != "X-Amz-Signature"]
    if len(rest) != len(pairs) - 1 or not hmac.compare_digest(given, _signature(state, path, rest)):
        return "SignatureDoesNotMatch"
    signed = datetime.strptime(dict(rest)["X-Amz-Date"], _DATE).replace(tzinfo=UTC)
    return "Expired" if now > signed.timestamp() + LIFETIME else None


def _signature(state: State, path: str, pairs: list[tuple[str, str]]) -> str:
    text = f"{path}?{urlencode(pairs)}"
    return hmac.new(state.instance.encode(), text.encode(), hashlib.sha256).hexdigest()
