"""The canvas: turns what a mouse, a pen, a finger or a wheel does into reports for the tool."""

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QMouseEvent, QNativeGestureEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QGraphicsScene, QWidget

from app.geometry.box import Box
from app.geometry.hit import REACH
from app.geometry.point import Point
from app.ui.hot_spot.aim import Aim
from app.ui.hot_spot.board import Board
from app.ui.hot_spot.keyboard_ring import KeyboardRing
from app.ui.hot_spot.keys import CanvasKeys, is_loupe_key
from app.ui.hot_spot.layers import Layers
from app.ui.hot_spot.loupe import Loupe
from app.ui.hot_spot.metric import CLOSING, CLOSING_TOUCH
from app.ui.hot_spot.minus_cursor import minus_cursor
from app.ui.hot_spot.picture_view import PictureView
from app.ui.hot_spot.pointer import Pointer
from app.ui.hot_spot.toolbox import Toolbox
from app.ui.hot_spot.twins import RegionTwins

_NOTCH = 120
_MODIFIERS = {
    Qt.Key.Key_Shift: Qt.KeyboardModifier.ShiftModifier,
    Qt.Key.Key_Alt: Qt.KeyboardModifier.AltModifier,
    Qt.Key.Key_Control: Qt.KeyboardModifier.ControlModifier,
}
_BY_KEYS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)
_LEFT_AS_IT_IS = (
    Qt.FocusReason.MouseFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
)
"""Nothing moves under a press, nor where the person only comes back."""


