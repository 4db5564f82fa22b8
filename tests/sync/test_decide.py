"""A conflict is decided from what was kept of it, without a connection; the next sync carries the decision out."""

import itertools
from collections.abc import Sequence

import pytest

from app.models.item import Item
from app.models.questions.choice import ChoiceQuestion
from app.models.questions.true_false import TrueFalseQuestion
from app.sync.choice import Selection, Side
from app.sync.link_pictures import LinkPictures
from app.sync.resolve import Decision, Keep, resolved
from app.sync.settlement import Settlement, open_conflicts
from app.sync.step import Conflict
from tests.sync.conftest import Bench
from tests.sync.test_run import choice, retitled, statement


@pytest.fixture
def torn(bench: Bench) -> Bench:
    """Two questions; the first one's text says something else on both sides."""
    bench.put(statement("a", "<p>Base</p>"), statement("b"))
    bench.sync()
    with_text(bench, "<p>Mine</p>")
    change_there(bench, item_body="<p>Theirs</p>")
    bench.sync()
    return bench


def with_text(bench: Bench, text: str) -> None:
    first, *others = bench.quiz.items
    bench.put(first.with_entry(first.entry.replaced(item_body=text)), *others)


def change_there(bench: Bench, **entry: object) -> None:
    row = str(bench.rows[0]["id"])
    bench.server.core.edit_item(bench.link.course_id, bench.canvas_id, row, {"entry": entry})


def decide(bench: Bench, keep: Keep, conflicts: Sequence[Conflict] | None = None) -> Settlement:
    found = open_conflicts(bench.library, bench.link) if conflicts is None else conflicts
    decisions = [Decision(conflict, keep) for conflict in found]
    reference = LinkPictures(bench.library, bench.library, bench.link).reference
    ids = (f"copy-{n}" for n in itertools.count())
    after, _ = resolved(bench.quiz, decisions, reference, lambda: next(ids))
    if after != bench.quiz:
        bench.library.save(after, before=bench.quiz, what="Decide", problem_counts={})
    settlement = Settlement(bench.library, bench.link, decisions)
    settlement.settle(after)
    return settlement


def texts(bench: Bench) -> list[str]:
    return [str(item.entry.wire()["item_body"]) for item in bench.quiz.items]


def texts_there(bench: Bench) -> list[object]:
    return [row["entry"]["item_body"] for row in bench.rows]  # type: ignore[index]


def kept_texts(bench: Bench) -> set[str]:
    """What the history has of the first question."""
    versions = [bench.library.version(row.id) for row in bench.library.history(bench.link.quiz_id)]
    first = bench.quiz.items[0].id
    return {str(quiz.item(first).entry.wire()["item_body"]) for quiz in versions if first in quiz.places}


def test_a_look_at_canvas_keeps_the_conflicts_as_they_are_now(torn: Bench) -> None:
    assert [c.theirs for c in open_conflicts(torn.library, torn.link)] == ["<p>Theirs</p>"]
    change_there(torn, item_body="<p>Newer</p>")
    torn.preview()
    assert [c.theirs for c in open_conflicts(torn.library, torn.link)] == ["<p>Newer</p>"]
    change_there(torn, item_body="<p>Mine</p>")
    torn.preview()
    assert open_conflicts(torn.library, torn.link) == ()


def test_a_conflict_that_changes_on_canvas_during_a_sync_is_one_conflict_still(torn: Bench) -> None:
    first, second = torn.quiz.items
    fields = torn.quiz.fields.replaced(title="Stems")
    torn.save(torn.quiz.with_fields(fields).with_items([retitled(first, "A"), second]))
    outcome = torn.sync(on_progress=lambda progress: change_there(torn, item_body=f"<p>Later {progress.done}</p>"))
    assert [one.unit for one in outcome.conflicts] == ["item_body"]
    (conflict,) = open_conflicts(torn.library, torn.link)
    assert "Later 1" in conflict.theirs
    assert torn.titles[0] == "A"


def test_a_sync_of_another_question_leaves_a_conflict_open(torn: Bench) -> None:
    torn.sync(Selection(only=frozenset({torn.quiz.items[1].id})))
    assert len(open_conflicts(torn.library, torn.link)) == 1


@pytest.mark.parametrize(
    ("keep", "here"),
    [
        (Keep.MINE, ["<p>Mine</p>", "<p>Leaves breathe.</p>"]),
        (Keep.CANVAS, ["<p>Theirs</p>", "<p>Leaves breathe.</p>"]),
        (Keep.BOTH, ["<p>Mine</p>", "<p>Theirs</p>", "<p>Leaves breathe.</p>"]),
    ],
)
def test_a_decision_is_carried_out_by_the_next_sync(torn: Bench, keep: Keep, here: list[str]) -> None:
    decide(torn, keep)
    assert open_conflicts(torn.library, torn.link) == ()
    assert torn.sync().conflicts == []
    assert texts(torn) == texts_there(torn) == here
    assert torn.sync().writes == 0


@pytest.mark.parametrize("keep", list(Keep))
def test_both_texts_stay_in_the_history(torn: Bench, keep: Keep) -> None:
    decide(torn, keep)
    torn.sync()
    found = kept_texts(torn) | set(texts(torn))
    assert {"<p>Mine</p>", "<p>Theirs</p>"} <= found
    assert torn.library.version(torn.library.history(torn.link.quiz_id)[0].id).items[0].document == (
        torn.quiz.items[0].document
    )


@pytest.mark.parametrize("side", list(Side))
def test_both_texts_stay_in_the_history_when_one_side_wins_unasked(torn: Bench, side: Side) -> None:
    torn.sync(Selection(prefer=side))
    assert {"<p>Mine</p>", "<p>Theirs</p>"} <= kept_texts(torn)


