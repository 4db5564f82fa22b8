"""Numeric: any number of accepted answers of four kinds."""

from collections.abc import Callable

from app.sandbox.questions.submitted import Submitted
from app.sandbox.schema import Field, unique


def check(question: Submitted) -> None:
    """New Quiz Items, appendix, Numeric."""
    question.interaction.object()
    answers = question.scoring["value"].elements(least=1)
    unique(answers, [answer["id"].text() for answer in answers], "an id")
    for answer in answers:
        _KINDS[answer["type"].one_of(_KINDS.keys())](answer)


def _check_exact(answer: Field) -> None:
    answer["value"].number()


def check_margin(answer: Field) -> None:
    """A margin of error, also that of a formula."""
    answer["margin_type"].one_of(("absolute", "percent"))
    if answer["margin"].number() < 0:
        raise answer.problem(f"The property '{answer.path}/margin' must not be negative")


def _check_near(answer: Field) -> None:
    answer["value"].number()
    check_margin(answer)


def _check_range(answer: Field) -> None:
    if answer["start"].number() > answer["end"].number():
        raise answer.problem(f"The property '{answer.path}' has a start above its end")


def _check_precise(answer: Field) -> None:
    answer["value"].number()
    kind = answer["precision_type"].one_of(("decimals", "significantDigits"))
    answer["precision"].integer(least=0 if kind == "decimals" else 1)


_KINDS: dict[str, Callable[[Field], None]] = {
    "exactResponse": _check_exact,
    "marginOfError": _check_near,
    "withinARange": _check_range,
    "preciseResponse": _check_precise,
}
