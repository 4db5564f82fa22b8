"""An attempt of the person's own at a Classic quiz, which counts nowhere: begun and handed in on Canvas."""

from dataclasses import dataclass, field

from app.canvas.client import CanvasClient
from app.canvas.errors import NotCanvas
from app.library.results.row import QuizThere
from app.models.results.quiz_submission import QuizSubmission
from app.models.results.reading import read


@dataclass(frozen=True, slots=True)
class PreviewAttempt:
    """One under way; `token` hands it in and is kept nowhere."""

    submission_id: str
    attempt: int
    token: str = field(repr=False)


async def begun_preview(client: CanvasClient, quiz: QuizThere, access_code: str) -> PreviewAttempt:
    """Begin one. Raises UserError."""
    raw = await client.quiz_submissions.start(quiz.course_id, quiz.quiz_id, access_code=access_code, preview=True)
    begun = read(QuizSubmission, raw)
    if begun is None:
        raise NotCanvas(client.origin)
    return PreviewAttempt(begun.id, begun.attempt or 1, begun.validation_token or "")


async def preview_score(
    client: CanvasClient, quiz: QuizThere, preview: PreviewAttempt, access_code: str
) -> float | None:
    """Hand it in; gives its score where Canvas says one. Raises UserError."""
    raw = await client.quiz_submissions.complete(
        quiz.course_id,
        quiz.quiz_id,
        preview.submission_id,
        attempt=preview.attempt,
        validation_token=preview.token,
        access_code=access_code,
    )
    found = read(QuizSubmission, raw)
    return found.score if found is not None else None
