"""Everything that a review has, quiz by quiz, with tick boxes; what was refused stands among it."""

from collections.abc import Iterator, Sequence
from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidgetItem, QWidget

from app.interchange.incoming import account
from app.interchange.review import Review
from app.ui.editors.kind import kind_of
from app.ui.fields.points import points_text
from app.ui.importing.review_delegate import ROW, Look, ReviewDelegate
from app.ui.importing.review_words import first_line, second_line
from app.ui.theme import Role
from app.ui.tick_list import TickList
from app.ui.words import words

PLACE: Final = ROW + 1
Spot = tuple[int, ...]
"""A file that was refused (one number), a quiz (two) or a question (three), as in `Place`."""
_CHECK = Qt.CheckState


class ReviewList(TickList):
    """`looked_at` carries the spot that the keyboard is on, `ticked` questions and whether they are wanted."""

    looked_at = Signal(object)
    ticked = Signal(object, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(ReviewDelegate, parent)
        self.setAccessibleName(self.tr("Questions to be imported"))
        self._review = Review()
        self.currentItemChanged.connect(lambda now, _before: self.looked_at.emit(now.data(PLACE) if now else None))

    @property
    def spot(self) -> Spot | None:
        """What the keyboard is on."""
        row = self.currentItem()
        spot: Spot | None = tuple(row.data(PLACE)) if row is not None else None
        return spot

    def show_review(self, review: Review) -> None:
        """Show what was read, and stand on its first question."""
        self._review = review
        with QSignalBlocker(self):  # the rows that go stand for what is no longer there
            self.clear()
        spots = list(_spots(review))
        for spot in spots:
            row = QListWidgetItem(self)
            row.setData(PLACE, spot)
            self._paint(row, spot)
        questions = [row for row, spot in enumerate(spots) if len(spot) == 3]
        self.setCurrentRow(questions[0] if questions else 0)

    def renew(self, review: Review) -> None:
        """The same files, with other ticks or for another quiz."""
        before, self._review = self._review, review
        for row in range(self.count()):
            spot = tuple(self.item(row).data(PLACE))
            stays = before.into == review.into and len(spot) == 3
            if not stays or before.is_ticked(spot) != review.is_ticked(spot):
                self._paint(self.item(row), spot)

    def tick_all(self, wanted: bool) -> None:
        """Tick every question, or none."""
        self.ticked.emit([place for place in self._review.places if self._review.found(place).item], wanted)

    def _paint(self, item: QListWidgetItem, spot: Spot) -> None:
        look = _look(self._review, spot)
        item.setData(ROW, look)
        item.setToolTip(f"{look.first}\n{look.second}")
        item.setText(look.first)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{look.first}. {look.second}")
        item.setData(Qt.ItemDataRole.CheckStateRole, look.ticked)

    def turn(self, item: QListWidgetItem | None) -> None:
        """On the head of a quiz all its questions."""
        look: Look | None = item.data(ROW) if item is not None else None
        if item is not None and look is not None and look.ticked is not None:
            self.ticked.emit(_under(self._review, tuple(item.data(PLACE))), look.ticked != _CHECK.Checked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks; on a quiz all of it."""
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            self.turn(self.currentItem())
        else:
            super().keyPressEvent(event)


def _spots(review: Review) -> Iterator[Spot]:
    """One quiz alone needs no head, unless something of the quiz itself was lost."""
    quizzes = [material for file in review.files for material in file.materials]
    headed = len(quizzes) > 1 or len(review.files) > 1 or any(material.lost for material in quizzes)
    for one, file in enumerate(review.files):
        if file.error is not None:
            yield (one,)
        for two, material in enumerate(file.materials):
            if headed:
                yield (one, two)
            yield from ((one, two, three) for three in range(len(material.found)))


def _under(review: Review, spot: Spot) -> Sequence[Spot]:
    """The questions that a row stands for."""
    return [place for place in review.places if place[: len(spot)] == spot and review.found(place).item is not None]


def _look(review: Review, spot: Spot) -> Look:
    if len(spot) == 1:
        return _look_of_file(review, spot[0])
    return _look_of_quiz(review, spot) if len(spot) == 2 else _look_of_question(review, (spot[0], spot[1], spot[2]))


def _look_of_file(review: Review, number: int) -> Look:
    file = review.files[number]
    why = words(file.error.message) if file.error is not None else ""
    return Look(file.name, why, "circle-x", "danger", is_head=True, ticked=None)


def _look_of_quiz(review: Review, spot: Spot) -> Look:
    file = review.files[spot[0]]
    material = file.materials[spot[1]]
    form = [words(file.form.title)] if file.form is not None else []
    second = " · ".join((file.name, *form, words(account(material.found).words)))
    mark = "triangle-alert" if material.lost else ""
    states = {review.is_ticked((*spot, three)) for three, one in enumerate(material.found) if one.item}  # type: ignore[arg-type]
    ticked = None if not states else _CHECK.PartiallyChecked if len(states) > 1 else _STATES[states.pop()]
    return Look(material.title, second, "file-text", mark=mark, is_head=True, ticked=ticked)


def _look_of_question(review: Review, place: tuple[int, int, int]) -> Look:
    found, twin = review.found(place), review.twin(place)
    first, second = first_line(found), second_line(found, twin)
    if found.item is None:
        return Look(first, second, "circle-question-mark", "danger", "circle-x", ticked=None)
    mark = "triangle-alert" if found.lost else "copy" if twin is not None else ""
    kind, points = kind_of(found.item.summary.type).icon, points_text(found.item.points)
    tone: Role = "warning" if found.lost else "text_quiet"
    return Look(first, second, kind, tone, mark, points, ticked=_STATES[review.is_ticked(place)])


_STATES = {True: _CHECK.Checked, False: _CHECK.Unchecked}
