"""The screen of one open quiz: wires list, editor and document, and remembers how it was laid out."""

from collections.abc import Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.models.item import Item
from app.models.quiz import Quiz
from app.session.document import Document
from app.session.edit import Edit
from app.session.notice import Notices
from app.ui.editors.kind import MY_QUESTIONS
from app.ui.fields.conflict_bar import ConflictBar
from app.ui.fields.rule import Rule
from app.ui.fields.tab_order import follow_layout
from app.ui.fields.tag_field import Known
from app.ui.quiz.conflict_bars import ConflictBars
from app.ui.quiz.full_page import FullPage
from app.ui.quiz.item_commands import ItemCommands
from app.ui.quiz.list_splitter import ListSplitter
from app.ui.quiz.problem_walk import ProblemWalk
from app.ui.quiz.question_panel import QuestionPanel
from app.ui.quiz.quiz_header import QuizHeader
from app.ui.quiz.quiz_parts import QuizParts
from app.ui.quiz.quiz_side import QuizSide
from app.ui.quiz.several_commands import SeveralCommands
from app.ui.quiz.taking_over import MakeQuestions

if TYPE_CHECKING:
    from app.session.past import Past
    from app.session.pictures import PictureShelf


class QuizScreen(QWidget):
    """One document for its whole life. The signals are for the window.

    `send_wanted`: the selected questions shall be moved (True) or copied to another quiz; `compare_wanted` gives quiz,
    item and unit, `template_wanted` an action, `page_wanted` the quiz that shall be opened on Canvas.
    """

    library_wanted = Signal()
    send_wanted = Signal(bool)
    template_wanted = Signal(str)
    sync_wanted = Signal(str, object)
    compare_wanted = Signal(str, str, str)
    page_wanted = Signal(str)

    def __init__(
        self, document: Document, shelf: "PictureShelf", notices: Notices, past: "Past", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.document = document
        self.header = QuizHeader(document.undo_stack, self)
        self.panel = QuestionPanel(document, self)
        self._shelf = shelf
        self._walk = ProblemWalk(document)
        self.commands = ItemCommands(document, self.panel.list, notices, self)
        self.of_several = SeveralCommands(document, self.panel.list, notices, self)
        self.side = QuizSide(document, self.panel.list, self.commands, self.of_several, shelf, self)
        self.pane, self.taking, self.trying = self.side.pane, self.side.taking, self.side.trying
        self.conflicts = ConflictBars(ConflictBar(self), self.pane, self)
        self._lay_out(past)
        follow_layout(self)
        self._listen_to_person()
        self._listen_to_document()
        self.panel.show_quiz(document.quiz)
        self.header.show_quiz(document.quiz)
        self.header.show_problems(document.quiz_problems())
        self.show_item(document.quiz.items[0].id if document.quiz.items else "")
        self.panel.list.setFocus()  # where the keyboard is when the page is shown

    def show_item(self, item_id: str, field: str = "") -> None:
        """Open an item of the quiz, and put the cursor into one of its fields where one is named."""
        self.turn_to("questions")
        self.side.close_panels()
        self.panel.list.select(item_id)
        if field:
            self.pane.focus_field(field)

    def allow_edits(self, allowed: bool) -> None:
        """Where the library can only be read, everything is shown and nothing can be typed."""
        self.header.title.setReadOnly(not allowed)
        self.panel.add.setEnabled(allowed)
        self.pane.allow_edits(allowed)
        self.parts.allow_edits(allowed)
        self.side.empty.setEnabled(allowed)

    def offer_tags(self, known: Known) -> None:
        """Where tags come from that can be chosen."""
        self.parts.offer_tags(known)
        self.pane.offer_tags(known)

    def offer_questions(self, make: MakeQuestions) -> None:
        """Where the questions of all quizzes come from that can be taken over into this one."""
        self.taking.offer(make)
        self.panel.types.offer_my_questions()

    @property
    def has_page(self) -> bool:
        """Whether the quiz was on Canvas when that was last looked at."""
        return self.panel.list.has_page

    def offer_page(self, there: bool) -> None:
        """Whether the quiz is on Canvas, so that its items can lead there."""
        self.panel.list.has_page = there
        self.pane.offer_page(there)

    def add_question(self, slug: str = "") -> None:
        """Add a question of a type below the open one, or open the list of types."""
        self.full.leave()
        if not slug:
            self.panel.open_types()
            return
        if slug == MY_QUESTIONS:
            self.open_my_questions()
            return
        self.side.close_panels()
        self.finish()
        self.commands.add(slug)
        self.pane.focus_field("item_body")

    def open_my_questions(self) -> None:
        """Open the panel in which questions of other quizzes are found."""
        self.turn_to("questions")
        self.trying.close()
        self.taking.open()

    def try_question(self) -> None:
        """Play just the open question; once more, and one goes on writing where the cursor was."""
        if self.trying.is_open and self.parts.other is None:
            self.trying.go_back()
            return
        self.turn_to("questions")
        self.taking.close()
        self.trying.open()

    def preview(self) -> None:
        """Take the quiz as a student would, or go on with it."""
        self.turn_to("preview")
        self.parts.focus_preview()

    def turn_to(self, part: str) -> None:
        """Show the questions, the settings, the preview, the history or the results."""
        self.full.leave()
        self.finish()
        self.parts.turn_to(part)
        self.header.tabs.show_part(part)

    @property
    def can_fill_window(self) -> bool:
        """Whether the open question has a part that gains by more room."""
        return self.pane.editor is not None and self.pane.editor.window_part is not None

    def fill_window(self) -> None:
        """Give a part of the open editor, such as a picture, all the room; once more, and it is back in its form."""
        editor = self.pane.editor
        if self.full.part is not None:
            self.full.leave()
        elif editor is not None and editor.window_part is not None:
            part = editor.window_part
            if self.parts.other is not None:
                self.turn_to("questions")
            self.full.take(editor, part, (self.header, self._line, self.parts))

    def next_problem(self) -> None:
        """Go to the next problem, of a question or of the quiz itself."""
        at_quiz = self.parts.shows_settings or self.header.title.hasFocus()
        item_id, field = self._walk.next(self.panel.list.current_id, at_quiz=at_quiz) or ("", "")
        if item_id:
            self.show_item(item_id, field)
        elif field == "title":
            self.header.title.setFocus(Qt.FocusReason.OtherFocusReason)
        elif field:
            self.turn_to("settings")
            self.parts.shown_settings().focus_field(field)

    def areas(self) -> tuple[QWidget, ...]:
        """The parts that F6 walks through: title, list, and what stands at the right."""
        if self.full.part is not None:
            return (self.full,)
        if self.parts.other is not None:
            return (self.header.title, self.parts.other)
        return (self.header.title, self.panel.list, self.side)

    def finish(self) -> None:
        """Take in what is under way and close its burst: before a switch, close, pull or sync."""
        self.pane.finish()
        self.parts.finish()
        self.document.finish_burst()

    def _listen_to_person(self) -> None:
        self.header.library_wanted.connect(self.library_wanted)
        self.header.tabs.turned.connect(self.turn_to)
        self.header.sync_wanted.connect(self._want_sync)
        self.panel.list.sent_alone.connect(self._want_sync)
        for part in (self.panel.list, self.pane):
            part.page_wanted.connect(lambda: self.page_wanted.emit(self.document.id))
        self.conflicts.compare_wanted.connect(self._want_comparison)
        self.header.title_edited.connect(self._take_title)
        self.header.title.done.connect(self.panel.list.setFocus)
        self.panel.add_wanted.connect(self.add_question)
        self.panel.next_problem_wanted.connect(self.next_problem)
        self.panel.list.chosen.connect(self._choose)
        self.panel.list.selected.connect(self.side.turn)
        for sends in (self.panel.list, self.side):
            sends.send_wanted.connect(self.send_wanted)
        self.panel.list.entered_item.connect(self._enter_item)
        self.pane.try_wanted.connect(self.try_question)
        self.parts.question_wanted.connect(self.show_item)
        self.parts.template_wanted.connect(self.template_wanted)
        self.side.grown.connect(lambda: follow_layout(self))
        self.pane.edited.connect(self.document.edit_item)
        self.pane.items_made.connect(self.commands.insert)
        self.pane.window_wanted.connect(self.fill_window)
        self.pane.turned.connect(self.full.leave)
        self.full.left.connect(self.full.leave)
        self.side.empty.add_wanted.connect(lambda: self.panel.types.open_at(self.side.empty.add_corner()))
        _application().focusChanged.connect(self._end_burst)

    def _listen_to_document(self) -> None:
        self.document.changed.connect(self._show_quiz)
        self.document.shown.connect(self._show_touched)
        self.document.problems_changed.connect(self._show_problems)

    def _show_quiz(self, quiz: Quiz) -> None:
        self.header.show_quiz(quiz)
        self.panel.show_quiz(quiz)
        self._show_current()
        self.side.turn()

    def _show_touched(self, item_id: str) -> None:
        """An undo or a move touched this item; where it is selected already, what is selected with it stays so."""
        if item_id not in self.panel.list.selected_ids:
            self.panel.list.select(item_id)

    def _show_problems(self, item_id: str) -> None:
        self.header.show_problems(self.document.quiz_problems())
        self.panel.show_problems(item_id)
        if item_id in ("", self.panel.list.current_id):
            self._show_current()

    def _enter_item(self) -> None:
        self.side.close_panels()
        self.pane.focus_field("item_body")

    def _choose(self, _item_id: str) -> None:
        """Another item: what was under way in the one before is its own."""
        self.finish()
        self._show_current()
        self.side.turn()

    def _show_current(self) -> None:
        item = self._current()
        if item is not None:
            self.pane.show_item(item, self.document.problems(item.id))
        self.conflicts.turn_to(self.panel.list.current_id)

    def _current(self) -> Item | None:
        quiz, item_id = self.document.quiz, self.panel.list.current_id
        return quiz.item(item_id) if item_id in quiz.places else None

    def _take_title(self, title: str) -> None:
        self.document.edit_fields(self.document.quiz.fields.replaced(title=title), Edit(self.tr("Title"), "title"))

    def _want_sync(self, only: Collection[str] = ()) -> None:
        self.finish()
        self.sync_wanted.emit(self.document.id, only)

    def _want_comparison(self, item_id: str, unit: str) -> None:
        self.finish()
        self.compare_wanted.emit(self.document.id, item_id, unit)

    def _end_burst(self, old: QWidget | None, _new: QWidget | None) -> None:
        if old is not None and self.isAncestorOf(old):
            self.document.finish_burst()

    def _lay_out(self, past: "Past") -> None:
        self.splitter = ListSplitter(self.panel, self.side, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        self._line = Rule(self)
        layout.addWidget(self._line)
        layout.addWidget(Rule(self))
        layout.addWidget(self.conflicts.of_quiz)
        self.parts = QuizParts(self.document, self._shelf, past, self.splitter, self)
        layout.addWidget(self.parts, 1)
        self.full = FullPage(self)
        layout.addWidget(self.full, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window has room for icons and numbers only."""
        super().resizeEvent(event)
        self.splitter.fit(self.window().width())


def _application() -> QApplication:
    running = QApplication.instance()
    assert isinstance(running, QApplication)
    return running
