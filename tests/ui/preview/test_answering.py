"""Answering by mouse and by keyboard gives what is graded, for each type."""

from collections.abc import Callable
from typing import TypeVar

import pytest
from editor_exhibit import NAMES, finished_items
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.geometry.box import Box
from app.geometry.point import Point
from app.geometry.region import Region
from app.geometry.shape import Oval
from app.grading.table import grade
from app.models.item import Item
from app.models.questions.hot_spot import HotSpotQuestion
from app.ui.fields.choice_box import ChoiceBox
from app.ui.preview.answer_view import AnswerView
from app.ui.preview.categorization import CategorizationView
from app.ui.preview.choice import ChoiceView
from app.ui.preview.essay import EssayView
from app.ui.preview.file_upload import FileUploadView
from app.ui.preview.formula import FormulaView
from app.ui.preview.hot_spot import HotSpotView
from app.ui.preview.matching import MatchingView
from app.ui.preview.multi_answer import MultiAnswerView
from app.ui.preview.numeric import NumericView
from app.ui.preview.ordering import OrderingView
from app.ui.preview.rich_fill_blank import RichFillBlankView
from app.ui.preview.true_false import TrueFalseView
from app.ui.preview.typed_line import TypedLine
from tests.support.quiz import choice, three_items

ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton
Key = Qt.Key
View = Callable[..., AnswerView]
V = TypeVar("V", bound=AnswerView)


def shown(view: AnswerView, kind: type[V]) -> V:
    assert isinstance(view, kind)
    return view


def finished(name: str) -> Item:
    return finished_items()[NAMES.index(name)]


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, times: int = 1) -> None:
    for _ in range(times):
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key, held)


