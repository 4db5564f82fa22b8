""" "From my questions…": find questions in every quiz here, read them, tick them, have copies of them inserted."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from app.library.row import Found, Hit, QuizName, QuizRow
from app.library.sameness import Place
from app.library.sought import Sought
from app.message import message
from app.models.item import Item
from app.models.quiz import Quiz
from app.session.my_questions import MyQuestions
from app.ui.fields.choice_box import ChoiceBox
from app.ui.fields.icon_button import IconButton
from app.ui.fields.line import LineField
from app.ui.fields.points import points_text
from app.ui.fields.quiet import QuietLabel, Toned
from app.ui.fields.rule import Rule
from app.ui.fields.text_button import TextButton
from app.ui.icons import icon
from app.ui.my_questions.found_list import FoundList, place_of
from app.ui.my_questions.question_view import QuestionView
from app.ui.search.filter_bar import FilterBar
from app.ui.theme import Gap, control_height
from app.ui.words import words

if TYPE_CHECKING:
    from app.session.pictures import PictureShelf

_WIDE_CONTROLS = 20
"""From this width on the list and the question stand side by side, in heights of a control."""
_HIGH_CONTROLS = 12
"""From this height on there is room for a title."""
_TO_LIST = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class MyQuestionsPane(QWidget):
    """`insert_wanted` carries the hits to be copied, `closed` comes with Escape. Ticks outlast a search."""

    insert_wanted = Signal(object)
    closed = Signal()

    def __init__(
        self, quiz: Quiz, questions: MyQuestions, shelf: "PictureShelf", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._quiz, self._questions = quiz, questions
        self._known: Mapping[Place, Sequence[QuizName]] = {}
        self._made: dict[Place, str] = {}
        self._place = 0
        self._sought = Sought()
        self.search = LineField(self.tr("Search the questions of every quiz"), self)
        self.search.setPlaceholderText(self.tr("Search the questions of every quiz"))
        mark = self.search.addAction(icon("search", "text_quiet"), LineField.ActionPosition.LeadingPosition)
        mark.setText(self.tr("Search"))
        self.search.installEventFilter(self)
        self.where = ChoiceBox(self.tr("Which quiz to look in"), (), self)
        self.filters = FilterBar(questions.tags, self)
        self.shut = IconButton("x", self.tr("Close (Esc)"), self)
        self.list = FoundList(self._note, self)
        self.view = QuestionView(shelf, self)
        self.said = QuietLabel("", self)
        self.untick = TextButton(self.tr("Untick all"), self)
        self.insert = TextButton("", self, icon=icon("plus"))
        self._lay_out()
        self._listen()
        self._show_buttons()

    def open(self) -> None:
        """Begin, or go on where the person left it: what was found before may not be true any more."""
        self._questions.refresh(self._renew)
        self.look()
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _renew(self) -> None:
        self._questions.list_quizzes(self._show_quizzes)
        self.look()

    def look(self) -> None:
        """Look for what is asked for now."""
        quiz_id = self.where.currentData()
        quizzes = frozenset({quiz_id}) if quiz_id else frozenset[str]()
        self._sought = replace(self.filters.filters, text=self.search.text(), quizzes=quizzes, only_questions=True)
        self._questions.ask(self._sought)

    def show_quiz(self, quiz: Quiz, place: int) -> None:
        """The quiz that they go into, and the number of the question that they go below, 0 for none."""
        self._quiz, self._place = quiz, place
        self.list.renew_notes()
        self._show_buttons()

    def note_inserted(self, items: Sequence[Item]) -> None:
        """These copies stand in the quiz now."""
        for item in items:
            origin = item.local.origin
            if origin is not None and origin.quiz and origin.item:
                self._made[(origin.quiz, origin.item)] = item.id
        self.list.untick()
        self.list.renew_notes()

    def _note(self, hit: Hit) -> str:
        points = points_text(hit.points) or "0"
        of_points = words(
            message("{points} point", plural="{points} points", count=1 if hit.points == 1 else 2, points=points)
        )
        parts = [hit.quiz_title or self.tr("Untitled quiz"), of_points]
        if hit.quiz_id == self._quiz.id:
            parts[0] = self.tr("This quiz")
        elif self._made.get(place_of(hit)) in self._quiz.places or self._is_known_here(hit):
            parts.append(self.tr("already in this quiz"))
        return " · ".join(parts)

    def _is_known_here(self, hit: Hit) -> bool:
        return any(quiz.id == self._quiz.id for quiz in self._known.get(place_of(hit), ()))

    def _show_found(self, found: Found) -> None:
        self._known = {}
        self.list.show_hits(found.hits)
        self._say(found)
        self.results.setCurrentWidget(self.splitter if found.hits else self.nothing)
        self._show_buttons()

    def _say(self, found: Found) -> None:
        if self._sought.is_empty:
            self.nothing.setText(
                self.tr("Type words of a question, its answers or its tags, or choose a quiz or a filter.")
            )
        else:
            self.nothing.setText(self.tr("No question has all of this."))
        count = message("{count} question found", plural="{count} questions found", count=found.questions)
        if found.is_cut:
            count = message("The first {shown} of {all} questions", shown=len(found.hits), all=found.questions)
        self.said.setText(words(count) if found.hits else "")

    def _take_known(self, known: Mapping[Place, Sequence[QuizName]]) -> None:
        self._known = known
        self.list.renew_notes()
        self._show_elsewhere()

    def _look_at(self, hit: Hit | None) -> None:
        self._show_buttons()
        if hit is None:
            self.view.show_nothing()
            return
        self._questions.read(hit, lambda item: self._show_question(hit, item))

    def _show_question(self, hit: Hit, item: Item | None) -> None:
        if self.list.hit is not hit:
            return
        if item is None:
            self.view.show_nothing()
        else:
            self.view.show_question(item, hit.quiz_title or self.tr("Untitled quiz"))
            self._show_elsewhere()

    def _show_elsewhere(self) -> None:
        hit = self.list.hit
        known = self._known.get(place_of(hit), ()) if hit is not None else ()
        self.view.show_elsewhere([quiz for quiz in known if quiz.id != self._quiz.id])

    def _show_quizzes(self, rows: Sequence[QuizRow]) -> None:
        chosen = self.where.currentData()
        self.where.clear()
        self.where.addItem(self.tr("All quizzes"), "")
        for row in rows:
            if row.id != self._quiz.id:
                self.where.addItem(row.title or self.tr("Untitled quiz"), row.id)
        self.where.setCurrentIndex(max(0, self.where.findData(chosen)))

    def _show_buttons(self) -> None:
        count = len(self.list.chosen)
        insert = message("Insert", plural="Insert {count}", count=count or 1)
        if self._place:
            insert = message(
                "Insert below question {place}",
                plural="Insert {count} below question {place}",
                count=count or 1,
                place=self._place,
            )
        self.insert.setText(words(insert))
        self.insert.setEnabled(count > 0)
        self.untick.setVisible(bool(self.list.ticked))
        ticked = message("Untick {count}", plural="Untick all {count}", count=len(self.list.ticked))
        self.untick.setText(words(ticked))

    def _want_insert(self) -> None:
        if self.list.chosen:
            self.insert_wanted.emit(self.list.chosen)

    def _go_on_typing(self, text: str) -> None:
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.search.end(False)
        self.search.insert(text)

    def _lay_out(self) -> None:
        self.title = QLabel(self.tr("From my questions"), self)
        self.title.setContentsMargins(Gap.LARGE, Gap.MEDIUM, Gap.LARGE, 0)
        Toned(self.title, "text", "section")
        asked = QHBoxLayout()
        asked.setContentsMargins(Gap.LARGE, Gap.SMALL, Gap.SMALL, Gap.SMALL)
        asked.setSpacing(Gap.SMALL)
        asked.addWidget(self.search, 3)
        asked.addWidget(self.where, 2)
        asked.addWidget(self.shut)
        self.splitter = QSplitter(self)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.list)
        self.splitter.addWidget(self.view)
        self.nothing = QuietLabel("", self)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setContentsMargins(Gap.PAGE, Gap.PAGE, Gap.PAGE, Gap.PAGE)
        self.results = QStackedWidget(self)
        self.results.addWidget(self.nothing)
        self.results.addWidget(self.splitter)
        foot = QHBoxLayout()
        foot.setContentsMargins(Gap.LARGE, Gap.SMALL, Gap.LARGE, Gap.SMALL)
        foot.setSpacing(Gap.SMALL)
        foot.addWidget(self.said, 1)
        foot.addWidget(self.untick)
        foot.addWidget(self.insert)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.title)
        layout.addLayout(asked)
        filters = QHBoxLayout()
        filters.setContentsMargins(Gap.LARGE, 0, Gap.LARGE, 0)
        filters.addWidget(self.filters)
        layout.addLayout(filters)
        layout.addWidget(Rule(self))
        layout.addWidget(self.results, 1)
        layout.addWidget(Rule(self))
        layout.addLayout(foot)

    def _listen(self) -> None:
        self._questions.found.connect(self._show_found)
        self._questions.known.connect(self._take_known)
        self.search.textChanged.connect(self.look)
        self.where.picked.connect(self.look)
        self.filters.changed.connect(self.look)
        self.filters.left.connect(self.closed)
        self.shut.clicked.connect(self.closed)
        self.list.looked_at.connect(self._look_at)
        self.list.ticks_changed.connect(self._show_buttons)
        self.list.insert_wanted.connect(self._want_insert)
        self.list.typed.connect(self._go_on_typing)
        self.untick.clicked.connect(self.list.untick)
        self.insert.clicked.connect(self._want_insert)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the search line that lead to what was found."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _TO_LIST:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the question stands below the list; in a low one nothing stands above the search."""
        super().resizeEvent(event)
        self.title.setVisible(self.height() >= _HIGH_CONTROLS * control_height())
        wide = self.width() >= _WIDE_CONTROLS * control_height()
        turned = Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical
        if turned != self.splitter.orientation() or not event.oldSize().isValid():
            self.splitter.setOrientation(turned)
            self.splitter.setSizes([self.width(), self.width()])  # halves of whatever there is
