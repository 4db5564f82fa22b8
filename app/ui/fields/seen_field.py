"""A field that is looked at as a whole, such as a picture: never higher than what is seen of the page."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFontMetrics, QMoveEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.ui.fields.column import COLUMN_WIDTH
from app.ui.fields.labelled import LabelledField
from app.ui.theme import Gap, control_height, font

_LEAST_LINES = 11
_FOLDS_BENEATH = 2
_WORTH_IT = 1.25
"""Nothing leaves the column for less."""


class SeenField(LabelledField):
    """As high as the room that is left of the page below its place, less a line for what is wrong with it.

    In a low window the page scrolls to all of it.
    """

    def __init__(self, label: str, field: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(label, field, parent)
        self._seen = 0
        self.setMaximumWidth(COLUMN_WIDTH)
        field.setMinimumHeight(_LEAST_LINES * control_height())

    def see(self, height: int) -> None:
        """So much of the editor is seen at once, from its top."""
        self._seen = height
        self._fit()

    def _fit(self) -> None:
        if not self._seen or self.field.parentWidget() is not self:  # it may be given all the room for a while
            return
        least = _LEAST_LINES * control_height()
        line = QFontMetrics(font("quiet")).height() + Gap.SMALL
        room = self._seen - self.y() - self.field.y() - line
        spare = room - _FOLDS_BENEATH * (control_height() + Gap.LARGE)
        wanted = spare if spare >= least else max(room, least)
        height = max(self.field.minimumSizeHint().height(), min(wanted, self._seen))
        self.setMaximumWidth(2 * height if 2 * height > _WORTH_IT * COLUMN_WIDTH else COLUMN_WIDTH)
        self.field.setFixedHeight(min(height, max(least, self.width())))

    def event(self, event: QEvent) -> bool:
        """The field needs more room than before, or less."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def moveEvent(self, event: QMoveEvent) -> None:
        """What stands above has grown, or become less."""
        super().moveEvent(event)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """It is never higher than wide; wider than the column only where that makes it larger."""
        super().resizeEvent(event)
        self._fit()
