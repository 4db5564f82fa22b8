"""A sign-in lives on: renewed in time and after a 401, once for all who ask, and lost by nothing but Canvas's word."""

import asyncio
import copy
import pickle
import threading
from collections.abc import Coroutine, Iterator

import pytest

from app.canvas.browser_login import BrowserLogin
from app.canvas.browser_sign_in import signed_in
from app.canvas.client import CanvasClient
from app.canvas.errors import CanvasError, SignedOut, Unreachable
from app.canvas.patience import Patience
from app.canvas.school_key import SchoolKey
from app.canvas.token_endpoint import Grant, TokenEndpoint
from app.sandbox import developer_key
from app.sandbox.server import SandboxServer
from tests.support.browser import Browser
from tests.support.kept import Kept
from tests.support.scripted import Asked, Reply, ScriptedServer, Wire

PUBLIC = SchoolKey(developer_key.PUBLIC.client_id)
SECRET = SchoolKey(developer_key.SECRET.client_id, developer_key.SECRET.secret)
TOKEN = "/login/oauth2/token"
HASTY = Patience(tries=2, shortest=0.001, longest=0.001, deadline=2)


@pytest.fixture
def sandbox() -> Iterator[SandboxServer]:
    with SandboxServer() as running:
        yield running


class Signed:
    """Somebody who is signed in to a sandbox; `login(…)` is what a program of theirs holds."""

    def __init__(self, sandbox: SandboxServer, key: SchoolKey) -> None:
        self.sandbox, self.key, self.kept = sandbox, key, Kept()
        browser = Browser()
        self.grant = asyncio.run(signed_in(TokenEndpoint(sandbox.url, key), browser.open))
        browser.wait()
        self.kept.write(self.grant.refresh_token or "")

    def login(self, grant: Grant | None = None, kept: Kept | None = None) -> BrowserLogin:
        endpoint = TokenEndpoint(self.sandbox.url, self.key, patience=HASTY)
        return BrowserLogin(endpoint, kept or self.kept, grant=grant)

    async def ask(self, login: BrowserLogin, times: int = 1) -> list[str]:
        """Ask who it is, several times at once."""
        async with CanvasClient(self.sandbox.url, login) as client:
            users = await asyncio.gather(*(client.users.me() for _ in range(times)))
        return [user.name for user in users]

    @property
    def refreshes(self) -> int:
        """How often tokens were asked for, the first time left out."""
        seen = self.sandbox.core.requests
        return sum((one.method, one.path) == ("POST", TOKEN) for one in seen) - 1


@pytest.fixture(params=[PUBLIC, SECRET], ids=["public", "secret"])
def signed(request: pytest.FixtureRequest, sandbox: SandboxServer) -> Signed:
    return Signed(sandbox, request.param)


def test_after_a_restart_the_first_request_renews(signed: Signed) -> None:
    assert asyncio.run(signed.ask(signed.login())) == ["Robin Teacher"]
    assert signed.refreshes == 1


def test_what_was_just_given_is_used_as_it_is(signed: Signed) -> None:
    asyncio.run(signed.ask(signed.login(signed.grant), times=3))
    assert signed.refreshes == 0


def test_a_401_in_the_middle_is_renewed_silently_and_once_for_all(signed: Signed) -> None:
    login = signed.login(signed.grant)
    signed.sandbox.core.end_access()
    assert asyncio.run(signed.ask(login, times=6)) == ["Robin Teacher"] * 6
    assert signed.refreshes == 1


def test_a_token_near_its_end_is_renewed_before_it_is_refused(signed: Signed) -> None:
    now = [0.0]
    endpoint = TokenEndpoint(signed.sandbox.url, signed.key)
    login = BrowserLogin(endpoint, signed.kept, grant=signed.grant, clock=lambda: now[0])
    asyncio.run(signed.ask(login))
    now[0] = 3600 - 61
    asyncio.run(signed.ask(login))
    assert signed.refreshes == 0
    now[0] = 3600 - 59
    asyncio.run(signed.ask(login, times=5))
    assert signed.refreshes == 1
    assert all(seen.status != 401 for seen in signed.sandbox.core.requests)


def test_tokens_of_two_seconds_carry_a_long_work(signed: Signed) -> None:
    signed.sandbox.core.set_fault("short-tokens", 1)
    now = [0.0]

    async def scenario() -> None:
        login = BrowserLogin(TokenEndpoint(signed.sandbox.url, signed.key), signed.kept, clock=lambda: now[0])
        for _ in range(5):
            assert await signed.ask(login) == ["Robin Teacher"]
            now[0] += 2
            signed.sandbox.core.end_access()

    asyncio.run(scenario())
    assert signed.refreshes == 5


def test_a_new_refresh_token_is_kept_before_it_is_needed(sandbox: SandboxServer) -> None:
    signed = Signed(sandbox, PUBLIC)
    asyncio.run(signed.ask(signed.login()))
    asyncio.run(signed.ask(signed.login()))
    assert len(set(signed.kept.written)) == 3


