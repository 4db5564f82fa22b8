"""True or false, as a student meets it."""

from html import escape

from app.grading.response import Response
from app.models.questions.true_false import TrueFalseQuestion
from app.ui.preview.answer_view import AnswerView
from app.ui.preview.option_rows import OptionRows

_TRUE, _FALSE = "true", "false"


class TrueFalseView(AnswerView):
    """One of two."""

    def lay_out(self) -> None:
        """A round mark for each of both labels."""
        assert isinstance(self.question, TrueFalseQuestion)
        labels = [escape(label) for label in self.question.labels]
        self.options = OptionRows(list(zip((_TRUE, _FALSE), labels, strict=True)), self.shelf, self, one=True)
        self.options.chosen.connect(self.answered)
        self.parts.addWidget(self.options)

    @property
    def response(self) -> Response:
        """True or false."""
        return self.options.keys == [_TRUE] if self.options.keys else None

    def fill(self, response: Response) -> None:
        """Choose it."""
        if isinstance(response, bool):
            self.options.choose([_TRUE if response else _FALSE])
