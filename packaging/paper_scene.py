"""The scenes of a quiz on paper."""

from collections.abc import Callable
from dataclasses import replace

from collection import SAMPLE
from stage import Stage, settle, until

from app.library.printings import Printing
from app.paper.paper import papers
from app.ui.paper.print_dialog import PrintDialog
from app.ui.paper.wish import Wish

_DRAWN = 12
"""Rounds after which the pages that are seen are drawn."""
_AT = 1_700_000_000.0


async def exam(stage: Stage) -> None:
    """The sample quiz in one version."""
    await _open(stage, lambda wish: wish)


async def large(stage: Stage) -> None:
    """The same in large print."""
    await _open(stage, lambda wish: replace(wish, is_large=True))


async def again(stage: Stage) -> None:
    """The key to version B of an exam that was printed before."""
    quiz = stage.open(SAMPLE).document.quiz
    kept = stage.workspace.printings(quiz.id)
    if not kept.all():
        kept.keep(quiz, Printing(_AT, papers(quiz, 4, 7)), lambda _: None, stage.workspace.failed.emit)
        await until(lambda: bool(kept.all()), "a printing that is kept")
    await _open(stage, lambda wish: replace(wish, what="key", printing=kept.all()[0].id, letter="B"))


async def _open(stage: Stage, wished: Callable[[Wish], Wish]) -> None:
    stage.open(SAMPLE)
    stage.window.commands["print"].trigger()
    dialog = next(one for one in stage.window.findChildren(PrintDialog) if one.isVisible())
    dialog.form.show_wish(wished(dialog.form.wish))
    await until(lambda: bool(dialog.view.sheets) and dialog.print.isEnabled(), "pages")
    await settle(_DRAWN)
