"""Cases that random histories or a review found: each was a crash, a loss or a double before it was a test."""

from collections.abc import Callable

import pytest

from app.library.library import Library
from app.message import message
from app.sync.choice import Selection
from app.sync.pull import brought_quiz
from app.sync.stored import at_once
from tests.sync.conftest import Bench
from tests.sync.test_cut_off import edited_on_both_sides
from tests.sync.test_histories import History, lived
from tests.sync.test_run import statement


@pytest.mark.parametrize("seed", [100919, 101985, 102068, 102378, 102418, 204904])
def test_a_history_that_once_failed(library: Library, seed: int) -> None:
    history = lived(library, seed)
    wanted = history.here
    first, second = history.sync(), history.sync()
    assert (history.here, history.there) == (wanted, wanted)
    assert (first.conflicts, second.writes) == ([], 0)


def test_an_unfinished_edit_of_a_question_that_canvas_deleted_stops_nothing(bench: Bench) -> None:
    bench.put(statement("a"), statement("b"))
    bench.sync()
    bench.server.core.delete_item(bench.link.course_id, bench.canvas_id, str(bench.rows[0]["id"]))
    a, b = bench.quiz.items
    bench.put(a.with_entry(a.entry.replaced(title="A", item_body="")), b)
    assert [held.item_id for held in bench.sync().held] == [a.id]
    assert (bench.titles, [item.summary.title for item in bench.quiz.items]) == (["b"], ["A", "b"])


def pulled_sample(bench: Bench) -> Bench:
    raw = bench.server.core.quizzes(bench.link.course_id)[0]
    link = brought_quiz(bench.library, bench.account, bench.link.course_id, raw)
    pulled = Bench(bench.library, bench.server, bench.account, link)
    pulled.sync(Selection(pull_only=True))
    return pulled


def test_a_new_question_goes_though_banks_stand_in_an_order_that_canvas_cannot_have(bench: Bench) -> None:
    sample = pulled_sample(bench)
    pins = [item for item in sample.quiz.items if item.entry_type != "Item"]
    questions = [item for item in sample.quiz.items if item.entry_type == "Item"]
    sample.put(*questions, *reversed(pins), statement("new"))
    outcome = sample.sync()
    assert (outcome.created, [held.item_id for held in outcome.held]) == (1, [""])
    assert "new" in [row["entry"].get("title") for row in sample.rows]  # type: ignore[attr-defined]


def test_questions_that_the_person_deletes_during_a_sync_stop_nothing(library: Library) -> None:
    for commits in range(30):
        history = edited_on_both_sides(library, 1000 + commits)
        left = [commits]

        async def carry(work: Callable[[], object], history: History = history, left: list[int] = left) -> None:
            await at_once(work)
            left[0] -= 1
            if left[0] == 0:
                await history.source.apply(lambda quiz: quiz.with_items(quiz.items[1:2]), message("Delete"))

        history.carry = carry
        history.sync()
        history.carry = at_once
        history.sync()
        assert history.here == history.there, commits
        assert history.sync().writes == 0, commits
