"""Paragraphs of plain text go in and out of HTML without loss; what is richer is never touched."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.html.paragraphs import edited_html, html_of, paragraphs
from app.html.text import plain_text

TEXTS = st.lists(st.text(st.characters(codec="utf-8") | st.sampled_from(" \n&<>\u00a0"), max_size=30), max_size=5)
SCRAPS = [
    "<p>",
    "</p>",
    "<P >",
    "<br>",
    "<br />",
    " ",
    "\n",
    "a",
    "b",
    "&nbsp;",
    "&amp;",
    "&lt;p&gt;",
    "&#8232;",
    "<",
    "&",
]
RICH = ["<b>a</b>", '<p class="x">a</p>', "<!-- a -->", "<p>a<p>b", "<p>a", "a</p>", "a<p>b</p>", "<p", "</", "<img>"]


@pytest.mark.parametrize(
    ("html", "texts"),
    [
        ("", ()),
        ("<p></p>", ()),
        ("bare words", ("bare words",)),
        ("<p>one</p>\n<p>two</p>", ("one", "two")),
        ("<p>a &lt; b &amp;&amp; c</p>", ("a < b && c",)),
        ("3 < 4", ("3 < 4",)),
        ("<p>caf&eacute; &#x2713;</p>", ("café ✓",)),
        ("<p>a<br>b<br /></p>", ("a\nb",)),
        ("<p>&nbsp;</p><p>x</p>", ("", "x")),
        ("<p> a\n  b </p>", ("a b",)),
        ("<P>x</P>", ("x",)),
        ("<p>a&#10;b</p>", ("a b",)),
    ],
)
def test_plain_paragraphs_are_read(html: str, texts: tuple[str, ...]) -> None:
    assert paragraphs(html) == texts


@pytest.mark.parametrize(
    "html", [*RICH, "<p>\u2028</p>", "<p>&#8233;</p>", "<p>a\x00</p>", "<div>a</div>", "<p>a</p>b"]
)
def test_anything_richer_is_told_apart(html: str) -> None:
    assert paragraphs(html) is None


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
@example(["\n a"])
def test_what_is_written_is_read_back(texts: list[str]) -> None:
    html = html_of(texts)
    read = paragraphs(html)
    assert read is not None
    assert html_of(read) == html


@given(TEXTS)
def test_no_word_is_lost(texts: list[str]) -> None:
    assert plain_text(html_of(texts)).split() == plain_text("<br>".join(html_of([text]) for text in texts)).split()


@given(st.lists(st.sampled_from(SCRAPS + RICH), max_size=12).map("".join))
def test_looking_at_a_text_changes_no_byte(html: str) -> None:
    texts = paragraphs(html)
    if texts is not None:
        assert edited_html(html, texts) == html
        assert plain_text(html_of(texts)) == plain_text(html)


def test_an_edit_is_written_anew() -> None:
    assert edited_html("caf&eacute;", ("cafés",)) == "<p>cafés</p>"


@pytest.mark.timeout(5)
def test_a_very_long_text_is_read_in_time() -> None:
    assert paragraphs("<p>" + "a < b <br> " * 50_000) is None
