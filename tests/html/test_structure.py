"""Commands on lines change what they name and nothing beside it."""

from collections.abc import Callable

import pytest

from app.html.chain import Blocks
from app.html.list_item import continued, toggled_list
from app.html.read import read
from app.html.structure import aligned, indented, outdented, quoted, unquoted, with_heading, with_line
from app.html.write import fragment

NESTED = "<ul><li>a<ul><li>b</li><li>c</li></ul></li><li>d</li></ul>"


def after(html: str, change: Callable[[Blocks], Blocks]) -> str:
    """The HTML after a command."""
    return fragment(change(read(html).blocks))


@pytest.mark.parametrize(
    ("html", "first", "last", "result"),
    [
        ("<p>a</p>", 0, 0, "<ul><li>a</li></ul>"),
        ("<p>a</p><p>b</p>", 0, 1, "<ul><li>a</li><li>b</li></ul>"),
        ("<h2>a</h2>", 0, 0, "<ul><li><h2>a</h2></li></ul>"),
        ('<p class="x">a</p>', 0, 0, '<ul><li><p class="x">a</p></li></ul>'),
        ("<ul><li>a</li></ul>", 0, 0, "<p>a</p>"),
        ("<ul><li>a</li><li>b</li><li>c</li></ul>", 1, 1, "<ul><li>a</li></ul><p>b</p><ul><li>c</li></ul>"),
        ("<ul><li>a</li></ul><p>b</p>", 1, 1, "<ul><li>a</li><li>b</li></ul>"),
        ("<p>a</p><ul><li>b</li></ul>", 0, 0, "<ul><li>a</li><li>b</li></ul>"),
        ("<ol><li>a</li><li>b</li></ol>", 0, 1, "<ul><li>a</li><li>b</li></ul>"),
        ('<ol start="3" class="k"><li>a</li></ol>', 0, 0, '<ul class="k"><li>a</li></ul>'),
        ("<ol><li>a<ul><li>b</li></ul></li></ol>", 0, 0, "<ul><li>a<ul><li>b</li></ul></li></ul>"),
        ("<p>a</p><ol><li>b</li></ol>", 0, 1, "<ul><li>a</li><li>b</li></ul>"),
        (NESTED, 0, 0, "<p>a</p><ul><li>b</li><li>c</li></ul><ul><li>d</li></ul>"),
        (NESTED, 1, 1, "<ul><li>a</li></ul><p>b</p><ul><li>c</li></ul><ul><li>d</li></ul>"),
        ("<blockquote>a</blockquote>", 0, 0, "<blockquote><ul><li>a</li></ul></blockquote>"),
        (
            "<table><tbody><tr><td>a</td><td>b</td></tr></tbody></table>",
            *(0, 1),
            "<table><tbody><tr><td><ul><li>a</li></ul></td><td><ul><li>b</li></ul></td></tr></tbody></table>",
        ),
        ("<ul><li><table><tbody><tr><td>a</td></tr></tbody></table></li></ul>", 0, 0, None),
    ],
)
def test_lines_become_items_and_lines_again(html: str, first: int, last: int, result: str | None) -> None:
    inner = "<ul><li><table><tbody><tr><td><ul><li>a</li></ul></td></tr></tbody></table></li></ul>"
    assert after(html, lambda blocks: toggled_list(blocks, "ul", first, last)) == (result or inner)


@pytest.mark.parametrize(
    ("html", "place", "result"),
    [
        ("<ul><li>a</li><li>b</li></ul>", 1, "<ul><li>a<ul><li>b</li></ul></li></ul>"),
        ("<ol><li>a</li><li>b</li></ol>", 1, "<ol><li>a<ol><li>b</li></ol></li></ol>"),
        ("<ul><li>a</li></ul>", 0, "<ul><li>a</li></ul>"),
        (NESTED, 3, "<ul><li>a<ul><li>b</li><li>c</li><li>d</li></ul></li></ul>"),
        (NESTED, 2, "<ul><li>a<ul><li>b<ul><li>c</li></ul></li></ul></li><li>d</li></ul>"),
        ("<p>a</p>", 0, '<p style="padding-left: 40px;">a</p>'),
        ('<p style="padding-left: 40px;">a</p>', 0, '<p style="padding-left: 80px;">a</p>'),
    ],
)
def test_a_line_goes_one_step_in(html: str, place: int, result: str) -> None:
    assert after(html, lambda blocks: indented(blocks, place, place)) == result


