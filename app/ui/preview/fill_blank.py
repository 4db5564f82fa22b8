"""The deprecated fill in the blank, as a student meets it: each blank offers words of its own."""

from collections.abc import Sequence

from app.models.questions.blank import Blank
from app.models.questions.fill_blank import FillBlankQuestion
from app.models.questions.rich_fill_blank import RichFillBlankQuestion
from app.ui.preview.rich_fill_blank import RichFillBlankView


class FillBlankView(RichFillBlankView):
    """As its successor."""

    @property
    def asked(self) -> RichFillBlankQuestion:
        """The question as today's kind of it; its blanks keep their ids."""
        assert isinstance(self.question, FillBlankQuestion)
        return self.question.as_rich()

    def bank_of(self, blank: Blank) -> Sequence[str]:
        """Its own words, where it has some."""
        assert isinstance(self.question, FillBlankQuestion)
        own = next((one.choices for one in self.question.blanks if one.id == blank.id), ())
        return [word.item_body for word in own if word.item_body] or super().bank_of(blank)
