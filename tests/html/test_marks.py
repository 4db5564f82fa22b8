"""Bold and the like come and go without residue."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.html.look import look
from app.html.marks import (
    Effect,
    all_have,
    merged,
    plain,
    toggled,
    with_background,
    with_colour,
    with_link,
    without_mark,
)
from app.html.read import read
from app.html.rich import Inline
from app.html.write import fragment
from tests.support.html import HTML

EFFECTS: tuple[Effect, ...] = ("bold", "italic", "underline", "strike", "sub", "super", "code")


def inlines(html: str) -> tuple[Inline, ...]:
    """The words of one paragraph."""
    return read(html).blocks[0].inlines


def html_of(words: tuple[Inline, ...]) -> str:
    """A paragraph of words."""
    block = read("<p>x</p>").blocks[0]
    return fragment((type(block)(words, block.tag),))


@pytest.mark.parametrize(
    ("html", "effect", "result"),
    [
        ("<p>a</p>", "bold", "<p><strong>a</strong></p>"),
        ("<p>a <b>b</b></p>", "bold", "<p><strong>a </strong><b>b</b></p>"),
        ('<p><b class="x">a</b></p>', "bold", '<p><span class="x">a</span></p>'),
        ('<p><span style="font-weight: bold; color: red;">a</span></p>', "bold", None),
        ("<p><em>a</em></p>", "bold", "<p><strong><em>a</em></strong></p>"),
        ("<p><strong>a</strong></p>", "italic", "<p><strong><em>a</em></strong></p>"),
        ("<p><sub>a</sub></p>", "super", "<p><sup>a</sup></p>"),
        ("<p>a</p>", "strike", "<p><del>a</del></p>"),
        ("<p><s>a</s></p>", "strike", "<p>a</p>"),
        ('<p><a href="/x">a</a></p>', "bold", '<p><a href="/x"><strong>a</strong></a></p>'),
        ('<p><img src="a"></p>', "bold", '<p><strong><img src="a"></strong></p>'),
    ],
)
def test_a_mark_comes_and_goes(html: str, effect: Effect, result: str | None) -> None:
    assert html_of(toggled(inlines(html), effect)) == (result or '<p><span style="color: red;">a</span></p>')


@given(HTML, st.sampled_from(EFFECTS))
def test_a_mark_that_is_set_twice_leaves_nothing(html: str, effect: Effect) -> None:
    for block in read(html).blocks:
        bare = merged(inline for inline in block.inlines if not all_have([inline], effect))
        opposite = {"sub": "super", "super": "sub"}.get(effect)
        if bare and not any(look(inline.marks).script == opposite for inline in bare if opposite):
            assert all_have(toggled(bare, effect), effect)
            assert toggled(toggled(bare, effect), effect) == bare


def test_a_link_keeps_what_else_it_had() -> None:
    (word,) = inlines('<p><a class="k" href="/x" target="_blank">a</a></p>')
    assert [tag.opening for tag in with_link(word.marks, "/y")] == ['<a class="k" href="/y" target="_blank">']
    assert [tag.opening for tag in without_mark(word.marks, "link")] == ['<span class="k">']


def test_a_colour_replaces_the_one_before() -> None:
    marks = with_colour(with_background(with_colour((), "red"), "yellow"), "blue")
    assert (look(marks).colour, look(marks).background) == ("blue", "yellow")
    assert with_background(with_colour(marks, ""), "") == ()


def test_a_highlight_is_a_background() -> None:
    (word,) = inlines("<p><mark>a</mark></p>")
    assert without_mark(word.marks, "background") == ()
    assert plain(word.marks) == ()
