"""Unknown words are underlined beside the typing; the text itself is never touched."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.spelling.dictionary import Dictionary
from app.ui.fields.rich_text.spelling import Spelling
from app.ui.fields.rich_text.spelling_marks import SpellingMarks
from tests.support.dictionary import make_dictionary

pytest.importorskip("hunspell")


@pytest.fixture
def spelling(tmp_path: Path) -> Spelling:
    made = Spelling()
    made.use(Dictionary((make_dictionary(tmp_path, "the", "heart", "beat", "slowly"),), tmp_path / "words.txt"))
    return made


@pytest.fixture
def edit(window: QWidget) -> QTextEdit:
    made = QTextEdit(window)
    QVBoxLayout(window).addWidget(made)
    return made


@pytest.fixture
def marks(edit: QTextEdit, spelling: Spelling) -> SpellingMarks:
    return SpellingMarks(edit, spelling, skips=lambda look: look.fontFixedPitch() or look.isAnchor())


def underlined(edit: QTextEdit) -> list[str]:
    found, block = [], edit.document().begin()
    while block.isValid():
        text = block.text().encode("utf-16-le")
        ranges = [(each.start, each.length) for each in block.layout().formats()]
        found += [text[2 * start : 2 * (start + length)].decode("utf-16-le") for start, length in ranges]
        block = block.next()
    return found


def test_unknown_words_are_underlined(edit: QTextEdit, marks: SpellingMarks, qtbot: QtBot) -> None:
    edit.setPlainText("The haert beats.\n😀 slowley")
    qtbot.waitUntil(lambda: marks.is_done)
    assert underlined(edit) == ["haert", "slowley"]


def test_the_text_does_not_change_by_that(edit: QTextEdit, marks: SpellingMarks, qtbot: QtBot) -> None:
    edit.setPlainText("The haert")
    changes: list[int] = []
    edit.document().contentsChange.connect(lambda *_: changes.append(1))
    qtbot.waitUntil(lambda: underlined(edit) == ["haert"])
    assert not changes
    assert "underline" not in edit.toHtml()


def test_code_and_links_and_objects_are_not_judged(edit: QTextEdit, marks: SpellingMarks, qtbot: QtBot) -> None:
    code, link = QTextCharFormat(), QTextCharFormat()
    code.setFontFixedPitch(True)
    link.setAnchor(True)
    cursor = edit.textCursor()
    for words, look in (("qwert ", code), ("asdfg ", link), ("the ", QTextCharFormat())):
        cursor.insertText(words, look)
    qtbot.waitUntil(lambda: marks.is_done)
    assert underlined(edit) == []


def test_a_word_is_judged_when_it_is_left(edit: QTextEdit, marks: SpellingMarks, qtbot: QtBot) -> None:
    edit.setFocus()
    QTest.keyClicks(edit, "the haert")
    qtbot.waitUntil(lambda: marks.is_done)
    assert underlined(edit) == []
    QTest.keyClick(edit, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: underlined(edit) == ["haert"])


def test_a_long_text_is_judged_in_slices(edit: QTextEdit, marks: SpellingMarks, qtbot: QtBot) -> None:
    edit.setPlainText("\n".join(f"the heart beats slowly qwe{chr(97 + n % 26)}" for n in range(2000)))
    qtbot.waitUntil(lambda: marks.is_done)
    assert len(underlined(edit)) == 2000


def test_a_suggestion_replaces_the_word(edit: QTextEdit, marks: SpellingMarks, qtbot: QtBot) -> None:
    edit.setPlainText("the haert beats")
    menu = QMenu()
    qtbot.addWidget(menu)
    menu.addAction("Copy")

    def replace(start: int, end: int, text: str) -> None:
        cursor = QTextCursor(edit.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text)

    marks.add_actions(menu, 6, replace)
    assert [action.text() for action in menu.actions()] == ["heart", "Add “haert” to dictionary", "", "Copy"]
    menu.actions()[0].trigger()
    assert edit.toPlainText() == "the heart beats"


def test_a_word_added_to_the_dictionary_is_right(edit: QTextEdit, marks: SpellingMarks, qtbot: QtBot) -> None:
    edit.setPlainText("the haert beats")
    qtbot.waitUntil(lambda: underlined(edit) == ["haert"])
    menu = QMenu()
    qtbot.addWidget(menu)
    marks.add_actions(menu, 6, lambda *_: None)
    menu.actions()[-1].trigger()
    qtbot.waitUntil(lambda: underlined(edit) == [])


def test_a_right_word_adds_nothing_to_the_menu(edit: QTextEdit, marks: SpellingMarks, qtbot: QtBot) -> None:
    edit.setPlainText("the heart")
    menu = QMenu()
    qtbot.addWidget(menu)
    marks.add_actions(menu, 6, lambda *_: None)
    assert menu.isEmpty()