@pytest.mark.parametrize(
    ("html", "place", "result"),
    [
        ("<ul><li>a</li></ul>", 0, "<p>a</p>"),
        (NESTED, 1, "<ul><li>a</li><li>b<ul><li>c</li></ul></li><li>d</li></ul>"),
        (NESTED, 2, "<ul><li>a<ul><li>b</li></ul></li><li>c</li><li>d</li></ul>"),
        (NESTED, 0, "<p>a</p><ul><li>b</li><li>c</li></ul><ul><li>d</li></ul>"),
        ("<ul><li>a</li><ul><li>b</li></ul></ul>", 1, "<ul><li>a</li><li>b</li></ul>"),
        ('<p style="padding-left: 40px;">a</p>', 0, "<p>a</p>"),
        ("<p>a</p>", 0, "<p>a</p>"),
    ],
)
def test_a_line_goes_one_step_out(html: str, place: int, result: str) -> None:
    assert after(html, lambda blocks: outdented(blocks, place, place)) == result


def test_several_items_go_in_together() -> None:
    html = "<ul><li>a</li><li>b<ul><li>c</li></ul></li><li>d</li></ul>"
    inside = "<ul><li>a<ul><li>b<ul><li>c</li></ul></li><li>d</li></ul></li></ul>"
    assert after(html, lambda blocks: indented(blocks, 1, 3)) == inside
    assert after(inside, lambda blocks: outdented(blocks, 1, 3)) == html


@pytest.mark.parametrize(
    ("html", "last", "result"),
    [
        ("<p>a</p><p>b</p>", 1, "<blockquote><p>a</p><p>b</p></blockquote>"),
        ("words", 0, "<blockquote><p>words</p></blockquote>"),
        ("<ul><li>a</li><li>b</li></ul>", 1, "<blockquote><ul><li>a</li><li>b</li></ul></blockquote>"),
    ],
)
def test_lines_are_quoted_together(html: str, last: int, result: str) -> None:
    assert after(html, lambda blocks: quoted(blocks, 0, last)) == result
    assert after(result, lambda blocks: quoted(unquoted(blocks, 0, last), 0, last)) == result


def test_a_heading_keeps_its_attributes() -> None:
    assert after('<p id="x">a</p>', lambda blocks: with_heading(blocks, 0, 0, 2)) == '<h2 id="x">a</h2>'
    assert after('<h2 id="x">a</h2>', lambda blocks: with_heading(blocks, 0, 0, 0)) == '<p id="x">a</p>'
    assert after("<p>a  b</p>", lambda blocks: with_line(blocks, 0, 0, "pre")) == "<pre>a b</pre>"


def test_a_line_is_aligned_and_not_any_more() -> None:
    html = '<p style="color: red; text-align: center;">a</p>'
    assert after('<p style="color: red">a</p>', lambda blocks: aligned(blocks, 0, 0, "center")) == html
    assert after(html, lambda blocks: aligned(blocks, 0, 0, None)) == '<p style="color: red;">a</p>'
    assert after('<p align="right">a</p>', lambda blocks: aligned(blocks, 0, 0, None)) == "<p>a</p>"


@pytest.mark.parametrize(
    ("html", "result"),
    [
        ('<p id="x" class="k">a</p>', '<p id="x" class="k">a</p><p class="k">!</p>'),
        ("<h2>a</h2>", "<h2>a</h2><p>!</p>"),
        ('<ol><li value="4">a</li></ol>', '<ol><li value="4">a</li><li>!</li></ol>'),
        ("<ul><li><p>a</p></li></ul>", "<ul><li><p>a</p></li><li><p>!</p></li></ul>"),
    ],
)
def test_the_line_below_is_of_the_same_kind(html: str, result: str) -> None:
    blocks = read(html).blocks
    below = continued(blocks[-1], blocks)
    typed = read("!").blocks[0].inlines
    assert fragment((*blocks, type(below)(typed, below.tag, below.containers))) == result
