"""Tags as chips, and a line behind them in which another one is typed."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.models.tag import clean_tags, tag_key
from app.ui.fields.tag_chip import TagChip
from app.ui.fields.tag_line import TagLine
from app.ui.fields.wrapping_row import WrappingRow
from app.ui.theme import Gap

Known = Callable[[], Sequence[str]]
"""Gives the tags that are in use, for completing one."""


class TagField(QWidget):
    """`edited` carries all tags after each that came or went.

    Enter or a comma ends a tag, Backspace in the empty line takes the last one away. Left goes into the chips, where
    Delete takes one away. A tag that is there in another case is not added twice.
    """

    edited = Signal(tuple)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips: list[TagChip] = []
        self._known: Known = tuple
        self.line = TagLine(name, self)
        self._row = WrappingRow(self)
        self._row.setSpacing(Gap.TIGHT)
        self._row.addWidget(self.line)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.line.entered.connect(self._offer)
        self.line.given.connect(self._add)
        self.line.back_wanted.connect(lambda: self._remove(len(self._chips) - 1))
        self.line.left_wanted.connect(lambda: self._go_to(len(self._chips) - 1))

    @property
    def tags(self) -> tuple[str, ...]:
        """What the chips say."""
        return tuple(chip.text() for chip in self._chips)

    @property
    def chips(self) -> tuple[TagChip, ...]:
        """From first to last."""
        return tuple(self._chips)

    def offer(self, known: Known) -> None:
        """Where the tags come from that can be chosen; asked whenever the cursor comes in."""
        self._known = known

    def show_tags(self, tags: Sequence[str]) -> None:
        """Show these; what is being typed stays."""
        if tuple(tags) == self.tags:
            return
        for chip in self._chips:
            self._row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._row.removeWidget(self.line)
        self._chips = [self._chip(place, tag) for place, tag in enumerate(tags)]
        self._row.addWidget(self.line)
        self.updateGeometry()

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Enter the line. A focus proxy would be a stop of Tab by itself, wherever Qt has it in its chain."""
        self.line.setFocus(reason)

    def finish(self) -> None:
        """End the tag that is being typed."""
        self.line.finish()
        self.line.give()

    def _chip(self, place: int, tag: str) -> TagChip:
        chip = TagChip(tag, self)
        chip.removed.connect(lambda: self._remove(place))
        chip.stepped.connect(lambda by: self._go_to(place + by))
        self._row.addWidget(chip)
        chip.show()
        return chip

    def _offer(self) -> None:
        there = {tag_key(tag) for tag in self.tags}
        self.line.offer([tag for tag in self._known() if tag_key(tag) not in there])

    def _add(self, tags: tuple[str, ...]) -> None:
        known = {tag_key(tag): tag for tag in self._known()}
        self._take(clean_tags((*self.tags, *(known.get(tag_key(tag), tag) for tag in tags))))
        self._offer()

    def _remove(self, place: int) -> None:
        if 0 <= place < len(self._chips):
            was_in_chips = not self.line.hasFocus()
            self._take((*self.tags[:place], *self.tags[place + 1 :]))
            if was_in_chips:
                self._go_to(place)
            self._offer()

    def _take(self, tags: tuple[str, ...]) -> None:
        if tags != self.tags:
            self.show_tags(tags)
            self.edited.emit(tags)

    def _go_to(self, place: int) -> None:
        stop: QWidget = self._chips[place] if 0 <= place < len(self._chips) else self.line
        if place >= 0:
            stop.setFocus(Qt.FocusReason.OtherFocusReason)
