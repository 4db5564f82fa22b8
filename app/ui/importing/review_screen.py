"""The review of an import: what was read, what was lost, what is here already; chosen, then brought in."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QSplitter, QVBoxLayout, QWidget

from app.interchange.review import Review
from app.interchange.table_head import TableHead
from app.message import message
from app.session.importing import Reading
from app.session.pictures import PictureShelf
from app.ui.fields.page_head import page_head
from app.ui.fields.quiet import QuietLabel, Toned
from app.ui.fields.rule import Rule
from app.ui.fields.text_button import TextButton
from app.ui.fields.wrapping_row import WrappingRow
from app.ui.icons import icon
from app.ui.importing.destination import Destination, Target
from app.ui.importing.review_list import ReviewList, Spot
from app.ui.importing.review_view import ReviewView
from app.ui.theme import Gap
from app.ui.words import words


class ReviewScreen(QWidget):
    """One screen for every import. `left` comes when nothing is to be brought in after all.

    `hidden` comes when another page is shown in its place.
    """

    import_wanted = Signal()
    report_wanted = Signal()
    columns_wanted = Signal()
    left = Signal()
    hidden = Signal()

    def __init__(self, shelf: PictureShelf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.review = Review()
        self.back = TextButton(self.tr("Cancel"), self, icon=icon("chevron-left"))
        self.back.setFlat(True)
        self.title = QLabel(self.tr("Import"), self)
        Toned(self.title, "text", "title")
        self.account = QuietLabel("", self)
        self.report = TextButton(self.tr("Save report…"), self, icon=icon("download"))
        self.report.setToolTip(self.tr("Keep what was read and what did not come along as a text"))
        self.columns = TextButton(self.tr("Columns…"), self)
        self.columns.setToolTip(self.tr("Say what the columns of the table are"))
        self.list = ReviewList(self)
        self.view = ReviewView(shelf, self)
        self.doubled = QuietLabel("", self)
        self.tick_all = TextButton(self.tr("Tick all"), self)
        self.untick_all = TextButton(self.tr("Untick all"), self)
        self.into = Destination(self)
        self.start = TextButton("", self, icon=icon("import"))
        self.start.setDefault(True)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.step = QuietLabel("", self)
        self.stop = TextButton(self.tr("Cancel"), self)
        self._lay_out()
        self._listen()

    def show_reading(self, what: str, *, can_stop: bool = True) -> None:
        """Something is under way; there is nothing to see of it yet."""
        self._show_only(self.busy)
        self.account.setText("")
        self.report.hide()
        self.columns.hide()
        self.step.setText(what)
        self.bar.setRange(0, 0)
        self.stop.setVisible(can_stop)
        self.stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_progress(self, reading: Reading) -> None:
        """How far it is."""
        self.bar.setRange(0, reading.total)
        self.bar.setValue(reading.done)
        if reading.name:
            self.step.setText(self.tr("Reading “{name}”…").format(name=reading.name))

    def show_review(self, review: Review, near: Target | None, *, into_near: bool = False) -> None:
        """Show what was read; `near` is the quiz that the person came from."""
        self.into.show_review(review, near, into_near=into_near)
        self.review = review.with_into(_quiz_id(self.into.target))
        self._show_only(self.body)
        self.account.setText(words(review.account.words))
        self.report.show()
        self.columns.setVisible(any(file.heads for file in review.files))
        self.list.show_review(self.review)
        self.foot.setEnabled(review.account.refused < review.account.total)
        self._show_count()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_again(self) -> None:
        """It could not be brought in; what was chosen is as it was."""
        self._show_only(self.body)

    @property
    def head(self) -> TableHead | None:
        """The columns of the table that the keyboard is in, else of the first; None where there is no table."""
        spot = self.list.spot
        every = [head for file in self.review.files for head in file.heads]
        if spot is not None and len(spot) > 1 and (own := self.review.files[spot[0]].materials[spot[1]].head):
            return own
        here = self.review.files[spot[0]].heads if spot is not None else ()
        return next(iter((*here, *every)), None)

    def forget(self) -> None:
        """Let go of what was read, pictures and all."""
        self.review = Review()
        self.list.show_review(self.review)

    def areas(self) -> tuple[QWidget, ...]:
        """The parts that F6 walks through."""
        return (self.list, self.into.where, self.start)

    def _listen(self) -> None:
        self.back.clicked.connect(self.left)
        self.stop.clicked.connect(self.left)
        self.report.clicked.connect(self.report_wanted)
        self.columns.clicked.connect(self.columns_wanted)
        self.start.clicked.connect(self.import_wanted)
        self.list.looked_at.connect(self._look_at)
        self.list.ticked.connect(lambda places, wanted: self._renew(self.review.with_ticks(places, wanted)))
        self.tick_all.clicked.connect(lambda: self.list.tick_all(True))
        self.untick_all.clicked.connect(lambda: self.list.tick_all(False))
        self.into.changed.connect(lambda: self._renew(self.review.with_into(_quiz_id(self.into.target))))

    def _look_at(self, spot: Spot | None) -> None:
        self.view.show_spot(self.review, tuple(spot) if spot is not None else None)

    def _renew(self, review: Review) -> None:
        self.review = review
        self.list.renew(review)
        self._show_count()

    def _show_count(self) -> None:
        count = self.review.count
        self.start.setEnabled(count > 0)
        verb = message("Import {count} question", plural="Import {count} questions", count=count)
        self.start.setText(words(verb) if count else self.tr("Nothing is ticked"))
        left = sum(
            not self.review.is_ticked(place) and self.review.is_doubled(place)
            for place in self.review.places
            if self.review.found(place).item
        )
        said = message(
            "{count} question would be there twice and is not ticked.",
            plural="{count} questions would be there twice and are not ticked.",
            count=left,
        )
        self.doubled.setText(words(said))
        self.doubled.setVisible(left > 0)

    def _show_only(self, part: QWidget) -> None:
        for one in (self.body, self.busy):
            one.setVisible(one is part)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._head())
        layout.addWidget(Rule(self))
        self.body = self._body()
        self.busy = self._busy()
        layout.addWidget(self.body, 1)
        layout.addWidget(self.busy, 1)
        self.busy.hide()

    def _head(self) -> QHBoxLayout:
        head = page_head(self.back)
        head.addWidget(self.title)
        head.addSpacing(Gap.SMALL)
        head.addWidget(self.account, 1)
        head.addWidget(self.columns)
        head.addWidget(self.report)
        return head

    def _body(self) -> QWidget:
        body = QWidget(self)
        splitter = QSplitter(Qt.Orientation.Horizontal, body)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.list)
        splitter.addWidget(self.view)
        splitter.setStretchFactor(0, 1)
        splitter.setStretchFactor(1, 1)
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(splitter, 1)
        layout.addWidget(Rule(body))
        self.foot = self._foot()
        layout.addWidget(self.foot)
        return body

    def _foot(self) -> QWidget:
        buttons = WrappingRow()
        buttons.setSpacing(Gap.SMALL)
        for button in (self.start, self.tick_all, self.untick_all):
            buttons.addWidget(button)
        part = QWidget(self)
        foot = QVBoxLayout(part)
        foot.setContentsMargins(Gap.MEDIUM, Gap.MEDIUM, Gap.MEDIUM, Gap.MEDIUM)
        foot.setSpacing(Gap.SMALL)
        foot.addWidget(self.into)
        foot.addWidget(self.doubled)
        foot.addLayout(buttons)
        return part

    def _busy(self) -> QWidget:
        busy = QWidget(self)
        layout = QVBoxLayout(busy)
        layout.setContentsMargins(Gap.PAGE, Gap.PAGE, Gap.PAGE, Gap.PAGE)
        layout.setSpacing(Gap.MEDIUM)
        layout.addWidget(self.step)
        layout.addWidget(self.bar)
        layout.addWidget(self.stop, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)
        return busy

    def hideEvent(self, event: QHideEvent) -> None:
        """Who goes elsewhere does not want to be called back."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.hidden.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves; Enter presses the button that has the focus, else it imports."""
        focus = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            (focus if isinstance(focus, QPushButton) else self.start).click()
        else:
            super().keyPressEvent(event)


def _quiz_id(target: Target | None) -> str:
    return target.quiz_id if target is not None else ""
