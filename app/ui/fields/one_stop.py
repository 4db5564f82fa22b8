"""A row of buttons at which Tab stops once; arrow keys go through it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
_ENDS = {Qt.Key.Key_Home: (0, 1), Qt.Key.Key_End: (-1, -1)}
"""Where the search begins, and which way it goes."""
_COMES_AND_GOES = (
    QEvent.Type.EnabledChange,
    QEvent.Type.HideToParent,
    QEvent.Type.ShowToParent,
)


class OneStop(QObject):
    """Tab comes to the button that had the focus last; Left, Right, Home and End go past what cannot be pressed."""

    def __init__(self, buttons: Sequence[QWidget], row: QWidget) -> None:
        """`buttons` as the eye meets them, in `row`, which says the same to `tab_order` by `in_one_stop`."""
        super().__init__(row)
        self._buttons = tuple(buttons)
        self._stop = self._buttons[0]
        for button in self._buttons:
            button.installEventFilter(self)
        self._stop_at(self._stop)

    def _stop_at(self, stop: QWidget) -> None:
        self._stop = stop
        for button in self._buttons:
            takes = Qt.FocusPolicy.StrongFocus if button is stop else Qt.FocusPolicy.ClickFocus
            if button.focusPolicy() != takes:
                button.setFocusPolicy(takes)

    def _usable(self) -> list[QWidget]:
        return [button for button in self._buttons if button.isEnabled() and not button.isHidden()]

    def _keep_a_stop(self) -> None:
        """Where the stop goes away or is disabled, Tab would go past the whole row."""
        usable = self._usable()
        if usable and self._stop not in usable:
            self._stop_at(usable[0])

    def _go(self, here: QWidget, key: Qt.Key) -> bool:
        place = self._buttons.index(here)
        if key in _ENDS:
            place, step = _ENDS[key]
        elif key in _STEPS:
            step = _STEPS[key]
            place += step
        else:
            return False
        count = len(self._buttons)
        usable = self._usable()
        way = (self._buttons[(place + step * far) % count] for far in range(count))
        found = next((button for button in way if button in usable), here)
        found.setFocus(Qt.FocusReason.TabFocusReason if step > 0 else Qt.FocusReason.BacktabFocusReason)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys with a modifier are somebody else's."""
        if not isinstance(watched, QWidget):
            return False
        if event.type() == QEvent.Type.FocusIn:
            self._stop_at(watched)
        elif event.type() in _COMES_AND_GOES:
            self._keep_a_stop()
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
            return plain and self._go(watched, Qt.Key(event.key()))
        return False
