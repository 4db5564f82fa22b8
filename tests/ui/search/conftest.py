"""A row of filters in an active window."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui.search.filter_bar import FilterBar


@pytest.fixture
def bar(qtbot: QtBot) -> Iterator[FilterBar]:
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(700, 200)
    bar = FilterBar(lambda: ("botany", "Exam 2024"), page)
    bar.resize(700, 80)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    yield bar
    page.hide()
