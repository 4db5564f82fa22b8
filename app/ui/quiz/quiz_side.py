"""What stands at the right of the list of questions: one of several things, never two."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.session.document import Document
from app.ui.quiz.editor_pane import EditorPane
from app.ui.quiz.empty_quiz import EmptyQuiz
from app.ui.quiz.item_commands import ItemCommands
from app.ui.quiz.item_list import ItemList
from app.ui.quiz.several_commands import SeveralCommands
from app.ui.quiz.taking_over import TakingOver
from app.ui.quiz.trying import Trying
from app.ui.screens import screen

if TYPE_CHECKING:
    from app.session.pictures import PictureShelf
    from app.ui.quiz.selection_pane import SelectionPane


class QuizSide(QStackedWidget):
    """The editor of the open question, what can be done with several, the invitation to begin, or a panel.

    `grown` comes when it has parts that were not there before; `send_wanted` is the selection's.
    """

    grown = Signal()
    send_wanted = Signal(bool)

    def __init__(
        self,
        document: Document,
        items: ItemList,
        commands: ItemCommands,
        of_several: SeveralCommands,
        shelf: "PictureShelf",
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._document, self._items, self._shelf = document, items, shelf
        self._commands, self._of_several = commands, of_several
        self.pane = EditorPane(shelf, self)
        self.empty = EmptyQuiz(self)
        self.taking = TakingOver(document, items, commands, self, shelf)
        self.trying = Trying(document, items, self, shelf)
        for part in (self.pane, self.empty):
            self.addWidget(part)
        for panel in (self.taking, self.trying):
            panel.left.connect(self.turn)
        for growing in (self.taking, self.pane):
            growing.grown.connect(self.grown)

    @cached_property
    def selection(self) -> "SelectionPane":
        """What is shown while several items are selected, made when that is so for the first time."""
        pane: SelectionPane = screen("selection")(self._shelf, self)
        pane.duplicate_wanted.connect(self._commands.duplicate)
        pane.delete_wanted.connect(self._commands.delete)
        pane.send_wanted.connect(self.send_wanted)
        self._of_several.serve(pane)
        self.addWidget(pane)
        self.grown.emit()
        return pane

    def close_panels(self) -> None:
        """Put the editor back in the place of a panel."""
        self.taking.close()
        self.trying.close()

    def turn(self) -> None:
        """Show what the selection asks for; a panel stays until it is closed."""
        for panel in (self.taking, self.trying):
            if panel.is_open:
                panel.show_place()
                return
        quiz, selected = self._document.quiz, self._items.selected_ids
        side: QWidget = self.pane if self._items.current_id in quiz.places else self.empty
        if len(selected) > 1:
            side = self.selection
            self.selection.show_items([quiz.item(item_id) for item_id in selected])
        self.setCurrentWidget(side)
