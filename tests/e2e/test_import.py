"""An old exam by drop and a copied list by Ctrl+V: reviewed, one question left out, in with one undo."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from pytestqt.qtbot import QtBot

from app.ui.importing.review_screen import ReviewScreen
from tests.e2e.conftest import OpenWindow
from tests.support.person import CONTROL, Person

EXAM = """
::Gas:: Which gas do leaves take up? {=carbon dioxide ~oxygen}

Which part takes up water? {=root ~leaf ~flower}

Name a play { =Hamlet ~Othello

The sun is a star. {T}
"""
LIST = "1. Which animals lay eggs?\na. cats\n*b. hens\n\n2. How many legs has a bee?\nAnswer: 6\n"
GAS, SUN = "Which gas do leaves take up?", "The sun is a star."
EGGS, LEGS = "Which animals lay eggs?", "How many legs has a bee?"


def test_an_old_exam_and_a_copied_list_become_a_quiz(open_window: OpenWindow, qtbot: QtBot, tmp_path: Path) -> None:
    person = open_window()
    person.new_quiz("Biology")
    (tmp_path / "exam.gift").write_text(EXAM)
    drop(person, tmp_path / "exam.gift")
    review = reviewed(person, qtbot)
    assert review.account.text() == "4 questions: 3 whole, 0 with losses, 1 refused."
    person.press(Qt.Key.Key_Down)
    person.press(Qt.Key.Key_Space)
    review.into.where.setFocus()
    person.press(Qt.Key.Key_Down)
    assert review.into.target is not None
    person.click(review.start)
    qtbot.waitUntil(lambda: first_words(person) == [GAS, SUN])
    person.undo()
    assert first_words(person) == []
    person.redo()
    assert first_words(person) == [GAS, SUN]
    person.screen.panel.list.select(person.quiz.items[0].id)
    paste(person, qtbot)
    assert first_words(person) == [GAS, EGGS, LEGS, SUN]
    person.undo()
    person.redo()
    person = open_window()
    person.window.open_quiz(person.window.workspace.rows()[0].id)
    assert first_words(person) == [GAS, EGGS, LEGS, SUN]


def paste(person: Person, qtbot: QtBot) -> None:
    """Into the list of questions, with keys alone."""
    QGuiApplication.clipboard().setText(LIST)
    person.screen.panel.list.setFocus()
    person.press(Qt.Key.Key_V, CONTROL)
    review = reviewed(person, qtbot)
    assert review.into.where.currentText() == "“Biology”, below question 1"
    person.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: person.window.pages.quiz is not None and len(person.quiz.items) == 4)


def reviewed(person: Person, qtbot: QtBot) -> ReviewScreen:
    page = person.window.files.imports.page
    qtbot.waitUntil(lambda: page.isVisible() and page.body.isVisible())
    return page


def drop(person: Person, path: Path) -> None:
    """From the file manager onto the window."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    person.window.dropEvent(QDropEvent(QPointF(400, 300), copy, data, left, Qt.KeyboardModifier.NoModifier))


def first_words(person: Person) -> list[str]:
    return [item.summary.first_words for item in person.quiz.items]
