"""The line above a sync: back to the questions, which quiz, which of its courses, and its page there."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.library.linked import LinkedCourse
from app.ui.fields.cut_label import CutLabel
from app.ui.fields.page_head import page_head
from app.ui.fields.quiet import Toned
from app.ui.fields.text_button import TextButton
from app.ui.icons import icon
from app.ui.sync.link_button import LinkButton
from app.ui.theme import Gap, control_height

_ROOM = 24
"""So many controls wide the line has room for words on each button."""


class SyncHead(QWidget):
    """The same line as above the questions. It `leads_there` where the quiz has a page on Canvas."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = TextButton(self.tr("Questions"), self, icon=icon("chevron-left"))
        self.back.setFlat(True)
        self.title = CutLabel(self)
        Toned(self.title, "text", "title")
        self.links = LinkButton(self)
        self.page = TextButton(self.tr("Open on Canvas"), self, icon=icon("external-link"))
        self.page.setAccessibleName(self.page.text())
        self.leads_there = False
        head = page_head(self.back, self)
        head.addWidget(self.title)
        head.addSpacing(Gap.SMALL)
        head.addWidget(self.links)
        head.addStretch(1)
        head.addWidget(self.page)

    def show_links(self, links: Sequence[LinkedCourse], current: str) -> None:
        """Show the courses of the quiz, `current` the one whose link has that id."""
        self.links.show_links(links, current)
        shown = next((one for one in links if one.link.id == current), None)
        there = shown is not None and shown.link.canvas_id is not None and shown.account.kind == "canvas"
        self.leads_there = there
        self.page.setVisible(there)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow line the quiz and its course need the room: the icon of the page does."""
        super().resizeEvent(event)
        name = self.page.accessibleName()
        is_wide = self.width() >= _ROOM * control_height()
        self.page.setText(name if is_wide else "")
        self.page.setToolTip("" if is_wide else name)
