"""What every page of a sync has: the choice of a course, trouble, progress, and the buttons that go with them."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLayout, QProgressBar, QWidget

from app.ui.fields.quiet import QuietLabel
from app.ui.fields.text_button import TextButton
from app.ui.fields.trouble import Trouble
from app.ui.icons import icon
from app.ui.sync.page_column import lay_out, presses
from app.ui.sync.place_choice import PlaceChoice


class WorkPage(QWidget):
    """Asks nothing of Canvas; of its parts only those are seen that `show_only` names.

    A page makes what stands above, then calls `_add_work`, makes its other buttons and calls `_lay_out`: Tab goes from
    the head down, and through the buttons as they stand.
    """

    def _add_work(self) -> None:
        """Make what every page has."""
        self.trouble = Trouble(self)
        self.choice = PlaceChoice(self)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.step = QuietLabel("", self)
        self.start = TextButton(self.tr("Sync"), self, icon=icon("refresh-cw"))
        self.stop = TextButton(self.tr("Cancel"), self)
        self.again = TextButton(self.tr("Look again"), self)
        self.sign_in = TextButton(self.tr("Sign in again…"), self, icon=icon("key-round"))
        self.page = TextButton(self.tr("Open on Canvas"), self, icon=icon("external-link"))
        self._parts: tuple[QWidget, ...] = ()
        self._buttons: tuple[QWidget, ...] = ()

    def show_only(self, *widgets: QWidget) -> None:
        """Show these and nothing else below the head."""
        for widget in (*self._parts, *self._buttons):
            widget.setVisible(widget in widgets)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus."""
        if not presses(self, event):
            super().keyPressEvent(event)

    def _lay_out(self, head: QLayout, before: Sequence[QWidget], long: QWidget, buttons: Sequence[QWidget]) -> None:
        """Below the head what is shown `before` trouble and progress, with the `long` one of it; then the buttons."""
        self._parts = (*before, self.trouble, self.choice, self.bar, self.step)
        self._buttons = tuple(buttons)
        for one, following in pairwise(self._buttons):
            QWidget.setTabOrder(one, following)
        lay_out(self, head, self._parts, self._buttons, long)
