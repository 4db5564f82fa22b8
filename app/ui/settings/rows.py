"""The rows of a settings form: each shows one value and says what the person made of it."""

from collections.abc import Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QDateTime, Qt, QTime, QTimeZone, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QDateTimeEdit, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.checks.problem import Problem
from app.ui.fields.choice_box import ChoiceBox
from app.ui.fields.line import LineField
from app.ui.fields.problems import ProblemLines
from app.ui.fields.quiet import QuietLabel
from app.ui.fields.whole_number import WholeNumberField
from app.ui.theme import Gap, control_height


class SettingRow(QWidget):
    """`edited` gives the new value; `typed` says whether it comes from a burst of typing."""

    edited = Signal(object)
    typed = False

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = words
        self.problems = ProblemLines(self)
        self.first: QWidget = self
        self.layout_of_parts = QVBoxLayout(self)
        self.layout_of_parts.setContentsMargins(0, 0, 0, 0)
        self.layout_of_parts.setSpacing(Gap.TIGHT)

    def show_value(self, value: object) -> None:
        """Show what is set; nothing is said."""
        raise NotImplementedError

    def finish(self) -> None:
        """Take in what is under way."""

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show what is wrong with it."""
        self.problems.show_problems(problems)

    def lay_out(self, *parts: QWidget, labelled: bool = True) -> None:
        """The parts in a line under the words, and the problems below. The cursor goes to the first of them."""
        self.first = parts[0]
        if labelled:
            label = QLabel(self.words, self)
            label.setBuddy(parts[0])
            self.layout_of_parts.addWidget(label)
        line = QHBoxLayout()
        line.setSpacing(Gap.SMALL)
        for part in parts:
            line.addWidget(part)
        line.addStretch()
        self.layout_of_parts.addLayout(line)
        self.layout_of_parts.addWidget(self.problems)


class SwitchRow(SettingRow):
    """On or off."""

    def __init__(self, words: str, parent: QWidget | None = None, *, note: str = "") -> None:
        super().__init__(words, parent)
        self.switch = QCheckBox(words, self)
        self.switch.clicked.connect(lambda on: self.edited.emit(on))
        self.lay_out(self.switch, labelled=False)
        if note:
            self.layout_of_parts.insertWidget(1, QuietLabel(note, self))

    def show_value(self, value: object) -> None:
        """Missing is off."""
        self.switch.setChecked(bool(value))


class ChoiceRow(SettingRow):
    """One of few words; a value that nobody knows is shown as it is."""

    def __init__(
        self, words: str, options: Sequence[tuple[str, str]], parent: QWidget | None = None, *, empty: str = ""
    ) -> None:
        super().__init__(words, parent)
        self._empty = empty or options[0][0]
        self.box = ChoiceBox(words, options, self)
        self.box.picked.connect(lambda key: self.edited.emit(key))
        self.lay_out(self.box)

    def show_value(self, value: object) -> None:
        """Missing is the first, or the one that stands for it."""
        self.box.show_key(str(value or self._empty))


class TextRow(SettingRow):
    """A line of text."""

    typed = True

    def __init__(self, words: str, parent: QWidget | None = None, *, placeholder: str = "") -> None:
        super().__init__(words, parent)
        self.line = LineField(words, self)
        self.line.setPlaceholderText(placeholder)
        self.line.edited.connect(lambda text: self.edited.emit(text))
        self.lay_out(self.line)

    def show_value(self, value: object) -> None:
        """Missing is an empty line."""
        self.line.show_text(str(value or ""))

    def finish(self) -> None:
        """Take in what an input method has under way."""
        self.line.finish()


class NumberRow(SettingRow):
    """A whole number from 1 up."""

    typed = True

    def __init__(self, words: str, unit: str, parent: QWidget | None = None, *, most: int = 99_999) -> None:
        super().__init__(words, parent)
        self.number = WholeNumberField(words, self, most=most)
        self.number.number_edited.connect(lambda number: self.edited.emit(number))
        self.lay_out(self.number, QLabel(unit, self))

    def show_value(self, value: object) -> None:
        """Missing is an empty field."""
        self.number.show_number(value if isinstance(value, int) else None)

    def finish(self) -> None:
        """Put back what is no number."""
        self.number.finish()


class DurationRow(SettingRow):
    """A time in days, hours and minutes; the wire counts seconds. Odd seconds stay until a field is typed in."""

    typed = True

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        units = (self.tr("days"), self.tr("hours"), self.tr("minutes"))
        self.parts = tuple(
            WholeNumberField(f"{words}, {unit}", self, least=0, most=most)
            for unit, most in zip(units, (366, 8784, 59), strict=True)
        )
        shown: list[QWidget] = []
        for part, unit in zip(self.parts, units, strict=True):
            part.number_edited.connect(self._say)
            shown += [part, QLabel(unit, self)]
        self.lay_out(*shown)

    def show_value(self, value: object) -> None:
        """Missing and 0 are empty fields."""
        seconds = value if isinstance(value, int) and value > 0 else 0
        numbers = (seconds // 86_400, seconds % 86_400 // 3600, seconds % 3600 // 60)
        for part, number in zip(self.parts, numbers, strict=True):
            part.show_number(number if seconds else None)

    def finish(self) -> None:
        """Put back what is no number."""
        for part in self.parts:
            part.finish()

    def _say(self) -> None:
        days, hours, minutes = (part.number or 0 for part in self.parts)
        self.edited.emit(((days * 24 + hours) * 60 + minutes) * 60)


class DateRow(SettingRow):
    """A moment, typed in the time zone of its course, or the system's where that is not known; the zone stands beside.

    The wire has it in UTC. Off is no date at all.
    """

    typed = True

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.switch = QCheckBox(words, self)
        self.moment = MomentEdit(self)
        self.moment.setAccessibleName(words)
        self._in = QTimeZone.systemTimeZone()
        self._zone = QuietLabel(_zone_name(self._in), self, wraps=False)
        self._shown: str | None = None
        self.switch.clicked.connect(self._turn)
        self.moment.dateTimeChanged.connect(self._take)
        self.lay_out(self.switch, self.moment, self._zone, labelled=False)

    def use_zone(self, name: str) -> None:
        """Show the clock of a course from now on; of the system for a zone that is not known."""
        zone = QTimeZone(name.encode()) if name else QTimeZone.systemTimeZone()
        self._in = zone if zone.isValid() else QTimeZone.systemTimeZone()
        self._zone.setText(_zone_name(self._in))
        self.moment.blockSignals(True)
        self.moment.setTimeZone(self._in)
        if (moment := read_moment(self._shown, self._in)) is not None:
            self.moment.setDateTime(moment)
        self.moment.blockSignals(False)
        self.show_value(self._shown)

    def show_value(self, value: object) -> None:
        """A date that cannot be read is shown as off, and kept."""
        self._shown = str(value) if value else None
        moment = read_moment(self._shown, self._in)
        self.switch.setChecked(moment is not None)
        self.moment.setVisible(moment is not None)
        self._zone.setVisible(moment is not None)
        if moment is not None and moment != self.moment.dateTime():
            self.moment.blockSignals(True)
            self.moment.setDateTime(moment)
            self.moment.blockSignals(False)

    def _turn(self, on: bool) -> None:
        self.edited.emit(_written(_tomorrow_evening(self._in)) if on else None)

    def _take(self, moment: QDateTime) -> None:
        written = _written(moment)
        if self.switch.isChecked() and written != self._shown:
            self.edited.emit(written)


class MomentEdit(QDateTimeEdit):
    """Day and time in the system's own format; the wheel scrolls the page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCalendarPopup(True)
        self.setMinimumHeight(control_height())
        self.setTimeZone(QTimeZone.systemTimeZone())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling past must not change a date."""
        event.ignore()


def read_moment(text: str | None, zone: QTimeZone | None = None) -> QDateTime | None:
    """The moment that an ISO 8601 text names, in a zone, else in the system's; None where it names none."""
    try:
        instant = datetime.fromisoformat(text) if text else None
    except ValueError:
        return None
    if instant is None:
        return None
    seconds = int((instant if instant.tzinfo else instant.replace(tzinfo=UTC)).timestamp())
    return QDateTime.fromSecsSinceEpoch(seconds, zone if zone is not None else QTimeZone.systemTimeZone())


def _tomorrow_evening(zone: QTimeZone) -> QDateTime:
    """What a date begins with: the last minute of tomorrow there, as people set it."""
    return QDateTime(QDateTime.currentDateTime(zone).addDays(1).date(), QTime(23, 59), zone)


def _written(moment: QDateTime) -> str:
    instant = datetime.fromtimestamp(moment.toSecsSinceEpoch(), tz=UTC)
    return instant.strftime("%Y-%m-%dT%H:%M:%SZ")


def _zone_name(zone: QTimeZone) -> str:
    return bytes(zone.id().data()).decode()
