"""From an interaction type to its marks."""

from collections.abc import Callable
from functools import cache
from importlib import import_module
from types import ModuleType

from app.grading.response import Response
from app.grading.score import NO_ANSWER, Part, Rule, Score, waiting
from app.message import message
from app.models.item import Item
from app.models.question import Question

GRADERS = {
    "choice": "choice",
    "multi-answer": "multi_answer",
    "true-false": "true_false",
    "matching": "matching",
    "ordering": "ordering",
    "categorization": "categorization",
    "rich-fill-blank": "rich_fill_blank",
    "fill-blank": "fill_blank",
    "numeric": "numeric",
    "formula": "formula",
    "essay": "essay",
    "file-upload": "file_upload",
    "hot-spot": "hot_spot",
}

Grader = Callable[[Item, Question, Response], Score]
NOTHING_GIVEN = Rule(message("What is not answered earns nothing."), "New Quiz Items")
UNKNOWN = Rule(message("Quizwright does not know how this kind of question is scored."), "")


def is_graded(item: Item) -> bool:
    """Whether students can answer it: a question, not a stimulus, a bank or an entry of one."""
    return item.entry_type == "Item"


def grade(item: Item, response: Response) -> Score:
    """What an answer to a question earns, as Canvas would give it. Raises `UnfitResponse`.

    No answer, None or "", earns nothing where it does not wait for a person.
    """
    question = item.entry
    if not isinstance(question, Question) or question.interaction_type_slug not in GRADERS:
        return waiting(item.points or 0, UNKNOWN)
    if response is None or response == "":
        return _unanswered(item, question)
    return _grader(question)(item, question, response)


def key_of(item: Item) -> Response:
    """The answer that earns most; None where there is none, or nobody knows it."""
    question = item.entry
    if not isinstance(question, Question) or question.interaction_type_slug not in GRADERS:
        return None
    found: Response = _module(question).key(item, question)
    return found


def _unanswered(item: Item, question: Question) -> Score:
    if question.interaction_type_slug in ("essay", "file-upload"):
        return _grader(question)(item, question, None)
    return Score(0, item.points or 0, False, NOTHING_GIVEN, (Part("", False, NO_ANSWER),))


def _grader(question: Question) -> Grader:
    found: Grader = _module(question).score
    return found


def _module(question: Question) -> ModuleType:
    return _module_of(question.interaction_type_slug)


@cache
def _module_of(slug: str) -> ModuleType:
    return import_module(f"app.grading.{GRADERS[slug]}")