def test_a_choice_by_a_click_on_its_words(view_of: View) -> None:
    view = shown(view_of(Item.of(choice("Which?", "leaf", "<b>bark</b>"))), ChoiceView)
    row = view.options.marks["c2"].parentWidget()
    assert row is not None
    QTest.mouseClick(row, LEFT, pos=QPoint(row.width() // 2, row.height() // 2))
    assert view.response == "c2"


def test_a_choice_by_arrow_keys(view_of: View) -> None:
    view = shown(view_of(Item.of(choice("Which?", "leaf", "bark", "root"))), ChoiceView)
    assert view.focus_answer()
    press(Key.Key_Space)
    press(Key.Key_Down)
    assert view.response == "c2"
    assert view.options.marks["c2"].accessibleName() == "bark"


def test_several_answers_by_space(view_of: View) -> None:
    view = shown(view_of(finished("multiple-answers")), MultiAnswerView)
    first, _, third, _ = view.options.marks.values()
    for mark in (first, third):
        mark.setFocus()
        press(Key.Key_Space)
    assert view.response == [key for key, mark in view.options.marks.items() if mark in (first, third)]
    press(Key.Key_Space)
    assert view.response == [next(iter(view.options.marks))]


def test_true_or_false(view_of: View) -> None:
    view = shown(view_of(three_items()[1]), TrueFalseView)
    assert view.focus_answer()
    press(Key.Key_Down)
    press(Key.Key_Space)
    assert view.response is False


def test_a_pair_by_keys(view_of: View) -> None:
    view = shown(view_of(finished("matching")), MatchingView)
    assert view.focus_answer()
    box = view.picks.boxes["1"]
    assert box.hasFocus()
    QTest.keyClicks(box, "light")
    assert view.response == {"1": "light is taken up"}
    assert box.accessibleName() == "thylakoid"
    assert box.count() == 5


def test_a_category_by_keys(view_of: View) -> None:
    item = finished("categories")
    view = shown(view_of(item), CategorizationView)
    assert view.focus_answer()
    press(Key.Key_Down)
    given = view.response
    assert isinstance(given, dict)
    assert list(map(len, given.values())) == [1, 0]
    press(Key.Key_Up)
    assert view.response is None


def test_rows_move_by_keys_and_buttons_and_the_focus_goes_along(view_of: View) -> None:
    view = shown(view_of(finished("ordering")), OrderingView)
    first, second = view.rows[:2]
    first.setFocus()
    press(Key.Key_Down, ALT)
    assert view.rows[:2] == [second, first]
    assert first.hasFocus()
    assert first.accessibleName().startswith("2 of 4")
    press(Key.Key_Up)
    assert second.hasFocus()
    second.down.click()
    assert view.rows[:2] == [first, second]
    assert view.response == [row.key for row in view.rows]


def test_a_row_is_dragged_to_the_end(view_of: View) -> None:
    view = shown(view_of(finished("ordering")), OrderingView)
    row, last = view.rows[0], view.rows[-1]
    end = QPointF(last.mapToGlobal(QPoint(0, last.height() - 1)))
    row.grip.dropped.emit(end)
    assert view.rows[-1] is row


def test_blanks_are_filled_and_seen_in_the_text(view_of: View) -> None:
    view = shown(view_of(finished("fill-in-the-blank")), RichFillBlankView)
    typed, pattern, dropdown, banked = view.fields.values()
    assert list(view.text.rich.blank_words.values()) == ["1", "2", "3", "4"]
    assert isinstance(typed, TypedLine)
    QTest.keyClicks(typed, "glukose")
    for box, word in ((dropdown, "chloro"), (banked, "light")):
        assert isinstance(box, ChoiceBox)
        box.setFocus()
        QTest.keyClicks(box, word)
    assert list(view.text.rich.blank_words.values()) == ["glukose", "2", "chloroplasts", "light"]
    score = grade(view.item, view.response)
    assert [part.right for part in score.parts] == [True, False, True, True]
    assert pattern.accessibleName() == "Blank 2"


def test_a_number_that_is_none_is_said(view_of: View) -> None:
    view = shown(view_of(finished("numeric")), NumericView)
    view.line.setFocus()
    QTest.keyClicks(view.line, "many")
    assert view.trouble.isVisible()
    press(Key.Key_Backspace, times=4)
    QTest.keyClicks(view.line, "668,6")
    assert not view.trouble.isVisible()
    assert grade(view.item, view.response).right


def test_a_formula_has_the_numbers_that_were_dealt(view_of: View) -> None:
    item = finished("formula")
    views = [shown(view_of(item, seed), FormulaView) for seed in range(6)]
    assert len({view.body() for view in views}) > 1
    view = views[0]
    assert "`" not in view.text.toPlainText()
    output = item.entry.solutions[view.dealt.solution].output  # type: ignore[union-attr]
    QTest.keyClicks(view.line, str(output))
    assert view.response == {"solution": view.dealt.solution, "answer": str(output)}
    assert grade(item, view.response).right


def test_words_are_counted_beside_their_limits(view_of: View) -> None:
    view = shown(view_of(finished("essay")), EssayView)
    QTest.keyClicks(view.field, "Much light, short ways")
    assert view.response == "Much light, short ways"
    assert view.count.text() == "4 words · between 100 and 250 are asked for"


def test_files_within_the_limits_are_named(view_of: View) -> None:
    view = shown(view_of(finished("file-upload")), FileUploadView)
    view.choose = lambda _parent, _filters, chosen: chosen(["/a/one.png", "/a/two.pdf", "/a/three.doc", "/a/four.jpg"])
    QTest.mouseClick(view.add, LEFT)
    assert view.response == ["one.png", "two.pdf"]
    assert "three.doc" in view.refusal.text()
    assert "1 file is too many" in view.refusal.text()
    view.files.setFocus()
    press(Key.Key_Delete)
    assert view.response == ["two.pdf"]


@pytest.fixture
def spot(view_of: View, picture: str, qtbot: QtBot) -> HotSpotView:
    regions = (Region("1", Oval(Box(0.1, 0.1, 0.3, 0.3))), Region("2", Oval(Box(0.6, 0.6, 0.9, 0.9))))
    question = HotSpotQuestion.new().replaced(item_body="<p>Click</p>").with_picture(picture).with_regions(regions)
    view = shown(view_of(Item.of(question, points=2)), HotSpotView)
    qtbot.waitUntil(lambda: view.canvas.is_drawn)
    view.resize(700, view.sizeHint().height())
    return view


def test_clicks_on_the_picture_are_in_its_proportions(spot: HotSpotView) -> None:
    for at in (Point(0.2, 0.2), Point(0.75, 0.75)):
        QTest.mouseClick(spot.canvas, LEFT, pos=spot.canvas.place_of(at).toPoint())
    assert grade(spot.item, spot.response).points == 2
    assert spot.count.text() == "2 of 2 clicks"


def test_one_click_more_moves_the_last_and_it_can_be_taken_back(spot: HotSpotView) -> None:
    for x in (20, 200, 300):
        QTest.mouseClick(spot.canvas, LEFT, pos=QPoint(x, 20))
    assert isinstance(spot.response, list)
    assert len(spot.response) == 2
    spot.back.click()
    assert len(spot.response) == 1
    spot.canvas.setFocus()
    press(Key.Key_Backspace)
    assert spot.response is None


def test_the_keyboard_aims_and_clicks(spot: HotSpotView) -> None:
    spot.canvas.setFocus()
    press(Key.Key_Left, times=15)
    press(Key.Key_Up, times=7)
    press(Key.Key_Left, SHIFT)
    press(Key.Key_Return)
    assert isinstance(spot.response, list)
    [click] = spot.response
    assert (click["x"], click["y"]) == pytest.approx((0.1975, 0.22))
    assert "20 % across" in spot.canvas.accessibleDescription()
    assert grade(spot.item, spot.response).points == 1


def test_a_missing_picture_is_told(view_of: View) -> None:
    question = HotSpotQuestion.new().replaced(item_body="<p>Click</p>").with_picture("media:" + "0" * 64)
    view = shown(view_of(Item.of(question)), HotSpotView)
    assert not view.canvas.isVisible()
