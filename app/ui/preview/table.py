"""From an interaction type to the student's view of it. A type's file is loaded when it is first shown."""

from collections.abc import Sequence
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from app.models.entry import Opaque
from app.models.item import Item
from app.ui.preview.answer_view import AnswerView

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.grading.deal import Deal
    from app.session.pictures import PictureShelf

VIEWS = {
    "choice": "choice:ChoiceView",
    "multi-answer": "multi_answer:MultiAnswerView",
    "true-false": "true_false:TrueFalseView",
    "matching": "matching:MatchingView",
    "ordering": "ordering:OrderingView",
    "categorization": "categorization:CategorizationView",
    "rich-fill-blank": "rich_fill_blank:RichFillBlankView",
    "fill-blank": "fill_blank:FillBlankView",
    "numeric": "numeric:NumericView",
    "formula": "formula:FormulaView",
    "essay": "essay:EssayView",
    "file-upload": "file_upload:FileUploadView",
    "hot-spot": "hot_spot:HotSpotView",
}


def can_be_answered(item: Item) -> bool:
    """Whether there is a view in which it can be answered."""
    return item.entry_type == "Item" and item.summary.type in VIEWS and not isinstance(item.entry, Opaque)


def numbered(items: Sequence[Item]) -> dict[str, int]:
    """The ids of what can be answered, each with its number from 1."""
    answerable = filter(can_be_answered, items)
    return {item.id: number for number, item in enumerate(answerable, start=1)}


def new_view(item: Item, dealt: "Deal", shelf: "PictureShelf", parent: "QWidget | None" = None) -> AnswerView:
    """The view of a question that can be answered, empty."""
    return _view_class(VIEWS[item.summary.type])(item, dealt, shelf, parent)


@cache
def _view_class(place: str) -> type[AnswerView]:
    module, name = place.split(":")
    found: type[AnswerView] = getattr(import_module(f"app.ui.preview.{module}"), name)
    return found
