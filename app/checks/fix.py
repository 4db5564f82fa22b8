"""How a problem goes away by one click, where that is clear: words for the button, and the value without it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from app.message import Message
from app.models.item import Item
from app.models.question import Question
from app.models.quiz import NewQuiz
from app.models.settings import QuizSettings

Q = TypeVar("Q", bound=Question)


@dataclass(frozen=True, slots=True)
class ItemFix:
    """`words` stand on the button and name the step of the undo; `repaired` makes the item without the problem.

    It is carried out on the item of that moment, so it finds its row by id. Two of the same words are equal: what is
    done follows from the rule and the field of their problem.
    """

    words: Message
    repaired: Callable[[Item], Item] = field(compare=False)


@dataclass(frozen=True, slots=True)
class FieldsFix:
    """The same for the fields and settings of a quiz."""

    words: Message
    repaired: Callable[[NewQuiz], NewQuiz] = field(compare=False)


Fix = ItemFix | FieldsFix


def question_fix(kind: type[Q], words: Message, change: Callable[[Q], Q]) -> ItemFix:
    """A fix that only concerns the question of an item; one of another kind by now is left alone."""

    def repaired(item: Item) -> Item:
        entry = item.entry
        return item.with_entry(change(entry)) if isinstance(entry, kind) else item

    return ItemFix(words, repaired)


def settings_fix(words: Message, change: Callable[[QuizSettings], QuizSettings]) -> FieldsFix:
    """A fix that only concerns the settings of a quiz."""
    return FieldsFix(
        words, lambda fields: fields.replaced(quiz_settings=change(fields.quiz_settings or QuizSettings()))
    )
