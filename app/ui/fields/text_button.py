"""Buttons with words."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QAbstractButton, QPushButton, QWidget

from app.ui.theme import ICON_AIR, control_height, icon_side


class TextButton(QPushButton):
    """As high as every control, with air between its icon and its words."""

    def __init__(self, text: str, parent: QWidget | None = None, *, icon: QIcon | None = None) -> None:
        super().__init__(text, parent)
        self.setMinimumHeight(control_height())
        if icon is not None:
            self.setIcon(icon)
        leave_air(self)

    def setText(self, text: str) -> None:
        """An icon alone stands in the middle."""
        super().setText(text)
        leave_air(self)


def leave_air(button: QAbstractButton) -> None:
    """Keep the icon of `button` apart from its words; styles put them closer than they can be told apart."""
    button.setIconSize(QSize(icon_side() + ICON_AIR if button.text() else icon_side(), icon_side()))
