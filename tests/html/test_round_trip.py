"""A text that is opened and closed keeps every byte; an edit changes the piece that it was made in alone."""

from dataclasses import replace
from html import unescape

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from app.html.read import read
from app.html.rich import RichText, Words
from app.html.unfit import UNFIT
from app.html.write import fragment, written
from tests.support.blocks import has_loose_ends, said
from tests.support.html import FRAGMENTS, HTML


def edited(text: RichText, place: int) -> str:
    """The HTML after a word was typed at the end of one block."""
    blocks = list(text.blocks)
    blocks[place] = replace(blocks[place], inlines=(*blocks[place].inlines, Words("typed")))
    return written(blocks, text)


@pytest.mark.parametrize("html", FRAGMENTS)
def test_a_text_that_is_looked_at_keeps_every_byte(html: str) -> None:
    text = read(html)
    assert "".join(piece.source for piece in text.pieces) == html
    assert written(text.blocks, text) == html


@pytest.mark.parametrize("html", FRAGMENTS)
def test_an_edit_leaves_every_other_piece_as_it_came(html: str) -> None:
    text = read(html)
    for place, block in enumerate(text.blocks):
        result, number = edited(text, place), block.piece
        assert number is not None
        assert result.startswith("".join(piece.source for piece in text.pieces[:number]))
        assert result.endswith("".join(piece.source for piece in text.pieces[number + 1 :]))
        assert "typed" in result


@pytest.mark.parametrize("html", FRAGMENTS)
def test_what_is_written_is_read_and_written_alike(html: str) -> None:
    once = fragment(read(html).blocks)
    assert fragment(read(once).blocks) == once


@given(HTML)
@example("<b>a<p>b</b>c</p>d")
def test_any_text_keeps_every_byte(html: str) -> None:
    text = read(html)
    assert "".join(piece.source for piece in text.pieces) == html
    assert written(text.blocks, text) == html


@given(HTML)
def test_anything_that_is_written_is_read_and_written_alike(html: str) -> None:
    assume(not has_loose_ends(read(html).blocks))
    once = fragment(read(html).blocks)
    assert fragment(read(once).blocks) == once


@given(HTML, st.data())
def test_a_paragraph_that_goes_takes_nothing_else_along(html: str, data: st.DataObject) -> None:
    assume(not UNFIT.search(unescape(html)))  # a line with one becomes a single atom, whatever is in it
    text = read(f"<p>first</p>{html}")
    blocks = text.blocks
    gone = data.draw(st.integers(0, len(blocks) - 1))
    left = (*blocks[:gone], *blocks[gone + 1 :])
    assert said(read(written(left, text)).blocks) == said(left)
