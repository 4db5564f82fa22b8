"""Signing in to an account in each way, and out of it. Every coroutine raises UserError with words for a person."""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from app.canvas.address import canvas_address
from app.canvas.browser_login import BrowserLogin
from app.canvas.browser_sign_in import signed_in
from app.canvas.errors import CanvasError
from app.canvas.school_key import SchoolKey
from app.canvas.token_endpoint import TokenEndpoint
from app.errors import UserError
from app.library.row import Account, SignInWay
from app.message import Message, message
from app.session.sync_session import SyncSession
from app.session.tokens import Tokens


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Who is signed in where; `lasting` is False where it has to be done again after a restart."""

    account: Account
    lasting: bool


class StillAllowed(UserError):
    """Canvas did not hear that the permission is taken back; here it is forgotten."""

    def __init__(self, account: Account) -> None:
        super().__init__(
            message(
                "Quizwright is signed out here, but Canvas at {host} could not be told.",
                host=urlsplit(account.origin).netloc,
            ),
            message("On Canvas, under Account › Settings › Approved Integrations, delete “Quizwright” as well."),
        )


class SigningIn:
    """Checks who it is, makes or renews the account, and has the keychain remember it."""

    def __init__(self, session: SyncSession, tokens: Tokens) -> None:
        self._session, self._tokens = session, tokens

    async def by_token(self, address: str, token: str, ends_at: float | None = None) -> SignedIn:
        """With a pasted token; `ends_at` in epoch seconds is what the person says of its end."""
        account = await self._session.sign_in(address, token, ends_at=ends_at)
        return SignedIn(account, await self._tokens.keep(account, token))

    async def by_browser(
        self, address: str, key: SchoolKey, show: Callable[[str], object], words: Callable[[Message], str]
    ) -> SignedIn:
        """Through the browser, whose page `show` is given the address of; `words` makes what it says at the end."""
        endpoint = TokenEndpoint(canvas_address(address), key)
        grant = await signed_in(endpoint, show, words=words)
        account = await self._session.sign_in_by(endpoint.origin, BrowserLogin(endpoint, _Unkept(), grant=grant))
        return SignedIn(account, await self._tokens.keep_signed_in(account, key, grant))

    async def key_of(self, account: Account) -> SchoolKey | None:
        """The key with which the person signed in there the last time."""
        return await self._tokens.key_of(account) if account.way is SignInWay.BROWSER else None

    async def out(self, account: Account) -> None:
        """Forget how to sign in, and take the permission back on Canvas. Where quizzes are is kept."""
        is_told = await self._forget(account)
        await self._session.sign_out(account)
        if not is_told:
            raise StillAllowed(account)

    async def remove(self, account: Account) -> None:
        """Sign out, and forget the account with its courses. Quizzes stay here and on Canvas, no longer linked."""
        is_told = await self._forget(account)
        await self._session.remove(account)
        if not is_told:
            raise StillAllowed(account)

    async def name(self, account: Account, label: str) -> None:
        """Call the account by a name of the person's own; "" for the address of its Canvas."""
        await self._session.name(account, label.strip())

    async def _forget(self, account: Account) -> bool:
        """Whether Canvas heard of it. Raises SecretsLocked, and then nothing is forgotten."""
        try:
            await self._tokens.forget(account)
        except CanvasError:
            return False
        return True


class _Unkept:
    """Of a sign-in whose owner is not known yet nothing is kept: it is good for some minutes as it is."""

    def read(self) -> str:
        return ""

    def write(self, refresh_token: str) -> None:
        """Nothing to keep."""
