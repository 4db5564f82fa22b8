"""What a release signs is what its programs believe; where there is no key, it says so and the release goes on."""

import json
from pathlib import Path

import bundle
import feed
import feed_source
import pytest
from nacl.signing import SigningKey

from app.updates.feed import Release, released
from app.updates.look import believed
from app.updates.source import source

PAGE = "https://github.com/uni/quizwright/releases/tag/v1.2.3"


@pytest.fixture
def public(monkeypatch: pytest.MonkeyPatch) -> str:
    key = SigningKey.generate()
    public = bytes(key.verify_key).hex()
    monkeypatch.setenv(feed.SECRET, bytes(key).hex())
    monkeypatch.setenv(feed.PUBLIC, f"{'00' * 32} {public}")
    return public


def test_a_signed_release_is_believed_by_the_program_that_was_built_with_its_key(
    public: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FEED_ADDRESS", "https://github.com/uni/quizwright/releases/latest/download/feed.json")
    monkeypatch.setattr(bundle, "FEED", tmp_path / "feed" / "feed.json")
    feed_source.write()
    place = source(bundle.FEED)
    assert place is not None
    assert feed.main(["sign", "1.2.3", PAGE, str(tmp_path / "signed.json")]) == 0
    release = believed((tmp_path / "signed.json").read_bytes(), place, 0)
    assert (release.version, release.page) == ("1.2.3", PAGE)


def test_a_build_that_is_no_release_asks_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bundle, "FEED", tmp_path / "feed.json")
    bundle.FEED.write_text("{}", encoding="utf-8")
    monkeypatch.delenv("FEED_ADDRESS", raising=False)
    feed_source.write()
    assert not bundle.FEED.exists()


def test_a_release_without_a_key_says_that_it_will_hear_of_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bundle, "FEED", tmp_path / "feed.json")
    monkeypatch.setenv("FEED_ADDRESS", "https://github.com/uni/quizwright/releases/latest/download/feed.json")
    monkeypatch.delenv(feed.PUBLIC, raising=False)
    feed_source.write()
    assert "never hears of new versions" in capsys.readouterr().out
    assert source(bundle.FEED) is None


def test_a_new_key_comes_with_the_steps_that_put_it_to_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert feed.main(["key"]) == 0
    told = capsys.readouterr()
    secret, public = (line.partition("=")[2] for line in told.out.splitlines())
    assert bytes(SigningKey(bytes.fromhex(secret)).verify_key).hex() == public
    assert secret not in told.err
    assert "gh secret set FEED_KEY --env release" in told.err


def test_without_a_key_nothing_is_signed_and_it_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv(feed.SECRET, raising=False)
    assert feed.main(["sign", "1.2.3", PAGE, str(tmp_path / "signed.json")]) == 0
    assert "is not announced" in capsys.readouterr().out
    assert not (tmp_path / "signed.json").exists()


def test_a_key_that_the_programs_do_not_know_is_refused(
    public: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(feed.PUBLIC, "00" * 32)
    assert feed.main(["sign", "1.2.3", PAGE, str(tmp_path / "signed.json")]) == 1
    assert "no program would believe" in capsys.readouterr().err


def test_a_new_key_signs_what_its_public_half_opens(capsys: pytest.CaptureFixture[str]) -> None:
    assert feed.main(["key"]) == 0
    told = dict(line.split("=") for line in capsys.readouterr().out.splitlines())
    from_file = feed.sealed(Release("1.0", PAGE, 1), SigningKey(bytes.fromhex(told[feed.SECRET])))
    assert released(from_file, [told[feed.PUBLIC]]).page == PAGE
    assert json.loads(from_file)["signature"]


def test_other_words_are_answered_with_the_right_ones() -> None:
    assert feed.main(["sign"]) == 2
