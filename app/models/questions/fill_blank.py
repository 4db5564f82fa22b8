"""The deprecated fill in the blank (New Quiz Items, appendix; canvas-facts 3.8): kept, or turned into today's."""

import re
from dataclasses import replace
from html import escape
from typing import ClassVar, Literal

from app.html.text import plain_text
from app.models.number import decimal_of
from app.models.question import Question, ScoringAlgorithm
from app.models.questions.blank import Blank, banked, read_blank
from app.models.questions.blank_body import place
from app.models.questions.blank_rows import AnswerType, BlankProperties, BlankRow, BlanksScoring
from app.models.questions.choices import Choice
from app.models.questions.rich_fill_blank import RichFillBlankQuestion
from app.models.value import Number, Open, Value

_TAG = re.compile(r"</?[a-zA-Z][^>]*>")


class StemItem(Value):
    """A piece of the sentence: a text, or a blank."""

    id: str | None = None
    type: Open[Literal["text", "blank"]] | None = None
    value: str | None = None
    blank_id: str | None = None
    position: Number | None = None


class FillBlankInteraction(Value):
    """Blanks, a prompt above them, and the sentence in pieces."""

    blanks: tuple[BlankRow, ...] | None = None
    prompt: str | None = None
    stem_items: tuple[StemItem, ...] | None = None


class FillBlankQuestion(Question):
    """A sentence with blanks, as old quizzes have it. It cannot be created any more, so it has no `new()`."""

    slug: ClassVar[str] = "fill-blank"
    algorithms: ClassVar[tuple[ScoringAlgorithm, ...]] = (ScoringAlgorithm.MULTIPLE_METHODS,)

    interaction_data: FillBlankInteraction | None = None
    properties: BlankProperties | None = None
    scoring_data: BlanksScoring | None = None

    @property
    def prompt(self) -> str:
        """The HTML above the sentence."""
        return (self.interaction_data.prompt if self.interaction_data else None) or ""

    @property
    def stem(self) -> tuple[StemItem, ...]:
        """The pieces of the sentence in their order."""
        pieces = (self.interaction_data.stem_items if self.interaction_data else None) or ()
        return tuple(sorted(pieces, key=lambda piece: decimal_of(piece.position) or 0))

    @property
    def blanks(self) -> tuple[Blank, ...]:
        """The blanks in the order of the wire."""
        rows = (self.interaction_data.blanks if self.interaction_data else None) or ()
        scored = {row.id: row for row in (self.scoring_data.value if self.scoring_data else None) or ()}
        shuffles = (self.properties or BlankProperties()).shuffles
        return tuple(read_blank(row, scored.get(row.id), shuffles.get(str(n))) for n, row in enumerate(rows))

    def as_rich(self) -> RichFillBlankQuestion:
        """The same question as today's fill in the blank. Blank ids, answers, texts and feedback stay; it is one way.

        Words that single blanks offered become one word bank, as today's type has only one for all.
        """
        fields = ("title", "calculator_type", "feedback", "answer_feedback")
        kept = {name: getattr(self, name) for name in fields if name in self.model_fields_set}
        rich = RichFillBlankQuestion.new().replaced(**(self.__pydantic_extra__ or {}), **kept)
        blanks, bank = self._with_one_bank()
        return rich.with_word_bank(bank).with_body(self._body(), new=blanks)

    def _with_one_bank(self) -> tuple[tuple[Blank, ...], tuple[Choice, ...]]:
        """The blanks as today's type has them, and the one word bank that they share."""
        bank, blanks = _words(self.blanks), []
        for blank in self.blanks:
            if blank.answer_type == AnswerType.WORDBANK:
                own = {choice.id: choice.item_body or "" for choice in blank.choices}
                text = own.get(blank.right or "", blank.text)
                blank, bank = banked(replace(blank, text=text, choices=(), right=None), bank)
            blanks.append(blank)
        return tuple(blanks), bank

    def _body(self) -> str:
        texts = {plain_text(html): html for html in (self.item_body or "", self.prompt) if plain_text(html)}
        sentence = "".join(_written(piece) for piece in self.stem)
        shown = {piece.blank_id for piece in self.stem}
        rest = "".join(place(blank.id) for blank in self.blanks if blank.id not in shown)
        return "\n".join((*texts.values(), f"<p>{sentence}{rest}</p>"))


def _written(piece: StemItem) -> str:
    if piece.type == "blank" and piece.blank_id:
        return place(piece.blank_id)
    text = piece.value or ""
    return text if _TAG.search(text) else escape(text, quote=False)


def _words(blanks: tuple[Blank, ...]) -> tuple[Choice, ...]:
    """The words that blanks of a word bank offered, each text once, in their order."""
    words: dict[str, Choice] = {}
    for blank in blanks:
        if blank.answer_type == AnswerType.WORDBANK:
            for choice in blank.choices:
                words.setdefault(choice.item_body or "", choice)
    return tuple(words.values())
