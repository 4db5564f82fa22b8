"""What all questions of the sample quiz are made with: ids that stay, and what every type has."""

from collections.abc import Iterator
from itertools import count

from app.models.feedback import Feedback
from app.models.item import Item
from app.models.question import Question


def ids(question: int) -> Iterator[str]:
    """Ids for the parts of the question with this number, the same ones each time."""
    return (f"5a3b1e00-0000-4000-8000-{question:06}{part:06}" for part in count(1))


def paragraph(words: str) -> str:
    """HTML of words that may have tags in them."""
    return f"<p>{words}</p>"


def item(number: int, question: Question, points: float, stem: str = "", **more: object) -> Item:
    """The question with this number. `more` are fields that every type has, such as its label and its calculator."""
    return Item.of(question.replaced(**({"item_body": stem} if stem else {}), **more), points=points, id=f"s-{number}")


def feedback(neutral: str = "", correct: str = "", incorrect: str = "") -> Feedback:
    """A sentence for everybody, for a right and for a wrong answer; what is empty is missing."""
    said = {"neutral": neutral, "correct": correct, "incorrect": incorrect}
    return Feedback.model_validate({kind: paragraph(words) for kind, words in said.items() if words})
