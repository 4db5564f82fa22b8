"""Selecting, moving and resizing regions, and editing vertices."""

from dataclasses import replace
from typing import ClassVar

from PySide6.QtCore import Qt

from app.geometry.box import Box
from app.geometry.guide import Line, Pull
from app.geometry.hit import BODY, Hit, Part, hit
from app.geometry.region import Region
from app.geometry.shape import Shape
from app.message import Message, message
from app.session.edit import Edit
from app.ui.hot_spot import act
from app.ui.hot_spot.board import Board
from app.ui.hot_spot.metric import MOVE_DISTANCE
from app.ui.hot_spot.pointer import Pointer
from app.ui.hot_spot.several import changeable
from app.ui.hot_spot.tools.grip import Grip
from app.ui.hot_spot.tools.group import Band, Group
from app.ui.hot_spot.tools.guide import guided
from app.ui.hot_spot.tools.next_act import NextAct
from app.ui.hot_spot.tools.tool import Tool


class SelectTool(Tool):
    """Hover → Press → Drag, which starts only after 3 px, so that selecting never shifts a region."""

    name: ClassVar[str] = "select"
    title: ClassVar[Message] = message("Select and move")
    icon: ClassVar[str] = "mouse-pointer-2"
    key: ClassVar[Qt.Key | None] = Qt.Key.Key_V
    aims: ClassVar[bool] = False

    def __init__(self, board: Board) -> None:
        super().__init__(board)
        self._grip: Grip | None = None
        self._dragging = False
        self._over: tuple[Region, Hit] | None = None
        self._takes_away = False
        self._several: Band | Group | None = None
        self._pull = Pull()

    @property
    def outlines(self) -> tuple[Shape, ...]:
        """The band, or the regions that move together."""
        return self._several.outlines if self._several is not None else ()

    @property
    def nudges(self) -> bool:
        """The selected region."""
        return self.board.selection is not None

    @property
    def guides(self) -> tuple[Line, ...]:
        """With what the shape in the hand is lined up."""
        return self._pull.lines

    @property
    def cursor(self) -> Qt.CursorShape:
        """The next action."""
        return self._next.cursor

    @property
    def hint(self) -> str:
        """The next action in words."""
        return self._next.hint

    @property
    def _next(self) -> NextAct:
        banding = isinstance(self._several, Band)
        return NextAct(self.board, self._over, self._takes_away, self._grip, self._dragging, banding)

    def part_under(self, pointer: Pointer) -> Part | None:
        """What a press there takes hold of."""
        found = self._under(pointer)
        return found[1].part if found is not None else None

    def press(self, pointer: Pointer) -> None:
        """Select what is under the pointer."""
        self._press = pointer
        self._dragging = False
        found = self._below(pointer) if pointer.centre else self._under(pointer)
        self._grip = Grip(*found, pointer) if found else None
        if self._grip is None:
            self._several = Band(pointer, Box.around((pointer.at.within(),)))
            if not pointer.square:
                self.board.select("")
        elif not self._waits(self._grip, pointer):
            held = self._grip.vertex if self._grip.part.part is Part.VERTEX else None
            self.board.select(self._grip.region.id, held)
        self._over = found
        self.changed.emit()

    def move(self, pointer: Pointer) -> None:
        """Show what is under the pointer, or drag what is held."""
        if self._press is None:
            self._hover(pointer)
        elif self._several is not None:
            self._lead(self._several, pointer)
        elif self._grip is not None:
            self._drag(self._grip, pointer)

    def release(self, pointer: Pointer) -> None:
        """Finish the drag as one step; a click on a midpoint inserts the vertex there, with Ctrl one deletes it."""
        grip, self._grip, dragging = self._grip, None, self._dragging
        press, self._press, self._dragging = self._press, None, False
        several, self._several, self._pull = self._several, None, Pull()
        if several is not None:
            self._finish(several, pointer, dragging=dragging)
        elif grip is not None and press is not None and not dragging and self._waits(grip, press):
            self._choose(grip, press)
        elif grip is None or self.board.region(grip.region.id) != grip.region:
            self.board.show_live(None)
        elif dragging:
            self._commit(grip, pointer)
        elif press is not None and press.free and grip.vertex is not None:
            self._delete(grip)
        elif grip.part.part is Part.MIDPOINT and not grip.region.locked:
            self.board.reshape(grip.region.id, grip.grown(), Edit(self.tr("Insert corner")))
            self.board.select(grip.region.id, grip.vertex)
        self._hover(pointer)

    def enter(self) -> bool:
        """Put a corner where the keyboard stands between two of them."""
        if self.board.edge is None:
            return False
        act.insert(self.board)
        return True

    def escape(self) -> bool:
        """Put a dragged shape back, else let go of the vertex, else of the region."""
        if self._grip is not None or self._several is not None:
            self.leave()
        elif self.board.vertex is not None or self.board.edge is not None:
            self.board.select(self.board.selected)
        elif self.board.selected:
            self.board.select("")
        else:
            return False
        return True

    def leave(self) -> None:
        """Put what is dragged back where it was; the rest of the press does nothing."""
        if self._grip is not None or self._several is not None:
            self._grip, self._several, self._dragging, self._pull = None, None, False, Pull()
            self.board.show_live(None)
            self.board.draft_changed.emit()
        self.changed.emit()

    def _waits(self, grip: Grip, press: Pointer) -> bool:
        """Whether only the release tells what is selected: Shift adds one, and one of several may be dragged along."""
        return grip.part.part in (Part.BODY, Part.EDGE) and (press.square or self._is_one_of_several(grip))

    def _is_one_of_several(self, grip: Grip) -> bool:
        return bool(self.board.others) and grip.region in self.board.chosen

    def _choose(self, grip: Grip, press: Pointer) -> None:
        if press.square:
            self.board.select_also(grip.region.id)
        else:
            self.board.select(grip.region.id)

    def _lead(self, several: Band | Group, pointer: Pointer) -> None:
        if self._dragging or several.press.distance(pointer) >= MOVE_DISTANCE:
            self._dragging = True
            if isinstance(several, Group):
                pointer, self._pull = guided(self.board, several, pointer)
            self._several = several.dragged(pointer)
            self.board.draft_changed.emit()

    def _finish(self, several: Band | Group, pointer: Pointer, *, dragging: bool) -> None:
        self.board.draft_changed.emit()
        if not dragging:
            return
        if isinstance(several, Group):
            several = several.dragged(guided(self.board, several, pointer)[0])
            if all(self.board.region(key) is not None for key in several.now):  # an undo may have taken one
                self.board.reshape_all(several.now, Edit(self.tr("Move regions")))
            return
        several = several.dragged(pointer)
        found = [region.id for region in self.board.visible if several.holds(region)]
        kept = [region.id for region in self.board.chosen if several.press.square and region.id not in found]
        self.board.select_all([*kept, *found])

    def _under(self, pointer: Pointer) -> tuple[Region, Hit] | None:
        selected = self.board.selection
        if selected is not None and not selected.hidden:
            handles = not selected.locked and not self.board.others
            part = hit(selected.shape, pointer.at, self.board.screen, handles=handles, reach=pointer.reach)
            if part is not None:
                return selected, part
        stack = self._stack(pointer)
        return (stack[0], BODY) if stack else None

    def _below(self, pointer: Pointer) -> tuple[Region, Hit] | None:
        """Alt+click: the next of all regions under the pointer, from the top down, round and round."""
        stack = self._stack(pointer)
        if not stack:
            return None
        ids = [region.id for region in stack]
        place = ids.index(self.board.selected) + 1 if self.board.selected in ids else 0
        return stack[place % len(stack)], BODY

    def _stack(self, pointer: Pointer) -> list[Region]:
        screen = self.board.screen
        return [
            region
            for region in reversed(self.board.visible)
            if hit(region.shape, pointer.at, screen, handles=False) is not None
        ]

    def _hover(self, pointer: Pointer) -> None:
        over = self._under(pointer)
        self.board.hover(over[0].id if over else "")
        if (over, pointer.free) != (self._over, self._takes_away):
            self._over, self._takes_away = over, pointer.free
            self.changed.emit()

    def _drag(self, grip: Grip, pointer: Pointer) -> None:
        if self.board.region(grip.region.id) != grip.region:  # an undo took it out of the hand
            self.leave()
            return
        if not self._dragging:
            if grip.press.distance(pointer) < MOVE_DISTANCE:
                return
            if grip.region.locked:
                self._grip = None
                self.board.said.emit(self.tr("This region is locked. Unlock it in the list to change it."))
                return
            self._dragging = True
            if self._is_one_of_several(grip) and grip.part.part in (Part.BODY, Part.EDGE):
                shapes = changeable(self.board)
                self._several = Group(grip.press, shapes, shapes)
                self._lead(self._several, pointer)
                return
            self.board.select(grip.region.id, grip.vertex)
            self.changed.emit()
        pointer, self._pull = guided(self.board, grip, pointer)
        self.board.show_live(replace(grip.region, shape=grip.dragged(pointer, self.board.size)))

    def _delete(self, grip: Grip) -> None:
        """A second click at once would else put a corner between those that are neighbours now."""
        if grip.part.part is Part.VERTEX:
            self.board.select(grip.region.id, grip.vertex)
            act.delete(self.board)

    def _commit(self, grip: Grip, pointer: Pointer) -> None:
        pointer, _ = guided(self.board, grip, pointer)
        shape = grip.dragged(pointer, self.board.size)
        self.board.reshape(grip.region.id, shape, self._edit(grip))

    def _edit(self, grip: Grip) -> Edit:
        if grip.part.part is Part.MIDPOINT:
            return Edit(self.tr("Insert corner"))
        if grip.part.part is Part.VERTEX:
            return Edit(self.tr("Move corner") if grip.vertex is not None else self.tr("Resize region"))
        return Edit(self.tr("Move region"))
