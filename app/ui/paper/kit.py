"""What every part of a page is made with: measures, pictures and formulas, and texts that are laid out once."""

from PySide6.QtGui import QFont

from app.ui.fields.rich_text.document import Objects
from app.ui.paper.drawn_text import DrawnText
from app.ui.paper.metric import Metric
from app.ui.paper.paper_objects import paper_objects
from app.ui.paper.stock import Stock

_HIGHEST = 0.6
"""Of a page: a picture in a text is not higher."""


class Kit:
    """For one printing. Versions share what they have in common: most texts are the same on all of them."""

    def __init__(self, metric: Metric, stock: Stock) -> None:
        self.metric, self.stock = metric, stock
        self.highest = _HIGHEST * metric.room
        self._objects: Objects = paper_objects(stock, self.highest)
        self._texts: dict[tuple[str, float, str, bool], DrawnText] = {}

    def text(self, html: str, width: float, font: QFont | None = None, *, narrow: bool = False) -> DrawnText:
        """A text so wide; `narrow` makes it only as wide as its words."""
        used = font or self.metric.font
        key = (html, width, used.key(), narrow)
        if key not in self._texts:
            self._texts[key] = DrawnText(html, width, used, self._objects, narrow=narrow)
        return self._texts[key]
