"""Pictures on hosts that are no Canvas: fetched only because a person asked, and only from the public internet.

What a text names may lead into the network of the school or to this computer. So the name is looked up once, every
address of it must be public, and the connection goes to the address that was looked at (reliability, 3.1).
"""

import asyncio
import socket
from collections.abc import Awaitable, Callable
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from urllib.parse import urlsplit, urlunsplit

import httpx

from app.canvas.address import joined, origin, redacted
from app.canvas.answer import Answer
from app.canvas.errors import DownloadRefused
from app.canvas.exchange import Lost, exchanged
from app.canvas.http_client import HttpClient
from app.canvas.image_kind import image_kind
from app.canvas.storage import download_refusal, lost_download
from app.message import message

LARGEST = 20 * 1024 * 1024
"""Bytes (reliability, 3.1)."""
SECONDS = 15.0
Resolve = Callable[[str, int], Awaitable[list[str]]]
"""From a host and port to its addresses; empty where there is no such host."""


async def resolved(host: str, port: int) -> list[str]:
    """What the system's resolver says."""
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except OSError:
        return []
    return [str(row[4][0]) for row in found]


class Strangers:
    """A client without login, cookies and proxy. Every method raises CanvasError."""

    def __init__(self, *, resolve: Resolve = resolved, transport: httpx.AsyncBaseTransport | None = None) -> None:
        self._resolve = resolve
        self._client = HttpClient(trust="system", direct=True, transport=transport)

    async def aclose(self) -> None:
        """Close every connection."""
        await self._client.aclose()

    async def picture(self, url: str) -> bytes:
        """The picture at a public https address; a redirect within its origin is followed once."""
        answer = await self._got(url)
        if isinstance(answer, Answer) and answer.location is not None:
            target = joined(url, answer.location) or ""
            if origin(target) != origin(url):
                raise DownloadRefused(message("{url} sends on to another host.", url=redacted(url)))
            answer = await self._got(target)
        if isinstance(answer, Lost):
            raise lost_download(answer, url)
        if not answer.succeeded:
            raise download_refusal(answer, url)
        if image_kind(answer.body) is None:
            raise DownloadRefused(message("What is stored at {url} is no picture.", url=redacted(url)))
        return answer.body

    async def _got(self, url: str) -> Answer | Lost:
        request = await self._request(url)
        return await exchanged(await self._client.opened(), request, seconds=SECONDS, largest=LARGEST)

    async def _request(self, url: str) -> httpx.Request:
        place = origin(url)
        if place is None or not place.startswith("https:"):
            raise DownloadRefused(message("Only pictures at https addresses are fetched: {url}", url=redacted(url)))
        parts = urlsplit(place)
        host, port = parts.hostname or "", parts.port or 443
        addresses = await self._resolve(host, port)
        if not addresses or not all(map(is_public, addresses)):
            raise DownloadRefused(message("{host} is not on the public internet.", host=parts.netloc))
        shown = f"[{addresses[0]}]" if ":" in addresses[0] else addresses[0]
        whole = urlsplit(url)
        direct = urlunsplit(("https", f"{shown}:{port}", whole.path or "/", whole.query, ""))
        return httpx.Request("GET", direct, headers={"Host": parts.netloc}, extensions={"sni_hostname": host})


def is_public(address: str) -> bool:
    """Whether an address is one of the internet: not of this computer, of a network at home or at school."""
    try:
        found = ip_address(address)
    except ValueError:
        return False
    inside = _inside(found) if isinstance(found, IPv6Address) else None
    meant = inside or found
    of_a_site = isinstance(meant, IPv6Address) and meant.is_site_local  # no longer made, and still routed by some
    return meant.is_global and not meant.is_multicast and not of_a_site


def _inside(address: IPv6Address) -> IPv4Address | None:
    """The IPv4 address to which a gateway carries what is sent to this one; None where it is an address of its own."""
    teredo = address.teredo
    if any(address in network for network in _CARRYING):
        return IPv4Address(int(address) & 0xFFFF_FFFF)
    return address.ipv4_mapped or address.sixtofour or (teredo[1] if teredo else None)


_CARRYING = (IPv6Network("::/96"), IPv6Network("64:ff9b::/96"))
"""Networks whose addresses end with one of IPv4 (RFC 4291, 2.5.5.1; RFC 6052, 2.1)."""
