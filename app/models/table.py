"""From an interaction type to its model. A model's module is loaded when its type is first met."""

from functools import cache
from importlib import import_module

from app.models.question import Question

QUESTIONS = {
    "choice": "choice:ChoiceQuestion",
    "multi-answer": "multi_answer:MultiAnswerQuestion",
    "true-false": "true_false:TrueFalseQuestion",
    "matching": "matching:MatchingQuestion",
    "categorization": "categorization:CategorizationQuestion",
    "ordering": "ordering:OrderingQuestion",
    "rich-fill-blank": "rich_fill_blank:RichFillBlankQuestion",
    "numeric": "numeric:NumericQuestion",
    "formula": "formula:FormulaQuestion",
    "essay": "essay:EssayQuestion",
    "file-upload": "file_upload:FileUploadQuestion",
    "hot-spot": "hot_spot:HotSpotQuestion",
    "fill-blank": "fill_blank:FillBlankQuestion",
}
"""Every interaction type of the documents; `fill-blank` is deprecated and only read."""

CREATABLE = tuple(slug for slug in QUESTIONS if slug != "fill-blank")
"""The types that a person can add."""


@cache
def question_class(slug: str) -> type[Question] | None:
    """The model of an interaction type, None where the type is not known."""
    if slug not in QUESTIONS:
        return None
    module, name = QUESTIONS[slug].split(":")
    found: type[Question] = getattr(import_module(f"app.models.questions.{module}"), name)
    return found
