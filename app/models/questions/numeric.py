"""Numeric (New Quiz Items, appendix, Numeric; canvas-facts 3.10 and 3.16)."""

from decimal import Decimal
from enum import StrEnum
from typing import Annotated, ClassVar, Literal, Self
from uuid import uuid4

from pydantic import Field

from app.models.number import decimal_of, whole_of
from app.models.question import Question, ScoringAlgorithm
from app.models.value import Json, Map, Number, Open, Value


class MarginType(StrEnum):
    """What a margin is measured in: units, or per cent of the value."""

    ABSOLUTE = "absolute"
    PERCENT = "percent"


class PrecisionType(StrEnum):
    """What a precision counts."""

    DECIMALS = "decimals"
    SIGNIFICANT_DIGITS = "significantDigits"


class ExactAnswer(Value):
    """This very number."""

    id: str | int | None = None
    type: Literal["exactResponse"]
    value: Number | None = None

    @classmethod
    def new(cls, value: str = "") -> Self:
        """An exact answer with an id of its own."""
        return cls(id=str(uuid4()), type="exactResponse", value=value)

    @property
    def target(self) -> Decimal | None:
        """The right number, None while it is none."""
        return decimal_of(self.value)


class MarginAnswer(Value):
    """A number, give or take a margin, both ends included."""

    id: str | int | None = None
    type: Literal["marginOfError"]
    value: Number | None = None
    margin: Number | None = None
    margin_type: Open[MarginType] | None = None

    @classmethod
    def new(cls, value: str = "", margin: str = "0", margin_type: MarginType = MarginType.ABSOLUTE) -> Self:
        """An answer with a margin and an id of its own."""
        return cls(id=str(uuid4()), type="marginOfError", value=value, margin=margin, margin_type=margin_type)

    @property
    def target(self) -> Decimal | None:
        """The right number, None while it is none."""
        return decimal_of(self.value)

    @property
    def tolerance(self) -> Decimal | None:
        """The margin, in units or in per cent as `margin_type` says; None while it is no number."""
        return decimal_of(self.margin)


class RangeAnswer(Value):
    """Any number from start to end, both included."""

    id: str | int | None = None
    type: Literal["withinARange"]
    start: Number | None = None
    end: Number | None = None

    @classmethod
    def new(cls, start: str = "", end: str = "") -> Self:
        """A range with an id of its own."""
        return cls(id=str(uuid4()), type="withinARange", start=start, end=end)

    @property
    def least(self) -> Decimal | None:
        """The lower end, None while it is no number."""
        return decimal_of(self.start)

    @property
    def most(self) -> Decimal | None:
        """The upper end, None while it is no number."""
        return decimal_of(self.end)


class PreciseAnswer(Value):
    """A number to so many decimals or significant digits."""

    id: str | int | None = None
    type: Literal["preciseResponse"]
    value: Number | None = None
    precision: Number | None = None
    precision_type: Open[PrecisionType] | None = None

    @classmethod
    def new(cls, value: str = "", precision: str = "2", precision_type: PrecisionType = PrecisionType.DECIMALS) -> Self:
        """An answer with a precision and an id of its own."""
        return cls(
            id=str(uuid4()), type="preciseResponse", value=value, precision=precision, precision_type=precision_type
        )

    @property
    def target(self) -> Decimal | None:
        """The right number, None while it is none."""
        return decimal_of(self.value)

    @property
    def digits(self) -> int | None:
        """How many decimals or significant digits count, None while it is no whole number."""
        return whole_of(self.precision)


class UnknownAnswer(Value):
    """A row of a kind or in a shape that is not known here: kept word for word."""


NumericAnswer = ExactAnswer | MarginAnswer | RangeAnswer | PreciseAnswer | UnknownAnswer


def turned(answer: NumericAnswer, kind: str) -> NumericAnswer:
    """The answer as one of another kind, by the wire's name of it; the number and the id go along.

    Raises KeyError for a kind that is not known here.
    """
    number = _number_of(answer)
    made: dict[str, NumericAnswer] = {
        "exactResponse": ExactAnswer.new(number),
        "marginOfError": MarginAnswer.new(number),
        "withinARange": RangeAnswer.new(number, number),
        "preciseResponse": PreciseAnswer.new(number, str(_decimals(number))) if number else PreciseAnswer.new(),
    }
    return made[kind].replaced(id=getattr(answer, "id", None))


def _number_of(answer: NumericAnswer) -> str:
    number = answer.start if isinstance(answer, RangeAnswer) else getattr(answer, "value", None)
    return "" if number is None else str(number)


def _decimals(number: str) -> int:
    exponent = (decimal_of(number) or Decimal()).as_tuple().exponent
    return max(-exponent, 0) if isinstance(exponent, int) else 0


class NumericScoring(Value):
    """Any number of answers; a response is right if one of them takes it."""

    value: tuple[Annotated[NumericAnswer, Field(union_mode="left_to_right")], ...] | None = None


class NumericQuestion(Question):
    """Answer with a number."""

    slug: ClassVar[str] = "numeric"
    algorithms: ClassVar[tuple[ScoringAlgorithm, ...]] = (ScoringAlgorithm.NUMERIC,)

    interaction_data: Map[Json] | None = None
    properties: Map[Json] | None = None
    scoring_data: NumericScoring | None = None

    @classmethod
    def new(cls) -> Self:
        """One exact answer, still empty."""
        return cls.model_validate(
            {
                "interaction_type_slug": cls.slug,
                "item_body": "",
                "interaction_data": {},
                "properties": {},
                "scoring_data": {"value": [ExactAnswer.new()]},
                "scoring_algorithm": ScoringAlgorithm.NUMERIC,
            }
        )

    @property
    def answers(self) -> tuple[NumericAnswer, ...]:
        """All answers that are taken as right, in the order of the wire."""
        return (self.scoring_data.value if self.scoring_data else None) or ()

    @property
    def keys(self) -> tuple[str, ...]:
        """One key for each answer, for life: its id, or its place where ids are missing or equal."""
        ids = [str(getattr(answer, "id", "") or "") for answer in self.answers]
        return tuple(id if id and ids.count(id) == 1 else f"#{place}" for place, id in enumerate(ids))

    def with_answers(self, answers: tuple[NumericAnswer, ...]) -> Self:
        """The same question with these answers."""
        return self.replaced(scoring_data=(self.scoring_data or NumericScoring()).replaced(value=answers))
