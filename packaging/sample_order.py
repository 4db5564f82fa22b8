"""The sample's questions in which things are put together: matching, categories, ordering."""

from collections.abc import Iterable, Iterator, Mapping

from sample_part import ids, item, paragraph

from app.models.item import Item
from app.models.questions.categorization import CategorizationQuestion, Labelled
from app.models.questions.choices import Choice
from app.models.questions.matching import MatchingQuestion
from app.models.questions.ordering import OrderingQuestion
from app.models.questions.pair import Pair


def tasks(number: int) -> Item:
    """Shuffled, a wrong answer, only all pairs together count."""
    pairs = (
        ("nucleus", "holds the DNA"),
        ("chloroplast", "makes sugar from light"),
        ("mitochondrion", "releases energy from sugar"),
        ("cell wall", "gives shape"),
    )
    question = MatchingQuestion.new().with_pairs(_pairs(number, pairs), ("moves the cell",)).with_shuffled(True)
    return item(number, question, 4, paragraph("What does each part of the cell do?"))


def crops(number: int) -> Item:
    """Partial credit."""
    pairs = (("carrot", "root"), ("potato", "stem"), ("spinach", "leaf"), ("broccoli", "flower buds"))
    question = MatchingQuestion.new().with_pairs(_pairs(number, pairs), ()).with_partial_credit(True)
    return item(number, question, 2, paragraph("Which part of the plant do we eat?"))


def seed_leaves(number: int) -> Item:
    """Two categories, and answers that belong in neither."""
    texts = {"One seed leaf": ("maize", "tulip", "wheat"), "Two seed leaves": ("sunflower", "bean", "oak")}
    stem = paragraph("Sort the plants by the number of their <strong>seed leaves</strong>.")
    return item(number, _sorting(number, texts, ("fern", "moss")), 3, stem)


def organs(number: int) -> Item:
    """Three categories without wrong answers."""
    texts = {
        "Root": ("takes up water", "anchors the plant"),
        "Stem": ("holds the leaves up to the light",),
        "Leaf": ("takes up carbon dioxide", "gives off most of the water"),
    }
    return item(number, _sorting(number, texts, ()), 3, paragraph("Which organ does what?"))


def seedling(number: int) -> Item:
    """In a column, with a label at both ends."""
    texts = (
        "The seed takes up water.",
        "The root breaks through the seed coat.",
        "The shoot comes to the light.",
        "The first true leaves unfold.",
    )
    question = _ordering(number, texts).with_labels("first", "last")
    return item(number, question, 2, paragraph("How does a bean grow out of its seed?"))


def sizes(number: int) -> Item:
    """In a line, without labels."""
    texts = ("a chlorophyll molecule", "a chloroplast", "a leaf cell", "a leaf", "a tree")
    question = _ordering(number, texts).with_paragraph(True)
    return item(number, question, 1.5, paragraph("Order them from the smallest to the largest."))


def _pairs(number: int, texts: Iterable[tuple[str, str]]) -> tuple[Pair, ...]:
    return tuple(Pair(id, left, right) for id, (left, right) in zip(ids(number), texts, strict=False))


def _sorting(number: int, texts: Mapping[str, tuple[str, ...]], wrong: tuple[str, ...]) -> CategorizationQuestion:
    fresh = ids(number)
    empty = CategorizationQuestion.new()
    for one in empty.categories:
        empty = empty.without_category(one.id)
    categories = _labelled(fresh, texts)
    question = empty.with_categories(categories)
    for category, answers in zip(categories, texts.values(), strict=True):
        question = question.with_answers(category.id, _labelled(fresh, answers))
    return question.with_answers(None, _labelled(fresh, wrong))


def _labelled(fresh: Iterator[str], texts: Iterable[str]) -> tuple[Labelled, ...]:
    return tuple(Labelled(id=next(fresh), item_body=text) for text in texts)


def _ordering(number: int, texts: Iterable[str]) -> OrderingQuestion:
    rows = (Choice(id=id, item_body=paragraph(text)) for id, text in zip(ids(number), texts, strict=False))
    return OrderingQuestion.new().with_choices(tuple(rows))
