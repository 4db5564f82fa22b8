"""Printing a quiz: lays it out as it is wished, keeps the versions that went out, prints and saves."""

import time
from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QSettings
from PySide6.QtGui import QPagedPaintDevice
from PySide6.QtWidgets import QDialog, QWidget

from app.errors import UserError
from app.library.printings import Printing
from app.message import message
from app.models.quiz import Quiz
from app.paper.limits import limits
from app.session.files import write_file
from app.session.workspace import Workspace
from app.ui.library.file_name import file_name
from app.ui.paper.metric import usual_size
from app.ui.paper.page import Page
from app.ui.paper.page_work import PageWork
from app.ui.paper.pdf_file import PdfFile
from app.ui.paper.print_dialog import PrintDialog
from app.ui.paper.typesetter import Typesetter
from app.ui.paper.wish import Composed, Wish, composed
from app.ui.save_dialog import save_dialog
from app.ui.screens import screen
from app.ui.words import words

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from app.paper.word_sheet import WordFile
    from app.session.printings import Printings
    from app.ui.paper.kit import Kit

_SIZE: Final = "print/size"


class NotPrinted(UserError):
    """The printer did not take the pages."""


class PrintCommands(QObject):
    """`now` gives epoch seconds."""

    def __init__(self, workspace: Workspace, window: QWidget, now: Callable[[], float] = time.time) -> None:
        super().__init__(window)
        self._workspace, self._window, self._now = workspace, window, now

    def ask(self, quiz_ids: Sequence[str]) -> "Printout | None":
        """Show the first of these quizzes as it would be printed."""
        if not quiz_ids:
            return None
        quiz = self._workspace.open(quiz_ids[0]).quiz
        is_letter = str(QSettings().value(_SIZE, usual_size())) == "letter"
        title = quiz.title or self.tr("Untitled quiz")
        dialog = PrintDialog(title, Wish(size="letter" if is_letter else "a4"), self._window)
        made = Printout(self._workspace, quiz, dialog, self._now)
        dialog.open()
        return made


