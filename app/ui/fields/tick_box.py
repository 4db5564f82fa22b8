"""A tick box painted at the start of a row of a list."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionButton, QWidget

from app.ui.theme import Gap

_STATE = QStyle.StateFlag
_BOXES: Final = "QCheckBox"
"""The widgets whose colours a tick box has, as Qt names them."""
_STATES: Final[Mapping[Qt.CheckState, QStyle.StateFlag]] = {
    Qt.CheckState.Checked: _STATE.State_On,
    Qt.CheckState.Unchecked: _STATE.State_Off,
    Qt.CheckState.PartiallyChecked: _STATE.State_NoChange,
}


class TickBox:
    """The platform's own, as `parent` has it."""

    def __init__(self, parent: QWidget) -> None:
        self._parent = parent

    def width(self) -> int:
        """From the edge of a row to the end of its tick box: what the mouse ticks."""
        return 2 * Gap.MEDIUM + self._side()

    def paint(self, painter: QPainter, row: QRect, state: Qt.CheckState, *, enabled: bool = True) -> None:
        """Paint it at the start of `row`."""
        side = self._side()
        box = QStyleOptionButton()
        box.rect = QRect(row.left() + Gap.MEDIUM, row.center().y() - side // 2, side, side)
        box.state = _STATES[state] | (_STATE.State_Enabled if enabled else _STATE.State_None)
        box.palette = QApplication.palette(_BOXES)  # type: ignore[call-overload] # as in `theme.row_ink`
        self._parent.style().drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorCheckBox, box, painter, self._parent)

    def _side(self) -> int:
        return self._parent.style().pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth, None, self._parent)
