"""A sync that could not go on, in words: what happened, what was done by then, what is still to do."""

from app.errors import UserError
from app.message import Message, message
from app.sync.letter import result_sentences
from app.sync.outcome import Outcome


class SyncStopped(UserError):
    """`cause` is why; `left` counts the writes that were planned and are not known to be on Canvas."""

    def __init__(self, cause: UserError, outcome: Outcome, left: int) -> None:
        said = cause.message
        for part in (*_done(outcome), *_rest(left)):
            said = message("{before} {next}", before=said, next=part)
        super().__init__(said, cause.hint)
        self.cause, self.outcome, self.left = cause, outcome, left


def _done(outcome: Outcome) -> tuple[Message, ...]:
    if not outcome.did_anything:
        return (message("Nothing was sent or brought in."),)
    return result_sentences(outcome)


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
