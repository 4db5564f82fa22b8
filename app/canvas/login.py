"""From what the keychain has of an account to what its requests say: a token, or a sign-in that renews itself."""

from dataclasses import replace
from typing import Protocol

from app.canvas.authentication import Authentication, PersonalToken
from app.canvas.browser_login import BrowserLogin
from app.canvas.kept_login import KeptLogin
from app.canvas.token_endpoint import Grant, TokenEndpoint


class SecretEntry(Protocol):
    """The one secret of an account; never touched on the thread of the window."""

    def read(self) -> str:
        """The secret, "" for none."""
        ...

    def write(self, secret: str) -> None:
        """Keep another one in its place."""
        ...


class KeptRefresh:
    """The refresh token inside of an entry. What was put there by hand meanwhile stays."""

    def __init__(self, entry: SecretEntry) -> None:
        self._entry = entry

    def read(self) -> str:
        """The refresh token that is kept now."""
        kept = KeptLogin.read(self._entry.read())
        return kept.refresh_token if kept is not None else ""

    def write(self, refresh_token: str) -> None:
        """Keep another one beside the key that it belongs to."""
        kept = KeptLogin.read(self._entry.read())
        if kept is not None:
            self._entry.write(replace(kept, refresh_token=refresh_token).text())


def login(origin: str, entry: SecretEntry, grant: Grant | None = None) -> Authentication | None:
    """How requests to `origin` say who asks; None where nothing is kept. `grant` is what was just given."""
    secret = entry.read()
    if not secret:
        return None
    kept = KeptLogin.read(secret)
    if kept is None:
        return PersonalToken(secret)
    return BrowserLogin(TokenEndpoint(origin, kept.key), KeptRefresh(entry), grant=grant)
