"""What the headers of an answer say."""

import asyncio

import pytest

from app.canvas.answer import Answer, parsed


def answer(status: int = 200, body: bytes = b"", **headers: str) -> Answer:
    return Answer(status, {name.replace("_", "-"): value for name, value in headers.items()}, body)


@pytest.mark.parametrize(
    ("link", "url"),
    [
        ('<https://c/x?page=1>; rel="current",<https://c/x?page=bookmark:a,b>; rel="next"', "https://c/x?page=bookmark:a,b"),
        ('<https://c/x?page=2>; rel=next, <https://c/x>; rel="first"', "https://c/x?page=2"),
        ('<https://c/x?page=2>; title="x"; REL="last next"', "https://c/x?page=2"),
        ('<https://c/x?page=0>; rel="prev",<https://c/x?page=9>; rel="last"', None),
        ('<https://c/next>; rel="prev"', None),
        ("rubbish", None),
        ("", None),
    ],
)  # fmt: skip
def test_the_next_page_is_found(link: str, url: str | None) -> None:
    assert answer(link=link).next_page == url


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("3", 3.0), ("0", 0.0), ("1.5", 1.5), ("86400", 120.0), ("-5", None), ("nan", None), ("inf", None),
        ("soon", None), ("", None), ("Wed, 21 Oct 2015 07:28:30 GMT", 30.0), ("Wed, 21 Oct 2015 07:27:30 GMT", None),
        ("Wed, 99 Oct 2015 07:28:30 GMT", None),
    ],
)  # fmt: skip
def test_the_wait_that_canvas_asks_for(text: str, seconds: float | None) -> None:
    assert answer(429, retry_after=text, date="Wed, 21 Oct 2015 07:28:00 GMT").retry_after == seconds


def test_a_date_without_the_date_of_the_answer_is_no_wait() -> None:
    assert answer(429, retry_after="Wed, 21 Oct 2015 07:28:30 GMT").retry_after is None


@pytest.mark.parametrize(("text", "remaining"), [("512.5", 512.5), ("-12.0", -12.0), ("much", None), ("nan", None)])
def test_what_remains_of_the_rate_limit(text: str, remaining: float | None) -> None:
    assert answer(x_rate_limit_remaining=text).remaining == remaining


def test_the_rate_limit_is_told_from_a_lack_of_rights() -> None:
    assert answer(403, b"403 Forbidden (Rate Limit Exceeded)\n").throttled
    assert answer(429).throttled
    assert not answer(403, b'{"status":"unauthorized"}').throttled


def test_a_large_body_is_read_like_a_small_one() -> None:
    large = b"[" + b",".join([b'{"id":"1"}'] * 20_000) + b"]"
    assert asyncio.run(answer(body=large).value()) == [{"id": "1"}] * 20_000


def test_headers_and_body_stay_out_of_the_text_of_an_answer() -> None:
    assert repr(answer(302, b"secret", location="https://s?secret")) == "Answer(status=302)"


@pytest.mark.parametrize(
    ("body", "value"),
    [
        (rb'{"a": ["x\ud83d\ude00"]}', {"a": ["x\U0001f600"]}),
        (rb'{"a": ["x\ud83d y"]}', {"a": ["x\ufffd y"]}),
        (rb'["\udc00"]', ["\ufffd"]),
    ],
)
def test_half_a_character_is_told_as_lost_and_a_whole_one_kept(body: bytes, value: object) -> None:
    assert parsed(body) == value
    str(parsed(body)).encode()