def test_what_another_program_renewed_meanwhile_is_taken(sandbox: SandboxServer) -> None:
    signed = Signed(sandbox, PUBLIC)

    class Late(Kept):
        """Read before the other program wrote, as two programs do that start together."""

        reads = 0

        def read(self) -> str:
            self.reads += 1
            return stale if self.reads == 1 else signed.kept.read()

    stale = signed.kept.read()
    asyncio.run(signed.ask(signed.login()))
    assert asyncio.run(signed.ask(signed.login(kept=Late()))) == ["Robin Teacher"]


def test_a_permission_that_was_taken_back_asks_to_sign_in_again(signed: Signed) -> None:
    signed.sandbox.core.set_fault("refresh-revoked", 1)
    with pytest.raises(SignedOut, match="Sign in again"):
        asyncio.run(signed.ask(signed.login()))
    assert signed.kept.read() == ""


def test_a_lost_answer_to_a_key_with_a_secret_is_asked_for_again(sandbox: SandboxServer) -> None:
    signed = Signed(sandbox, SECRET)
    sandbox.core.set_fault("refresh-answer-lost", 1)
    with pytest.raises(Unreachable):
        asyncio.run(signed.ask(signed.login()))
    sandbox.core.set_fault("refresh-answer-lost", 0)
    assert asyncio.run(signed.ask(signed.login())) == ["Robin Teacher"]


def test_a_lost_answer_to_a_key_without_one_asks_to_sign_in_again_and_no_more(sandbox: SandboxServer) -> None:
    signed = Signed(sandbox, PUBLIC)
    sandbox.core.set_fault("refresh-answer-lost", 1)
    with pytest.raises(SignedOut, match="Sign in again"):
        asyncio.run(signed.ask(signed.login()))


def test_canvas_out_of_reach_ends_no_sign_in(sandbox: SandboxServer) -> None:
    signed = Signed(sandbox, SECRET)
    sandbox.core.set_fault("reset-before", 1)
    with pytest.raises(Unreachable):
        asyncio.run(signed.ask(signed.login()))
    assert signed.kept.read() == signed.grant.refresh_token


def test_whoever_gives_up_waiting_loses_no_renewal(sandbox: SandboxServer) -> None:
    signed = Signed(sandbox, PUBLIC)

    class Slow(Kept):
        """Tells when the renewal has begun."""

        def read(self) -> str:
            begun.set()
            return super().read()

    async def scenario() -> list[str]:
        login = signed.login(kept=kept)
        first = asyncio.create_task(login.header())
        await asyncio.to_thread(begun.wait)
        first.cancel()
        await asyncio.gather(first, return_exceptions=True)
        return await signed.ask(login)

    begun = threading.Event()
    kept = Slow(signed.kept.read())
    assert asyncio.run(scenario()) == ["Robin Teacher"]
    assert signed.refreshes == 1


def test_taking_the_permission_back_ends_both_tokens(signed: Signed) -> None:
    asyncio.run(signed.login(signed.grant).revoke())
    with pytest.raises(SignedOut):
        asyncio.run(signed.ask(signed.login()))
    with pytest.raises(CanvasError):
        asyncio.run(signed.ask(signed.login(signed.grant)))


def test_taking_back_what_is_over_already_is_no_error(signed: Signed) -> None:
    signed.sandbox.core.set_fault("refresh-revoked", 1)
    asyncio.run(signed.login().revoke())


def test_no_error_and_no_text_shows_a_secret(server: ScriptedServer, wire: Wire) -> None:
    secrets = ("canary-refresh", "canary-secret", "canary-access")

    def echo(asked: Asked) -> Reply:
        return wire.json({"error": "invalid_grant", "error_description": f"{asked.body!r}"}, 400)

    server.answer(echo)
    endpoint = TokenEndpoint(server.url, SchoolKey("1", secrets[1]), patience=HASTY)
    login = BrowserLogin(endpoint, Kept(secrets[0]), grant=Grant(secrets[2], secrets[0], 0.0))
    said = [repr(login), repr(endpoint), repr(endpoint.key), repr(Grant(secrets[2], secrets[0]))]
    works: tuple[Coroutine[None, None, object], ...] = (
        login.header(),
        endpoint.exchanged(secrets[2], secrets[0], "http://127.0.0.1:1/"),
    )
    for work in works:
        with pytest.raises(CanvasError) as raised:
            asyncio.run(work)
        said.append(f"{raised.value} {raised.value.args} {vars(raised.value)}")
    for secret in secrets:
        assert all(secret not in text for text in said)


def test_a_sign_in_is_not_carried_elsewhere(server: ScriptedServer) -> None:
    login = BrowserLogin(TokenEndpoint(server.url, PUBLIC), Kept())
    for carry in (pickle.dumps, copy.copy, copy.deepcopy):
        with pytest.raises(TypeError):
            carry(login)
