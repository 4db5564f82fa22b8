"""What a person looks for over all quizzes: words and filters, all of which must be true."""

from dataclasses import dataclass

from app.library.row import State


@dataclass(frozen=True, slots=True)
class Sought:
    """A filter that is left empty lets everything through; nothing at all finds nothing.

    `types` are those of `Hit.type`, `states` those of the quiz, `points_from` and `points_to` are included. A question
    is found by its own tags and by those of its quiz; several tags must all be there. `quizzes` are ids.
    `only_questions` leaves out quizzes, stimuli and banks.
    """

    text: str = ""
    types: frozenset[str] = frozenset()
    points_from: float | None = None
    points_to: float | None = None
    has_problems: bool | None = None
    states: frozenset[State] = frozenset()
    tags: frozenset[str] = frozenset()
    quizzes: frozenset[str] = frozenset()
    only_questions: bool = False

    @property
    def is_filtered(self) -> bool:
        """Whether anything but words is asked for."""
        return self.asks_of_questions or bool(self.states or self.tags or self.quizzes)

    @property
    def asks_of_questions(self) -> bool:
        """Whether something is asked for that a quiz as a whole cannot have."""
        return bool(self.types) or any(
            wanted is not None for wanted in (self.points_from, self.points_to, self.has_problems)
        )

    @property
    def is_empty(self) -> bool:
        """Whether nothing is looked for."""
        return not self.text.strip() and not self.is_filtered
