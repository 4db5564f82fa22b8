"""The scenes of work on many questions at once, and of taking questions over from other quizzes."""

from editor_scene import FINISHED
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from stage import Stage, settle, until

from app.ui.quiz.quiz_screen import QuizScreen

_READ = 12
"""Rounds after which the questions have been looked at."""


async def alike(stage: Stage) -> None:
    """Three questions of one quiz, nothing unfolded."""
    page = _select(stage, "Hamlet, act 3", 3)
    page.side.selection.feedback_section.set_open(False)
    await settle(_READ)


async def mixed(stage: Stage) -> None:
    """One question of every kind: some can be shuffled, some are."""
    page = _select(stage, FINISHED)
    page.side.selection.feedback_section.set_open(False)
    await settle(_READ)
    page.side.selection.form.points.setFocus()


async def feedback(stage: Stage) -> None:
    """Feedback for all of them, half written."""
    page = _select(stage, FINISHED)
    page.side.selection.feedback_section.set_open(True)
    page.side.selection.feedback.fields["incorrect"].take_source("<p>Read chapter 4 again, then try once more.</p>")
    await settle(_READ)


def _select(stage: Stage, title: str, most: int = 99) -> QuizScreen:
    page = stage.open(title)
    ids = [item.id for item in page.document.quiz.items][:most]
    page.panel.list.select(ids[0], ids)
    return page


async def my_questions(stage: Stage) -> None:
    """Questions of other quizzes, found, two of them ticked."""
    page = await _find(stage, "Hamlet, act 3", "the")
    found = page.taking.pane.list
    for row in (1, 2):
        found.setCurrentRow(row)
        QTest.keyClick(found, Qt.Key.Key_Space)
    await settle(_READ)


async def my_questions_hot_spot(stage: Stage) -> None:
    """A hot spot with its regions."""
    page = await _find(stage, "Hamlet, act 3", "click layer")
    view = page.taking.pane.view
    await until(lambda: view.picture.is_drawn, "the picture")


async def my_questions_empty(stage: Stage) -> None:
    """Nothing is looked for yet."""
    await _find(stage, "Hamlet, act 3", "")


async def my_questions_nothing(stage: Stage) -> None:
    """Nothing was found."""
    await _find(stage, "Hamlet, act 3", "xylophone")


async def _find(stage: Stage, title: str, words: str) -> QuizScreen:
    page = stage.open(title, 2)
    page.open_my_questions()
    page.taking.pane.list.untick()
    page.taking.pane.search.setText(words)
    await settle(_READ)
    return page
