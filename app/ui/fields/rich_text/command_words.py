"""What commands of rich text are called, with their keys as this platform writes them."""

from PySide6.QtGui import QKeySequence

from app.ui.fields.rich_text.command import Command
from app.ui.words import words


def keys_text(command: Command) -> str:
    """The first of its keys: "Ctrl+B", or "⌘B"."""
    native = QKeySequence.SequenceFormat.NativeText
    return QKeySequence(command.keys[0]).toString(native) if command.keys else ""


def tip(command: Command) -> str:
    """Its name, and its keys where it has some."""
    name, keys = words(command.text).rstrip("…"), keys_text(command)
    return f"{name} ({keys})" if keys else name
