"""The library on its way to another computer, as the gallery shows it."""

import tempfile
from pathlib import Path

from stage import Stage, until

from app.library.handover import Handover
from app.library.library import Library
from app.library.moved_file import SUFFIX
from app.library.moving import hand_over
from app.models.quiz import NewQuiz
from app.ui.moving.journey_dialog import JourneyDialog


async def move(stage: Stage) -> None:
    """What is said before."""
    stage.window.show_home()
    stage.window.late.moving.offer()


async def arrive(stage: Stage) -> None:
    """A library of another computer, before it comes in."""
    stage.window.show_home()
    with tempfile.TemporaryDirectory() as scratch:
        file = Path(scratch) / f"all{SUFFIX}"
        with Library.open(Path(scratch) / "there", clock=stage.clock) as there:
            for title in ("Mosses", "Lichens"):
                there.create_quiz(NewQuiz(title=title))
            hand_over(there, file, {})
        stage.window.late.moving.look(file)
        await until(lambda: any(one.isVisible() for one in _dialogs(stage)), "what a moved library holds")


async def refused(stage: Stage) -> None:
    """A file that is something else."""
    stage.window.show_home()
    stage.window.late.moving.look(Path(__file__).with_name("scene.py"))
    await until(lambda: any(one.isVisible() for one in _dialogs(stage)), "a refusal")


async def handed_over(stage: Stage) -> None:
    """A copy that can only be read; nothing is written, so that the scenes after it go on."""
    library = stage.workspace.library
    library.set_handed_over(Handover("scene", stage.clock.now, f"Quizwright library 2026-03-12{SUFFIX}"))
    stage.workspace.stand_anew()
    stage.window.late.moving.standing_changed.emit()
    stage.open("Anatomy of the heart")


async def taken_back(stage: Stage) -> None:
    """What is asked before; the library can be changed again behind it."""
    stage.window.show_home()
    stage.window.commands["take_back"].trigger()
    stage.workspace.library.set_handed_over(None)
    stage.workspace.stand_anew()
    stage.window.late.moving.standing_changed.emit()


def _dialogs(stage: Stage) -> list[JourneyDialog]:
    return stage.window.findChildren(JourneyDialog)
