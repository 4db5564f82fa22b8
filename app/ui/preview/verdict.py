"""What an answer earned, told below it: the mark, the right answers, the feedback; and why, for whoever teaches."""

from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.grading.deal import Deal
from app.grading.response import Response
from app.grading.score import Part, Score
from app.grading.seen import Seen
from app.message import Message, message
from app.models.item import Item
from app.models.question import Question
from app.ui.fields.answer_line import line_html
from app.ui.fields.icon_label import IconLabel
from app.ui.fields.points import points_text
from app.ui.fields.quiet import QuietLabel, Toned
from app.ui.fields.rich_text.page_text import PageText
from app.ui.icons import icon
from app.ui.preview.card import points_said
from app.ui.preview.right_lines import right_lines
from app.ui.theme import Gap, Role
from app.ui.words import words

if TYPE_CHECKING:
    from app.session.pictures import PictureShelf

_SIGNS = {True: "✓", False: "✗", None: "…"}
_OUTCOMES: dict[str, tuple[str, Role, Message]] = {
    "right": ("circle-check", "good", message("Right")),
    "partly": ("circle-dot", "warning", message("Partly right")),
    "wrong": ("circle-x", "danger", message("Wrong")),
    "waiting": ("clock", "text_quiet", message("Waits for a person to mark it")),
}


class Verdict(QWidget):
    """Made for one answer; shows what `seen` lets through, and the reasons where `explains`."""

    def __init__(
        self,
        item: Item,
        dealt: Deal,
        response: Response,
        score: Score,
        seen: Seen,
        shelf: "PictureShelf",
        parent: QWidget | None = None,
        *,
        explains: bool,
    ) -> None:
        super().__init__(parent)
        self._shelf = shelf
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(Gap.SMALL)
        if seen.correctness or seen.points:
            self._layout.addLayout(self._mark(score, seen))
        if seen.answers:
            self._show_answers(item, dealt)
        if seen.feedback:
            self._show_feedback(item, response, score, seen)
        if explains:
            self._explain(score)

    def _mark(self, score: Score, seen: Seen) -> QHBoxLayout:
        name, tone, outcome = _OUTCOMES[_outcome(score)]
        said = [words(outcome)] if seen.correctness or score.points is None else []
        if seen.points and score.points is not None:
            said.append(_points(score, seen))
        sign = IconLabel(self)
        sign.show_icon(icon(name if seen.correctness else "info", tone if seen.correctness else "text_quiet"))
        self.mark = QLabel(" · ".join(said), self)
        Toned(self.mark, tone if seen.correctness else "text", "text")
        line = QHBoxLayout()
        line.setSpacing(Gap.SMALL)
        line.addWidget(sign)
        line.addWidget(self.mark, 1)
        return line

    def _show_answers(self, item: Item, dealt: Deal) -> None:
        lines = right_lines(item, dealt)
        if lines:
            self._text(self.tr("What is right"), "".join(map(line_html, lines)))

    def _show_feedback(self, item: Item, response: Response, score: Score, seen: Seen) -> None:
        found = "".join(_feedback(item, response, score if seen.correctness else None))
        if found:
            self._text(self.tr("Feedback"), found)

    def _explain(self, score: Score) -> None:
        lines = [words(score.rule.words)]
        lines += [_part_said(part, score) for part in score.parts]
        if score.rule.assumes is not None:
            said = self.tr("Indicative: Canvas's documents do not say this. {assumption}")
            lines.append(said.format(assumption=words(score.rule.assumes)))
        if score.rule.source:
            lines.append(self.tr("From: {source}").format(source=score.rule.source))
        self._text(self.tr("Why"), "".join(f"<p>{escape(line)}</p>" for line in lines))

    def _text(self, title: str, html: str) -> None:
        self._layout.addWidget(QuietLabel(title, self, wraps=False))
        view = PageText(title, self._shelf, self)
        view.show_html(html)
        self._layout.addWidget(view)


def _outcome(score: Score) -> str:
    if score.right is None:
        return "waiting"
    if score.right:
        return "right"
    return "partly" if score.points else "wrong"


def _points(score: Score, seen: Seen) -> str:
    if not seen.possible:
        return points_said(score.points)
    earned = points_text(round(score.points or 0, 2)) or "0"
    return words(message("{earned} of {possible}", earned=earned, possible=points_said(score.possible)))


def _part_said(part: Part, score: Score) -> str:
    said = f"{_SIGNS[part.right]} {words(part.words)}"
    if not part.points or len(score.parts) == 1:
        return said
    earned = f"{part.points:+.2f}".rstrip("0").rstrip(".")
    return f"{said} ({earned})"


def _feedback(item: Item, response: Response, score: Score | None) -> Iterator[str]:
    """What was written for this answer; without a score only what does not tell whether it was right."""
    entry = item.entry
    if not isinstance(entry, Question):
        return
    if entry.answer_feedback and score is not None:
        chosen = response if isinstance(response, list) else [response]
        yield from (html for key in chosen if (html := entry.answer_feedback.get(str(key))))
    if entry.feedback is None:
        return
    if score is not None and score.right is not None:
        yield (entry.feedback.correct if score.right else entry.feedback.incorrect) or ""
    yield entry.feedback.neutral or ""
