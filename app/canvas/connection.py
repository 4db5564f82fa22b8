"""The one place that sends to Canvas: the token goes to its origin and nowhere else, paced, repeated where safe.

A GET is repeated after anything that may pass. A write is repeated only after an answer that says that it was not
carried out, or when nothing of it was sent; everything else is an OutcomeUnknown, for the sync to look into.
"""

import asyncio
import json
import random
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from urllib.parse import urlencode, urlsplit

import httpx

from app.canvas.address import canvas_address, is_loopback, joined, origin
from app.canvas.answer import Answer, Json
from app.canvas.authentication import Authentication
from app.canvas.errors import CanvasError, Garbled, NotCanvas, OutcomeUnknown, Redirected, Throttled, TokenRejected
from app.canvas.exchange import Lost, exchanged, unreachable
from app.canvas.http_client import HttpClient
from app.canvas.pace import Clock, Pace, Sleep
from app.canvas.patience import Patience, Tries
from app.canvas.refusal import refusal

ACCEPT = "application/json+canvas-string-ids, application/json"
"""Ids as texts where Canvas can (canvas-facts, 1.6)."""
Query = Sequence[tuple[str, str]]
Body = Json | Sequence[object]
"""What is sent: an object, or the bare list that accommodations are (canvas-facts, 1.11)."""


@dataclass(frozen=True, slots=True)
class Ask:
    """A request before it knows who asks."""

    method: str
    url: str
    body: bytes | None = field(default=None, repr=False)

    @property
    def is_write(self) -> bool:
        """Whether it may change something."""
        return self.method != "GET"


@dataclass(frozen=True, slots=True)
class Page:
    """A JSON value and the address of the page after it."""

    value: object
    next: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Failure:
    """What came instead of a page, how long Canvas asks to wait (seconds), and who asked."""

    error: CanvasError
    retry_after: float | None = None
    header: str = field(default="", repr=False)


class Connection:
    """Requests to one Canvas with one login. `transport` may take the place of the network; `aclose` is for good."""

    def __init__(
        self,
        origin: str,
        authentication: Authentication,
        *,
        clock: Clock = time.monotonic,
        sleep: Sleep = asyncio.sleep,
        rng: random.Random | None = None,
        transport: httpx.AsyncBaseTransport | None = None,
        pace: Pace | None = None,
        patience: Patience | None = None,
    ) -> None:
        """`origin` as `canvas_address` gives it; raises AddressRefused otherwise. `clock` is monotonic, in seconds."""
        self.origin = canvas_address(origin)
        self.host = urlsplit(self.origin).netloc
        loopback = is_loopback(self.origin)
        encrypted = self.origin.startswith("https:")
        self._authentication: Authentication | None = authentication
        self._sleep = sleep
        self._rng = rng or random.Random()
        self._pace = pace or Pace(clock=clock, sleep=sleep)
        self._patience = patience or Patience()
        self._client = HttpClient(trust="system" if encrypted else "nobody", direct=loopback, transport=transport)

    def __repr__(self) -> str:
        return f"Connection({self.origin})"

    async def aclose(self) -> None:
        """Close every connection and forget the token."""
        self._authentication = None
        await self._client.aclose()

    async def get(self, path: str, query: Query = ()) -> object:
        """The JSON value at `path`, None where the answer is empty."""
        return (await self.page(f"{self.origin}{path}{'?' if query else ''}{urlencode(query)}")).value

    async def page(self, url: str) -> Page:
        """The JSON value at an address of this Canvas as it gave it. Raises Redirected for another origin."""
        if origin(url) != self.origin:
            raise Redirected(self.host, origin(url) or "…")
        return await self._asked(Ask("GET", url))

    async def write(self, method: str, path: str, body: Body | None = None, *, lane: str) -> Json:
        """Send POST, PUT, PATCH or DELETE and give the object that came back, empty where nothing did.

        Writes of one `lane` (a quiz) go one at a time. Raises OutcomeUnknown where it may have been carried out.
        """
        async with self._pace.lane(lane):
            page = await self._asked(Ask(method, f"{self.origin}{path}", None if body is None else encoded(body)))
        if page.value is None:
            return {}
        if isinstance(page.value, dict):
            return page.value
        raise OutcomeUnknown(self.host)

    async def _asked(self, ask: Ask) -> Page:
        tries = Tries(self._patience, self._rng.uniform)
        renewable = True
        while True:
            outcome = await self._tried(ask)
            if isinstance(outcome, Page):
                return outcome
            if renewable and isinstance(outcome.error, TokenRejected):
                renewable = False
                if await self._login().renewed(outcome.header):
                    continue
            wait = tries.wait(outcome.error, outcome.retry_after)
            if wait is None:
                raise outcome.error
            if isinstance(outcome.error, Throttled):
                self._pace.refused(wait)
            else:
                await self._sleep(wait)

    async def _tried(self, ask: Ask) -> Page | Failure:
        client = await self._client.opened()
        async with self._pace.slot("write" if ask.is_write else "read"):
            header = await self._login().header()
            answer = await self._sent(client, ask, header)
            if isinstance(answer, Answer) and not answer.throttled:
                self._pace.answered(answer.remaining)
        if isinstance(answer, Lost):
            return Failure(unreachable(answer, self.host, write=ask.is_write))
        outcome = await self._read(ask, answer, hidden=(header.rpartition(" ")[2],))
        return outcome if isinstance(outcome, Page) else replace(outcome, header=header)

    async def _sent(self, client: httpx.AsyncClient, ask: Ask, header: str) -> Answer | Lost:
        """Send once; a redirect of a GET within the origin is followed once."""
        seconds = self._patience.deadline
        answer = await exchanged(client, request(ask.method, ask.url, header, ask.body), seconds=seconds)
        if ask.is_write or isinstance(answer, Lost):
            return answer
        target = joined(ask.url, answer.location or "")
        if target is None or origin(target) != self.origin:
            return answer
        return await exchanged(client, request("GET", target, header), seconds=seconds)

    async def _read(self, ask: Ask, answer: Answer, *, hidden: tuple[str, ...]) -> Page | Failure:
        if not answer.succeeded or answer.is_page:
            error = refusal(answer, url=ask.url, host=self.host, write=ask.is_write, hidden=hidden)
            return Failure(error, answer.retry_after)
        try:
            return Page(await answer.value(), answer.next_page)
        except (ValueError, RecursionError):
            return Failure(OutcomeUnknown(self.host) if ask.is_write else Garbled(self.host))

    def _login(self) -> Authentication:
        if self._authentication is None:
            raise RuntimeError("the connection is closed")
        return self._authentication

    def object(self, value: object) -> Json:
        """`value` where it is a JSON object; raises NotCanvas for anything else."""
        if isinstance(value, dict):
            return value
        raise NotCanvas(self.host)


def request(method: str, url: str, header: str, body: bytes | None = None) -> httpx.Request:
    """The request with its login."""
    headers = {"Authorization": header, "Accept": ACCEPT, "Accept-Encoding": "gzip", "User-Agent": "Quizwright"}
    if body is not None:
        headers["Content-Type"] = "application/json"
    return httpx.Request(method, url, headers=headers, content=body)


def encoded(body: Body) -> bytes:
    """`body` as JSON in ASCII, so that half a surrogate pair in a pasted text stops nothing."""
    return json.dumps(body, allow_nan=False, separators=(",", ":"), default=plain).encode("ascii")


def plain(value: object) -> dict[str, object]:
    """The dictionary that a frozen map stands for."""
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"{type(value).__name__} has no JSON")
