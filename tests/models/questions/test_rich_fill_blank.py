"""A blank stands in five places of the wire, and all five agree after each change."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.question import ScoringAlgorithm
from app.models.questions.blank import Blank
from app.models.questions.blank_body import place, placed, with_places
from app.models.questions.blank_rows import AnswerType
from app.models.questions.choices import Choice
from app.models.questions.rich_fill_blank import RichFillBlankQuestion
from tests.support.strategies import rich_fill_blank
from tests.support.strategies.blanks import blanks
from tests.support.strategies.words import words


def _assert_in_step(question: RichFillBlankQuestion) -> None:
    raw = question.wire()
    ids = [row["id"] for row in raw["interaction_data"]["blanks"]]
    assert list(placed(raw["item_body"])) == ids
    assert [row["id"] for row in raw["scoring_data"]["value"]] == ids
    assert list(raw["properties"]["shuffle_rules"]["blanks"]["children"]) == [str(n) for n in range(len(ids))]
    working = raw["scoring_data"]["working_item_body"]
    assert with_places(working, ids) is not None
    assert "`" not in raw["item_body"]


@given(rich_fill_blank.questions())
def test_the_strategy_and_the_model_write_the_same(question: RichFillBlankQuestion) -> None:
    """Taken apart and put together again, each question is word for word what the strategy wrote."""
    raw = question.wire()
    empty = RichFillBlankQuestion.model_validate({**raw, **_EMPTY})
    made = empty.with_word_bank(question.word_bank).with_body(question.body, new=question.blanks)
    assert made.with_reused_words(question.reuses_words).wire() == raw


_EMPTY = {key: RichFillBlankQuestion.new().wire()[key] for key in ("item_body", "interaction_data", "scoring_data")}


@given(rich_fill_blank.questions(), st.data())
def test_blanks_can_be_moved_removed_and_added(question: RichFillBlankQuestion, data: st.DataObject) -> None:
    kept = data.draw(st.lists(st.sampled_from([blank.id for blank in question.blanks]), unique=True))
    body = "".join(f"<p>{place(id)}</p>" for id in (*kept, "added"))
    changed = question.with_body(body)
    _assert_in_step(changed)
    assert [blank.id for blank in changed.blanks] == [*kept, "added"]
    assert all(changed.blank(id) == question.blank(id) for id in kept)


@given(rich_fill_blank.questions(), st.data())
def test_a_blank_is_replaced_everywhere(question: RichFillBlankQuestion, data: st.DataObject) -> None:
    old = data.draw(st.sampled_from(question.blanks))
    new = replace(data.draw(blanks(question.word_bank)), id=old.id)
    changed = question.with_blank(new)
    _assert_in_step(changed)
    assert changed.blank(old.id) == new
    assert [blank for blank in changed.blanks if blank.id != old.id] == [
        blank for blank in question.blanks if blank.id != old.id
    ]


@given(rich_fill_blank.questions(), st.data(), st.sampled_from(list(AnswerType)))
def test_a_blank_is_filled_in_another_way(
    question: RichFillBlankQuestion, data: st.DataObject, answer_type: AnswerType
) -> None:
    old = data.draw(st.sampled_from(question.blanks))
    changed = question.with_blank(old.turned(answer_type))
    _assert_in_step(changed)
    assert changed.blank(old.id).answer_type == answer_type
    assert changed.blank(old.id).shown == old.shown


@given(rich_fill_blank.questions(), words)
def test_a_blank_follows_its_word(question: RichFillBlankQuestion, text: str) -> None:
    bank = tuple(word.replaced(item_body=f"{text} {place}") for place, word in enumerate(question.word_bank))
    changed = question.with_word_bank(bank)
    _assert_in_step(changed)
    for blank in changed.blanks:
        if blank.answer_type == AnswerType.WORDBANK:
            assert blank.text == next(word.item_body for word in bank if word.id == blank.right)


@given(rich_fill_blank.questions())
def test_a_blank_loses_a_word_that_went(question: RichFillBlankQuestion) -> None:
    changed = question.with_word_bank(())
    _assert_in_step(changed)
    assert all(blank.right is None for blank in changed.blanks if blank.answer_type == AnswerType.WORDBANK)


@given(rich_fill_blank.questions())
def test_the_same_text_changes_nothing(question: RichFillBlankQuestion) -> None:
    assert question.with_body(question.body) is question
    assert all(question.with_blank(blank) is question for blank in question.blanks)


def _ticked(body: str, *ids: str) -> RichFillBlankQuestion:
    return RichFillBlankQuestion.model_validate(
        {
            "interaction_type_slug": "rich-fill-blank",
            "item_body": body,
            "interaction_data": {"blanks": [{"id": id, "answer_type": "openEntry"} for id in ids]},
        }
    )


def test_backticks_in_the_stem_are_blanks() -> None:
    question = _ticked("<p>Water is `H2O`, salt `NaCl`</p>", "a", "b")
    assert question.body == f"<p>Water is {place('a')}, salt {place('b')}</p>"


def test_backticks_of_the_working_copy_are_blanks() -> None:
    question = _ticked("<p>Water is ___</p>", "a").replaced(scoring_data={"working_item_body": "<p>Water is `H2O`</p>"})
    assert question.body == f"<p>Water is {place('a')}</p>"


def test_a_blank_that_the_text_does_not_place_is_kept() -> None:
    question = _ticked("<p>no place</p>", "a")
    assert [blank.id for blank in question.with_body("<p>still none</p>").blanks] == ["a"]


def test_a_backtick_of_the_author_makes_no_blank() -> None:
    question = RichFillBlankQuestion.new().with_body(f"<p>a ` b ` {place('x')}</p>")
    question = question.with_blank(replace(question.blank("x"), accepted=("c`d", "<e>")))
    assert question.item_body == f"<p>a &#96; b &#96; {place('x')}</p>"
    assert question.wire()["scoring_data"]["working_item_body"] == "<p>a &#96; b &#96; `c&#96;d`</p>"


def test_a_place_pasted_twice_is_a_second_blank_with_the_same_answers() -> None:
    question = RichFillBlankQuestion.new().with_body(place("x"), new=(Blank("x", text="a", accepted=("a",)),))
    changed = question.with_body(place("x") + place("x"))
    first, second = changed.blanks
    assert first.id == "x"
    assert second == replace(first, id=second.id)
    assert second.id != "x"
    _assert_in_step(changed)


def test_other_attributes_of_a_place_stay() -> None:
    body = '<p><span class="blank" id="blank_x" data-y="1"></span></p>'
    assert RichFillBlankQuestion.new().with_body(body).item_body == body


def test_a_right_word_is_put_into_the_bank() -> None:
    question = RichFillBlankQuestion.new().with_body(place("x"))
    blank = replace(question.blank("x").turned(AnswerType.WORDBANK), text="love")
    changed = question.with_blank(blank)
    assert [word.item_body for word in changed.word_bank] == ["love"]
    assert changed.blank("x").right == changed.word_bank[0].id


def test_a_word_without_its_id_is_found_by_its_text() -> None:
    question = _ticked("<p>`love`</p>", "a").replaced(
        interaction_data={
            "blanks": [{"id": "a", "answer_type": "wordbank", "choices": None}],
            "word_bank_choices": [Choice(id="w", item_body="love")],
        },
        scoring_data={"value": [{"id": "a", "scoring_data": {"value": "love"}}]},
    )
    assert question.blank("a").right == "w"


def test_fields_of_another_algorithm_are_left_out() -> None:
    blank = Blank("x", algorithm=ScoringAlgorithm.TEXT_CLOSE_ENOUGH, accepted=("a",), edit_distance=3)
    question = RichFillBlankQuestion.new().with_body(place("x"), new=(blank,))
    changed = question.with_blank(replace(blank, algorithm=ScoringAlgorithm.TEXT_EQUIVALENCE))
    assert changed.wire()["scoring_data"]["value"][0]["scoring_data"] == {"value": "a", "blank_text": "a"}


def test_an_importers_texts_stay_texts() -> None:
    key = {"value": "a", "blank_text": "a", "ignore_case": "false", "edit_distance": "1"}
    row = {"id": "x", "scoring_data": key, "scoring_algorithm": "TextCloseEnough"}
    question = _ticked(place("x"), "x").replaced(scoring_data={"value": [row]})
    changed = question.with_blank(replace(question.blank("x"), ignore_case=True, edit_distance=2))
    written = changed.wire()["scoring_data"]["value"][0]["scoring_data"]
    assert (written["ignore_case"], written["edit_distance"]) == ("true", "2")


def test_an_unknown_blank_is_refused() -> None:
    with pytest.raises(KeyError):
        RichFillBlankQuestion.new().with_blank(Blank("x"))
