"""Pictures go to signed addresses and come from named hosts, without the token."""

import asyncio

import pytest

from app.canvas import errors
from app.canvas.client import CanvasClient
from app.canvas.patience import Patience
from app.canvas.storage import Storage
from tests.support.scripted import PNG, TOKEN, Reply, Runner, ScriptedServer, Time, Wire

EXPIRED = b"<?xml version='1.0'?><Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error>"


def upload(url: str) -> "Upload":
    return Upload(f"{url}/item_media/a/b?X-Amz-Expires=120&X-Amz-Signature=c0ffee5ec2e7")


class Upload:
    """A scenario that uploads a picture to `url`."""

    def __init__(self, url: str) -> None:
        self.url = url

    async def __call__(self, client: CanvasClient) -> str:
        return await client.storage.upload(self.url, PNG, "image/png")


class Download:
    """A scenario that downloads from a server."""

    def __init__(self, server: ScriptedServer, largest: int = 10_000) -> None:
        self.server = server
        self.largest = largest

    async def __call__(self, client: CanvasClient) -> bytes:
        host = self.server.url.removeprefix("http://")
        return await client.storage.download(f"{self.server.url}/media/p", hosts=[host], largest=self.largest)


def test_an_upload_sends_the_picture_and_only_what_is_signed(
    server: ScriptedServer, other_server: ScriptedServer, wire: Wire, run: Runner
) -> None:
    other_server.answer(wire.body(b""))
    assert run(upload(other_server.url)) == f"{other_server.url}/item_media/a/b"
    asked = other_server.asked[0]
    assert (asked.method, asked.body) == ("PUT", PNG)
    assert asked.target.endswith("?X-Amz-Expires=120&X-Amz-Signature=c0ffee5ec2e7")
    assert set(asked.headers) == {"host", "content-type", "content-length"}
    assert asked.headers["content-type"] == "image/png"


def test_the_address_of_canvas_goes_straight_into_the_upload(
    server: ScriptedServer, other_server: ScriptedServer, wire: Wire, run: Runner
) -> None:
    async def both(client: CanvasClient) -> str:
        address = await client.items.media_upload_url("1", "2")
        assert "c0ffee" not in f"{address} {address!r}"
        return await client.storage.upload(address, PNG, "image/png")

    server.answer(wire.json({"url": upload(other_server.url).url}))
    other_server.answer(wire.body(b""))
    assert run(both) == f"{other_server.url}/item_media/a/b"
    assert server.asked[0].path == "/api/quiz/v1/courses/1/quizzes/2/items/media_upload_url"
    assert TOKEN not in str(other_server.asked)


def test_an_expired_address_is_told_so_that_a_new_one_is_asked_for(
    server: ScriptedServer, wire: Wire, run: Runner
) -> None:
    server.answer(wire.body(EXPIRED, 403, content_type="application/xml"))
    with pytest.raises(errors.UploadExpired, match="Request has expired"):
        run(upload(server.url))
    assert len(server.asked) == 1


def test_an_upload_is_repeated_after_what_may_pass(server: ScriptedServer, wire: Wire, run: Runner, time: Time) -> None:
    server.answer(wire.reset(), wire.body(b"", 503), Reply(b"", then="close"), wire.body(b""))
    run(upload(server.url))
    assert [asked.body for asked in server.asked] == [PNG] * 4
    assert len(time.slept) == 3


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_an_upload_is_never_redirected(
    status: int, server: ScriptedServer, other_server: ScriptedServer, wire: Wire, run: Runner
) -> None:
    server.answer(wire.body(b"", status, Location=f"{other_server.url}/x"))
    with pytest.raises(errors.UploadRefused):
        run(upload(server.url))
    assert other_server.asked == []


def test_a_web_page_instead_of_a_stored_picture_is_told(server: ScriptedServer, wire: Wire, run: Runner) -> None:
    server.answer(wire.body(b"<html>Log in to this network</html>"))
    with pytest.raises(errors.NotCanvas):
        run(upload(server.url))


def test_a_refused_upload_shows_no_signature(server: ScriptedServer, wire: Wire, run: Runner) -> None:
    server.answer(wire.body(b"<Error><Message>c0ffee5ec2e7 is wrong</Message></Error>", 400))
    with pytest.raises(errors.UploadRefused, match="… is wrong"):
        run(upload(server.url))


