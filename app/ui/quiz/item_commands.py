"""What can be done with the items of an open quiz; each is one undo step, and says so where something is gone."""

from collections.abc import Sequence
from uuid import uuid4

from PySide6.QtCore import QObject

from app.message import Message, message
from app.models.item import Item
from app.models.table import question_class
from app.session.document import Document
from app.session.edit import Edit
from app.session.notice import UNDO, Notices
from app.ui.quiz.item_list import ItemList
from app.ui.words import words


class ItemCommands(QObject):
    """Acts on what is selected in the list."""

    def __init__(self, document: Document, items: ItemList, notices: Notices, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document, self._list, self.notices = document, items, notices
        items.moved.connect(self.move)
        items.duplicated.connect(lambda _ids: self.duplicate())
        items.deleted.connect(lambda _ids: self.delete())
        items.held.connect(self.hold_back)

    def add(self, slug: str) -> None:
        """Add an empty question of the type `slug` below the open item. Raises KeyError for an unknown type."""
        kind = question_class(slug)
        if kind is None:
            raise KeyError(slug)
        self._document.insert_items([Item.of(kind.new())], self._place_below(), self.tr("Add question"))

    def insert(self, items: Sequence[Item], what: str) -> None:
        """Put items that were made out of the open one below it."""
        self._document.insert_items(items, self._place_below(), what)
        made = message("Question added below.", plural="{count} questions added below.", count=len(items))
        self.notices.tell(made, UNDO, self._document.undo_stack.undo)

    def duplicate(self) -> None:
        """Put copies of the selected questions below the last of them."""
        chosen = self._list.selected_questions
        if chosen:
            copies = [item.with_id(str(uuid4())) for item in chosen]
            what = message("Duplicate question", plural="Duplicate {count} questions", count=len(copies))
            self._document.insert_items(copies, self._document.quiz.places[chosen[-1].id] + 1, words(what))

    def delete(self) -> None:
        """Take the selected questions out; pins stay, and the notice says why."""
        chosen, selected = self._list.selected_questions, self._list.selected_ids
        if chosen:
            what = message("Delete question", plural="Delete {count} questions", count=len(chosen))
            self._document.delete_items([item.id for item in chosen], words(what))
            self._tell_deleted(len(chosen))
        elif selected:
            self.notices.tell(message("Stimuli and item banks can only be removed on Canvas."))

    def hold_back(self) -> None:
        """Keep the selected questions from being sent; where all of them are, let them go again."""
        chosen = self._list.selected_questions
        held = not all(item.is_held_back for item in chosen)
        what = self.tr("Hold back") if held else self.tr("Send again")
        self._document.edit_items([item.held_back(held) for item in chosen if item.is_held_back != held], Edit(what))

    def move(self, ids: Sequence[str], place: int) -> None:
        """Put items before the one that is now at `place`."""
        what = message("Move question", plural="Move {count} questions", count=len(ids))
        self._document.move_items(ids, place, words(what))

    def _place_below(self) -> int:
        places = self._document.quiz.places
        return places.get(self._list.current_id, len(places) - 1) + 1

    def _tell_deleted(self, count: int) -> None:
        what: Message = message("Question deleted.", plural="{count} questions deleted.", count=count)
        self.notices.tell(what, UNDO, self._document.undo_stack.undo)
