"""The keys that mark an answer right."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QWidget

MARK_KEYS: Final = ("Ctrl+Return", "Ctrl+Enter")
"""The second is the one of the number pad."""


def mark_by_keys(field: QWidget, mark: QAbstractButton) -> None:
    """Let Ctrl+Enter in the text of an answer do what a click on its mark does."""
    shortcut = QShortcut(field)
    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    shortcut.setKeys([QKeySequence(keys) for keys in MARK_KEYS])
    shortcut.setAutoRepeat(False)
    shortcut.activated.connect(mark.click)


def mark_keys_text() -> str:
    """What they are called on this system."""
    return QKeySequence(MARK_KEYS[0]).toString(QKeySequence.SequenceFormat.NativeText)
