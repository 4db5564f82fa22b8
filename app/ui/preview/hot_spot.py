"""A hot spot, as a student meets it: the picture without its regions, to be clicked."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QHBoxLayout

from app.geometry.point import Point
from app.grading.response import Response
from app.message import message
from app.models.questions.hot_spot import HotSpotQuestion
from app.ui.fields.quiet import QuietLabel
from app.ui.fields.text_button import TextButton
from app.ui.icons import icon
from app.ui.preview.answer_view import AnswerView
from app.ui.preview.spot_canvas import SpotCanvas
from app.ui.theme import Gap
from app.ui.words import words


class HotSpotView(AnswerView):
    """As many clicks as there are regions; one more moves the last."""

    def lay_out(self) -> None:
        """The picture, how many clicks there are, and a button that takes the last back."""
        question = self.question
        assert isinstance(question, HotSpotQuestion)
        self._clicks: tuple[Point, ...] = ()
        self._wanted = max(len(question.stored_regions), 1)
        name = self.tr("Picture: arrow keys aim, Enter clicks, Backspace takes the last click back")
        self.canvas = SpotCanvas(name, self.shelf, self)
        self.parts.addWidget(self.canvas)
        if not self.canvas.show_picture(question.picture or ""):
            self.canvas.hide()
            missing = self.tr("The picture is not on this computer.")
            self.note(missing if question.picture else self.tr("There is no picture yet."))
        self.count = QuietLabel("", self, wraps=False)
        self.back = TextButton(self.tr("Take the last click back"), self, icon=icon("undo-2"))
        line = QHBoxLayout()
        line.setSpacing(Gap.MEDIUM)
        line.addWidget(self.count)
        line.addWidget(self.back)
        line.addStretch(1)
        self.parts.addLayout(line)
        self.canvas.clicked.connect(self._click)
        self.canvas.taken_back.connect(self._take_back)
        self.back.clicked.connect(self._take_back)
        self._show()

    @property
    def response(self) -> Response:
        """The places, in proportions of the picture."""
        return [{"x": at.x, "y": at.y} for at in self._clicks] or None

    def fill(self, response: Response) -> None:
        """Show these clicks."""
        rows: Sequence[object] = response if isinstance(response, list) else ()
        self._clicks = tuple(Point(float(row["x"]), float(row["y"])) for row in rows if isinstance(row, Mapping))
        self._show()

    def reveal(self) -> None:
        """The regions come into sight."""
        question = self.question
        assert isinstance(question, HotSpotQuestion)
        self.canvas.show_regions(question.regions(self.item.local))

    def freeze(self) -> None:
        """It is only looked at."""
        super().freeze()
        self.canvas.freeze()
        self.back.hide()
        self.count.hide()

    def _click(self, at: Point) -> None:
        self._clicks = (*self._clicks[: self._wanted - 1], at)
        self._show()
        self.answered.emit()

    def _take_back(self) -> None:
        if self._clicks:
            self._clicks = self._clicks[:-1]
            self._show()
            self.answered.emit()

    def _show(self) -> None:
        self.canvas.show_clicks(self._clicks)
        self.back.setEnabled(bool(self._clicks))
        self.count.setText(
            words(
                message(
                    "{clicks} of {count} click",
                    plural="{clicks} of {count} clicks",
                    clicks=len(self._clicks),
                    count=self._wanted,
                )
            )
        )
