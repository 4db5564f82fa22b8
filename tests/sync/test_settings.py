"""The fields and settings of a quiz: what counts is sent, blocks whole, and a sum of no points is left out."""

from typing import Any

from app.models.quiz_reading import read_fields
from app.sync.choice import Selection
from tests.sync.conftest import Bench
from tests.sync.test_run import statement


def set_fields(bench: Bench, **fields: Any) -> None:  # noqa: ANN401  (JSON)
    bench.save(bench.quiz.with_fields(read_fields({"title": "Leaves", **fields})))


def quiz_there(bench: Bench) -> dict[str, Any]:
    return next(quiz for quiz in bench.server.core.quizzes(bench.link.course_id) if quiz["id"] == bench.canvas_id)


def test_a_quiz_that_lost_all_its_questions_is_quiet(bench: Bench) -> None:
    bench.put(statement("a"))
    bench.sync()
    bench.put()
    outcome = bench.sync(Selection(brake_released=True))
    assert (outcome.deleted, outcome.held) == (1, [])
    assert bench.sync().writes == 0
    assert str(bench.library.quizzes()[0].state) == "synced"


def test_attempts_that_are_turned_off_are_sent_without_what_hung_on_them(bench: Bench) -> None:
    attempts = {"multiple_attempts_enabled": True, "attempt_limit": True, "max_attempts": 3, "score_to_keep": "highest"}
    set_fields(bench, quiz_settings={"multiple_attempts": attempts})
    bench.sync()
    assert quiz_there(bench)["quiz_settings"]["multiple_attempts"]["max_attempts"] == 3
    set_fields(bench, quiz_settings={"multiple_attempts": {**attempts, "multiple_attempts_enabled": False}})
    assert bench.sync().held == []
    block = quiz_there(bench)["quiz_settings"]["multiple_attempts"]
    assert {key: value for key, value in block.items() if value} == {}
    assert bench.sync().writes == 0
    assert bench.quiz.fields.quiz_settings is not None
    assert bench.quiz.fields.quiz_settings.multiple_attempts is not None
    assert bench.quiz.fields.quiz_settings.multiple_attempts.max_attempts == 3


def test_what_canvas_only_shows_is_never_sent_back(bench: Bench) -> None:
    bench.server.core.set_fault("settings-extras", 1.0)
    set_fields(bench, quiz_settings={"result_view_settings": {"result_view_restricted": True, "display_items": True}})
    bench.sync()
    view = {"result_view_restricted": True, "display_items": True, "display_item_response": True}
    set_fields(bench, quiz_settings={"result_view_settings": view})
    assert bench.sync().updated_quiz == 1
    assert bench.sync().writes == 0


def test_a_quiz_without_a_title_waits_with_its_questions(bench: Bench) -> None:
    bench.save(bench.quiz.with_fields(read_fields({"title": " "})))
    bench.put(statement("a"))
    before = len(bench.server.core.quizzes(bench.link.course_id))
    outcome = bench.sync()
    assert [(held.item_id, str(held.reason)) for held in outcome.held] == [("", "The quiz has no title.")]
    assert len(bench.server.core.quizzes(bench.link.course_id)) == before
    set_fields(bench)
    assert bench.sync().created == 1


def test_dates_that_are_out_of_order_wait_and_all_else_goes(bench: Bench) -> None:
    wrong = {"unlock_at": "2026-12-02T00:00:00Z", "due_at": "2026-12-01T00:00:00Z"}
    set_fields(bench, **wrong)
    bench.put(statement("a"))
    first = bench.sync()
    assert ([str(held.reason) for held in first.held], first.created) == (["The dates are out of order."], 1)
    assert quiz_there(bench).get("unlock_at") is None
    set_fields(bench, **wrong, grading_type="percent")
    second = bench.sync()
    assert ([str(held.reason) for held in second.held], second.updated_quiz) == (["The dates are out of order."], 1)
    assert quiz_there(bench)["grading_type"] == "percent"
    set_fields(bench, **{**wrong, "due_at": "2026-12-03T00:00:00Z"}, grading_type="percent")
    assert bench.sync().held == []
    assert quiz_there(bench)["due_at"] == "2026-12-03T00:00:00Z"
    assert bench.sync().writes == 0


def test_a_setting_without_its_value_waits(bench: Bench) -> None:
    bench.put(statement("a"))
    bench.sync()
    set_fields(bench, instructions="<p>Read well.</p>", quiz_settings={"has_time_limit": True})
    outcome = bench.sync()
    assert [str(held.reason) for held in outcome.held] == ["The time limit is on, but has no length."]
    assert outcome.updated_quiz == 0
