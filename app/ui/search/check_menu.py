"""A menu of things to tick, which stays open while several of them are."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget

_TICKS = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class Choice:
    """One line of the menu."""

    key: str
    words: str


class CheckMenu(QMenu):
    """`ticked` carries the keys of all that are ticked after each change. Space and Enter tick, Escape closes."""

    ticked = Signal(frozenset)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setToolTipsVisible(True)

    def fill(self, choices: Sequence[Choice], ticked: Collection[str], empty: str = "") -> None:
        """Offer these; `empty` says why there are none."""
        self.clear()
        for choice in choices:
            action = self.addAction(choice.words)
            action.setCheckable(True)
            action.setChecked(choice.key in ticked)
            action.setData(choice.key)
        if not choices and empty:
            self.addAction(empty).setEnabled(False)

    @property
    def keys(self) -> frozenset[str]:
        """What is ticked."""
        return frozenset(action.data() for action in self.actions() if action.isChecked())

    def _tick(self, action: QAction | None) -> bool:
        if action is None or not action.isEnabled() or not action.isCheckable():
            return False
        action.toggle()
        self.ticked.emit(self.keys)
        return True

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick, and stay open for another one."""
        if not self._tick(self.actionAt(event.position().toPoint())):
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick, and stay open; letters go to what begins so."""
        if event.key() not in _TICKS or not self._tick(self.activeAction()):
            super().keyPressEvent(event)
