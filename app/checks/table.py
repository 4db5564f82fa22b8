"""From an interaction type to its checks."""

from collections.abc import Callable
from functools import cache
from importlib import import_module

from app.checks.every_question import common_problems
from app.checks.problem import Problem, warning
from app.message import message
from app.models.entry import Opaque
from app.models.item import Item
from app.models.question import Question
from app.models.table import QUESTIONS

CHECKS = {
    "choice": "choice",
    "multi-answer": "multi_answer",
    "true-false": "true_false",
    "matching": "matching",
    "ordering": "ordering",
    "categorization": "categorization",
    "rich-fill-blank": "rich_fill_blank",
    "numeric": "numeric",
    "formula": "formula",
    "essay": "essay",
    "file-upload": "file_upload",
    "hot-spot": "hot_spot",
}


def problems(item: Item) -> tuple[Problem, ...]:
    """What is wrong with one item. Entries that the API lets nobody write are not checked."""
    entry = item.entry
    if isinstance(entry, Opaque):
        return _opaque_problems(item)
    if not isinstance(entry, Question):
        return ()
    check = _check_of(entry.interaction_type_slug)
    return (*common_problems(item, entry), *(check(item, entry) if check else ()))


@cache
def _check_of(slug: str) -> Callable[[Item, Question], tuple[Problem, ...]] | None:
    if slug not in CHECKS:
        return None
    found: Callable[[Item, Question], tuple[Problem, ...]] = import_module(f"app.checks.{CHECKS[slug]}").problems
    return found


def _opaque_problems(item: Item) -> tuple[Problem, ...]:
    if item.entry_type != "Item":
        return ()
    hint = message("It is kept as it came and is never sent. Change it in Canvas's own editor.")
    kind = item.summary.type
    if kind in QUESTIONS:
        words = message('The data of this question does not fit its kind ("{kind}").', kind=kind)
        return (warning("item_body", "unreadable", words, hint),)
    words = message('This question is of a kind that Quizwright does not know ("{kind}").', kind=kind)
    return (warning("item_body", "unknown-type", words, hint),)
