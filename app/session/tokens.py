"""The sign-ins of this run: made of what the keychain has, shared by all who ask Canvas, forgotten at the end.

The keychain may ask the person to unlock it, so it is only touched in threads; what a thread is given is closed over,
because qasync logs arguments. What speaks HTTP is loaded when it is first wanted.
"""

import asyncio
from importlib import import_module
from typing import TYPE_CHECKING, Any

from app.canvas.authentication import Authentication, PersonalToken
from app.library.row import Account

if TYPE_CHECKING:
    from app.canvas.school_key import SchoolKey
    from app.canvas.token_endpoint import Grant
    from app.secrets import Entry, SecretStore


class Tokens:
    """By account. A sign-in through the browser renews itself, and keeps what it is given."""

    def __init__(self, store: "SecretStore | None" = None) -> None:
        """Without a `store` the keychain of the system is taken when a token is first needed."""
        self._store = store
        self._known: dict[str, Authentication] = {}

    def of(self, account: Account) -> Authentication | None:
        """How its requests say who asks, if it was learned or kept during this run."""
        return self._known.get(account.id)

    async def learn(self, account: Account) -> Authentication | None:
        """The same, from the keychain where it is not known yet. Raises `SecretsLocked`."""
        if account.id not in self._known:
            found = await asyncio.to_thread(self._read, account, None)
            if found is not None:
                self._known.setdefault(account.id, found)
        return self.of(account)

    async def keep(self, account: Account, token: str) -> bool:
        """Remember a pasted token; False where it is asked for again after a restart. Raises `SecretsLocked`."""
        self._known[account.id] = PersonalToken(token)
        return await asyncio.to_thread(lambda: self._put(account, token))

    async def keep_signed_in(self, account: Account, key: "SchoolKey", grant: "Grant") -> bool:
        """Remember a sign-in through the browser; False as for a token. Raises `SecretsLocked`."""
        kept = _late("app.canvas.kept_login").KeptLogin(key, grant.refresh_token or "")
        lasting = await asyncio.to_thread(lambda: self._put(account, kept.text()))
        made = await asyncio.to_thread(lambda: self._read(account, grant))
        assert made is not None
        self._known[account.id] = made
        return lasting

    def keep_for_this_run(self, account: Account, token: str) -> None:
        """Remember a token that is new with every start: that of the Practice Canvas."""
        self._known[account.id] = PersonalToken(token)

    async def key_of(self, account: Account) -> "SchoolKey | None":
        """The key of the school with which the person signed in there; None for a pasted token."""
        kept = _late("app.canvas.kept_login").KeptLogin.read(await asyncio.to_thread(self._entry(account).read))
        key: SchoolKey | None = kept.key if kept is not None else None
        return key

    async def forget(self, account: Account) -> None:
        """Forget how to sign in there; a permission given in the browser is taken back on Canvas.

        Raises CanvasError where Canvas did not hear of it: here it is forgotten all the same.
        """
        known = await self.learn(account)
        self._known.pop(account.id, None)
        try:
            if known is not None and not isinstance(known, PersonalToken):
                await known.revoke()  # type: ignore[attr-defined] # only the sign-in through the browser is another
        finally:
            await asyncio.to_thread(lambda: self._opened().remove(account.id))

    def _read(self, account: Account, grant: "Grant | None") -> Authentication | None:
        made: Authentication | None = _late("app.canvas.login").login(account.origin, self._entry(account), grant)
        return made

    def _put(self, account: Account, secret: str) -> bool:
        store = self._opened()
        store.put(account.id, secret)
        return store.lasting

    def _entry(self, account: Account) -> "Entry":
        entry: Entry = _late("app.secrets").Entry(self._opened(), account.id)
        return entry

    def _opened(self) -> "SecretStore":
        if self._store is None:
            self._store = _late("app.secrets").secret_store()
        return self._store


def _late(module: str) -> Any:  # noqa: ANN401 - a module
    return import_module(module)
