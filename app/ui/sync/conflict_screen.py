"""The conflicts of one quiz, one after the other, and what the person keeps of each (decisions 15)."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.message import Message, message
from app.session.conflicts import OpenConflict
from app.session.document import Document
from app.session.notice import UNDO, Notices
from app.session.workspace import Workspace
from app.sync.link_pictures import LinkPictures
from app.sync.resolve import Keep, canvas_version
from app.ui.fields.cut_label import CutLabel
from app.ui.fields.list_beside import ListBeside
from app.ui.fields.page_head import page_head
from app.ui.fields.quiet import QuietLabel, Toned
from app.ui.fields.rule import Rule
from app.ui.fields.text_button import TextButton
from app.ui.icons import icon
from app.ui.sync.conflict_choices import TOLD, TOLD_OF_ALL, ConflictChoices, step, step_for_all
from app.ui.sync.conflict_detail import ConflictDetail
from app.ui.sync.conflict_list import ConflictList
from app.ui.theme import PAGE_WIDTH, Gap
from app.ui.words import words


class ConflictScreen(QWidget):
    """One screen for every quiz; `show_quiz` begins anew. Deciding needs no connection: the next sync does the rest."""

    back_wanted = Signal(str, str)
    sync_wanted = Signal(str)

    def __init__(self, workspace: Workspace, notices: Notices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._notices = workspace, notices
        self._conflicts = workspace.conflicts
        self.document: Document | None = None
        self.back = TextButton(self.tr("Questions"), self, icon=icon("chevron-left"))
        self.back.setFlat(True)
        self.title = CutLabel(self)
        Toned(self.title, "text", "title")
        self.count = QuietLabel("", self, wraps=False)
        self.sync = TextButton(self.tr("Sync"), self, icon=icon("refresh-cw"))
        self.list = ConflictList(self)
        self.detail = ConflictDetail(workspace.shelf, self)
        self.choices = ConflictChoices(self)
        self.nothing = QLabel(self.tr("There is nothing to decide. The next sync carries out what you chose."), self)
        self.nothing.setTextFormat(Qt.TextFormat.PlainText)
        self.nothing.setWordWrap(True)
        Toned(self.nothing, "text", "section")
        self._lay_out()
        self._listen()

    def show_quiz(self, quiz_id: str, item_id: str = "", unit: str = "") -> None:
        """Show the conflicts of a quiz, at one of them where one is named."""
        self.document = self._workspace.open(quiz_id)
        self.title.setText(self.document.quiz.title or self.tr("Untitled quiz"))
        self._show()
        self.list.choose(item_id, unit)

    def enter(self) -> None:
        """Put the cursor on the list, or on what is to be done where nothing is left to decide."""
        stop = self._stop if self.list.conflicts else self.sync
        stop.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def quiz_title(self) -> str:
        """Of the quiz that is shown."""
        return self.title.text()

    def areas(self) -> tuple[QWidget, ...]:
        """The parts that F6 walks through."""
        return (self._stop, self.detail.mine, self.choices.mine) if self.list.conflicts else (self.sync,)

    @property
    def _stop(self) -> QWidget:
        """Where one of several is chosen."""
        return self.parts.line if self.parts.is_narrow else self.list

    # what is shown

    def _show(self) -> None:
        assert self.document is not None
        found = self._conflicts.of(self.document.id)
        self.list.show_conflicts(found, self.document.quiz)
        many = message("1 conflict to decide", plural="{count} conflicts to decide", count=len(found))
        self.count.setText(words(many) if found else "")
        self.parts.setVisible(bool(found))
        self.nothing_line.setVisible(not found)

    def _show_current(self) -> None:
        one = self.list.current
        if one is None or self.document is None:
            return
        quiz = self.document.quiz
        pictures = LinkPictures(self._workspace.library, self._workspace.reader, one.link)
        theirs = canvas_version(quiz, [one.conflict], pictures.reference)
        self.detail.show_conflict(one.conflict, quiz, theirs, self._place(one))
        self.choices.show_choices(one.conflict, len(self.list.conflicts))
        self.page.verticalScrollBar().setValue(0)

    def _place(self, one: OpenConflict) -> str:
        """The course, where the quiz is in several."""
        assert self.document is not None
        if len(self._workspace.reader.links(self.document.id)) < 2:
            return ""
        names = {(course.account_id, course.id): course.name for course in self._workspace.courses()}
        return names.get((one.link.account_id, one.link.course_id), "")

    def _show_changed(self, quiz_id: str) -> None:
        if self.isVisible() and self.document is not None and self.document.id == quiz_id:
            had = any(button.hasFocus() for button in self.choices.buttons)
            self._show()
            if had or not self.list.conflicts:
                self.enter()

    # what is decided

    def _decide(self, keep: Keep) -> None:
        one = self.list.current
        if one is not None:
            self._carry_out((one,), keep, step(keep, one.conflict.unit), TOLD[keep])

    def _decide_all(self, keep: Keep) -> None:
        self._carry_out(self.list.conflicts, keep, step_for_all(keep), TOLD_OF_ALL[keep])

    def _carry_out(self, chosen: tuple[OpenConflict, ...], keep: Keep, what: Message, told: Message) -> None:
        assert self.document is not None
        document = self.document
        document.finish_burst()
        self._conflicts.decide(document.id, chosen, keep, words(what))
        self._notices.tell(told, UNDO, document.undo_stack.undo)

    def _listen(self) -> None:
        self._conflicts.changed.connect(self._show_changed)
        self.list.chosen.connect(self._show_current)
        self.back.clicked.connect(self._go_back)
        self.sync.clicked.connect(self._want_sync)
        self.choices.decided.connect(self._decide)
        self.choices.decided_all.connect(self._decide_all)

    def _want_sync(self) -> None:
        if self.document is not None:
            self.sync_wanted.emit(self.document.id)

    def _go_back(self) -> None:
        one = self.list.current
        if self.document is not None:
            self.back_wanted.emit(self.document.id, one.conflict.item_id if one is not None else "")

    # where it stands

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._head())
        layout.addWidget(Rule(self))
        self.nothing_line = QWidget(self)
        line = QHBoxLayout(self.nothing_line)
        line.setContentsMargins(Gap.PAGE, Gap.LARGE, Gap.PAGE, Gap.PAGE)
        line.addWidget(self.nothing, 1, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.nothing_line, 1)
        layout.addWidget(self._parts(), 1)

    def _head(self) -> QHBoxLayout:
        head = page_head(self.back)
        head.addWidget(self.title)
        head.addSpacing(Gap.SMALL)
        head.addWidget(self.count, 1)
        head.addWidget(self.sync)
        return head

    def _parts(self) -> ListBeside:
        side = QWidget(self)
        layout = QVBoxLayout(side)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._page(), 1)
        layout.addWidget(Rule(side))
        layout.addWidget(self.choices)
        self.parts = ListBeside(self.list, side, self, flush=True)
        return self.parts

    def _page(self) -> QScrollArea:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(Gap.PAGE, Gap.LARGE, Gap.PAGE, Gap.LARGE)
        self.detail.setMaximumWidth(PAGE_WIDTH)
        column.addWidget(self.detail)
        column.addStretch(1)
        self.page = QScrollArea(self)
        self.page.setFrameShape(QFrame.Shape.NoFrame)
        self.page.setWidgetResizable(True)
        self.page.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.page.setWidget(inner)
        return self.page
