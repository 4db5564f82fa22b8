"""Categorization, as a student meets it: a list of categories at each answer."""

from collections.abc import Mapping

from app.grading.response import Response
from app.models.questions.categorization import CategorizationQuestion
from app.ui.preview.answer_view import AnswerView
from app.ui.preview.picks import Picks


class CategorizationView(AnswerView):
    """Each answer goes into one category or into none."""

    def lay_out(self) -> None:
        """The answers in the order dealt."""
        question = self.question
        assert isinstance(question, CategorizationQuestion)
        texts = {answer.id: answer.item_body or "" for answer in question.answers}
        rows = [(key, texts[key]) for key in self.dealt.order if key in texts]
        self._categories = [(one.id, one.item_body or self.tr("No text yet")) for one in question.categories]
        self.picks = Picks(rows, self._categories, self.tr("In no category"), self)
        self.picks.picked.connect(self.answered)
        self.parts.addWidget(self.picks)

    @property
    def response(self) -> Response:
        """Category id → ids of the answers in it, for every category; None while nothing is sorted."""
        picked = self.picks.choices
        if not picked:
            return None
        return {key: [one for one, place in picked.items() if place == key] for key, _ in self._categories}

    def fill(self, response: Response) -> None:
        """Sort so."""
        given = response if isinstance(response, Mapping) else {}
        self.picks.pick({str(one): str(key) for key, ids in given.items() for one in ids})
