"""The wire of blanks, as both kinds of fill-in-the-blank have them (canvas-facts 3.8 and 3.9)."""

from enum import StrEnum

from app.models.question import ScoringAlgorithm
from app.models.questions.choices import Choice, ChoiceShuffle
from app.models.value import Map, Number, Open, Value


class AnswerType(StrEnum):
    """How a student fills a blank."""

    OPEN_ENTRY = "openEntry"
    DROPDOWN = "dropdown"
    WORDBANK = "wordbank"


class BlankRow(Value):
    """One blank: id (a UUID, kept for life), and the choices of a dropdown; a word bank has null there."""

    id: str
    answer_type: Open[AnswerType] | None = None
    choices: tuple[Choice, ...] | None = None


class BlankKey(Value):
    """What is right in one blank: a text, texts, a pattern, or the id of a choice.

    `blank_text` is the word that teachers see in its place; `choice_id` points into the word bank.
    """

    value: Number | tuple[Number, ...] | None = None
    blank_text: Number | None = None
    choice_id: str | None = None
    ignore_case: bool | str | None = None
    edit_distance: Number | None = None


class BlankScoring(Value):
    """How one blank is scored."""

    id: str
    scoring_data: BlankKey | None = None
    scoring_algorithm: Open[ScoringAlgorithm] | None = None


class BlanksScoring(Value):
    """One row for each blank; `working_item_body` is what Canvas's own editor works from, blanks in backticks."""

    value: tuple[BlankScoring, ...] | None = None
    working_item_body: str | None = None


class BlankChoiceShuffle(Value):
    """Whether the choices of a blank are shuffled."""

    choices: ChoiceShuffle | None = None


class BlankShuffle(Value):
    """The shuffling of one blank; null inside where it has nothing to shuffle."""

    children: BlankChoiceShuffle | None = None

    @property
    def shuffled(self) -> bool:
        """Whether the choices of this blank are shuffled."""
        return bool(self.children and self.children.choices and self.children.choices.shuffled)


class BlanksShuffle(Value):
    """0-based place of a blank, as text → its shuffling."""

    children: Map[BlankShuffle | None] | None = None


class BlankShuffleRules(Value):
    """The shuffle rules of a question with blanks."""

    blanks: BlanksShuffle | None = None


class BlankProperties(Value):
    """What can be set about the blanks as a whole."""

    shuffle_rules: BlankShuffleRules | None = None

    @property
    def shuffles(self) -> dict[str, BlankShuffle | None]:
        """0-based place of a blank, as text → its shuffling; empty where there are no rules."""
        blanks = self.shuffle_rules.blanks if self.shuffle_rules else None
        return dict((blanks.children if blanks else None) or {})

    def with_shuffles(self, shuffles: dict[str, BlankShuffle | None]) -> "BlankProperties":
        """The properties with these rules."""
        rules = self.shuffle_rules or BlankShuffleRules()
        blanks = (rules.blanks or BlanksShuffle()).replaced(children=shuffles)
        return self.replaced(shuffle_rules=rules.replaced(blanks=blanks))
