"""What the person reads where two rows of Canvas may be one question, and nobody but her knows which one is wanted."""

from app.message import Message, message

KEPT_BESIDE = message(
    "Somebody changed a question on Canvas while another one was put in its place. Both are kept: compare them, and "
    "delete the one that you do not want."
)
LOOK_ALIKE = message(
    "Questions that came from Canvas look like others of this quiz. All are kept: compare them, and delete those that "
    "you do not want."
)


def old_stays(why: Message) -> Message:
    """Canvas keeps a row whose place another one took."""
    return message(
        "Canvas kept a question though another one was put in its place: {why} Both are kept here too: compare them, "
        "and decide which one counts.",
        why=why,
    )


def tells_of_both(note: Message) -> bool:
    """Whether a note is one of these."""
    return note in (KEPT_BESIDE, LOOK_ALIKE) or note.template == old_stays(note).template
