"""A formula question with the numbers that were dealt to this student."""

from collections.abc import Mapping

from app.grading.response import Response
from app.models.questions.formula import FormulaQuestion
from app.ui.preview.numeric import NumericView


class FormulaView(NumericView):
    """As a numeric one; the numbers stand in the text."""

    def body(self) -> str:
        """The text with the numbers of the solution that was dealt."""
        question = self.question
        assert isinstance(question, FormulaQuestion)
        if self.dealt.solution >= len(question.solutions):
            return super().body()
        return question.body_of(question.solutions[self.dealt.solution])

    def lay_out(self) -> None:
        """The line, and a word where there are no numbers yet."""
        super().lay_out()
        assert isinstance(self.question, FormulaQuestion)
        if not self.question.solutions:
            self.note(self.tr("No numbers were made for this question yet."))

    @property
    def response(self) -> Response:
        """What was typed, and for which solution."""
        typed = super().response
        return None if typed is None else {"solution": self.dealt.solution, "answer": typed}

    def fill(self, response: Response) -> None:
        """Show what was typed."""
        super().fill(response.get("answer") if isinstance(response, Mapping) else response)
