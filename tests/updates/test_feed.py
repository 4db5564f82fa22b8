"""News of a release is believed only with the signature of a key that this copy was built with."""

import json
from base64 import b64encode
from pathlib import Path

import pytest
from nacl.signing import SigningKey

from app.updates.feed import FeedRefused, Release, numbers, released
from app.updates.source import source
from tests.updates.conftest import sealed, sealed_text

NEWS = Release("1.2.0", "https://uni.test/releases/1.2.0", 7)


def public(key: SigningKey) -> str:
    return bytes(key.verify_key).hex()


def test_what_was_signed_is_read(key: SigningKey) -> None:
    assert released(sealed(NEWS, key), [public(key)]) == NEWS


def test_the_next_key_counts_too(key: SigningKey) -> None:
    other = SigningKey.generate()
    assert released(sealed(NEWS, key), [public(other), public(key)]) == NEWS


def test_another_key_is_forged(key: SigningKey) -> None:
    with pytest.raises(FeedRefused, match="no key of ours"):
        released(sealed(NEWS, SigningKey.generate()), [public(key)])


def test_one_changed_letter_is_forged(key: SigningKey) -> None:
    with pytest.raises(FeedRefused, match="no key of ours"):
        released(sealed(NEWS, key).replace(b"1.2.0", b"1.3.0"), [public(key)])


def test_what_the_key_signed_for_something_else_is_no_news(key: SigningKey) -> None:
    with pytest.raises(FeedRefused, match="no key of ours"):
        released(sealed(NEWS, key, b"something else\n"), [public(key)])


@pytest.mark.parametrize(
    "text",
    [
        "[]",
        "{}",
        '{"version": "1.2", "page": "https://a.test", "serial": 0}',
        '{"version": "1.2", "page": "https://a.test", "serial": true}',
        '{"version": "1.2", "page": 3, "serial": 1}',
        '{"version": "one", "page": "https://a.test", "serial": 1}',
        '{"version": "1.2; rm", "page": "https://a.test", "serial": 1}',
        "[" * 100_000,
    ],
)
def test_signed_nonsense_is_refused(text: str, key: SigningKey) -> None:
    with pytest.raises(FeedRefused):
        released(sealed_text(text, key), [public(key)])


@pytest.mark.parametrize("cut", [0, 1, 20, 60, -3])
def test_a_feed_that_was_cut_off_is_refused(cut: int, key: SigningKey) -> None:
    with pytest.raises(FeedRefused):
        released(sealed(NEWS, key)[:cut], [public(key)])


@pytest.mark.parametrize("signature", ["", "!", "AAAA", b64encode(bytes(64)).decode(), 4, None])
def test_what_is_no_signature_is_refused(signature: object, key: SigningKey) -> None:
    with pytest.raises(FeedRefused):
        released(json.dumps({"signed": NEWS.text(), "signature": signature}).encode(), [public(key)])


def test_versions_are_compared_by_number() -> None:
    assert numbers("1.10") > numbers("1.9.9") > numbers("1.9") == numbers("1.9.0")
    with pytest.raises(ValueError, match="no version"):
        numbers("1.2b1")


@pytest.mark.parametrize(
    "text", [None, "", "{}", '{"address": "", "keys": ["aa"]}', '{"address": "https://a", "keys": []}']
)
def test_a_copy_that_was_not_built_for_a_release_knows_no_feed(text: str | None, tmp_path: Path) -> None:
    file = tmp_path / "feed.json"
    if text is not None:
        file.write_text(text, encoding="utf-8")
    assert source(file) is None
