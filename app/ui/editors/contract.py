"""What every editor of an item is: one way in, two ways out (architecture.md, "Ways through the house")."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.checks.problem import Problem
from app.models.item import Item
from app.preferences import Preferences
from app.ui.fields.conflict_bar import ConflictLine
from app.ui.fields.tag_field import Known

if TYPE_CHECKING:
    from app.session.conflicts import OpenConflict
    from app.session.pictures import PictureShelf


class Editor(QWidget):
    """Shows an item and says what the person made of it: `edited(Item, Edit)`.

    `items_made(items, what)` asks for new items that were made out of it: they are put below it as one undo step that
    is named `what`; what was under way in the editor it took in before.

    `window_wanted` asks that `window_part` gets all the room that there is, or gives it back if it has it;
    `try_wanted` that the question is played as a student meets it, `compare_wanted` that a conflict is looked at,
    `page_wanted` that the quiz is opened on Canvas.

    It keeps no state but the value it shows, and knows no document, store or network.
    """

    edited = Signal(object, object)
    items_made = Signal(object, str)
    window_wanted = Signal()
    try_wanted = Signal()
    compare_wanted = Signal(str, str)
    page_wanted = Signal()

    def __init__(self, shelf: "PictureShelf", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shelf = shelf

    def show_item(self, item: Item, problems: Sequence[Problem]) -> None:
        """Show `item`. What is the same as before is left alone, so that a cursor stays where it is."""
        raise NotImplementedError

    def show_conflicts(self, conflicts: "Sequence[OpenConflict]") -> "Sequence[OpenConflict]":
        """Say at their fields what Canvas has otherwise; gives those that stand at none."""
        return conflicts

    @property
    def conflict_lines(self) -> "Sequence[ConflictLine]":
        """What is said so."""
        return ()

    def see(self, height: int) -> None:
        """So much of the page is seen at once below the editor's top: for parts that are looked at as a whole."""

    def prefer(self, preferences: Preferences) -> None:
        """Follow what the person prefers, now and after each change of it; most editors have nothing to follow."""

    @property
    def window_part(self) -> QWidget | None:
        """The part that can be given all the room; most editors have none."""
        return None

    def fill_window(self, filled: bool) -> None:
        """`window_part` has all the room now, or is back in the form."""

    def offer_tags(self, known: Known) -> None:
        """Where tags come from that can be chosen, for an editor that has a field for them."""

    def offer_page(self, there: bool) -> None:
        """Whether the quiz is on Canvas and can be opened there, for an editor that leads to it."""

    def finish(self) -> None:
        """Take in what is under way: called before another item is shown, and before close, pull and sync."""
        raise NotImplementedError

    def focus_field(self, field: str) -> None:
        """Put the cursor where a problem or a new item wants it ("item_body", "choices/ID", …)."""
        raise NotImplementedError
