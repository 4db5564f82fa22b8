"""Multiple choice, as a student meets it."""

from app.grading.response import Response
from app.models.questions.choices import ChoicesQuestion
from app.ui.preview.answer_view import AnswerView
from app.ui.preview.option_rows import OptionRows


def dealt_choices(view: AnswerView) -> list[tuple[str, str]]:
    """Id and HTML of each choice, in the order that was dealt."""
    question = view.question
    assert isinstance(question, ChoicesQuestion)
    texts = {choice.id: choice.item_body or "" for choice in question.choices}
    return [(key, texts[key]) for key in view.dealt.order if key in texts]


class ChoiceView(AnswerView):
    """One answer of several."""

    def lay_out(self) -> None:
        """A round mark for each."""
        self.options = OptionRows(dealt_choices(self), self.shelf, self, one=True)
        self.options.chosen.connect(self.answered)
        self.parts.addWidget(self.options)

    @property
    def response(self) -> Response:
        """The id of the chosen one."""
        return next(iter(self.options.keys), None)

    def fill(self, response: Response) -> None:
        """Choose it."""
        self.options.choose([str(response)])
