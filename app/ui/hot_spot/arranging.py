"""Buttons that line up and spread out the selected regions."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QGridLayout, QWidget

from app.geometry.arrange import Axis, Side
from app.ui.fields.icon_button import IconButton
from app.ui.hot_spot import several
from app.ui.hot_spot.board import Board

_COLUMNS = 4


class Arranging(QWidget):
    """Takes no room while fewer than two regions are selected."""

    def __init__(self, board: Board, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._board = board
        self.buttons: dict[Side | Axis, IconButton] = {}
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.setColumnStretch(_COLUMNS, 1)
        for place, (what, icon, name, act) in enumerate(self._rows()):
            button = self.buttons[what] = IconButton(icon, name, self)
            button.clicked.connect(act)
            layout.addWidget(button, *divmod(place, _COLUMNS))
        board.selection_changed.connect(self._show)
        board.regions_changed.connect(self._show)
        self._show()

    def _rows(self) -> list[tuple[Side | Axis, str, str, Callable[[], None]]]:
        align, spread = partial(several.align, self._board), partial(several.distribute, self._board)
        across, down = "align-horizontal-distribute-center", "align-vertical-distribute-center"
        return [
            (Side.LEFT, "align-start-vertical", self.tr("Align left edges"), partial(align, Side.LEFT)),
            (Side.CENTRE, "align-center-vertical", self.tr("Align centres"), partial(align, Side.CENTRE)),
            (Side.RIGHT, "align-end-vertical", self.tr("Align right edges"), partial(align, Side.RIGHT)),
            (Axis.ACROSS, across, self.tr("Equal gaps across"), partial(spread, Axis.ACROSS)),
            (Side.TOP, "align-start-horizontal", self.tr("Align top edges"), partial(align, Side.TOP)),
            (Side.MIDDLE, "align-center-horizontal", self.tr("Align middles"), partial(align, Side.MIDDLE)),
            (Side.BOTTOM, "align-end-horizontal", self.tr("Align bottom edges"), partial(align, Side.BOTTOM)),
            (Axis.DOWN, down, self.tr("Equal gaps down"), partial(spread, Axis.DOWN)),
        ]

    def _show(self) -> None:
        count = len(several.changeable(self._board))
        self.setVisible(count > 1)
        for axis in Axis:
            self.buttons[axis].setEnabled(count > 2)
