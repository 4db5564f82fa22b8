"""A link leads where it says."""

import pytest

from app.html.address import address_problem, completed, host_of


@pytest.mark.parametrize(
    ("typed", "address", "host"),
    [
        ("example.org", "https://example.org", "example.org"),
        (" https://example.org/a?b#c ", "https://example.org/a?b#c", "example.org"),
        ("//example.org/a", "https://example.org/a", "example.org"),
        ("example.org:8080/a", "https://example.org:8080/a", "example.org"),
        ("ann@example.org", "mailto:ann@example.org", "ann@example.org"),
        ("mailto:ann@example.org?subject=Hi", "mailto:ann@example.org?subject=Hi", "ann@example.org"),
        ("/courses/1/pages/x", "/courses/1/pages/x", ""),
        ("#part", "#part", ""),
        ("http://localhost:3000", "http://localhost:3000", "localhost"),
        ("https://[::1]/a", "https://[::1]/a", "::1"),
        ("bücher.example", "https://bücher.example", "bücher.example"),
    ],
)
def test_an_address_is_completed(typed: str, address: str, host: str) -> None:
    assert completed(typed) == address
    assert address_problem(address) is None
    assert host_of(address) == host


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", "Type an address"),
        ("https://example.org/a b", "no spaces"),
        ("javascript:alert(1)", "not to “javascript:”"),
        ("file:///etc/passwd", "not to “file:”"),
        ("ftp://example.org", "not to “ftp:”"),
        ("https://", "no website"),
        ("words", "no website"),
        ("https://exa_mple", "no website"),
        ("https://[bad", "cannot be read"),
        ("https://example.org:99999", "cannot be read"),
        ("mailto:ann", "A mail address"),
    ],
)
def test_an_address_that_leads_nowhere_is_told(typed: str, words: str) -> None:
    assert words in str(address_problem(completed(typed)))
