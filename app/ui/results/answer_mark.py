"""One answer with its points and its comment."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from app.html.text import plain_text
from app.library.results.row import Answer, AskedQuestion, Mark, MarkState
from app.ui.fields.history_keys import HistoryKeys
from app.ui.fields.points import PointsField
from app.ui.fields.quiet import QuietLabel, Toned
from app.ui.fields.rich_text.page_text import PageText
from app.ui.fields.text_button import TextButton
from app.ui.library.number_text import number_text
from app.ui.theme import Gap, control_height

if TYPE_CHECKING:
    from app.session.pictures import PictureShelf

ESSAY: Final = "essay_question"
"""What Canvas calls a Classic question whose answer is HTML (Quiz Questions API)."""
_BREAK = re.compile(r"</(?:p|div|li|h[1-6]|tr|blockquote)\s*>|<br\s*/?>", re.IGNORECASE)


class AnswerMark(QWidget):
    """`edited` carries the mark as it is now; `withdrawn` the one that is not wanted; Enter in the points goes on."""

    edited = Signal(object)
    withdrawn = Signal(object)
    done = Signal()

    def __init__(
        self,
        number: int,
        asked: AskedQuestion,
        answer: Answer,
        empty: Mark,
        shelf: "PictureShelf",
        parent: QWidget,
    ) -> None:
        """`empty` is a mark for this answer that changes nothing."""
        super().__init__(parent)
        self._empty, self._mark = empty, empty
        self._possible = asked.points
        name = asked.name or self.tr("Question")
        title = QLabel(self.tr("{n} · {name}").format(n=number, name=name), self)
        title.setTextFormat(Qt.TextFormat.PlainText)
        Toned(title, "text", "section")
        asked_text = PageText(self.tr("Question"), shelf, self)
        Toned(asked_text, "text_quiet")
        asked_text.show_html(asked.text)
        said = self._said(asked, answer, shelf)
        said.setAccessibleName(self.tr("Answer"))
        self.points = PointsField(self.tr("Points for {name}").format(name=name), self, zero=True)
        self.comment = CommentEdit(self)
        self.comment.setAccessibleName(self.tr("Comment on {name}").format(name=name))
        self.comment.setPlaceholderText(self.tr("Comment for the student"))
        self.note = QuietLabel("", self)
        self.withdraw = TextButton(self.tr("Withdraw"), self)
        self.withdraw.setToolTip(self.tr("Forget what is not sent; what Canvas has stays"))
        self.insist = TextButton(self.tr("Send mine"), self)
        self.insist.setToolTip(self.tr("Put your points and comment in place of those that Canvas has by now"))
        self._lay_out(title, asked_text, said)
        self.points.points_edited.connect(lambda points: self._say(score=points))
        self.comment.textChanged.connect(lambda: self._say(comment=self.comment.toPlainText()))
        self.withdraw.clicked.connect(lambda: self.withdrawn.emit(self._mark))
        self.insist.clicked.connect(self._insist)

    def _said(self, asked: AskedQuestion, answer: Answer, shelf: "PictureShelf") -> QWidget:
        """An essay as it was written; of all else the words, for nobody wrote them as HTML."""
        if asked.type == ESSAY and answer.text.strip():
            essay = PageText("", shelf, self)
            essay.show_html(answer.text)
            return essay
        said = QLabel(paragraphs(answer.text) or self.tr("Nothing was answered."), self)
        said.setTextFormat(Qt.TextFormat.PlainText)
        said.setWordWrap(True)
        said.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        return said

    def show_mark(self, mark: Mark | None) -> None:
        """Show what is here, or, without a mark, what Canvas has."""
        shown = mark if mark is not None else self._empty
        self._mark = shown
        score = shown.score if shown.score is not None else shown.base_score
        comment = shown.comment if shown.comment is not None else shown.base_comment
        self.points.show_points(score)
        if self.comment.toPlainText() != comment:
            self.comment.blockSignals(True)
            self.comment.setPlainText(comment)
            self.comment.blockSignals(False)
        self._tell(mark)

    @property
    def question_id(self) -> str:
        """Which question was answered."""
        return self._empty.question_id

    def allow(self, allowed: bool) -> None:
        """Let it be marked, or only be read."""
        for part in (self.points, self.comment):
            part.setEnabled(allowed)

    def _tell(self, mark: Mark | None) -> None:
        changed = mark is not None and mark.state == MarkState.CHANGED_THERE
        self.withdraw.setVisible(mark is not None and mark.state != MarkState.SENDING)
        self.insist.setVisible(changed)
        self.note.setText(self._note(mark))

    def _note(self, mark: Mark | None) -> str:
        if mark is None:
            return self.tr("Waits for points") if self._empty.base_score is None else ""
        if mark.state == MarkState.REFUSED:
            return self.tr("Canvas refused it: {words} It is kept here.").format(words=mark.told)
        if mark.state == MarkState.SENDING:
            return self.tr("Canvas did not say whether it arrived; it is asked before anything is sent again.")
        if mark.state == MarkState.CHANGED_THERE:
            score, _, comment = mark.told.partition("\n")
            there = self.tr("{points} points").format(points=score) if score else self.tr("no points")
            said = f"{there}, “{comment}”" if comment else there
            return self.tr("Somebody else marked it meanwhile: Canvas has {there}.").format(there=said)
        return self.tr("Not sent yet")

    def _say(self, score: float | None = None, comment: str | None = None) -> None:
        mark = replace(self._mark, state=MarkState.HERE, told="")
        if score is not None:
            mark = replace(mark, score=score)
        if comment is not None:
            mark = replace(mark, comment=comment)
        self._mark = mark
        self._tell(mark if mark.changes else None)
        self.edited.emit(mark)

    def _insist(self) -> None:
        score, _, comment = self._mark.told.partition("\n")
        there = float(score) if score else None
        self._mark = replace(self._mark, base_score=there, base_comment=comment)
        self._say()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in the points goes on to the next answer."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.points.hasFocus():
            self.done.emit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self, title: QWidget, asked: QWidget, said: QWidget) -> None:
        line = QHBoxLayout()
        line.setSpacing(Gap.SMALL)
        of = QuietLabel(self.tr("of {points} points").format(points=number_text(self._possible)), self, wraps=False)
        line.addWidget(self.points)
        line.addWidget(of)
        line.addWidget(self.withdraw)
        line.addWidget(self.insist)
        line.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Gap.SMALL)
        for part in (title, asked, said):
            layout.addWidget(part)
        layout.addLayout(line)
        layout.addWidget(self.comment)
        layout.addWidget(self.note)


class CommentEdit(QPlainTextEdit):
    """Two lines; Tab goes on, so that marking needs no mouse."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        HistoryKeys(self)
        self.setFixedHeight(2 * control_height())


def paragraphs(html: str) -> str:
    """The words of an answer, a line for each paragraph; what a student typed as tags does nothing."""
    lines = (plain_text(part).strip() for part in _BREAK.split(html))
    return "\n".join(line for line in lines if line)
