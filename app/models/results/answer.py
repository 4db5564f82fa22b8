"""Questions of a classic quiz and what a student answered (Canvas, Quiz Questions and Submissions APIs).

The Quiz Submissions API has no answers. They stand in the gradebook's `submission_history`, whose versions carry a
`submission_data` that no document describes: only what is read here is relied upon.
"""

from pydantic import Field

from app.models.results.identity import Id
from app.models.value import Value

UNDECIDED = "undefined"


class ClassicQuestion(Value):
    """A question as it was asked; `question_text` is HTML."""

    id: Id
    position: int | None = None
    question_name: str | None = None
    question_text: str | None = None
    question_type: str | None = None
    points_possible: float | None = None


class GivenAnswer(Value):
    """One answer: `correct` is true, false, "partial", or "undefined" where a person has to look."""

    question_id: Id
    correct: bool | str | None = None
    points: float | None = None
    text: str | None = None
    more_comments: str | None = None

    @property
    def waits(self) -> bool:
        """Whether nobody has given points yet."""
        return self.correct == UNDECIDED


class AttemptVersion(Value):
    """One attempt that was handed in, with its answers."""

    attempt: int | None = None
    score: float | None = None
    submitted_at: str | None = None
    workflow_state: str | None = None
    submission_data: tuple[GivenAnswer, ...] = Field(default=())


class GradebookSubmission(Value):
    """What the gradebook has of one student and one assignment."""

    id: Id
    user_id: Id
    assignment_id: Id | None = None
    submission_type: str | None = None
    workflow_state: str | None = None
    attempt: int | None = None
    score: float | None = None
    submitted_at: str | None = None
    submission_history: tuple[AttemptVersion, ...] = Field(default=())
