"""Tokens: in the keychain of the system, else in memory for this run alone. Never in a file of ours.

`keyring` is loaded when a token is first needed: it costs a third of the time to the first window (stack.md 5).
"""

from importlib import import_module
from types import ModuleType
from typing import Protocol
from uuid import uuid4

from app.errors import UserError
from app.message import Message, message

SERVICE = "Quizwright"


class SecretStore(Protocol):
    """Keeps secrets by name; `lasting` tells whether they outlive this run."""

    @property
    def lasting(self) -> bool:
        """Whether a secret is still known after a restart."""

    def get(self, name: str) -> str | None:
        """The secret, None where there is none. Raises `SecretsLocked`."""

    def put(self, name: str, secret: str) -> None:
        """Keep a secret in place of the old one. Raises `SecretsLocked`."""

    def remove(self, name: str) -> None:
        """Forget a secret; one that is not there is no error. Raises `SecretsLocked`."""


class SecretsLocked(UserError):
    """The keychain refused: it is locked, or the person said no."""


class SessionStore:
    """Secrets in memory: the person is asked again after a restart."""

    lasting = False

    def __init__(self) -> None:
        self._secrets: dict[str, str] = {}

    def get(self, name: str) -> str | None:
        """The secret, if it was put during this run."""
        return self._secrets.get(name)

    def put(self, name: str, secret: str) -> None:
        """Keep a secret until the program ends."""
        self._secrets[name] = secret

    def remove(self, name: str) -> None:
        """Forget a secret."""
        self._secrets.pop(name, None)


class KeyringStore:
    """Secrets in the keychain of the system. May ask the person to unlock it, so never call it on the UI thread."""

    lasting = True

    def __init__(self, keyring: ModuleType) -> None:
        self._keyring = keyring
        self._refused: tuple[type[Exception], ...] = (keyring.errors.KeyringError, OSError)

    def get(self, name: str) -> str | None:
        """The secret of the keychain."""
        try:
            found = self._keyring.get_password(SERVICE, name)
        except self._refused as error:
            raise _locked(error) from error
        return found if isinstance(found, str) else None

    def put(self, name: str, secret: str) -> None:
        """Keep a secret in the keychain."""
        try:
            self._keyring.set_password(SERVICE, name, secret)
        except self._refused as error:
            raise _locked(error) from error

    def remove(self, name: str) -> None:
        """Take a secret out of the keychain."""
        try:
            self._keyring.delete_password(SERVICE, name)
        except self._keyring.errors.PasswordDeleteError:
            return  # it was not there
        except self._refused as error:
            raise _locked(error) from error

    def works(self) -> bool:
        """Whether a secret that is put can be got and removed again."""
        name, secret = f"probe-{uuid4()}", str(uuid4())
        try:
            self.put(name, secret)
            found = self.get(name)
            self.remove(name)
        except SecretsLocked:
            return False
        return found == secret


class Entry:
    """One secret of a store by its name. What the keychain refuses to keep is remembered for this run."""

    def __init__(self, store: SecretStore, name: str) -> None:
        self._store, self._name = store, name
        self._unkept: str | None = None

    def read(self) -> str:
        """The secret, "" for none. Raises `SecretsLocked`."""
        return self._unkept if self._unkept is not None else self._store.get(self._name) or ""

    def write(self, secret: str) -> None:
        """Keep another one in its place."""
        self._unkept = secret
        try:
            self._store.put(self._name, secret)
        except SecretsLocked:
            return
        self._unkept = None


def secret_store() -> SecretStore:
    """The keychain where there is one that works, else memory; `NO_KEYCHAIN` says that to the person."""
    keyring = import_module("keyring")
    if keyring.get_keyring().priority > 0:
        store = KeyringStore(keyring)
        if store.works():
            return store
    return SessionStore()


NO_KEYCHAIN = message(
    "No keychain was found on this computer: the token is kept until you close Quizwright, then you are asked again."
)


def _locked(error: Exception) -> SecretsLocked:
    # The text of the error is left out: a backend may quote what it was given.
    said: Message = message("The keychain of this computer refused ({kind}).", kind=type(error).__name__)
    return SecretsLocked(said, message("Unlock it, then try again."))
