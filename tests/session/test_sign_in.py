"""Signing in, out and in again in any way; and what becomes of a sync whose token ends in the middle of it."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.canvas.browser_login import BrowserLogin
from app.canvas.browser_sign_in import signed_in
from app.canvas.errors import CanvasError, SignedOut, TokenExpired
from app.canvas.school_key import SchoolKey
from app.canvas.token_endpoint import TokenEndpoint
from app.library.library import Library
from app.library.row import Account, LinkRow, SignInWay
from app.models.item import Item
from app.models.questions.true_false import TrueFalseQuestion
from app.models.quiz import NewQuiz
from app.sandbox import developer_key
from app.sandbox.server import SandboxServer
from app.secrets import SessionStore
from app.session.sync_session import NoToken, SyncSession, signed_out
from app.session.tasks import Tasks
from app.session.tokens import Tokens
from app.session.workspace import Workspace
from app.sync.stopped import SyncStopped
from tests.support.browser import Browser
from tests.support.coroutine import run_in_loop
from tests.support.kept import Kept

PUBLIC = SchoolKey(developer_key.PUBLIC.client_id)
SECRET = SchoolKey(developer_key.SECRET.client_id, developer_key.SECRET.secret)
QUESTIONS = 8


class Desk:
    """A library, a keychain, and what is done at them."""

    def __init__(self, workspace: Workspace, store: SessionStore) -> None:
        self.workspace, self.store = workspace, store
        self.tokens = Tokens(store)
        self.session = SyncSession(workspace, self.tokens.of)

    def restart(self) -> None:
        """Another run of the program with the same keychain."""
        self.tokens = Tokens(self.store)
        self.session = SyncSession(self.workspace, self.tokens.of)

    async def sign_in(self, url: str, key: SchoolKey = PUBLIC, person: str = "1") -> Account:
        """Through the browser."""
        browser = Browser(person)
        endpoint = TokenEndpoint(url, key)
        grant = await signed_in(endpoint, browser.open)
        await asyncio.to_thread(browser.wait)
        account = await self.session.sign_in_by(url, BrowserLogin(endpoint, Kept(), grant=grant))
        await self.tokens.keep_signed_in(account, key, grant)
        return account

    async def paste(self, url: str, token: str) -> Account:
        """A token."""
        account = await self.session.sign_in(url, token)
        await self.tokens.keep(account, token)
        return account

    async def link(self, account: Account) -> LinkRow:
        """A quiz of several questions that goes to the first course."""
        texts = (f"<p>Statement {number}</p>" for number in range(QUESTIONS))
        items = [Item.of(TrueFalseQuestion.new().replaced(item_body=text).with_right(True), points=1) for text in texts]
        quiz = self.workspace.library.create_quiz(NewQuiz(title="Leaves"), items)
        return await self.session.link(quiz.id, account.id, "1")

    def known(self, account: Account) -> Account:
        """The account as the library has it."""
        return next(one for one in self.workspace.accounts() if one.id == account.id)


@pytest.fixture
def sandbox() -> Iterator[SandboxServer]:
    with SandboxServer() as running:
        yield running


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    workspace = Workspace(Library.open(tmp_path / "library"))
    yield Desk(workspace, SessionStore())
    workspace.close()


def there(sandbox: SandboxServer) -> list[str]:
    """The statements of the quiz on Canvas, in their order."""
    quiz = next(quiz for quiz in sandbox.core.quizzes("1") if quiz["title"] == "Leaves")
    return [row["entry"]["item_body"] for row in sandbox.core.items("1", str(quiz["id"]))]


WHOLE = [f"<p>Statement {number}</p>" for number in range(QUESTIONS)]


@pytest.mark.parametrize("key", [PUBLIC, SECRET], ids=["public", "secret"])
def test_a_sign_in_outlives_the_program_and_keeps_no_secret_in_the_library(
    desk: Desk, sandbox: SandboxServer, qapp: QApplication, tmp_path: Path, key: SchoolKey
) -> None:
    async def scenario(_: Tasks) -> None:
        account = await desk.sign_in(sandbox.url, key)
        assert desk.known(account).way is SignInWay.BROWSER
        desk.restart()
        assert await desk.tokens.learn(account) is not None
        assert await desk.tokens.key_of(account) == key
        link = await desk.link(account)
        await desk.session.run(link)
        kept = desk.store.get(account.id) or ""
        desk.workspace.library.db.pragma("wal_checkpoint", "TRUNCATE")
        assert "sandbox-refresh" in kept

    run_in_loop(qapp, scenario)
    assert there(sandbox) == WHOLE
    written = b"".join(file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())
    for secret in (b"sandbox-refresh", b"sandbox-access", b"sandbox-key-secret"):
        assert secret not in written


@pytest.mark.parametrize("key", [PUBLIC, SECRET], ids=["public", "secret"])
def test_an_access_token_that_ends_in_the_middle_of_a_sync_is_renewed_silently(
    desk: Desk, sandbox: SandboxServer, qapp: QApplication, key: SchoolKey
) -> None:
    async def scenario(_: Tasks) -> None:
        link = await desk.link(await desk.sign_in(sandbox.url, key))
        desk.session.progressed.connect(lambda _: sandbox.core.end_access())  # at every step
        await desk.session.run(link)

    run_in_loop(qapp, scenario)
    assert there(sandbox) == WHOLE
    assert sum(seen.status == 401 for seen in sandbox.core.requests) >= QUESTIONS


def test_a_pasted_token_that_ends_in_the_middle_stops_with_words_and_the_next_sync_finishes(
    desk: Desk, sandbox: SandboxServer, qapp: QApplication
) -> None:
    async def scenario(_: Tasks) -> None:
        first, second = sandbox.core.add_token(), sandbox.core.add_token()
        link = await desk.link(await desk.paste(sandbox.url, first))
        steps: list[object] = []
        desk.session.progressed.connect(steps.append)
        desk.session.progressed.connect(lambda _: sandbox.core.end_token(first) if len(steps) == 4 else None)
        with pytest.raises(SyncStopped, match=r"(?s)has expired.*the next sync goes on from there") as stopped:
            await desk.session.run(link)
        assert isinstance(stopped.value.cause, TokenExpired)
        assert 0 < len(there(sandbox)) < QUESTIONS
        await desk.paste(sandbox.url, second)
        await desk.session.run(link)

    run_in_loop(qapp, scenario)
    assert there(sandbox) == WHOLE


def test_a_permission_that_is_taken_back_in_the_middle_stops_and_signing_in_again_finishes(
    desk: Desk, sandbox: SandboxServer, qapp: QApplication
) -> None:
    async def scenario(_: Tasks) -> None:
        account = await desk.sign_in(sandbox.url, SECRET)
        link = await desk.link(account)

        def take_back() -> None:
            sandbox.core.end_access()
            sandbox.core.set_fault("refresh-revoked", 1)

        desk.session.progressed.connect(take_back)
        with pytest.raises(SyncStopped, match="Sign in again") as stopped:
            await desk.session.run(link)
        assert isinstance(stopped.value.cause, SignedOut)
        desk.session.progressed.disconnect(take_back)
        sandbox.core.set_fault("refresh-revoked", 0)
        assert await desk.tokens.key_of(account) == SECRET
        assert (await desk.sign_in(sandbox.url, SECRET)).id == account.id
        await desk.session.run(link)

    run_in_loop(qapp, scenario)
    assert there(sandbox) == WHOLE


def test_two_people_on_one_canvas_and_one_on_two_are_three_accounts(
    desk: Desk, sandbox: SandboxServer, qapp: QApplication
) -> None:
    async def scenario(_: Tasks) -> None:
        with SandboxServer() as second:
            robin = await desk.sign_in(sandbox.url)
            kim = await desk.sign_in(sandbox.url, SECRET, person="3")
            elsewhere = await desk.paste(second.url, second.token)
            assert len({robin.id, kim.id, elsewhere.id}) == 3
            links = [await desk.link(account) for account in (robin, kim, elsewhere)]
            desk.restart()
            for account, link in zip((robin, kim, elsewhere), links, strict=True):
                await desk.tokens.learn(account)
                await desk.session.run(link)
        quizzes = [quiz["title"] for quiz in sandbox.core.quizzes("1")]
        assert quizzes.count("Leaves") == 2

    run_in_loop(qapp, scenario)
    assert [(one.user_name, one.way) for one in desk.workspace.accounts()] == [
        ("Robin Teacher", SignInWay.BROWSER),
        ("Kim Colleague", SignInWay.BROWSER),
        ("Robin Teacher", SignInWay.TOKEN),
    ]


@pytest.mark.parametrize("key", [PUBLIC, SECRET], ids=["public", "secret"])
def test_whoever_disconnects_is_forgotten_on_both_sides_and_goes_on_after_the_next_sign_in(
    desk: Desk, sandbox: SandboxServer, qapp: QApplication, key: SchoolKey
) -> None:
    async def scenario(_: Tasks) -> None:
        account = await desk.sign_in(sandbox.url, key)
        link = await desk.link(account)
        await desk.session.run(link)
        await desk.tokens.forget(account)
        await desk.session.sign_out(account)
        assert ("DELETE", "/login/oauth2/token", 200) in sandbox.core.requests
        assert desk.store.get(account.id) is None
        assert desk.known(account).way is SignInWay.NONE
        with pytest.raises(NoToken):
            await desk.session.run(link)
        assert (await desk.sign_in(sandbox.url, key)).id == account.id
        assert not (await desk.session.plan(link)).sends

    run_in_loop(qapp, scenario)


def test_a_pasted_token_is_forgotten_here_and_left_to_its_owner_there(
    desk: Desk, sandbox: SandboxServer, qapp: QApplication
) -> None:
    async def scenario(_: Tasks) -> None:
        account = await desk.paste(sandbox.url, sandbox.token)
        await desk.tokens.forget(account)
        assert (desk.store.get(account.id), desk.tokens.of(account)) == (None, None)

    run_in_loop(qapp, scenario)
    assert all(seen.method != "DELETE" for seen in sandbox.core.requests)


def test_canvas_out_of_reach_does_not_keep_a_sign_in_here(
    desk: Desk, sandbox: SandboxServer, qapp: QApplication
) -> None:
    async def scenario(_: Tasks) -> None:
        account = await desk.sign_in(sandbox.url)
        sandbox.stop()
        with pytest.raises(CanvasError):
            await desk.tokens.forget(account)
        assert (desk.store.get(account.id), desk.tokens.of(account)) == (None, None)

    run_in_loop(qapp, scenario)


def test_the_end_of_a_token_is_learned_from_canvas_before_what_was_typed(
    desk: Desk, sandbox: SandboxServer, qapp: QApplication
) -> None:
    async def scenario(_: Tasks) -> None:
        told = await desk.paste(sandbox.url, sandbox.core.add_token("3", ends_at=2_000_000_000))
        typed = await desk.session.sign_in(sandbox.url, sandbox.token, ends_at=2_100_000_000)
        assert (desk.known(told).ends_at, desk.known(typed).ends_at) == (2_000_000_000, 2_100_000_000)

    run_in_loop(qapp, scenario)


def test_a_refusal_that_passes_is_told_only_until_canvas_accepts_the_sign_in_again(
    desk: Desk, sandbox: SandboxServer, qapp: QApplication
) -> None:
    async def scenario(_: Tasks) -> None:
        account = await desk.paste(sandbox.url, sandbox.token)
        link = await desk.link(account)
        sandbox.core.set_fault("unauthorized-mid", 1)
        with pytest.raises(SyncStopped) as stopped:
            await desk.session.run(link)
        assert signed_out(stopped.value) == account.id
        assert desk.known(account).is_over
        sandbox.core.set_fault("unauthorized-mid", 0)
        await desk.session.run(link)
        assert not desk.known(account).is_over

    run_in_loop(qapp, scenario)
    assert there(sandbox) == WHOLE
