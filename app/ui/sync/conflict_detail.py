"""One conflict: mine beside Canvas's, in words and on the picture, with what differs marked."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from app.message import message
from app.models.questions.hot_spot import HotSpotQuestion
from app.models.quiz import Quiz
from app.sync.step import Conflict
from app.sync.unit import ANSWERS
from app.sync.unit_words import unit_name
from app.ui.comparison.marked_text import MarkedTextView, mark_differences
from app.ui.comparison.region_pair import RegionPair
from app.ui.comparison.said_value import value_html
from app.ui.fields.quiet import QuietLabel, Toned
from app.ui.theme import Gap
from app.ui.words import words

if TYPE_CHECKING:
    from app.session.pictures import PictureShelf

_LINE = QTextCharFormat.UnderlineStyle


class ConflictDetail(QWidget):
    """Nothing can be changed here; both texts can be selected and copied."""

    def __init__(self, shelf: "PictureShelf", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = QLabel(self)
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.heading.setWordWrap(True)
        Toned(self.heading, "text", "section")
        self.about = QuietLabel("", self)
        self.mine_title = QuietLabel(self.tr("Mine"), self, wraps=False)
        self.theirs_title = QuietLabel(self.tr("Canvas's"), self, wraps=False)
        self.mine = MarkedTextView(self.tr("Mine"), _LINE.SingleUnderline, shelf, self)
        self.theirs = MarkedTextView(self.tr("Canvas's"), _LINE.DashUnderline, shelf, self)
        self.pictures = RegionPair(self.tr("Mine"), self.tr("Canvas's"), shelf, self)
        self.note = QuietLabel("", self)
        self.afterwards = QuietLabel(
            self.tr(
                "Nothing is sent before the next sync. A decision can be undone; both versions stay in the history."
            ),
            self,
        )
        self._lay_out()

    def show_conflict(self, conflict: Conflict, mine: Quiz, theirs: Quiz, place: str) -> None:
        """Show a unit of `mine` beside the same of `theirs`; `place` names the course where there are several."""
        self.heading.setText(_title(mine, conflict))
        what = words(unit_name(conflict.unit))
        about = self.tr("Changed here, and on Canvas by somebody: {what}").format(what=what)
        self.about.setText(f"{about} · {place}" if place else about)
        self.mine.show_html(value_html(mine, conflict.item_id, conflict.unit, conflict.mine))
        self.theirs.show_html(value_html(theirs, conflict.item_id, conflict.unit, conflict.theirs))
        is_marked = mark_differences(self.mine, self.theirs)
        self.pictures.show_questions(_hot_spot(mine, conflict), _hot_spot(theirs, conflict))
        self.note.setText(self._noted(is_marked=is_marked))
        self.note.setVisible(bool(self.note.text()))

    def _noted(self, *, is_marked: bool) -> str:
        """What the marks mean, and what they cannot show."""
        if is_marked:
            return self.tr("Words that only one side has are underlined: mine with a line, Canvas's with dashes.")
        return self.tr("The words are the same: what differs is in details that are not shown here.")

    def _lay_out(self) -> None:
        sides = QGridLayout()
        sides.setHorizontalSpacing(Gap.LARGE)
        sides.setVerticalSpacing(Gap.TIGHT)
        top = Qt.AlignmentFlag.AlignTop
        for column, (title, text) in enumerate(((self.mine_title, self.mine), (self.theirs_title, self.theirs))):
            sides.addWidget(title, 0, column)
            sides.addWidget(text, 1, column, top)
            sides.setColumnStretch(column, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Gap.MEDIUM)
        layout.addWidget(self.heading)
        layout.addWidget(self.about)
        layout.addLayout(sides)
        layout.addWidget(self.pictures)
        layout.addWidget(self.note)
        layout.addWidget(self.afterwards)


def _hot_spot(quiz: Quiz, conflict: Conflict) -> HotSpotQuestion | None:
    """The question whose regions are in conflict."""
    entry = quiz.item(conflict.item_id).entry if conflict.item_id and conflict.unit == ANSWERS else None
    return entry if isinstance(entry, HotSpotQuestion) else None


def _title(quiz: Quiz, conflict: Conflict) -> str:
    if not conflict.item_id:
        return words(message("The quiz itself"))
    summary = quiz.item(conflict.item_id).summary
    said = summary.first_words or summary.title
    return words(message("Question {number}: {words}", number=quiz.places[conflict.item_id] + 1, words=said))
