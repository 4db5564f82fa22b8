"""One difference: how it was then beside how it is now, in words and on the picture, with what differs marked."""

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.models.question import Question
from app.models.questions.hot_spot import HotSpotQuestion
from app.models.questions.rich_fill_blank import RichFillBlankQuestion
from app.models.quiz import Quiz
from app.session.difference import Difference, changed_units, units_of
from app.sync.unit import ANSWERS, OTHER
from app.sync.unit_words import unit_name
from app.ui.comparison.marked_text import MarkedTextView, mark_differences
from app.ui.comparison.region_pair import RegionPair
from app.ui.comparison.said_value import answers_html, value_html
from app.ui.editors.reading import reading_of
from app.ui.fields.quiet import QuietLabel
from app.ui.theme import Gap
from app.ui.words import capital, words

if TYPE_CHECKING:
    from app.session.pictures import PictureShelf

_LINE = QTextCharFormat.UnderlineStyle
_SHOWN_ANYWAY = frozenset({ANSWERS, "item_body", "entry", OTHER})
"""What the text of a question shows by itself."""


class VersionDetail(QWidget):
    """Nothing can be changed here; both texts can be selected and copied."""

    def __init__(self, shelf: "PictureShelf", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.before = MarkedTextView(self.tr("Then"), _LINE.SingleUnderline, shelf, self)
        self.after = MarkedTextView(self.tr("Now"), _LINE.DashUnderline, shelf, self)
        self.pictures = RegionPair(self.tr("Then"), self.tr("Now"), shelf, self)
        self._titles = [QuietLabel(text, self, wraps=False) for text in (self.tr("Then"), self.tr("Now"))]
        self._lay_out()

    def show_difference(self, one: Difference, then: Quiz, now: Quiz) -> None:
        """Show both sides of it; of what was or is not there a dash."""
        self.before.show_html(_side(one, then, now, then))
        self.after.show_html(_side(one, then, now, now))
        mark_differences(self.before, self.after)
        self.pictures.show_questions(*(_hot_spot(quiz, one) for quiz in (then, now)))

    def _lay_out(self) -> None:
        sides = QGridLayout()
        sides.setHorizontalSpacing(Gap.LARGE)
        sides.setVerticalSpacing(Gap.TIGHT)
        for column, (title, text) in enumerate(zip(self._titles, (self.before, self.after), strict=True)):
            sides.addWidget(title, 0, column)
            sides.addWidget(text, 1, column, Qt.AlignmentFlag.AlignTop)
            sides.setColumnStretch(column, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Gap.MEDIUM)
        layout.addLayout(sides)
        layout.addWidget(self.pictures)


def _side(one: Difference, then: Quiz, now: Quiz, side: Quiz) -> str:
    if one.kind == "order":
        return _order(then, now, side)
    item_id = one.item.id if one.item is not None else ""
    if item_id and item_id not in side.places:
        return "<p>–</p>"
    changed = changed_units(then, now, item_id) if one.kind in ("changed", "fields") else ("points",)
    named = [name for name in changed if name not in _SHOWN_ANYWAY]
    return (_whole(side, item_id) if item_id else "") + _named(side, item_id, named)


def _whole(quiz: Quiz, item_id: str) -> str:
    """Text and answers of an item."""
    item = quiz.item(item_id)
    if not isinstance(item.entry, Question):
        reading = reading_of(item)
        return reading.html + "".join(f"<p>•  {escape(answer)}</p>" for answer in reading.answers)
    has_text = isinstance(item.entry, RichFillBlankQuestion)  # among its answers
    return ("" if has_text else item.entry.item_body or "") + answers_html(item.entry)


def _named(quiz: Quiz, item_id: str, names: Sequence[str]) -> str:
    """Each of these parts below its name; several that have the same name below one."""
    units = units_of(quiz, item_id)
    titles = dict.fromkeys(words(unit_name(name)) for name in names)
    values = {
        title: "".join(
            value_html(quiz, item_id, name, units.get(name)) for name in names if words(unit_name(name)) == title
        )
        for title in titles
    }
    return "".join(f"<p><strong>{escape(capital(title))}</strong></p>{html}" for title, html in values.items())


def _order(then: Quiz, now: Quiz, side: Quiz) -> str:
    """The questions that are on both sides, in the order of this one."""
    both = then.places.keys() & now.places.keys()
    said = [item.summary.first_words or item.summary.title or "…" for item in side.items if item.id in both]
    return "".join(f"<p>{number}. {escape(text)}</p>" for number, text in enumerate(said, start=1))


def _hot_spot(quiz: Quiz, one: Difference) -> HotSpotQuestion | None:
    item_id = one.item.id if one.item is not None else ""
    entry = quiz.item(item_id).entry if item_id in quiz.places else None
    return entry if isinstance(entry, HotSpotQuestion) else None
