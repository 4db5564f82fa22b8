"""How the pages of a sync are laid out: a head, and below it one column with its buttons under the last part."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QPushButton, QVBoxLayout, QWidget

from app.ui.fields.rule import Rule
from app.ui.fields.wrapping_row import WrappingRow
from app.ui.theme import PAGE_WIDTH, Gap


def lay_out(page: QWidget, head: QLayout, parts: Sequence[QWidget], buttons: Sequence[QWidget], long: QWidget) -> None:
    """Fill `page`; the `long` one of the parts takes what room there is."""
    layout = QVBoxLayout(page)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    layout.addLayout(head)
    layout.addWidget(Rule(page))
    line = QHBoxLayout()
    line.setContentsMargins(Gap.PAGE, Gap.LARGE, Gap.PAGE, Gap.PAGE)
    line.addWidget(_column(page, parts, buttons, long), 1)
    line.addStretch(0)
    layout.addLayout(line, 1)


def _column(page: QWidget, parts: Sequence[QWidget], buttons: Sequence[QWidget], long: QWidget) -> QWidget:
    column = QWidget(page)
    column.setMaximumWidth(PAGE_WIDTH)
    inner = QVBoxLayout(column)
    inner.setContentsMargins(0, 0, 0, 0)
    inner.setSpacing(Gap.MEDIUM)
    for part in parts:
        inner.addWidget(part, 1 if part is long else 0)
    row = WrappingRow()
    row.setSpacing(Gap.SMALL)
    for button in buttons:
        row.addWidget(button)
    inner.addLayout(row)
    inner.addStretch(0)
    return column


def presses(page: QWidget, event: QKeyEvent) -> bool:
    """Whether the key was Enter and pressed the button that has the focus."""
    focus = page.focusWidget()
    if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or not isinstance(focus, QPushButton):
        return False
    focus.click()
    return True
