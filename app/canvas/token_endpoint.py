"""Where Canvas gives, renews and takes back tokens: POST and DELETE login/oauth2/token (canvas-facts, 1.5).

The client has no cookie, no login of its own and follows no redirect. Some Canvases refuse with a redirect to our own
address, their words in its query: it is read and never followed.
"""

import asyncio
import random
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import parse_qs, urlencode, urlsplit

import httpx

from app.canvas.address import canvas_address, is_loopback
from app.canvas.answer import Answer
from app.canvas.complaint import shortened
from app.canvas.errors import CanvasError, Garbled, KeyRefused, NotCanvas, SignedOut, SignInFailed
from app.canvas.exchange import Lost, exchanged, unreachable
from app.canvas.http_client import HttpClient
from app.canvas.pace import Sleep
from app.canvas.patience import Patience, Tries
from app.canvas.refusal import refusal
from app.canvas.school_key import SchoolKey
from app.message import message

TOKEN_PATH: Final = "/login/oauth2/token"
_PATIENCE: Final = Patience(tries=3, throttled_tries=3, deadline=20.0)
"""Somebody waits: three tries, then it is said."""


@dataclass(frozen=True, slots=True)
class Grant:
    """What Canvas gave. `refresh_token` is None where the old one stays; `expires_in` in seconds, None for never."""

    access_token: str = field(repr=False)
    refresh_token: str | None = field(default=None, repr=False)
    expires_in: float | None = None


class TokenEndpoint:
    """Asks in the name of one school key. A client is opened for each question: there is one an hour."""

    def __init__(
        self,
        origin: str,
        key: SchoolKey,
        *,
        sleep: Sleep = asyncio.sleep,
        rng: random.Random | None = None,
        patience: Patience = _PATIENCE,
        transport: httpx.AsyncBaseTransport | None = None,
    ) -> None:
        """`origin` as `canvas_address` gives it; raises AddressRefused otherwise."""
        self.origin = canvas_address(origin)
        self.host = urlsplit(self.origin).netloc
        self.key = key
        self._sleep, self._rng, self._patience = sleep, rng or random.Random(), patience
        self._transport = transport

    def __repr__(self) -> str:
        return f"TokenEndpoint({self.origin})"

    async def exchanged(self, code: str, verifier: str, redirect: str) -> Grant:
        """The tokens for a code, which is good once. Raises SignInFailed, KeyRefused, CanvasError."""
        fields = {"grant_type": "authorization_code", "code": code, "redirect_uri": redirect, "code_verifier": verifier}
        try:
            return await self._granted(fields, hidden=(code, verifier))
        except _Refused as refused:
            raise SignInFailed(self.host, refused.words) from None

    async def refreshed(self, refresh_token: str) -> Grant:
        """New tokens for a refresh token. Raises SignedOut where Canvas knows it no more, KeyRefused, CanvasError."""
        fields = {"grant_type": "refresh_token", "refresh_token": refresh_token}
        try:
            return await self._granted(fields, hidden=(refresh_token,))
        except _Refused:
            raise SignedOut(self.host) from None

    async def revoke(self, access_token: str) -> None:
        """Take the permission back, refresh token and all. Raises CanvasError."""
        headers = {**_HEADERS, "Authorization": f"Bearer {access_token}"}
        answer = await self._answer("DELETE", headers, b"", hidden=(access_token,))
        if not answer.succeeded:
            raise refusal(answer, url=self._url, host=self.host, write=False, hidden=(access_token,))

    @property
    def _url(self) -> str:
        return f"{self.origin}{TOKEN_PATH}"

    async def _granted(self, fields: Mapping[str, str], *, hidden: tuple[str, ...]) -> Grant:
        secret = {"client_secret": self.key.secret} if self.key.secret else {}
        body = urlencode({**fields, "client_id": self.key.client_id, **secret}).encode("ascii")
        headers = {**_HEADERS, "Content-Type": "application/x-www-form-urlencoded"}
        hidden = (*hidden, self.key.secret)
        answer = await self._answer("POST", headers, body, hidden=hidden)
        if not answer.succeeded:
            raise await self._refusal(answer, hidden)
        return await self._read(answer)

    async def _answer(self, method: str, headers: Mapping[str, str], body: bytes, *, hidden: tuple[str, ...]) -> Answer:
        """An answer that is no passing trouble; what was lost on the way is asked again."""
        tries = Tries(self._patience, self._rng.uniform)
        client = HttpClient(
            trust="system" if self.origin.startswith("https:") else "nobody",
            direct=is_loopback(self.origin),
            transport=self._transport,
        )
        try:
            while True:
                asked = httpx.Request(method, self._url, headers=dict(headers), content=body)
                answer = await exchanged(await client.opened(), asked, seconds=self._patience.deadline)
                error = self._passing(answer, hidden)
                if error is None and isinstance(answer, Answer):
                    return answer
                assert error is not None
                wait = tries.wait(error, None if isinstance(answer, Lost) else answer.retry_after)
                if wait is None:
                    raise error
                await self._sleep(wait)
        finally:
            await client.aclose()

    def _passing(self, answer: Answer | Lost, hidden: tuple[str, ...]) -> CanvasError | None:
        """What may be better a moment later; None for an answer that stays the same."""
        if isinstance(answer, Lost):
            return unreachable(answer, self.host, write=False)
        if answer.throttled or answer.status >= 500:
            return refusal(answer, url=self._url, host=self.host, write=False, hidden=hidden)
        return None

    async def _refusal(self, answer: Answer, hidden: tuple[str, ...]) -> CanvasError:
        told = await _told(answer)
        kind = told.get("error", "")
        if kind in ("invalid_client", "unauthorized_client"):
            return KeyRefused(
                message("Canvas at {host} does not accept your school's key.", host=self.host),
                message("Compare client ID and secret with what your school's IT gave you; is the key switched on?"),
            )
        if kind:
            return _Refused(shortened(told.get("error_description", kind), hidden=hidden))
        return refusal(answer, url=self._url, host=self.host, write=False, hidden=hidden)

    async def _read(self, answer: Answer) -> Grant:
        if answer.is_page:
            raise NotCanvas(self.host)
        try:
            value = await answer.value()
        except (ValueError, RecursionError):
            raise Garbled(self.host) from None
        access = value.get("access_token") if isinstance(value, Mapping) else None
        if not isinstance(value, Mapping) or not isinstance(access, str) or not access:
            raise NotCanvas(self.host)
        refresh, seconds = value.get("refresh_token"), value.get("expires_in")
        return Grant(
            access,
            refresh if isinstance(refresh, str) and refresh else None,
            float(seconds) if isinstance(seconds, int | float) and seconds > 0 else None,
        )


class _Refused(CanvasError):
    """Canvas said no in the words of OAuth; what that means is known to whoever asked."""

    def __init__(self, words: str) -> None:
        super().__init__(message("{words}", words=words))
        self.words = words


_HEADERS: Final = {"Accept": "application/json", "Accept-Encoding": "gzip", "User-Agent": "Quizwright"}


async def _told(answer: Answer) -> Mapping[str, str]:
    """`error` and `error_description` of a refusal: in its JSON, or in the address that it redirects to."""
    value: object = None
    if answer.location is not None:
        value = {name: found[-1] for name, found in parse_qs(urlsplit(answer.location).query).items()}
    elif not answer.is_page:
        try:
            value = await answer.value()
        except (ValueError, RecursionError):
            value = None
    fields = value if isinstance(value, Mapping) else {}
    return {name: part for name, part in fields.items() if isinstance(part, str) and name.startswith("error")}
