"""Multiple answers, as a student meets them."""

from app.grading.response import Response
from app.ui.preview.answer_view import AnswerView
from app.ui.preview.choice import dealt_choices
from app.ui.preview.option_rows import OptionRows


class MultiAnswerView(AnswerView):
    """Any number of answers."""

    def lay_out(self) -> None:
        """A square mark for each."""
        self.options = OptionRows(dealt_choices(self), self.shelf, self, one=False)
        self.options.chosen.connect(self.answered)
        self.parts.addWidget(self.options)

    @property
    def response(self) -> Response:
        """The ids of the chosen ones; none is no answer."""
        return self.options.keys or None

    def fill(self, response: Response) -> None:
        """Choose them."""
        self.options.choose([str(one) for one in response] if isinstance(response, list) else [])
