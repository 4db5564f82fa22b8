"""What is shown of an item that cannot be edited here: its words, and why."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.checks.problem import Problem
from app.models.entry import Bank, Opaque
from app.models.item import Item
from app.models.question import Question
from app.models.table import QUESTIONS
from app.session.edit import Edit
from app.ui.editors.contract import Editor
from app.ui.editors.reading import Reading, reading_of
from app.ui.editors.type_label import TypeLabel
from app.ui.fields.column import COLUMN_WIDTH
from app.ui.fields.icon_label import IconLabel
from app.ui.fields.points import PointsField
from app.ui.fields.problems import ProblemLines
from app.ui.fields.quiet import QuietLabel, Toned
from app.ui.fields.rich_text.reading_view import RichTextView
from app.ui.fields.text_button import TextButton
from app.ui.fields.word_view import WordView
from app.ui.icons import icon
from app.ui.screens import screen
from app.ui.theme import Gap, control_height

if TYPE_CHECKING:
    from app.session.pictures import PictureShelf


class ReadOnlyEditor(Editor):
    """Words that can be read and copied; only the points of a question can be changed."""

    def __init__(self, shelf: "PictureShelf", parent: QWidget | None = None) -> None:
        super().__init__(shelf, parent)
        self.item: Item | None = None
        self.type = TypeLabel(self)
        self.points = PointsField(self.tr("Points"), self)
        self._points_label = QLabel(self.tr("Points"), self)
        self._points_label.setBuddy(self.points)
        self.reason = QuietLabel("", self)
        self.title = QLabel(self)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setWordWrap(True)
        Toned(self.title, "text", "section")
        self.text = RichTextView(self.tr("Text"), shelf, self)
        self.words = WordView(self.tr("Text"), self)
        self.convert = QPushButton(self.tr("Turn it into today's fill in the blank"), self)
        self.convert.setMinimumHeight(control_height())
        self.convert.clicked.connect(self._convert)
        self.page = TextButton(self.tr("Open on Canvas"), self, icon=icon("external-link"))
        self.page.setToolTip(self.tr("Show the quiz in the browser, where this can be changed"))
        self.page.clicked.connect(self.page_wanted)
        self.page.hide()
        self._problems = ProblemLines(self)
        self.setMaximumWidth(COLUMN_WIDTH)
        self._lay_out()
        self.points.points_edited.connect(self._take_points)

    def show_item(self, item: Item, problems: Sequence[Problem]) -> None:
        """Show the words of any item."""
        self.item = item
        self.type.show_type(item.summary.type)
        self.points.show_points(item.points)
        for widget in (self._points_label, self.points):
            widget.setVisible(item.entry_type == "Item")
        self.reason.setText(self._reason(item))
        self.convert.setVisible(isinstance(item.entry, Question) and item.summary.type == "fill-blank")
        reading = reading_of(item)
        self.text.show_html(reading.html)
        self.text.setVisible(bool(reading.html))
        self.title.setText(reading.title)
        self.title.setVisible(bool(reading.title))
        words = (*self._blocks(reading), *self._draw(item))
        self.words.show_blocks(words)
        self.words.setVisible(bool(words))
        self._problems.show_problems(problems)

    def offer_page(self, there: bool) -> None:
        """Lead to Canvas where the quiz is there."""
        self.page.setVisible(there)

    def finish(self) -> None:
        """Take in the points that are under way."""
        self.points.finish()

    def focus_field(self, field: str) -> None:
        """The points or the words."""
        stop = self.points if field == "points" else self.text if self.text.isVisible() else self.words
        stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_points(self, points: float) -> None:
        assert self.item is not None
        self.item = self.item.with_points(points)
        self.edited.emit(self.item, Edit(self.tr("Points"), "points"))

    def _convert(self) -> None:
        assert self.item is not None
        assert isinstance(self.item.entry, Question)
        turned = screen("converted")(self.item.entry, "rich-fill-blank").question
        self.edited.emit(self.item.with_entry(turned), Edit(self.tr("Change the type")))

    def _reason(self, item: Item) -> str:
        if item.entry_type == "Stimulus":
            return self.tr("Stimuli can only be changed on Canvas. This one is kept and shown as it is.")
        if item.entry_type in ("Bank", "BankEntry"):
            return self.tr("Item banks can only be changed on Canvas. What comes from one is kept and shown as it is.")
        if item.entry_type != "Item" or item.summary.type not in QUESTIONS:
            return self.tr("Quizwright does not know this kind yet. It is kept as it came.")
        if isinstance(item.entry, Opaque):
            return self.tr("This question has a shape that Quizwright cannot read. It is kept as it came.")
        return self.tr("Canvas no longer makes questions of this kind. It is kept and synced as it is.")

    def _blocks(self, reading: Reading) -> tuple[str, ...]:
        words = tuple(f"•  {answer}" for answer in reading.answers)
        return words if words or reading.html or reading.title else (self.tr("No text."),)

    def _draw(self, item: Item) -> tuple[str, ...]:
        """How many questions a bank gives (New Quiz Items, Bank: `properties.sample_num`)."""
        properties = item.rest.get("properties")
        drawn = properties.get("sample_num") if isinstance(properties, Mapping) else None
        if not isinstance(item.entry, Bank) or not drawn:
            return ()
        count = item.entry.item_entry_count or item.entry.entry_count
        if not count:
            return (self.tr("Canvas draws {drawn} of its questions for each student.").format(drawn=drawn),)
        said = self.tr("Canvas draws {drawn} of its {count} questions for each student.")
        return (said.format(drawn=drawn, count=count),)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(Gap.MEDIUM)
        line.addWidget(self.type)
        line.addStretch(1)
        line.addWidget(self._points_label)
        line.addWidget(self.points)
        note = QHBoxLayout()
        note.setSpacing(Gap.SMALL)
        mark = IconLabel(self)
        mark.show_icon(icon("info", "text_quiet"))
        note.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        note.addWidget(self.reason, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Gap.LARGE)
        layout.addLayout(line)
        layout.addLayout(note)
        layout.addWidget(self.page, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._problems)
        layout.addWidget(self.title)
        layout.addWidget(self.text)
        layout.addWidget(self.words)
        layout.addWidget(self.convert, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)
