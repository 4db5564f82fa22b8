"""The sample's questions with answers to choose: multiple choice, multiple answers, true or false."""

from collections.abc import Iterable

from sample_part import feedback, ids, item, paragraph

from app.models.item import Item
from app.models.question import CalculatorType
from app.models.questions.choice import ChoiceQuestion
from app.models.questions.choices import Choice
from app.models.questions.multi_answer import MultiAnswerQuestion
from app.models.questions.true_false import TrueFalseQuestion


def place(number: int) -> Item:
    """Shuffled, the last answer locked, feedback by answer."""
    rows = _choices(number, ("in the nucleus", "in the chloroplasts", "in the mitochondria", "in all of these"))
    question = ChoiceQuestion.new().with_choices(rows).with_right(rows[1].id)
    question = question.with_shuffle(question.shuffle.with_shuffled(True).with_locked((3,)))
    question = question.with_answer_feedback(rows[0].id, paragraph("The nucleus holds the DNA."))
    question = question.with_answer_feedback(rows[2].id, paragraph("There sugar is broken down: that is respiration."))
    return item(
        number, question, 2, paragraph("Where does photosynthesis take place?"), title="Place of photosynthesis"
    )


def green(number: int) -> Item:
    """Each answer has points of its own."""
    texts = (
        "They take up green light best.",
        "They contain chlorophyll.",
        "Chlorophyll takes up mostly red and blue light; much of the green is sent back.",
    )
    rows = _choices(number, texts)
    question = ChoiceQuestion.new().with_choices(rows).with_right(rows[2].id).with_varied_points(True, 2)
    question = question.with_points_of(rows[1].id, 0.5)
    stem = paragraph("Which sentence explains <strong>best</strong> why leaves are green?")
    return item(number, question, 2, stem)


def needs(number: int) -> Item:
    """Shuffled, the last answer locked, partial credit."""
    texts = ("water", "light", "carbon dioxide (CO<sub>2</sub>)", "oxygen (O<sub>2</sub>)", "none of these")
    rows = _choices(number, texts)
    question = MultiAnswerQuestion.new().with_choices(rows)
    for row in rows[:3]:
        question = question.with_right(row.id, True)
    question = question.with_shuffle(question.shuffle.with_shuffled(True).with_locked((4,)))
    stem = paragraph("What does a plant need for photosynthesis?")
    return item(number, question.with_partial_credit(True), 3, stem)


def parts(number: int) -> Item:
    """In this order, all or nothing, all three kinds of feedback."""
    rows = _choices(number, ("ribosomes", "a cell wall", "mitochondria", "chloroplasts"))
    question = MultiAnswerQuestion.new().with_choices(rows).with_right(rows[1].id, True).with_right(rows[3].id, True)
    said = feedback(
        "A large central vacuole is a third one.",
        "Well seen.",
        "Ribosomes and mitochondria are found in both kinds of cell.",
    )
    stem = paragraph("What do the cells of leaves have, and the cells of animals do <em>not</em>?")
    return item(number, question, 2, stem, feedback=said)


def wall(number: int) -> Item:
    """Canvas's own words for both answers."""
    question = TrueFalseQuestion.new().with_right(False)
    said = feedback(incorrect="Plants, fungi and most bacteria have one; animals do not.")
    return item(number, question, 1, paragraph("Animal cells have a cell wall."), feedback=said)


def night(number: int) -> Item:
    """Words of our own for both answers."""
    question = TrueFalseQuestion.new().with_labels("Yes", "No").with_right(True)
    stem = paragraph("Do plants respire at night as well as by day?")
    return item(number, question, 1, stem, calculator_type=CalculatorType.NONE)


def _choices(number: int, texts: Iterable[str]) -> tuple[Choice, ...]:
    return tuple(Choice(id=id, item_body=paragraph(text)) for id, text in zip(ids(number), texts, strict=False))