@pytest.mark.parametrize(
    "url", ["http://store.example/x?s=1", "ftp://store.example/x", "https://u:p@store.example/x", ""]
)
def test_a_picture_is_sent_nowhere_in_the_clear(url: str, run: Runner) -> None:
    with pytest.raises(errors.UploadRefused):
        run(Upload(url))


def test_only_an_account_on_this_computer_reaches_this_computer(server: ScriptedServer, wire: Wire) -> None:
    async def scenario() -> None:
        storage = Storage(allow_loopback=False)
        with pytest.raises(errors.UploadRefused):
            await storage.upload(f"{server.url}/x?s=1", PNG, "image/png")
        with pytest.raises(errors.DownloadRefused):
            await storage.download(f"{server.url}/x", hosts=[server.url.removeprefix("http://")])
        await storage.aclose()

    asyncio.run(scenario())
    assert server.asked == []


@pytest.mark.parametrize(
    "picture", [PNG, b"\xff\xd8\xff\xe0JPEG", b"GIF89a...", b"RIFF\x00\x00\x00\x00WEBPVP8 ", b"BM......"]
)
def test_a_picture_is_downloaded(picture: bytes, server: ScriptedServer, wire: Wire, run: Runner) -> None:
    server.answer(wire.body(picture, content_type="application/octet-stream"))
    assert run(Download(server)) == picture
    assert "authorization" not in server.asked[0].headers


@pytest.mark.parametrize("body", [b"<html>Log in</html>", b"<svg/>", b"", b"plain", b"RIFF....WAVE"])
def test_what_is_no_picture_is_refused(body: bytes, server: ScriptedServer, wire: Wire, run: Runner) -> None:
    server.answer(wire.body(body, content_type="image/png"))
    with pytest.raises(errors.DownloadRefused, match="no picture"):
        run(Download(server))


def test_a_picture_is_read_up_to_its_limit_and_no_further(server: ScriptedServer, wire: Wire, run: Runner) -> None:
    server.answer(wire.body(PNG))
    assert run(Download(server, largest=len(PNG))) == PNG
    with pytest.raises(errors.DownloadRefused, match="too large"):
        run(Download(server, largest=len(PNG) - 1))
    assert len(server.asked) == 2


def test_a_host_that_nobody_named_is_not_asked(
    server: ScriptedServer, other_server: ScriptedServer, run: Runner
) -> None:
    async def download(client: CanvasClient) -> bytes:
        return await client.storage.download(f"{other_server.url}/p?sig=1", hosts=[server.url.removeprefix("http://")])

    with pytest.raises(errors.DownloadRefused, match="not on a host of your Canvas") as raised:
        run(download)
    assert "sig" not in str(raised.value)
    assert other_server.asked == []


def test_a_download_follows_one_redirect_to_a_named_host(server: ScriptedServer, wire: Wire, run: Runner) -> None:
    server.answer(wire.body(b"", 302, Location="/q"), wire.body(PNG))
    assert run(Download(server)) == PNG
    server.answer(wire.body(b"", 302, Location="/q"))
    with pytest.raises(errors.DownloadRefused):
        run(Download(server))
    assert [asked.target for asked in server.asked] == ["/media/p", "/q", "/media/p", "/q"]


def test_a_download_is_not_redirected_to_another_host(
    server: ScriptedServer, other_server: ScriptedServer, wire: Wire, run: Runner
) -> None:
    server.answer(wire.body(b"", 302, Location=f"{other_server.url}/p"))
    with pytest.raises(errors.DownloadRefused, match="sends on"):
        run(Download(server))
    assert other_server.asked == []


@pytest.mark.parametrize(("status", "asked"), [(403, 1), (404, 1), (503, 2)])
def test_a_download_that_fails_says_so(
    status: int, asked: int, server: ScriptedServer, wire: Wire, run: Runner
) -> None:
    server.answer(wire.body(b"", status))
    with pytest.raises(errors.CanvasError) as raised:
        run(Download(server), Patience(tries=2))
    assert raised.value.status == status
    assert len(server.asked) == asked
