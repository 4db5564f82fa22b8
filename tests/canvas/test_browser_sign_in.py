"""Signing in through the browser: a real listener here, a real client as the browser, a sandbox as Canvas."""

import asyncio
import socket
from collections.abc import Callable, Iterator
from contextlib import closing
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from app.canvas.browser_login import BrowserLogin
from app.canvas.browser_sign_in import GO_BACK, signed_in
from app.canvas.client import CanvasClient
from app.canvas.errors import KeyRefused, SignInFailed, Unreachable
from app.canvas.school_key import PORTS, SCOPES, SchoolKey, school_key
from app.canvas.token_endpoint import Grant, TokenEndpoint
from app.sandbox import developer_key
from app.sandbox.server import SandboxServer
from tests.support.browser import Browser
from tests.support.kept import Kept
from tests.support.scripted import ScriptedServer, Wire

PUBLIC = SchoolKey(developer_key.PUBLIC.client_id)
SECRET = SchoolKey(developer_key.SECRET.client_id, developer_key.SECRET.secret)


@pytest.fixture
def sandbox() -> Iterator[SandboxServer]:
    with SandboxServer() as running:
        yield running


def sign_in(url: str, browser: Browser, key: SchoolKey = PUBLIC, show: Callable[[str], object] | None = None) -> Grant:
    async def scenario() -> Grant:
        return await signed_in(TokenEndpoint(url, key), show or browser.open)

    try:
        return asyncio.run(scenario())
    finally:
        browser.wait()


@pytest.mark.parametrize("key", [PUBLIC, SECRET], ids=["public", "secret"])
def test_whoever_says_yes_is_signed_in_as_who_they_are(sandbox: SandboxServer, key: SchoolKey) -> None:
    browser = Browser(person="3")
    grant = sign_in(sandbox.url, browser, key)

    async def name() -> str:
        login = BrowserLogin(TokenEndpoint(sandbox.url, key), Kept(), grant=grant)
        async with CanvasClient(sandbox.url, login) as client:
            return (await client.users.me()).name

    assert asyncio.run(name()) == "Kim Colleague"
    assert grant.refresh_token
    assert str(GO_BACK) in browser.seen[0].text


def test_the_page_is_asked_for_with_a_proof_and_every_right(sandbox: SandboxServer) -> None:
    browser = Browser()
    sign_in(sandbox.url, browser)
    query = parse_qs(urlsplit(browser.opened[0]).query)
    assert query["code_challenge_method"] == ["S256"]
    assert query["scope"] == [" ".join(SCOPES)]
    assert query["redirect_uri"] == [f"http://127.0.0.1:{PORTS[0]}/signed-in"]


def test_whoever_says_no_is_told_that_nothing_changed(sandbox: SandboxServer) -> None:
    browser = Browser(answer="deny")
    with pytest.raises(SignInFailed, match="did not let Quizwright in"):
        sign_in(sandbox.url, browser)
    assert "nothing has changed" in browser.seen[0].text


@pytest.mark.parametrize(
    ("fault", "kind", "words"),
    [
        ("sign-in-denied", SignInFailed, "did not let Quizwright in"),
        ("code-expired", SignInFailed, "authorization_code not found"),
        ("verifier-refused", SignInFailed, "code_verifier"),
        ("key-enforces-scopes", KeyRefused, "url:PUT"),
        ("no-pkce", KeyRefused, "key"),
    ],
)
def test_what_canvas_refuses_is_said_with_what_to_do(
    sandbox: SandboxServer, fault: str, kind: type[SignInFailed | KeyRefused], words: str
) -> None:
    sandbox.core.set_fault(fault, 1)
    with pytest.raises(kind, match=words) as raised:
        sign_in(sandbox.url, Browser())
    assert raised.value.hint is not None


def test_an_older_canvas_without_pkce_is_content_with_the_secret(sandbox: SandboxServer) -> None:
    sandbox.core.set_fault("no-pkce", 1)
    assert sign_in(sandbox.url, Browser(), SECRET).access_token


def test_a_taken_port_is_passed_by(sandbox: SandboxServer) -> None:
    sandbox.core.set_fault("redirect-exact", 1)
    browser = Browser()
    with closing(socket.socket()) as taken:
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        taken.bind(("127.0.0.1", PORTS[0]))
        taken.listen()
        assert sign_in(sandbox.url, browser).access_token
    assert f"{PORTS[1]}" in parse_qs(urlsplit(browser.opened[0]).query)["redirect_uri"][0]


