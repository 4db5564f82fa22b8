"""What a file held: quizzes as values, each question with what was lost on the way, or why it was refused.

Of N questions in a file, those brought in whole, those with losses and those refused are N, exactly.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from app.interchange.table_head import TableHead
from app.message import Message
from app.models.item import Item
from app.models.local import QuizLocal
from app.models.quiz import NewQuiz

_MOST: Final = 60
"""Signs of a question that are enough to know it by."""


def begun(words: str) -> str:
    """The first words of a text, and a sign where there are more."""
    return words if len(words) <= _MOST else f"{words[: _MOST - 1].rstrip()}…"


@dataclass(frozen=True, slots=True)
class Loss:
    """Something that did not come along; `where` says in which question or part, as the file or the quiz calls it."""

    where: str
    what: Message


def each_once(messages: Iterable[Message]) -> tuple[Message, ...]:
    """Every message once, in their order: what holds for ten answers is told once."""
    return tuple({str(one): one for one in messages}.values())


@dataclass(frozen=True, slots=True)
class Found:
    """One question of a file, at its `place` there: an item, with what it lost; or none, and why it was refused.

    `source` is what the file has in its place, where it was refused.
    """

    place: str
    item: Item | None
    lost: tuple[Message, ...] = ()
    refused: Message | None = None
    source: str = ""

    @property
    def losses(self) -> Iterator[Loss]:
        """What was lost of it, and that all of it was."""
        for what in (*self.lost, *([self.refused] if self.refused else [])):
            yield Loss(self.place, what)


@dataclass(frozen=True, slots=True)
class Material:
    """One quiz as a file has it; `media` are the pictures by SHA-256 that its items name as `media:SHA256`.

    `lost` is what did not come along of the quiz itself: settings, groups, files. `head`: the columns of a table.
    """

    title: str
    found: tuple[Found, ...] = ()
    fields: NewQuiz = field(default_factory=NewQuiz)
    local: QuizLocal = field(default_factory=QuizLocal)
    media: Mapping[str, bytes] = field(default_factory=dict)
    lost: tuple[Message, ...] = ()
    head: TableHead | None = None

    @property
    def items(self) -> tuple[Item, ...]:
        """What can be brought in."""
        return tuple(one.item for one in self.found if one.item is not None)

    @property
    def losses(self) -> tuple[Loss, ...]:
        """Everything that did not come along, in the order of the file."""
        return (*(Loss(self.title, what) for what in self.lost), *(loss for one in self.found for loss in one.losses))

    @property
    def types(self) -> dict[str, int]:
        """Interaction type → how many of it can be brought in."""
        return dict(Counter(item.summary.type for item in self.items))
