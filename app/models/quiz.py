"""A quiz as a value: its fields in the API's shape, and its items in order."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property

from app.models.item import Item
from app.models.local import QuizLocal
from app.models.settings import QuizSettings
from app.models.value import Open, Value


class GradingType(StrEnum):
    """What the assignment of the quiz gets."""

    PASS_FAIL = "pass_fail"
    PERCENT = "percent"
    LETTER_GRADE = "letter_grade"
    GPA_SCALE = "gpa_scale"
    POINTS = "points"


class NewQuiz(Value):
    """A quiz as the API knows it (New Quizzes API, NewQuiz); `id` is Canvas's and is left to the link."""

    title: str | None = None
    instructions: str | None = None
    assignment_group_id: str | int | None = None
    points_possible: float | int | None = None
    due_at: str | None = None
    lock_at: str | None = None
    unlock_at: str | None = None
    published: bool | None = None
    grading_type: Open[GradingType] | None = None
    quiz_settings: QuizSettings | None = None


_NO_LOCAL = QuizLocal()


@dataclass(frozen=True)
class Quiz:
    """One quiz of the library; `id` is the library's own, `local` what only the library knows of it.

    `past` is what it was before, where it comes from a file or goes into one (app/library/lineage.py).

    A copy with one item replaced costs microseconds.
    """

    id: str
    fields: NewQuiz
    items: tuple[Item, ...] = ()
    local: QuizLocal = _NO_LOCAL
    past: Mapping[str, tuple[str, ...]] = field(default_factory=dict, compare=False)

    @property
    def title(self) -> str:
        """What it is called; never empty on screen."""
        return self.fields.title or ""

    @cached_property
    def points(self) -> float:
        """The sum of the points of its items."""
        return sum(item.points or 0 for item in self.items)

    @cached_property
    def places(self) -> dict[str, int]:
        """Item id → 0-based place."""
        return {item.id: place for place, item in enumerate(self.items)}

    def item(self, item_id: str) -> Item:
        """The item with this id. Raises KeyError where there is none."""
        return self.items[self.places[item_id]]

    def with_fields(self, fields: NewQuiz) -> "Quiz":
        """The same items under other fields."""
        return replace(self, fields=fields)

    def with_local(self, local: QuizLocal) -> "Quiz":
        """The same quiz with another local part."""
        return replace(self, local=local)

    def with_past(self, past: Mapping[str, tuple[str, ...]]) -> "Quiz":
        """The same quiz with what it was before."""
        return replace(self, past=past)

    def with_items(self, items: Iterable[Item]) -> "Quiz":
        """The same quiz with these items."""
        return replace(self, items=tuple(items))

    def with_item(self, item: Item) -> "Quiz":
        """The quiz with `item` in place of the one with the same id. Raises KeyError where there is none."""
        place = self.places[item.id]
        return self.with_items((*self.items[:place], item, *self.items[place + 1 :]))
