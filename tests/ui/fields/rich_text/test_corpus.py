"""What Canvas sends: opened and closed it is the same bytes, and an edit touches only its own paragraph."""

import pytest

from app.html.read import read
from tests.support.author import Author
from tests.support.html import FRAGMENTS


@pytest.mark.parametrize("chunk", range(20))
def test_opened_and_closed_nothing_changes(author: Author, chunk: int) -> None:
    for html in FRAGMENTS[chunk::20]:
        author.field.show_html(html)
        author.field.finish()
        assert author.field.html == html
        assert author.edit.rich.blocks == read(html).blocks or author.field.is_source
    assert author.values == []


@pytest.mark.parametrize("chunk", range(20))
def test_one_paragraph_is_edited_and_every_other_piece_keeps_its_bytes(author: Author, chunk: int) -> None:
    for html in FRAGMENTS[chunk::20]:
        author.field.show_html("")
        author.field.show_html(f"<p>mine</p>\n{html}")
        if author.field.is_source or author.edit.texts()[0] != "mine":
            continue
        author.go("mine")
        author.type("!")
        assert author.field.html == f"<p>mine!</p>\n{html}"
