"""F6: the keyboard walks from one area of the window to the next, and comes back to where it was in each."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget


class Areas(QObject):
    """`shown` gives the areas of the moment, in their order."""

    def __init__(self, shown: Callable[[], Sequence[QWidget]], parent: QObject) -> None:
        super().__init__(parent)
        self._shown = shown
        self._last: dict[QWidget, QWidget] = {}

    def walk(self, by: int) -> None:
        """Go to the next area (1) or the one before (-1)."""
        areas = [area for area in self._shown() if area.isVisible()]
        focus = QApplication.focusWidget()
        here = next((place for place, area in enumerate(areas) if _holds(area, focus)), None)
        if here is not None and focus is not None:
            self._last[areas[here]] = focus
        place = 0 if here is None else (here + by) % len(areas)
        self._enter(areas[place])

    def _enter(self, area: QWidget) -> None:
        last = self._last.get(area)
        target = last if last is not None and _holds(area, last) and last.isVisible() else area
        if target is area and not _takes_focus(area):
            target = next((child for child in area.findChildren(QWidget) if _takes_focus(child)), area)
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _holds(area: QWidget, widget: QWidget | None) -> bool:
    return widget is not None and (widget is area or area.isAncestorOf(widget))


def _takes_focus(widget: QWidget) -> bool:
    can = widget.focusPolicy() != Qt.FocusPolicy.NoFocus or widget.focusProxy() is not None
    return can and widget.isVisible() and widget.isEnabled()
