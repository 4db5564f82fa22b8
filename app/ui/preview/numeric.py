"""A number, as a student types it."""

from app.grading.numeric import number_of
from app.grading.response import Response
from app.ui.preview.answer_view import AnswerView
from app.ui.preview.typed_line import TypedLine

_WIDE = 24
"""Letters that the field has room for."""


class NumericView(AnswerView):
    """A line for a number; what is none is said, and can be handed in all the same."""

    def lay_out(self) -> None:
        """The line, and below it what is wrong with it."""
        self.line = TypedLine(self.tr("Your answer, a number"), self)
        self.line.setPlaceholderText(self.tr("A number"))
        self.line.setMaximumWidth(_WIDE * self.fontMetrics().averageCharWidth())
        self.parts.addWidget(self.line)
        self.trouble = self.note("")
        self.trouble.hide()
        self.line.textEdited.connect(self._take)

    @property
    def response(self) -> Response:
        """What was typed."""
        return self.line.text().strip() or None

    def fill(self, response: Response) -> None:
        """Show what was typed."""
        self.line.setText("" if response is None else str(response))

    def _take(self, text: str) -> None:
        is_none = bool(text.strip()) and number_of(text) is None
        self.trouble.setText(self.tr("This is no number yet."))
        self.trouble.setVisible(is_none)
        self.answered.emit()
