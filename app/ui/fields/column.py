"""One column for forms: never wider than lines stay readable, whatever the window has room for."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.theme import PAGE_WIDTH, Gap

COLUMN_WIDTH = PAGE_WIDTH - 2 * Gap.PAGE


def in_column(part: QWidget, *, wide: bool = False) -> QHBoxLayout:
    """`part` at the left, as wide as the column; a `wide` one says itself how wide it may be."""
    if not wide:
        part.setMaximumWidth(COLUMN_WIDTH)
    line = QHBoxLayout()
    line.addWidget(part, 1)
    line.addStretch(0)
    return line
