"""The keys of the canvas (hot-spot.md, "Gestures")."""

from collections.abc import Callable

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from app.geometry.box import Box
from app.geometry.shape import Polygon
from app.ui.hot_spot import act, several
from app.ui.hot_spot.aim import Aim
from app.ui.hot_spot.board import Board
from app.ui.hot_spot.picture_view import PictureView
from app.ui.hot_spot.toolbox import Toolbox
from app.ui.hot_spot.tools.table import KEYS

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_PAN_STEP = 40
_OTHER_REDO = QKeyCombination(Qt.Modifier.CTRL, Qt.Key.Key_Y)
"""Some systems do not count Ctrl+Y as redo."""
_DUPLICATE = QKeyCombination(Qt.Modifier.CTRL, Qt.Key.Key_D)

_CORNER_BEFORE = QKeyCombination(Qt.Modifier.SHIFT, Qt.Key.Key_N)


def _select_all(board: Board) -> bool:
    board.select_all([region.id for region in board.visible])
    return True


_SEVERAL: dict[QKeySequence.StandardKey, Callable[[Board], bool]] = {
    QKeySequence.StandardKey.SelectAll: _select_all,
    QKeySequence.StandardKey.Copy: several.copy,
    QKeySequence.StandardKey.Cut: several.cut,
    QKeySequence.StandardKey.Paste: several.paste,
}
"""Where a paste finds no regions, the picture's own paste comes next."""
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def is_loupe_key(event: QKeyEvent) -> bool:
    """Z alone: with Ctrl it undoes."""
    return event.key() == Qt.Key.Key_Z and not event.modifiers() & (_CONTROL | _ALT)


