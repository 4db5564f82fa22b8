"""What the status bar says of the disk."""

from enum import StrEnum
from typing import NamedTuple

from app.errors import UserError
from app.message import Message, message


class SaveKind(StrEnum):
    """Whether what the person sees is on disk."""

    SAVED = "saved"
    SAVING = "saving"
    FAILED = "failed"
    READ_ONLY = "read only"


class SaveStatus(NamedTuple):
    """`message` is true at the moment it is shown."""

    kind: SaveKind
    message: Message


SAVED = SaveStatus(SaveKind.SAVED, message("Saved on this computer"))
SAVING = SaveStatus(SaveKind.SAVING, message("Saving…"))


def reading(reason: Message) -> SaveStatus:
    """The status of a library that cannot be written, and why."""
    return SaveStatus(SaveKind.READ_ONLY, reason)


HANDED_OVER = SaveStatus(SaveKind.READ_ONLY, message("Handed over to another computer: here it can only be read"))


def failed(error: UserError) -> SaveStatus:
    """The status after a write that did not happen."""
    return SaveStatus(SaveKind.FAILED, message("Not saved: {why}", why=str(error)))


def waiting(error: UserError) -> SaveStatus:
    """The status after a save that is tried again."""
    words = message("Not saved: {why} Your last change is kept in this window.", why=str(error))
    return SaveStatus(SaveKind.FAILED, words)
