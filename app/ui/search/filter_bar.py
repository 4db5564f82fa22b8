"""Filters of a search as a row of quiet buttons: type, points, problems, state of the quiz, tags."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.library.row import State
from app.library.sought import Sought
from app.ui.editors.kind import kind_of
from app.ui.editors.table import EDITORS
from app.ui.fields.text_button import TextButton
from app.ui.fields.wrapping_row import WrappingRow
from app.ui.icons import icon
from app.ui.search.check_menu import CheckMenu, Choice
from app.ui.search.filter_button import FilterButton
from app.ui.search.points_range import PointsRange
from app.ui.search.sought_words import (
    STATES,
    points_words,
    problems_words,
    states_words,
    tags_words,
    types_words,
)
from app.ui.theme import Gap
from app.ui.words import words

_ANY = Sought()
_WITH, _WITHOUT = "with", "without"
_PARTS = (("types",), ("points_from", "points_to"), ("has_problems",), ("states",), ("tags",))
"""The fields of what is sought, those together that one button sets."""


class FilterBar(QWidget):
    """`changed` carries what is filtered by, a `Sought` without words. Escape takes back what was set last.

    `known_tags` is asked whenever the tags are opened. Made for any list that shows questions of all quizzes.
    """

    changed = Signal(object)
    left = Signal()

    def __init__(self, known_tags: Callable[[], Sequence[str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known_tags = known_tags
        self.filters = _ANY
        self._order: list[tuple[str, ...]] = []
        self.types = FilterButton(self.tr("Type"), self)
        self.points = FilterButton(self.tr("Points"), self)
        self.problems = FilterButton(self.tr("Problems"), self, names_itself=True)
        self.states = FilterButton(self.tr("State"), self)
        self.tags = FilterButton(self.tr("Tags"), self)
        self.clear_all = TextButton(self.tr("Clear filters"), self, icon=icon("x", "text_quiet"))
        self.clear_all.setFlat(True)
        self.range = PointsRange(self)
        self._menus()
        row = WrappingRow(self)
        row.setSpacing(Gap.TIGHT)
        for button in (*self.buttons, self.clear_all):
            row.addWidget(button)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clear_all.clicked.connect(self.clear)
        self._show()

    @property
    def buttons(self) -> tuple[FilterButton, ...]:
        """One for each filter."""
        return (self.types, self.points, self.problems, self.states, self.tags)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Go to the first filter."""
        self.types.setFocus(reason)

    def set_filters(self, filters: Sought) -> None:
        """Filter by these, and say so."""
        if filters == self.filters:
            return
        changed = [names for names in _PARTS if _values(filters, names) != _values(self.filters, names)]
        known = dict.fromkeys((*self._order, *changed))
        self._order = [names for names in known if _values(filters, names) != _values(_ANY, names)]
        self.filters = filters
        self._show()
        self.changed.emit(filters)

    def clear(self) -> None:
        """Filter by nothing."""
        if self.clear_all.hasFocus():
            self.setFocus()
        self.set_filters(_ANY)

    def take_back(self) -> bool:
        """Take back the filter that was set last; False where none is set."""
        if not self._order:
            return False
        names = self._order[-1]
        self.set_filters(replace(self.filters, **dict(zip(names, _values(_ANY, names), strict=True))))
        return True

    def _menus(self) -> None:
        menus = {button: CheckMenu(button) for button in (self.types, self.problems, self.states, self.tags)}
        for button, menu in menus.items():
            button.setMenu(menu)
        menus[self.types].aboutToShow.connect(lambda: menus[self.types].fill(_types(), self.filters.types))
        menus[self.types].ticked.connect(lambda keys: self.set_filters(replace(self.filters, types=keys)))
        menus[self.problems].aboutToShow.connect(lambda: self._fill_problems(menus[self.problems]))
        menus[self.problems].ticked.connect(lambda keys: self._take_problems(keys, menus[self.problems]))
        menus[self.states].aboutToShow.connect(lambda: menus[self.states].fill(_states(), self.filters.states))
        menus[self.states].ticked.connect(
            lambda keys: self.set_filters(replace(self.filters, states=frozenset(map(State, keys))))
        )
        menus[self.tags].aboutToShow.connect(lambda: self._fill_tags(menus[self.tags]))
        menus[self.tags].ticked.connect(lambda keys: self.set_filters(replace(self.filters, tags=keys)))
        self.points.clicked.connect(self._open_points)
        self.range.edited.connect(
            lambda least, most: self.set_filters(replace(self.filters, points_from=least, points_to=most))
        )

    def _open_points(self) -> None:
        self.range.show_range((self.filters.points_from, self.filters.points_to))
        self.range.open_below(self.points)

    def _fill_problems(self, menu: CheckMenu) -> None:
        choices = (Choice(_WITH, self.tr("With problems")), Choice(_WITHOUT, self.tr("Without problems")))
        ticked = {True: (_WITH,), False: (_WITHOUT,)}
        wanted = self.filters.has_problems
        menu.fill(choices, ticked[wanted] if wanted is not None else ())

    def _take_problems(self, keys: frozenset[str], menu: CheckMenu) -> None:
        """One of the two, or none: the other one is not ticked any more."""
        before = {True: _WITH, False: _WITHOUT, None: ""}[self.filters.has_problems]
        new = keys - {before}
        wanted = (_WITH in new) if new else None
        self.set_filters(replace(self.filters, has_problems=wanted))
        menu.close()

    def _fill_tags(self, menu: CheckMenu) -> None:
        known = sorted({*self._known_tags(), *self.filters.tags}, key=str.casefold)
        menu.fill([Choice(tag, tag) for tag in known], self.filters.tags, self.tr("No question has a tag yet"))

    def _show(self) -> None:
        said = (types_words, points_words, problems_words, states_words, tags_words)
        for button, words_of in zip(self.buttons, said, strict=True):
            button.show_value(words_of(self.filters))
        self.clear_all.setVisible(self.filters.is_filtered)
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back one step, out of here in the end; Down goes on to the list."""
        if event.key() == Qt.Key.Key_Escape:
            if not self.take_back():
                self.left.emit()
        else:
            super().keyPressEvent(event)


def _values(sought: Sought, names: Sequence[str]) -> tuple[Any, ...]:
    return tuple(getattr(sought, name) for name in names)


def _types() -> list[Choice]:
    """By name alone: some styles show the icon of an action in place of its tick."""
    return [Choice(slug, kind_of(slug).name) for slug in EDITORS]


def _states() -> list[Choice]:
    return [Choice(state, words(said)) for state, said in STATES.items()]
