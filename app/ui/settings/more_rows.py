"""Rows of a settings form that are made of several fields: points, and ranges of addresses."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QVBoxLayout, QWidget

from app.checks.problem import Problem
from app.models.rearranged import exchanged, inserted, moved, removed
from app.ui.fields.line_row import LineRows
from app.ui.fields.points import PointsField, points_text
from app.ui.fields.quiet import QuietLabel
from app.ui.settings.rows import SettingRow
from app.ui.theme import Gap

Ranges = tuple[tuple[str, ...], ...]


class PointsRow(SettingRow):
    """The quiz's points: those of its questions, or a number set by hand (decisions 21)."""

    typed = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._sum = 0.0
        self.switch = QCheckBox(self.tr("Set the points of the quiz by hand"), self)
        self.points = PointsField(self.tr("Points of the quiz"), self)
        self.points.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.sum = QuietLabel("", self, wraps=False)
        self.switch.clicked.connect(lambda on: self.edited.emit((self._sum or 1) if on else None))
        self.points.points_edited.connect(lambda points: self.edited.emit(points))
        self.lay_out(self.switch, self.points, labelled=False)
        self.layout_of_parts.insertWidget(1, self.sum)  # beside them it would not fit where the text is large

    def show_sum(self, points: float) -> None:
        """What the questions are worth together."""
        self._sum = points
        self.sum.setText(self.tr("The questions are worth {points} points.").format(points=points_text(points) or "0"))

    def show_value(self, value: object) -> None:
        """Missing: they follow the questions."""
        own = float(value) if isinstance(value, int | float) else None
        self.switch.setChecked(own is not None)
        self.points.setEnabled(own is not None)
        self.points.show_points(self._sum if own is None else own)

    def finish(self) -> None:
        """Put back what is no number."""
        self.points.finish()


class RangesRow(QWidget):
    """Addresses from which the quiz can be taken: a switch, and pairs from–to that are kept while it is off."""

    switched = Signal(bool)
    edited = Signal(object, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ranges: Ranges = ()
        self.switch = QCheckBox(self.tr("Only from some addresses of the network"), self)
        names = (self.tr("Range {number} from"), self.tr("Range {number} to"))
        captions = (self.tr("From"), self.tr("To"))
        remove = self.tr("Remove range {number}")
        self.rows = LineRows(self.tr("Add range"), names, remove, self, captions=captions)
        self.note = QuietLabel(
            self.tr("Some Canvas servers drop these ranges without a word. After a sync you are told if yours did."),
            self,
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Gap.SMALL)
        for part in (self.switch, self.rows, self.note):
            layout.addWidget(part)
        self._listen()

    def show_ranges(self, on: bool, ranges: Ranges) -> None:
        """Show the switch and the pairs."""
        self._ranges = ranges
        self.switch.setChecked(on)
        self.rows.setVisible(on)
        self.note.setVisible(on)
        self.rows.show_lines([(str(place), _two(pair)) for place, pair in enumerate(ranges)])

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show each at its range."""
        self.rows.show_problems(problems)

    def focus_range(self, key: str) -> None:
        """Put the cursor into a range; to where one is added if there is none."""
        if self.rows.rows:
            self.rows.focus_row(key)
        else:
            self.rows.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def finish(self) -> None:
        """Take in what is under way."""
        self.rows.finish()

    def _listen(self) -> None:
        self.switch.clicked.connect(self.switched)
        self.rows.edited.connect(self._write)
        self.rows.added.connect(lambda place: self._say(inserted(self._ranges, place, ("", ""))))
        self.rows.removed.connect(lambda key: self._say(removed(self._ranges, int(key))))
        self.rows.moved.connect(lambda key, to: self._say(moved(self._ranges, int(key), to)))
        self.rows.pasted.connect(self._paste)

    def _write(self, key: str, column: int, text: str) -> None:
        pair = exchanged(_two(self._ranges[int(key)]), column, text.strip())
        self.edited.emit(exchanged(self._ranges, int(key), pair), True)

    def _paste(self, key: str, _column: int, lines: tuple[str, ...]) -> None:
        """Each line is a range, its ends divided by a tab, a dash or a comma; one address is a range of itself."""
        pairs = tuple(_pair(line) for line in lines)
        self._say((*self._ranges[: int(key)], *pairs, *self._ranges[int(key) + 1 :]))

    def _say(self, ranges: Ranges) -> None:
        self.edited.emit(ranges, False)


def _two(pair: Sequence[str]) -> tuple[str, str]:
    return (pair[0] if pair else "", pair[1] if len(pair) > 1 else "")


def _pair(line: str) -> tuple[str, str]:
    ends = [
        end.strip() for end in line.replace("–", "-").replace("\t", "-").replace(",", "-").split("-") if end.strip()
    ]
    return (ends[0], ends[-1]) if ends else ("", "")
