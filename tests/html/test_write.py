"""What is typed becomes plain paragraphs; what is untouched keeps its source wherever it goes."""

from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.html.read import read
from app.html.rich import Atom, Block, Inline, Words
from app.html.tag import Tag
from app.html.write import fragment, written

BOLD, ITALIC = Tag("<b>"), Tag("<i>")
TEXTS = st.lists(st.text(st.characters(codec="utf-8") | st.sampled_from(" \n&<>\u00a0"), max_size=30), max_size=5)


def paragraphs(*texts: str) -> tuple[Block, ...]:
    """A paragraph for each text, as it is typed."""
    return tuple(Block((Words(text),) if text else (), Tag("<p>")) for text in texts)


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
        (("a \nb",), "<p>a<br>b</p>"),
        (("a\u2028b\x00",), "<p>ab</p>"),
        (("\u00a0",), ""),
        (("a\tb",), "<p>a b</p>"),
    ],
)
def test_what_is_typed_becomes_paragraphs(texts: tuple[str, ...], html: str) -> None:
    assert fragment(paragraphs(*texts)) == html
    assert written(paragraphs(*texts), read("")) == html


@given(TEXTS)
@example(["  a   b"])
@example(["\n a"])
@example(["a \n b"])
def test_what_was_typed_is_read_back(texts: list[str]) -> None:
    html = fragment(paragraphs(*texts))
    assert fragment(read(html).blocks) == html


@pytest.mark.parametrize(
    ("inlines", "html"),
    [
        ((Words("a", (BOLD,)), Words("b", (BOLD, ITALIC)), Words("c", (ITALIC,))), "<b>a<i>b</i></b><i>c</i>"),
        ((Words("a", (BOLD,)), Words("", (ITALIC,)), Words("b", (BOLD,))), "<b>ab</b>"),
        ((Words("a "), Words(" b", (BOLD,))), "a&nbsp;<b> b</b>"),
        ((Words("a", (BOLD,)), Words("  ", (ITALIC,))), "<b>a</b>"),
        ((Atom("<img>"), Words("  ")), "<img>"),
        ((Words("a"), Atom("<hr>"), Words("b")), None),
    ],
)
def test_marks_are_nested_without_residue(inlines: tuple[Inline, ...], html: str | None) -> None:
    assert fragment((Block(inlines, Tag("<p>")),)) == (f"<p>{html}</p>" if html else "<p>a</p><hr><p>b</p>")


@pytest.mark.parametrize(
    ("html", "order", "result"),
    [
        ("<P>a</P><p >b</p>", [1, 0], "<p >b</p><P>a</P>"),
        ("<p>a<p>b<p>c", [0, 2], "<p>a<p>c"),
        ("<p>a<p>b", [1, 0], "<p>b<p>a</p>"),
        ("a<hr>b", [0, 2], "<p>a</p>b"),
        ("<p>a<hr>b", [0, 2], "<p>a</p>b"),
        ("<p>a</p> <!-- x --> <p>b</p>\n<p>c</p>\n", [0, 2], "<p>a</p> <!-- x --> \n<p>c</p>\n"),
        ("<p>a</p>\n<p>b</p>\n", [0], "<p>a</p>\n"),
        ("<!-- x --><p>a</p>", [], ""),
        ("<p>a</p><p id=x></p><p>b</p>", [1], "<p id=x></p><p>b</p>"),
        ("<ul><li>a<li>b</ul><p>c", [0, 2], "<ul><li>a</li></ul><p>c"),
        ("<ol><li>a</li></ol><ol><li>b</li></ol>", [1, 0], "<ol><li>b</li></ol><ol><li>a</li></ol>"),
    ],
)
def test_what_is_moved_or_left_keeps_its_source(html: str, order: list[int], result: str) -> None:
    text = read(html)
    assert written([text.blocks[place] for place in order], text) == result


@pytest.mark.parametrize(
    ("html", "result"),
    [
        ("<div><p>a", "<div><p>a</p></div><p>new</p>"),
        ("<p><b>a", "<p><b>a</b></p><p>new</p>"),
        ("<p>a<", "<p>a<<p>new</p>"),
        ("<p>a</", "<p>a&lt;/</p><p>new</p>"),
        ("<p>a<b", "<p>a&lt;b</p><p>new</p>"),
        ("<figure><p>a", "<figure><p>a</p></figure><p>new</p>"),
        ("<p>a</p><!-- x -->", "<p>a</p><p>new</p><!-- x -->"),
    ],
)
def test_what_is_added_is_not_swallowed_by_what_was_left_open(html: str, result: str) -> None:
    text = read(html)
    assert written((*text.blocks, *paragraphs("new")), text) == result


def test_elements_that_were_made_anew_in_the_same_place_are_the_same() -> None:
    text = read("<UL><li>a<li>b</UL>")
    other = read("<p>x</p><ul><li>x</li></ul><UL><li>a<li>b</UL>").blocks[2:]
    assert other != text.blocks
    assert written([replace(block, piece=0) for block in other], text) == "<UL><li>a<li>b</UL>"
