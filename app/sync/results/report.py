"""A report of a New Quiz: asked for, waited for, fetched (`canvas-facts.md` 1.12)."""

from collections.abc import Awaitable, Callable

from app.canvas.client import CanvasClient
from app.canvas.errors import CanvasError, Invalid
from app.canvas.reports import ReportFormat, ReportType
from app.canvas.signed_address import SignedAddress
from app.message import message
from app.models.results.progress import Progress, ProgressState
from app.models.results.reading import read

_FIRST_WAIT, _LONGEST_WAIT, _MOST_SECONDS = 0.5, 10.0, 900.0


class ReportFailed(CanvasError):
    """Canvas could not make the report."""

    def __init__(self, words: str) -> None:
        super().__init__(
            message("Canvas could not make the report: {words}", words=words)
            if words
            else message("Canvas could not make the report."),
            message("Ask for it again in a while; a quiz that nobody has handed in has none."),
        )


async def fetched_report(
    client: CanvasClient,
    course_id: str,
    quiz_id: str,
    kind: ReportType,
    file: ReportFormat,
    *,
    sleep: Callable[[float], Awaitable[object]],
    on_progress: Callable[[float], object],
) -> bytes:
    """The file of a report; `on_progress` hears per cent. Raises CanvasError."""
    progress = read(Progress, await client.reports.begin(course_id, quiz_id, kind, file))
    wait, waited = _FIRST_WAIT, 0.0
    while progress is not None and not progress.is_over and waited < _MOST_SECONDS:
        on_progress(progress.completion or 0)
        await sleep(wait)
        waited, wait = waited + wait, min(wait * 1.5, _LONGEST_WAIT)
        progress = read(Progress, await client.reports.progress(progress.id))
    if progress is None or progress.workflow_state != ProgressState.COMPLETED:
        raise ReportFailed(progress.message or "" if progress is not None else "")
    url = progress.results.url if progress.results is not None else None
    if url is None:
        raise Invalid("The report has no file.")
    on_progress(100)
    return await client.storage.fetch(SignedAddress(url))
