"""A field in an active window, over a real library of pictures."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.fields.rich_text.field import RichTextField
from tests.support.author import Author
from tests.support.shelf import Shelf


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(500, 400)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


@pytest.fixture
def field(window: QWidget, shelf: Shelf) -> Iterator[RichTextField]:
    made = RichTextField("Question", shelf.pictures, window)
    QVBoxLayout(window).addWidget(made)
    made.show()
    made.setFocus()
    yield made
    QGuiApplication.clipboard().clear()  # the offscreen clipboard would outlive Python


@pytest.fixture
def author(field: RichTextField) -> Author:
    return Author(field)
