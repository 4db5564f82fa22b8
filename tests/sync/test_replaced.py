"""A question that is made anew on a server that merges by id never takes along what somebody changed of the old one."""

import pytest

from app.models.questions.choice import ChoiceQuestion
from app.sync.kept_both import KEPT_BESIDE
from app.sync.resolve import Keep
from tests.sync.conftest import Bench
from tests.sync.test_decide import change_there, decide
from tests.sync.test_run import choice, retitled


def cut_and_retitled(bench: Bench, title: str) -> None:
    """One choice less, and another label."""
    (item,) = bench.quiz.items
    question = item.entry
    assert isinstance(question, ChoiceQuestion)
    bench.put(retitled(item.with_entry(question.with_choices(question.choices[:-1])), title))


def choices_there(bench: Bench) -> int:
    return len(bench.rows[0]["entry"]["interaction_data"]["choices"])  # type: ignore[index]


@pytest.fixture(params=["known", "new"])
def torn(bench: Bench, request: pytest.FixtureRequest) -> Bench:
    """Its label is another one on both sides, and it lost a choice here; that the server merges is known or not."""
    bench.put(choice("b", "root", "leaf", "stem", "bud"))
    bench.sync()
    if request.param == "known":
        cut_and_retitled(bench, "b")
        bench.sync()
    cut_and_retitled(bench, "mine")
    change_there(bench, title="theirs")
    return bench


@pytest.mark.parametrize("keep", [Keep.MINE, Keep.CANVAS])
def test_a_label_that_waits_for_a_decision_stays_on_canvas_and_the_answers_follow_it(torn: Bench, keep: Keep) -> None:
    wanted = len(torn.quiz.items[0].entry.wire()["interaction_data"]["choices"])
    outcome = torn.sync()
    assert torn.titles == ["theirs"]
    assert [one.unit for one in outcome.conflicts] == ["title"]
    assert len(outcome.held) == 1
    assert torn.sync().writes == 0
    decide(torn, keep)
    torn.sync()
    assert torn.titles == ["mine" if keep is Keep.MINE else "theirs"]
    assert choices_there(torn) == wanted
    assert torn.sync().writes == 0


@pytest.fixture
def left_over(bench: Bench) -> Bench:
    """The question was made anew, and Canvas refused to delete the old row."""
    bench.put(choice("b", "root", "leaf", "stem", "bud"))
    bench.sync()
    cut_and_retitled(bench, "b")
    bench.sync()
    cut_and_retitled(bench, "mine")
    bench.server.core.set_fault("immutable", 1)
    bench.sync()
    bench.server.core.set_fault("immutable", 0)
    assert sorted(map(str, bench.titles)) == ["b", "mine"]
    return bench


def test_a_row_whose_deletion_was_put_off_goes_with_the_next_sync(left_over: Bench) -> None:
    assert KEPT_BESIDE not in left_over.sync().notes
    assert left_over.titles == ["mine"]


def test_a_row_that_somebody_changed_before_it_could_be_deleted_stays_and_comes_here(left_over: Bench) -> None:
    old = next(row for row in left_over.rows if row["entry"]["title"] == "b")  # type: ignore[index]
    left_over.server.core.edit_item(
        left_over.link.course_id, left_over.canvas_id, str(old["id"]), {"points_possible": 7.0}
    )
    outcome = left_over.sync()
    assert outcome.notes == [KEPT_BESIDE], "and nothing of two that look alike"
    assert sorted((item.summary.title, item.points) for item in left_over.quiz.items) == [("b", 7.0), ("mine", 1.0)]
    assert sorted(map(str, left_over.titles)) == ["b", "mine"]
    assert left_over.sync().writes == 0


def test_an_old_row_stays_where_somebody_deleted_the_one_that_took_its_place(left_over: Bench) -> None:
    new = next(row for row in left_over.rows if row["entry"]["title"] == "mine")  # type: ignore[index]
    left_over.server.core.delete_item(left_over.link.course_id, left_over.canvas_id, str(new["id"]))
    left_over.sync()
    assert [item.summary.title for item in left_over.quiz.items] == ["mine"]
    assert left_over.titles == ["mine"]
    assert left_over.sync().writes == 0


def test_an_old_row_that_students_have_answered_stays_and_comes_here_and_the_sync_goes_on(left_over: Bench) -> None:
    left_over.server.core.set_submissions(left_over.canvas_id)
    outcome = left_over.sync()
    assert any("Canvas kept a question though another one was put in its place" in str(note) for note in outcome.notes)
    assert sorted(item.summary.title for item in left_over.quiz.items) == ["b", "mine"]
    assert sorted(map(str, left_over.titles)) == ["b", "mine"]
    assert left_over.sync().writes == 0
