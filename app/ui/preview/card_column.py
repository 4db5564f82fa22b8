"""A page of cards of which the first are there at once, and the others come while nobody waits for them."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.session.piecework import Piecework
from app.ui.fields.tab_order import chain_behind, follow_layout, last_stop
from app.ui.theme import PAGE_WIDTH, Gap

AT_ONCE = 3
"""So many cards are made before the first paint: more than a window shows of most quizzes."""


class CardColumn(QScrollArea):
    """Its bar is always there, so that no picture as wide as the page makes it come and go."""

    built = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.cards: dict[str, QWidget] = {}
        self._make: Callable[[str], QWidget] | None = None
        self._stop: QWidget | None = None
        self._column = QWidget()
        self._column.setMaximumWidth(PAGE_WIDTH)
        self._layout = QVBoxLayout(self._column)
        self._layout.setContentsMargins(Gap.PAGE, Gap.LARGE, Gap.PAGE, Gap.PAGE)
        self._layout.setSpacing(Gap.LARGE)
        self._layout.addStretch(1)
        page = QWidget()
        beside = QHBoxLayout(page)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self._column, 1)
        beside.addStretch(0)
        self.setWidget(page)
        self._work = Piecework(self._build, self)
        self._work.done.connect(self._end)

    def set_top(self, top: QWidget) -> None:
        """Put a part above all cards, for good."""
        self._layout.insertWidget(0, top)

    def show_cards(self, keys: Sequence[str], make: Callable[[str], QWidget]) -> None:
        """Show a card for each key, each made by `make`; those that were there before go."""
        self.clear()
        self._make = make
        for key in keys[:AT_ONCE]:
            self._build(key)
        follow_layout(self.window() if self.isWindow() else self.parentWidget() or self)
        self._stop = last_stop(self._column)
        self.verticalScrollBar().setValue(0)
        if keys[AT_ONCE:]:
            self._work.ask(keys[AT_ONCE:])
        else:
            self._end()

    def clear(self) -> None:
        """Show no card."""
        self._work.drop()
        for card in self.cards.values():
            self._layout.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards, self._stop = {}, None

    def finish(self) -> None:
        """Make all that are still to come, now."""
        self._work.finish()

    def _build(self, key: str) -> None:
        assert self._make is not None
        card = self.cards[key] = self._make(key)
        self._layout.insertWidget(self._layout.count() - 1, card)
        card.show()
        if self._stop is not None:  # card by card: to go through all of them at the end held the window for 25 ms
            chain_behind(self._stop, card)
            self._stop = last_stop(card) or self._stop

    def _end(self) -> None:
        if self._stop is None:
            follow_layout(self.window() if self.isWindow() else self.parentWidget() or self)
        self.built.emit()
