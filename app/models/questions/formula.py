"""Formula (New Quiz Items, appendix, Formula; canvas-facts 3.11).

Canvas does not compute: each student gets one of the solutions that stand here, so they must fit formula and variables.
"""

import re
from decimal import Decimal
from html import escape, unescape
from typing import ClassVar, Literal, Self

from app.models.number import decimal_of, like, whole_of
from app.models.question import Question, ScoringAlgorithm
from app.models.questions.numeric import MarginType
from app.models.value import Json, Map, Number, Open, Value

_NAMED = re.compile(r"`([^`<>]+)`")


class FormulaMargin(Value):
    """How far a response may be off."""

    type: Open[Literal["marginOfError"]] | None = None
    margin: Number | None = None
    margin_type: Open[MarginType] | None = None

    @property
    def tolerance(self) -> Decimal | None:
        """The margin, in units or in per cent as `margin_type` says; None while it is no number."""
        return decimal_of(self.margin)


class Variable(Value):
    """A named number that each student gets another value of; `precision` counts its decimals."""

    name: str | None = None
    min: Number | None = None
    max: Number | None = None
    precision: Number | None = None

    @classmethod
    def new(cls, name: str) -> Self:
        """A whole number from 1 to 10."""
        return cls(name=name, min="1", max="10", precision=0)

    @property
    def least(self) -> Decimal | None:
        """The smallest value, None while it is no number."""
        return decimal_of(self.min)

    @property
    def most(self) -> Decimal | None:
        """The largest value, None while it is no number."""
        return decimal_of(self.max)

    @property
    def decimals(self) -> int:
        """How many decimals its values have."""
        return whole_of(self.precision) or 0


class SolutionInput(Value):
    """The value of one variable in one solution."""

    name: str | None = None
    value: Number | None = None


class Solution(Value):
    """Values for all variables, and what the formula gives for them."""

    inputs: tuple[SolutionInput, ...] | None = None
    output: Number | None = None

    @property
    def values(self) -> dict[str, Decimal | None]:
        """Variable name → value, None where it is no number."""
        return {row.name: decimal_of(row.value) for row in self.inputs or () if row.name}

    @property
    def result(self) -> Decimal | None:
        """The right answer, None while it is no number."""
        return decimal_of(self.output)


class FormulaKey(Value):
    """Formula, variables and the solutions made from them; `answer_count` is how many there are to be."""

    formula: str | None = None
    numeric: FormulaMargin | None = None
    variables: tuple[Variable, ...] | None = None
    answer_count: Number | None = None
    generated_solutions: tuple[Solution, ...] | None = None


class FormulaScoring(Value):
    """Everything about a formula question stands in its key."""

    value: FormulaKey | None = None


class FormulaQuestion(Question):
    """Compute with numbers that are other ones for each student; in the stem they stand in backticks."""

    slug: ClassVar[str] = "formula"
    algorithms: ClassVar[tuple[ScoringAlgorithm, ...]] = (ScoringAlgorithm.NUMERIC,)

    interaction_data: Map[Json] | None = None
    properties: Map[Json] | None = None
    scoring_data: FormulaScoring | None = None

    @classmethod
    def new(cls) -> Self:
        """No formula, no variables; ten solutions wanted, no margin."""
        return cls.model_validate(
            {
                "interaction_type_slug": cls.slug,
                "item_body": "",
                "interaction_data": {},
                "properties": {},
                "scoring_data": {
                    "value": {
                        "formula": "",
                        "numeric": {"type": "marginOfError", "margin": "0", "margin_type": "absolute"},
                        "variables": [],
                        "answer_count": "10",
                        "generated_solutions": [],
                    }
                },
                "scoring_algorithm": ScoringAlgorithm.NUMERIC,
            }
        )

    @property
    def key(self) -> FormulaKey:
        """The key, an empty one where there is none."""
        return (self.scoring_data.value if self.scoring_data else None) or FormulaKey()

    @property
    def formula(self) -> str:
        """The formula as it is written."""
        return self.key.formula or ""

    @property
    def variables(self) -> tuple[Variable, ...]:
        """The variables in the order of the wire."""
        return self.key.variables or ()

    @property
    def margin(self) -> FormulaMargin:
        """How far a response may be off."""
        return self.key.numeric or FormulaMargin()

    @property
    def solutions(self) -> tuple[Solution, ...]:
        """The solutions that are dealt to students."""
        return self.key.generated_solutions or ()

    @property
    def wanted_solutions(self) -> int:
        """How many solutions there are to be."""
        return whole_of(self.key.answer_count) or 0

    @property
    def stem_names(self) -> tuple[str, ...]:
        """The names that stand in backticks in the stem, each once, in their order."""
        return tuple(dict.fromkeys(unescape(name).strip() for name in _NAMED.findall(self.item_body or "")))

    def body_of(self, solution: Solution) -> str:
        """The text as the student reads it to whom this solution is dealt; a name without a number stays."""
        numbers = {row.name: str(row.value) for row in solution.inputs or () if row.name and row.value is not None}

        def dealt(found: re.Match[str]) -> str:
            return escape(numbers.get(unescape(found[1]).strip(), found[1]), quote=False)

        return _NAMED.sub(dealt, self.item_body or "")

    def with_formula(self, formula: str) -> Self:
        """The same question with another formula; its solutions have to be made anew."""
        return self._with_key(formula=formula)

    def with_variables(self, variables: tuple[Variable, ...]) -> Self:
        """The same question with these variables; its solutions have to be made anew."""
        return self._with_key(variables=variables)

    def with_stem_variables(self) -> Self:
        """The same question with one variable for each name of the stem; those that are known keep their range."""
        known = {variable.name: variable for variable in self.variables}
        return self.with_variables(tuple(known.get(name) or Variable.new(name) for name in self.stem_names))

    def with_margin(self, margin: str, margin_type: MarginType) -> Self:
        """The same question with another margin."""
        numeric = self.margin.replaced(type=self.margin.type or "marginOfError", margin=margin, margin_type=margin_type)
        return self._with_key(numeric=numeric)

    def with_wanted_solutions(self, count: int) -> Self:
        """The same question that is to have so many solutions."""
        return self._with_key(answer_count=like(self.key.answer_count, count))

    def with_solutions(self, solutions: tuple[Solution, ...]) -> Self:
        """The same question with these solutions, counted."""
        return self._with_key(generated_solutions=solutions, answer_count=like(self.key.answer_count, len(solutions)))

    def _with_key(self, **changes: object) -> Self:
        return self.replaced(
            scoring_data=(self.scoring_data or FormulaScoring()).replaced(value=self.key.replaced(**changes))
        )
