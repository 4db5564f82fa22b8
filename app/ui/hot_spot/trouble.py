"""What is wrong with the form of the selected region, said while it is drawn, with the one click that mends it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.geometry.area import area
from app.geometry.ease import hard_to_hit, seen_size
from app.geometry.region import Region
from app.ui.fields.icon_label import IconLabel
from app.ui.fields.quiet import QuietLabel
from app.ui.fields.text_button import TextButton
from app.ui.hot_spot import act
from app.ui.hot_spot.board import Board
from app.ui.hot_spot.shape_words import region_name
from app.ui.icons import icon
from app.ui.theme import Gap, Role


class TroubleLine(QWidget):
    """One trouble: its mark, its words, and the button that mends it."""

    def __init__(self, mark: str, tone: Role, mend: str, do: Callable[[], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        label = IconLabel(self)
        label.show_icon(icon(mark, tone))
        self.words = QuietLabel("", self)
        self.mend = TextButton(mend, self)
        line = QHBoxLayout()
        line.setSpacing(Gap.TIGHT)
        line.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.words, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, Gap.TIGHT, 0, 0)
        layout.setSpacing(Gap.TIGHT)
        layout.addLayout(line)
        layout.addWidget(self.mend, 0, Qt.AlignmentFlag.AlignLeft)
        self.mend.clicked.connect(do)
        self.hide()


class RegionTrouble(QWidget):
    """Follows the selected region, in the middle of a gesture too; that a line begins to cross itself is spoken."""

    def __init__(self, board: Board, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._board = board
        self._crossed = ""
        self.crossing = TroubleLine(
            "circle-alert", "danger", self.tr("Untangle"), lambda: act.untangle(board, board.selected), self
        )
        self.small = TroubleLine(
            "triangle-alert", "warning", self.tr("Make it larger"), lambda: act.enlarge(board, board.selected), self
        )
        self.crossing.words.setText(self.tr("The line crosses itself."))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.crossing)
        layout.addWidget(self.small)
        for changed in (board.regions_changed, board.selection_changed, board.live_changed):
            changed.connect(self.show_selection)

    def show_selection(self) -> None:
        """Show what is wrong with the selected region as it is now."""
        region = self._board.shown_selection
        crossed = region is not None and act.crosses(region)
        small = region is not None and self._is_small(region)
        self.crossing.setVisible(crossed)
        self.small.setVisible(small)
        for line in (self.crossing, self.small):
            line.mend.setEnabled(region is not None and not region.locked)
        if region is not None and small:
            size = seen_size(region.shape, self._board.size)
            text = self.tr("Hard to hit: students see it about {width} × {height} px large.")
            self.small.words.setText(text.format(width=round(size.width), height=round(size.height)))
        self._speak(region if crossed else None)

    def _is_small(self, region: Region) -> bool:
        return self._board.has_picture and area(region.shape) > 0 and hard_to_hit(region.shape, self._board.size)

    def _speak(self, crossed: Region | None) -> None:
        before, self._crossed = self._crossed, crossed.id if crossed is not None else ""
        if crossed is not None and self._crossed != before:
            name = region_name(crossed, self._board.number(crossed.id))
            self._board.said.emit(self.tr("The line of {region} crosses itself.").format(region=name))
