"""Tokens are read from the keychain once, and kept there when they are new."""

import asyncio

import pytest

from app.library.row import Account
from app.message import message
from app.secrets import SecretsLocked, SessionStore
from app.session.tokens import Tokens

ACCOUNT = Account("a", "canvas", "https://uni.example.edu", "", "1", "Mira")


def header(tokens: Tokens) -> str:
    """What its requests say."""
    login = tokens.of(ACCOUNT)
    assert login is not None
    return asyncio.run(login.header())


class LockedStore(SessionStore):
    """A keychain that the person does not unlock."""

    def get(self, name: str) -> str | None:
        raise SecretsLocked(message("locked"))


def test_a_token_is_learned_from_the_keychain() -> None:
    store = SessionStore()
    store.put(ACCOUNT.id, "secret")
    tokens = Tokens(store)
    assert asyncio.run(tokens.learn(ACCOUNT)) is tokens.of(ACCOUNT)
    assert header(tokens) == "Bearer secret"


def test_a_new_token_is_known_and_kept() -> None:
    store = SessionStore()
    tokens = Tokens(store)
    assert asyncio.run(tokens.keep(ACCOUNT, "secret")) is False
    assert (header(tokens), store.get(ACCOUNT.id)) == ("Bearer secret", "secret")


def test_one_for_this_run_reaches_no_keychain() -> None:
    store = SessionStore()
    Tokens(store).keep_for_this_run(ACCOUNT, "secret")
    assert store.get(ACCOUNT.id) is None


def test_a_locked_keychain_is_told() -> None:
    with pytest.raises(SecretsLocked):
        asyncio.run(Tokens(LockedStore()).learn(ACCOUNT))
