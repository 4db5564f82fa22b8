"""What is wanted on paper, as a column of controls."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QVBoxLayout, QWidget

from app.library.printings import Printing
from app.message import message
from app.paper.limits import Limit
from app.paper.paper import MOST, Mixing, Paper, papers_named
from app.ui.fields.choice_box import ChoiceBox
from app.ui.fields.quiet import QuietLabel
from app.ui.fields.whole_number import WholeNumberField
from app.ui.library.when import when
from app.ui.paper.wish import Wish
from app.ui.theme import Gap
from app.ui.words import words

_NEW = "0"


class WishForm(QWidget):
    """`changed` carries the whole `Wish` after every gesture."""

    changed = Signal(object)

    def __init__(self, wish: Wish, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wish = wish
        self._kept: Sequence[Printing] = ()
        both, exam, key = self.tr("Exam and key"), self.tr("Exam"), self.tr("Key")
        self.what = ChoiceBox(self.tr("What to print"), [("both", both), ("exam", exam), ("key", key)], self)
        self.printing = ChoiceBox(self.tr("Versions"), [], self)
        self.count = WholeNumberField(self.tr("How many versions"), self, least=1, most=MOST)
        self.count.setToolTip(self.tr("From 1 to {most}; each has a letter").format(most=MOST))
        self.letter = ChoiceBox(self.tr("Print which version"), [], self)
        self.questions = self._check(
            self.tr("Questions in another order"), self.tr("From version B on; A is as the quiz is written")
        )
        self.answers = self._check(
            self.tr("Answers in another order"), self.tr("From version B on; answers that are locked stay")
        )
        self.large = self._check(self.tr("Large print"), self.tr("Text of 18 points instead of 11"))
        self.points = self._check(self.tr("Points beside each question"), self.tr("In the exam; a key always has them"))
        self.whole = self._check(
            self.tr("Begin each on a new sheet"),
            self.tr("For printing on both sides: no version begins on the back of another"),
        )
        self.paper = ChoiceBox(self.tr("Paper"), [("a4", "A4"), ("letter", self.tr("US Letter"))], self)
        self.limits = QuietLabel("", self)
        self._lay_out()
        self._show()
        self._listen()

    @property
    def wish(self) -> Wish:
        """What is wanted."""
        return self._wish

    def show_wish(self, wish: Wish) -> None:
        """Want this."""
        self._wish = wish
        self._show()
        self.changed.emit(wish)

    def show_kept(self, kept: Sequence[Printing], now: float, chosen: int) -> None:
        """Offer the printings that are kept; one is chosen, 0 for new versions."""
        self._kept = kept
        self.printing.clear()
        self.printing.addItem(self.tr("New versions"), _NEW)
        for one in kept:
            said = message("{when}: {letters}", when=when(one.at, now), letters=papers_named(one.papers))
            self.printing.addItem(words(said), str(one.id))
        self.printing.setVisible(bool(kept))
        self._label_of_printing.setVisible(bool(kept))
        self._wish = replace(self._wish, printing=chosen, letter=self._wish.letter if chosen else "")
        self._show()

    def show_limits(self, found: Sequence[Limit]) -> None:
        """Say what does not come onto paper as it is on Canvas."""
        self.limits.setText("\n".join(words(one.words) for one in found))
        self.limits.setVisible(bool(found))

    def kept_papers(self) -> tuple[Paper, ...]:
        """The versions of the printing that is chosen; none for new ones."""
        return next((one.papers for one in self._kept if one.id == self._wish.printing), ())

    def _listen(self) -> None:
        self.what.picked.connect(lambda key: self._take(what=key))
        self.printing.picked.connect(lambda key: self._take(printing=int(key), letter=""))
        self.count.number_edited.connect(lambda count: self._take(count=count, letter=""))
        self.letter.picked.connect(lambda key: self._take(letter=key))
        self.paper.picked.connect(lambda key: self._take(size=key))
        self.large.clicked.connect(lambda on: self._take(is_large=on))
        self.points.clicked.connect(lambda on: self._take(shows_points=on))
        self.whole.clicked.connect(lambda on: self._take(whole_sheets=on))
        for box in (self.questions, self.answers):
            box.clicked.connect(lambda: self._take(mixing=Mixing(self.questions.isChecked(), self.answers.isChecked())))

    def _take(self, **changes: Any) -> None:  # noqa: ANN401 - fields of `Wish`
        self.show_wish(replace(self._wish, **changes))

    def _show(self) -> None:
        wish, kept = self._wish, self.kept_papers()
        self.what.show_key(wish.what)
        if self.printing.count():
            self.printing.show_key(str(wish.printing))
        self.count.show_number(len(kept) or wish.count)
        self.count.setEnabled(not kept)
        letters = [paper.letter for paper in kept] or [chr(ord("A") + place) for place in range(wish.count)]
        self.letter.clear()
        self.letter.addItem(self.tr("All versions"), "")
        for letter in letters:
            self.letter.addItem(self.tr("Version {letter}").format(letter=letter), letter)
        self.letter.show_key(wish.letter)
        self.letter.setVisible(len(letters) > 1)
        self._label_of_letter.setVisible(len(letters) > 1)
        for box, on in ((self.questions, wish.mixing.questions), (self.answers, wish.mixing.answers)):
            box.setChecked(on)
            box.setEnabled(not kept and wish.count > 1)
        self.large.setChecked(wish.is_large)
        self.points.setChecked(wish.shows_points)
        self.whole.setChecked(wish.whole_sheets)
        self.paper.show_key(wish.size)

    def _check(self, text: str, tip: str) -> QCheckBox:
        box = QCheckBox(text, self)
        box.setToolTip(tip)
        return box

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Gap.SMALL)
        self._labelled(column, self.tr("Print"), self.what)
        self._label_of_printing = self._labelled(column, self.tr("Versions"), self.printing)
        self._labelled(column, self.tr("How many versions"), self.count)
        self._label_of_letter = self._labelled(column, self.tr("Which version"), self.letter)
        for box in (self.questions, self.answers, self.points, self.large, self.whole):
            column.addWidget(box)
        self._labelled(column, self.tr("Paper"), self.paper)
        column.addSpacing(Gap.SMALL)
        column.addWidget(self.limits)
        column.addStretch(1)

    def _labelled(self, column: QVBoxLayout, text: str, field: QWidget) -> QLabel:
        label = QLabel(text, self)
        label.setBuddy(field)
        column.addWidget(label)
        column.addWidget(field)
        return label
