"""One sync of one quiz with one link, from the command line."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass
from uuid import uuid4

from app.cli.connected import Connected
from app.cli.exit_code import CanvasFailed
from app.cli.outcome_row import OutcomeRow
from app.cli.printer import Printer
from app.errors import UserError
from app.library.library import Library
from app.library.row import LinkRow
from app.sync.choice import Selection
from app.sync.ledger import Ledger
from app.sync.look import QuizGone
from app.sync.outcome import Progress
from app.sync.run import NotSure, Seams, Sync
from app.sync.stored import StoredQuiz, at_once


@dataclass(frozen=True)
class OneSync:
    """A quiz, its link and what was chosen."""

    library: Library
    canvas: Connected
    link: LinkRow
    selection: Selection
    printer: Printer

    async def run(self) -> OutcomeRow:
        """Carry it out. An error is told and stands in the row, beside what was done before it."""
        sync, source = self._made()
        try:
            await sync.run()
        except UserError as error:
            failure = CanvasFailed(error.message, error.hint) if isinstance(error, (QuizGone, NotSure)) else error
            title = source.quiz().title
            self.printer.fail(failure, title)
            return OutcomeRow.of(self.link.quiz_id, title, sync.outcome, failure)
        return OutcomeRow.of(self.link.quiz_id, source.quiz().title, sync.outcome)

    async def preview(self) -> OutcomeRow:
        """What `run` would do."""
        sync, source = self._made()
        try:
            plan = await sync.preview()
        except QuizGone as error:
            raise CanvasFailed(error.message, error.hint) from error
        return OutcomeRow.planned(self.link.quiz_id, source.quiz().title, plan)

    def _made(self) -> tuple[Sync, StoredQuiz]:
        source = StoredQuiz(self.library, self.link.quiz_id)
        ledger = Ledger(self.library, self.link, source, at_once, grace=self.canvas.grace)
        seams = Seams(time.time, asyncio.sleep, lambda: str(uuid4()))
        return Sync(self.canvas.client, ledger, seams, self.selection, _told(self.printer)), source


def _told(printer: Printer) -> Callable[[Progress], None]:
    """Say each kind of step once, not each step."""
    last = ""

    def tell(progress: Progress) -> None:
        nonlocal last
        if (words := str(progress.what)) != last:
            last = words
            printer.say(f"{progress.done}/{progress.total} {words}" if progress.total else words)

    return tell
