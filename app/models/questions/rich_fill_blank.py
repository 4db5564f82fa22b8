"""Fill in the blank (New Quiz Items, appendix, Rich Fill In The Blank; canvas-facts 3.9).

Each blank stands in five places of the wire: in the text, in the text with backticks, as a row with its choices, as a
row of the scoring, and by its place in the shuffle rules. `with_body` and `with_blank` keep all five in step.
"""

from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property
from typing import ClassVar, Self

from app.models.question import Question, ScoringAlgorithm
from app.models.questions.blank import Blank, banked, read_blank, written_row, written_scoring, written_shuffle
from app.models.questions.blank_body import (
    placed,
    with_backticks,
    with_places,
    with_renamed_places,
    with_words,
    without_backticks,
)
from app.models.questions.blank_rows import AnswerType, BlankProperties, BlankRow, BlanksScoring
from app.models.questions.choices import Choice
from app.models.value import Value


class RichFillBlankInteraction(Value):
    """The blanks in the order of the text, and the words (plain text) of the bank that they share."""

    blanks: tuple[BlankRow, ...] | None = None
    word_bank_choices: tuple[Choice, ...] | None = None
    reuse_word_bank_choices: bool | None = None


class RichFillBlankQuestion(Question):
    """A rich text with blanks; each is typed, chosen from a list of its own, or taken from a word bank."""

    slug: ClassVar[str] = "rich-fill-blank"
    algorithms: ClassVar[tuple[ScoringAlgorithm, ...]] = (ScoringAlgorithm.MULTIPLE_METHODS,)

    interaction_data: RichFillBlankInteraction | None = None
    properties: BlankProperties | None = None
    scoring_data: BlanksScoring | None = None

    @classmethod
    def new(cls) -> Self:
        """An empty text without blanks."""
        return cls.model_validate(
            {
                "interaction_type_slug": cls.slug,
                "item_body": "",
                "interaction_data": {"blanks": [], "word_bank_choices": [], "reuse_word_bank_choices": False},
                "properties": {"shuffle_rules": {"blanks": {"children": {}}}},
                "scoring_data": {"value": [], "working_item_body": ""},
                "scoring_algorithm": ScoringAlgorithm.MULTIPLE_METHODS,
            }
        )

    @property
    def body(self) -> str:
        """The text as HTML with a place (`<span id="blank_ID"></span>`) for each blank."""
        body, ids = self.item_body or "", [row.id for row in self._rows]
        if not ids or placed(body):
            return body
        working = self._scoring.working_item_body or ""
        return with_places(body, ids) or with_places(working, ids) or body

    @cached_property
    def blanks(self) -> tuple[Blank, ...]:
        """The blanks in the order of the wire."""
        scored = {row.id: row for row in self._scoring.value or ()}
        shuffles = (self.properties or BlankProperties()).shuffles
        read = (read_blank(row, scored.get(row.id), shuffles.get(str(n))) for n, row in enumerate(self._rows))
        return tuple(self._found_in_bank(blank) for blank in read)

    @property
    def word_bank(self) -> tuple[Choice, ...]:
        """The words that all blanks of the word bank share, plain text."""
        return self._interaction.word_bank_choices or ()

    @property
    def reuses_words(self) -> bool:
        """Whether a word of the bank can be used more than once."""
        return bool(self._interaction.reuse_word_bank_choices)

    def blank(self, blank_id: str) -> Blank:
        """The blank with this id. Raises KeyError where there is none."""
        return {blank.id: blank for blank in self.blanks}[blank_id]

    def with_body(self, html: str, new: Iterable[Blank] = ()) -> Self:
        """The same question with another text; `html` has a place for each blank.

        A blank whose place went goes. A place that is not known becomes a blank: the one of `new` with that id, else an
        empty open entry. A place that is there twice becomes a second blank with the same answers.
        """
        if html == self.body:
            return self
        known = {blank.id: blank for blank in (*new, *self.blanks)}
        once: dict[str, Blank] = {}

        def own(blank_id: str) -> str:
            found = known.get(blank_id) or Blank(blank_id)
            blank = found.copied() if blank_id in once else found
            once[blank.id] = blank
            return blank.id

        body = with_renamed_places(html, own)
        before = set(placed(self.body))
        unplaced = tuple(blank for blank in self.blanks if blank.id not in before and blank.id not in once)
        return self._with_blanks(body, (*once.values(), *unplaced))

    def with_blank(self, blank: Blank) -> Self:
        """The same question with `blank` in place of the one with its id. Raises KeyError where there is none.

        A right word that the word bank does not have yet is put there; one that nobody needs any more goes.
        """
        if blank == self.blank(blank.id):
            return self
        return self._with_blanks(self.body, tuple(blank if one.id == blank.id else one for one in self.blanks))

    def without_blank(self, blank_id: str) -> Self:
        """The same question with the words of a blank in its place. Raises KeyError where there is none."""
        blank = self.blank(blank_id)
        body = with_words(self.body, {blank_id: blank.shown})
        return self._with_blanks(body, tuple(one for one in self.blanks if one.id != blank_id))

    def with_right_word(self, blank_id: str, text: str) -> Self:
        """The same question with another right word in a blank of the word bank: its own is written anew.

        A word that another blank has too stays, and this one gets a word of its own. Raises KeyError.
        """
        blank = self.blank(blank_id)
        shared = any(one.right == blank.right for one in self.blanks if one.id != blank_id)
        if blank.right and not shared:
            return self.with_word_bank(
                tuple(word.replaced(item_body=text) if word.id == blank.right else word for word in self.word_bank)
            )
        word = Choice.new(text)
        blanks = tuple(replace(one, right=word.id, text=text) if one.id == blank_id else one for one in self.blanks)
        return self._assembled(self.body, blanks, (*self.word_bank, word))

    def with_joined_word(self, blank_id: str) -> Self:
        """The same question where a blank takes the word of the bank that is spelled as its own, which goes."""
        blank = self.blank(blank_id)
        same = next((one for one in self.word_bank if one.item_body == blank.text and one.id != blank.right), None)
        return self if same is None or not blank.text else self.with_blank(replace(blank, right=same.id))

    @property
    def wrong_words(self) -> tuple[Choice, ...]:
        """The words of the bank that are right nowhere."""
        right = _right_words(self.blanks)
        return tuple(word for word in self.word_bank if word.id not in right)

    def with_wrong_words(self, words: tuple[Choice, ...]) -> Self:
        """The same question with these words beside the right ones."""
        right = _right_words(self.blanks)
        return self.with_word_bank((*(word for word in self.word_bank if word.id in right), *words))

    def with_word_bank(self, words: tuple[Choice, ...]) -> Self:
        """The same question with these words; blanks follow a word that changed, and lose one that went."""
        texts = {word.id: word.item_body or "" for word in words}
        blanks = tuple(
            replace(blank, text=texts.get(blank.right, ""), right=blank.right if blank.right in texts else None)
            if blank.answer_type == AnswerType.WORDBANK and blank.right
            else blank
            for blank in self.blanks
        )
        return self._assembled(self.body, blanks, words)

    def with_reused_words(self, reused: bool) -> Self:
        """The same question whose words can be used more than once, or not."""
        return self.replaced(interaction_data=self._interaction.replaced(reuse_word_bank_choices=reused))

    @property
    def _interaction(self) -> RichFillBlankInteraction:
        return self.interaction_data or RichFillBlankInteraction()

    @property
    def _rows(self) -> tuple[BlankRow, ...]:
        return self._interaction.blanks or ()

    @property
    def _scoring(self) -> BlanksScoring:
        return self.scoring_data or BlanksScoring()

    def _found_in_bank(self, blank: Blank) -> Blank:
        """The blank with its word's id; writers that leave out `choice_id` mean the word with that text."""
        if blank.answer_type != AnswerType.WORDBANK or blank.right or not blank.text:
            return blank
        return replace(blank, right=next((word.id for word in self.word_bank if word.item_body == blank.text), None))

    def _with_blanks(self, body: str, blanks: tuple[Blank, ...]) -> Self:
        """The question with these blanks; the bank has every right word, and none that was right in what went."""
        needless = _right_words(self.blanks) - _right_words(blanks)
        bank = tuple(word for word in self.word_bank if word.id not in needless)
        known, made = self.blanks, []
        for blank in blanks:
            if blank.answer_type == AnswerType.WORDBANK and blank not in known:
                blank, bank = banked(blank, bank)
            made.append(blank)
        return self._assembled(body, tuple(made), bank)

    def _assembled(self, body: str, blanks: tuple[Blank, ...], bank: tuple[Choice, ...]) -> Self:
        """The question in which all five places say `blanks`, in the order of the text."""
        order = {id: place for place, id in enumerate(placed(body))}
        blanks = tuple(sorted(blanks, key=lambda blank: order.get(blank.id, len(order))))
        safe = without_backticks(body)
        words = {blank.id: blank.shown for blank in blanks}
        data = self._interaction.replaced(blanks=self._written_rows(blanks), word_bank_choices=bank)
        return self.replaced(
            item_body=safe,
            interaction_data=data,
            properties=self._written_properties(blanks),
            scoring_data=self._written_scoring(blanks, with_backticks(safe, words)),
        )

    def _written_rows(self, blanks: tuple[Blank, ...]) -> tuple[BlankRow, ...]:
        before, rows = {blank.id: blank for blank in self.blanks}, {row.id: row for row in self._rows}
        return tuple(
            rows[blank.id] if before.get(blank.id) == blank else written_row(blank, rows.get(blank.id))
            for blank in blanks
        )

    def _written_scoring(self, blanks: tuple[Blank, ...], working: str) -> BlanksScoring:
        before, rows = {blank.id: blank for blank in self.blanks}, {row.id: row for row in self._scoring.value or ()}
        value = tuple(
            rows[blank.id]
            if blank.id in rows and before.get(blank.id) == blank
            else written_scoring(blank, rows.get(blank.id))
            for blank in blanks
        )
        return self._scoring.replaced(value=value, working_item_body=working)

    def _written_properties(self, blanks: tuple[Blank, ...]) -> BlankProperties:
        properties = self.properties or BlankProperties()
        places = {row.id: str(place) for place, row in enumerate(self._rows)}
        shuffles = {
            str(place): written_shuffle(blank, properties.shuffles.get(places.get(blank.id, "")))
            for place, blank in enumerate(blanks)
        }
        return properties.with_shuffles(dict(shuffles))


def _right_words(blanks: Iterable[Blank]) -> set[str]:
    """The ids of the words of the bank that are right somewhere."""
    return {one.right for one in blanks if one.answer_type == AnswerType.WORDBANK and one.right}