def test_an_answer_to_another_attempt_is_turned_away_and_the_waiting_goes_on(sandbox: SandboxServer) -> None:
    browser = Browser()
    turned_away: list[int] = []

    def show(url: str) -> None:
        redirect = parse_qs(urlsplit(url).query)["redirect_uri"][0]
        strange = ("?code=a&state=guessed", "", "?state=é", "/more?code=a")
        with httpx.Client(trust_env=False) as stranger:
            turned_away.extend(stranger.get(f"{redirect}{query}").status_code for query in strange)
            rebound = stranger.get(f"{redirect}?code=a&state=guessed", headers={"Host": "evil.example"})
            turned_away.append(rebound.status_code)
        browser.open(url)

    assert sign_in(sandbox.url, browser, show=show).access_token
    assert turned_away == [404] * 5


def test_an_idle_connection_of_the_browser_keeps_nobody_waiting(sandbox: SandboxServer) -> None:
    browser, idle = Browser(), socket.socket()

    def show(url: str) -> None:
        redirect = urlsplit(parse_qs(urlsplit(url).query)["redirect_uri"][0])
        idle.connect(("127.0.0.1", redirect.port or 0))
        browser.open(url)

    with closing(idle):
        assert sign_in(sandbox.url, browser, show=show).access_token


def test_giving_up_frees_the_port(sandbox: SandboxServer) -> None:
    async def scenario() -> None:
        opened = asyncio.Event()
        task = asyncio.create_task(signed_in(TokenEndpoint(sandbox.url, PUBLIC), lambda _: opened.set()))
        await opened.wait()
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        assert task.cancelled()

    asyncio.run(scenario())
    with closing(socket.socket()) as free:
        free.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        free.bind(("127.0.0.1", PORTS[0]))


def test_nobody_waits_for_ever(sandbox: SandboxServer) -> None:
    async def scenario() -> None:
        await signed_in(TokenEndpoint(sandbox.url, PUBLIC), lambda _: None, seconds=0.05)

    with pytest.raises(SignInFailed, match="Nobody signed in"):
        asyncio.run(scenario())


def exchange(server: ScriptedServer, key: SchoolKey = SECRET) -> Grant:
    async def none(_: float) -> None:
        return None

    endpoint = TokenEndpoint(server.url, key, sleep=none)
    return asyncio.run(endpoint.exchanged("the-code", "the-verifier", "http://127.0.0.1:1/signed-in"))


def test_a_refusal_by_redirect_is_read_and_not_followed(
    server: ScriptedServer, other_server: ScriptedServer, wire: Wire
) -> None:
    told = "?error=invalid_grant&error_description=authorization_code+not+found"
    server.answer(wire.body(b"", 302, Location=f"{other_server.url}/signed-in{told}"))
    other_server.answer(wire.json({}))
    with pytest.raises(SignInFailed, match="authorization_code not found"):
        exchange(server)
    assert other_server.asked == []


def test_an_answer_lost_on_the_way_is_asked_for_again(server: ScriptedServer, wire: Wire) -> None:
    server.answer(wire.reset(), wire.json({}, 503), wire.json({"access_token": "a", "expires_in": 3600}))
    assert exchange(server) == Grant("a", None, 3600)
    assert len(server.asked) == 3


def test_nobody_there_is_said_as_such(server: ScriptedServer, wire: Wire) -> None:
    server.answer(wire.reset())
    with pytest.raises(Unreachable):
        exchange(server)


@pytest.mark.parametrize("body", [b"<html>log in</html>", b"[]", b"{}", b"{", b'{"access_token": 5}'])
def test_what_is_no_answer_of_canvas_is_no_token(server: ScriptedServer, wire: Wire, body: bytes) -> None:
    server.answer(wire.body(body, content_type="application/json"))
    with pytest.raises(Exception, match=r"Canvas|understood"):
        exchange(server)


def test_a_secret_goes_in_the_body_and_nowhere_else(server: ScriptedServer, wire: Wire) -> None:
    server.answer(wire.json({"access_token": "a"}))
    exchange(server)
    asked = server.asked[0]
    fields = parse_qs(asked.body.decode())
    assert (asked.target, asked.headers.get("authorization")) == ("/login/oauth2/token", None)
    assert (fields["client_secret"], fields["code_verifier"]) == ([SECRET.secret], ["the-verifier"])


def test_a_key_without_a_secret_sends_none(server: ScriptedServer, wire: Wire) -> None:
    server.answer(wire.json({"access_token": "a"}))
    exchange(server, PUBLIC)
    assert "client_secret" not in parse_qs(server.asked[0].body.decode(), keep_blank_values=True)


@pytest.mark.parametrize("client_id", ["", "abc", "12 34", "1" * 30, "-1"])
def test_what_is_no_client_id_is_refused_before_a_page_opens(client_id: str) -> None:
    with pytest.raises(KeyRefused, match="client ID"):
        school_key(client_id)


def test_a_pasted_key_loses_the_blanks_around_it() -> None:
    assert school_key(" 170000000000012\n", " abc ") == SchoolKey("170000000000012", "abc")
