"""Matching says each pair in three places, and all three agree after each change."""

from dataclasses import replace

from hypothesis import assume, given
from hypothesis import strategies as st

from app.models.questions.matching import MatchingQuestion
from app.models.questions.pair import Pair
from tests.support.strategies import matching
from tests.support.strategies.words import anything_written, distinct, ids, words

_pairs = st.lists(st.builds(Pair, ids, anything_written, anything_written), max_size=4).map(tuple)


def _assert_in_step(question: MatchingQuestion) -> None:
    data, scoring = question.wire()["interaction_data"], question.wire()["scoring_data"]
    matches, key = scoring["edit_data"]["matches"], scoring["value"]
    assert {row["id"]: row["item_body"] for row in data["questions"]} == {
        match["question_id"]: match["question_body"] for match in matches
    }
    assert key == {match["question_id"]: match["answer_body"] for match in matches}
    shown = {*key.values(), *scoring["edit_data"]["distractors"]} - {""}
    assert set(data["answers"]) == shown
    assert len(data["answers"]) == len(shown)


@given(matching.questions(), _pairs, st.lists(anything_written, max_size=3).map(tuple))
def test_all_three_places_agree(question: MatchingQuestion, pairs: tuple[Pair, ...], wrong: tuple[str, ...]) -> None:
    changed = question.with_pairs(pairs, wrong)
    _assert_in_step(changed)
    assert changed.pairs == pairs
    assert changed.distractors == wrong


@given(matching.questions())
def test_the_same_pairs_change_nothing(question: MatchingQuestion) -> None:
    assert question.with_pairs(question.pairs, question.distractors).wire() == question.wire()


@given(matching.questions(), words, st.data())
def test_an_answer_that_is_retyped_keeps_its_place(question: MatchingQuestion, text: str, data: st.DataObject) -> None:
    pair = data.draw(st.sampled_from(question.pairs))
    answers = _answers(question)
    shared = sum(other.answer == pair.answer for other in question.pairs) > 1
    assume(text not in answers and not shared)
    pairs = tuple(replace(one, answer=text) if one.id == pair.id else one for one in question.pairs)
    changed = _answers(question.with_pairs(pairs, question.distractors))
    assert changed == [text if answer == pair.answer else answer for answer in answers]


@given(matching.questions())
def test_pairs_are_found_without_the_copy_for_the_editor(question: MatchingQuestion) -> None:
    assert question.scoring_data is not None
    bare = question.replaced(scoring_data=question.scoring_data.without("edit_data"))
    assert set(bare.pairs) == set(question.pairs)
    assert set(bare.distractors) == set(question.distractors)
    _assert_in_step(bare.with_pairs(bare.pairs, bare.distractors))


@given(distinct(words, 4, 8))
def test_the_order_of_new_answers_depends_on_ids_not_on_typing(texts: list[str]) -> None:
    pairs = tuple(Pair(str(place), text, text) for place, text in enumerate(texts))
    whole = MatchingQuestion.new().with_pairs(pairs, ())
    again = MatchingQuestion.new().with_pairs(pairs, ())
    assert _answers(whole) == _answers(again)


def test_new_answers_do_not_stand_in_the_order_of_their_prompts() -> None:
    pairs = tuple(Pair(f"id-{place}", f"p{place}", f"a{place}") for place in range(8))
    assert _answers(MatchingQuestion.new().with_pairs(pairs, ())) != [pair.answer for pair in pairs]


def test_rows_keep_what_nobody_knows() -> None:
    question = MatchingQuestion.model_validate(
        {
            "interaction_type_slug": "matching",
            "interaction_data": {"answers": ["x"], "questions": [{"id": "1", "item_body": "a", "future": 1}]},
            "scoring_data": {
                "value": {"1": "x"},
                "edit_data": {"matches": [{"question_id": "1", "answer_body": "x", "future": 2}], "future": 3},
            },
        }
    )
    changed = question.with_pairs((Pair("1", "b", "y"),), ()).wire()
    assert changed["interaction_data"]["questions"] == [{"id": "1", "item_body": "b", "future": 1}]
    match = {"answer_body": "y", "question_id": "1", "question_body": "b", "future": 2}
    assert changed["scoring_data"]["edit_data"] == {"matches": [match], "distractors": [], "future": 3}


def test_shuffling_and_partial_credit_are_set() -> None:
    question = MatchingQuestion.new().with_shuffled(True).with_partial_credit(True)
    assert question.shuffled
    assert question.gives_partial_credit
    assert question.wire()["properties"] == {"shuffle_rules": {"questions": {"shuffled": True}}}


def _answers(question: MatchingQuestion) -> list[str]:
    answers: list[str] = question.wire()["interaction_data"]["answers"]
    return answers
