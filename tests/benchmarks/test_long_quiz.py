"""A quiz of 2,000 questions: open it, go through it, type into it, save it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.session.save_status import SAVED
from app.ui.editors.choice import ChoiceEditor
from app.ui.fields.rich_text.edit import RichEdit
from tests.support.measure.child import Child
from tests.support.measure.figure import Figures
from tests.support.measure.long_quiz import QUESTIONS
from tests.support.measure.opened_quiz import OpenedQuiz, StoredQuiz
from tests.support.measure.painting import Heartbeat, PaintWatch

PAUSE_MS = 40
"""Between two keys of a fast writer."""


def test_quiz_of_2000_questions_opens(figures: Figures, long_quiz: StoredQuiz) -> None:
    times, memory = [], []
    for _ in range(5):
        with Child(
            ["-m", "tests.support.measure.open_quiz_program", str(long_quiz.folder), long_quiz.quiz_id]
        ) as child:
            said = child.said()
            memory.append(child.megabytes)
        times.append(float(str(said["opened"])))
        assert said["rows"] == QUESTIONS
    figures.note_median("Open a quiz of 2,000 questions", times, goal=150)
    figures.note("Memory with the 2,000 questions open", max(memory), "MB", goal=150)


def test_down_key_goes_to_the_next_question(figures: Figures, opened: OpenedQuiz) -> None:
    watch, idle, questions = PaintWatch(opened.window), Heartbeat(), opened.screen.panel.list
    questions.setFocus()
    samples = []
    for _ in range(200):
        samples.append(watch.milliseconds(lambda: QTest.keyClick(questions, Qt.Key.Key_Down)))
        idle.wait(PAUSE_MS)
    assert questions.current_id == opened.screen.document.quiz.items[200].id
    figures.note_p95("Switch to another question (200 of five types)", samples, goal=16)


def test_typed_letter_appears_in_the_question(figures: Figures, opened: OpenedQuiz) -> None:
    watch, idle, field = PaintWatch(opened.window), Heartbeat(), _text_field(opened)
    samples = []
    for letter in "the leaf makes sugar " * 10:
        samples.append(watch.milliseconds(lambda key=letter: QTest.keyClick(field, key)))  # type: ignore[misc]
        idle.wait(PAUSE_MS)
    assert "the leaf makes sugar the leaf" in field.toPlainText()
    figures.note_p95("Key press in the question's text until painted", samples, goal=16)


def test_burst_of_typing_is_committed(figures: Figures, opened: OpenedQuiz) -> None:
    field, heartbeat = _text_field(opened), Heartbeat()
    until_saved, pauses = [], []
    for _ in range(20):
        QTest.keyClicks(field, "leaf ")
        heartbeat.longest = 0
        until_saved.append(heartbeat.wait_for(lambda: opened.autosave.status is SAVED))
        pauses.append(heartbeat.longest)
    assert not opened.autosave.dirty
    figures.note_p95("Last key of a burst until it is on disk", until_saved, goal=1000)
    figures.note_p95("Longest pause of the window meanwhile", pauses, goal=16)


def test_all_questions_are_changed_at_once(figures: Figures, opened: OpenedQuiz) -> None:
    watch, idle, several = PaintWatch(opened.window), Heartbeat(), opened.screen.of_several
    opened.screen.panel.list.selectAll()
    idle.longest = 0
    idle.wait_for(opened.screen.side.selection.form.shuffle.isEnabled)
    figures.note("Longest pause while 2,000 selected questions are looked at", idle.longest, "ms", goal=16)
    points, shuffle = [], []
    for number in range(2, 12):
        points.append(watch.milliseconds(lambda points=number: several.set_points(points)))  # type: ignore[misc]
        idle.wait_for(lambda: opened.autosave.status is SAVED)
        shuffle.append(watch.milliseconds(lambda on=number % 2 == 0: several.set_shuffle(on)))  # type: ignore[misc]
        idle.wait_for(lambda: opened.autosave.status is SAVED)
    assert {item.points for item in opened.screen.document.quiz.items} == {11}
    figures.note_median("Points of 2,000 questions until painted", points, goal=33)
    figures.note_median("Shuffle of 2,000 questions until painted", shuffle, goal=100)


def _text_field(opened: OpenedQuiz) -> RichEdit:
    """The text of the first multiple choice, with the cursor in it."""
    items = opened.screen.document.quiz.items
    opened.screen.show_item(next(item.id for item in items if item.summary.type == "choice"), "item_body")
    editor = opened.screen.pane.editor
    assert isinstance(editor, ChoiceEditor)
    return editor.text.edit
