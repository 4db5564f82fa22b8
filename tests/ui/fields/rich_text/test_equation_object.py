"""Equations stand on the line of the words; what cannot be drawn is its source."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QFontMetricsF, QTextCharFormat, QTextFormat
from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from app.html.equation import equation_source
from app.ui.fields.rich_text.equation_object import EquationObject
from app.ui.fields.rich_text.equation_shelf import EquationShelf
from app.ui.theme import Gap

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


def document_with(shelf: EquationShelf, edit: QTextEdit, source: str) -> EquationObject:
    """Words and an equation in a text."""
    made = EquationObject(shelf, edit.document(), _SOURCE)
    edit.document().documentLayout().registerHandler(_TYPE, made)
    look = QTextCharFormat()
    look.setObjectType(_TYPE)
    look.setVerticalAlignment(made.alignment())
    look.setProperty(_SOURCE, source)
    look.setFont(edit.font())
    edit.textCursor().insertText("x", QTextCharFormat())
    edit.textCursor().insertText("\ufffc", look)
    return made


def height(edit: QTextEdit) -> float:
    return edit.document().begin().layout().boundingRect().height()


@pytest.fixture
def edit(qtbot: QtBot) -> QTextEdit:
    made = QTextEdit()
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_room_is_made_when_the_formula_is_drawn(shelf: EquationShelf, edit: QTextEdit, qtbot: QtBot) -> None:
    document_with(shelf, edit, equation_source(r"\begin{matrix} 1 \\ 2 \\ 3 \\ 4 \end{matrix}"))
    before = height(edit)
    qtbot.waitUntil(lambda: height(edit) > 2 * before)


def test_the_middle_of_qt_puts_the_formula_on_the_line(shelf: EquationShelf, edit: QTextEdit) -> None:
    made = document_with(shelf, edit, equation_source(r"\ce{x}"))
    line = edit.document().begin().layout().lineAt(0)
    look = edit.textCursor().charFormat()
    wanted = made.intrinsicSize(edit.document(), 1, look).height() / 2 + QFontMetricsF(edit.font()).xHeight() / 4
    assert line.ascent() == pytest.approx(wanted, abs=1.5)


def test_mathml_beyond_our_latex_says_what_it_is(shelf: EquationShelf, edit: QTextEdit, qtbot: QtBot) -> None:
    made = document_with(shelf, edit, "<math><mlongdiv><mn>3</mn></mlongdiv></math>")
    assert made.intrinsicSize(edit.document(), 1, edit.textCursor().charFormat()).width() > 2 * Gap.TIGHT


def test_a_shelf_that_goes_while_it_draws_says_nothing(qtbot: QtBot) -> None:
    shelf = EquationShelf()
    shelf.picture(r"\frac{1}{2}", 20, _BLACK, 1)
    with qtbot.waitSignal(shelf.destroyed):
        shelf.deleteLater()


def test_a_shelf_that_is_closed_draws_no_more_and_a_paint_goes_on(qtbot: QtBot) -> None:
    shelf = EquationShelf()
    shelf.close()
    assert shelf.picture(r"\frac{1}{2}", 20, _BLACK, 1) is None
