"""One blank: how it is filled, and what is right in it."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.models.question import ScoringAlgorithm
from app.models.questions.blank import Blank
from app.models.questions.blank_rows import AnswerType
from app.models.questions.choices import Choice
from app.ui.fields.choice_box import ChoiceBox
from app.ui.fields.dropdown_choices import DropdownChoices
from app.ui.fields.icon_button import IconButton
from app.ui.fields.line import LineField
from app.ui.fields.open_answer import OpenAnswer
from app.ui.fields.pattern_trials import PatternTrials
from app.ui.fields.row import Row
from app.ui.fields.row_list import RowList
from app.ui.theme import Gap, font


class BlankRow(Row):
    """`edited` gives the blank as it was made, what the step is called, and the key under which typing merges.

    `word_edited` gives the right word of the word bank, `word_left` comes when it is written; `examples_edited` gives
    what the pattern is tried on, step and key.
    """

    edited = Signal(object, str, object)
    word_edited = Signal(str)
    word_left = Signal()
    examples_edited = Signal(object, str, object)

    def __init__(self, trials: PatternTrials, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._blank = Blank("")
        self.grip.hide()
        self.title = QLabel(self)
        self.title.setFont(font("section"))
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setWordWrap(True)
        self.kind = ChoiceBox(self.tr("How students fill this blank"), self._kinds(), self)
        self.algorithm = ChoiceBox(self.tr("Which answers are right"), self._algorithms(), self)
        self.remove = IconButton("x", "", self)
        self.open = OpenAnswer(trials, self)
        self.choices = DropdownChoices(self)
        self.shuffle = QCheckBox(self.tr("Shuffle the choices for each student"), self)
        self.word = LineField(self.tr("Right word"), self)
        self.word.setPlaceholderText(self.tr("Right word"))
        self._lay_out()
        self._listen()

    @property
    def is_empty(self) -> bool:
        """Never: a blank is made and removed in the text."""
        return False

    def first(self) -> QWidget:
        """What is right in it."""
        kind = self._blank.answer_type
        if kind == AnswerType.DROPDOWN:
            return self.choices.rows[0].first() if self.choices.rows else self.choices.add_button
        if kind == AnswerType.WORDBANK:
            return self.word
        return self.open.first() if kind == AnswerType.OPEN_ENTRY else self.kind

    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, in order."""
        inner = (*self.open.stops(), *self.choices.stops(), self.shuffle, self.word)
        return (self.kind, self.algorithm, self.remove, *inner)

    def finish(self) -> None:
        """Take in what is under way."""
        for part in (self.open, self.choices, self.word):
            part.finish()

    def show_blank(self, blank: Blank, number: int, examples: tuple[str, ...]) -> None:
        """Show `blank` as the one with this 1-based number in the text."""
        self._blank = blank
        kind = blank.answer_type
        self.title.setText(self.tr("{number}. {word}").format(number=number, word=blank.shown))
        self.kind.show_key(kind)
        self.algorithm.show_key(blank.algorithm)
        self.algorithm.setVisible(kind == AnswerType.OPEN_ENTRY)
        self.open.setVisible(kind == AnswerType.OPEN_ENTRY)
        self.choices.setVisible(kind == AnswerType.DROPDOWN)
        self.shuffle.setVisible(kind == AnswerType.DROPDOWN)
        self.word.setVisible(kind == AnswerType.WORDBANK)
        self.open.show_blank(blank, examples)
        self.choices.show_choices(blank.choices, blank.right)
        self.shuffle.setChecked(blank.shuffled)
        self.word.show_text(blank.text if kind == AnswerType.WORDBANK else "")
        self._name(number)

    def _kinds(self) -> list[tuple[str, str]]:
        return [
            (AnswerType.OPEN_ENTRY, self.tr("Students type it")),
            (AnswerType.DROPDOWN, self.tr("Dropdown")),
            (AnswerType.WORDBANK, self.tr("Word bank")),
        ]

    def _algorithms(self) -> list[tuple[str, str]]:
        return [
            (ScoringAlgorithm.TEXT_CONTAINS_ANSWER, self.tr("Contains")),
            (ScoringAlgorithm.TEXT_CLOSE_ENOUGH, self.tr("Close enough")),
            (ScoringAlgorithm.TEXT_EQUIVALENCE, self.tr("Exactly")),
            (ScoringAlgorithm.TEXT_IN_CHOICES, self.tr("One of a list")),
            (ScoringAlgorithm.TEXT_REGEX, self.tr("Regular expression")),
        ]

    def _listen(self) -> None:
        self.kind.picked.connect(
            lambda key: self._say(self._blank.turned(AnswerType(key)), self.tr("How a blank is filled"))
        )
        self.algorithm.picked.connect(
            lambda key: self._say(self._blank.scored(ScoringAlgorithm(key)), self.tr("Which answers are right"))
        )
        self.remove.clicked.connect(self.removed)
        self.open.edited.connect(self.edited)
        self.open.pattern.examples.texts_edited.connect(self._say_examples)
        self.choices.choices_edited.connect(self._choose)
        self.shuffle.clicked.connect(lambda on: self._say(replace(self._blank, shuffled=on), self.tr("Shuffle")))
        self.word.edited.connect(self.word_edited)
        self.word.editingFinished.connect(self.word_left)

    def _choose(self, choices: tuple[Choice, ...], right: str | None, step: str, key: str | None) -> None:
        merge_key = key and f"blanks/{self._blank.id}/{key}"
        self._say(replace(self._blank, choices=choices, right=right), step, merge_key)

    def _say(self, blank: Blank, step: str, merge_key: str | None = None) -> None:
        self.edited.emit(blank, step, merge_key)

    def _say_examples(self, texts: tuple[str, ...], step: str, key: str | None) -> None:
        self.examples_edited.emit(texts, step, key and f"examples/{self._blank.id}/{key}")

    def _name(self, number: int) -> None:
        self.kind.setAccessibleName(self.tr("How students fill blank {number}").format(number=number))
        self.algorithm.setAccessibleName(self.tr("Which answers are right in blank {number}").format(number=number))
        self.open.line.setAccessibleName(self.tr("Right answer of blank {number}").format(number=number))
        self.open.pattern.pattern.setAccessibleName(
            self.tr("Regular expression of blank {number}").format(number=number)
        )
        self.word.setAccessibleName(self.tr("Right word of blank {number}").format(number=number))
        self.remove.set_name(self.tr("Turn blank {number} back into words").format(number=number))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Gap.SMALL)
        head.addWidget(self.title, 1)
        for widget in (self.kind, self.algorithm, self.remove):
            head.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, Gap.MEDIUM)
        layout.setSpacing(Gap.SMALL)
        layout.addLayout(head)
        for part in (self.open, self.choices, self.shuffle, self.word, self.problems):
            layout.addWidget(part)


class BlankRows(RowList[BlankRow]):
    """All blanks in the order of the text. Signals give the id of the blank first, but `edited`, which has it whole."""

    edited = Signal(object, str, object)
    word_edited = Signal(str, str)
    word_left = Signal(str)
    examples_edited = Signal(str, object, str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.add_button.hide()
        self._trials = PatternTrials(self)

    def new_row(self) -> BlankRow:
        """A row that tells what happens in it."""
        row = BlankRow(self._trials, self)
        row.edited.connect(self.edited)
        row.word_edited.connect(lambda text: self.word_edited.emit(row.key, text))
        row.word_left.connect(lambda: self.word_left.emit(row.key))
        row.examples_edited.connect(lambda *change: self.examples_edited.emit(row.key, *change))
        return row

    def show_blanks(self, blanks: tuple[Blank, ...], examples: Mapping[str, tuple[str, ...]]) -> None:
        """Show these, each with what its pattern is tried on."""
        rows = self.show_keys([blank.id for blank in blanks])
        for number, (row, blank) in enumerate(zip(rows, blanks, strict=True), start=1):
            row.show_blank(blank, number, examples.get(blank.id, ()))
