"""A line of plain text."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolTip, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.fields.line import LineField


@pytest.mark.parametrize(("html", "is_told"), [("<b>a</b>", True), ("<span>a</span>", False)])
def test_a_line_says_that_formatting_was_left_out(window: QWidget, qtbot: QtBot, html: str, is_told: bool) -> None:
    line = LineField("Label", window)
    QVBoxLayout(window).addWidget(line)
    line.show()
    data = QMimeData()
    data.setText("a")
    data.setHtml(html)
    QGuiApplication.clipboard().setMimeData(data)
    QTest.keyClick(line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    said = QToolTip.text()
    QToolTip.hideText()
    QGuiApplication.clipboard().clear()
    assert line.text() == "a"
    assert ("formatting was left out" in said) is is_told
