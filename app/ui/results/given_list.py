"""What one student was given, or is to be given, a line each."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.library.results.given import Given, GivenState
from app.message import Message, message
from app.ui.fields.quiet import QuietLabel
from app.ui.fields.text_button import TextButton
from app.ui.theme import Gap
from app.ui.words import words

_STATES: dict[str, Message] = {
    GivenState.HERE: message("Not sent yet"),
    GivenState.SENDING: message("Canvas did not say whether it arrived"),
    GivenState.SENT: message("Sent"),
    GivenState.REFUSED: message("Canvas refused it"),
    GivenState.LATER: message("To be sent when the student has opened the quiz"),
}

_COUNTED: Mapping[str, Callable[[int], Message]] = {
    "extra_time": lambda n: message("1 extra minute", plural="{count} extra minutes", count=n),
    "extra_attempts": lambda n: message("1 extra attempt", plural="{count} extra attempts", count=n),
    "extend_from_now": lambda n: message(
        "ends in 1 minute from then", plural="ends in {count} minutes from then", count=n
    ),
    "extend_from_end_at": lambda n: message("ends 1 minute later", plural="ends {count} minutes later", count=n),
}


class GivenList(QWidget):
    """`withdrawn` carries the number of what is not to be sent, or not to be noted, any more."""

    withdrawn = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Gap.SMALL)
        self.lines: list[QLabel] = []
        self.buttons: list[TextButton] = []

    def show_given(self, known: Sequence[Given], titles: Mapping[str, str]) -> None:
        """Show these, the newest first."""
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self.lines, self.buttons = [], []
        for one in reversed(known):
            self._column.addWidget(self._row(one, titles))
        if not known:
            self._column.addWidget(QuietLabel(self.tr("Nothing yet."), self))

    def _row(self, one: Given, titles: Mapping[str, str]) -> QWidget:
        row = QWidget(self)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Gap.SMALL)
        state = words(_STATES[one.state]) if one.state in _STATES else one.state
        told = f" ({one.told})" if one.told and one.state == GivenState.REFUSED else ""
        label = QLabel(f"{self._where(one, titles)}: {self._what(one)} · {state}{told}", row)
        label.setWordWrap(True)
        line.addWidget(label, 1)
        self.lines.append(label)
        if one.state != GivenState.SENT:
            button = TextButton(self.tr("Withdraw"), row)
            button.setToolTip(self.tr("Do not send it"))
            button.clicked.connect(lambda: self.withdrawn.emit(one.id))
            line.addWidget(button)
            self.buttons.append(button)
        return row

    def _where(self, one: Given, titles: Mapping[str, str]) -> str:
        if one.quiz_id:
            return titles.get(one.quiz_id, one.quiz_id)
        return self.tr("All New Quizzes") if one.kind == "new" else self.tr("All Classic quizzes")

    def _what(self, one: Given) -> str:
        return ", ".join(self._said(name, value) for name, value in one.fields.items())

    def _said(self, name: str, value: int | bool) -> str:
        if name in _COUNTED:
            return words(_COUNTED[name](value))
        said = {
            ("manually_unlocked", True): self.tr("let in although locked"),
            ("reduce_choices_enabled", True): self.tr("fewer wrong answers"),
            ("reduce_choices_enabled", False): self.tr("all answers again"),
            ("apply_to_in_progress_quiz_sessions", True): self.tr("also in attempts under way"),
        }
        return said.get((name, bool(value)), f"{name} {value}")
