"""One row of a list of answers: mark, text, and the columns that are switched on."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QGridLayout, QLabel, QRadioButton, QWidget

from app.html.text import plain_text
from app.ui.fields.answer import Answer
from app.ui.fields.answer_keys import AnswerKeys
from app.ui.fields.icon_button import IconButton
from app.ui.fields.mark_keys import mark_by_keys, mark_keys_text
from app.ui.fields.points import PointsField
from app.ui.fields.quiet import QuietLabel
from app.ui.fields.rich_text.field import RichTextField
from app.ui.fields.row import Row
from app.ui.theme import Gap

if TYPE_CHECKING:
    from app.session.pictures import PictureShelf

_GRIP, _MARK, _TEXT, _POINTS, _LOCK, _FEEDBACK, _REMOVE = range(7)


class AnswerRow(Row):
    """An answer, and the columns that its question has."""

    text_edited = Signal(str, bool)
    marked = Signal(bool)
    lock_edited = Signal(bool)
    points_edited = Signal(float)
    feedback_edited = Signal(str, bool)

    def __init__(self, shelf: "PictureShelf", parent: QWidget | None = None, *, one_right: bool | None = True) -> None:
        """`one_right` None: no answer is marked, as where their order is asked for."""
        super().__init__(parent)
        self.answer: Answer | None = None
        self._number = 0
        self._one_right = one_right
        self.mark: QAbstractButton = QRadioButton(self) if one_right else QCheckBox(self)
        self.mark.setAutoExclusive(False)
        self.mark.setVisible(one_right is not None)
        self.text = RichTextField("", shelf, self)
        self.points = PointsField("", self, zero=True)
        self.lock = IconButton("lock-open", "", self, checked_icon="lock")
        self.feedback_button = IconButton("message-square", "", self, checked_icon="message-square-text")
        self.remove = IconButton("x", "", self)
        read = self.tr("What students read who choose this answer")
        self.feedback = RichTextField("", shelf, self, placeholder=read)
        self._caption = QLabel(self.tr("Answers"), self)
        self.points_head = QuietLabel(self.tr("Points"), self, wraps=False)
        self.points_head.setContentsMargins(0, 0, self.points.inset, 0)
        AnswerKeys(self.text.edit, self)
        if one_right is not None:
            mark_by_keys(self.text, self.mark)
        self.text.edit.gives_texts = True
        for part in (self._caption, self.points_head, self.points, self.lock, self.feedback_button, self.feedback):
            part.hide()
        self._lay_out()
        self._listen()

    def show_answer(self, answer: Answer, number: int) -> None:
        """Show `answer` as the one with this 1-based number."""
        other = self.answer is None or self.answer.id != answer.id
        self.answer = answer
        self.mark.setChecked(answer.right)
        self.text.show_html(answer.html)
        self.points.show_points(answer.points)
        self.points.setVisible(answer.points is not None)
        self._caption.setVisible(number == 1)
        self.points_head.setVisible(number == 1 and answer.points is not None)
        self.lock.setChecked(bool(answer.locked))
        self.lock.setVisible(answer.locked is not None)
        self.feedback.show_html(answer.feedback)
        self.feedback_button.setVisible(answer.feedback is not None)
        if other:
            self._open_feedback(bool(answer.feedback))
        self._name(number)

    def stand_toolbar_over(self, widget: QWidget) -> None:
        """Let the toolbar of its texts stand there: above each row it would hide the one before."""
        self.text.stand_toolbar_over(widget)
        self.feedback.stand_toolbar_over(widget)

    def first(self) -> QWidget:
        """Its text."""
        return self.text

    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, in order."""
        controls = (self.points, self.lock, self.feedback_button, self.remove)
        return (self.mark, *self.text.stops(), *controls, *self.feedback.stops())

    @property
    def is_empty(self) -> bool:
        """Whether nothing was written in it."""
        return not plain_text(self.text.html) and "<img" not in self.text.html

    def finish(self) -> None:
        """Take in what is under way."""
        for field in (self.text, self.feedback, self.points):
            field.finish()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Gap.SMALL)
        grid.setVerticalSpacing(Gap.SMALL)
        grid.setColumnStretch(_TEXT, 1)
        grid.addWidget(self._caption, 0, _GRIP, 1, _TEXT + 1)
        grid.addWidget(self.points_head, 0, _POINTS, Qt.AlignmentFlag.AlignRight)
        height = self.text.edit.sizeHint().height()
        controls = (self.grip, self.mark, self.points, self.lock, self.feedback_button, self.remove)
        for column, widget in zip((_GRIP, _MARK, _POINTS, _LOCK, _FEEDBACK, _REMOVE), controls, strict=True):
            widget.setFixedHeight(height)
            grid.addWidget(widget, 1, column, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.text, 1, _TEXT)
        grid.addWidget(self.feedback, 2, _TEXT)
        grid.addWidget(self.problems, 3, _TEXT)

    def _listen(self) -> None:
        self.mark.clicked.connect(self._mark)
        self.text.edited.connect(self.text_edited)
        self.text.edit.texts_pasted.connect(self._paste)
        self.points.points_edited.connect(self.points_edited)
        self.lock.clicked.connect(self.lock_edited)
        self.feedback.edited.connect(self.feedback_edited)
        self.feedback_button.clicked.connect(self._turn_feedback)
        self.remove.clicked.connect(self.removed)

    def _mark(self, checked: bool) -> None:
        """The one right answer is changed by marking another one, not by taking the mark away."""
        if self._one_right and not checked:
            self.mark.setChecked(True)
        else:
            self.marked.emit(checked)

    def _paste(self, texts: tuple[str, ...]) -> None:
        """The first becomes the text of this answer, unless it has one that is not to be replaced."""
        replaced = self.is_empty or self.text.edit.is_all_selected
        self.pasted.emit(0, texts if replaced else (self.text.html, *texts))

    def _turn_feedback(self, opened: bool) -> None:
        self._open_feedback(opened)
        if opened:
            self.feedback.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_feedback(self, opened: bool) -> None:
        self.feedback_button.setChecked(opened)
        self.feedback.setVisible(opened)

    def _name(self, number: int) -> None:
        if number == self._number:
            return
        self._number = number
        self.text.set_name(self.tr("Answer {number}").format(number=number))
        self.text.edit.setPlaceholderText(self.tr("Answer {number}").format(number=number))
        self.mark.setAccessibleName(self.tr("Answer {number} is right").format(number=number))
        self.mark.setToolTip(self.tr("Mark as right ({keys})").format(keys=mark_keys_text()))
        self.points.setAccessibleName(self.tr("Points for answer {number}").format(number=number))
        self.lock.set_name(self.tr("Keep answer {number} in its place when shuffled").format(number=number))
        self.feedback_button.set_name(self.tr("Feedback for answer {number}").format(number=number))
        self.feedback.set_name(self.tr("Feedback for answer {number}").format(number=number))
        self.remove.set_name(self.tr("Remove answer {number}").format(number=number))
