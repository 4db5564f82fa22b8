"""Every interaction type that can be created, with its algorithms and its check."""

from collections.abc import Callable
from dataclasses import dataclass

from app.sandbox.questions import (
    categorization,
    choice,
    essay,
    file_upload,
    formula,
    hot_spot,
    matching,
    multi_answer,
    numeric,
    ordering,
    rich_fill_blank,
    true_false,
)
from app.sandbox.questions.submitted import Submitted

DEPRECATED = "fill-blank"


@dataclass(frozen=True, slots=True)
class Kind:
    """One interaction type.

    `response` is the `user_response_type` that answers carry; `rich` says that the texts of choices are HTML.
    """

    algorithms: tuple[str, ...]
    response: str
    check: Callable[[Submitted], None]
    rich: bool = False
    answer_feedback: bool = False


KINDS: dict[str, Kind] = {
    "true-false": Kind(("Equivalence",), "Boolean", true_false.check),
    "categorization": Kind(("Categorization",), "Hash", categorization.check),
    "matching": Kind(("DeepEquals", "PartialDeep"), "Hash", matching.check),
    "file-upload": Kind(("None",), "FileUpload", file_upload.check),
    "formula": Kind(("Numeric",), "Number", formula.check),
    "ordering": Kind(("DeepEquals",), "MultipleUuid", ordering.check, rich=True),
    "rich-fill-blank": Kind(("MultipleMethods",), "MultipleResponse", rich_fill_blank.check),
    "hot-spot": Kind(("HotSpot",), "Coordinates", hot_spot.check),
    "choice": Kind(("Equivalence", "VaryPointsByAnswer"), "Uuid", choice.check, rich=True, answer_feedback=True),
    "multi-answer": Kind(("AllOrNothing", "PartialScore"), "MultipleUuid", multi_answer.check, rich=True),
    "numeric": Kind(("Numeric",), "Number", numeric.check),
    "essay": Kind(("None",), "Text", essay.check),
}
