"""Rows and columns come and go; the rest of a table stays."""

from collections.abc import Callable

import pytest

from app.html.chain import Blocks
from app.html.read import read
from app.html.rich import Block
from app.html.table import (
    has_header_row,
    is_in_table,
    new_table,
    position,
    size,
    with_column,
    with_header_row,
    with_row,
    without_column,
    without_row,
    without_table,
)
from app.html.write import fragment

TABLE = '<table border="1"><tbody><tr><td class="k">a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></tbody></table>'
HEADED = '<table><thead><tr><th scope="col">a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>'


def after(html: str, change: Callable[[Blocks], Blocks]) -> str:
    """The HTML after a command."""
    return fragment(change(read(html).blocks))


def test_a_new_table_has_a_header_row_if_wanted() -> None:
    blocks = new_table(2, 2, header=True)
    assert size(blocks, 0) == (2, 2)
    assert has_header_row(blocks, 3)
    assert position(blocks, 3) == (1, 1)
    assert all(is_in_table(block) for block in blocks)
    assert fragment(read(fragment(blocks)).blocks) == fragment(blocks)


def test_a_row_is_made_like_its_neighbour() -> None:
    html = TABLE.replace("</tr><tr>", '</tr><tr><td class="k"></td><td></td></tr><tr>')
    assert after(TABLE, lambda blocks: with_row(blocks, 0)) == html
    assert after(html, lambda blocks: without_row(blocks, 2)) == TABLE


def test_a_row_below_the_header_is_no_header() -> None:
    html = HEADED.replace("<tbody>", "<tbody><tr><td></td></tr>")
    assert after(HEADED, lambda blocks: with_row(blocks, 0)) == html
    assert after(html, lambda blocks: without_row(blocks, 1)) == HEADED


def test_a_column_is_made_like_its_neighbour() -> None:
    html = TABLE.replace("a</td>", 'a</td><td class="k"></td>').replace("c</td>", "c</td><td></td>")
    assert after(TABLE, lambda blocks: with_column(blocks, 2)) == html
    assert after(html, lambda blocks: without_column(blocks, 1)) == TABLE


def test_a_column_on_the_left_drops_the_widths_of_those_that_were() -> None:
    html = "<table><colgroup><col></colgroup><tbody><tr><td>a</td></tr></tbody></table>"
    result = "<table><tbody><tr><td></td><td>a</td></tr></tbody></table>"
    assert after(html, lambda blocks: with_column(blocks, 0, after=False)) == result


def test_the_last_row_or_column_takes_the_table_along() -> None:
    html = "<p>x</p><table><tbody><tr><td>a</td></tr></tbody></table>"
    for change in (without_row, without_column, without_table):
        assert after(html, lambda blocks, change=change: change(blocks, 1)) == "<p>x</p>"  # type: ignore[misc]


def test_a_header_row_comes_and_goes() -> None:
    plain = "<table><tbody><tr><td>a</td></tr><tr><td>b</td></tr></tbody></table>"
    assert after(plain, lambda blocks: with_header_row(blocks, 1)) == HEADED
    assert after(HEADED, lambda blocks: with_header_row(blocks, 0, header=False)) == plain


@pytest.mark.parametrize(
    "html",
    [
        "<table><caption>c</caption><tbody><tr><td>a</td></tr></tbody></table>",
        '<table><tbody><tr><td colspan="2">a</td></tr></tbody></table>',
        "<table><tbody><tr><td>a</td></tr><tr><td>b</td><td>c</td></tr></tbody></table>",
        "<table><tbody><tr><td><table><tbody><tr><td>a</td></tr></tbody></table></td></tr></tbody></table>",
        "<table>words<tbody><tr><td>a</td></tr></tbody></table>",
        "<table></table>",
    ],
)
def test_a_table_that_is_not_regular_stays_whole(html: str) -> None:
    (block,) = read(html).blocks
    assert isinstance(block, Block)
    assert fragment((block,)) == html
    assert not is_in_table(block)
