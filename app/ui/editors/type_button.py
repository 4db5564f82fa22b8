"""Turns a question into one of another type."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from app.models.question import Question
from app.ui.fields.icon_button import IconButton
from app.ui.screens import screen


class TypeButton(IconButton):
    """A button whose menu is made when it opens."""

    picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("chevron-down", "", parent)
        self.set_name(self.tr("Change the type of this question"))
        self._question: Question | None = None
        self._menu = QMenu(self)
        self._menu.setToolTipsVisible(True)
        self.clicked.connect(lambda: self.fill().popup(self.mapToGlobal(self.rect().bottomLeft())))

    def show_question(self, question: Question) -> None:
        """The question that would be turned."""
        self._question = question

    def fill(self) -> QMenu:
        """The menu as it is for this question."""
        if self._question is not None:
            screen("types")(self._menu, self._question, self.picked.emit)
        return self._menu
