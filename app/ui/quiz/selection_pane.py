"""What can be done with several questions at once."""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.message import message
from app.models.item import Item
from app.models.question import Question
from app.models.several import Traits, several, traits
from app.session.piecework import AT_ONCE, Piecework
from app.ui.editors.kind import kind_of
from app.ui.fields.column import in_column
from app.ui.fields.fold import remember_fold
from app.ui.fields.folded import FoldedSection
from app.ui.fields.points import points_text
from app.ui.fields.quiet import QuietLabel, Toned
from app.ui.fields.text_button import TextButton
from app.ui.fields.wrapping_row import WrappingRow
from app.ui.icons import icon
from app.ui.quiz.item_model import is_pin
from app.ui.quiz.several_feedback import SeveralFeedback
from app.ui.quiz.several_form import SeveralForm
from app.ui.theme import Gap
from app.ui.words import words

if TYPE_CHECKING:
    from app.session.pictures import PictureShelf

_HARD_SPACE = "\N{NO-BREAK SPACE}"


class SelectionPane(QWidget):
    """Says what is selected, and what the person wants of all of it; `send_wanted` as in the screen of the quiz."""

    duplicate_wanted = Signal()
    delete_wanted = Signal()
    send_wanted = Signal(bool)

    def __init__(self, shelf: "PictureShelf", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: dict[str, Item] = {}
        self._traits: dict[str, tuple[object, Traits | None]] = {}
        self._looking = Piecework(self._look_at, self)
        self._looking.done.connect(self._show_several)
        self.page = QScrollArea(self)
        self.page.setFrameShape(QFrame.Shape.NoFrame)
        self.page.setWidgetResizable(True)
        self.page.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QWidget()
        self.count = QLabel(column)
        Toned(self.count, "text", "section")
        self.kinds = QuietLabel("", column)
        self.pins = QuietLabel(self.tr("Stimuli and item banks can only be changed on Canvas: they stay."), column)
        self.duplicate = TextButton(self.tr("Duplicate"), column, icon=icon("copy"))
        self.copy = TextButton(self.tr("Copy to…"), column, icon=icon("copy-plus"))
        self.copy.setAccessibleName(self.tr("Copy to another quiz"))
        self.move_away = TextButton(self.tr("Move to…"), column, icon=icon("square-arrow-right"))
        self.move_away.setAccessibleName(self.tr("Move to another quiz"))
        self.delete = TextButton(self.tr("Delete"), column, icon=icon("trash-2"))
        self._shown_buttons = (self.duplicate, self.copy, self.move_away, self.delete)
        self._buttons = WrappingRow()
        self.form = SeveralForm(column)
        self.feedback = SeveralFeedback(shelf, column)
        self.feedback_section = FoldedSection(self.tr("Feedback for each of them"), self.feedback, column)
        remember_fold(self.feedback_section, "several/feedback")
        self._lay_out(column)
        self.duplicate.clicked.connect(self.duplicate_wanted)
        self.copy.clicked.connect(lambda: self.send_wanted.emit(False))
        self.move_away.clicked.connect(lambda: self.send_wanted.emit(True))
        self.delete.clicked.connect(self.delete_wanted)

    def show_items(self, items: Sequence[Item]) -> None:
        """Show how many there are and of which kind, and what they have in common."""
        questions = [item for item in items if not is_pin(item)]
        before, self._items = self._items.keys(), {item.id: item for item in questions}
        self.count.setText(
            words(message("{count} question selected", plural="{count} questions selected", count=len(questions)))
        )
        self.kinds.setText(_kinds(questions))
        self.pins.setVisible(len(questions) < len(items))
        for widget in (self.form, self.feedback_section, *self._shown_buttons):
            widget.setEnabled(bool(questions))
        self.form.show_points({item.points for item in questions})
        self._look(others=before != self._items.keys())

    def _look(self, *, others: bool) -> None:
        """What they have in common stands in their entries; many are looked at beside everything else.

        `others` were selected before: until these are known nothing can be said, while the same ones go on as they are.
        """
        self._looking.drop()
        unknown = [item.id for item in self._items.values() if not self._knows(item)]
        if len(unknown) <= AT_ONCE:
            for item_id in unknown:
                self._look_at(item_id)
            self._show_several()
            return
        if others:
            self.form.show_unread(len(self._items))
        self._looking.ask(unknown)

    def _knows(self, item: Item) -> bool:
        known = self._traits.get(item.id)
        return known is not None and item.is_read and known[0] is item.entry

    def _look_at(self, item_id: str) -> None:
        entry = self._items[item_id].entry
        self._traits[item_id] = (entry, traits(entry) if isinstance(entry, Question) else None)

    def _show_several(self) -> None:
        known = (self._traits[item_id][1] for item_id in self._items)
        found = several([one for one in known if one is not None])
        self.form.show_several(found)
        self.feedback.show_several(found)
        self.feedback_section.set_summary(self.feedback.summary())

    def _lay_out(self, column: QWidget) -> None:
        self._buttons.setSpacing(Gap.SMALL)
        for button in self._shown_buttons:
            self._buttons.addWidget(button)
        head = QWidget(column)
        lines = QVBoxLayout(head)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(Gap.TIGHT)
        for label in (self.count, self.kinds, self.pins):
            lines.addWidget(label)
        buttons = QWidget(column)
        buttons.setLayout(self._buttons)
        rows = QVBoxLayout(column)
        rows.setContentsMargins(Gap.PAGE, Gap.LARGE, Gap.PAGE, Gap.PAGE)
        rows.setSpacing(Gap.PAGE)
        for part in (head, buttons, self.form, self.feedback_section):
            rows.addLayout(in_column(part))
        rows.addStretch(1)
        self.page.setWidget(column)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.page)


def _kinds(questions: Sequence[Item]) -> str:
    """How many of each kind, the most frequent first, and their points."""
    counts = Counter(item.summary.type for item in questions).most_common()
    kinds = [f"{count} × {kind_of(slug).name}".replace(" ", _HARD_SPACE) for slug, count in counts]
    points = sum(item.points or 0 for item in questions)
    count = 1 if points == 1 else 2
    total = message("{points} point in all", plural="{points} points in all", count=count, points=points_text(points))
    return " · ".join((*kinds, words(total).replace(" ", _HARD_SPACE)))
