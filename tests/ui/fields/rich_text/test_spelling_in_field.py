"""A suggestion is taken from the menu of a rich text, in one step and in the format of the word."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.spelling.dictionary import Dictionary
from app.ui.fields.rich_text.menu import open_menu
from app.ui.fields.rich_text.spelling import Spelling
from tests.support.author import Author
from tests.support.dictionary import make_dictionary
from tests.support.shelf import Shelf

pytest.importorskip("hunspell")


@pytest.fixture
def english(shelf: Shelf, tmp_path: Path) -> Iterator[Spelling]:
    spelling = shelf.pictures.findChild(Spelling)
    assert spelling is not None
    spelling.use(Dictionary((make_dictionary(tmp_path, "the", "heart", "beat"),)))
    yield spelling
    spelling.use(Dictionary(()))


def test_a_suggestion_replaces_the_word_in_its_format(author: Author, english: Spelling, qtbot: QtBot) -> None:
    author.show("<p>the <strong>haert</strong> beats</p>")
    author.go("haert", after=False)
    author.edit.setFocus()
    place = author.edit.viewport().mapToGlobal(author.edit.cursorRect().center())
    menu = open_menu(author.edit, place)
    assert menu.actions()[0].text() == "heart"
    menu.actions()[0].trigger()
    menu.close()
    assert author.values == ["<p>the <strong>haert</strong> beats</p>", "<p>the <strong>heart</strong> beats</p>"]
