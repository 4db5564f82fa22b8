"""The sample quiz taken by a student without a mouse: every question answered by keys, handed in, all points."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from app.geometry.point import Point
from app.grading.response import Response
from app.grading.sure import right_answer
from app.ui.fields.choice_box import ChoiceBox
from app.ui.preview.answer_view import AnswerView
from app.ui.preview.hot_spot import HotSpotView
from app.ui.preview.option_rows import OptionRows
from app.ui.preview.order_row import OrderRow
from app.ui.preview.ordering import OrderingView
from app.ui.preview.picks import Picks
from app.ui.preview.rich_fill_blank import RichFillBlankView
from app.ui.preview.spot_canvas import SpotCanvas
from app.ui.preview.typed_line import TypedLine
from tests.e2e.conftest import OpenWindow
from tests.support.keyboard import ALT, CONTROL, SHIFT, Key, Keyboard

MOST_STOPS = 400
STEP, FINE_STEP = 0.02, 0.0025
"""How far an arrow key aims, and with Shift, in proportions of the picture's width."""


def test_the_sample_is_taken_by_keys_alone(open_window: OpenWindow, tmp_path: Path) -> None:
    person = open_window()
    keys = Keyboard(person.window, person.qtbot, tmp_path)
    keys.turn("Open the sample quiz")
    person.qtbot.waitUntil(lambda: person.window.pages.quiz is not None)
    keys.press(Key.Key_T, CONTROL | SHIFT)
    preview = person.screen.parts.preview
    assert preview is not None
    assert keys.here == "Begin"
    with person.qtbot.waitSignal(preview.taking.column.built):
        keys.press(Key.Key_Space)
    answered: list[str] = []
    for _ in range(MOST_STOPS):
        view = view_of(QApplication.focusWidget())
        if view is not None:
            answer(keys, view)
            answered.append(view.item.id)
        if keys.here == "Submit":
            break
        keys.press(Key.Key_Tab)
    assert list(dict.fromkeys(answered)) == [item.id for item in person.quiz.items]
    keys.press(Key.Key_Space)
    assert preview.result.total.text() == "49.5 of 65.5 points · 75.6 %"
    assert preview.result.note.text() == "4 questions wait for a person."
    keys.to("Try again")
    keys.press(Key.Key_Space)
    assert preview.taking.answered.text() == "0 of 24 questions answered"


def test_undo_in_an_answer_takes_back_nothing_of_the_quiz(open_window: OpenWindow, tmp_path: Path) -> None:
    person = open_window()
    keys = Keyboard(person.window, person.qtbot, tmp_path)
    keys.new_quiz("Leaves")
    keys.add("numeric")
    keys.type("How many?")
    for command in ((Key.Key_T, CONTROL), (Key.Key_T, CONTROL | SHIFT)):
        before = person.quiz
        keys.press(*command)
        if keys.here == "Begin":
            keys.press(Key.Key_Space)
        assert keys.here == "Your answer, a number"
        keys.type("42")
        keys.press(Key.Key_Z, CONTROL)
        keys.press(Key.Key_Tab)
        keys.press(Key.Key_Z, CONTROL)
        assert person.quiz is before
    page = person.screen.parts.other
    assert page is not None
    line = page.findChild(TypedLine)
    assert isinstance(line, TypedLine)
    assert line.text() == ""


def view_of(widget: QWidget | None) -> AnswerView | None:
    """The question that the focus is in."""
    while widget is not None and not isinstance(widget, AnswerView):
        widget = widget.parentWidget()
    return widget


def answer(keys: Keyboard, view: AnswerView) -> None:
    """Answer with what has the focus, if that is something to answer with."""
    control, right = QApplication.focusWidget(), right_answer(view.item, view.dealt)
    if isinstance(control, QAbstractButton):
        _choose(keys, view, control, right)
    elif isinstance(control, ChoiceBox):
        _pick(keys, control, _wanted(view, control, right))
    elif isinstance(control, TypedLine):
        keys.type(_typed(view, control, right))
    elif isinstance(control, OrderRow):
        assert isinstance(view, OrderingView)
        if view.response is None:
            _order(keys, view, right)
    elif isinstance(control, SpotCanvas):
        _click(keys, view, right)


def _choose(keys: Keyboard, view: AnswerView, button: QAbstractButton, right: Response) -> None:
    """Space at a square mark that is right; with round ones arrow keys go to the right one."""
    options = getattr(view, "options", None)
    if not isinstance(options, OptionRows):
        return
    if isinstance(right, list):
        if any(mark is button and key in right for key, mark in options.marks.items()) and not button.isChecked():
            keys.press(Key.Key_Space)
    elif view.response is None:
        wanted = options.marks[str(right).lower()]
        keys.press(Key.Key_Down, times=list(options.marks.values()).index(wanted))
        keys.press(Key.Key_Space)


def _wanted(view: AnswerView, box: ChoiceBox, right: Response) -> str:
    assert isinstance(right, Mapping)
    if isinstance(view, RichFillBlankView):
        return str(right[next(key for key, field in view.fields.items() if field is box)])
    picks = view.findChild(Picks)
    assert isinstance(picks, Picks)
    row = next(key for key, one in picks.boxes.items() if one is box)
    if view.item.summary.type == "matching":
        return str(right[row])
    return next((category for category, ids in right.items() if row in ids), "")


def _pick(keys: Keyboard, box: ChoiceBox, key: str) -> None:
    for _ in range(box.count()):
        if box.currentData() == key:
            return
        keys.press(Key.Key_Down)
    assert box.currentData() == key


def _typed(view: AnswerView, line: TypedLine, right: Response) -> str:
    if isinstance(view, RichFillBlankView):
        assert isinstance(right, Mapping)
        return str(right[next(key for key, field in view.fields.items() if field is line)])
    return str(right["answer"] if isinstance(right, Mapping) else right)


def _order(keys: Keyboard, view: OrderingView, right: Response) -> None:
    assert isinstance(right, list)
    here = 0
    for place, key in enumerate(right):
        there = next(number for number, row in enumerate(view.rows) if row.key == key)
        keys.press(Key.Key_Down if there > here else Key.Key_Up, times=abs(there - here))
        keys.press(Key.Key_Up, ALT, times=there - place)
        here = place


def _click(keys: Keyboard, view: AnswerView, right: Response) -> None:
    assert isinstance(view, HotSpotView)
    assert isinstance(right, list)
    keys.qtbot.waitUntil(lambda: view.canvas.is_drawn)
    at = Point(0.5, 0.5)
    size = view.canvas.picture_size
    assert size is not None
    for click in right:
        wanted = Point(click["x"], click["y"])
        _aim(keys, wanted.x - at.x, Key.Key_Right, Key.Key_Left)
        _aim(keys, (wanted.y - at.y) * size.height / size.width, Key.Key_Down, Key.Key_Up)
        at = wanted
        keys.press(Key.Key_Return)


def _aim(keys: Keyboard, way: float, onward: Qt.Key, back: Qt.Key) -> None:
    key = onward if way > 0 else back
    steps, rest = divmod(abs(way), STEP)
    keys.press(key, times=round(steps))
    keys.press(key, SHIFT, times=round(rest / FINE_STEP))
