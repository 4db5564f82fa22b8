"""Editors in a window, wired to a document as the quiz screen does it."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.models.item import Item
from app.models.question import Question
from app.models.quiz import NewQuiz, Quiz
from app.session.document import Document
from app.ui.editors.table import editor_key, new_editor
from tests.support.opened import Opened
from tests.support.shelf import Shelf


@pytest.fixture
def opened(qtbot: QtBot, shelf: Shelf) -> Callable[[Item | Question], Opened]:
    def open_one(entry: Item | Question) -> Opened:
        item = entry if isinstance(entry, Item) else Item.of(entry)
        document = Document(Quiz("q", NewQuiz(title="t"), (item,)), {})
        window = QWidget()
        qtbot.addWidget(window)
        editor = new_editor(editor_key(item), shelf.pictures, window)
        QVBoxLayout(window).addWidget(editor)
        made = Opened(document, editor, window)
        editor.edited.connect(document.edit_item)
        document.changed.connect(made.show)
        made.show()
        window.resize(860, 700)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return made

    return open_one
