"""The deprecated fill in the blank becomes today's, with its ids, answers and texts."""

from collections.abc import Callable
from typing import Any

from hypothesis import given

from app.html.text import plain_text
from app.models.questions.blank_body import place, placed
from app.models.questions.fill_blank import FillBlankQuestion
from tests.support.strategies import fill_blank


@given(fill_blank.questions())
def test_blanks_keep_their_ids_and_answers(question: FillBlankQuestion) -> None:
    rich = question.as_rich()
    assert {blank.id: blank for blank in rich.blanks} == {blank.id: blank for blank in question.blanks}
    assert sorted(placed(rich.body)) == sorted(blank.id for blank in question.blanks)


@given(fill_blank.questions())
def test_all_texts_are_there(question: FillBlankQuestion) -> None:
    words = plain_text(question.as_rich().body)
    texts = [plain_text(question.prompt), plain_text(question.item_body or "")]
    assert all(text in words for text in texts)
    assert all((piece.value or "").strip() in words for piece in question.stem)
    assert question.as_rich().feedback == question.feedback


def test_the_example_of_the_documents(example: Callable[[str], dict[str, Any]]) -> None:
    rich = FillBlankQuestion.model_validate(example("fill_blank")).as_rich()
    blank = place("b437ff00-8fb7-4267-9549-e8a72e428c2b")
    assert rich.body == f"<p>What is happening?</p>\n<p> {blank} was here</p>"
    assert rich.blanks[0].accepted == ("Robin",)


def test_word_banks_of_single_blanks_become_one() -> None:
    raw = {
        "interaction_type_slug": "fill-blank",
        "interaction_data": {
            "blanks": [_blank("a", "red", "blue"), _blank("b", "blue", "green")],
            "stem_items": [{"type": "blank", "blank_id": id, "position": n} for n, id in enumerate("ab")],
        },
        "scoring_data": {"value": [_scored("a", "blue"), _scored("b", "blue")]},
    }
    rich = FillBlankQuestion.model_validate(raw).as_rich()
    assert [word.item_body for word in rich.word_bank] == ["red", "blue", "green"]
    assert [blank.right for blank in rich.blanks] == ["a-blue", "a-blue"]


def _blank(id: str, *words: str) -> dict[str, Any]:
    return {"id": id, "answer_type": "wordbank", "choices": [{"id": f"{id}-{w}", "item_body": w} for w in words]}


def _scored(id: str, word: str) -> dict[str, Any]:
    key = {"value": word, "blank_text": word, "choice_id": f"{id}-{word}"}
    return {"id": id, "scoring_data": key, "scoring_algorithm": "TextEquivalence"}
