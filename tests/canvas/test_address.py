"""What a person types as the address of Canvas, and addresses as they are printed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.canvas.address import canvas_address, redacted, redacted_text
from app.canvas.errors import AddressRefused


@pytest.mark.parametrize(
    ("typed", "origin"),
    [
        ("uni.instructure.com", "https://uni.instructure.com"),
        ("  HTTPS://Uni.Instructure.com/  ", "https://uni.instructure.com"),
        ("https://canvas.uni.edu/courses/5/assignments?x=1#top", "https://canvas.uni.edu"),
        ("canvas.uni.edu:443", "https://canvas.uni.edu"),
        ("canvas.uni.edu:8443/login", "https://canvas.uni.edu:8443"),
        ("uni.instructure.com.", "https://uni.instructure.com"),
        ("bücher.example", "https://xn--bcher-kva.example"),
        ("http://127.0.0.1:8123", "http://127.0.0.1:8123"),
        ("localhost:3000", "http://localhost:3000"),
        ("https://localhost", "https://localhost"),
        ("http://[::1]:80/", "http://[::1]"),
    ],
)
def test_what_a_person_types_becomes_an_origin(typed: str, origin: str) -> None:
    assert canvas_address(typed) == origin
    assert canvas_address(origin) == origin


@pytest.mark.parametrize(
    "typed",
    [
        "", "   ", "my school", "https://", "https:///courses", "http://uni.instructure.com", "http://127.0.0.1.evil.example",
        "ftp://uni.edu", "javascript:alert(1)", "file:///etc/passwd", "uni.edu:99999", "uni.edu:x", "uni.edu:0",
        "https://uni.edu\\@evil.example", "-uni.edu", "uni..edu", "https://[::1", "uni_x.edu", "a" * 64 + ".edu",
    ],
)  # fmt: skip
def test_what_cannot_be_a_canvas_is_refused(typed: str) -> None:
    with pytest.raises(AddressRefused):
        canvas_address(typed)


@pytest.mark.parametrize("typed", ["https://me:secret@uni.edu", "me:secret@uni.edu", "https:me:secret@uni.edu"])
def test_a_password_in_the_address_is_refused_and_not_repeated(typed: str) -> None:
    with pytest.raises(AddressRefused) as refused:
        canvas_address(typed)
    assert "secret" not in str(refused.value)


def test_plain_http_is_answered_with_the_https_address() -> None:
    with pytest.raises(AddressRefused, match=r"Enter https://uni\.edu instead"):
        canvas_address("http://uni.edu/courses")


@given(st.text())
def test_any_text_is_an_origin_or_refused(text: str) -> None:
    try:
        origin = canvas_address(text)
    except AddressRefused:
        return
    assert canvas_address(origin) == origin
    assert origin.startswith(("https://", "http://"))


@pytest.mark.parametrize(
    ("url", "printed"),
    [
        ("https://u:p@host:1/a/b?X-Amz-Signature=s#f", "https://host:1/a/b"),
        ("https://host/@2x.png", "https://host/@2x.png"),
        ("u:p@host", "u:host"),
        ("https://[broken?secret", "…"),
    ],
)
def test_a_printed_address_has_no_query_and_no_user(url: str, printed: str) -> None:
    assert redacted(url) == printed


def test_addresses_inside_a_text_are_redacted() -> None:
    text = 'HTTP Request: PUT https://store/a?X-Amz-Signature=s "200"'
    assert redacted_text(text) == 'HTTP Request: PUT https://store/a "200"'
