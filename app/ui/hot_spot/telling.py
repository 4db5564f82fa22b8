"""What the drawer says: hints and news under the canvas, the canvas's own name, and words for screen readers."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject

from app.ui.fields.announce import speaks_by_description
from app.ui.hot_spot.announcer import Announcer
from app.ui.hot_spot.board import EMPTY
from app.ui.hot_spot.drawing_voice import DrawingVoice
from app.ui.hot_spot.shape_words import spoken_region
from app.ui.hot_spot.status_line import StatusLine
from app.ui.hot_spot.toolbox import Toolbox
from app.ui.hot_spot.view import RegionView


class Telling(QObject):
    """Listens to board and tools; `picture` is the name of the file that is shown."""

    def __init__(self, view: RegionView, toolbox: Toolbox, status: StatusLine, list_speaks: Callable[[], bool]) -> None:
        """`list_speaks`: the list has the focus, and says itself what is selected in it."""
        super().__init__(view)
        board = view.board
        self.picture = ""
        self._view, self._board, self._toolbox, self._status = view, board, toolbox, status
        self._in_hand = toolbox.tool.name
        self._announcer = Announcer(board, list_speaks)
        self._voice = DrawingVoice(board, toolbox, view.aim, view.hasFocus)
        for voice in (self._announcer, self._voice):
            voice.spoken.connect(status.speak)
        board.said.connect(status.say)
        board.regions_changed.connect(self.name_canvas)
        board.regions_changed.connect(self._described)
        view.installEventFilter(self)
        board.selection_changed.connect(self._selected)
        toolbox.tool_changed.connect(self._show_hint)
        toolbox.picked.connect(self._picked)
        view.aim.moved.connect(self._show_hint)

    def forget(self) -> None:
        """Other regions are going to be shown, which is no change."""
        self._announcer.forget()

    def settle(self) -> None:
        """What is shown now is what the next change is compared with."""
        self._announcer.settle()

    def name_canvas(self) -> None:
        """Name the canvas by its picture and by how many regions there are."""
        size, count = self._board.size, len(self._board.regions)
        width, height = (0, 0) if size is EMPTY else (int(size.width), int(size.height))
        text = self.tr("Picture {name}, {width} by {height} pixels, regions: {count}")
        self._view.setAccessibleName(text.format(name=self.picture, width=width, height=height, count=count))

    def _selected(self) -> None:
        self._described()
        self._show_hint()

    def _described(self) -> None:
        """Where the description is what speaks, the news themselves are it while the focus is here."""
        if not (speaks_by_description() and self._view.hasFocus()):
            self._describe()

    def _describe(self) -> None:
        """What is selected, for who comes to the canvas."""
        region = self._board.selection
        if region is not None:
            words = spoken_region(region, self._board.number(region.id), len(self._board.regions))
            self._view.setAccessibleDescription(words)

    def _show_hint(self) -> None:
        """With the aim in hand nothing is clicked or dragged: then it is told what the keys do."""
        if self._board.size is EMPTY:
            return
        keys = self.tr("Arrow keys move the aim (Shift: 10, Ctrl: 100). Enter clicks there. Esc: stop.")
        self._status.show_hint(keys if self._view.aim.at is not None else self._toolbox.tool.hint)

    def _picked(self, name: str) -> None:
        if name != self._in_hand:
            self._in_hand = name
            self._status.end_news()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Who comes to the canvas is told what is selected."""
        if event.type() == QEvent.Type.FocusIn:
            self._describe()
        return False
