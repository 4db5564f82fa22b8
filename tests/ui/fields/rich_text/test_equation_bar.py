"""The equation editor draws what is typed and says what is wrong."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.fields.rich_text.equation_bar import EquationBar
from app.ui.fields.rich_text.equation_buttons import FaceButton
from app.ui.fields.rich_text.equation_palette import CONSTRUCTS, GROUPS
from app.ui.fields.rich_text.equation_shelf import EquationPicture, EquationShelf


@pytest.fixture
def shelf() -> Iterator[EquationShelf]:
    made = EquationShelf()
    yield made
    made.close()


@pytest.fixture
def bar(shelf: EquationShelf, window: QWidget) -> EquationBar:
    made = EquationBar(shelf, window)
    QVBoxLayout(window).addWidget(made)
    return made


def button(bar: EquationBar, name: str) -> FaceButton:
    return next(found for found in bar.findChildren(FaceButton) if found.accessibleName() == name)


def is_drawn(bar: EquationBar) -> bool:
    return not bar.drawing.pixmap().isNull()


def test_the_drawing_follows_the_typing(bar: EquationBar, qtbot: QtBot) -> None:
    bar.begin()
    QTest.keyClicks(bar.field, r"\frac{1}{2}")
    qtbot.waitUntil(lambda: bar.drawing.accessibleName() == r"Equation, \frac{1}{2}" and is_drawn(bar))
    assert bar.trouble.isHidden()


def test_enter_accepts(bar: EquationBar, qtbot: QtBot) -> None:
    bar.begin("x^2")
    with qtbot.waitSignal(bar.accepted) as accepted:
        QTest.keyClick(bar.field, Qt.Key.Key_Return)
    assert accepted.args == ["x^2"]


def test_escape_leaves(bar: EquationBar, qtbot: QtBot) -> None:
    bar.begin("x^2")
    with qtbot.waitSignal(bar.left):
        QTest.keyClick(bar.field, Qt.Key.Key_Escape)


def test_a_broken_formula_stays_with_its_fault_selected(bar: EquationBar, qtbot: QtBot) -> None:
    bar.begin(r"\frac{1}{2")
    with qtbot.assertNotEmitted(bar.accepted):
        QTest.keyClick(bar.field, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: bar.field.textCursor().selectedText() == "{")
    assert bar.trouble.text() == "} is missing."
    assert not is_drawn(bar)


def test_a_command_that_is_not_drawn_is_named_and_accepted(bar: EquationBar, qtbot: QtBot) -> None:
    bar.begin(r"\ce{H2O}")
    qtbot.waitUntil(lambda: bar.trouble.text() == r"\ce is not drawn here. Canvas may know it.")
    assert not is_drawn(bar)
    with qtbot.waitSignal(bar.accepted):
        QTest.keyClick(bar.field, Qt.Key.Key_Return)


def test_tab_goes_through_the_places_and_then_on(bar: EquationBar, qtbot: QtBot) -> None:
    bar.begin()
    button(bar, "Fraction").click()
    QTest.keyClicks(bar.field, "1")
    QTest.keyClick(bar.field, Qt.Key.Key_Tab)
    QTest.keyClicks(bar.field, "2")
    assert bar.field.latex == r"\frac{1}{2}"
    QTest.keyClick(bar.field, Qt.Key.Key_Tab)
    qtbot.waitUntil(bar.done.hasFocus)


def test_what_is_selected_goes_under_the_root(bar: EquationBar) -> None:
    bar.begin("x+y")
    bar.field.selectAll()
    button(bar, "Root").click()
    assert bar.field.latex == r"\sqrt{x+y}"


def test_a_greek_letter_does_not_swallow_the_letter_after_it(bar: EquationBar) -> None:
    bar.begin("x")
    bar.field.moveCursor(bar.field.textCursor().MoveOperation.Start)
    bar.field.put(r"\alpha")
    assert bar.field.latex == r"\alpha x"


def test_everything_in_the_palette_can_be_drawn(shelf: EquationShelf, qtbot: QtBot) -> None:
    offers = (*CONSTRUCTS, *(offer for group in GROUPS for offer in group.offers))
    formulas = {latex for offer in offers for latex in (offer.latex, offer.face)}

    def pictures() -> list[EquationPicture | None]:
        return [shelf.picture(latex, 16, QColor("black"), 1) for latex in formulas]

    qtbot.waitUntil(lambda: None not in pictures())
    assert all(picture is not None and picture.pixmap is not None for picture in pictures())
