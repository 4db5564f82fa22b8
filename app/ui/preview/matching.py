"""Matching, as a student meets it: a list of answers at each prompt."""

from collections.abc import Mapping

from app.grading.response import Response
from app.models.questions.matching import MatchingQuestion
from app.ui.preview.answer_view import AnswerView
from app.ui.preview.picks import Picks


class MatchingView(AnswerView):
    """Every answer can be picked for every prompt."""

    def lay_out(self) -> None:
        """The prompts in the order dealt; the answers in the order in which the question gives them."""
        question = self.question
        assert isinstance(question, MatchingQuestion)
        prompts = {pair.id: pair.prompt for pair in question.pairs}
        rows = [(key, prompts[key]) for key in self.dealt.order if key in prompts]
        written = (question.interaction_data.answers if question.interaction_data else None) or ()
        right = (pair.answer for pair in question.pairs)
        answers = [text for text in dict.fromkeys((*written, *right, *question.distractors)) if text]
        self.picks = Picks(rows, [(text, text) for text in answers], self.tr("Choose…"), self)
        self.picks.picked.connect(self.answered)
        self.parts.addWidget(self.picks)

    @property
    def response(self) -> Response:
        """Prompt id → text of the answer."""
        return self.picks.choices or None

    def fill(self, response: Response) -> None:
        """Pick these."""
        given = response if isinstance(response, Mapping) else {}
        self.picks.pick({str(key): str(text) for key, text in given.items()})
