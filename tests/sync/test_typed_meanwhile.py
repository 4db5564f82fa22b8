"""Somebody types in the window while a sync brings the same thing in: whatever the moment, nothing typed is lost."""

import asyncio
import itertools
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import pytest

from app.message import Message, message
from app.models.item import Item
from app.models.questions.essay import EssayQuestion
from app.models.quiz import Quiz
from app.sync.choice import Selection, Side
from app.sync.ledger import Ledger
from app.sync.run import Seams, Sync
from app.sync.settlement import open_conflicts
from app.sync.stored import StoredQuiz
from tests.sync.conftest import Bench
from tests.sync.histories.pictures import PNGS

MOMENTS = range(1, 16)
"""A sync that brings in one change writes to the disk less often than this."""
Change = Callable[[Quiz], Quiz]


@dataclass
class Person:
    """Types at the `moment`-th chance of those that are `ready`."""

    moment: int
    typed: Change
    source: StoredQuiz
    ready: Callable[[], bool]

    async def look(self) -> None:
        """A chance to type."""
        self.moment -= self.ready()
        if self.moment == 0:
            self.moment = -1
            await StoredQuiz.apply(self.source, self.typed, message("Edit"))

    async def carry(self, work: Callable[[], object]) -> None:
        """Nobody waits for the disk."""
        await self.look()
        work()


class Window(StoredQuiz):
    """A quiz that shows at once what it takes in, and is on disk a moment later."""

    person: Person

    async def apply(self, change: Change, what: Message) -> None:
        await super().apply(change, what)
        await self.person.look()


def synced_while_typing(bench: Bench, typed: Change, moment: int, ready: Callable[[], bool] = lambda: True) -> bool:
    """Whether the sync was long enough for that moment."""
    source = Window(bench.library, bench.link.quiz_id)
    source.person = person = Person(moment, typed, source, ready)

    async def scenario() -> None:
        async with bench.client() as client:
            ledger = Ledger(bench.library, bench.link, source, person.carry, grace=1.0)
            numbers = itertools.count(moment * 1000)
            seams = Seams(time.time, asyncio.sleep, lambda: f"new-{next(numbers)}")
            await Sync(client, ledger, seams, Selection(), lambda _: None).run()

    asyncio.run(scenario())
    return person.moment < 0


class Instructions:
    """The text above the quiz."""

    def typed(self, text: str) -> Change:
        return lambda quiz: quiz.with_fields(quiz.fields.replaced(instructions=text))

    def here(self, bench: Bench) -> object:
        return bench.quiz.fields.instructions

    def there(self, bench: Bench) -> object:
        [quiz] = [one for one in bench.server.core.quizzes(bench.link.course_id) if str(one["id"]) == bench.canvas_id]
        return quiz["instructions"]

    def edit_there(self, bench: Bench, text: str) -> None:
        bench.server.core.edit_quiz(bench.link.course_id, bench.canvas_id, {"instructions": text})


class Stem:
    """The text of the only question."""

    def typed(self, text: str) -> Change:
        return lambda quiz: quiz.with_item(quiz.items[0].with_entry(question(text)))

    def here(self, bench: Bench) -> object:
        return bench.quiz.items[0].entry.wire()["item_body"]

    def there(self, bench: Bench) -> object:
        entry: Mapping[str, Any] = bench.rows[0]["entry"]  # type: ignore[assignment]
        return entry["item_body"]

    def edit_there(self, bench: Bench, text: str) -> None:
        row = str(bench.rows[0]["id"])
        bench.server.core.edit_item(bench.link.course_id, bench.canvas_id, row, {"entry": {"item_body": text}})


def question(text: str) -> EssayQuestion:
    return EssayQuestion.new().replaced(item_body=text)


def put_picture(bench: Bench, number: int) -> None:
    """The last question shows a new picture, for which a sync waits between its look and what it brings in."""
    picture = bench.library.take_media(PNGS[0] + bytes([number]), content_type="image/png", width=3, height=2)
    shown = Item.of(question(f'<p><img src="{picture}" alt="A leaf"></p>'), id="shown")
    bench.put(*(item for item in bench.quiz.items if item.id != "shown"), shown)


@pytest.mark.parametrize("part", [Instructions(), Stem()], ids=lambda part: type(part).__name__)
def test_what_is_typed_while_the_same_comes_in_is_kept_and_sent(bench: Bench, part: Instructions | Stem) -> None:
    bench.put(Item.of(question("<p>Which?</p>")))
    bench.sync()
    reached = conflicts = 0
    for moment in MOMENTS:
        theirs, mine = f"<p>Theirs {moment}</p>", f"<p>Mine {moment}</p>"
        put_picture(bench, moment)
        part.edit_there(bench, theirs)
        if not synced_while_typing(bench, part.typed(mine), moment):
            break
        reached = moment
        assert part.here(bench) == mine
        bench.sync()
        undecided = bool(open_conflicts(bench.library, bench.link))
        assert (part.here(bench), part.there(bench)) == (mine, theirs if undecided else mine)
        conflicts += undecided
        bench.sync(Selection(prefer=Side.CANVAS))
    assert reached > conflicts > 0


def test_a_question_that_is_moved_while_an_order_comes_in_stays_where_it_was_put(bench: Bench) -> None:
    bench.put(*(Item.of(question(f"<p>{name}</p>"), id=name) for name in "abc"))
    bench.sync()
    put_picture(bench, 1)
    bench.server.core.move_item(bench.link.course_id, bench.canvas_id, str(bench.rows[0]["id"]), 3)
    bench.server.core.requests.clear()

    def uploading() -> bool:
        return any(seen.method == "POST" for seen in bench.server.core.requests)

    moved = ["b", "a", "c", "shown"]
    assert synced_while_typing(bench, lambda quiz: quiz.with_items(map(quiz.item, moved)), 1, uploading)
    assert [item.id for item in bench.quiz.items] == moved
