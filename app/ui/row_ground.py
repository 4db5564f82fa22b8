"""What stands behind the words of a row in a list."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from app.ui.theme import Gap, Role, role

_STATE = QStyle.StateFlag


def paint_ground(painter: QPainter, option: QStyleOptionViewItem, over: Role, *, raised: bool = False) -> None:
    """What is chosen, with a bar where the keyboard acts; in `over` what the mouse is over, or stands out by itself."""
    if option.state & _STATE.State_Selected:
        painter.fillRect(option.rect, role("selection"))
        if option.state & _STATE.State_HasFocus:
            painter.fillRect(QRect(option.rect.topLeft(), QSize(Gap.TIGHT, option.rect.height())), role("accent"))
    elif raised or option.state & _STATE.State_MouseOver:
        painter.fillRect(option.rect, role(over))
