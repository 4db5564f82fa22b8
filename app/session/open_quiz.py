"""A quiz in the window as the source of a sync: what comes in is one undo step, and on disk before the sync goes on."""

from collections.abc import Callable

from app.message import Message
from app.models.quiz import Quiz
from app.session.autosave import Autosave
from app.session.document import Document


class OpenQuiz:
    """The window's side of `app.sync.ledger.Source` (decisions 14)."""

    def __init__(self, document: Document, autosave: Autosave) -> None:
        self._document, self._autosave = document, autosave

    def quiz(self) -> Quiz:
        """The value that the person sees."""
        return self._document.quiz

    async def apply(self, change: Callable[[Quiz], Quiz], what: Message) -> None:
        """Change the present value, whatever was typed meanwhile, as one named step."""
        self._document.finish_burst()
        self._document.bring_in(change(self._document.quiz), str(what))
        await self._autosave.flush()

    async def keep(self) -> None:
        """Save what was typed by now."""
        await self._autosave.flush()
