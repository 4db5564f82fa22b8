"""Paragraphs of plain text are written as HTML without loss."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.html.paragraphs import html_of
from app.html.read import read
from app.html.text import plain_text
from app.html.write import fragment

TEXTS = st.lists(st.text(st.characters(codec="utf-8") | st.sampled_from(" \n&<>\u00a0"), max_size=30), max_size=5)


@pytest.mark.parametrize(
    ("texts", "html"),
    [
        ((), ""),
        (("", " ", "\n"), ""),
        (("x < y & z",), "<p>x &lt; y &amp; z</p>"),
        (("one", "", "two", ""), "<p>one</p><p>&nbsp;</p><p>two</p>"),
        (("a  b ",), "<p>a&nbsp; b</p>"),
        ((" a",), "<p>&nbsp;a</p>"),
        (("a\nb",), "<p>a<br>b</p>"),
    ],
)
def test_paragraphs_are_written(texts: tuple[str, ...], html: str) -> None:
    assert html_of(texts) == html


@given(TEXTS)
@example(["  a   b"])
def test_what_is_written_is_read_as_so_many_paragraphs(texts: list[str]) -> None:
    html = html_of(texts)
    blocks = read(html).blocks
    assert len(blocks) == html.count("<p>")
    assert plain_text(fragment(blocks)) == plain_text(html)


@given(TEXTS)
def test_no_word_is_lost(texts: list[str]) -> None:
    assert plain_text(html_of(texts)).split() == plain_text("<br>".join(html_of([text]) for text in texts)).split()


def test_plain_paragraphs_say_the_same_with_and_without_a_parser() -> None:
    for html in ("<p>a  b</p>", "<p>a</p>\n<p> b\u00a0c </p>", "<p></p>", "<p>a</p><p>b > c</p>"):
        assert plain_text(html) == plain_text(html + "<i></i>")