class CanvasKeys:
    """What each key does in the present state; True means that it did something."""

    def __init__(self, view: PictureView, toolbox: Toolbox, aim: Aim) -> None:
        self._view = view
        self._toolbox, self._aim = toolbox, aim
        self._actions: dict[Qt.Key, Callable[[], bool]] = {
            Qt.Key.Key_Escape: self._escape,
            Qt.Key.Key_Return: self._enter,
            Qt.Key.Key_Enter: self._enter,
            Qt.Key.Key_Backspace: self._back,
            Qt.Key.Key_Delete: self._delete,
            Qt.Key.Key_F2: self._name,
            Qt.Key.Key_N: lambda: self._corner(1),
            Qt.Key.Key_0: self._fit,
            Qt.Key.Key_1: self._actual_size,
            Qt.Key.Key_2: self._selection,
            Qt.Key.Key_Plus: lambda: self._zoom(1),
            Qt.Key.Key_Equal: lambda: self._zoom(1),
            Qt.Key.Key_Minus: lambda: self._zoom(-1),
            Qt.Key.Key_PageUp: lambda: self._page(1),
            Qt.Key.Key_PageDown: lambda: self._page(-1),
        }

    @property
    def _board(self) -> Board:
        """What the tool in hand works on."""
        return self._toolbox.tool.board

    def wants(self, event: QKeyEvent) -> bool:
        """Whether the key is for the canvas though the window has a shortcut of that name."""
        if event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo):
            return self._toolbox.tool.draft.is_open
        if event.matches(QKeySequence.StandardKey.Paste) or self._of_several(event) is not None:
            return True
        key, plain = Qt.Key(event.key()), not event.modifiers() & (_CONTROL | _ALT)
        if key == Qt.Key.Key_Escape:
            return self._can_escape
        if key == Qt.Key.Key_Alt:
            return self._uses_alt
        if is_loupe_key(event):
            return True
        return key in _ARROWS or (plain and (key in self._actions or key in KEYS or key == Qt.Key.Key_Space))

    def press(self, event: QKeyEvent) -> bool:
        """Do what the key says."""
        if event.matches(QKeySequence.StandardKey.Undo):
            return self._toolbox.tool.undo()
        if event.matches(QKeySequence.StandardKey.Redo) or event.keyCombination() == _OTHER_REDO:
            return self._toolbox.tool.redo()
        if self._of_several(event) is not None:
            return self._act_on_several(event)
        key = Qt.Key(event.key())
        if key in _ARROWS:
            return self._arrow(*_ARROWS[key], event.modifiers())
        if event.modifiers() & (_CONTROL | _ALT):
            return False
        if key in KEYS:
            self._toolbox.pick(KEYS[key])
            return True
        if event.keyCombination() == _CORNER_BEFORE:
            return self._corner(-1)
        action = self._actions.get(key)
        return action is not None and action()

    def _of_several(self, event: QKeyEvent) -> Callable[[Board], bool] | None:
        """What the key does to all selected regions."""
        for key, act_on in _SEVERAL.items():
            if event.matches(key):
                return act_on
        return several.duplicate if event.keyCombination() == _DUPLICATE else None

    def _act_on_several(self, event: QKeyEvent) -> bool:
        act_on = self._of_several(event)
        if self._toolbox.tool.draft.is_open or self._toolbox.tool.pressed or act_on is None:
            return True
        if self._toolbox.tool.name != "select":
            self._toolbox.pick("select")
        return act_on(self._board)

    def walk_regions(self, forward: bool) -> bool:
        """Select the next visible region; False past the last one, where the focus goes on."""
        regions = self._board.visible
        if self._toolbox.tool.draft.is_open or not self._toolbox.tool.shows_regions or not regions:
            return False
        ids = [region.id for region in regions]
        step = 1 if forward else -1
        start = -1 if forward else len(ids)
        place = (ids.index(self._board.selected) if self._board.selected in ids else start) + step
        if not 0 <= place < len(ids):
            return False
        self._board.select(ids[place])
        self._view.keep_in_view(regions[place].shape.bounds)
        return True

    @property
    def _can_escape(self) -> bool:
        tool, board = self._toolbox.tool, self._board
        unfinished = tool.pressed or tool.draft.is_open or self._aim.at is not None
        return unfinished or tool.name != "select" or bool(board.selected)

    @property
    def _uses_alt(self) -> bool:
        """With something in the hand Alt is half of a key or of a gesture; the menus are not to take it for theirs."""
        tool = self._toolbox.tool
        return tool.nudges or tool.pressed or tool.draft.is_open or self._aim.at is not None

    def _escape(self) -> bool:
        if self._toolbox.tool.escape():
            return True
        if self._aim.at is not None:
            self._aim.vanish()
            return True
        if self._toolbox.tool.name == "select":
            return False
        self._toolbox.pick("select")
        return True

    def _enter(self) -> bool:
        tool = self._toolbox.tool
        if self._aim.at is not None:
            self._aim.click(tool)
            return True
        if tool.aims and not tool.draft.points:
            self._aim.appear(self._view.centre_of_view())
            return True
        return tool.enter()

    def _back(self) -> bool:
        return self._toolbox.tool.back() or self._delete()

    def _delete(self) -> bool:
        tool = self._toolbox.tool
        if self._board.selection is None or tool.draft.is_open or not tool.deletes:
            return False
        self._toolbox.tool.leave()
        act.delete(self._board)
        return True

    def _name(self) -> bool:
        board = self._board
        if board.selection is None or self._toolbox.tool.draft.is_open:
            return False
        board.name_wanted.emit(board.selected)
        return True

    def _arrow(self, across: int, down: int, modifiers: Qt.KeyboardModifier) -> bool:
        tool = self._toolbox.tool
        if tool.nudges:
            self._nudge(across, down, modifiers)
        elif tool.aims and (self._aim.at is not None or not tool.draft.points):
            self._move_aim(across, down, modifiers)
        else:
            self._view.pan(-across * _PAN_STEP, -down * _PAN_STEP)
        return True

    def _move_aim(self, across: int, down: int, modifiers: Qt.KeyboardModifier) -> None:
        """1, 10 or 100 screen pixels."""
        self._aim.appear(self._view.centre_of_view())
        step = 100 if modifiers & _CONTROL else 10 if modifiers & _SHIFT else 1
        self._aim.move(self._toolbox.tool, *self._board.move_by(across * step, down * step))

    def _nudge(self, across: int, down: int, modifiers: Qt.KeyboardModifier) -> None:
        """1 or 10 screen pixels, or with Ctrl 1 pixel of the picture; Alt resizes, or walks along a polygon."""
        board = self._board
        step = 10 if modifiers & _SHIFT else 1
        dx, dy = board.move_by(across * step, down * step)
        if modifiers & _CONTROL:
            dx, dy = across / board.size.width, down / board.size.height
        if not modifiers & _ALT:
            act.nudge(board, dx, dy)
        elif board.selection is not None and isinstance(board.selection.shape, Polygon):
            act.walk(board, across or down)
        else:
            act.resize(board, dx, dy)
        self._follow()

    def _corner(self, step: int) -> bool:
        """The same walk without Alt, which some desktops and screen readers keep for themselves."""
        board = self._board
        if board.selection is None or not self._toolbox.tool.nudges:
            return False
        act.walk(board, step)
        self._follow()
        return True

    def _follow(self) -> None:
        """Keep in view what the keys act on."""
        board = self._board
        spot = board.spot
        if spot is not None:
            self._view.keep_in_view(Box(*spot, *spot))
        elif board.selection is not None and not self._view.is_seen(board.selection.shape.bounds):
            self._view.keep_in_view(board.selection.shape.bounds)

    def _fit(self) -> bool:
        self._view.fit()
        return True

    def _actual_size(self) -> bool:
        self._view.show_actual_size()
        return True

    def _selection(self) -> bool:
        if self._board.selection is not None:
            self._view.show_box(self._board.selection.shape.bounds)
        return True

    def _zoom(self, steps: int) -> bool:
        self._view.zoom_by(steps)
        return True

    def _page(self, way: int) -> bool:
        self._view.pan(0, way * self._view.viewport().height() / 2)
        return True
