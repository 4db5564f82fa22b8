"""The page of the sync of one quiz: what stands on it, and where."""

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from app.sync.outcome import Progress
from app.ui.fields.quiet import QuietLabel
from app.ui.fields.text_button import TextButton
from app.ui.fields.trouble import Trouble
from app.ui.icons import icon
from app.ui.sync.page_column import lay_out, presses
from app.ui.sync.place_choice import PlaceChoice
from app.ui.sync.plan_page import PlanPage
from app.ui.sync.sync_head import SyncHead
from app.ui.words import words


class SyncPage(QWidget):
    """Asks nothing of Canvas; of its parts only those are seen that `show_only` names."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = SyncHead(self)
        self.back, self.title = self.head.back, self.head.title
        self.plan = PlanPage(self)
        self.letter, self.table = self.plan.letter, self.plan.table
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
        self.compare = TextButton(self.tr("Compare and decide"), self, icon=icon("git-compare-arrows"))
        self.page = TextButton(self.tr("Open on Canvas"), self, icon=icon("external-link"))
        self.page.setToolTip(self.tr("Do there what this sync left to you"))
        self.fetch = TextButton(self.tr("Fetch these pictures"), self)
        self._lay_out()

    @property
    def buttons(self) -> tuple[TextButton, ...]:
        """In one row below everything else."""
        return (self.start, self.compare, self.page, self.sign_in, self.again, self.fetch, self.stop)

    def show_only(self, *widgets: QWidget) -> None:
        """Show these and nothing else below the head."""
        every = (self.plan, self.trouble, self.choice, self.bar, self.step)
        for widget in (*every, *self.buttons):
            widget.setVisible(widget in widgets)
        self.head.links.setEnabled(self.bar not in widgets)

    def show_busy(self, text: str) -> None:
        """Something is under way, and nobody knows yet how much."""
        self.show_only(self.plan, self.bar, self.step, self.stop)
        self.plan.say(text)
        self.bar.setRange(0, 0)
        self.step.setText("")

    def show_progress(self, progress: Progress) -> None:
        """Say how far it is."""
        if self.bar.isVisible():
            self.bar.setRange(0, progress.total)
            self.bar.setValue(progress.done)
            self.step.setText(_said(progress))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus."""
        if not presses(self, event):
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.addWidget(self.head)
        parts = (self.plan, self.trouble, self.choice, self.bar, self.step)
        lay_out(self, head, parts, self.buttons, self.plan)


def _said(progress: Progress) -> str:
    if not progress.total:
        return words(progress.what)
    return f"{words(progress.what)} · {progress.done} / {progress.total}"
