"""What is written is read back the same; what is not said in GIFT is told."""

from hypothesis import given

from app.html.text import plain_text
from app.interchange.source import Source, quietly
from app.interchange.table import format_named
from app.models.item import Item
from app.models.questions.choice import ChoiceQuestion
from app.models.quiz import NewQuiz, Quiz
from tests.support.strategies.items import items

GIFT = format_named("gift")
TYPES = ("choice", "multi-answer", "true-false", "matching", "numeric", "essay", "rich-fill-blank")


def _written(*rows: Item) -> tuple[str, list[str], frozenset[str]]:
    made = GIFT.written(Quiz("q", NewQuiz(title="Bees"), rows), lambda _: b"", quietly)
    return made.data.decode(), [str(loss.what) for loss in made.losses], made.missing


@given(items(slugs=TYPES))
def test_each_question_is_one_that_is_read_or_is_named_as_missing(item: Item) -> None:
    text, lost, missing = _written(item)
    [material] = GIFT.material(Source("bees.gift", text.encode()))
    assert len(material.found) + len(missing) == 1
    assert [one.refused for one in material.found if one.refused] == []
    assert lost or not missing


@given(items(slugs=("choice",)))
def test_a_choice_question_comes_back_with_its_answers(item: Item) -> None:
    text, lost, _ = _written(item)
    [material] = GIFT.material(Source("bees.gift", text.encode()))
    before, after = item.entry, material.items[0].entry
    assert isinstance(before, ChoiceQuestion)
    if isinstance(after, ChoiceQuestion) and not lost:
        assert [plain_text(one.item_body or "") for one in after.choices] == [
            plain_text(one.item_body or "") for one in before.choices
        ]
        assert [one.id == after.right for one in after.choices] == [one.id == before.right for one in before.choices]


@given(items())
def test_the_same_quiz_gives_the_same_bytes(item: Item) -> None:
    assert _written(item) == _written(item)


@given(items(slugs=("ordering", "categorization", "hot-spot", "file-upload", "formula")))
def test_what_gift_does_not_have_is_named(item: Item) -> None:
    _, lost, missing = _written(item)
    assert missing == frozenset({item.id})
    assert lost == ["GIFT has no such question: it is not in the file."]
