"""Tokens go to the keychain where one works, else they stay in memory and are gone with the program."""

import subprocess
import sys
from collections.abc import Iterator

import keyring
import keyring.backend
import keyring.backends.fail
import keyring.errors
import pytest

from app.secrets import KeyringStore, SecretsLocked, SessionStore, secret_store

TOKEN = "7~canary-token"


class Keychain(keyring.backend.KeyringBackend):
    """A keychain of the system, as keyring knows them, kept in memory; it can be locked."""

    priority = 5

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.kept: dict[tuple[str, str], str] = {}
        self.locked = False

    def get_password(self, service: str, username: str) -> str | None:
        self._refuse_if_locked()
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._refuse_if_locked()
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._refuse_if_locked()
        if self.kept.pop((service, username), None) is None:
            raise keyring.errors.PasswordDeleteError("not found")

    def _refuse_if_locked(self) -> None:
        if self.locked:
            raise keyring.errors.KeyringLocked(f"locked, was given {TOKEN}")


@pytest.fixture
def keychain() -> Iterator[Keychain]:
    before = keyring.get_keyring()
    chain = Keychain()
    keyring.set_keyring(chain)
    yield chain
    keyring.set_keyring(before)


def test_a_token_is_kept_in_the_keychain(keychain: Keychain) -> None:
    store = secret_store()
    store.put("account", TOKEN)
    assert store.lasting
    assert secret_store().get("account") == TOKEN
    assert list(keychain.kept) == [("Quizwright", "account")]


def test_a_token_that_is_removed_is_gone_also_the_second_time(keychain: Keychain) -> None:
    store = secret_store()
    store.put("account", TOKEN)
    store.remove("account")
    store.remove("account")
    assert store.get("account") is None
    assert keychain.kept == {}


def test_without_a_keychain_the_token_lives_for_this_run_alone(keychain: Keychain) -> None:
    keyring.set_keyring(keyring.backends.fail.Keyring())  # type: ignore[no-untyped-call]
    store = secret_store()
    store.put("account", TOKEN)
    assert not store.lasting
    assert store.get("account") == TOKEN
    assert secret_store().get("account") is None


def test_a_keychain_that_refuses_the_probe_is_not_used(keychain: Keychain) -> None:
    keychain.locked = True
    assert isinstance(secret_store(), SessionStore)


def test_a_locked_keychain_says_so_without_the_token(keychain: Keychain) -> None:
    store = secret_store()
    assert isinstance(store, KeyringStore)
    keychain.locked = True
    with pytest.raises(SecretsLocked) as refused:
        store.put("account", TOKEN)
    assert "Unlock" in str(refused.value)
    assert TOKEN not in str(refused.value)


def test_keyring_is_not_loaded_before_a_token_is_needed() -> None:
    code = "import app.secrets, sys; sys.exit('keyring' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
