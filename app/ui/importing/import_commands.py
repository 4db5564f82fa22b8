"""The ways in: files that are chosen, dropped or named at the start, and a list of questions that is pasted."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from app.errors import UserError
from app.interchange.incoming import Clipboard
from app.interchange.material import Material
from app.interchange.report import report
from app.interchange.review import Review
from app.interchange.table_head import TableHead
from app.library.native_file import SUFFIX
from app.message import Message, message
from app.session.brought_pictures import BroughtPictures
from app.session.files import write_file
from app.session.importing import Importing, Reading
from app.session.native_files import NativeFiles, TakenFile
from app.session.notice import UNDO, Notices
from app.session.workspace import Workspace
from app.ui.icons import icon
from app.ui.importing.columns_dialog import ColumnsDialog
from app.ui.importing.destination import ONE, Target
from app.ui.importing.importable import file_filter
from app.ui.importing.known_columns import known_columns, remember_columns
from app.ui.importing.native_words import taken_words
from app.ui.importing.review_screen import ReviewScreen
from app.ui.library.library_commands import said
from app.ui.save_dialog import save_dialog
from app.ui.screens import screen
from app.ui.words import words

if TYPE_CHECKING:
    from app.ui.quiz.quiz_screen import QuizScreen

_PATIENCE_MS: Final = 500
"""Most files are read before this, even if that has to start its process: a page that came and went would blink."""


class ImportCommands(QObject):
    """`shown` carries the page of the review; `brought` a quiz and one of its questions, `home_wanted` a quiz or ""."""

    shown = Signal(QWidget)
    brought = Signal(str, str)
    home_wanted = Signal(str)

    def __init__(self, workspace: Workspace, notices: Notices, window: QWidget) -> None:
        super().__init__(window)
        self._workspace, self._notices, self._window = workspace, notices, window
        self._near: Target | None = None
        self._is_paste = False
        self._importing = Importing(workspace, self)
        self._native = NativeFiles(workspace)
        self._pictures = BroughtPictures(workspace)
        self.page = ReviewScreen(self._pictures, window)
        self.page.hide()
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self._show_reading)
        self._importing.progressed.connect(self._show_progress)
        self._importing.read.connect(self._show_review)
        self._importing.stopped.connect(self._leave)
        self.page.left.connect(self._leave)
        self.page.hidden.connect(self._importing.cancel)
        self.page.import_wanted.connect(self._bring_in)
        self.page.report_wanted.connect(self._ask_for_report)
        self.page.columns_wanted.connect(self._ask_for_columns)
        self.page.into.pick_wanted.connect(self._pick)

    def choose_files(self, near: "QuizScreen | None") -> None:
        """Ask for files; the questions may go into the quiz `near`, which is open."""
        dialog = QFileDialog(self._window, self.tr("Import questions"))
        dialog.setNameFilter(file_filter())
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, self.tr("Import"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.urlsSelected.connect(lambda urls: self.bring_in(_paths(urls), near))
        dialog.rejected.connect(self._importing.rest)
        dialog.open()
        self.expect()

    def expect(self) -> None:
        """Files are about to come: get ready to read them."""
        self._importing.expect()

    def rest(self) -> None:
        """They do not come after all."""
        self._importing.rest()

    def bring_in(self, files: Sequence[Path], near: "QuizScreen | None" = None) -> None:
        """Bring in files. Those of this program lose nothing and go straight in; all others are reviewed."""
        own = [file for file in files if file.suffix.lower() == SUFFIX]
        others = [file for file in files if file not in own]
        self._native.take_in(own, self._show_taken if not others else self._tell_taken, self._tell_error)
        if others:
            self._begin(others, _target(near))
        else:
            self.rest()

    def paste(self, page: "QuizScreen") -> None:
        """Read the list of questions that the clipboard holds, for the place below the open question."""
        held = QGuiApplication.clipboard().mimeData()
        copied = Clipboard(self.tr("Pasted questions"), held.text(), held.html() if held.hasHtml() else "")
        self._begin([copied], _target(page, below=True), is_paste=True)

    def _begin(self, sources: Sequence[Path | Clipboard], near: Target | None, *, is_paste: bool = False) -> None:
        self._near, self._is_paste = near, is_paste
        self._patience.start()
        self._importing.roles = known_columns()
        self._importing.begin(sources)

    # what is shown

    def _show_reading(self) -> None:
        self.page.show_reading(self.tr("Reading…"))
        self.shown.emit(self.page)

    def _show_progress(self, reading: Reading) -> None:
        self.page.show_progress(reading)

    def _show_review(self, review: Review) -> None:
        self._patience.stop()
        found = any(material.found for file in review.files for material in file.materials)
        if not found and (self._is_paste or len(review.files) == 1):
            heads = review.files[0].heads
            self._leave()
            if heads:
                self._ask_for_columns(heads[0])
                return
            self._notices.tell(self._why_nothing(review))
            return
        self._pictures.show_materials(material for file in review.files for material in file.materials)
        self.shown.emit(self.page)
        self.page.show_review(review, self._near, into_near=self._is_paste)

    def _why_nothing(self, review: Review) -> Message:
        if self._is_paste:
            return message("The clipboard holds no list of questions. A list has numbers, and letters for its answers.")
        file = review.files[0]
        return said(file.error) if file.error is not None else message("“{name}” holds no question.", name=file.name)

    def _leave(self) -> None:
        """Back to where the person came from; nothing was brought in."""
        self._patience.stop()
        self._importing.cancel()
        if self.page.isVisible():
            if self._near is not None:
                self.brought.emit(self._near.quiz_id, self._near.below)
            else:
                self.home_wanted.emit("")
        self._forget()

    def _forget(self) -> None:
        self._importing.rest()
        self._pictures.clear()
        self.page.forget()

    def _ask_for_columns(self, head: TableHead | None = None) -> None:
        """Let the person say what the columns of a table are, and read it again by that."""
        head = head or self.page.head
        if head is not None:
            dialog = ColumnsDialog(head, self._window)
            dialog.chosen.connect(self._read_again)
            dialog.open()

    def _read_again(self, head: TableHead) -> None:
        remember_columns(head)
        self._importing.roles = known_columns()
        self._patience.start()
        self._importing.begin_again()

    def _pick(self) -> None:
        """Let the person look for a quiz by its title."""
        entry: Any = screen("entry")

        def target(quiz_id: str, title: str) -> None:
            self.page.into.add(Target(quiz_id, title))

        entries = [
            entry(row.title, row.course_name, partial(target, row.id, row.title), icon("book-open"))
            for row in self._workspace.rows()
        ]
        screen("picker")(self.tr("Import into…"), self.tr("Title of a quiz"), entries, self._window).open()

    # what is done

    def _bring_in(self) -> None:
        materials = self.page.review.chosen
        if not materials:
            return
        target = self.page.into.target
        self.page.show_reading(self.tr("Importing…"), can_stop=False)
        if target is not None:
            self._importing.put_in(
                materials, target.quiz_id, target.below, partial(self._tell_put, target), self._tell_failed
            )
        else:
            self._importing.make(self._new(materials), self._tell_made, self._tell_failed)

    def _new(self, materials: Sequence[Material]) -> Sequence[Material]:
        """As the quizzes that they shall be."""
        title = self.page.into.new_title
        if self.page.into.key == ONE:
            found = tuple(one for material in materials for one in material.found)
            media = {sha: data for material in materials for sha, data in material.media.items()}
            return [Material(title or materials[0].title, found, media=media)]
        return [replace(material, title=title or material.title) for material in materials]

    def _tell_put(self, target: Target, ids: list[str]) -> None:
        self.brought.emit(target.quiz_id, ids[0])
        self._forget()
        done = message("Question imported.", plural="{count} questions imported.", count=len(ids))
        self._notices.tell(done, UNDO, self._workspace.open(target.quiz_id).undo_stack.undo)

    def _tell_made(self, ids: list[str]) -> None:
        if len(ids) == 1:
            self._open(ids[0])
        else:
            self.home_wanted.emit(ids[0])
        self._forget()
        titles = {row.id: row.title for row in self._workspace.rows()}
        done = message(
            "Imported as the new quiz “{title}”.",
            plural="Imported as {count} new quizzes.",
            count=len(ids),
            title=titles.get(ids[0], ""),
        )
        self._notices.tell(done, UNDO, lambda: self._take_back(ids))

    def _take_back(self, ids: Sequence[str]) -> None:
        self.home_wanted.emit("")
        for quiz_id in ids:
            self._workspace.delete_quiz(quiz_id)

    def _open(self, quiz_id: str) -> None:
        self.brought.emit(quiz_id, "")

    def _show_taken(self, taken: Sequence[TakenFile]) -> None:
        if len(taken) == 1:
            self._open(taken[0].quiz_id)
        self._tell_taken(taken)

    def _tell_taken(self, taken: Sequence[TakenFile]) -> None:
        told = taken_words(taken)
        if told is None:
            return
        if len(taken) == 1 and (reunion := taken[0].reunion) is not None and reunion.is_new:
            self._notices.tell(told, UNDO, self._workspace.open(taken[0].quiz_id).undo_stack.undo)
        else:
            self._notices.tell(told)

    def _tell_failed(self, error: UserError) -> None:
        """What was chosen stays as it was."""
        self.page.show_again()
        self._tell_error(error)

    def _tell_error(self, error: UserError) -> None:
        self._notices.tell(said(error))

    def _ask_for_report(self) -> None:
        name = self.tr("Import report.txt")
        dialog = save_dialog(self._window, self.tr("Save the report of the import"), self.tr("Text"), name)
        dialog.urlsSelected.connect(lambda urls: self.save_report(_paths(urls)[0]))
        dialog.open()

    def save_report(self, path: Path) -> None:
        """Write what did not come along as a text."""
        data = report(self.page.review.files, words).encode()
        done = message("The report is in the file {file}.", file=path.name)
        self._workspace.writer.submit(
            lambda: write_file(path, data), lambda _: self._notices.tell(done), self._tell_error
        )


def _target(page: "QuizScreen | None", *, below: bool = False) -> Target | None:
    """An open quiz, and in it the open question where it counts."""
    if page is None:
        return None
    quiz, open_id = page.document.quiz, page.panel.list.current_id
    page.finish()
    if below and open_id in quiz.places:
        return Target(quiz.id, quiz.title, open_id, quiz.places[open_id] + 1)
    return Target(quiz.id, quiz.title)


def _paths(urls: Sequence[QUrl]) -> list[Path]:
    return [Path(url.toLocalFile()) for url in urls]
