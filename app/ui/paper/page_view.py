"""Pages as they will be printed, below each other."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from app.ui.paper.page import Page
from app.ui.theme import Gap, role

_LARGEST = 1.25
"""No page is shown larger than it is on paper, or little."""
_KEPT = 12
"""Pages that are kept as they were drawn."""


class PageSheet(QWidget):
    """One page. It is drawn when it is first seen, a turn after it was asked for."""

    def __init__(self, page: Page, view: "PageView") -> None:
        super().__init__(view)
        self.page, self._view = page, view
        self._drawn: QPixmap | None = None
        self.setAccessibleName(page.said if page.slices else self.tr("Empty page"))
        self.setToolTip("" if page.slices else self.tr("Left empty, so that the next begins on a new sheet"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def fit(self, width: int) -> None:
        """Be so wide."""
        size = self.page.metric.page
        self.setFixedSize(width, round(width * size.height() / size.width()))
        self.forget()

    @property
    def is_drawn(self) -> bool:
        """Whether it has been drawn."""
        return self._drawn is not None

    def forget(self) -> None:
        """Draw it anew when it is seen again."""
        self._drawn = None
        self.update()

    def draw_now(self) -> None:
        """Draw it, if it is still to be."""
        if self._drawn is None and self.isVisible():
            ratio = self.devicePixelRatioF()
            drawn = QPixmap(QSize(round(self.width() * ratio), round(self.height() * ratio)))
            drawn.fill(QColor(Qt.GlobalColor.white))
            painter = QPainter(drawn)
            zoom = drawn.width() / self.page.metric.page.width()
            painter.scale(zoom, zoom)
            self.page.draw(painter)
            painter.end()
            drawn.setDevicePixelRatio(ratio)
            self._drawn = drawn
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """White paper in a thin frame."""
        painter = QPainter(self)
        if self._drawn is None:
            painter.fillRect(self.rect(), QColor(Qt.GlobalColor.white))
            self._view.want(self)
        else:
            painter.drawPixmap(0, 0, self._drawn)
        painter.setPen(role("line"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


class PageView(QScrollArea):
    """As wide as there is room, read with the keys that scroll."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Pages as they will be printed"))
        self.sheets: list[PageSheet] = []
        self._wanted: list[PageSheet] = []
        self._seen: list[PageSheet] = []
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._draw_one)
        self._column = QWidget()
        self._layout = QVBoxLayout(self._column)
        self._layout.setContentsMargins(Gap.LARGE, Gap.LARGE, Gap.LARGE, Gap.LARGE)
        self._layout.setSpacing(Gap.LARGE)
        self._layout.addStretch(1)
        self.setWidget(self._column)

    def show_pages(self, pages: Sequence[Page]) -> None:
        """Show these; the place that was read stays, as far as there is one."""
        place = self.verticalScrollBar().value()
        for sheet in self.sheets:
            self._layout.removeWidget(sheet)
            sheet.hide()
            sheet.deleteLater()
        self._wanted, self._seen = [], []
        self.sheets = [PageSheet(page, self) for page in pages]
        for number, sheet in enumerate(self.sheets):
            self._layout.insertWidget(number, sheet, 0, Qt.AlignmentFlag.AlignHCenter)
        self._fit()
        self._layout.activate()
        self.verticalScrollBar().setValue(place)

    def want(self, sheet: PageSheet) -> None:
        """Have a page drawn that is seen."""
        if sheet not in self._wanted:
            self._wanted.append(sheet)
            self._timer.start()

    def _draw_one(self) -> None:
        if not self._wanted:
            self._timer.stop()
            return
        sheet = self._wanted.pop(0)
        sheet.draw_now()
        self._seen = [*(one for one in self._seen if one is not sheet), sheet]
        if len(self._seen) > _KEPT:
            self._seen.pop(0).forget()

    def _fit(self) -> None:
        room = self.viewport().width() - 2 * Gap.LARGE
        for sheet in self.sheets:
            sheet.fit(max(1, min(room, round(_LARGEST * sheet.page.metric.page.width()))))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width is another size of the pages."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """The pages stay white, what is around them does not."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.viewport().update()
