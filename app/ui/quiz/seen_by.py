"""Who sees the open quiz on Canvas, said in its header, and the way to change that."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.library.row import QuizRow
from app.ui.actions import BY_ID
from app.ui.fields.text_button import TextButton
from app.ui.icons import icon
from app.ui.standing import Standing, visibility
from app.ui.words import words


class SeenBy(TextButton):
    """Takes no room for a quiz that is on no Canvas. `wanted` names the action that publishes or unpublishes."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setFlat(True)
        self._standing: Standing | None = None
        self._action = "publish"
        self._is_folded = False
        self.clicked.connect(lambda: self.wanted.emit(self._action))
        self.hide()

    def show_row(self, row: QuizRow | None) -> None:
        """Say who sees the quiz of this row."""
        seen = row is not None and row.visibility is not None
        self._standing = visibility(row) if row is not None and seen else None
        self._action = "publish" if row is not None and row.published < row.there else "unpublish"
        self._say()
        self.setVisible(seen)

    def width_of_words(self) -> int:
        """How much room it takes with its words."""
        said = words(self._standing.words) if self._standing is not None else ""
        return self.fontMetrics().horizontalAdvance(said) + 2 * self.iconSize().width() if said else 0

    def fold(self, folded: bool) -> None:
        """Where there is little room, show the icon alone; its tooltip says the rest."""
        self._is_folded = folded
        self._say()

    def _say(self) -> None:
        if self._standing is None:
            return
        said, act = words(self._standing.words), words(BY_ID[self._action].text)
        self.setIcon(icon(self._standing.icon, self._standing.role))
        self.setText("" if self._is_folded else said)
        self.setToolTip(f"{said} · {act}")
        self.setAccessibleName(said)
        self.setAccessibleDescription(act)
