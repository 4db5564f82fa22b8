"""Multiple choice and multiple answers keep positions, locks, key and feedback in step with their choices."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.questions.choice import ChoiceQuestion
from app.models.questions.choices import Choice
from app.models.questions.multi_answer import MultiAnswerQuestion
from tests.support.strategies import choice, multi_answer

Either = ChoiceQuestion | MultiAnswerQuestion
_either = st.one_of(choice.questions(), multi_answer.questions())


def _rearranged(question: Either, data: st.DataObject) -> tuple[Choice, ...]:
    kept = data.draw(st.lists(st.sampled_from(question.choices), unique=True))
    return (*kept, *data.draw(st.lists(st.builds(Choice.new), max_size=2)))


@given(_either, st.data())
def test_choices_are_numbered_and_nothing_refers_to_one_that_went(question: Either, data: st.DataObject) -> None:
    changed = question.with_choices(_rearranged(question, data))
    ids = [choice.id for choice in changed.choices]
    assert [choice.position for choice in changed.choices] == list(range(1, len(ids) + 1))
    right = {changed.right} - {None} if isinstance(changed, ChoiceQuestion) else set(changed.right)
    assert right <= set(ids)
    assert set(changed.answer_feedback or {}) <= set(ids)


@given(_either, st.data())
def test_a_lock_moves_with_its_choice(question: Either, data: st.DataObject) -> None:
    locked = {question.choices[place].id for place in question.shuffle.locked}
    changed = question.with_choices(_rearranged(question, data))
    after = {changed.choices[place].id for place in changed.shuffle.locked}
    assert after == locked & {choice.id for choice in changed.choices}


@given(_either)
def test_the_same_choices_change_nothing(question: Either) -> None:
    assert question.with_choices(question.choices) == question


@given(choice.questions(), st.data())
def test_points_of_one_answer_leave_the_others(question: ChoiceQuestion, data: st.DataObject) -> None:
    chosen = data.draw(st.sampled_from(question.choices)).id
    before = {choice.id: question.points_of(choice.id) for choice in question.choices}
    changed = question.with_points_of(chosen, 7)
    assert {choice.id: changed.points_of(choice.id) for choice in changed.choices} == {**before, chosen: 7}


@given(choice.questions(), st.booleans())
def test_varied_points_agree_with_the_algorithm(question: ChoiceQuestion, varies: bool) -> None:
    changed = question.with_varied_points(varies, 3)
    assert changed.varies_points == varies
    assert changed.scoring_algorithm == ("VaryPointsByAnswer" if varies else "Equivalence")


def test_points_keep_what_nobody_knows() -> None:
    question = ChoiceQuestion.new()
    first, second = question.choices[:2]
    rows = [{"value": first.id, "points": "1", "future": True}]
    question = question.replaced(scoring_data={"value": first.id, "values": rows})
    changed = question.with_points_of(second.id, 2)
    assert changed.wire()["scoring_data"]["values"][0] == rows[0]


@given(multi_answer.questions(), st.data())
def test_a_choice_is_marked_and_unmarked(question: MultiAnswerQuestion, data: st.DataObject) -> None:
    chosen = data.draw(st.sampled_from(question.choices)).id
    others = set(question.right) - {chosen}
    assert set(question.with_right(chosen, True).right) == others | {chosen}
    assert set(question.with_right(chosen, False).right) == others


@pytest.mark.parametrize("partial", [True, False])
def test_partial_credit_is_an_algorithm(partial: bool) -> None:
    question = MultiAnswerQuestion.new().with_partial_credit(partial)
    assert question.gives_partial_credit is partial
    assert question.scoring_algorithm == ("PartialScore" if partial else "AllOrNothing")


def test_a_draft_without_anything_can_be_filled() -> None:
    draft = MultiAnswerQuestion.model_validate({"interaction_type_slug": "multi-answer"})
    filled = draft.with_choices((Choice(id="a"),)).with_right("a", True).with_shuffle(draft.shuffle.with_shuffled(True))
    assert filled.right == ("a",)
    assert filled.shuffle.shuffled
