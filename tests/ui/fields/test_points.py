"""Points: a number with a dot or a comma, above 0."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.models.question import CalculatorType
from app.ui.fields.calculator import CalculatorBox
from app.ui.fields.points import PointsField, points_of, points_text


@pytest.fixture
def field(window: QWidget) -> PointsField:
    made = PointsField("Points", window)
    layout = QVBoxLayout(window)
    layout.addWidget(made)
    layout.addWidget(QLineEdit(window))
    made.show_points(2)
    made.setFocus()
    made.selectAll()
    return made


def given(field: PointsField) -> list[float]:
    values: list[float] = []
    field.points_edited.connect(values.append)
    return values


@pytest.mark.parametrize(
    ("typed", "points"), [("3", 3), ("0.5", 0.5), ("0,25", 0.25), (" 7 ", 7), (".5", 0.5), ("2.", 2)]
)
def test_a_number_is_read(typed: str, points: float) -> None:
    assert points_of(typed) == points


@pytest.mark.parametrize("typed", ["", "x", "-1", "1e5", "nan", "inf", "1.2.3", "1_0", "12345678", "٣x"])
def test_anything_else_is_no_number(typed: str) -> None:
    assert points_of(typed) is None


@pytest.mark.parametrize(("points", "text"), [(2, "2"), (0.5, "0.5"), (None, ""), (1000, "1000"), (float("nan"), "")])
def test_points_are_written_short(points: float | None, text: str) -> None:
    assert points_text(points) == text


def test_typing_a_number_gives_it(field: PointsField) -> None:
    values = given(field)
    QTest.keyClicks(field, "0,5")
    assert values == [0.5]


def test_leaving_puts_the_number_back_where_something_else_stands(field: PointsField) -> None:
    values = given(field)
    QTest.keyClicks(field, "many")
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert (field.text(), values) == ("2", [])


def test_up_and_down_count_but_never_to_0(field: PointsField) -> None:
    values = given(field)
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down):
        QTest.keyClick(field, key)
    assert values == [3, 2, 1]


def test_showing_the_same_number_leaves_what_is_typed(field: PointsField) -> None:
    QTest.keyClicks(field, "3.")
    field.show_points(3)
    QTest.keyClicks(field, "5")
    assert field.text() == "3.5"


def turn_wheel(widget: QWidget) -> None:
    place = QPointF(3, 3)
    none, no_keys = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    phase = Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(place, place, QPoint(), QPoint(0, -120), none, no_keys, phase, False)
    QApplication.sendEvent(widget, event)


def test_the_wheel_changes_neither_points_nor_calculator(field: PointsField, qtbot: QtBot) -> None:
    box = CalculatorBox(field.window())
    box.show_key(CalculatorType.BASIC)
    turn_wheel(box)
    turn_wheel(field)
    assert (box.currentData(), field.text()) == ("basic", "2")


def test_picking_a_calculator_gives_its_key(qtbot: QtBot) -> None:
    box = CalculatorBox()
    qtbot.addWidget(box)
    box.show()
    with qtbot.waitSignal(box.picked) as picked:
        QTest.keyClick(box, Qt.Key.Key_Down)
        box.activated.emit(box.currentIndex())
    assert picked.args == ["basic"]


def test_a_calculator_that_nobody_knows_is_shown_as_it_is(qtbot: QtBot) -> None:
    box = CalculatorBox()
    qtbot.addWidget(box)
    box.show_key("graphing")
    assert box.currentText() == "graphing"
