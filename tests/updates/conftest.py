"""A key of its own, a feed on this computer, and what they sign."""

import json
from base64 import b64encode
from collections.abc import Iterator

import pytest
from nacl.signing import SigningKey

from app.updates.feed import CONTEXT, Release
from app.updates.source import Source
from tests.support.scripted import ScriptedServer, Wire, serving


@pytest.fixture
def key() -> SigningKey:
    return SigningKey(bytes(range(32)))


@pytest.fixture
def server() -> Iterator[ScriptedServer]:
    with serving() as made:
        yield made


@pytest.fixture
def wire() -> Wire:
    return Wire()


@pytest.fixture
def place(server: ScriptedServer, key: SigningKey) -> Source:
    return Source(f"{server.url}/feed.json", (bytes(key.verify_key).hex(),))


def sealed(release: Release, key: SigningKey, context: bytes = CONTEXT) -> bytes:
    """A feed as a release carries it."""
    return sealed_text(release.text(), key, context)


def sealed_text(text: str, key: SigningKey, context: bytes = CONTEXT) -> bytes:
    """The same for any text."""
    signature = b64encode(key.sign(context + text.encode()).signature).decode()
    return json.dumps({"signed": text, "signature": signature}).encode()
