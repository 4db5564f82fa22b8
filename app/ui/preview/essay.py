"""An essay, as a student writes it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTextEdit

from app.grading.response import Response
from app.message import message
from app.models.questions.essay import EssayQuestion
from app.ui.preview.answer_view import AnswerView
from app.ui.words import words

_LINES = 8


class EssayView(AnswerView):
    """A field with the words counted, where the question counts them or limits them."""

    def lay_out(self) -> None:
        """The field, and the count below it."""
        assert isinstance(self.question, EssayQuestion)
        options = self._options = self.question.options
        self.field = QTextEdit(self)
        self.field.setAccessibleName(self.tr("Your text"))
        self.field.setAcceptRichText(bool(options.rce))
        self.field.setTabChangesFocus(True)
        self.field.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.field.setFixedHeight(_LINES * self.fontMetrics().lineSpacing())
        self.parts.addWidget(self.field)
        self.count = self.note("")
        self.count.setVisible(bool(options.word_count or options.word_limit_enabled))
        self.field.textChanged.connect(self._take)
        self._say_count()

    @property
    def response(self) -> Response:
        """The words that were written."""
        return self.field.toPlainText().strip() or None

    def fill(self, response: Response) -> None:
        """Show what was written."""
        self.field.setPlainText("" if response is None else str(response))

    def _take(self) -> None:
        self._say_count()
        self.answered.emit()

    def _say_count(self) -> None:
        number = len(self.field.toPlainText().split())
        said = [words(message("{count} word", plural="{count} words", count=number))]
        options = self._options
        if options.word_limit_enabled and options.least is not None and options.most is not None:
            limits = self.tr("between {least} and {most} are asked for")
            said.append(limits.format(least=options.least, most=options.most))
        self.count.setText(" · ".join(said))
