"""Room for words that wrap: a dialog asks for it only once, before it knows how wide it is."""

from PySide6.QtWidgets import QDialog


def make_room(dialog: QDialog) -> None:
    """Let a dialog be as high as its words need at its width; it never shrinks under the person's hands."""
    layout = dialog.layout()
    if layout is not None:
        layout.activate()
        width = max(dialog.width(), layout.totalMinimumSize().width())
        dialog.resize(width, max(dialog.height(), layout.totalHeightForWidth(width)))
