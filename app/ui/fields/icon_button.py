"""A button that shows an icon alone; it always has a name for a tooltip and a screen reader."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QToolButton, QWidget

from app.ui.icons import icon
from app.ui.theme import Role, control_height, icon_side


class IconButton(QToolButton):
    """A flat button; one that can be checked may have another icon then."""

    def __init__(
        self,
        icon_name: str,
        name: str,
        parent: QWidget | None = None,
        *,
        checked_icon: str = "",
        tone: Role = "text_quiet",
    ) -> None:
        super().__init__(parent)
        self._icons = (icon_name, checked_icon or icon_name)
        self._tone: Role = tone
        self.setAutoRaise(True)
        self.setCheckable(bool(checked_icon))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setIconSize(QSize(icon_side(), icon_side()))
        self.setFixedSize(control_height(), control_height())
        self.toggled.connect(self._show_icon)
        self._show_icon(False)
        self.set_name(name)

    def set_name(self, name: str) -> None:
        """What it does."""
        self.setToolTip(name)
        self.setAccessibleName(name)

    def _show_icon(self, checked: bool) -> None:
        self.setIcon(icon(self._icons[checked], "accent" if checked else self._tone))
