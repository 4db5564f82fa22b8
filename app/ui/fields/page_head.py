"""The line at the top of a page: the way back, and what stands beside it."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.theme import Gap


def page_head(back: QWidget, parent: QWidget | None = None) -> QHBoxLayout:
    """A line that begins with the way back; its page puts the rest behind it."""
    head = QHBoxLayout(parent) if parent is not None else QHBoxLayout()
    head.setContentsMargins(Gap.MEDIUM, Gap.SMALL, Gap.MEDIUM, Gap.SMALL)
    head.setSpacing(Gap.SMALL)
    head.addWidget(back)
    head.addSpacing(Gap.LARGE)
    return head
