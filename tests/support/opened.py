"""An editor on a real open quiz."""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from app.models.item import Item
from app.session.document import Document
from app.ui.editors.contract import Editor


@dataclass
class Opened:
    """The editor of the first item of a document, wired as the quiz screen does it."""

    document: Document
    editor: Editor
    window: QWidget

    @property
    def item(self) -> Item:
        return self.document.quiz.items[0]

    @property
    def steps(self) -> list[str]:
        stack = self.document.undo_stack
        return [stack.text(place) for place in range(stack.count())]

    def show(self) -> None:
        self.editor.show_item(self.item, self.document.problems(self.item.id))
