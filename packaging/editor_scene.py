"""The scenes of the editors: every type empty, finished, with problems; settings and history of a quiz."""

from collections.abc import Awaitable, Callable

from editor_exhibit import NAMES
from stage import Stage, settle

from app.models.table import CREATABLE

FINISHED, TROUBLED = "Every kind of question", "Every kind of question, unfinished"
EMPTY = "Every kind of question, not begun"
_TRIED = 20
"""Rounds after which a pattern has been tried on its examples."""


def shown(name: str, *, troubled: bool = False, end: bool = False) -> Callable[[Stage], Awaitable[None]]:
    """The editor of one type; `end` shows the end of a page that scrolls."""

    async def play(stage: Stage) -> None:
        page = stage.open(TROUBLED if troubled else FINISHED, NAMES.index(name) + 1)
        await settle(_TRIED)
        bar = page.pane.page.verticalScrollBar()
        bar.setValue(bar.maximum() if end else 0)

    return play


def empty(slug: str) -> Callable[[Stage], Awaitable[None]]:
    """The editor of one type as it is before anything is written."""

    async def play(stage: Stage) -> None:
        page = stage.open(EMPTY, CREATABLE.index(slug) + 1)
        await settle()
        page.pane.page.verticalScrollBar().setValue(0)

    return play


async def settings(stage: Stage) -> None:
    """The settings of a quiz."""
    stage.open("Anatomy of the heart").turn_to("settings")


async def settings_problems(stage: Stage) -> None:
    """Settings that Canvas would refuse, or that do not agree, each with what does away with it."""
    stage.open("Blood and vessels (draft)").turn_to("settings")


async def history(stage: Stage) -> None:
    """The oldest version of a quiz, with what differs from now."""
    page = stage.open("Hamlet, act 3")
    page.turn_to("history")
    assert page.parts.history is not None
    page.parts.history.versions.setCurrentRow(page.parts.history.versions.count() - 1)
    await settle(_TRIED)
