"""The feed is asked over loopback; whatever comes from there, only newer news that is signed is told."""

import asyncio
from dataclasses import replace

import pytest
from nacl.signing import SigningKey

from app.updates.feed import Release
from app.updates.look import Seen, look
from app.updates.source import Source
from tests.support.scripted import Reply, ScriptedServer, Wire
from tests.updates.conftest import sealed


@pytest.fixture
def news(server: ScriptedServer) -> Release:
    return Release("1.2.0", f"{server.url}/releases/1.2.0", 700)


def looked(place: Source, *, own: str = "1.1.0", serial: int = 0) -> Seen:
    return asyncio.run(look(place, own=own, serial=serial))


def test_a_newer_version_is_found(
    place: Source, server: ScriptedServer, wire: Wire, news: Release, key: SigningKey
) -> None:
    server.answer(wire.body(sealed(news, key)))
    assert looked(place) == Seen(news, 700, asked=True)
    [asked] = server.asked
    assert (asked.method, asked.target, asked.body) == ("GET", "/feed.json", b"")
    assert asked.headers["user-agent"] == "Quizwright"
    assert not {"cookie", "authorization", "referer"} & asked.headers.keys()


@pytest.mark.parametrize("own", ["1.2.0", "1.2", "1.10.0"])
def test_an_older_or_equal_version_is_no_news(
    own: str, place: Source, server: ScriptedServer, wire: Wire, news: Release, key: SigningKey
) -> None:
    server.answer(wire.body(sealed(news, key)))
    assert looked(place, own=own) == Seen(None, 700, asked=True)


def test_a_forged_feed_is_as_if_nothing_had_come(
    place: Source, server: ScriptedServer, wire: Wire, news: Release
) -> None:
    server.answer(wire.body(sealed(news, SigningKey.generate())))
    assert looked(place, serial=3) == Seen(None, 3, asked=True)


def test_a_feed_that_was_replayed_is_refused_and_the_same_one_is_not(
    place: Source, server: ScriptedServer, wire: Wire, news: Release, key: SigningKey
) -> None:
    server.answer(wire.body(sealed(news, key)))
    assert looked(place, serial=701) == Seen(None, 701, asked=True)
    assert looked(place, serial=700).release == news


def test_a_release_that_was_withdrawn_is_told_no_more(
    place: Source, server: ScriptedServer, wire: Wire, news: Release, key: SigningKey
) -> None:
    server.answer(wire.body(sealed(replace(news, version="1.1.0", serial=800), key)), wire.body(sealed(news, key)))
    after = looked(place, serial=700)
    assert after == Seen(None, 800, asked=True)
    assert looked(place, serial=after.serial).release is None


@pytest.mark.parametrize("page", ["https://evil.test/quizwright", "http://127.0.0.1:1/x", "file:///etc/passwd", ""])
def test_a_page_that_is_elsewhere_is_refused_even_if_it_is_signed(
    page: str, place: Source, server: ScriptedServer, wire: Wire, news: Release, key: SigningKey
) -> None:
    server.answer(wire.body(sealed(replace(news, page=page), key)))
    assert looked(place) == Seen(None, 0, asked=True)


def test_it_is_followed_to_where_the_file_of_a_release_lies(
    place: Source, server: ScriptedServer, wire: Wire, news: Release, key: SigningKey
) -> None:
    there = wire.json({}, 302, Location="/v1.2.0/feed.json"), wire.json({}, 302, Location=f"{server.url}/stored")
    server.answer(*there, wire.body(sealed(news, key)))
    assert looked(place).release == news
    assert [asked.target for asked in server.asked] == ["/feed.json", "/v1.2.0/feed.json", "/stored"]


@pytest.mark.parametrize("to", ["http://uni.test/feed.json", "ftp://127.0.0.1/feed", "file:///etc/passwd", "/again"])
def test_it_is_not_followed_without_encryption_or_in_circles(
    to: str, place: Source, server: ScriptedServer, wire: Wire
) -> None:
    server.answer(wire.json({}, 302, Location=to))
    assert looked(place) == Seen(None, 0, asked=True)
    assert len(server.asked) <= 6


def _too_large(wire: Wire) -> Reply:
    return wire.body(b"x" * 20_000)


def test_a_feed_that_is_not_there_was_asked(place: Source, server: ScriptedServer, wire: Wire) -> None:
    server.answer(wire.json({}, 404))
    assert looked(place, serial=5) == Seen(None, 5, asked=True)


@pytest.mark.parametrize("reply", [_too_large, Wire.reset, lambda wire: wire.cut(wire.json({}), 30)])
def test_where_nobody_answers_it_was_no_look(reply: object, place: Source, server: ScriptedServer, wire: Wire) -> None:
    assert callable(reply)
    server.answer(reply(wire))
    assert looked(place, serial=5) == Seen(None, 5, asked=False)


def test_without_a_network_it_was_no_look() -> None:
    assert looked(Source("http://127.0.0.1:9/feed.json", ("00" * 32,))) == Seen(None, 0, asked=False)


def test_a_feed_over_http_on_another_computer_is_never_asked() -> None:
    assert looked(Source("http://uni.test/feed.json", ("00" * 32,))).release is None
