"""Fill in the blank, as a student meets it: numbered places in the text, and a field for each below it."""

from collections.abc import Mapping, Sequence

from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from app.grading.response import Response
from app.models.questions.blank import Blank
from app.models.questions.blank_rows import AnswerType
from app.models.questions.rich_fill_blank import RichFillBlankQuestion
from app.ui.fields.choice_box import ChoiceBox
from app.ui.preview.answer_view import AnswerView
from app.ui.preview.typed_line import TypedLine
from app.ui.theme import Gap


class RichFillBlankView(AnswerView):
    """What is filled in is seen in the text at once."""

    @property
    def asked(self) -> RichFillBlankQuestion:
        """The question as today's kind of it."""
        assert isinstance(self.question, RichFillBlankQuestion)
        return self.question

    def body(self) -> str:
        """The text with a place for each blank."""
        return self.asked.body

    @property
    def is_wordless(self) -> bool:
        """A blank is something to read."""
        return super().is_wordless and not self.asked.blanks

    def lay_out(self) -> None:
        """A field for each blank, and the words of the bank."""
        question = self.asked
        self._reuses = question.reuses_words
        self._banked: list[str] = []
        self.fields: dict[str, TypedLine | ChoiceBox] = {}
        texts = {word.id: word.item_body or "" for word in question.word_bank}
        self._words = [texts[key] for key in self.dealt.order or tuple(texts) if texts.get(key)]
        if any(blank.answer_type == AnswerType.WORDBANK for blank in question.blanks):
            self.note(self.tr("Word bank: {words}").format(words=" · ".join(self._words)))
        grid = QGridLayout()
        grid.setHorizontalSpacing(Gap.MEDIUM)
        grid.setVerticalSpacing(Gap.SMALL)
        grid.setColumnStretch(1, 1)
        for number, blank in enumerate(question.blanks, start=1):
            label = QLabel(self.tr("Blank {number}").format(number=number), self)
            self.fields[blank.id] = field = self._field(blank, label.text())
            label.setBuddy(field)
            grid.addWidget(label, number, 0)
            grid.addWidget(field, number, 1)
        self.parts.addLayout(grid)
        self._show()

    @property
    def response(self) -> Response:
        """Blank id → what was typed or picked, of those that are filled."""
        given = {key: _given(field) for key, field in self.fields.items()}
        return {key: value for key, value in given.items() if value.strip()} or None

    def fill(self, response: Response) -> None:
        """Show what was typed and picked."""
        given = response if isinstance(response, Mapping) else {}
        for key, field in self.fields.items():
            value = str(given.get(key) or "")
            if isinstance(field, ChoiceBox):
                place = max(field.findData(value), field.findText(value))
                field.setCurrentIndex(max(place, 0))
            else:
                field.setText(value)
        self._show()

    def _field(self, blank: Blank, name: str) -> "TypedLine | ChoiceBox":
        if blank.answer_type == AnswerType.DROPDOWN:
            texts = {choice.id: choice.item_body or "" for choice in blank.choices}
            order = self.dealt.blanks.get(blank.id, tuple(texts))
            return self._box(name, [(key, texts[key]) for key in order if key in texts])
        if blank.answer_type == AnswerType.WORDBANK:
            self._banked.append(blank.id)
            return self._box(name, [(word, word) for word in self.bank_of(blank)])
        line = TypedLine(name, self)
        line.textEdited.connect(self._take)
        return line

    def bank_of(self, blank: Blank) -> Sequence[str]:
        """The words that can be put into a blank of the bank."""
        return self._words

    def _box(self, name: str, options: Sequence[tuple[str, str]]) -> ChoiceBox:
        box = ChoiceBox(name, [("", self.tr("Choose…")), *options], self)
        box.picked.connect(self._take)
        return box

    def _take(self) -> None:
        self._show()
        self.answered.emit()

    def _show(self) -> None:
        """The text shows what is filled in, else the number of the blank; a word that is used up cannot be picked."""
        shown = {key: _shown(field) or str(number) for number, (key, field) in enumerate(self.fields.items(), start=1)}
        self.text.rich.show_blank_words(shown)
        if not self._reuses:
            self._take_used_words_out()

    def _take_used_words_out(self) -> None:
        boxes = [field for key in self._banked if isinstance(field := self.fields[key], ChoiceBox)]
        for box in boxes:
            used = {_given(other) for other in boxes if other is not box}
            rows = box.model()
            assert isinstance(rows, QStandardItemModel)
            for row in range(1, box.count()):
                rows.item(row).setEnabled(box.itemData(row) not in used)


def _given(field: QWidget) -> str:
    if isinstance(field, ChoiceBox):
        return str(field.currentData() or "")
    return field.text() if isinstance(field, TypedLine) else ""


def _shown(field: QWidget) -> str:
    if isinstance(field, ChoiceBox):
        return field.currentText() if field.currentData() else ""
    return field.text().strip() if isinstance(field, TypedLine) else ""
