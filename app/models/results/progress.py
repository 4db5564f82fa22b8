"""Something that Canvas makes in its own time (Canvas, Progress API; `canvas-facts.md` 1.12)."""

from enum import StrEnum

from pydantic import Field

from app.models.results.identity import Id
from app.models.value import Open, Value


class ProgressState(StrEnum):
    """How far it is."""

    QUEUED = "queued"
    RUNNING = "running"
    COMPLETED = "completed"
    FAILED = "failed"


class ProgressResults(Value):
    """Where the file lies: a signed address, good for about a day."""

    url: str | None = Field(default=None, repr=False)


class Progress(Value):
    """`completion` in percent."""

    id: Id
    completion: float | None = None
    workflow_state: Open[ProgressState] | None = None
    results: ProgressResults | None = None
    message: str | None = None

    @property
    def is_over(self) -> bool:
        """Whether there is nothing to wait for any more."""
        return self.workflow_state in {ProgressState.COMPLETED, ProgressState.FAILED}
