"""The buttons of the equation bar, with formulas on them."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QIcon, QShowEvent
from PySide6.QtWidgets import QGridLayout, QMenu, QToolButton, QWidget, QWidgetAction

from app.ui.fields.rich_text.equation_palette import CONSTRUCTS, GROUPS, Group, Offer
from app.ui.fields.rich_text.equation_shelf import EquationShelf
from app.ui.fields.wrapping_row import WrappingRow
from app.ui.theme import Gap, control_height, role
from app.ui.words import words

_LETTERS = 0.45
"""Their size on a button, against its height."""

Put = Callable[[str], None]


class FaceButton(QToolButton):
    """A flat button with a formula on it, drawn when it is first seen."""

    def __init__(self, shelf: EquationShelf, face: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shelf, self._face = shelf, face
        self.setAutoRaise(True)
        self.setToolTip(name)
        self.setAccessibleName(name)
        self.setMinimumSize(control_height(), control_height())
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        shelf.ready.connect(self._show_drawn)

    def _show_drawn(self, latex: str) -> None:
        if latex == self._face:
            self._draw()

    def _draw(self) -> None:
        if not self.isVisible():
            return
        size = control_height() * _LETTERS
        picture = self._shelf.picture(self._face, size, role("text"), self.devicePixelRatioF())
        if picture is not None and picture.pixmap is not None:
            self.setIconSize(picture.pixmap.deviceIndependentSize().toSize())
            self.setIcon(QIcon(picture.pixmap))

    def showEvent(self, event: QShowEvent) -> None:
        """Now it is needed."""
        super().showEvent(event)
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Other colours, other ink."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.ApplicationPaletteChange):
            self._draw()


class EquationButtons(QWidget):
    """Constructs, and boards of signs; `put` gets the LaTeX of what is chosen."""

    def __init__(self, shelf: EquationShelf, put: Put, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shelf, self._put = shelf, put
        row = WrappingRow(self)
        for offer in CONSTRUCTS:
            row.addWidget(self._button(offer))
        for group in GROUPS:
            row.addWidget(self._board_button(group))

    def _button(self, offer: Offer, menu: QMenu | None = None) -> FaceButton:
        made = FaceButton(self._shelf, offer.face, words(offer.name), self)

        def choose() -> None:
            if menu is not None:
                menu.close()
            self._put(offer.latex)

        made.clicked.connect(choose)
        return made

    def _board_button(self, group: Group) -> FaceButton:
        made = FaceButton(self._shelf, group.face, words(group.name), self)
        made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(made)
        action = QWidgetAction(menu)
        action.setDefaultWidget(self._board(group, menu))
        menu.addAction(action)
        made.setMenu(menu)
        return made

    def _board(self, group: Group, menu: QMenu) -> QWidget:
        board = QWidget()
        grid = QGridLayout(board)
        grid.setContentsMargins(Gap.TIGHT, Gap.TIGHT, Gap.TIGHT, Gap.TIGHT)
        grid.setSpacing(0)
        for place, offer in enumerate(group.offers):
            grid.addWidget(self._button(offer, menu), place // group.columns, place % group.columns)
        return board
