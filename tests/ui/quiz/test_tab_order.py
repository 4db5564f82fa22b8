"""Tab goes through an open quiz as the eye does: from the title to the list, the question, and what is below it."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.models.item import Item
from app.models.questions.matching import MatchingQuestion
from app.models.questions.rich_fill_blank import RichFillBlankQuestion
from app.models.table import question_class
from app.ui.editors.matching import MatchingEditor
from app.ui.editors.question import QuestionEditor
from app.ui.editors.table import EDITORS
from app.ui.quiz.quiz_screen import QuizScreen
from tests.support.quiz import choice, three_items

Open = Callable[..., QuizScreen]


def stops(screen: QuizScreen, area: QWidget, start: QWidget | None = None) -> list[QWidget]:
    """Where Tab stops in `area`, from the title or `start` on until it comes round."""
    (start or screen.header.title).setFocus()
    found: list[QWidget] = []
    while (focus := QApplication.focusWidget()) is not None and focus not in found:
        found.append(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    return [stop for stop in found if area.isAncestorOf(stop)]


def takes_tab(part: QWidget) -> bool:
    own = bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus) and part.focusProxy() is None
    return own and part.isVisible() and part.isEnabled()


def names(screen: QuizScreen) -> list[str]:
    return [stop.accessibleName() or stop.property("text") for stop in stops(screen, screen.pane)]


@pytest.mark.parametrize("slug", EDITORS)
def test_tab_never_goes_up_the_page(open_quiz: Open, slug: str) -> None:
    kind = question_class(slug)
    assert kind is not None
    screen = open_quiz(*three_items(), Item.of(kind.new(), id="z"))
    screen.show_item("z")
    editor = screen.pane.editor
    assert editor is not None
    order = stops(screen, editor)
    assert set(order) == {part for part in editor.findChildren(QWidget) if takes_tab(part)}
    heights = [stop.mapTo(screen, QPoint()).y() + stop.height() for stop in order]
    assert all(below >= above - 8 for above, below in pairwise(heights))


@pytest.mark.parametrize("slug", EDITORS)
def test_tab_leads_out_of_the_question_and_round(open_quiz: Open, slug: str) -> None:
    kind = question_class(slug)
    assert kind is not None
    screen = open_quiz(*three_items(), Item.of(kind.new(), id="z"))
    screen.show_item("z")
    editor = screen.pane.editor
    assert isinstance(editor, QuestionEditor)
    assert set(stops(screen, screen, editor.text)) == set(stops(screen, screen))


def test_tab_goes_from_the_question_through_its_answers_to_the_rest(screen: QuizScreen) -> None:
    found = names(screen)
    assert found[0] == "Change the type of this question"
    assert found[3:5] == ["Your label, not shown to students", "Tags, not shown to students"]
    assert found[5:9] == ["Question", "Answer 1 is right", "Answer 1", "Feedback for answer 1"]
    assert found[-3:] == ["Add answer", "Options, folded", "Feedback, folded"]


def test_rows_that_were_made_later_have_their_place(screen: QuizScreen) -> None:
    screen.document.insert_items([Item.of(choice("Which?", *"abcdef"), id="six")], 1, "Add")
    screen.show_item("six")
    found = names(screen)
    answers = [name for name in found if name in {f"Answer {n}" for n in range(1, 7)}]
    assert answers == [f"Answer {n}" for n in range(1, 7)]
    assert found.index("Question") < found.index("Answer 1")
    assert found[-2:] == ["Options, folded", "Feedback, folded"]


def test_the_first_row_of_an_empty_list_has_its_place(open_quiz: Open) -> None:
    screen = open_quiz(Item.of(MatchingQuestion.new(), id="a"))
    editor = screen.pane.editor
    assert isinstance(editor, MatchingEditor)
    editor.distractors.add_button.click()
    found = names(screen)
    first = found.index("Wrong answer 1")
    assert found[first - 1 : first + 4] == [
        *("Add pair", "Wrong answer 1", "Remove wrong answer 1", "Add wrong answer", "Options, folded"),
    ]


def test_a_blank_that_is_typed_has_its_place(open_quiz: Open) -> None:
    screen = open_quiz(Item.of(RichFillBlankQuestion.new(), id="a"))
    editor = screen.pane.editor
    assert isinstance(editor, QuestionEditor)
    editor.text.setFocus()
    QTest.keyClicks(editor.text.edit, "Water is `H2O` and `wet`")
    found = names(screen)
    assert found[found.index("Make a blank") + 1] == "How students fill blank 1"
    assert found.index("Right answer of blank 1") < found.index("How students fill blank 2")
    assert found.index("Right answer of blank 2") < found.index("Feedback, folded")


def test_a_bar_of_a_text_comes_behind_the_text(screen: QuizScreen) -> None:
    editor = screen.pane.editor
    assert isinstance(editor, QuestionEditor)
    editor.text.setFocus()
    QTest.keyClick(editor.text.edit, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    found = names(screen)
    assert found[found.index("Question") + 1] == "Address of the link"


def test_the_question_follows_the_list_and_its_problems_come_last(open_quiz: Open) -> None:
    screen = open_quiz(Item.of(choice("", "a", "b"), id="a"))
    order = stops(screen, screen)
    editor = screen.pane.editor
    assert isinstance(editor, QuestionEditor)
    assert order.index(screen.panel.list) < order.index(screen.panel.add) < order.index(editor.header.points)
    assert order[-2:] == [screen.pane.problems.section.heading, screen.header.back]
