"""The picture storage behind presigned addresses: a client that never had the token, no cookies, no other login."""

import asyncio
import random
from collections.abc import Awaitable, Callable, Collection
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import urlsplit

import httpx

from app.canvas.address import is_loopback, joined, origin, redacted
from app.canvas.answer import Answer
from app.canvas.complaint import words, xml_words
from app.canvas.errors import CanvasError, DownloadRefused, NotCanvas, ServerFailed, UploadExpired, UploadRefused
from app.canvas.exchange import Lost, Reason, exchanged, unreachable
from app.canvas.file_form import FileForm
from app.canvas.http_client import HttpClient
from app.canvas.image_kind import image_kind
from app.canvas.pace import Sleep
from app.canvas.patience import Patience, Tries
from app.canvas.signed_address import SignedAddress
from app.message import message

LARGEST_PICTURE = 64 * 1024 * 1024
"""Bytes."""
LARGEST_FILE = 64 * 1024 * 1024
"""Bytes of a report."""
LARGEST_ANSWER = 1024 * 1024
"""Bytes of what the storage says of a file."""
SLOWEST = 20_000.0
"""Bytes a second: an upload that is slower is given up."""
EXPIRED = frozenset({401, 403})
"""How a storage answers a signature that is too old: the one of S3, the other of a store with tokens of its own."""
DOWNLOADS = 5
"""How many times longer than another answer a picture of unknown size may take."""


@dataclass(frozen=True, slots=True)
class Hosts:
    """Where a download may begin, and which of these may send it on to any host."""

    first: frozenset[str]
    onward: frozenset[str]


