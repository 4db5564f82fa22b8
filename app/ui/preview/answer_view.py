"""What the student's view of every type of question is: its text, and a place to answer."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QTextEdit, QVBoxLayout, QWidget

from app.grading.deal import Deal
from app.grading.response import Response
from app.html.text import is_blank
from app.models.item import Item
from app.models.question import Question
from app.ui.fields.quiet import QuietLabel
from app.ui.fields.rich_text.page_text import PageText
from app.ui.theme import Gap

if TYPE_CHECKING:
    from app.session.pictures import PictureShelf


class AnswerView(QWidget):
    """One question as one student meets it; it never changes the question. `answered` follows every gesture."""

    answered = Signal()

    def __init__(self, item: Item, dealt: Deal, shelf: "PictureShelf", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.item, self.dealt, self.shelf = item, dealt, shelf
        self.text = PageText(self.tr("Question"), shelf, self)
        self.parts = QVBoxLayout(self)
        self.parts.setContentsMargins(0, 0, 0, 0)
        self.parts.setSpacing(Gap.MEDIUM)
        self.parts.addWidget(self.text)
        self.text.show_html(self.body())
        if self.is_wordless:
            self.text.hide()
            self.parts.addWidget(QuietLabel(self.tr("This question has no text yet."), self))
        self.lay_out()

    @property
    def question(self) -> Question:
        """The question that is answered."""
        assert isinstance(self.item.entry, Question)
        return self.item.entry

    def body(self) -> str:
        """The HTML of its text, as this student reads it."""
        return self.question.item_body or ""

    @property
    def is_wordless(self) -> bool:
        """Whether there is nothing to read yet."""
        return is_blank(self.body())

    def lay_out(self) -> None:
        """Make the place to answer, below the text."""
        raise NotImplementedError

    @property
    def response(self) -> Response:
        """The answer in the form in which it is graded; None while there is none."""
        raise NotImplementedError

    def fill(self, response: Response) -> None:
        """Show an answer that `response` gave."""
        raise NotImplementedError

    def reveal(self) -> None:
        """Show what is right where the answer was given, where that is the best place for it."""

    def freeze(self) -> None:
        """From now on it is only read."""
        kinds = (QAbstractButton, QComboBox, QLineEdit, QTextEdit)
        for control in (found for kind in kinds for found in self.findChildren(kind)):
            if isinstance(control, (QLineEdit, QTextEdit)):
                control.setReadOnly(True)
            else:
                control.setFocusPolicy(Qt.FocusPolicy.NoFocus)
                control.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def focus_answer(self) -> bool:
        """Go to the first thing that one answers with; whether there is one."""
        found = next((one for one in self.findChildren(QWidget) if _answers(one)), None)
        if found is not None:
            found.setFocus(Qt.FocusReason.TabFocusReason)
        return found is not None

    def note(self, words: str) -> QuietLabel:
        """Add a quiet line below what is there."""
        label = QuietLabel(words, self)
        self.parts.addWidget(label)
        return label


def _answers(widget: QWidget) -> bool:
    is_read = isinstance(widget, QTextEdit) and widget.isReadOnly()
    reached = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isEnabled() and widget.isVisible()
    return reached and not is_read
