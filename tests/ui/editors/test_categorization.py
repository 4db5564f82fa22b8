"""The editor of categorization."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.models.questions.categorization import CategorizationQuestion, Labelled
from app.ui.editors.categorization import CategorizationEditor
from app.ui.fields.line import LineField
from app.ui.fields.line_row import LineRow
from tests.support.opened import Opened

Open = Callable[[CategorizationQuestion], Opened]
ALT = Qt.KeyboardModifier.AltModifier


def labelled(id: str, text: str) -> Labelled:
    return Labelled(id=id, item_body=text)


def editor_of(opened: Opened) -> CategorizationEditor:
    assert isinstance(opened.editor, CategorizationEditor)
    return opened.editor


def value(opened: Opened) -> CategorizationQuestion:
    entry = opened.item.entry
    assert isinstance(entry, CategorizationQuestion)
    return entry


def sorted_into(opened: Opened) -> dict[str, list[str]]:
    question = value(opened)
    placed = {one.item_body or "": question.answers_of(one.id) for one in question.categories}
    return {
        name: [one.item_body or "" for one in answers]
        for name, answers in (placed | {"": question.distractors}).items()
    }


def answer(opened: Opened, category: int, place: int) -> LineRow:
    return editor_of(opened).categories.rows[category].answers.rows[place]


def focused() -> LineField:
    widget = QApplication.focusWidget()
    assert isinstance(widget, LineField)
    return widget


@pytest.fixture
def sky(opened: Open) -> Opened:
    question = CategorizationQuestion.new().replaced(item_body="<p>What is what?</p>")
    question = question.with_categories((labelled("p", "Planet"), labelled("m", "Moon")))
    for answer_of in question.answers:
        question = question.with_answers(None, tuple(one for one in question.distractors if one.id != answer_of.id))
    question = question.with_answers("p", (labelled("a", "Mars"), labelled("b", "Venus")))
    return opened(question.with_answers("m", (labelled("c", "Europa"),)).with_answers(None, (labelled("d", "Sun"),)))


def test_names_and_answers_are_typed(sky: Opened) -> None:
    for line, text in ((editor_of(sky).categories.rows[0].name, "s"), (answer(sky, 1, 0).lines[0], "!")):
        line.end(False)
        QTest.keyClicks(line, text)
    assert sorted_into(sky) == {"Planets": ["Mars", "Venus"], "Moon": ["Europa!"], "": ["Sun"]}
    assert sky.steps == ["Category", "Answer text"]


def test_alt_down_past_the_end_takes_an_answer_into_the_next_category(sky: Opened) -> None:
    answer(sky, 0, 1).lines[0].setFocus()
    QTest.keyClick(focused(), Qt.Key.Key_Down, ALT)
    assert sorted_into(sky) == {"Planet": ["Mars"], "Moon": ["Venus", "Europa"], "": ["Sun"]}
    assert focused().text() == "Venus"
    for _ in range(2):
        QTest.keyClick(focused(), Qt.Key.Key_Down, ALT)
    assert sorted_into(sky)[""] == ["Venus", "Sun"]
    QTest.keyClick(focused(), Qt.Key.Key_Up, ALT)
    assert sorted_into(sky)["Moon"] == ["Europa", "Venus"]


def test_alt_up_at_the_very_first_answer_changes_nothing(sky: Opened) -> None:
    QTest.keyClick(answer(sky, 0, 0).lines[0], Qt.Key.Key_Up, ALT)
    assert sky.steps == []


def test_an_answer_is_dragged_into_another_category(sky: Opened) -> None:
    grip, target = answer(sky, 0, 0).grip, answer(sky, 1, 0)
    at = grip.mapFromGlobal(target.mapToGlobal(QPoint(5, target.height() - 2)))
    QTest.mousePress(grip, Qt.MouseButton.LeftButton)
    QTest.mouseMove(grip, at)
    QTest.mouseRelease(grip, Qt.MouseButton.LeftButton, pos=at)
    assert sorted_into(sky) == {"Planet": ["Venus"], "Moon": ["Europa", "Mars"], "": ["Sun"]}
    assert sky.steps == ["Move answer"]


def test_a_drag_to_nowhere_changes_nothing(sky: Opened) -> None:
    grip = answer(sky, 0, 0).grip
    QTest.mousePress(grip, Qt.MouseButton.LeftButton)
    QTest.mouseMove(grip, QPoint(0, -900))
    QTest.mouseRelease(grip, Qt.MouseButton.LeftButton, pos=QPoint(0, -900))
    assert sky.steps == []


def test_categories_are_added_ordered_and_removed_with_their_answers(sky: Opened) -> None:
    rows = editor_of(sky).categories
    rows.add_button.click()
    QTest.keyClicks(focused(), "Star")
    QTest.keyClick(focused(), Qt.Key.Key_Up, ALT)
    assert list(sorted_into(sky)) == ["Planet", "Star", "Moon", ""]
    rows.rows[0].remove.click()
    assert sorted_into(sky) == {"Star": [""], "Moon": ["Europa"], "": ["Sun"]}
    sky.document.undo_stack.undo()
    assert sorted_into(sky)["Planet"] == ["Mars", "Venus"]


def test_answers_are_pasted_line_by_line(sky: Opened) -> None:
    QGuiApplication.clipboard().setText("Io\nTitan")
    answer(sky, 1, 0).lines[0].setFocus()
    QTest.keyClick(focused(), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert sorted_into(sky)["Moon"] == ["Europa", "Io", "Titan"]


def test_pasting_into_an_empty_answer_fills_it_first(sky: Opened) -> None:
    QGuiApplication.clipboard().setText("Io\nTitan")
    editor_of(sky).distractors.add_button.click()
    QTest.keyClick(focused(), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert sorted_into(sky)[""] == ["Sun", "Io", "Titan"]


def test_pasted_categories_begin_with_one_that_has_no_name_yet(sky: Opened) -> None:
    QGuiApplication.clipboard().setText("Star\nComet")
    editor_of(sky).categories.add_button.click()
    QTest.keyClick(focused(), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert [one.item_body for one in value(sky).categories] == ["Planet", "Moon", "Star", "Comet"]


def test_problems_stand_at_the_answer_and_focus_finds_it(sky: Opened) -> None:
    answer(sky, 1, 0).lines[0].selectAll()
    QTest.keyClick(answer(sky, 1, 0).lines[0], Qt.Key.Key_Delete)
    assert answer(sky, 1, 0).problem_texts == ["An answer is empty. Write it or remove it."]
    sky.editor.focus_field("answers/c")
    assert focused() is answer(sky, 1, 0).lines[0]
    sky.editor.focus_field("distractors/d")
    assert focused().text() == "Sun"
