"""Which tool is in the hand."""

from PySide6.QtCore import QObject, Signal

from app.ui.hot_spot.board import Board
from app.ui.hot_spot.tools.table import TOOLS
from app.ui.hot_spot.tools.tool import Tool


class Toolbox(QObject):
    """The tools of one drawer. After a shape is drawn Select comes back, unless the tool was picked to stay."""

    picked = Signal(str)
    tool_changed = Signal()

    def __init__(self, board: Board) -> None:
        super().__init__(board)
        self._tools = {kind.name: kind(board) for kind in TOOLS}
        self.tool: Tool = self._tools["select"]
        self._stays = False
        for tool in self._tools.values():
            tool.changed.connect(self._tell)
        board.shape_added.connect(self._drawn)

    def add(self, tool: Tool) -> None:
        """Take in one more tool."""
        self._tools[tool.name] = tool
        tool.changed.connect(self._tell)

    @property
    def boards(self) -> tuple[Board, ...]:
        """What the tools work on, each once."""
        return tuple(dict.fromkeys(tool.board for tool in self._tools.values()))

    def named(self, name: str) -> Tool:
        """The tool of that name. Raises KeyError."""
        return self._tools[name]

    def pick(self, name: str, *, stays: bool = False) -> None:
        """Take a tool; what the last one left unfinished is dropped. Picked again it stays after drawing."""
        self._stays = stays
        if name != self.tool.name:
            self.tool.leave()
            self.tool = self._tools[name]
            self.tool.begin()
        self.picked.emit(name)
        self.tool_changed.emit()

    def _drawn(self) -> None:
        if not self._stays:
            self.pick("select")

    def _tell(self) -> None:
        if self.sender() is self.tool:
            self.tool_changed.emit()
