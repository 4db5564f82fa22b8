"""Access tokens for this run: read from the keychain beside the window, kept in memory, forgotten at the end."""

import asyncio
from importlib import import_module
from typing import TYPE_CHECKING, Any

from app.library.row import Account

if TYPE_CHECKING:
    from app.secrets import SecretStore


class Tokens:
    """The keychain may ask the person to unlock it, so it is only touched in a thread."""

    def __init__(self, store: "SecretStore | None" = None) -> None:
        """Without a `store` the keychain of the system is taken when a token is first needed."""
        self._store = store
        self._known: dict[str, str] = {}

    def of(self, account: Account) -> str | None:
        """The token, if it was learned or kept during this run."""
        return self._known.get(account.id)

    async def learn(self, account: Account) -> str | None:
        """The token, from the keychain where it is not known yet. Raises `SecretsLocked`."""
        if account.id not in self._known:
            found = await asyncio.to_thread(lambda: self._opened().get(account.id))
            if found is not None:
                self._known[account.id] = found
        return self.of(account)

    async def keep(self, account: Account, token: str) -> bool:
        """Remember a token; False where it will be asked for again after a restart. Raises `SecretsLocked`."""
        self._known[account.id] = token
        store = await asyncio.to_thread(self._opened)
        await asyncio.to_thread(store.put, account.id, token)
        return store.lasting

    def keep_for_this_run(self, account: Account, token: str) -> None:
        """Remember a token that is new with every start: that of the Practice Canvas."""
        self._known[account.id] = token

    def _opened(self) -> "SecretStore":
        if self._store is None:
            secrets: Any = import_module("app.secrets")
            self._store = secrets.secret_store()
        return self._store
