"""From an interaction type to what stands of it on paper. A type's file is loaded when it is first met."""

from importlib import import_module
from types import ModuleType

from app.grading.deal import Deal
from app.models.item import Item
from app.models.question import Question
from app.paper.sheet import Piece

TYPES = {
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


def is_asked(item: Item) -> bool:
    """Whether paper can ask it: a question of a kind that is known here."""
    return item.entry_type == "Item" and isinstance(item.entry, Question) and item.entry.interaction_type_slug in TYPES


def asked(item: Item, dealt: Deal) -> tuple[Piece, ...]:
    """What students read of a question and where they answer it."""
    found: tuple[Piece, ...] = _module(item).asked(item, dealt)
    return found


def solved(item: Item, dealt: Deal) -> tuple[Piece, ...]:
    """What is right, in the letters and numbers that stand on this paper."""
    found: tuple[Piece, ...] = _module(item).solved(item, dealt)
    return found


def _module(item: Item) -> ModuleType:
    assert isinstance(item.entry, Question)
    return import_module(f"app.paper.{TYPES[item.entry.interaction_type_slug]}")
