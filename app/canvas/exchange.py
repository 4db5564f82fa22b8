"""One request sent and its answer read to the end, or how it was lost. Nothing here knows Canvas or raises."""

import asyncio
import socket
import ssl
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

import httpx

from app.canvas.answer import Answer
from app.canvas.errors import Garbled, OutcomeUnknown, Unreachable, Untrusted
from app.message import message

LARGEST = 64 * 1024 * 1024
"""Bytes of one JSON answer; a page of 100 questions has about a quarter of a megabyte."""


class Reason(StrEnum):
    """Why no answer came."""

    NO_HOST = "no host"
    UNTRUSTED = "untrusted"
    TIME_OUT = "time out"
    REFUSED = "refused"
    CUT = "cut"
    PROXY = "proxy"
    TOO_LARGE = "too large"


@dataclass(frozen=True, slots=True)
class Lost:
    """A request without an answer. `sent` is False only where certainly nothing of it reached the server."""

    reason: Reason
    sent: bool


NOT_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError, httpx.UnsupportedProtocol)
"""What httpx raises before the first byte of a request."""


async def exchanged(
    client: httpx.AsyncClient, request: httpx.Request, *, seconds: float, largest: int = LARGEST
) -> Answer | Lost:
    """Send `request` without any login of the client's own and read at most `largest` bytes within `seconds`."""
    try:
        async with asyncio.timeout(seconds):
            response = await client.send(request, auth=None, follow_redirects=False, stream=True)
            try:
                return await received(response, largest)
            finally:
                await response.aclose()
    except TimeoutError:
        return Lost(Reason.TIME_OUT, sent=True)
    except (httpx.HTTPError, httpx.InvalidURL, OSError) as error:
        return Lost(reason(error), sent=not isinstance(error, NOT_SENT))


async def received(response: httpx.Response, largest: int) -> Answer | Lost:
    """The answer, its body unpacked; lost as soon as it grows beyond `largest` bytes."""
    body = bytearray()
    async for chunk in response.aiter_bytes():
        body += chunk
        if len(body) > largest:
            return Lost(Reason.TOO_LARGE, sent=True)
    return Answer(response.status_code, dict(response.headers.items()), bytes(body))


def reason(error: BaseException) -> Reason:
    """What lies at the bottom of an error of httpx."""
    causes = tuple(chain(error))
    if any(isinstance(cause, ssl.SSLError) for cause in causes):
        return Reason.UNTRUSTED
    if any(isinstance(cause, socket.gaierror) for cause in causes):
        return Reason.NO_HOST
    if isinstance(error, httpx.ProxyError):
        return Reason.PROXY
    if isinstance(error, httpx.TimeoutException):
        return Reason.TIME_OUT
    return Reason.REFUSED if isinstance(error, httpx.ConnectError) else Reason.CUT


def chain(error: BaseException | None) -> Iterator[BaseException]:
    """The error, what caused it, and so on; of a group every member."""
    while error is not None:
        yield error
        if isinstance(error, BaseExceptionGroup):
            for member in error.exceptions:
                yield from chain(member)
        error = error.__cause__ or error.__context__


def too_large(host: str) -> Garbled:
    """The error of an answer that would not end; asking again would bring it again."""
    error = Garbled(host)
    error.passing = False
    return error


def unreachable(lost: Lost, host: str, *, write: bool) -> Unreachable:
    """The error of a lost request: a write of which something may have arrived has an unknown outcome."""
    if write and lost.sent:
        return OutcomeUnknown(host)
    match lost.reason:
        case Reason.UNTRUSTED:
            return Untrusted(host)
        case Reason.NO_HOST:
            return Unreachable(message("There is no host {host}, or this computer is off-line.", host=host))
        case Reason.TIME_OUT:
            return Unreachable(message("{host} did not answer in time.", host=host))
        case Reason.REFUSED:
            return Unreachable(message("{host} could not be reached.", host=host))
        case Reason.PROXY:
            return Unreachable(message("The proxy of this network did not let the request to {host} out.", host=host))
        case Reason.CUT:
            return Unreachable(message("The connection to {host} was cut off.", host=host))
        case Reason.TOO_LARGE:
            return too_large(host)
