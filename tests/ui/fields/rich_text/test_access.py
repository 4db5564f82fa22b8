"""What a screen reader is told, and what is reached by keys alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.html.equation import equation_source
from app.ui.fields.rich_text.equation_part import EquationPart
from tests.support.author import ALT, Author

DRAWN_MS = 20_000
"""The first equation loads what draws all of them."""
EQUATION = equation_source(r"\frac{a}{b}")
SAID = {
    EQUATION: r"equation, \frac{a}{b}",
    '<img src="media:0" alt="a leaf">': "picture, a leaf",
    '<img src="media:0" alt="" role="presentation">': "picture, decoration",
    '<img src="media:0" alt="">': "picture, without a description",
    '<iframe src="https://example.org" width="560" height="315"></iframe>': "Embedded page 560 × 315",
}


def part(author: Author) -> EquationPart:
    made = author.field.parts.part("equation")
    assert isinstance(made, EquationPart)
    return made


@pytest.mark.parametrize("source", SAID)
def test_what_the_cursor_stands_at_is_told(author: Author, source: str) -> None:
    author.show(f"<p>one {source} two</p>")
    author.go("one ")
    assert author.edit.accessibleDescription() == SAID[source]
    author.go("two")
    assert author.edit.accessibleDescription() == ""


def test_alt_e_opens_the_equation_at_the_cursor_and_enter_changes_it(author: Author, qtbot: QtBot) -> None:
    author.show(f"<p>one {EQUATION} two</p>")
    author.go("\ufffc")
    author.press(Qt.Key.Key_E, held=ALT)
    bar = part(author).bar
    assert bar.field.latex == r"\frac{a}{b}"
    bar.field.selectAll()
    QTest.keyClicks(bar.field, "x^2")
    bar.done.click()
    qtbot.waitUntil(lambda: "x^2" in author.html, timeout=DRAWN_MS)
    assert author.edit.hasFocus()
    author.undo()
    assert author.html == f"<p>one {EQUATION} two</p>"


def test_alt_e_begins_a_new_equation_where_there_is_none(author: Author, qtbot: QtBot) -> None:
    author.show("<p>one</p>")
    author.go("one")
    author.press(Qt.Key.Key_E, held=ALT)
    QTest.keyClicks(part(author).bar.field, "y")
    part(author).bar.done.click()
    qtbot.waitUntil(lambda: author.html == f"<p>one{equation_source('y')}</p>", timeout=DRAWN_MS)


def test_a_double_click_opens_the_equation(author: Author) -> None:
    author.show(f"<p>{EQUATION}</p>")
    author.edit.select_atom(0)
    author.edit.opened.emit()
    assert part(author).isVisible()


def test_tab_leaves_the_text_and_comes_back(author: Author, window: QWidget) -> None:
    other = QLineEdit(window)
    layout = window.layout()
    assert layout is not None
    layout.addWidget(other)
    other.show()
    author.edit.setFocus()
    author.press(Qt.Key.Key_Tab)
    assert other.hasFocus()
    QTest.keyClick(other, Qt.Key.Key_Backtab)
    assert author.edit.hasFocus()
