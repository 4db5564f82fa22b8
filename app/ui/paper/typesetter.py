"""Lays sheets out as pages, a few milliseconds at a time."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.paper.pages import Block, pages
from app.paper.sheet import Sheet, SheetKind
from app.session.piecework import Piecework
from app.ui.paper.drawn_head import DrawnHead
from app.ui.paper.drawn_part import DrawnPart
from app.ui.paper.kit import Kit
from app.ui.paper.metric import Metric
from app.ui.paper.needs import Needs
from app.ui.paper.page import Page
from app.ui.paper.stock import Stock, StockedPicture
from app.ui.theme import on_paper

if TYPE_CHECKING:
    from app.session.pictures import PictureShelf


class Typesetter(QObject):
    """`went_on` gives how many of how many parts are laid out, `ended` the pages of all sheets in their order.

    What was begun last counts; what was under way goes.
    """

    went_on = Signal(int, int)
    ended = Signal(object)

    def __init__(self, shelf: "PictureShelf", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stock = Stock(shelf, self)
        self._stock.ready.connect(self._begin)
        self._work = Piecework(self._lay_out, self)
        self._work.done.connect(self._end)
        self._sheets: Sequence[Sheet] = ()
        self._metric = Metric()
        self._kit: Kit | None = None
        self._whole_sheets = False
        self._drawn: list[list[DrawnHead | DrawnPart]] = []
        self._total = 0

    @property
    def kit(self) -> Kit | None:
        """What the last pages were made with."""
        return self._kit

    @property
    def pictures(self) -> Sequence[StockedPicture]:
        """The pictures that are at hand."""
        return self._stock.pictures

    def begin(self, sheets: Sequence[Sheet], needs: Needs, metric: Metric, *, whole_sheets: bool = False) -> None:
        """Lay these out; `whole_sheets` begins each on a new sheet of paper that is printed on both sides."""
        self.cancel()
        self._sheets, self._metric, self._whole_sheets = sheets, metric, whole_sheets
        self._total = sum(len(sheet.parts) + 1 for sheet in sheets)
        self.went_on.emit(0, self._total)
        self._stock.ask(needs)

    def cancel(self) -> None:
        """Stop; nothing ends."""
        self._stock.cancel()
        self._work.drop()
        self._sheets = ()

    def _begin(self) -> None:
        if not self._sheets:
            return
        self._kit = Kit(self._metric, self._stock)
        self._drawn = [[] for _ in self._sheets]
        self._work.drop()
        for place, sheet in enumerate(self._sheets):
            self._work.ask(f"{place} {number}" for number in range(len(sheet.parts) + 1))

    def _lay_out(self, key: str) -> None:
        place, number = map(int, key.split())
        sheet, kit = self._sheets[place], self._kit
        assert kit is not None
        with on_paper(self._metric.font):
            if number == 0:
                self._drawn[place].append(DrawnHead(sheet, kit))
            else:
                part = sheet.parts[number - 1]
                has_points = any(one.points is not None for one in sheet.parts)
                is_key = sheet.kind is SheetKind.KEY
                self._drawn[place].append(DrawnPart(part, kit, in_key=is_key, has_points=has_points))
        self.went_on.emit(sum(map(len, self._drawn)), self._total)

    def _end(self) -> None:
        made: list[Page] = []
        for sheet, drawn in zip(self._sheets, self._drawn, strict=True):
            if self._whole_sheets and len(made) % 2:
                made.append(Page(sheet, 0, 0, (), (), self._metric))
            blocks = [Block(one.height, one.cuts, one.leads) for one in drawn]
            gap = self._metric.key_gap if sheet.kind is SheetKind.KEY else self._metric.gap
            found = pages(blocks, self._metric.room, gap)
            made += [Page(sheet, n, len(found), slices, drawn, self._metric) for n, slices in enumerate(found, 1)]
        self.ended.emit(made)
