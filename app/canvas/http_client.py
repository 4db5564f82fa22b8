"""The httpx client behind a connection, made at its first use because that takes about 40 ms, and its quiet logs."""

import asyncio
import logging
import ssl
from functools import cache
from typing import Literal

import httpx
import truststore

from app.canvas.address import redacted_text
from app.canvas.errors import Unreachable
from app.message import message

TIMES = httpx.Timeout(30.0, connect=10.0)
"""Seconds between two bytes, and for the connection."""
FORTHRIGHT = ("httpx", "httpcore", "httpcore.connection", "httpcore.http11", "httpcore.http2", "httpcore.proxy")
"""The loggers that write whole addresses, signatures included, and raw headers."""

Trust = Literal["system", "nobody"]


class SignatureFilter(logging.Filter):
    """Takes queries out of what httpx logs, and keeps httpcore's dumps of headers out altogether."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Rewrite `record`; whether it is logged at all."""
        record.msg, record.args = redacted_text(record.getMessage()), None
        return not record.name.startswith("httpcore")


QUIET = SignatureFilter()


def quiet_logs() -> None:
    """Put the filter on every logger that could write a signed address; a second call changes nothing."""
    for name in FORTHRIGHT:
        logging.getLogger(name).addFilter(QUIET)


def trusting(whom: Trust) -> ssl.SSLContext:
    """A context that verifies against the certificates of the operating system, or one that trusts nobody."""
    if whom == "nobody":
        return _trusting_nobody()
    return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


@cache
def _trusting_nobody() -> ssl.SSLContext:
    """One for all: it has nothing that could be changed, and takes a millisecond."""
    return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


class HttpClient:
    """A pool of connections without login and redirects of its own.

    Requests are made apart from it and sent as they are, so that no cookie and no header of the pool joins them.
    `direct` leaves proxies of the environment out. `transport` takes the place of the network; it is closed with this.
    """

    def __init__(self, *, trust: Trust, direct: bool, transport: httpx.AsyncBaseTransport | None) -> None:
        self._trust = trust
        self._direct = direct
        self._transport = transport
        self._client: httpx.AsyncClient | None = None
        self._opening = asyncio.Lock()
        self._closed = False

    async def opened(self) -> httpx.AsyncClient:
        """The client. Raises Unreachable where the proxy settings are unusable, RuntimeError after `aclose`."""
        async with self._opening:
            if self._closed:
                raise RuntimeError("the client is closed")
            if self._client is None:
                in_memory = self._transport is not None
                verify = trusting("nobody") if in_memory else await asyncio.to_thread(trusting, self._trust)
                self._client = self._made(verify)
        return self._client

    def _made(self, verify: ssl.SSLContext) -> httpx.AsyncClient:
        quiet_logs()
        try:
            return httpx.AsyncClient(
                verify=verify,
                transport=self._transport,
                trust_env=not self._direct,
                timeout=TIMES,
                follow_redirects=False,
            )
        except (ValueError, ImportError, httpx.InvalidURL):
            pass
        raise Unreachable(
            message("The proxy settings of this computer cannot be used."),
            message("Look at the variables HTTPS_PROXY and ALL_PROXY: they need to begin with http://"),
        )

    async def aclose(self) -> None:
        """Close every connection; a second call changes nothing."""
        async with self._opening:
            self._closed = True
            client, self._client = self._client, None
        if client is not None:
            await client.aclose()
