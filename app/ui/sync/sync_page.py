"""The page of the sync of one quiz: what stands on it, and where."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.sync.outcome import Progress
from app.ui.fields.text_button import TextButton
from app.ui.icons import icon
from app.ui.sync.plan_page import PlanPage
from app.ui.sync.sync_head import SyncHead
from app.ui.sync.work_page import WorkPage
from app.ui.words import words


class SyncPage(WorkPage):
    """A plan, or what came of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = SyncHead(self)
        self.back, self.title = self.head.back, self.head.title
        self.plan = PlanPage(self)
        self.letter, self.table = self.plan.letter, self.plan.table
        self._add_work()
        self.compare = TextButton(self.tr("Compare and decide"), self, icon=icon("git-compare-arrows"))
        self.page.setToolTip(self.tr("Do there what this sync left to you"))
        self.fetch = TextButton(self.tr("Fetch these pictures"), self)
        head = QVBoxLayout()
        head.addWidget(self.head)
        buttons = (self.start, self.compare, self.page, self.sign_in, self.again, self.fetch, self.stop)
        self._lay_out(head, (self.plan,), self.plan, buttons)

    def show_only(self, *widgets: QWidget) -> None:
        """Show these and nothing else below the head; while something runs, the course stays as it is."""
        super().show_only(*widgets)
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


def _said(progress: Progress) -> str:
    if not progress.total:
        return words(progress.what)
    return f"{words(progress.what)} · {progress.done} / {progress.total}"
