"""From the type of an item to its editor. An editor's module is loaded when its type is first opened."""

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from app.models.entry import Opaque
from app.models.item import Item
from app.ui.editors.contract import Editor

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.session.pictures import PictureShelf

EDITORS = {
    "choice": "choice:ChoiceEditor",
    "multi-answer": "multi_answer:MultiAnswerEditor",
    "true-false": "true_false:TrueFalseEditor",
    "matching": "matching:MatchingEditor",
    "ordering": "ordering:OrderingEditor",
    "categorization": "categorization:CategorizationEditor",
    "rich-fill-blank": "rich_fill_blank:RichFillBlankEditor",
    "numeric": "numeric:NumericEditor",
    "formula": "formula:FormulaEditor",
    "essay": "essay:EssayEditor",
    "file-upload": "file_upload:FileUploadEditor",
    "hot-spot": "hot_spot:HotSpotEditor",
}
"""The interaction types that can be edited here, in the order in which a new question offers them."""

READ_ONLY = "read_only:ReadOnlyEditor"
"""For everything else: stimuli, banks, the old fill in the blank, and kinds that nobody knows."""


def editor_key(item: Item) -> str:
    """Which editor shows `item`: an interaction type of the table, or "" for the read-only one.

    A question whose shape does not fit its type was read as `Opaque` and is not edited either.
    """
    kind = item.summary.type
    if item.entry_type != "Item" or kind not in EDITORS or isinstance(item.entry, Opaque):
        return ""
    return kind


def new_editor(key: str, shelf: "PictureShelf", parent: "QWidget | None" = None) -> Editor:
    """The editor for an `editor_key`."""
    return _editor_class(EDITORS.get(key, READ_ONLY))(shelf, parent)


@cache
def _editor_class(place: str) -> type[Editor]:
    module, name = place.split(":")
    found: type[Editor] = getattr(import_module(f"app.ui.editors.{module}"), name)
    return found
