"""What is kept of results, as plain values."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["classic", "new"]


@dataclass(frozen=True, slots=True)
class QuizThere:
    """A quiz of a course on Canvas, by its id there; Classic quizzes and New Quizzes have ids of their own."""

    account_id: str
    course_id: str
    quiz_id: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A question of a Classic quiz as it was asked; `text` is HTML."""

    id: str
    name: str
    text: str
    type: str
    points: float


@dataclass(frozen=True, slots=True)
class ResultSet:
    """What was fetched of one quiz; `fetched_at` in epoch seconds, `assignment_id` is the gradebook's."""

    key: int
    quiz: QuizThere
    title: str
    points: float | None
    assignment_id: str
    questions: tuple[AskedQuestion, ...]
    fetched_at: float


@dataclass(frozen=True, slots=True)
class AttemptRow:
    """One attempt of one student in a list. `waiting` answers have no points yet, `unsent` marks are only here.

    `spent` in seconds; `fudge` is None where Canvas did not say.
    """

    submission_id: str
    attempt: int
    student_id: str
    name: str
    state: str
    score: float | None
    kept_score: float | None
    fudge: float | None
    finished_at: str | None
    spent: int | None
    waiting: int
    overdue: bool
    unsent: int = 0


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer as Canvas has it; `points` is None while it waits for a person."""

    question_id: str
    text: str
    points: float | None
    comment: str
    correct: str


class MarkState:
    """How far a mark is."""

    HERE = "here"
    SENDING = "sending"
    REFUSED = "refused"
    CHANGED_THERE = "changed there"


@dataclass(frozen=True, slots=True)
class Mark:
    """Points and comment for one answer, or, without a question, the fudge points of the attempt. None is no change.

    `base_score` and `base_comment` are what Canvas had when it was written; `told` is why it was not taken.
    """

    set: int
    submission_id: str
    attempt: int
    question_id: str
    score: float | None
    comment: str | None
    base_score: float | None
    base_comment: str
    state: str = MarkState.HERE
    told: str = ""

    @property
    def changes(self) -> bool:
        """Whether it says anything that Canvas did not have."""
        score = self.score is not None and self.score != self.base_score
        return score or (self.comment is not None and self.comment != self.base_comment)