class Storage:
    """Uploads to signed addresses and downloads from hosts that the caller names.

    Plain http, and this computer, are allowed only with `allow_loopback`: for an account that is here itself.
    """

    def __init__(
        self,
        *,
        allow_loopback: bool = False,
        sleep: Sleep = asyncio.sleep,
        rng: random.Random | None = None,
        transport: httpx.AsyncBaseTransport | None = None,
        patience: Patience | None = None,
    ) -> None:
        self._allow_loopback = allow_loopback
        self._sleep = sleep
        self._rng = rng or random.Random()
        self._patience = patience or Patience()
        self._client = HttpClient(trust="system", direct=allow_loopback, transport=transport)

    async def aclose(self) -> None:
        """Close every connection."""
        await self._client.aclose()

    async def upload(self, address: SignedAddress | str, data: bytes, content_type: str) -> str:
        """Put `data` at a signed address and give the address without its query: a question's `image_url`.

        Repeated after what may pass: the same bytes go to the same place. Raises UploadExpired where a new address is
        needed, UploadRefused for any other refusal, Unreachable.
        """
        signed = address if isinstance(address, SignedAddress) else SignedAddress(address)
        if not self._may_go_to(signed.url):
            raise UploadRefused()
        await self._repeated(lambda: self._put(signed, data, content_type))
        return signed.unsigned

    async def send_form(self, form: FileForm, name: str, data: bytes, content_type: str) -> SignedAddress:
        """Send a file of a course and give where the last step of its upload is.

        Raises UploadExpired where new fields are needed, UploadRefused, Unreachable, NotCanvas.
        """
        if not self._may_go_to(form.url):
            raise UploadRefused()
        answer = await self._repeated(lambda: self._post(form, name, data, content_type))
        target = joined(form.url, answer.headers.get("location", ""))
        if target is None:
            raise NotCanvas(urlsplit(form.url).netloc)
        return SignedAddress(target)

    async def confirm(self, address: SignedAddress) -> object:
        """The JSON of the last step of an upload where that is not on Canvas itself."""
        if not self._may_go_to(address.url):
            raise UploadRefused()
        answer = await self._repeated(lambda: self._confirmed(address))
        with suppress(ValueError, RecursionError):
            return await answer.value()
        raise NotCanvas(urlsplit(address.unsigned).netloc)

    async def download(
        self, url: str, *, hosts: Collection[str], onward: Collection[str] = (), largest: int = LARGEST_PICTURE
    ) -> bytes:
        """The picture at `url`, at most `largest` bytes, from one of `hosts` (as `host` or `host:port`) and no other.

        A host of `onward` may send on to any host: that is how Canvas names its file store. Raises DownloadRefused for
        another host, a larger file and what is no picture; Unreachable.
        """
        named = Hosts(frozenset(hosts), frozenset(onward))
        answer = await self._repeated(lambda: self._get(url, named, largest))
        if image_kind(answer.body) is None:
            raise DownloadRefused(message("What is stored at {url} is no picture.", url=redacted(url)))
        return answer.body

    async def fetch(self, address: SignedAddress, *, largest: int = LARGEST_FILE) -> bytes:
        """The file at an address that Canvas itself gave for it, wherever it lies: a report. Sent on once at most.

        Raises DownloadRefused where the address leads to plain http or to this computer, Unreachable.
        """
        named = Hosts(frozenset({urlsplit(address.unsigned).netloc}), frozenset({urlsplit(address.unsigned).netloc}))
        answer = await self._repeated(lambda: self._get(address.url, named, largest))
        if answer.is_page:
            raise DownloadRefused(message("What is stored at {url} is a web page.", url=address.unsigned))
        return answer.body

    async def _repeated(self, once: Callable[[], Awaitable[Answer | CanvasError]]) -> Answer:
        tries = Tries(self._patience, self._rng.uniform)
        while True:
            outcome = await once()
            if isinstance(outcome, Answer):
                return outcome
            wait = tries.wait(outcome, None)
            if wait is None:
                raise outcome
            await self._sleep(wait)

    async def _put(self, signed: SignedAddress, data: bytes, content_type: str) -> Answer | CanvasError:
        client = await self._client.opened()
        request = httpx.Request("PUT", signed.url, headers={"Content-Type": content_type}, content=data)
        seconds = self._patience.deadline + len(data) / SLOWEST
        answer = await exchanged(client, request, seconds=seconds)
        host = urlsplit(signed.unsigned).netloc
        if isinstance(answer, Lost):
            return unreachable(answer, host, write=False)
        if answer.succeeded and answer.is_page:
            return NotCanvas(host)
        return answer if answer.succeeded else upload_refusal(answer, host=host, hidden=signed.secrets)

    async def _post(self, form: FileForm, name: str, data: bytes, content_type: str) -> Answer | CanvasError:
        client = await self._client.opened()
        seconds = self._patience.deadline + len(data) / SLOWEST
        answer = await exchanged(client, form.request(name, data, content_type), seconds=seconds)
        host = urlsplit(form.url).netloc
        if isinstance(answer, Lost):
            return unreachable(answer, host, write=False)
        if answer.succeeded or answer.location is not None:
            return answer
        return upload_refusal(answer, host=host, hidden=form.secrets)

    async def _confirmed(self, address: SignedAddress) -> Answer | CanvasError:
        answer = await self._got(address.url, LARGEST_ANSWER)
        host = urlsplit(address.unsigned).netloc
        if isinstance(answer, Lost):
            return unreachable(answer, host, write=False)
        return answer if answer.succeeded else upload_refusal(answer, host=host, hidden=address.secrets)

    async def _get(self, url: str, hosts: "Hosts", largest: int) -> Answer | CanvasError:
        if not self._may_come_from(url, hosts.first):
            return DownloadRefused(message("This picture is not on a host of your Canvas: {url}", url=redacted(url)))
        answer = await self._got(url, largest)
        if isinstance(answer, Answer) and answer.location is not None:
            target = joined(url, answer.location)
            if target is None or not (self._may_come_from(target, hosts.first) or self._leads_on(url, target, hosts)):
                return DownloadRefused(
                    message("{url} sends on to a host that is not of your Canvas.", url=redacted(url))
                )
            answer = await self._got(target, largest)
        if isinstance(answer, Lost):
            return lost_download(answer, url)
        return answer if answer.succeeded else download_refusal(answer, url)

    async def _got(self, url: str, largest: int) -> Answer | Lost:
        client = await self._client.opened()
        seconds = DOWNLOADS * self._patience.deadline
        return await exchanged(client, httpx.Request("GET", url), seconds=seconds, largest=largest)

    def _may_go_to(self, url: str) -> bool:
        """https to elsewhere; this computer, also by http, only for an account that is here."""
        place = origin(url)
        if place is None:
            return False
        return self._allow_loopback if is_loopback(url) else place.startswith("https:")

    def _leads_on(self, url: str, target: str, hosts: "Hosts") -> bool:
        return self._may_come_from(url, hosts.onward) and self._may_go_to(target)

    def _may_come_from(self, url: str, hosts: frozenset[str]) -> bool:
        parts = urlsplit(url) if origin(url) else None
        return parts is not None and self._may_go_to(url) and bool({parts.netloc, parts.hostname} & hosts)


def upload_refusal(answer: Answer, *, host: str, hidden: tuple[str, ...]) -> CanvasError:
    """The error for a PUT that did not succeed; a 403 of the storage is about the signature."""
    told = xml_words(answer.body, hidden=hidden) or words(answer.body, hidden=hidden)
    error: CanvasError
    if answer.status >= 500 or answer.throttled:
        error = ServerFailed(host, answer.status)
    else:
        error = UploadExpired(told) if answer.status in EXPIRED else UploadRefused(told)
    error.status = answer.status
    return error


def lost_download(lost: Lost, url: str) -> CanvasError:
    """The error for a GET without an answer."""
    if lost.reason is Reason.TOO_LARGE:
        return DownloadRefused(message("The picture at {url} is too large.", url=redacted(url)))
    return unreachable(lost, urlsplit(url).netloc, write=False)


def download_refusal(answer: Answer, url: str) -> CanvasError:
    """The error for a GET that did not succeed."""
    error: CanvasError
    if answer.status >= 500 or answer.throttled:
        error = ServerFailed(urlsplit(url).netloc, answer.status)
    else:
        error = DownloadRefused(message("The picture at {url} is not there, or not for you.", url=redacted(url)))
    error.status = answer.status
    return error
