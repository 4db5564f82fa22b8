"""What whoever teaches can have at once: every answer right, every answer wrong, and what guessing earns."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from app.models.item import Item
from app.ui.fields.points import points_text
from app.ui.fields.quiet import QuietLabel
from app.ui.fields.text_button import TextButton
from app.ui.fields.wrapping_row import WrappingRow
from app.ui.icons import icon
from app.ui.preview.card import points_said
from app.ui.preview.guesses import TRIES, Guessed, Guesses
from app.ui.theme import Gap


class TeacherBox(QWidget):
    """`all_wanted` asks for a result with every answer right (True) or wrong; `question_wanted` leads to a question,
    `tryouts_wanted` to the attempts that were kept.
    """

    all_wanted = Signal(bool)
    question_wanted = Signal(str)
    tryouts_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: Sequence[Item] = ()
        self._seed = 0
        self.guesses = Guesses(self)
        self.right = TextButton(self.tr("Answer all right"), self, icon=icon("circle-check"))
        self.wrong = TextButton(self.tr("Answer all wrong"), self, icon=icon("circle-x"))
        self.guess = TextButton("", self, icon=icon("shuffle"))
        self.tryouts = TextButton(self.tr("Earlier try-outs…"), self, icon=icon("history"))
        self.progress = QProgressBar(self)
        self.progress.setRange(0, TRIES)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Guessing"))
        self.outcome = QuietLabel("", self)
        self.links: list[TextButton] = []
        self.unreachable = QWidget(self)
        self._layout_of_links = QVBoxLayout(self.unreachable)
        self._layout_of_links.setContentsMargins(0, 0, 0, 0)
        self._layout_of_links.setSpacing(Gap.TIGHT)
        self._lay_out()
        self.right.clicked.connect(lambda: self.all_wanted.emit(True))
        self.wrong.clicked.connect(lambda: self.all_wanted.emit(False))
        self.guess.clicked.connect(self._guess_or_stop)
        self.tryouts.clicked.connect(self.tryouts_wanted)
        self.guesses.went_on.connect(self.progress.setValue)
        self.guesses.ended.connect(self._show)

    def show_items(self, items: Sequence[Item], seed: int) -> None:
        """Be about these; what was found about others goes."""
        self.guesses.cancel()
        self._items, self._seed = items, seed
        self.outcome.hide()
        self._link_to(())
        self.tryouts.hide()
        self._stand_by()

    def _guess_or_stop(self) -> None:
        if self.guesses.is_running:
            self.guesses.cancel()
            self._stand_by()
            return
        self.progress.setValue(0)
        self.progress.show()
        self.guess.setText(self.tr("Stop guessing"))
        self.guesses.begin(self._items, self._seed)

    def _stand_by(self) -> None:
        self.progress.hide()
        self.guess.setText(self.tr("Guess blindly {count} times").format(count=f"{TRIES:,}"))

    def _show(self, guessed: Guessed) -> None:
        self._stand_by()
        found = guessed.guessing
        mean, spread = (points_text(round(number, 2)) or "0" for number in (found.mean, found.spread))
        said = self.tr("Guessing blindly earns {mean} of {possible} on average, give or take {spread}.")
        self.outcome.setText(said.format(mean=mean, possible=points_said(found.possible), spread=spread))
        self.outcome.show()
        self._link_to(guessed.unreachable)

    def _link_to(self, ids: Sequence[str]) -> None:
        for link in self.links:
            self._layout_of_links.removeWidget(link)
            link.deleteLater()
        numbers = {item.id: number for number, item in enumerate(self._items, start=1)}
        self.links = [self._link(item_id, numbers[item_id]) for item_id in ids]
        self.unreachable.setVisible(bool(ids))

    def _link(self, item_id: str, number: int) -> TextButton:
        said = self.tr("Nobody can get number {number} right. Go to it").format(number=number)
        link = TextButton(said, self.unreachable, icon=icon("triangle-alert", "warning"))
        link.setFlat(True)
        link.clicked.connect(lambda: self.question_wanted.emit(item_id))
        self._layout_of_links.addWidget(link)
        return link

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Gap.SMALL)
        layout.addWidget(QuietLabel(self.tr("For you alone"), self, wraps=False))
        row = WrappingRow()
        row.setSpacing(Gap.SMALL)
        for button in (self.right, self.wrong, self.guess, self.tryouts):
            row.addWidget(button)
        layout.addLayout(row)
        for part in (self.progress, self.outcome, self.unreachable):
            layout.addWidget(part)
        self.outcome.hide()
