"""The client as a whole: together, alone, in memory, behind proxies and certificates."""

import asyncio
import random

import httpx
import pytest

from app.canvas.authentication import PersonalToken
from app.canvas.client import CanvasClient
from app.canvas.errors import AddressRefused, OutcomeUnknown, TokenRejected, Unreachable
from app.canvas.patience import Patience
from app.canvas.users import User
from tests.support.scripted import TOKEN, Asked, Reply, Runner, ScriptedServer, Time, Wire

USER = {"id": "7", "name": "Ann"}


def test_reads_fly_together_and_writes_to_a_quiz_one_at_a_time(server: ScriptedServer, wire: Wire, run: Runner) -> None:
    async def scenario(client: CanvasClient) -> None:
        writes = [client.items.create("1", "2", {"position": number}) for number in range(1, 6)]
        await asyncio.gather(*writes, *(client.users.me() for _ in range(6)))

    server.answer(wire.json(USER))
    run(scenario)
    writes = [asked.json for asked in server.asked if asked.method == "POST"]
    assert writes == [{"item": {"position": number}} for number in range(1, 6)]
    assert len(server.asked) == 11


def test_a_cancelled_write_leaves_the_quiz_free_for_the_next(server: ScriptedServer, wire: Wire, run: Runner) -> None:
    async def scenario(client: CanvasClient) -> object:
        loop, begun = asyncio.get_running_loop(), asyncio.Event()

        def silent(asked: Asked) -> Reply:
            loop.call_soon_threadsafe(begun.set)
            return wire.silence()

        server.answer(silent, wire.json({"id": "2"}))
        first = asyncio.create_task(client.items.create("1", "2", {"position": 1}))
        await begun.wait()
        first.cancel()
        await asyncio.gather(first, return_exceptions=True)
        return await client.items.create("1", "2", {"position": 2})

    assert run(scenario) == {"id": "2"}


def test_a_login_that_can_be_renewed_is_renewed_once(server: ScriptedServer, wire: Wire, time: Time) -> None:
    class Renewable:
        def __init__(self) -> None:
            self.number = 1

        async def header(self) -> str:
            return f"Bearer {self.number}"

        async def renewed(self, rejected: str) -> bool:
            self.number += 1
            return True

    async def scenario() -> User:
        async with CanvasClient(server.url, Renewable()) as client:
            return await client.users.me()

    refused = wire.json({}, 401, WWW_Authenticate="Bearer")
    server.answer(refused, wire.json(USER))
    assert asyncio.run(scenario()) == User("7", "Ann")
    server.answer(refused)
    with pytest.raises(TokenRejected):
        asyncio.run(scenario())
    assert [asked.headers["authorization"] for asked in server.asked] == ["Bearer 1", "Bearer 2"] * 2


def test_only_an_origin_that_keeps_the_token_safe_is_taken() -> None:
    with pytest.raises(AddressRefused):
        CanvasClient("http://canvas.example.edu", PersonalToken(TOKEN))


def test_a_client_that_was_never_used_opens_nothing(server: ScriptedServer, run: Runner) -> None:
    async def nothing(client: CanvasClient) -> str:
        return repr(client)

    assert run(nothing) == f"CanvasClient({server.url})"
    assert server.asked == []


class Memory(httpx.AsyncBaseTransport):
    """A transport without a network, as the histories of the sync use it."""

    def __init__(self, *outcomes: httpx.Response | Exception) -> None:
        self.outcomes = list(outcomes)
        self.requests: list[httpx.Request] = []

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        outcome = self.outcomes.pop(0)
        if isinstance(outcome, Exception):
            raise outcome
        return outcome


def asked_in_memory(transport: Memory, *, write: bool, patience: Patience | None = None) -> object:
    async def scenario() -> object:
        time = Time()
        async with CanvasClient(
            "canvas.example.edu",
            PersonalToken(TOKEN),
            clock=time.clock,
            sleep=time.sleep,
            rng=random.Random(1),
            transport=transport,
            patience=patience,
        ) as client:
            return await (client.items.create("1", "2", {}) if write else client.users.me())

    return asyncio.run(scenario())


def test_a_transport_takes_the_place_of_the_network() -> None:
    memory = Memory(httpx.Response(200, json=USER))
    assert asked_in_memory(memory, write=False) == User("7", "Ann")
    assert str(memory.requests[0].url) == "https://canvas.example.edu/api/v1/users/self"


NOT_SENT = [httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError]
PERHAPS_SENT = [httpx.ReadError, httpx.ReadTimeout, httpx.WriteError, httpx.WriteTimeout, httpx.RemoteProtocolError]


@pytest.mark.parametrize("error", NOT_SENT)
def test_a_write_of_which_nothing_was_sent_is_sent_again(error: type[httpx.HTTPError]) -> None:
    memory = Memory(error("lost"), httpx.Response(201, json={"id": "3"}))
    assert asked_in_memory(memory, write=True) == {"id": "3"}


@pytest.mark.parametrize("error", PERHAPS_SENT)
def test_a_write_that_may_have_arrived_is_not_sent_again(error: type[httpx.HTTPError]) -> None:
    memory = Memory(error("lost"), httpx.Response(201, json={"id": "3"}))
    with pytest.raises(OutcomeUnknown):
        asked_in_memory(memory, write=True)
    assert len(memory.requests) == 1


@pytest.mark.parametrize("error", NOT_SENT + PERHAPS_SENT)
def test_a_read_is_sent_again_after_any_loss(error: type[httpx.HTTPError]) -> None:
    assert asked_in_memory(Memory(error("lost"), httpx.Response(200, json=USER)), write=False) == User("7", "Ann")


def test_a_name_without_a_host_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.delenv(name, raising=False)

    async def scenario() -> object:
        async with CanvasClient("no-such-host.invalid", PersonalToken(TOKEN), patience=Patience(tries=1)) as client:
            return await client.users.me()

    with pytest.raises(Unreachable, match=r"There is no host no-such-host\.invalid"):
        asyncio.run(scenario())


def test_a_proxy_never_sees_requests_to_this_computer(
    server: ScriptedServer, other_server: ScriptedServer, wire: Wire, run: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, other_server.url)
    server.answer(wire.json(USER))
    run(lambda client: client.users.me())
    assert other_server.asked == []


def test_a_proxy_gets_no_token_and_its_refusal_is_told(
    other_server: ScriptedServer, wire: Wire, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def scenario() -> object:
        async with CanvasClient("canvas.example.edu", PersonalToken(TOKEN), patience=Patience(tries=1)) as client:
            return await client.users.me()

    monkeypatch.setenv("HTTPS_PROXY", other_server.url)
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.delenv("no_proxy", raising=False)
    other_server.answer(wire.body(b"<html>no</html>", 403))
    with pytest.raises(Unreachable, match="The proxy of this network"):
        asyncio.run(scenario())
    assert other_server.asked[0].method == "CONNECT"
    assert TOKEN not in str(other_server.asked)


def test_unusable_proxy_settings_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    async def scenario() -> object:
        async with CanvasClient("canvas.example.edu", PersonalToken(TOKEN)) as client:
            return await client.users.me()

    monkeypatch.setenv("HTTPS_PROXY", "gopher://proxy.example")
    with pytest.raises(Unreachable, match="proxy settings of this computer"):
        asyncio.run(scenario())
