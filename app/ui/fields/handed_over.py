"""What is given to the clipboard, and to the selection of an X11 screen, lives until Qt has done with it."""

from typing import Final

from PySide6.QtCore import QMimeData

_HELD: Final[set[QMimeData]] = set()
"""Qt deletes these, some of them only when the application ends. Python would delete an unnamed one at once; a child
of the application would be deleted with it, and then a second time by the clipboard, which goes later."""


def handed_over(data: QMimeData) -> QMimeData:
    """The same, for Qt to own."""
    _HELD.add(data)
    data.destroyed.connect(lambda: _HELD.discard(data))
    return data