class Printout(QObject):
    """One quiz in one dialog, from the wish to the paper."""

    def __init__(self, workspace: Workspace, quiz: Quiz, dialog: PrintDialog, now: Callable[[], float]) -> None:
        super().__init__(dialog)
        self._workspace, self._quiz, self.dialog, self._now = workspace, quiz, dialog, now
        self._seed = Random().randrange(2**32)
        self._asked, self._writing, self._is_over = 0, 0, False
        self._composed: Composed | None = None
        self.pages: Sequence[Page] = ()
        self._kept: Printings = workspace.printings(quiz.id)
        self._setter = Typesetter(workspace.shelf, self)
        self._work = PageWork(self)
        self._setter.went_on.connect(dialog.show_working)
        self._setter.ended.connect(self._show)
        self._work.went_on.connect(lambda done, total: dialog.show_working(done, total, is_leaving=True))
        dialog.wish_changed.connect(self._compose)
        dialog.cancel_wanted.connect(self._stop)
        dialog.print_wanted.connect(self._ask_printer)
        dialog.pdf_wanted.connect(self._ask_pdf)
        dialog.word_wanted.connect(self._ask_word)
        dialog.finished.connect(self._end)
        dialog.form.show_kept(self._kept.all(), now(), 0)
        dialog.form.show_limits(limits(quiz))
        self._compose(dialog.form.wish)

    @property
    def title(self) -> str:
        """What the quiz is called."""
        return self._quiz.title or self.tr("Untitled quiz")

    def save_pdf(self, path: Path) -> None:
        """Write what is shown as a PDF."""
        file = PdfFile(self.dialog.form.wish.metric, self.title, self)

        def drawn(_is_well: bool) -> None:
            done = partial(self._tell, words(message("The pages are in the file {file}.", file=path.name)))
            self._workspace.writer.submit(lambda: write_file(path, file.data), lambda _: done(), self._fail)
            file.deleteLater()

        self._send(file.writer, drawn)

    def save_word(self, path: Path) -> None:
        """Write what is shown as a Word document, beside the window."""
        made, kit = self._composed, self._setter.kit
        if made is None or kit is None:
            return
        self.dialog.show_error(None)
        self.dialog.show_working(0, 0, is_leaving=True)
        self._keep()
        self._writing += 1
        writing = self._writing
        work = partial(_word, made, self.dialog.form.wish, kit)
        self._workspace.shelf.studio.submit(work, lambda file: self._write_word(writing, path, file))

    def _write_word(self, writing: int, path: Path, file: "WordFile") -> None:
        if writing != self._writing or self._is_over:
            return
        lost = " ".join(words(one) for one in file.losses)
        said = f"{words(message('The exam is in the file {file}.', file=path.name))} {lost}".strip()
        self._workspace.writer.submit(lambda: write_file(path, file.data), lambda _: self._tell(said), self._fail)

    def print_on(self, printer: "QPrinter") -> None:
        """Print what is shown."""

        def drawn(is_well: bool) -> None:
            if is_well:
                self._tell(self.tr("The pages are on their way to the printer."))
            else:
                hint = message("Look whether it is on and has paper, or choose another one.")
                self._fail(NotPrinted(message("The printer did not take the pages."), hint))

        self._send(printer, drawn)

    def _compose(self, wish: Wish) -> None:
        """Make the sheets of a wish beside the window, then lay them out; what was wished before goes."""
        self._asked += 1
        self._setter.cancel()
        QSettings().setValue(_SIZE, wish.size)
        self.dialog.show_error(None)
        self.dialog.show_working(0, 0)
        if wish.printing:
            self._kept.read(wish.printing, partial(self._compose_of, self._asked, wish), self._fail)
        else:
            self._compose_of(self._asked, wish, self._quiz)

    def _compose_of(self, asked: int, wish: Wish, quiz: Quiz) -> None:
        if asked == self._asked:
            work = partial(composed, quiz, self.dialog.form.kept_papers(), self._seed, wish)
            self._workspace.shelf.studio.submit(work, partial(self._lay_out, asked, wish))

    def _lay_out(self, asked: int, wish: Wish, made: Composed) -> None:
        if asked == self._asked:
            self._composed = made
            self._setter.begin(made.sheets, made.needs, wish.metric, whole_sheets=wish.whole_sheets)

    def _show(self, pages: Sequence[Page]) -> None:
        self.pages = pages
        self.dialog.show_pages(pages)

    def _send(self, device: QPagedPaintDevice, drawn: Callable[[bool], object]) -> None:
        """Draw what is shown, and keep its versions."""
        self.dialog.show_error(None)
        self._keep()
        self._work.begin(device, self.pages, self._setter.pictures, drawn)

    def _keep(self) -> None:
        made = self._composed
        if made is None or self.dialog.form.wish.printing:
            return
        printing = Printing(self._now(), made.papers)
        self._kept.keep(made.quiz, printing, self._show_kept, self._fail)

    def _show_kept(self, number: int) -> None:
        if not self._is_over:
            self.dialog.form.show_kept(self._kept.all(), self._now(), number)

    def _ask_pdf(self) -> None:
        said = self.tr("Save “{title}” as PDF").format(title=self.title)
        self._ask_where(said, "PDF", ".pdf", self.save_pdf)

    def _ask_word(self) -> None:
        said = self.tr("Save “{title}” as a Word document").format(title=self.title)
        self._ask_where(said, self.tr("Word document"), ".docx", self.save_word)

    def _ask_where(self, said: str, kind: str, ending: str, save: Callable[[Path], object]) -> None:
        chooser = save_dialog(self.dialog, said, kind, file_name(self.title, ending))
        chooser.urlsSelected.connect(lambda urls: save(Path(urls[0].toLocalFile())))
        chooser.open()

    def _ask_printer(self) -> None:
        printer: QPrinter = screen("printer")(self.dialog.form.wish.metric, self.title)
        chooser = screen("printer_dialog")(printer, self.dialog)
        chooser.accepted.connect(lambda: self.print_on(printer))
        chooser.finished.connect(chooser.deleteLater)
        QDialog.open(chooser)  # its own `open` wants the name of a slot

    def _stop(self) -> None:
        self._writing += 1
        self._work.cancel()
        self.dialog.show_done(self.tr("Stopped; nothing was written."))

    def _tell(self, said: str) -> None:
        if not self._is_over:
            self.dialog.show_done(said)

    def _fail(self, error: UserError) -> None:
        if not self._is_over:
            self.dialog.rest()
            self.dialog.show_error(error)

    def _end(self) -> None:
        self._is_over = True
        self._asked += 1
        self._setter.cancel()
        self._work.cancel()


def _word(made: Composed, wish: Wish, kit: "Kit") -> "WordFile":
    """The document of a wish. Loaded when it is first wanted: nothing else that is drawn needs it."""
    written: WordFile = import_module("app.ui.paper.word_document").word_document(made.sheets, wish, kit)
    return written
