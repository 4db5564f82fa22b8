"""What of a quiz does not come onto paper, or not as it is on Canvas; told to whoever prints, before."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.message import Message, message
from app.models.entry import Bank, BankEntry, Stimulus
from app.models.item import Item
from app.models.question import Question
from app.models.questions.file_upload import FileUploadQuestion
from app.models.questions.formula import FormulaQuestion
from app.models.questions.hot_spot import HotSpotQuestion
from app.models.quiz import Quiz
from app.paper.table import is_asked


@dataclass(frozen=True, slots=True)
class Limit:
    """The item that it is about, and what is to be known."""

    item: str
    words: Message


def limits(quiz: Quiz) -> tuple[Limit, ...]:
    """In the order of the quiz; questions by the number that they have in its list."""
    return tuple(Limit(item.id, words) for place, item in enumerate(quiz.items, 1) for words in _limits_of(item, place))


def _limits_of(item: Item, place: int) -> Iterator[Message]:
    entry = item.entry
    if isinstance(entry, Stimulus):
        return
    if isinstance(entry, (Bank, BankEntry)):
        yield message("Number {number} comes from an item bank, which is on Canvas only: it is left out.", number=place)
    elif not is_asked(item):
        yield message("Number {number} is of a kind that nobody knows here: it is left out.", number=place)
    elif isinstance(entry, FileUploadQuestion):
        yield message("Number {number} asks for a file, which paper cannot take.", number=place)
    elif isinstance(entry, FormulaQuestion) and not entry.solutions:
        yield message("Number {number} has no numbers yet: its names stand in their place.", number=place)
    elif isinstance(entry, HotSpotQuestion) and not entry.picture:
        yield message("Number {number} has no picture to mark.", number=place)
    if isinstance(entry, Question) and _has_embedded(entry.item_body or ""):
        yield message("Number {number} has something embedded, of which paper shows only a name.", number=place)


def _has_embedded(html: str) -> bool:
    return any(tag in html for tag in ("<iframe", "<video", "<audio", "<object", "<embed"))
