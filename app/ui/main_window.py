"""The window: lays out pages, notice and status, and wires them. No rule of the domain and no work of its own."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QUndoGroup
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from app.errors import UserError
from app.library.row import QuizRow
from app.preferences import OVAL_READING, Preferences
from app.session.notice import Notice, Notices
from app.session.workspace import Workspace
from app.ui.areas import Areas
from app.ui.commands import Commands
from app.ui.fields.rule import Rule
from app.ui.files import Files, dropped
from app.ui.late_commands import LateCommands
from app.ui.library.library_commands import LibraryCommands
from app.ui.library.library_screen import LibraryScreen
from app.ui.notice_bar import NoticeBar
from app.ui.pages import Pages
from app.ui.screens import screen
from app.ui.status_bar import StatusBar
from app.ui.theme import SMALLEST_WINDOW
from app.ui.token_watch import TokenWatch
from app.ui.tools import Tools
from app.ui.what_can_be_done import true_here
from app.ui.window_place import keep_place, take_place
from app.ui.wiring import work

if TYPE_CHECKING:
    from app.session.tasks import Tasks
    from app.session.tokens import Tokens
    from app.ui.canvas_commands import CanvasCommands
    from app.ui.quiz.quiz_screen import QuizScreen


class MainWindow(QMainWindow):
    """The window of one library. `closed` comes once, when what was under way in it is taken in."""

    closed = Signal()

    def __init__(
        self,
        workspace: Workspace,
        notices: Notices,
        preferences: Preferences,
        clock: Callable[[], float],
        apply_preferences: Callable[[], None],
    ) -> None:
        super().__init__()
        self.workspace, self.notices, self.preferences = workspace, notices, preferences
        self.clock = clock
        self.late = LateCommands(self)
        self._may_lose = False
        self.shown_row: QuizRow | None = None
        self.is_closed = False
        self.history = QUndoGroup(self)
        self._apply_preferences = apply_preferences
        workspace.read_ovals(preferences[OVAL_READING])
        self.tools = Tools(self, preferences, self._prefer)
        self.commands = Commands(self, work(self))
        self.library = LibraryScreen(self.commands, workspace.searching, workspace.tags, workspace.ready, clock, self)
        self.quizzes = LibraryCommands(workspace, self.library, notices)
        self.files = Files(workspace, notices, self)
        self.pages = Pages(workspace, notices, self.library, self)
        self.notice_bar = NoticeBar(self)
        self.status = StatusBar(self)
        self.token_watch = TokenWatch(workspace, clock, self.status)
        self.areas = Areas(self._shown_areas, self)
        self._lay_out()
        self._listen()
        self.show_lists()
        self._turned()
        self.status.show_status(workspace.status)
        take_place(self, preferences)

    def run_tasks(self, tasks: "Tasks", tokens: "Tokens") -> None:
        """From now on coroutines can run, which all that asks Canvas is made of."""
        self.late.run_tasks(tasks, tokens)

    @property
    def canvas(self) -> "CanvasCommands":
        """What is done with Canvas."""
        return self.late.canvas

    def stop_canvas(self) -> None:
        """End what runs for Canvas beside the window."""
        if self.late.canvas_if_used is not None:
            self.late.canvas_if_used.stop()

    @property
    def linked_quiz(self) -> str:
        """The open quiz, or the one that is selected, where it is in a course; "" for none or several."""
        row = self.linked_row
        return row.id if row is not None else ""

    @property
    def linked_row(self) -> QuizRow | None:
        """The same as a row of the library."""
        document, chosen = self.pages.document, self.library.selected_ids
        quiz_id = document.id if document is not None else chosen[0] if len(chosen) == 1 else ""
        return next((row for row in self.workspace.rows() if row.id == quiz_id and row.link_id), None)

    def show_home(self) -> None:
        """Back to the library, at the quiz that was open."""
        page = self.pages.quiz
        self.pages.show_home()
        self.library.enter(page.document.id if page is not None else "")

    def open_quiz(self, quiz_id: str, item_id: str = "") -> None:
        """Show a quiz, at one of its items where one is named."""
        try:
            self.pages.show_quiz(quiz_id, item_id)
        except UserError as error:
            self.quizzes.tell_error(error)

    def stand_anew(self) -> None:
        """The library is another one, or can be changed again, or no longer."""
        self.pages.let_go()
        self._apply_preferences()
        self.show_lists()
        self.allow()

    def send_questions(self, page: "QuizScreen", *, is_move: bool) -> None:
        """Copy or move what is selected in a quiz to another one."""
        self.late.sending.ask(page, is_move=is_move)

    def bring_in(self, files: Sequence[Path]) -> None:
        """Bring in files that were dropped here or named at the start."""
        if files:
            self.files.imports.bring_in(files, self.pages.quiz)

    def _go_home(self, quiz_id: str) -> None:
        """To the library, at a quiz of it where one is named."""
        self.pages.show_home()
        self.library.enter(quiz_id)

    def _name_quiz(self, quiz_id: str) -> None:
        """Open a quiz that was just made; its name comes first."""
        self.open_quiz(quiz_id)
        if self.pages.quiz is not None:
            self.pages.quiz.header.title.setFocus()
            self.pages.quiz.header.title.selectAll()

    def show_lists(self) -> None:
        """Show what the library holds now."""
        space = self.workspace
        lists = (space.rows(), space.rows(deleted=True), space.accounts(), space.courses())
        self.library.show_lists(*lists, space.only_there())
        self._show_counts()

    def _listen(self) -> None:
        self.workspace.rows_changed.connect(self.show_lists)
        self.workspace.status_changed.connect(self.status.show_status)
        self.workspace.failed.connect(self.quizzes.tell_error)
        self.notices.shown.connect(self._show_notice)
        self.quizzes.made.connect(self.open_quiz)
        self.quizzes.created.connect(self._name_quiz)
        self.library.open_wanted.connect(self.open_quiz)
        self.library.selected.connect(self.allow)
        self.library.course_bar.kept.connect(
            lambda kept: self.commands["keep_course" if kept else "release_course"].trigger()
        )
        self.library.course_bar.cancelled.connect(lambda: self.canvas.courses.cancel())
        self.files.shown.connect(self.pages.turn_to)
        self.files.brought.connect(self.open_quiz)
        self.files.home_wanted.connect(self._go_home)
        self.pages.opened.connect(self._listen_to_quiz)
        self.pages.turned.connect(self._turned)
        self.status.problem_wanted.connect(self.commands["next_problem"].trigger)
        self.status.sign_in_wanted.connect(lambda account: self.canvas.access.connecting.sign_in_again(account))
        self.status.conflict_wanted.connect(self.commands["compare"].trigger)
        self.history.canUndoChanged.connect(self.allow)
        self.notice_bar.changed.connect(self.allow)
        self.history.canRedoChanged.connect(self.allow)

    def _prefer(self) -> None:
        """The person prefers something else."""
        self._apply_preferences()
        self.workspace.read_ovals(self.preferences[OVAL_READING])
        for page in self.pages.quizzes:
            page.pane.prefer(self.preferences)

    def _listen_to_quiz(self, page: "QuizScreen") -> None:
        page.pane.prefer(self.preferences)
        page.library_wanted.connect(self.show_home)
        page.header.publishing_wanted.connect(lambda action: self.commands[action].trigger())
        page.template_wanted.connect(lambda action: self.commands[action].trigger())
        page.send_wanted.connect(lambda is_move: self.send_questions(page, is_move=is_move))
        page.panel.list.pasted.connect(lambda: self.files.imports.paste(page))
        page.sync_wanted.connect(lambda *wanted: self.canvas.sync(*wanted))
        page.compare_wanted.connect(lambda *place: self.canvas.compare(*place))
        page.parts.offer_results(lambda: self.canvas.results.tab(page.document.id))
        page.page_wanted.connect(lambda quiz_id: self.canvas.links.open_page(quiz_id))
        page.panel.list.selected.connect(self.allow)
        page.pane.turned.connect(self.allow)
        page.document.changed.connect(self.notice_bar.clear)
        page.document.changed.connect(self._show_title)
        page.document.problems_changed.connect(self._show_counts)

    def _turned(self) -> None:
        """Another page is shown."""
        self.notice_bar.clear()
        stack = self.pages.undo_stack
        if stack is not None:
            self.history.addStack(stack)
        self.history.setActiveStack(stack)  # type: ignore[arg-type]
        self._show_title()
        self.allow()
        self._show_counts()

    def begin_sync(self) -> None:
        """A sync has begun: what was told is old."""
        self.notice_bar.clear()
        self._show_title()

    def _show_title(self) -> None:
        document = self.pages.document
        title = document.quiz.title if document is not None else ""
        canvas = self.late.canvas_if_used
        if canvas is not None and self.pages.currentWidget() is canvas.sync_page:
            title = canvas.sync_page.quiz_title
        self.setWindowTitle(f"{title} — Quizwright" if title else "Quizwright")

    def allow(self) -> None:
        """Enable what can be done on this page."""
        self.commands.set_true(true_here(self))

    def _show_counts(self) -> None:
        page = self.pages.quiz
        if page is None:
            self.status.show_counts(0, 0, 0)
            return
        row = next((row for row in self.workspace.rows() if row.id == page.document.id), None)
        self.shown_row = row  # asked for at every step, and this is the only moment at which it changes
        changes, conflicts = (row.changes, row.conflicts) if row is not None else (0, 0)
        problems = page.document.total_problems
        self.status.show_counts(changes, conflicts, problems)
        self.pages.show_conflicts(conflicts)
        page.header.set_unsent(changes)
        page.header.show_seen_by(row)
        page.offer_page(any(link.canvas_id for link in self.workspace.reader.links(page.document.id)))
        page.parts.show_there(self.workspace.reader.there(page.document.id))
        self.allow()

    def _show_notice(self, notice: Notice) -> None:
        self.notice_bar.show_notice(notice)

    def _shown_areas(self) -> list[QWidget]:
        areas: Sequence[QWidget] = (self.pages,)
        if self.pages.quiz is not None:
            areas = self.pages.quiz.areas()
        elif self.pages.currentWidget() is self.library:
            areas = self.library.areas()
        elif self.pages.currentWidget() is self.files.page:
            areas = self.files.imports.page.areas()
        return [*areas, self.notice_bar]

    def _lay_out(self) -> None:
        self.setWindowTitle("Quizwright")
        self.setMinimumSize(*SMALLEST_WINDOW)
        self.setAcceptDrops(True)
        self.commands.fill(self.menuBar())
        middle = QWidget(self)
        layout = QVBoxLayout(middle)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for part in (Rule(middle), self.pages, self.notice_bar, Rule(middle), self.status):
            layout.addWidget(part, 1 if part is self.pages else 0)
        self.setCentralWidget(middle)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files that can be brought in, and get ready for them."""
        if dropped(event.mimeData()):
            event.acceptProposedAction()
            self.files.imports.expect()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """They go elsewhere."""
        event.accept()
        self.files.imports.rest()

    def dropEvent(self, event: QDropEvent) -> None:
        """Bring them in."""
        event.acceptProposedAction()
        self.bring_in(dropped(event.mimeData()))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Take in what is under way, put it on disk, and tell that the window is closed."""
        self.pages.finish()
        try:
            self.workspace.save_all()
        except UserError as error:
            if not self._may_lose:
                event.ignore()
                screen("ask_close")(self, error, self._close_unsaved)
                return
        keep_place(self, self.preferences)
        event.accept()
        self.is_closed = True
        self.closed.emit()

    def _close_unsaved(self) -> None:
        self._may_lose = True
        self.close()
