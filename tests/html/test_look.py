"""How words and lines are shown follows from the elements around them."""

import pytest

from app.html.look import BlockLook, Look, block_look, look
from app.html.read import read


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("a", Look()),
        ("<strong><i>a</i></strong>", Look(bold=True, italic=True)),
        ('<b><span style="font-weight: normal">a</span></b>', Look()),
        ('<span style="font-weight: 700; font-style: ITALIC">a</span>', Look(bold=True, italic=True)),
        ('<span style="text-decoration: underline line-through;">a</span>', Look(underline=True, strike=True)),
        ("<ins><del>a</del></ins>", Look(underline=True, strike=True)),
        ("<sub><sup>a</sup></sub>", Look(script="super")),
        ("<kbd>a</kbd>", Look(code=True)),
        ('<a href="/x&amp;y">a</a>', Look(href="/x&y")),
        ('<font color="red"><span style="color: #123456">a</span></font>', Look(colour="#123456")),
        ('<span style="background-color: rgb(1, 2, 3); color:">a</span>', Look(background="rgb(1, 2, 3)")),
        ("<mark>a</mark>", Look(marked=True)),
        ('<span style="nonsense;;:;color">a</span>', Look()),
    ],
)
def test_words_are_shown_as_their_marks_say(html: str, shown: Look) -> None:
    assert look(read(html).blocks[0].inlines[0].marks) == shown


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("<p>a</p>", BlockLook()),
        ("<h3>a</h3>", BlockLook(level=3)),
        ("<pre>a</pre>", BlockLook(pre=True)),
        ("<blockquote><blockquote>a</blockquote></blockquote>", BlockLook(quote_depth=2)),
        ('<div style="text-align: right"><p>a</p></div>', BlockLook(align="right")),
        ('<p align="middle">a</p>', BlockLook(align="center")),
        ("<center>a</center>", BlockLook(align="center")),
        ('<p style="padding-left: 80px">a</p>', BlockLook(indent=2)),
        ('<p dir="RTL">a</p>', BlockLook(right_to_left=True)),
        ("<ul><li>a</li></ul>", BlockLook(list_kind="ul", list_depth=1, begins_item=True)),
        (
            '<ol start="3" type="a"><li>a</li></ol>',
            BlockLook(list_kind="ol", list_depth=1, list_style="a", start=3, begins_item=True),
        ),
        (
            '<ul><li><ol style="list-style-type: lower-roman"><li>a</li></ol></li></ul>',
            BlockLook(list_kind="ol", list_depth=2, list_style="lower-roman", begins_item=True),
        ),
        ("<li>a</li>", BlockLook(list_kind="ul", list_depth=1, begins_item=True)),
    ],
)
def test_a_line_is_shown_as_what_is_around_it_says(html: str, shown: BlockLook) -> None:
    assert block_look(read(html).blocks[0]) == shown


def test_only_the_first_line_of_an_item_has_its_bullet() -> None:
    blocks = read("<ul><li>a<p>b</p></li><li>c</li></ul>").blocks
    pairs = zip(blocks, (None, *blocks), strict=False)
    assert [block_look(block, before).begins_item for block, before in pairs] == [True, False, True]
