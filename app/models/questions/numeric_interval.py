"""Which numbers one answer of a numeric question takes (canvas-facts 3.16)."""

from typing import Final

from app.matching.interval import Interval, exact, to_decimals, to_significant, within_margin, within_percent
from app.models.questions.numeric import (
    ExactAnswer,
    MarginAnswer,
    MarginType,
    NumericAnswer,
    PreciseAnswer,
    PrecisionType,
    RangeAnswer,
)

MOST_DIGITS: Final = 100
"""More decimals or significant digits than this are a slip."""


def taken_by(answer: NumericAnswer) -> Interval | None:
    """The numbers that an answer takes, None while it is not complete or of a kind that is not known here."""
    match answer:
        case RangeAnswer(least=least, most=most) if least is not None and most is not None and least <= most:
            return Interval(least, most)
        case ExactAnswer(target=target) if target is not None:
            return exact(target)
        case MarginAnswer(target=target, tolerance=margin) if target is not None and margin is not None and margin >= 0:
            within = within_percent if answer.margin_type == MarginType.PERCENT else within_margin
            return within(target, margin)
        case PreciseAnswer(target=target, digits=digits) if target is not None and digits is not None:
            to = to_significant if answer.precision_type == PrecisionType.SIGNIFICANT_DIGITS else to_decimals
            return to(target, digits) if has_digits(answer) else None
    return None


def has_digits(answer: PreciseAnswer) -> bool:
    """Whether its precision can be: 0 or more decimals, 1 or more significant digits."""
    least = 1 if answer.precision_type == PrecisionType.SIGNIFICANT_DIGITS else 0
    return answer.digits is not None and least <= answer.digits <= MOST_DIGITS
