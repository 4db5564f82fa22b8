"""What a person types while a sync takes in what Canvas has: it stays, and is not taken for sent."""

import asyncio
import time
from collections.abc import Callable

from app.message import Message, message
from app.models.item import Item
from app.models.questions.true_false import TrueFalseQuestion
from app.models.quiz import Quiz
from app.sync.choice import Selection
from app.sync.ledger import Ledger
from app.sync.outcome import Outcome
from app.sync.run import Seams, Sync
from app.sync.stored import StoredQuiz
from tests.sync.conftest import Bench

TYPED = "Typed meanwhile"


def statement(item_id: str) -> Item:
    question = TrueFalseQuestion.new().replaced(title="Leaves", item_body="<p>Leaves breathe.</p>")
    return Item.of(question.with_right(True), id=item_id)


def retitled(quiz: Quiz) -> Quiz:
    return quiz.with_fields(quiz.fields.replaced(title=TYPED))


def retold(quiz: Quiz) -> Quiz:
    return quiz.with_items(item.with_entry(item.entry.replaced(title=TYPED)) for item in quiz.items)


class Typist(StoredQuiz):
    """Types once, as soon as something was carried out."""

    typed: Callable[[Quiz], Quiz] | None = None

    async def then_type(self) -> None:
        typed, self.typed = self.typed, None
        if typed is not None:
            await super().apply(typed, message("Edit"))


class AfterTheStep(Typist):
    """As soon as the quiz was changed: a window still waits for the disk then."""

    async def apply(self, change: Callable[[Quiz], Quiz], what: Message) -> None:
        await super().apply(change, what)
        await self.then_type()


class AfterAWrite(Typist):
    """As soon as the books were written for the first time."""


def synced_while(bench: Bench, kind: type[Typist], typed: Callable[[Quiz], Quiz]) -> Outcome:
    """A sync in which the person types."""

    async def scenario() -> Outcome:
        source = kind(bench.library, bench.link.quiz_id)
        source.typed = typed

        async def carry(work: Callable[[], object]) -> None:
            work()
            if kind is AfterAWrite:
                await source.then_type()

        ledger = Ledger(bench.library, bench.link, source, carry, grace=1.0)
        seams = Seams(time.time, asyncio.sleep, lambda: f"id-{next(bench.ids):04}")
        async with bench.client() as client:
            return await Sync(client, ledger, seams, Selection(), lambda _: None).run()

    return asyncio.run(scenario())


def agreed_on(bench: Bench) -> None:
    bench.put(statement("a"))
    bench.sync()


def changed_there(bench: Bench) -> None:
    """The title of the quiz, that of its question, and one more question, so that the journal is written first."""
    core, course, quiz = bench.server.core, bench.link.course_id, bench.canvas_id
    core.edit_quiz(course, quiz, {"title": "Theirs"})
    core.edit_item(course, quiz, str(bench.rows[0]["id"]), {"entry": {"title": "Theirs"}})
    core.add_item(course, quiz, {**bench.rows[0]})


def test_fields_that_are_typed_while_rows_are_journalled_are_not_overwritten(bench: Bench) -> None:
    agreed_on(bench)
    changed_there(bench)
    synced_while(bench, AfterAWrite, retitled)
    assert bench.quiz.title == TYPED
    assert [(one.unit, one.mine, one.theirs) for one in bench.sync().conflicts] == [("title", TYPED, "Theirs")]


def test_a_question_that_is_typed_while_rows_are_journalled_is_not_overwritten(bench: Bench) -> None:
    agreed_on(bench)
    changed_there(bench)
    synced_while(bench, AfterAWrite, retold)
    assert bench.quiz.item("a").summary.title == TYPED
    assert [(one.unit, one.mine, one.theirs) for one in bench.sync().conflicts] == [("title", TYPED, "Theirs")]


def test_what_is_typed_right_after_the_step_is_an_edit_that_goes_there(bench: Bench) -> None:
    agreed_on(bench)
    changed_there(bench)
    synced_while(bench, AfterTheStep, lambda quiz: retold(retitled(quiz)))
    bench.sync()
    core, course = bench.server.core, bench.link.course_id
    assert [quiz["title"] for quiz in core.quizzes(course) if quiz["id"] == bench.canvas_id] == [TYPED]
    assert bench.titles == [TYPED, TYPED]
