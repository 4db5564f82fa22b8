"""Keeping what the person works at inside the visible part of a page that scrolls."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QScrollArea, QWidget


def keep_in_view(widget: QWidget, part: QRect | None = None) -> None:
    """Scroll the nearest page around `widget` so that `part` of it, or all of it, is seen; a no-op without one."""
    rect = part if part is not None else widget.rect()
    page: QWidget | None = widget
    while page is not None and not isinstance(page, QScrollArea):
        page = page.parentWidget()
    content = page.widget() if page is not None else None
    if page is None or content is None:
        return
    margin = widget.fontMetrics().lineSpacing()
    corner = widget.mapTo(content, rect.topLeft())
    end = widget.mapTo(content, rect.bottomRight())
    # The end first, so that of a part higher than the page its beginning is seen.
    page.ensureVisible(corner.x(), end.y(), 0, margin)
    page.ensureVisible(corner.x(), corner.y(), 0, margin)
