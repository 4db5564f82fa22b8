"""Sends the pictures of texts to the course, before anything that names them (decisions 4)."""

from collections.abc import Callable, Iterable

from app.canvas.errors import Invalid, NotAllowed, OutcomeUnknown, UploadRefused
from app.errors import UserError
from app.library.errors import MediaMissing
from app.message import Message, message
from app.sync.outcome import Outcome
from app.sync.send import Sender
from app.sync.step import Held, UploadFile
from app.sync.together import together

REFUSALS = (UploadRefused, Invalid, NotAllowed, MediaMissing)
"""What holds back who names a picture; anything else is not about this picture."""


async def upload_files(
    sender: Sender, steps: Iterable[UploadFile], outcome: Outcome, on_step: Callable[[Message], None]
) -> bool:
    """Send a group of pictures at once; whether one has to be tried again in another pass."""
    return any(await together(*(_uploaded(sender, step, outcome, on_step) for step in steps)))


async def _uploaded(sender: Sender, step: UploadFile, outcome: Outcome, on_step: Callable[[Message], None]) -> bool:
    try:
        await sender.upload_file(step)
    except OutcomeUnknown:
        return True
    except REFUSALS as error:
        outcome.held += [Held(item_id, refused(error)) for item_id in step.item_ids]
    else:
        outcome.uploaded += 1
        on_step(message("Sending pictures"))
    return False


def refused(error: UserError) -> Message:
    """Why what names a picture is not sent, and what to do."""
    hint = error.hint or message("Sync again.")
    return message("Its picture could not be sent: {why} {hint}", why=error.message, hint=hint)
