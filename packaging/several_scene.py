"""The scenes of work on many questions at once."""

from editor_scene import FINISHED
from stage import Stage, settle

from app.ui.quiz.quiz_screen import QuizScreen

_READ = 12
"""Rounds after which the questions have been looked at."""


async def alike(stage: Stage) -> None:
    """Three questions of one quiz, nothing unfolded."""
    page = _select(stage, "Hamlet, act 3", 3)
    page.selection.feedback_section.set_open(False)
    await settle(_READ)


async def mixed(stage: Stage) -> None:
    """One question of every kind: some can be shuffled, some are."""
    page = _select(stage, FINISHED)
    page.selection.feedback_section.set_open(False)
    await settle(_READ)
    page.selection.form.points.setFocus()


async def feedback(stage: Stage) -> None:
    """Feedback for all of them, half written."""
    page = _select(stage, FINISHED)
    page.selection.feedback_section.set_open(True)
    page.selection.feedback.fields["incorrect"].take_source("<p>Read chapter 4 again, then try once more.</p>")
    await settle(_READ)


def _select(stage: Stage, title: str, most: int = 99) -> QuizScreen:
    page = stage.open(title)
    ids = [item.id for item in page.document.quiz.items][:most]
    page.panel.list.select(ids[0], ids)
    return page
