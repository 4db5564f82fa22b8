"""The editor of fill in the blank."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.checks.problem import Problem
from app.models.item import Item
from app.models.question import Question
from app.models.questions.blank import Blank
from app.models.questions.blank_body import placed, without_backticks
from app.models.questions.blank_rows import AnswerType
from app.models.questions.choices import Choice
from app.models.questions.rich_fill_blank import RichFillBlankQuestion
from app.session.edit import Edit
from app.ui.editors.question import QuestionEditor
from app.ui.fields.blank_row import BlankRows
from app.ui.fields.quiet import QuietLabel
from app.ui.fields.rich_text.blank_maker import BlankMaker
from app.ui.fields.rich_text.command_words import keys_text
from app.ui.fields.titled import TitledRows
from app.ui.fields.word_bank import WordBank
from app.ui.icons import icon
from app.ui.theme import Gap, control_height

if TYPE_CHECKING:
    from app.session.pictures import PictureShelf


class RichFillBlankEditor(QuestionEditor):
    """A text in which words become blanks; below it a row for each, in the order of the text."""

    def __init__(self, shelf: "PictureShelf", parent: QWidget | None = None) -> None:
        super().__init__(shelf, parent)
        self._seen: dict[str, Blank] = {}
        self.maker = BlankMaker(self.text.edit)
        self.make = QPushButton(icon("text-cursor-input", "text"), self.tr("Make a blank"), self)
        self.make.setMinimumHeight(control_height())
        said = self.tr("Make a blank of the words that are selected, or of the one at the cursor ({keys})")
        self.make.setToolTip(said.format(keys=keys_text(self.maker.command)))
        self.blanks = BlankRows(self)
        self.bank = WordBank(self)
        self.add(self._making())
        self.blanks_section = TitledRows(self.tr("Blanks"), self.blanks, self)
        self.add(self.blanks_section, blanks=self.blanks)
        self.add(self.bank, words=self.bank)
        self._listen_to_text()
        self._listen_to_rows()

    @property
    def blanked(self) -> RichFillBlankQuestion:
        """The question that is shown."""
        question = self.question
        assert isinstance(question, RichFillBlankQuestion)
        return question

    def shown_text(self, question: Question) -> str | None:
        """The text with a place for each blank; what is typed stays, though a backtick in it is written otherwise."""
        assert isinstance(question, RichFillBlankQuestion)
        typed = self.text.html
        return typed if without_backticks(typed) == question.body else question.body

    def show_item(self, item: Item, problems: Sequence[Problem]) -> None:
        """Show `item`; blanks of another one are forgotten."""
        if self.item is None or self.item.id != item.id:
            self._seen = {}
        super().show_item(item, problems)

    def show_question(self, item: Item) -> None:
        """Show the blanks, and the words of the bank."""
        question = self.blanked
        blanks = question.blanks
        self._seen |= {blank.id: blank for blank in blanks}
        words = {blank.id: blank.shown or str(number) for number, blank in enumerate(blanks, start=1)}
        self.text.edit.rich.show_blank_words(words)
        self.blanks_section.setVisible(bool(blanks))
        self.blanks.show_blanks(blanks, item.local.pattern_examples or {})
        self.bank.show_words(question.wrong_words, reused=question.reuses_words)
        self.bank.setVisible(bool(question.word_bank) or any(one.answer_type == AnswerType.WORDBANK for one in blanks))

    def finish(self) -> None:
        """Take in what is under way."""
        super().finish()
        self.blanks.finish()
        self.bank.finish()

    def focus_field(self, field: str) -> None:
        """A blank, a word of the bank, or a shared field."""
        name, _, key = field.partition("/")
        if name not in ("blanks", "words") or not key:
            super().focus_field("item_body" if name == "blanks" else field)
            return
        self.reveal_problems()
        (self.blanks if name == "blanks" else self.bank.rows).focus_row(key)

    def take_text(self, html: str, typed: bool) -> None:
        """A place that came or went is a step of its own; one that was cut comes back with its settings."""
        before, after = set(placed(self.blanked.body)), set(placed(html))
        question = self.blanked.with_body(html, self._seen.values())
        if after - before:
            self.change(question, self.maker.name)
        elif before - after:
            self.change(question, self.tr("Remove blank"))
        else:
            self.change(question, self.tr("Question text"), "item_body" if typed else None)

    def _making(self) -> QWidget:
        line = QWidget(self)
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Gap.MEDIUM)
        layout.addWidget(self.make)
        layout.addWidget(QuietLabel(self.tr("Or write a word between backticks: Water is `H2O`."), line), 1)
        return line

    def _listen_to_text(self) -> None:
        edit = self.text.edit
        self.make.clicked.connect(self.maker.make)
        edit.selectionChanged.connect(lambda: self.make.setEnabled(self.maker.can_make))
        self.maker.making.connect(self._expect)
        self.maker.made.connect(self._go_on)
        self.text.blank_opened.connect(self.blanks.focus_row)

    def _expect(self, blank: Blank) -> None:
        self._seen[blank.id] = blank

    def _go_on(self, blank: Blank) -> None:
        """An empty blank is filled in its row; else writing goes on in the text."""
        if blank.text:
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.blanks.focus_row(blank.id)

    def _listen_to_rows(self) -> None:
        rows = self.blanks
        rows.edited.connect(lambda blank, step, key: self.change(self.blanked.with_blank(blank), step, key))
        rows.removed.connect(
            lambda key: self.change(self.blanked.without_blank(key), self.tr("Turn a blank back into words"))
        )
        rows.word_edited.connect(
            lambda key, text: self.change(
                self.blanked.with_right_word(key, text), self.tr("Right word"), f"blanks/{key}/word"
            )
        )
        rows.word_left.connect(self._join_word)
        rows.examples_edited.connect(self._try)
        self.bank.words_edited.connect(self._set_words)
        self.bank.reuse_edited.connect(
            lambda on: self.change(self.blanked.with_reused_words(on), self.bank.reuse.text())
        )

    def _join_word(self, key: str) -> None:
        """A word that the bank has already is not put there twice."""
        joined = self.blanked.with_joined_word(key) if key in {one.id for one in self.blanked.blanks} else self.blanked
        if joined != self.blanked:
            self.change(joined, self.tr("Right word"))

    def _set_words(self, words: tuple[Choice, ...], step: str, key: str | None) -> None:
        self.change(self.blanked.with_wrong_words(words), step, key)

    def _try(self, key: str, examples: tuple[str, ...], step: str, merge_key: str | None) -> None:
        """What a pattern is tried on is known here alone."""
        assert self.item is not None
        local = self.item.local
        kept = {**(local.pattern_examples or {}), key: examples}
        self.say(self.item.with_local(local.replaced(pattern_examples=kept)), Edit(step, merge_key))
