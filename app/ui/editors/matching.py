"""The editor of matching."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.models.item import Item
from app.models.questions.matching import MatchingQuestion
from app.models.questions.pair import SIDES, Pair
from app.models.rearranged import exchanged, inserted, moved, place_of, removed
from app.ui.editors.matching_options import MatchingOptions
from app.ui.editors.question import QuestionEditor
from app.ui.fields.fold import remember_fold
from app.ui.fields.folded import FoldedSection
from app.ui.fields.line_row import LineRows
from app.ui.fields.text_rows import TextRows
from app.ui.fields.titled import TitledRows

if TYPE_CHECKING:
    from app.session.pictures import PictureShelf


class MatchingEditor(QuestionEditor):
    """Pairs of plain texts, and wrong answers that fit to none."""

    def __init__(self, shelf: "PictureShelf", parent: QWidget | None = None) -> None:
        super().__init__(shelf, parent)
        names = (self.tr("Left side {number}"), self.tr("Right side {number}"))
        captions = (self.tr("Left side"), self.tr("Right side that fits"))
        self.pairs = LineRows(self.tr("Add pair"), names, self.tr("Remove pair {number}"), self, captions=captions)
        remove = self.tr("Remove wrong answer {number}")
        self.distractors = TextRows(self.tr("Add wrong answer"), self.tr("Wrong answer {number}"), remove, self)
        self.options = MatchingOptions(self)
        self.options_section = FoldedSection(self.tr("Options"), self.options, self)
        remember_fold(self.options_section, "matching-options")
        self.add(self.pairs, pairs=self.pairs)
        self.add(TitledRows(self.tr("Wrong answers"), self.distractors, self), distractors=self.distractors)
        self.add(self.options_section)
        self._listen_to_rows()

    @property
    def matching(self) -> MatchingQuestion:
        """The question that is shown."""
        question = self.question
        assert isinstance(question, MatchingQuestion)
        return question

    def show_question(self, _item: Item) -> None:
        """Show the pairs, the wrong answers, and what is on."""
        question = self.matching
        self.pairs.show_lines([(pair.id, (pair.prompt, pair.answer)) for pair in question.pairs])
        self.distractors.show_texts(question.distractors)
        self.options.show_options(question)
        self.options_section.set_summary(self.options.summary(question))

    def finish(self) -> None:
        """Take in what is under way."""
        super().finish()
        self.pairs.finish()
        self.distractors.finish()

    def focus_field(self, field: str) -> None:
        """A pair, a wrong answer, or a shared field."""
        name, _, key = field.partition("/")
        if name in ("pairs", "distractors"):
            self.reveal_problems()
            (self.pairs if name == "pairs" else self.distractors).focus_row(key)
        else:
            super().focus_field(field)

    def _listen_to_rows(self) -> None:
        self.pairs.edited.connect(self._write)
        self.pairs.added.connect(
            lambda place: self._pair(inserted(self.matching.pairs, place, Pair.new()), self.tr("Add pair"))
        )
        self.pairs.removed.connect(
            lambda key: self._pair(removed(self.matching.pairs, self._place(key)), self.tr("Remove pair"))
        )
        self.pairs.moved.connect(
            lambda key, to: self._pair(moved(self.matching.pairs, self._place(key), to), self.tr("Move pair"))
        )
        self.pairs.pasted.connect(self._paste)
        self.distractors.texts_edited.connect(
            lambda texts, step, key: self.change(self.matching.with_pairs(self.matching.pairs, texts), step, key)
        )
        self.options.shuffle_edited.connect(
            lambda on: self.change(self.matching.with_shuffled(on), self.tr("Shuffle the left sides"))
        )
        self.options.partial_edited.connect(
            lambda on: self.change(self.matching.with_partial_credit(on), self.tr("Partial credit"))
        )

    def _place(self, key: str) -> int:
        return place_of(self.matching.pairs, key)

    def _pair(self, pairs: tuple[Pair, ...], step: str, merge_key: str | None = None) -> None:
        self.change(self.matching.with_pairs(pairs, self.matching.distractors), step, merge_key)

    def _write(self, key: str, column: int, text: str) -> None:
        place = self._place(key)
        pairs = exchanged(self.matching.pairs, place, self.matching.pairs[place].with_side(SIDES[column], text))
        self._pair(pairs, self.tr("Text of a pair"), f"pairs/{key}/{column}")

    def _paste(self, key: str, column: int, lines: tuple[str, ...]) -> None:
        """Each line fills a side of a pair from here on, or both where a tab is between them."""
        pairs, place = list(self.matching.pairs), self._place(key)
        for at, line in enumerate(lines, start=place):
            if at == len(pairs):
                pairs.append(Pair.new())
            left, tab, right = line.partition("\t")
            if tab:
                pairs[at] = Pair(pairs[at].id, left.strip(), right.strip())
            else:
                pairs[at] = pairs[at].with_side(SIDES[column], line.strip())
        self._pair(tuple(pairs), self.tr("Paste pairs"))
