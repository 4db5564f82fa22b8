"""Equations stand on the line of the words; what cannot be drawn is its source."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QFontMetricsF, QTextCharFormat, QTextFormat
from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from app.html.equation import equation_source
from app.ui.fields.rich_text.equation_object import EquationObject
from app.ui.fields.rich_text.equation_shelf import EquationShelf

_SOURCE = QTextFormat.Property.UserProperty.value + 2
_TYPE = QTextFormat.ObjectTypes.UserObject.value + 2
_BLACK = QColor("black")


@pytest.fixture
def shelf() -> Iterator[EquationShelf]:
    made = EquationShelf()
    yield made
    made.close()


def drawn(shelf: EquationShelf, qtbot: QtBot, latex: str, colour: QColor = _BLACK) -> None:
    if shelf.picture(latex, 20, colour, 1) is None:
        with qtbot.waitSignal(shelf.ready, check_params_cb=lambda found: found == latex):
            pass


def test_a_formula_is_drawn_once_while_the_window_goes_on(shelf: EquationShelf, qtbot: QtBot) -> None:
    assert shelf.picture("x^2", 20, _BLACK, 1) is None
    drawn(shelf, qtbot, "x^2")
    first = shelf.picture("x^2", 20, _BLACK, 1)
    assert first is not None
    assert shelf.picture("x^2", 20, _BLACK, 1) is first
    assert first.ascent > first.descent > 0


def test_all_ink_has_the_colour_asked_for(shelf: EquationShelf, qtbot: QtBot) -> None:
    latex, red = r"\overline{A}+\underline{b}+\frac{1}{2}+\sqrt{x}+\boxed{c}", QColor("#ff0000")
    drawn(shelf, qtbot, latex, red)
    picture = shelf.picture(latex, 20, red, 1)
    assert picture is not None
    assert picture.pixmap is not None
    image = picture.pixmap.toImage()
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    assert {colour.red() for colour in pixels if colour.alpha() == 255} == {255}


@pytest.mark.parametrize("latex", [r"\ce{H2O}", r"\frac{1}{2", "", r"\foo"])
def test_what_cannot_be_drawn_has_no_picture(shelf: EquationShelf, qtbot: QtBot, latex: str) -> None:
    drawn(shelf, qtbot, latex)
    picture = shelf.picture(latex, 20, _BLACK, 1)
    assert picture is not None
    assert picture.pixmap is None


def test_the_middle_of_qt_puts_the_formula_on_the_line(shelf: EquationShelf, qtbot: QtBot) -> None:
    edit = QTextEdit()
    qtbot.addWidget(edit)
    object_ = EquationObject(shelf, _SOURCE, parent=edit)
    edit.document().documentLayout().registerHandler(_TYPE, object_)
    look = QTextCharFormat()
    look.setObjectType(_TYPE)
    look.setVerticalAlignment(object_.alignment())
    look.setProperty(_SOURCE, equation_source(r"\ce{x}"))
    look.setFont(edit.font())
    edit.textCursor().insertText("x￼", look)
    with qtbot.waitExposed(edit):
        edit.show()
    line = edit.document().begin().layout().lineAt(0)
    height = object_.intrinsicSize(edit.document(), 1, look).height()
    assert line.ascent() == pytest.approx(height / 2 + QFontMetricsF(edit.font()).xHeight() / 4, abs=1.5)
