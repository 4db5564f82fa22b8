"""Questions of last year into a new quiz, by keyboard: found by a word, ticked, inserted; to Canvas without a trace."""

import json

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.sandbox.server import SandboxServer
from app.session.tasks import Tasks
from tests.e2e.conftest import OpenWindow
from tests.support.coroutine import run_in_loop
from tests.support.person import CONTROL, SHIFT, Person
from tests.support.signed_in import signed_in

WRITTEN = ["Where does blood enter the heart?", "Which vessel leaves the heart?"]


def test_two_old_questions_in_a_new_quiz(
    open_window: OpenWindow, sandbox: SandboxServer, qtbot: QtBot, qapp: QApplication
) -> None:
    person = open_window()
    write_old_quizzes(person)
    new_quiz(person, "Final 2025")
    person.write_statement("The heart is a muscle.", right=True)
    person.screen.panel.list.setFocus()
    take_over(person, qtbot)
    taken = ["The heart is a muscle.", *WRITTEN]
    assert sorted(first_words(person)) == sorted(taken)
    person.undo()
    assert first_words(person) == taken[:1]
    person.redo()
    assert sorted(first_words(person)) == sorted(taken)
    origins = [item.local.origin for item in person.quiz.items[1:]]
    assert sorted(origin.title or "" for origin in origins if origin) == ["Midterm 2023", "Midterm 2024"]

    async def scenario(_tasks: Tasks) -> None:
        workspace = person.window.workspace
        await workspace.autosave(person.quiz.id).flush()
        session, account = await signed_in(workspace, sandbox)
        outcome = await session.run(await session.link(person.quiz.id, account, sandbox.course_id))
        assert (outcome.conflicts, outcome.held) == ([], [])

    run_in_loop(qapp, scenario)
    check_what_arrived(sandbox)


def write_old_quizzes(person: Person) -> None:
    """Two quizzes of one question each."""
    new_quiz(person, "Midterm 2024")
    person.write_choice(WRITTEN[0], ("left atrium", "right atrium"), right=1)
    new_quiz(person, "Midterm 2023")
    person.write_choice(WRITTEN[1], ("aorta", "vena cava"), right=0)


def new_quiz(person: Person, title: str) -> None:
    """From the library, as the first one was."""
    person.window.show_home()
    person.new_quiz(title)


def take_over(person: Person, qtbot: QtBot) -> None:
    """Open the panel, search, tick both that are of other quizzes, insert, close: keys alone."""
    person.press(Qt.Key.Key_I, CONTROL | SHIFT)
    pane = person.screen.taking.pane
    person.type("heart")
    qtbot.waitUntil(lambda: pane.list.count() == 3)
    person.press(Qt.Key.Key_Down)
    for row in range(3):
        if pane.list.hit is not None and pane.list.hit.quiz_id != person.quiz.id:
            person.press(Qt.Key.Key_Space)
        if row < 2:
            person.press(Qt.Key.Key_Down)
    person.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(person.quiz.items) == 3)
    person.press(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is person.screen.panel.list


def first_words(person: Person) -> list[str]:
    return [item.summary.first_words for item in person.quiz.items]


def check_what_arrived(sandbox: SandboxServer) -> None:
    """All three, and nowhere a word of where they came from."""
    quiz_id = next(str(quiz["id"]) for quiz in sandbox.core.quizzes("1") if quiz["title"] == "Final 2025")
    assert len(sandbox.core.items("1", quiz_id)) == 3
    seen = json.dumps([sandbox.core.quizzes("1"), sandbox.core.items("1", quiz_id)])
    assert "origin" not in seen
    assert "Midterm" not in seen
