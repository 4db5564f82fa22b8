"""A question that was answered, with what is told of the answer."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, SignalInstance

from app.grading.deal import Deal
from app.grading.response import Response
from app.grading.score import Score
from app.grading.seen import Seen
from app.models.item import Item
from app.ui.fields.rule import Rule
from app.ui.fields.text_button import TextButton
from app.ui.icons import icon
from app.ui.preview.card import QuestionCard
from app.ui.preview.verdict import Verdict

if TYPE_CHECKING:
    from app.session.pictures import PictureShelf


class MarkedCard(QuestionCard):
    """Only read. `seen` is what is shown of answer and mark; the reasons come where it `explains`."""

    def __init__(
        self,
        number: int,
        item: Item,
        dealt: Deal,
        response: Response,
        score: Score,
        seen: Seen,
        shelf: "PictureShelf",
        *,
        explains: bool,
    ) -> None:
        super().__init__(number, item, dealt, shelf)
        if self.view is None:
            return
        if seen.responses and response is not None:
            self.view.fill(response)
        self.freeze()
        if seen.answers:
            self.view.reveal()
        self.verdict = Verdict(item, dealt, response, score, seen, shelf, self, explains=explains)
        self.rows.addWidget(Rule(self))
        self.rows.addWidget(self.verdict)

    def offer_editing(self, wanted: SignalInstance) -> None:
        """Add a button that leads to the question: `wanted` is given its id."""
        self.edit = TextButton(self.tr("Edit this question"), self, icon=icon("pencil"))
        self.edit.clicked.connect(lambda: wanted.emit(self.item.id))
        self.rows.addWidget(self.edit, 0, Qt.AlignmentFlag.AlignLeft)
