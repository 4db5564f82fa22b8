"""A picture on a strange host: fetched because the person asked, from the public internet alone."""

import asyncio

import httpx
import pytest

from app.canvas.errors import CanvasError, DownloadRefused
from app.canvas.strangers import Strangers, is_public
from tests.support.scripted import PNG

Answers = dict[str, httpx.Response]


class Internet(httpx.AsyncBaseTransport):
    """Answers by path and remembers what was asked."""

    def __init__(self, answers: Answers) -> None:
        self.answers, self.asked = answers, list[httpx.Request]()

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        self.asked.append(request)
        return self.answers[request.url.path]


def fetched(url: str, answers: Answers, *addresses: str) -> tuple[bytes, Internet]:
    async def resolve(_host: str, _port: int) -> list[str]:
        return list(addresses)

    async def scenario() -> bytes:
        strangers = Strangers(resolve=resolve, transport=internet)
        try:
            return await strangers.picture(url)
        finally:
            await strangers.aclose()

    internet = Internet(answers)
    return asyncio.run(scenario()), internet


def test_a_picture_comes_from_the_address_that_was_looked_at() -> None:
    data, internet = fetched(
        "https://example.org/a.png?x=1", {"/a.png": httpx.Response(200, content=PNG)}, "93.184.216.34"
    )
    (request,) = internet.asked
    assert data == PNG
    assert (str(request.url), request.headers["host"]) == ("https://93.184.216.34/a.png?x=1", "example.org")
    assert request.extensions["sni_hostname"] == "example.org"
    assert {"authorization", "cookie"}.isdisjoint(request.headers)


INSIDE = ("127.0.0.1", "10.1.2.3", "192.168.0.9", "169.254.169.254", "100.64.0.1", "0.0.0.0", "::1", "fe80::1")


@pytest.mark.parametrize("address", [*INSIDE, "fc00::1", "::ffff:127.0.0.1", "224.0.0.1", "no address"])
def test_nothing_is_asked_of_a_host_inside(address: str) -> None:
    assert not is_public(address)
    with pytest.raises(DownloadRefused, match="public internet"):
        fetched("https://example.org/a.png", {}, "93.184.216.34", address)


SPELLED = (
    *("127.0.0.1", "127.1", "127.0.1", "2130706433", "0x7f000001", "0x7f.0.0.1", "0x7f.1", "017700000001", "0177.1"),
    *("127.255.255.254", "127.0.0.1.", "localhost", "LOCALHOST", "①②⑦.⓪.⓪.①", "127。0。0。1"),
    *("0.0.0.0", "0", "0x0", "00000000", "10.0.0.1", "10.1", "167772161", "0xa000001", "012.0.0.1", "172.16.0.1"),
    *("172.31.255.254", "2886729729", "192.168.0.1", "192.168.1", "3232235521", "0xc0a80001", "0300.0250.0.1"),
    *("169.254.169.254", "2852039166", "0xa9fea9fe", "0251.0376.0251.0376", "169.254.43518", "100.64.0.1"),
    *("100.127.255.254", "1681915905", "224.0.0.1", "240.0.0.1", "255.255.255.255", "192.0.2.1", "198.18.0.1"),
    *("[::1]", "[0:0:0:0:0:0:0:1]", "[::]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::ffff:a9fe:a9fe]"),
    *("[::127.0.0.1]", "[::ffff:10.0.0.1]", "[fe80::1]", "[fc00::1]", "[fd00:ec2::254]", "[ff02::1]", "[2001:db8::1]"),
    *("[64:ff9b::7f00:1]", "[64:ff9b::a9fe:a9fe]", "[64:ff9b::10.0.0.1]", "[2002:7f00:1::]", "[2002:a9fe:a9fe::]"),
    *("[2001:0:7f00:1::f5ff:fffe]", "[fec0::1]", "user@127.0.0.1", "93.184.216.34@127.0.0.1"),
)
"""Ways to write an address that is no one of the internet (reliability.md, row 36)."""


@pytest.mark.parametrize("host", SPELLED)
def test_no_spelling_of_an_address_inside_is_asked(host: str) -> None:
    internet = Internet({})

    async def scenario() -> None:
        strangers = Strangers(transport=internet)
        try:
            await strangers.picture(f"https://{host}/a.png")
        finally:
            await strangers.aclose()

    with pytest.raises(DownloadRefused):
        asyncio.run(scenario())
    assert internet.asked == []


def test_an_address_of_the_internet_is_public_however_it_is_carried() -> None:
    assert all(map(is_public, ("93.184.216.34", "2606:2800:220:1::1", "64:ff9b::5db8:d822", "2002:5db8:d822::1")))


@pytest.mark.parametrize("url", ["http://a.org/a.png", "https://user@a.org/a.png", "file:///a.png", "/a.png"])
def test_only_https_is_asked(url: str) -> None:
    with pytest.raises(DownloadRefused, match="https"):
        fetched(url, {}, "93.184.216.34")


def test_a_host_that_is_not_there_is_told() -> None:
    with pytest.raises(DownloadRefused, match=r"example\.org"):
        fetched("https://example.org/a.png", {})


def test_a_redirect_is_followed_once_and_only_at_home() -> None:
    def moved(to: str) -> httpx.Response:
        return httpx.Response(302, headers={"Location": to})

    picture = httpx.Response(200, content=PNG)
    assert fetched("https://a.org/1", {"/1": moved("/2"), "/2": picture}, "93.184.216.34")[0] == PNG
    for answers in ({"/1": moved("https://b.org/2")}, {"/1": moved("/2"), "/2": moved("/3")}):
        with pytest.raises(CanvasError):
            fetched("https://a.org/1", answers, "93.184.216.34")


@pytest.mark.parametrize("body", [b"<html></html>", b"", PNG + bytes(20 * 2**20)])
def test_what_is_no_picture_or_too_large_is_refused(body: bytes) -> None:
    with pytest.raises(DownloadRefused):
        fetched("https://a.org/1", {"/1": httpx.Response(200, content=body)}, "93.184.216.34")
