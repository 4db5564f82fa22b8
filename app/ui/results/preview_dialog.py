"""A preview attempt at a Classic quiz on Canvas: begun, timed and handed in from here. It counts nowhere."""

from collections.abc import Awaitable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from app.errors import UserError
from app.library.results.row import ResultSet
from app.session.preview_attempt import PreviewAttempt
from app.session.results import CourseResults
from app.session.tasks import Tasks
from app.ui.fields.line import LineField
from app.ui.fields.quiet import QuietLabel, Toned
from app.ui.fields.text_button import TextButton
from app.ui.library.library_commands import said
from app.ui.library.number_text import number_text
from app.ui.results.time_watch import TimeWatch
from app.ui.theme import Gap, control_height
from app.ui.words import words


class PreviewDialog(QDialog):
    """What Canvas gave for handing the attempt in stays in this dialog, and goes with it."""

    def __init__(self, results: CourseResults, kept: ResultSet, tasks: Tasks, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Preview on Canvas"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._results, self._kept, self._tasks = results, kept, tasks
        self._preview: PreviewAttempt | None = None
        heading = QLabel(self.tr("Preview of “{title}”").format(title=kept.title), self)
        heading.setTextFormat(Qt.TextFormat.PlainText)
        heading.setWordWrap(True)
        Toned(heading, "text", "section")
        self.note = QuietLabel(
            self.tr("A preview attempt counts nowhere. Answer it on Canvas; here you see its time and hand it in."),
            self,
        )
        self.code = LineField(self.tr("Access code"), self)
        self.code.setPlaceholderText(self.tr("Access code, if the quiz has one"))
        self.watch = TimeWatch(self._ask_time, self)
        self.watch.use_zone(results.zone)
        self.begin = TextButton(self.tr("Begin a preview"), self)
        self.begin.setDefault(True)
        self.hand_in = TextButton(self.tr("Hand it in"), self)
        self.hand_in.setEnabled(False)
        close = TextButton(self.tr("Close"), self)
        close.setAutoDefault(False)
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.begin, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self.hand_in, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(close, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Gap.PAGE, Gap.PAGE, Gap.PAGE, Gap.LARGE)
        layout.setSpacing(Gap.MEDIUM)
        for part in (heading, self.note, self.code, self.watch, buttons):
            layout.addWidget(part)
        self.setMinimumWidth(control_height() * 14)
        self.begin.clicked.connect(lambda: self._start(self._begun(), self.tr("Begin a preview")))
        self.hand_in.clicked.connect(lambda: self._start(self._ended(), self.tr("Hand in a preview")))
        self.finished.connect(self.watch.end)

    async def _begun(self) -> None:
        self._preview = await self._results.begin_preview(self._kept, self.code.text().strip())
        self.note.setText(self.tr("The preview has begun. Answer it on Canvas."))
        self.hand_in.setEnabled(True)
        self.watch.begin()

    async def _ended(self) -> None:
        assert self._preview is not None
        score = await self._results.end_preview(self._kept, self._preview, self.code.text().strip())
        self._preview = None
        self.watch.end()
        self.begin.setEnabled(True)
        told = self.tr("Handed in.")
        if score is not None:
            told = self.tr("Handed in: {score} points.").format(score=number_text(score))
        self.note.setText(told)

    def _ask_time(self) -> None:
        preview = self._preview
        if preview is None:
            return

        async def ask() -> None:
            time_left = await self._results.time_of(self._kept, preview.submission_id)
            if self._preview is preview:
                self.watch.show_time(time_left)

        self._tasks.start(ask(), self.tr("Ask for the time"))

    def _start(self, work: Awaitable[Any], title: str) -> None:
        """What fails is told here, and can be tried again."""

        async def guarded() -> None:
            for button in (self.begin, self.hand_in):
                button.setEnabled(False)
            try:
                await work
            except UserError as error:
                self.note.setText(words(said(error)))
            self.begin.setEnabled(self._preview is None)
            self.hand_in.setEnabled(self._preview is not None)

        self._tasks.start(guarded(), title)
