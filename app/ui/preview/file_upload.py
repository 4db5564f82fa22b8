"""Files, as a student hands them in; here they stay where they are."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QListWidget, QWidget

from app.grading.response import Response
from app.message import message
from app.models.questions.file_upload import FileUploadQuestion
from app.ui.fields.text_button import TextButton
from app.ui.icons import icon
from app.ui.preview.answer_view import AnswerView
from app.ui.theme import Gap, control_height
from app.ui.words import words

_ROWS = 3

ChooseFiles = Callable[[QWidget, str, Callable[[Sequence[str]], None]], None]
"""Asks the person for files that fit a filter, and hands their paths on, if some are chosen."""


def choose_files(parent: QWidget, filters: str, chosen: Callable[[Sequence[str]], None]) -> None:
    """Open the system's dialog; the window stays alive meanwhile."""
    dialog = QFileDialog(parent, parent.tr("Choose files"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setNameFilter(filters)
    dialog.filesSelected.connect(chosen)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


class _FileList(QListWidget):
    """Delete takes the chosen file out again."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete and Backspace."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.itemActivated.emit(self.currentItem())
        else:
            super().keyPressEvent(event)


class FileUploadView(AnswerView):
    """The names of the files, within the limits of the question."""

    choose: ChooseFiles = staticmethod(choose_files)

    def lay_out(self) -> None:
        """The list, two buttons, and what is allowed."""
        assert isinstance(self.question, FileUploadQuestion)
        self._asked = self.question
        self.files = _FileList(self)
        self.files.setAccessibleName(self.tr("Your files"))
        self.files.setFixedHeight(_ROWS * control_height())
        self.add = TextButton(self.tr("Choose files…"), self, icon=icon("paperclip"))
        self.remove = TextButton(self.tr("Remove file"), self, icon=icon("trash-2"))
        line = QHBoxLayout()
        line.setSpacing(Gap.SMALL)
        for button in (self.add, self.remove):
            line.addWidget(button)
        line.addStretch(1)
        self.parts.addWidget(self.files)
        self.parts.addLayout(line)
        self.note(self._limits())
        self.refusal = self.note("")
        self.setAcceptDrops(True)
        self.add.clicked.connect(lambda: self.choose(self, self._filters(), self.take))
        self.remove.clicked.connect(self._remove)
        self.files.itemActivated.connect(self._remove)
        self._show()

    @property
    def response(self) -> Response:
        """The names of the files."""
        return [self.files.item(row).text() for row in range(self.files.count())] or None

    def fill(self, response: Response) -> None:
        """Show these names."""
        self.files.clear()
        self.files.addItems([str(name) for name in response] if isinstance(response, list) else [])
        self._show()

    def freeze(self) -> None:
        """Nothing comes or goes any more."""
        super().freeze()
        for button in (self.add, self.remove):
            button.hide()
        self.setAcceptDrops(False)

    def take(self, paths: Sequence[str]) -> None:
        """Take files by their paths; those that the question does not take are named."""
        refused = [Path(path).name for path in paths if not self._fits(path)]
        fitting = [Path(path).name for path in paths if self._fits(path)]
        most = self._most
        room = len(fitting) if most is None else max(most - self.files.count(), 0)
        self.files.addItems(fitting[:room])
        self._say_refusal(refused, len(fitting) - min(room, len(fitting)))
        self._show()
        self.answered.emit()

    @property
    def _most(self) -> int | None:
        return self._asked.files_count if self._asked.restricts_count else None

    def _fits(self, path: str) -> bool:
        types = [one.lower() for one in self._asked.allowed_types] if self._asked.restricts_types else []
        return not types or Path(path).suffix.lower() in types

    def _say_refusal(self, refused: Sequence[str], many: int) -> None:
        said = []
        if refused:
            said.append(self.tr("Not of a type that is taken: {names}.").format(names=", ".join(refused)))
        if many:
            said.append(words(message("{count} file is too many.", plural="{count} files are too many.", count=many)))
        self.refusal.setText(" ".join(said))

    def _remove(self) -> None:
        self.files.takeItem(self.files.currentRow())
        self.refusal.setText("")
        self._show()
        self.answered.emit()

    def _show(self) -> None:
        if self.files.currentRow() < 0 and self.files.count():
            self.files.setCurrentRow(0)
        self.remove.setEnabled(self.files.count() > 0)
        self.refusal.setVisible(bool(self.refusal.text()))

    def _limits(self) -> str:
        most = self._most
        said = [self.tr("Files stay on this computer here.")]
        if most is not None:
            said.insert(0, words(message("{count} file at most.", plural="{count} files at most.", count=most)))
        if self._asked.restricts_types and self._asked.allowed_types:
            types = self.tr("Taken: {types}.").format(types=", ".join(self._asked.allowed_types))
            said.insert(-1, types)
        return " ".join(said)

    def _filters(self) -> str:
        types = self._asked.allowed_types if self._asked.restricts_types else ()
        return f"{self.tr('Files')} ({' '.join(f'*{one}' for one in types) or '*'})"

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files can be dropped too."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take them."""
        event.acceptProposedAction()
        self.take([url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()])
