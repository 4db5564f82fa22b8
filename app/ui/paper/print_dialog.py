"""The quiz on paper: what is wanted at the left, its pages at the right, and where they go."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.errors import UserError
from app.message import message
from app.ui.fields.announce import announce
from app.ui.fields.quiet import QuietLabel
from app.ui.fields.rule import Rule
from app.ui.fields.text_button import TextButton
from app.ui.fields.trouble import Trouble
from app.ui.icons import icon
from app.ui.paper.page import Page
from app.ui.paper.page_view import PageView
from app.ui.paper.wish import Wish
from app.ui.paper.wish_form import WishForm
from app.ui.theme import Gap, control_height
from app.ui.words import words

_FORM_CONTROLS = 9


class PrintDialog(QDialog):
    """`wish_changed` carries a `Wish`; the others say what the person asks for. `cancel_wanted` stops what goes on."""

    wish_changed = Signal(object)
    print_wanted = Signal()
    pdf_wanted = Signal()
    word_wanted = Signal()
    cancel_wanted = Signal()

    def __init__(self, title: str, wish: Wish, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Print “{title}”").format(title=title))
        self.form = WishForm(wish, self)
        self.view = PageView(self)
        self.said = QuietLabel("", self)
        self.progress = QProgressBar(self)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Progress"))
        self.trouble = Trouble(self)
        self.print = TextButton(self.tr("Print…"), self, icon=icon("printer"))
        self.pdf = TextButton(self.tr("Save as PDF…"), self, icon=icon("download"))
        self.word = TextButton(self.tr("Save as Word…"), self, icon=icon("file-text"))
        self.cancel = TextButton(self.tr("Cancel"), self)
        self.done_button = TextButton(self.tr("Close"), self)
        self._lay_out()
        self.form.changed.connect(self.wish_changed)
        self.print.clicked.connect(self.print_wanted)
        self.pdf.clicked.connect(self.pdf_wanted)
        self.word.clicked.connect(self.word_wanted)
        self.cancel.clicked.connect(self.cancel_wanted)
        self.done_button.clicked.connect(self.reject)
        self.show_working(0, 0)
        room = parent.window().size()
        self.resize(max(room.width() - 4 * Gap.PAGE, 0), max(room.height() - 2 * Gap.PAGE, 0))

    def show_pages(self, pages: Sequence[Page]) -> None:
        """Show what would be printed."""
        self.view.show_pages(pages)
        self.rest()

    def show_working(self, done: int, total: int, *, is_leaving: bool = False) -> None:
        """Say how far the pages are; `is_leaving` that they are on their way out."""
        self.progress.setRange(0, total)
        self.progress.setValue(done)
        self.progress.setVisible(done < total or not total)
        self.cancel.setVisible(is_leaving)
        for button in (self.print, self.pdf, self.word):
            button.setEnabled(False)
        self.form.setEnabled(not is_leaving)
        page = (
            words(message("Page {done} of {total}", done=done, total=total)) if total else self.tr("Writing the file…")
        )
        self.said.setText(page if is_leaving else self.tr("Laying out the pages…"))

    def rest(self) -> None:
        """Nothing goes on; what is shown can be printed."""
        count = len(self.view.sheets)
        self.progress.hide()
        self.cancel.hide()
        self.form.setEnabled(True)
        for button in (self.print, self.pdf, self.word):
            button.setEnabled(bool(count))
        self.said.setText(words(message("{count} page", plural="{count} pages", count=count)))

    def show_done(self, words: str) -> None:
        """Say what was done."""
        self.rest()
        self.said.setText(words)
        announce(self.said, words)

    def show_error(self, error: UserError | None) -> None:
        """Say what went wrong; None takes it away."""
        self.trouble.show_error(error)

    def _lay_out(self) -> None:
        scroll = QScrollArea(self)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        place = QWidget()
        inner = QVBoxLayout(place)
        inner.setContentsMargins(Gap.PAGE, Gap.PAGE, Gap.LARGE, Gap.LARGE)
        inner.addWidget(self.form)
        scroll.setWidget(place)
        scroll.setFixedWidth(_FORM_CONTROLS * control_height())
        sides = QHBoxLayout()
        sides.setSpacing(0)
        sides.addWidget(scroll)
        sides.addWidget(self.view, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(sides, 1)
        layout.addWidget(Rule(self))
        layout.addLayout(self._foot())

    def _foot(self) -> QVBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(Gap.SMALL)
        row.addWidget(self.said, 1)
        row.addWidget(self.progress, 1)
        for button in (self.cancel, self.word, self.pdf, self.print, self.done_button):
            button.setAutoDefault(False)
            row.addWidget(button)
        self.print.setDefault(True)
        foot = QVBoxLayout()
        foot.setContentsMargins(Gap.PAGE, Gap.SMALL, Gap.PAGE, Gap.MEDIUM)
        foot.setSpacing(Gap.SMALL)
        foot.addWidget(self.trouble)
        foot.addLayout(row)
        return foot
