"""The right side of an open quiz: the editor of the chosen item on a page that scrolls, and its problems below."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.checks.problem import Problem
from app.models.item import Item
from app.preferences import Preferences
from app.ui.editors.contract import Editor
from app.ui.editors.table import editor_key, new_editor
from app.ui.fields.column import in_column
from app.ui.fields.conflict_bar import ConflictBar, ConflictLine
from app.ui.fields.problems import Fixer
from app.ui.fields.tag_field import Known
from app.ui.quiz.problem_list import ProblemList
from app.ui.theme import PAGE_WIDTH, Gap, control_height

if TYPE_CHECKING:
    from app.session.conflicts import OpenConflict
    from app.session.pictures import PictureShelf


class Column(QWidget):
    """The editors, one over the other, at the left: they do not jump when the splitter beside them is moved."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.layout_of_rows = QVBoxLayout(self)
        self.layout_of_rows.setContentsMargins(Gap.PAGE, Gap.LARGE, Gap.PAGE, Gap.PAGE)

    def sizeHint(self) -> QSize:
        """As wide as a column of text."""
        return QSize(PAGE_WIDTH, super().sizeHint().height())


class EditorPane(QWidget):
    """Makes each editor once, when its type is first shown, and shows one of them.

    `edited`, `items_made`, `window_wanted`, `try_wanted`, `compare_wanted` and `page_wanted` are the editor's; `turned`
    comes when it is another one, `grown` when an item needed parts that were not there before.
    """

    edited = Signal(object, object)
    items_made = Signal(object, str)
    window_wanted = Signal()
    try_wanted = Signal()
    compare_wanted = Signal(str, str)
    page_wanted = Signal()
    turned = Signal()
    grown = Signal()

    def __init__(self, shelf: "PictureShelf", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shelf = shelf
        self._known_tags: Known = tuple
        self._parts: dict[Editor, int] = {}
        self._editors: dict[str, Editor] = {}
        self._preferences: Preferences | None = None
        self._has_page = False
        self.editor: Editor | None = None
        self._shown: tuple[Item | None, tuple[Problem, ...]] = (None, ())
        self._column = Column()
        self.page = QScrollArea(self)
        self.page.setFrameShape(QFrame.Shape.NoFrame)
        self.page.setWidgetResizable(True)
        self.page.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.page.setWidget(self._column)
        self._conflicts: tuple[OpenConflict, ...] = ()
        self.conflicts = ConflictBar(self)
        self.conflicts.compare_wanted.connect(self.compare_wanted)
        self.problems = ProblemList(self)
        self.problems.wanted.connect(self.focus_field)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.conflicts)
        layout.addWidget(self.page, 1)
        layout.addWidget(self.problems)

    def show_item(self, item: Item, problems: Sequence[Problem]) -> None:
        """Show `item` in the editor of its type; the very same item with the same problems is left alone."""
        shown, found = self._shown
        if item is shown and tuple(problems) == found:
            return
        other = shown is None or shown.id != item.id or self._editor_of(item) is not self.editor
        if other:
            self._turn_to(self._editor_of(item))
        self._shown = (item, tuple(problems))
        assert self.editor is not None
        self.editor.show_item(item, problems)
        self.problems.show_problems(problems)
        if other or tuple(problems) != found:
            self._count_parts(self.editor)

    def show_conflicts(self, conflicts: "Sequence[OpenConflict]") -> None:
        """Say what Canvas has otherwise of the item that is shown: at its field, else above the editor."""
        self._conflicts = tuple(conflicts)
        self.conflicts.show_conflicts(self.editor.show_conflicts(conflicts) if self.editor is not None else conflicts)

    @property
    def conflict_lines(self) -> "list[ConflictLine]":
        """What is said so, from top to bottom."""
        return [*self.conflicts.lines, *(self.editor.conflict_lines if self.editor is not None else ())]

    def allow_edits(self, allowed: bool) -> None:
        """Let the editors be used, or only be seen; the page scrolls either way."""
        self._column.setEnabled(allowed)

    def offer_tags(self, known: Known) -> None:
        """Where the tags come from that editors offer."""
        self._known_tags = known

    def offer_page(self, there: bool) -> None:
        """Let the editors lead to the quiz on Canvas, those that are not made yet too."""
        self._has_page = there
        for editor in self._editors.values():
            editor.offer_page(there)

    def carry_out(self, problem: Problem) -> None:
        """Do what the fix of a problem of the list says; the next one is at hand."""
        if isinstance(self.editor, Fixer):
            self.editor.carry_out(problem)
            if self.problems.isVisible():
                self.problems.focus_first()

    def prefer(self, preferences: Preferences) -> None:
        """Let the editors follow what the person prefers, those that are not made yet too."""
        self._preferences = preferences
        for editor in self._editors.values():
            editor.prefer(preferences)

    def finish(self) -> None:
        """Take in what is under way."""
        if self.editor is not None:
            self.editor.finish()

    def focus_field(self, field: str) -> None:
        """Put the cursor into a field of the item that is shown."""
        if self.editor is not None:
            self.editor.focus_field(field)

    def _seen(self) -> int:
        """How much of the page is seen below the top of an editor, also when there are problems below it."""
        return self.height() - control_height() - 2 * Gap.LARGE

    def _count_parts(self, editor: Editor) -> None:
        count = len(editor.findChildren(QWidget))
        if self._parts.get(editor) != count:
            self._parts[editor] = count
            self.grown.emit()

    def _editor_of(self, item: Item) -> Editor:
        key = editor_key(item)
        if key not in self._editors:
            editor = self._editors[key] = new_editor(key, self._shelf, self._column)
            editor.edited.connect(self.edited)
            editor.items_made.connect(self.items_made)
            editor.window_wanted.connect(self.window_wanted)
            editor.try_wanted.connect(self.try_wanted)
            editor.compare_wanted.connect(self.compare_wanted)
            editor.page_wanted.connect(self.page_wanted)
            editor.offer_page(self._has_page)
            if self._preferences is not None:
                editor.prefer(self._preferences)
            editor.offer_tags(lambda: self._known_tags())
            self._column.layout_of_rows.addLayout(in_column(editor, wide=True))
            editor.hide()
        return self._editors[key]

    def _turn_to(self, editor: Editor) -> None:
        self.page.verticalScrollBar().setValue(0)
        if editor is self.editor:
            return
        if self.editor is not None:
            self.editor.show_conflicts(())
            self.editor.hide()
        self.editor = editor
        self.show_conflicts(self._conflicts)
        editor.see(self._seen())
        editor.show()
        self.turned.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another window shows more of the page, or less."""
        super().resizeEvent(event)
        if self.editor is not None:
            self.editor.see(self._seen())
