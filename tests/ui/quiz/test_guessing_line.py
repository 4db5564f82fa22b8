"""The list of questions says what blind guessing earns, after each change."""

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from app.models.item import Item
from app.models.quiz import NewQuiz, Quiz
from app.session.document import Document
from app.session.edit import Edit
from app.session.expecting import Expecting
from app.ui.quiz.question_panel import QuestionPanel
from tests.support.graded import choice, true_false
from tests.support.quiz import stimulus

LINE = "Guessing earns about 2 (33 %)"


def panel_of(qtbot: QtBot, *items: Item) -> QuestionPanel:
    document = Document(Quiz("q", NewQuiz(title="Leaves"), items), {})
    made = QuestionPanel(document)
    document.setParent(made)
    document.changed.connect(made.show_quiz)
    qtbot.addWidget(made)
    made.show()
    return made


def says(panel: QuestionPanel, line: str) -> Callable[[], bool]:
    return lambda: panel.guessing.isVisible() and panel.guessing.text() == line


def test_it_comes_when_nobody_types_and_follows_what_is_changed(qtbot: QtBot) -> None:
    panel = panel_of(qtbot, choice("a", "abcd", 4).with_id("a"), true_false(True, 2).with_id("b"))
    height = panel.list.height()
    qtbot.waitUntil(says(panel, LINE))
    assert panel.list.height() == height
    panel.document.edit_item(panel.document.quiz.items[0].with_points(0), Edit("Points"))
    qtbot.waitUntil(says(panel, "Guessing earns about 1 (50 %)"))


def test_a_folded_panel_has_no_room_for_it(qtbot: QtBot) -> None:
    panel = panel_of(qtbot, choice("a", "abcd", 4).with_id("a"), true_false(True, 2).with_id("b"))
    qtbot.waitUntil(says(panel, LINE))
    panel.fold(True)
    assert not panel.guessing.isVisible()
    assert panel.minimumSizeHint().width() <= panel.maximumWidth()
    panel.fold(False)
    assert says(panel, LINE)()


def test_where_nothing_can_be_earned_nothing_is_said(qtbot: QtBot) -> None:
    panel = panel_of(qtbot, stimulus())
    expecting = panel.findChild(Expecting)
    assert expecting is not None
    with qtbot.waitSignal(expecting.found):
        pass
    assert not panel.guessing.isVisible()