@pytest.mark.parametrize("keep", list(Keep))
def test_what_changes_on_canvas_after_a_decision_is_not_overwritten(torn: Bench, keep: Keep) -> None:
    decide(torn, keep)
    change_there(torn, item_body="<p>Newest</p>")
    outcome = torn.sync()
    assert texts_there(torn)[0] == "<p>Newest</p>"
    assert [c.theirs for c in outcome.conflicts] == ([] if keep is Keep.CANVAS else ["<p>Newest</p>"])


def test_canvas_s_text_that_was_taken_and_changed_again_is_sent(torn: Bench) -> None:
    decide(torn, Keep.CANVAS)
    with_text(torn, "<p>Theirs, and mine</p>")
    assert torn.sync().conflicts == []
    assert texts_there(torn)[0] == "<p>Theirs, and mine</p>"


def test_mine_that_goes_back_to_what_both_had_is_sent_too(torn: Bench) -> None:
    decide(torn, Keep.MINE)
    with_text(torn, "<p>Base</p>")
    assert torn.sync().conflicts == []
    assert texts_there(torn)[0] == "<p>Base</p>"


@pytest.mark.parametrize("keep", list(Keep))
def test_a_decision_that_is_taken_back_is_open_again(torn: Bench, keep: Keep) -> None:
    before, known = torn.quiz, open_conflicts(torn.library, torn.link)
    settlement = decide(torn, keep)
    torn.save(before)
    settlement.take_back()
    assert open_conflicts(torn.library, torn.link) == known
    assert [c.theirs for c in torn.sync().conflicts] == ["<p>Theirs</p>"]
    assert texts_there(torn)[0] == "<p>Theirs</p>"


def test_a_decision_that_a_sync_went_on_from_is_an_edit_when_it_is_taken_back(torn: Bench) -> None:
    settlement = decide(torn, Keep.MINE)
    torn.sync()
    settlement.take_back()
    assert open_conflicts(torn.library, torn.link) == ()
    assert torn.sync().writes == 0


def test_answers_points_and_feedback_are_taken(bench: Bench) -> None:
    bench.put(choice("a", "root", "leaf"))
    bench.sync()
    first = bench.quiz.items[0]
    question = first.entry
    assert isinstance(question, ChoiceQuestion)
    mine = question.with_right(question.choices[1].id).with_feedback("neutral", "<p>mine</p>")
    bench.put(first.with_entry(mine).with_points(3))
    row = str(bench.rows[0]["id"])
    theirs: dict[str, object] = {"feedback": {"neutral": "<p>theirs</p>"}}
    theirs["interaction_data"] = {
        "choices": [{"id": question.choices[0].id, "position": 1, "item_body": "<p>stem</p>"}]
    }
    patch = {"entry": theirs, "points_possible": 5}
    bench.server.core.edit_item(bench.link.course_id, bench.canvas_id, row, patch)
    assert {c.unit for c in bench.sync().conflicts} == {"answers", "points", "feedback/neutral"}
    decide(bench, Keep.CANVAS)
    outcome = bench.sync()
    assert (outcome.updated, outcome.conflicts) == (0, [])
    (item,) = bench.quiz.items
    taken = item.entry
    assert isinstance(taken, ChoiceQuestion)
    assert (item.points, taken.choices[0].item_body) == (5, "<p>stem</p>")
    assert taken.feedback is not None
    assert taken.feedback.neutral == "<p>theirs</p>"


@pytest.mark.parametrize(("keep", "minutes"), [(Keep.MINE, 20), (Keep.CANVAS, 30)])
def test_a_setting_that_both_changed_is_decided(bench: Bench, keep: Keep, minutes: int) -> None:
    def limit(minutes: int) -> dict[str, object]:
        return {"has_time_limit": True, "session_time_limit_in_seconds": minutes * 60}

    bench.put(statement("a"))
    bench.sync()
    bench.save(bench.quiz.with_fields(bench.quiz.fields.replaced(quiz_settings=limit(20))))
    bench.server.core.edit_quiz(bench.link.course_id, bench.canvas_id, {"quiz_settings": limit(30)})
    assert [c.unit for c in bench.sync().conflicts] == ["settings/time_limit"]
    decide(bench, keep)
    assert bench.sync().conflicts == []
    settings = bench.quiz.fields.quiz_settings
    assert settings is not None
    there = next(quiz for quiz in bench.server.core.quizzes(bench.link.course_id) if quiz["id"] == bench.canvas_id)
    assert there["quiz_settings"]["session_time_limit_in_seconds"] == minutes * 60
    assert settings.session_time_limit_in_seconds == minutes * 60


def test_several_are_decided_at_once_and_one_copy_has_all_that_canvas_has(bench: Bench) -> None:
    bench.put(retitled(statement("x", "<p>Base</p>"), "a"))
    bench.sync()
    item: Item = bench.quiz.items[0]
    question = item.entry
    assert isinstance(question, TrueFalseQuestion)
    bench.put(item.with_entry(question.replaced(item_body="<p>Mine</p>").with_feedback("correct", "<p>My praise</p>")))
    change_there(bench, item_body="<p>Theirs</p>", feedback={"correct": "<p>Their praise</p>"})
    bench.sync()
    decide(bench, Keep.BOTH)
    assert bench.sync().conflicts == []
    copy = bench.quiz.items[1].entry.wire()
    assert (copy["item_body"], copy["feedback"]["correct"]) == ("<p>Theirs</p>", "<p>Their praise</p>")
