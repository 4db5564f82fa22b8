"""A sync that could not go on, in words: what happened, what was done by then, what is still to do."""

from collections.abc import Sequence

from app.errors import UserError
from app.message import Message, message
from app.sync.letter import done_sentences
from app.sync.outcome import Outcome


class SyncStopped(UserError):
    """`cause` is why; `left` counts the writes that were planned and are not known to be on Canvas.

    Why, what was done and each note stand on lines of their own.
    """

    def __init__(self, cause: UserError, outcome: Outcome, left: int) -> None:
        said = cause.message
        for line in (_joined((*_done(outcome), *_rest(left))), *outcome.notes):
            said = message("{before}\n{next}", before=said, next=line)
        super().__init__(said, cause.hint)
        self.cause, self.outcome, self.left = cause, outcome, left


def cancelled(outcome: Outcome) -> Message:
    """What a person reads who stopped a sync, beside the notes."""
    goes_on = (message("The next sync goes on from there."),) if outcome.did_anything else ()
    return _joined((message("Stopped."), *_done(outcome), *goes_on))


def _done(outcome: Outcome) -> tuple[Message, ...]:
    return done_sentences(outcome) or (message("Nothing was sent or brought in."),)


def _rest(left: int) -> tuple[Message, ...]:
    if not left:
        return ()
    return (
        message(
            "1 step is still to be done; the next sync goes on from there.",
            plural="{count} steps are still to be done; the next sync goes on from there.",
            count=left,
        ),
    )


def _joined(parts: Sequence[Message]) -> Message:
    said = parts[0]
    for part in parts[1:]:
        said = message("{before} {next}", before=said, next=part)
    return said
