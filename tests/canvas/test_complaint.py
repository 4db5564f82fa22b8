"""Canvas's own words, out of every body that Canvas and what stands before it are known to send."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.canvas.complaint import words, xml_words


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (b'{"errors":[{"message":"Invalid access token."}]}', "Invalid access token."),
        (b'{"errors":"Invalid as_user_id"}', "Invalid as_user_id"),
        (b'{"status":"bad_request","message":"invalid attempt"}', "invalid attempt"),
        (b'{"error":"Unknown host","errors":[{"error_type":"X","message":"Unknown host"}]}', "Unknown host"),
        (b'{"errors":{"title":[{"attribute":"title","type":"blank","message":"is blank"}]}}', "title: is blank"),
        (b'{"errors":[{"field":"due_at","message":"is late","error_code":"e"}]}', "due_at: is late"),
        (b'{"errors":{"points":["is negative","is no number"]}}', "points: is negative; points: is no number"),
        (b'{"title":["is too long"],"id":"5"}', "title: is too long"),
        (b'["one","two"]', "one; two"),
        (b'"a text"', "a text"),
        (b"Bad Request\n", "Bad Request"),
        (b"two\r\nlines \x07 \xe2\x80\xaeand a turn", "two lines and a turn"),
        (b"<!DOCTYPE html><p>Login", ""),
        (b"\xef\xbb\xbf  <html>", ""),
        (b"", ""),
        (b"null", ""),
        (b"[[[[[[[[[[[[[\"deep\"]]]]]]]]]]]]]", ""),
        (b"\xff\xfe", "\ufffd\ufffd"),
    ],
)  # fmt: skip
def test_words_are_found_in_every_shape(body: bytes, told: str) -> None:
    assert words(body) == told


def test_words_hold_no_secret_and_no_signature() -> None:
    told = words(b'{"message":"Bearer 1~secret at https://s/x?X-Amz-Signature=abc"}', hidden=("1~secret", ""))
    assert told == "Bearer … at https://s/x"


def test_endless_words_are_cut() -> None:
    assert words(b"x" * 10_000) == "x" * 300 + "…"


def test_depth_without_end_is_survived() -> None:
    assert words(b"[" * 200_000) != ""


def test_the_storage_tells_by_its_message() -> None:
    body = b"<?xml version='1.0'?><Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error>"
    assert xml_words(body) == "Request has expired"


@given(st.binary())
def test_any_body_gives_one_printable_line(body: bytes) -> None:
    assert "\n" not in words(body)
