"""Fetches the feed: one GET without cookies and without a word about the person, and few bytes in return."""

from typing import Final
from urllib.parse import urljoin

from app.canvas.address import is_loopback
from app.canvas.answer import Answer
from app.canvas.exchange import Lost, exchanged
from app.canvas.http_client import HttpClient

LARGEST: Final = 16 * 1024
"""Bytes."""
SECONDS: Final = 30.0
REDIRECTS: Final = 5
"""A release's file lies behind two of them."""


class NotFetched(Exception):
    """No feed came, though a server may have `answered`. Being off-line is the normal state, so nobody is told."""

    def __init__(self, why: str, *, answered: bool) -> None:
        super().__init__(why)
        self.answered = answered


async def fetched(address: str) -> bytes:
    """The bytes at `address`, over https alone; over http where the feed is on this computer. Raises `NotFetched`."""
    loopback = _is_here(address)
    client = HttpClient(trust="system", direct=loopback, transport=None)
    try:
        return await _followed(client, address, allow_http=loopback)
    finally:
        await client.aclose()


def _is_here(address: str) -> bool:
    return address.startswith("http://") and is_loopback(address)


async def _followed(client: HttpClient, address: str, *, allow_http: bool) -> bytes:
    opened = await client.opened()
    for _ in range(REDIRECTS + 1):
        if not (address.startswith("https://") or (allow_http and _is_here(address))):
            raise NotFetched(f"{address} is not encrypted", answered=True)
        request = opened.build_request("GET", address, headers={"User-Agent": "Quizwright", "Accept": "*/*"})
        answer = await exchanged(opened, request, seconds=SECONDS, largest=LARGEST)
        if isinstance(answer, Lost):
            raise NotFetched(answer.reason, answered=False)
        if answer.location is None:
            return _body(answer)
        address = urljoin(address, answer.location)
    raise NotFetched("it leads in circles", answered=True)


def _body(answer: Answer) -> bytes:
    if not answer.succeeded:
        raise NotFetched(str(answer.status), answered=True)
    return answer.body
