"""Ordering, as a student meets it: rows that are moved by mouse and keyboard."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.grading.response import Response
from app.models.questions.ordering import OrderingQuestion
from app.ui.fields.announce import announce
from app.ui.fields.quiet import QuietLabel
from app.ui.fields.tab_order import chain
from app.ui.fields.view import keep_in_view
from app.ui.preview.answer_view import AnswerView
from app.ui.preview.order_row import OrderRow
from app.ui.theme import Gap


class OrderingView(AnswerView):
    """The rows as dealt; they are an answer as soon as one was moved."""

    def lay_out(self) -> None:
        """The rows between the labels of both ends."""
        question = self.question
        assert isinstance(question, OrderingQuestion)
        texts = {row.id: row.item_body or "" for row in question.choices}
        self._is_answered = False
        self._rows_place = QWidget(self)
        self._layout = QVBoxLayout(self._rows_place)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(Gap.TIGHT)
        self.rows = [self._row(key, texts[key]) for key in self.dealt.order if key in texts]
        labels = question.labels
        for words, part in ((labels.top_label, None), ("", self._rows_place), (labels.bottom_label, None)):
            if part is not None:
                self.parts.addWidget(part)
            elif words and labels.include_labels:
                self.parts.addWidget(QuietLabel(words, self))
        self._show()

    @property
    def response(self) -> Response:
        """The ids in the order in which they stand."""
        return [row.key for row in self.rows] if self._is_answered else None

    def fill(self, response: Response) -> None:
        """Put the rows in that order."""
        if isinstance(response, list):
            place = {str(key): number for number, key in enumerate(response)}
            self.rows.sort(key=lambda row: place.get(row.key, len(place)))
            self._is_answered = True
            self._show()

    def freeze(self) -> None:
        """Nothing moves any more."""
        super().freeze()
        for row in self.rows:
            row.freeze()

    def _row(self, key: str, html: str) -> OrderRow:
        row = OrderRow(key, html, self.shelf, self._rows_place)
        row.moved.connect(lambda by: self._move(row, self.rows.index(row) + by))
        row.stepped.connect(lambda by: self._step(row, by))
        row.grip.dropped.connect(lambda at: self._move(row, self._place_at(row, at)))
        return row

    def _place_at(self, row: OrderRow, at: QPointF) -> int:
        y = self._rows_place.mapFromGlobal(at).y()
        return sum(y > other.geometry().center().y() for other in self.rows if other is not row)

    def _move(self, row: OrderRow, place: int) -> None:
        if row.is_frozen or not 0 <= place < len(self.rows):
            return
        self.rows.remove(row)
        self.rows.insert(place, row)
        self._is_answered = True
        self._show()
        keep_in_view(row)
        announce(row, row.accessibleName())
        self.answered.emit()

    def _step(self, row: OrderRow, by: int) -> None:
        place = self.rows.index(row) + by
        if 0 <= place < len(self.rows):
            self.rows[place].setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        for place, row in enumerate(self.rows):
            if self._layout.indexOf(row) != place:
                self._layout.insertWidget(place, row)
            row.stand_at(place + 1, len(self.rows))
        chain(self.rows)
