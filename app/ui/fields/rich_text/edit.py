"""The widget in which a rich text is written; it grows with its text."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMimeData, QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragLeaveEvent,
    QDropEvent,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QWidget

from app.html.atom import AtomKind
from app.html.chosen import Chosen
from app.html.gesture import removed
from app.html.rich import Block
from app.html.splice import Spot
from app.html.tag import Tag
from app.ui.fields.growing_edit import GrowingEdit
from app.ui.fields.rich_text import clipboard
from app.ui.fields.rich_text.atom_place import atom_at, format_at, is_atom
from app.ui.fields.rich_text.cursor_place import moved_place
from app.ui.fields.rich_text.document import RichDocument
from app.ui.fields.rich_text.keys import Keys, erases, writes
from app.ui.fields.rich_text.margin import paint_margin
from app.ui.fields.rich_text.pasted_texts import pasted_texts
from app.ui.fields.rich_text.patch import Patch
from app.ui.fields.rich_text.picture_handle import PictureHandle
from app.ui.fields.rich_text.style import OBJECTS, marks_at


class RichEdit(GrowingEdit):
    """Shows blocks and tells of the person's changes.

    `typed` comes with every key of a burst, `stepping` before and `stepped` after a change that is a step of its own;
    `wrote` when a key or an input method put signs in. Where `gives_texts` is on, several lines that are pasted are
    told by `texts_pasted` and not put in.
    """

    typed = Signal()
    stepping = Signal()
    stepped = Signal()
    entered = Signal()
    menu_wanted = Signal(QPoint)
    opened = Signal()
    picture_offered = Signal(object)
    pasted = Signal(object)
    texts_pasted = Signal(object)
    wanted = Signal(str)
    resized = Signal(int)
    wrote = Signal()

    def __init__(self, parent: QWidget | None = None, *, lines: int = 1) -> None:
        super().__init__(parent, lines=lines)
        self.gives_texts = False
        self.rich = RichDocument(self.font(), self)
        self.setDocument(self.rich)
        self.keys = Keys(self)
        self._chosen: Chosen | None = None
        self._chosen_at = (0, 0, 0)
        self.handle = PictureHandle(self)
        self.grow_with_document()
        self.rich.typed.connect(self.typed)

    def texts(self) -> list[str]:
        """What each block says, `\\n` for a line break in one."""
        return [_text(block) for block in self.rich.blocks] or [""]

    @property
    def is_in_lines(self) -> bool:
        """Whether the cursor is where Enter makes another line of the same thing: in a list, table or code."""
        block = self.rich.block_at(self.textCursor().position())
        return block is not None and (bool(block.containers) or (block.tag is not None and block.tag.name == "pre"))

    @property
    def is_all_selected(self) -> bool:
        """Whether what is typed now replaces everything."""
        cursor = self.textCursor()
        ends = (cursor.selectionStart(), cursor.selectionEnd())
        return cursor.hasSelection() and ends == (0, self.rich.characterCount() - 1)

    @property
    def chosen(self) -> Chosen:
        """The text and what is selected in it."""
        cursor = self.textCursor()
        here = (self.rich.revision(), cursor.anchor(), cursor.position())
        if self._chosen is None or self._chosen_at != here:
            self._chosen, self._chosen_at = self.rich.chosen(cursor.anchor(), cursor.position()), here
        return self._chosen

    def show_blocks(self, blocks: Sequence[Block]) -> None:
        """Show these; the cursor keeps its place among words that stay, and is at the end where nobody put it."""
        cursor = self.textCursor()
        ends = [self._line_place(one) for one in (cursor.anchor(), cursor.position())]
        done = self._patch(blocks)
        if done is not None and not self.hasFocus():
            self.moveCursor(QTextCursor.MoveOperation.End)
        elif done is not None:
            anchor, position = (self._position(*moved_place(done, *end)) for end in ends)
            self._select(anchor, position)
        if done is not None:
            self.cursorPositionChanged.emit()

    def _patch(self, blocks: Sequence[Block]) -> Patch | None:
        """While lines are replaced nobody may ask for them: what Qt tells meanwhile is told when all is done."""
        with QSignalBlocker(self):
            return self.rich.show_blocks(blocks)

    def _take_over(self, chosen: Chosen) -> bool:
        """Show it, and what is selected in it, before anybody is told; False where the text was the same."""
        before = self.rich.blocks
        done = self._patch(chosen.blocks)
        self.select(chosen.anchor, chosen.position)
        if done is not None:
            self.cursorPositionChanged.emit()
        return self.rich.blocks != before

    def take(self, chosen: Chosen) -> None:
        """Take over what typing made of the text."""
        if self._take_over(chosen):
            self.typed.emit()

    def step(self, chosen: Chosen) -> None:
        """Take over what a command made of the text, as one step."""
        self.stepping.emit()
        if self._take_over(chosen):
            self.stepped.emit()

    def select(self, anchor: Spot, position: Spot | None = None) -> None:
        """Select from one place to the other, or put the cursor there."""
        end = self.rich.position(position if position is not None else anchor)
        self._select(self.rich.position(anchor), end)

    def select_block(self, number: int) -> None:
        """Put the cursor at the beginning of a block."""
        self.select(Spot(number, 0))

    def select_atom(self, position: int) -> None:
        """Select the atom at a position."""
        self._select(position, position + 1)

    def select_equation(self) -> None:
        """Select the equation that the cursor stands behind or before."""
        cursor = self.textCursor()
        if cursor.hasSelection():
            return
        for position in (cursor.position() - 1, cursor.position()):
            if position >= 0 and is_atom(self.rich, position) and self._kind_at(position) is AtomKind.EQUATION:
                self._select(position, position + 1)
                return

    def _kind_at(self, position: int) -> AtomKind | None:
        shown = format_at(self.rich, position).objectType()
        return next((kind for kind, number in OBJECTS.items() if number == shown), None)

    def selected_picture(self) -> int | None:
        """The position of the picture that is selected and nothing else."""
        cursor = self.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        if end != start + 1 or not is_atom(self.rich, start):
            return None
        return start if self._kind_at(start) is AtomKind.PICTURE else None

    def marks(self) -> tuple[Tag, ...]:
        """The marks of what would be typed now."""
        return marks_at(self.currentCharFormat())

    def write_with(self, marks: tuple[Tag, ...]) -> None:
        """Give these marks to what is typed next."""
        block = self.rich.block_at(self.textCursor().position())
        self.setCurrentCharFormat(self.rich.style.words(marks, block))

    def cut_chosen(self) -> None:
        """Cut, as one step."""
        self.copy()
        self.step(removed(self.chosen))

    def _select(self, anchor: int, position: int) -> None:
        cursor = self.textCursor()
        if (cursor.anchor(), cursor.position()) != (anchor, position):
            cursor.setPosition(anchor)
            cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)

    def _line_place(self, position: int) -> tuple[int, int]:
        block = self.rich.findBlock(position)
        return block.blockNumber(), position - block.position()

    def _position(self, line: int, place: int) -> int:
        block = self.rich.findBlockByNumber(line)
        return block.position() + min(place, block.length() - 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Commands, and keys that change the lines themselves, are ours; single signs are Qt's."""
        if self.isReadOnly() or not self.keys.press(event):
            signs = writes(event) and not erases(event)
            self._make_room(signs)
            super().keyPressEvent(event)
            if signs and not self.isReadOnly():
                self.wrote.emit()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """What is composed replaces what is selected, over several lines too."""
        self._make_room(bool(event.preeditString() or event.commitString()))
        super().inputMethodEvent(event)
        if event.commitString():
            self.wrote.emit()

    def _make_room(self, writes_now: bool) -> None:
        chosen = self.chosen if writes_now and self.textCursor().hasSelection() and not self.isReadOnly() else None
        if chosen is not None and chosen.start.block != chosen.end.block:
            self.take(removed(chosen))

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy with everything that the text has."""
        return clipboard.copied(self.chosen)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Words, markup and pictures."""
        return clipboard.can_paste(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste, as one step; a picture is taken into the library first."""
        if clipboard.is_picture(source):
            self.picture_offered.emit(source)
            return
        texts = pasted_texts(source) if self.gives_texts and not self.is_in_lines else ()
        if len(texts) > 1:
            self.texts_pasted.emit(texts)
        else:
            clipboard.paste(self, source)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The text, and beside it what belongs to lists and quotes."""
        super().paintEvent(event)
        paint_margin(self.viewport(), self.rich, event.rect())
        if self.selected_picture() is not None:
            painter = QPainter(self.viewport())
            self.handle.paint(painter)
            painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A picture is resized by its handle."""
        if self.isReadOnly() or not self.handle.press(event.position()):
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The picture's corner follows, else a selection does."""
        if self.handle.is_dragged:
            self.handle.move(event.position())
        else:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on an atom selects it."""
        if self.handle.is_dragged:
            self.resized.emit(self.handle.release())
            return
        super().mouseReleaseEvent(event)
        atom = atom_at(self, event.position())
        if atom is not None and self.textCursor().selectionEnd() - self.textCursor().selectionStart() <= 1:
            self._select(atom, atom + 1)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A picture, an equation or a chip is opened, a word selected."""
        atom = atom_at(self, event.position())
        if atom is None:
            super().mouseDoubleClickEvent(event)
        else:
            self._select(atom, atom + 1)
            self.opened.emit()

    def dropEvent(self, event: QDropEvent) -> None:
        """What is moved within the text is moved in one step; Qt would take it out behind our back."""
        place = self.cursorForPosition(event.position().toPoint()).position()
        data = event.mimeData()
        if event.source() in (self, self.viewport()) and event.dropAction() == Qt.DropAction.MoveAction:
            clipboard.move(self, data, place)
        else:
            self._select(place, place)
            self.insertFromMimeData(data)
        event.acceptProposedAction()
        super().dragLeaveEvent(QDragLeaveEvent())

    def changeEvent(self, event: QEvent) -> None:
        """Another font or other colours: every line is made anew."""
        super().changeEvent(event)
        kinds = (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange, QEvent.Type.PaletteChange)
        if event.type() in kinds and hasattr(self, "rich"):
            with QSignalBlocker(self):
                self.rich.show_again(self.font())
            self.fit_margin()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The toolbar comes."""
        super().focusInEvent(event)
        self.entered.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Our own menu: Qt's has a history of its own and pastes without asking how."""
        self.menu_wanted.emit(event.globalPos())


def _text(block: Block) -> str:
    return "".join(getattr(one, "text", "") for one in block.inlines)