class RegionView(PictureView):
    """One stream of pointer reports to the tool in hand; panning and zooming never reach it.

    `entered` comes when it gets the focus by keys or from a tool.
    """

    entered = Signal()

    def __init__(self, board: Board, toolbox: Toolbox, parent: QWidget | None = None) -> None:
        super().__init__(board, parent)
        self.toolbox = toolbox
        self.layers = Layers(self.scene(), board, toolbox)
        self.aim = Aim(board)
        self.loupe = Loupe(self, self.layers)
        self._ring = KeyboardRing(self, toolbox, self.aim)
        self.wheel_zooms = True
        self.twins = RegionTwins(self)
        self._space = False
        self._pan_from: QPointF | None = None
        self._at = QPointF()
        self._is_over = False
        self._time = 0
        self._turned = 0.0
        self._keys = CanvasKeys(self, toolbox, self.aim)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAcceptDrops(False)
        self.viewport().setAcceptDrops(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.zoomed.connect(self.layers.renew)
        self.layers.settled_changed.connect(self._renew_background)
        self.aim.moved.connect(self._show_aim)
        toolbox.tool_changed.connect(self._show_cursor)
        toolbox.picked.connect(self.aim.vanish)

    def _renew_background(self, part: QRectF) -> None:
        self.invalidateScene(part, QGraphicsScene.SceneLayer.BackgroundLayer)

    def _pointer(
        self, at: QPointF, modifiers: Qt.KeyboardModifier, *, double: bool = False, touch: bool = False
    ) -> Pointer:
        return Pointer(
            self.to_picture(at),
            (at.x(), at.y()),
            time=self._time,
            square=bool(modifiers & Qt.KeyboardModifier.ShiftModifier),
            centre=bool(modifiers & Qt.KeyboardModifier.AltModifier),
            carry=self._space,
            free=bool(modifiers & Qt.KeyboardModifier.ControlModifier),
            double=double,
            reach=REACH,
            closing=CLOSING_TOUCH if touch else CLOSING,
        )

    def _reported(self, event: QMouseEvent, *, double: bool = False) -> Pointer:
        self._at, self._time = event.position(), event.timestamp()
        touch = event.source() != Qt.MouseEventSource.MouseEventNotSynthesized
        return self._pointer(event.position(), event.modifiers(), double=double, touch=touch)

    def _show_aim(self, at: Point | None) -> None:
        self.layers.aim.show_at(at)
        if at is not None:
            self.keep_in_view(Box(at.x, at.y, at.x, at.y))
            self.loupe.follow(self.to_view(at))

    def _show_cursor(self) -> None:
        if self._pan_from is not None:
            cursor = Qt.CursorShape.ClosedHandCursor
        elif self._space and not self.toolbox.tool.pressed:
            cursor = Qt.CursorShape.OpenHandCursor
        else:
            cursor = self.toolbox.tool.cursor
        if self.viewport().cursor().shape() != cursor:
            self.viewport().setCursor(minus_cursor() if cursor == Qt.CursorShape.BitmapCursor else cursor)

    def _modifiers_changed(self, event: QKeyEvent, *, down: bool) -> None:
        """A key changes at once what the drag makes, or a click would do, without a movement of the mouse."""
        held = event.modifiers()
        own = _MODIFIERS[Qt.Key(event.key())]
        held = held | own if down else held & ~own
        tool = self.toolbox.tool
        if self.aim.at is None and (tool.pressed or tool.draft.points or self._is_over):
            tool.move(self._pointer(self._at, held))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Pan with the middle button, Space or the hand; the main button is the tool's."""
        self._press(event, double=False)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A second press that may also close an outline."""
        self._press(event, double=True)

    def _press(self, event: QMouseEvent, *, double: bool) -> None:
        event.accept()
        self.aim.vanish()
        self._ring.lead(False)
        pointer = self._reported(event, double=double)
        main = event.button() == Qt.MouseButton.LeftButton
        if event.button() == Qt.MouseButton.MiddleButton or (main and (self._space or self.toolbox.tool.pans)):
            self._pan_from = event.position()
            self._show_cursor()
        elif main and self._pan_from is None:
            self.toolbox.tool.press(pointer)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pan, or lead the tool."""
        event.accept()
        self._is_over = True
        self.loupe.follow(event.position())
        if self._pan_from is not None:
            moved = event.position() - self._pan_from
            self._pan_from = event.position()
            self.pan(moved.x(), moved.y())
            return
        self.aim.vanish()
        self.toolbox.tool.move(self._reported(event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the pan or the gesture."""
        event.accept()
        if self._pan_from is not None:
            self._pan_from = None
            self._show_cursor()
        elif event.button() == Qt.MouseButton.LeftButton:
            self.toolbox.tool.release(self._reported(event))

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the pointer any more."""
        super().leaveEvent(event)
        self._is_over = False
        self.board.hover("")
        self.loupe.follow(None)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show the tool's pointer."""
        super().enterEvent(event)
        self._show_cursor()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl+wheel zooms always; the plain wheel and two fingers only with the focus, else the page scrolls."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if not control and not self.hasFocus():
            event.ignore()
            return
        event.accept()
        across = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if not event.pixelDelta().isNull() and not control:
            self.pan(event.pixelDelta().x(), event.pixelDelta().y())
        elif control or (self.wheel_zooms and not across):
            self._turn(event.angleDelta().y(), event.position())
        else:
            turned = event.angleDelta()
            sideways = turned.x() or turned.y()
            self.pan(sideways if across else turned.x(), 0 if across else turned.y())

    def _turn(self, angle: int, at: QPointF) -> None:
        self._turned += angle / _NOTCH
        steps = int(self._turned)
        self._turned -= steps
        if steps:
            self.zoom_by(steps, at)

    def viewportEvent(self, event: QEvent) -> bool:
        """A pinch on a trackpad zooms."""
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self.scale_by(1 + event.value(), event.position())
            return True
        return super().viewportEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keys that mean something here do not reach shortcuts of the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._keys.wants(event):
            event.accept()
            return True
        return super().event(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes from region to region, then on."""
        self._ring.lead(True)
        return self._keys.walk_regions(forward) or super().focusNextPrevChild(forward)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show who came by keys what they act on."""
        super().focusInEvent(event)
        self._ring.lead(event.reason() in _BY_KEYS)
        self._ring.renew()
        if event.reason() not in _LEFT_AS_IT_IS:
            self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A key that is released elsewhere is not held here."""
        super().focusOutEvent(event)
        self._ring.renew()
        self._space = False
        self.loupe.hold(False)
        self._show_cursor()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space pans or carries, Z shows the loupe, modifier keys act at once, the rest is in the table of keys."""
        if is_loupe_key(event):
            self.loupe.hold(True)
        elif event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space = True
            self._show_cursor()
        elif event.key() in _MODIFIERS:
            self._modifiers_changed(event, down=True)
        elif event.key() != Qt.Key.Key_Space:
            self._ring.lead(True)
            if not self._keys.press(event):
                event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Let go of Space, of Z and of modifier keys."""
        if event.key() == Qt.Key.Key_Z and not event.isAutoRepeat():
            self.loupe.hold(False)
        elif event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space = False
            self._show_cursor()
        elif event.key() in _MODIFIERS:
            self._modifiers_changed(event, down=False)

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        """The picture and the settled regions."""
        super().drawBackground(painter, rect)
        self.layers.draw_settled(painter, QRectF(rect))
