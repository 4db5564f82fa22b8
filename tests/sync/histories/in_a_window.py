"""A quiz that is open in a window, and a person who never stops typing, also while it syncs.

What the window has and the other histories have not: the document with its undo, the autosave, the thread that writes
and the connection that reads beside it. Time is real here and nothing fails.
"""

import asyncio
import json
import time
from collections.abc import Set
from pathlib import Path
from random import Random
from typing import Final

from PySide6.QtWidgets import QApplication

from app.canvas.authentication import PersonalToken
from app.library.library import Library
from app.library.row import LinkRow
from app.models.item import Item
from app.models.quiz import NewQuiz, Quiz
from app.session.conflicts import OpenConflict
from app.session.edit import Edit
from app.session.sync_session import SyncSession
from app.session.workspace import Workspace
from app.sync.choice import Selection
from app.sync.resolve import Keep, can_keep_both
from tests.sync.histories.author import Author
from tests.sync.histories.books import Books, words_in, words_in_bytes
from tests.sync.histories.colleague import Colleague
from tests.sync.histories.served import Served
from tests.sync.histories.watched import COURSE, WatchedSandbox

EVERYTHING: Final = Selection(brake_released=True)
LONGEST_PAUSE: Final = 0.02
"""Seconds between two acts of the person during a sync."""


class WindowHistory:
    """One quiz here, one course there. Awaited in the loop of the window."""

    def __init__(self, folder: Path, rng: Random, application: QApplication) -> None:
        self.rng, self.books, self.doubled = rng, Books(), False
        self._hands = Random(rng.getrandbits(32))
        luck = Random(rng.getrandbits(32))
        self._served = Served(lambda site: WatchedSandbox(time.time, luck, self.books, site))
        self.core = self._served.core
        self.library = Library.open(folder)
        quiz = self.library.create_quiz(NewQuiz(title=self.books.word()), id="quiz")
        self.workspace = Workspace(self.library, application)
        self.document = self.workspace.open(quiz.id)
        login = PersonalToken(self.core.token())
        self._session = SyncSession(self.workspace, lambda _: login)
        self._numbers = 0
        self._author = Author(self._hands, self.books, self._new_id, self._take)
        self._colleague = Colleague(rng, self.books, self.core)
        self.link: LinkRow

    async def begin(self) -> None:
        """Connect, and say where the quiz goes."""
        account = await self._session.sign_in(self.core.site.canvas, self.core.token(), kind="sandbox")
        self.link = await self._session.link("quiz", account.id, COURSE)

    @property
    def words_here(self) -> Set[str]:
        return _words_of(self.quiz)

    @property
    def quiz(self) -> Quiz:
        return self.document.quiz

    def _new_id(self) -> str:
        self._numbers += 1
        return f"id-{self._numbers}"

    def _take(self, picture: bytes) -> str:
        return self.workspace.writer.finish(
            lambda: self.library.take_media(picture, content_type="image/png", width=3, height=2)
        )

    def edit_here(self) -> None:
        """One act of the person: mostly something new, now and then a step back or forth."""
        before = self.words_here
        match self._hands.randrange(10):
            case 0:
                self.document.undo_stack.undo()
            case 1:
                self.document.undo_stack.redo()
            case _:
                self._edit(self._author.changed(self.quiz))
        self.books.act(before, self.words_here, "here")

    def _edit(self, after: Quiz) -> None:
        """Through the same doors as the widgets."""
        document, before = self.document, self.quiz
        if after.fields is not before.fields:
            document.edit_fields(after.fields, Edit("Settings", "settings"))
            return
        for item_id in before.places.keys() - after.places.keys():
            document.delete_items((item_id,), "Delete question")
        for item in after.items:
            self._place(item, after.places[item.id])

    def _place(self, item: Item, place: int) -> None:
        document, here = self.document, self.quiz.places
        if item.id not in here:
            document.insert_items((item,), place, "Add question")
        elif self.quiz.item(item.id) is not item:
            document.edit_item(item, Edit("Text", "text"))
        elif here[item.id] > place:
            document.move_items((item.id,), place, "Move question")

    def edit_there(self) -> None:
        """A colleague works in the browser on what Canvas has now."""
        if self.core.ours:
            with self.core.lock:
                before = self.core.words
                self._colleague.act(self.core.ours[0])
                self.books.act(before, self.core.words, "there")

    async def sync(self, *, typing: bool = True) -> None:
        """A sync, during which the person goes on."""
        hands = asyncio.create_task(self._type_on()) if typing else None
        try:
            await self._session.run(self.link, EVERYTHING)
        finally:
            if hands is not None:
                hands.cancel()
                await asyncio.gather(hands, return_exceptions=True)
        await self.workspace.autosave("quiz").flush()
        self.books.live_again(self.words_here & self.core.words)

    async def _type_on(self) -> None:
        while True:
            await asyncio.sleep(self._hands.random() * LONGEST_PAUSE)
            undecided = self.workspace.conflicts.of("quiz")
            if undecided and self._hands.random() < 0.3:
                self._decide(self._hands.choice(undecided), may_keep_both=True)
            else:
                self.edit_here()

    async def decide(self, *, all_of_them: bool = False) -> int:
        """Decide what is open one way or another."""
        found = [one for one in self.workspace.conflicts.of("quiz") if all_of_them or self.rng.random() < 0.6]
        for one in found:
            self._decide(one, may_keep_both=not all_of_them)
        await self.workspace.autosave("quiz").flush()
        await self.workspace.writer.run(lambda: None)
        return len(found)

    def _decide(self, one: OpenConflict, *, may_keep_both: bool) -> None:
        """As the conflict page does; the person has seen both sides."""
        before = self.words_here
        both = can_keep_both(one.conflict) and may_keep_both
        keep = self._hands.choice(list(Keep) if both else [Keep.MINE, Keep.CANVAS])
        self.workspace.conflicts.decide("quiz", [one], keep, "Decide")
        self.books.act(before, self.words_here, "decided")
        theirs = words_in(json.dumps(one.conflict.theirs, default=dict))
        if keep is Keep.BOTH:
            self.books.shared |= theirs
            self.doubled = True
        self.books.refuse(theirs - self.words_here, "decided")

    def close(self) -> None:
        self.workspace.close()
        self._served.close()


def _words_of(quiz: Quiz) -> Set[str]:
    fields = json.dumps([quiz.fields.title, quiz.fields.instructions])
    return words_in_bytes(b" ".join(item.document for item in quiz.items)) | words_in(fields)
