"""From an answer that is no success to its error: the decision table of canvas-facts 1.2 and 1.3."""

from app.canvas.address import joined, origin, redacted
from app.canvas.answer import Answer
from app.canvas.complaint import words
from app.canvas.errors import (
    CanvasError,
    Gone,
    Invalid,
    NotAllowed,
    NotCanvas,
    OutcomeUnknown,
    Redirected,
    ServerFailed,
    Throttled,
    TokenExpired,
    TokenRejected,
)

BUSY = frozenset({408, 425})
"""Request Timeout and Too Early: the same request may be sent again (RFC 9110, RFC 8470)."""
NOT_IMPLEMENTED = 501
"""The server cannot do this at all: it was not carried out, and will not be (RFC 9110, 15.6.2)."""
SEE_OTHER = 303
"""A redirect that says that the request was carried out (RFC 9110, 15.4.4)."""


def refusal(answer: Answer, *, url: str, host: str, write: bool, hidden: tuple[str, ...]) -> CanvasError:
    """The error for `answer` to a request for `url`. Nothing of `hidden`, the secrets sent along, shows in it."""
    error = kind(answer, url=url, host=host, write=write, told=words(answer.body, hidden=hidden))
    error.status = answer.status
    error.support_id = answer.support_id
    return error


def kind(answer: Answer, *, url: str, host: str, write: bool, told: str) -> CanvasError:
    """The table, read from top to bottom."""
    status = answer.status
    if answer.throttled:
        return Throttled(host)
    if status == NOT_IMPLEMENTED and told:
        return Invalid(told)
    if write and (status >= 500 or status in BUSY or status == SEE_OTHER or status < 300):
        return OutcomeUnknown(host)
    if status >= 500 or status in BUSY:
        return ServerFailed(host, status)
    if 300 <= status < 400:
        return redirected(answer, url=url, host=host)
    if answer.is_page or status < 300:
        return NotCanvas(host)
    return by_right_or_content(answer, host=host, told=told)


def by_right_or_content(answer: Answer, *, host: str, told: str) -> CanvasError:
    """The error for a 4xx that Canvas itself gave."""
    match answer.status:
        case 401 if "scope" in told.lower():
            return NotAllowed(told)
        case 401 if "expired access token" in told.lower():
            return TokenExpired(host)
        case 401 if answer.names_token or "access token" in told.lower():
            return TokenRejected(host)
        case 401 | 403:
            return NotAllowed(told)
        case 404 | 410:
            return Gone(told)
        case _:
            return Invalid(told)


def redirected(answer: Answer, *, url: str, host: str) -> NotCanvas:
    """A redirect that is not followed: to another origin, to plain http, a second one, or one without a target."""
    target = joined(url, answer.location or "")
    if target is not None and origin(target) not in (None, origin(url)):
        return Redirected(host, redacted(target))
    return NotCanvas(host)
