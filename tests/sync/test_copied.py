"""A quiz that Canvas copied into another course is recognised by its questions; a link overwrites nothing."""

import json
import re
from typing import Any
from uuid import uuid4

import pytest

from app.models.item import Item
from app.models.questions.choice import ChoiceQuestion
from app.models.questions.true_false import TrueFalseQuestion
from app.models.quiz import NewQuiz
from app.sync.choice import Selection
from app.sync.copied import Copy, found_copy, link_copy, paired
from app.sync.step import Raw
from tests.sync.conftest import Bench

OTHER = "2"
_UUID = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}")


def choice(text: str, *answers: str) -> Item:
    raw = [
        {"id": str(uuid4()), "position": place, "item_body": f"<p>{answer}</p>"}
        for place, answer in enumerate(answers, start=1)
    ]
    question = ChoiceQuestion.new().replaced(item_body=f"<p>{text}</p>", interaction_data={"choices": raw})
    return Item.of(question.with_right(str(raw[0]["id"])))


def statement(text: str) -> Item:
    return Item.of(TrueFalseQuestion.new().replaced(item_body=f"<p>{text}</p>").with_right(True))


def copied(bench: Bench, *, with_new_ids: bool = False) -> tuple[Raw, tuple[Raw, ...]]:
    """The quiz as a course copy has it in the other course."""
    core, quiz = bench.server.core, bench.quiz
    fields = {"title": quiz.title, "instructions": quiz.fields.instructions, "points_possible": quiz.points}
    canvas_id = str(core.add_quiz(OTHER, fields))
    for row in bench.rows:
        core.add_item(OTHER, canvas_id, _with_new_ids(row) if with_new_ids else row)
    raw = next(one for one in core.quizzes(OTHER) if str(one["id"]) == canvas_id)
    return raw, tuple(core.items(OTHER, canvas_id))


def _with_new_ids(row: Raw) -> dict[str, Any]:
    text = json.dumps(row)
    fresh = {found: str(uuid4()) for found in _UUID.findall(text)}
    row_of_copy: dict[str, Any] = json.loads(_UUID.sub(lambda found: fresh[found[0]], text))
    return row_of_copy


def row_like(row: Any, text: str) -> dict[str, Any]:  # noqa: ANN401  (JSON)
    """The same row with another text."""
    return {**row, "entry": {**row["entry"], "item_body": text}}


@pytest.fixture
def original(bench: Bench) -> Bench:
    bench.put(
        choice("Which is green?", "leaf", "bark"), statement("Roots drink."), choice("Which is deep?", "root", "crown")
    )
    bench.sync()
    return bench


def found(bench: Bench, raw: Raw, rows: tuple[Raw, ...]) -> Copy | None:
    return found_copy(bench.library, bench.account, OTHER, raw, rows)


@pytest.mark.parametrize("with_new_ids", [False, True])
def test_a_copy_is_recognised_and_its_link_has_nothing_to_do(original: Bench, with_new_ids: bool) -> None:
    raw, rows = copied(original, with_new_ids=with_new_ids)
    copy = found(original, raw, rows)
    assert copy is not None
    assert (copy.quiz_id, len(copy.pairs)) == (original.link.quiz_id, 3)
    assert len(original.library.links(original.link.quiz_id)) == 1, "recognising links nothing"
    with original.library.transaction():
        original.link = link_copy(original.library, copy)
    plan = original.preview()
    assert (plan.sends, plan.conflicts) == (False, ())
    assert not any(getattr(step, "units", True) for step in plan.brings)
    assert original.sync().writes == 0


def test_what_differs_is_a_conflict_and_neither_side_is_overwritten(original: Bench) -> None:
    raw, rows = copied(original)
    first, *others = original.quiz.items
    original.put(first.with_entry(first.entry.replaced(item_body="<p>Which one is green?</p>")), *others)
    copy = found(original, raw, rows)
    assert copy is not None
    with original.library.transaction():
        original.link = link_copy(original.library, copy)
    plan = original.preview()
    assert [(one.item_id, one.unit) for one in plan.conflicts] == [(first.id, "item_body")]
    assert not plan.sends
    original.sync(Selection())
    assert "Which is green?" in str(original.server.core.items(OTHER, str(raw["id"]))[0])
    assert "Which one is green?" in str(original.quiz.items[0].entry.wire())


def test_a_question_that_was_added_to_the_copy_comes_in_and_one_that_was_added_here_goes(original: Bench) -> None:
    raw, _ = copied(original)
    quiz_id, core = str(raw["id"]), original.server.core
    core.add_item(OTHER, quiz_id, row_like(original.rows[1], "New"))
    original.put(*original.quiz.items, statement("Bark is alive."))
    copy = found(original, raw, tuple(core.items(OTHER, quiz_id)))
    assert copy is not None
    with original.library.transaction():
        original.link = link_copy(original.library, copy)
    plan = original.preview()
    assert (len(plan.creates), len(plan.brings), plan.conflicts) == (1, 1, ())


def test_a_quiz_with_other_questions_is_no_copy_whatever_its_title(original: Bench) -> None:
    core = original.server.core
    canvas_id = str(core.add_quiz(OTHER, {"title": original.quiz.title}))
    for text in ("Algae swim.", "Moss is green.", "Ferns are old."):
        row = row_like(original.rows[1], text)
        core.add_item(OTHER, canvas_id, row)
    raw = next(one for one in core.quizzes(OTHER) if str(one["id"]) == canvas_id)
    assert found(original, raw, tuple(core.items(OTHER, canvas_id))) is None


def test_one_question_in_common_makes_no_copy_of_a_long_quiz(original: Bench) -> None:
    raw, rows = copied(original)
    assert found(original, raw, (rows[0], *({**row, "id": f"x{n}"} for n, row in enumerate(_others(rows))))) is None


def _others(rows: tuple[Raw, ...]) -> list[Raw]:
    return [row_like(rows[1], f"<p>Another {n}</p>") for n in range(5)]


def test_a_quiz_that_is_in_the_course_already_is_no_candidate(original: Bench) -> None:
    raw, rows = copied(original)
    copy = found(original, raw, rows)
    assert copy is not None
    with original.library.transaction():
        link_copy(original.library, copy)
    assert found(original, raw, rows) is None


def test_a_deleted_quiz_is_no_candidate(original: Bench) -> None:
    raw, rows = copied(original)
    original.library.delete_quiz(original.link.quiz_id)
    assert found(original, raw, rows) is None


def test_equal_questions_are_paired_each_once() -> None:
    items = (statement("Same."), statement("Same."))
    raws = [{"id": "7", "entry_type": "Item", "points_possible": 1, "entry": items[0].entry.wire()}]
    assert [pair[0] for pair in paired(items, raws)] == [items[0].id]


def test_an_empty_quiz_is_nobodys_copy(bench: Bench) -> None:
    bench.library.create_quiz(NewQuiz(title="Empty"))
    assert found(bench, {"id": "9", "title": "Empty"}, ()) is None
