"""A canary token and a canary signature, searched for in everything that a failing client leaves behind."""

import asyncio
import copy
import gc
import logging
import pickle
import traceback
import weakref
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest

from app.canvas.authentication import PersonalToken
from app.canvas.client import CanvasClient
from app.canvas.errors import CanvasError
from app.canvas.files import NewFile
from app.canvas.patience import Patience
from app.canvas.signed_address import SignedAddress
from tests.support.scripted import PNG, TOKEN, Asked, Reply, Runner, Script, ScriptedServer, Wire

SIGNATURE = "canary5ignature5ec2e7"
STORE = "/media/a?X-Amz-Expires=120&X-Amz-Signature=" + SIGNATURE


class Journal(logging.Handler):
    """Keeps every log record as text, with what it was made of."""

    def __init__(self) -> None:
        super().__init__(logging.NOTSET)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.name} {self.format(record)} {record.__dict__}")


@pytest.fixture
def journal() -> Iterator[Journal]:
    """Everything that is logged at the lowest level, the libraries' loggers turned up by hand."""
    journal = Journal()
    names = ("", "httpx", "httpcore", "httpcore.connection", "httpcore.http11", "asyncio")
    levels = {name: logging.getLogger(name).level for name in names}
    logging.getLogger().addHandler(journal)
    for name in names:
        logging.getLogger(name).setLevel(logging.DEBUG)
    yield journal
    for name, level in levels.items():
        logging.getLogger(name).setLevel(level)
    logging.getLogger().removeHandler(journal)


def echo(asked: Asked) -> Reply:
    """A server that says everything it was told."""
    told = f"{asked.method} {asked.target} {asked.headers}"
    return Wire().json({"errors": [{"message": told}]}, 400, X_Echo=asked.headers.get("authorization", "-"))


def endings(wire: Wire, secret: str) -> dict[str, Script]:
    """What a server can do wrong while it repeats the secret that it was sent."""
    return {
        "rejected": wire.json({"message": secret}, 401, WWW_Authenticate="Bearer"),
        "forbidden": wire.json({"message": secret}, 403),
        "invalid": wire.body(f"<Error><Message>{secret}</Message></Error>".encode(), 400),
        "failed": wire.json({"message": secret}, 500),
        "reset": wire.reset(),
        "cut": Reply(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{", then="close"),
        "hanging": wire.silence(),
        "elsewhere": wire.json({}, 302, Location=f"https://evil.example/?{secret}"),
        "page": wire.body(f"<html>{secret}</html>".encode()),
        "no http": Reply(f"{secret}\r\n\r\n".encode(), then="close"),
        "echo": echo,
    }


async def everything(client: CanvasClient, store: SignedAddress) -> list[str]:
    """Do one of each kind and give the whole text of what goes wrong, the variables of every frame included."""
    acts = (
        client.users.me(),
        client.items.create("1", "2", {"a": "b"}),
        client.storage.upload(store, PNG, "image/png"),
        client.storage.confirm(store),
        client.files.upload("1", NewFile("leaf.png", PNG, "image/png")),
        client.storage.fetch(store),
        client.storage.download(store.unsigned, hosts=[urlsplit(store.unsigned).netloc]),
    )
    return [told(error) for error in await asyncio.gather(*acts, return_exceptions=True) if error is not None]


def told(result: object) -> str:
    assert isinstance(result, CanvasError), result
    frames = traceback.TracebackException.from_exception(result, capture_locals=True)
    parts = (str(result), repr(result), result.args, vars(result), result.__cause__, result.__context__)
    return f"{parts} {''.join(frames.format())}"


@pytest.mark.parametrize("ending", sorted(endings(Wire(), "")))
def test_no_log_and_no_error_shows_the_token_or_a_signature(
    ending: str, server: ScriptedServer, other_server: ScriptedServer, wire: Wire, run: Runner, journal: Journal
) -> None:
    server.answer(endings(wire, TOKEN)[ending])
    other_server.answer(endings(wire, SIGNATURE)[ending])
    store = SignedAddress(other_server.url + STORE)

    async def scenario(client: CanvasClient) -> str:
        return "\n".join([repr(client), repr(vars(client)), *await everything(client, store)])

    seen = run(scenario, Patience(tries=2, throttled_tries=2, deadline=0.2)) + "\n".join(journal.lines)
    assert min(len(server.asked), len(other_server.asked)) >= 2
    assert TOKEN not in seen
    assert SIGNATURE not in seen


def test_the_log_still_says_which_addresses_were_asked(
    server: ScriptedServer, wire: Wire, run: Runner, journal: Journal
) -> None:
    async def scenario(client: CanvasClient) -> str:
        return await client.storage.upload(server.url + STORE, PNG, "image/png")

    server.answer(wire.body(b""))
    run(scenario)
    assert any("/media/a " in line and line.startswith("httpx ") for line in journal.lines)


def test_a_token_cannot_be_printed_copied_or_pickled() -> None:
    token = PersonalToken(f"  {TOKEN}\n")
    assert asyncio.run(token.header()) == f"Bearer {TOKEN}"
    assert TOKEN not in f"{token} {token!r}"
    for carry in (pickle.dumps, copy.copy, copy.deepcopy):
        with pytest.raises(TypeError):
            carry(token)


@pytest.mark.parametrize("text", ["", "   ", "two words", "line\r\nX-Evil: 1", "tökén", "a\x00b", "x" * 5000])
def test_what_is_no_token_is_refused_and_not_repeated(text: str) -> None:
    with pytest.raises(CanvasError) as raised:
        PersonalToken(text)
    assert str(raised.value).startswith("This is not an access token.")


def test_the_token_is_forgotten_when_the_client_is_closed(server: ScriptedServer, wire: Wire) -> None:
    async def scenario() -> tuple[CanvasClient, weakref.ref[PersonalToken]]:
        token = PersonalToken(TOKEN)
        client = CanvasClient(server.url, token)
        await client.users.me()
        await client.aclose()
        await client.aclose()
        return client, weakref.ref(token)

    server.answer(wire.json({"id": "1", "name": "Ann"}))
    client, token = asyncio.run(scenario())
    gc.collect()
    assert token() is None
    with pytest.raises(RuntimeError, match="closed"):
        asyncio.run(client.users.me())
