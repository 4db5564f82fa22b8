"""The search of the library's screen: its words, its filters, and what is shown of the answer."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from app.library.row import Found
from app.library.sought import Sought
from app.ui.fields.text_button import TextButton
from app.ui.library.empty_place import EmptyPlace
from app.ui.library.library_bar import LibraryBar
from app.ui.screens import screen

if TYPE_CHECKING:
    from app.session.searching import Searching
    from app.ui.search.filter_bar import FilterBar
    from app.ui.search.hit_list import FoundPage


class LibrarySearch(QObject):
    """`answered` carries the page that shows the answer; `ended` comes when nothing is looked for any more.

    The filters stand below the words as soon as there are words, and without any where a person asks for them.
    """

    answered = Signal(QWidget)
    ended = Signal()
    open_wanted = Signal(str, str)

    def __init__(
        self,
        bar: LibraryBar,
        searching: "Callable[[QObject], Searching]",
        known_tags: Callable[[], Sequence[str]],
        page: QWidget,
    ) -> None:
        super().__init__(page)
        self._bar, self._make_searching, self._known_tags, self._page = bar, searching, known_tags, page
        self._enters = False
        self._is_open = False
        self._has_filters = False
        bar.searched.connect(self._ask)
        bar.escaped.connect(self._step_back)
        bar.filter.clicked.connect(self.toggle_filters)

    @property
    def sought(self) -> Sought:
        """What is looked for now."""
        filters = self.filters.filters if self._has_filters else Sought()
        return replace(filters, text=self._bar.search.text().strip())

    @cached_property
    def filters(self) -> "FilterBar":
        """Made when something is first looked for."""
        made: FilterBar = screen("filters")(self._known_tags, self._page)
        made.changed.connect(self._ask)
        made.left.connect(self._leave_filters)
        self._has_filters = True
        self._bar.put_below(made)
        return made

    @cached_property
    def searching(self) -> "Searching":
        """Made for the first search."""
        made = self._make_searching(self)
        made.found.connect(self._show)
        return made

    @cached_property
    def found(self) -> "FoundPage":
        """What was found."""
        made: FoundPage = screen("found")(self._page)
        made.list.open_wanted.connect(self.open_wanted)
        made.list.left.connect(self._bar.enter)
        return made

    @cached_property
    def nothing(self) -> EmptyPlace:
        """That nothing was found."""
        return EmptyPlace(self._page)

    @cached_property
    def _clear(self) -> TextButton:
        made = TextButton(self.tr("Clear filters"), self._page)
        made.clicked.connect(self.filters.clear)
        made.hide()
        return made

    @property
    def is_waiting(self) -> bool:
        """Whether the answer to what is looked for is still to come."""
        return "searching" in vars(self) and self.searching.sought is not None

    def enter_when_found(self) -> None:
        """Go to what will be found."""
        self._enters = True

    def ask_again(self) -> None:
        """What is kept has changed."""
        self._ask()

    def end(self) -> None:
        """Look for nothing any more."""
        self._is_open = False
        if self._has_filters:
            self.filters.clear()
        self._bar.search.clear()
        self._ask()

    def open_filters(self) -> None:
        """Show the filters and go to the first one."""
        self._is_open = True
        self._show_filters()
        self.filters.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def toggle_filters(self) -> None:
        """Show the filters, or put away those that nothing is filtered by."""
        if self._has_filters and self.filters.isVisible() and self.sought.is_empty:
            self._leave_filters()
        else:
            self.open_filters()

    def _ask(self) -> None:
        sought = self.sought
        self._show_filters()
        if not sought.is_empty:
            self.searching.ask(sought)
            return
        self._enters = False
        if "searching" in vars(self):
            self.searching.drop()
        self.ended.emit()

    def _show(self, found: Found) -> None:
        if found.hits:
            self.found.show_found(found)
        else:
            self._say_nothing()
        shown = self.found if found.hits else self.nothing
        self.answered.emit(shown)
        if self._enters:
            self._enters = False
            shown.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _say_nothing(self) -> None:
        sought, filters = self.sought, screen("filters_words")(self.sought)
        said = [self.tr("Nothing on this computer has these words: {text}").format(text=sought.text)] * bool(
            sought.text
        )
        if filters:
            said.append(self.tr("Filtered by: {filters}").format(filters=filters))
        self.nothing.say(self.tr("Nothing found"), "\n".join(said), self._clear if filters else None)

    def _step_back(self) -> None:
        """Escape in the words: they go first, then one filter after the other, then the row of filters."""
        if self._bar.search.text():
            self._bar.search.clear()
        elif not self._has_filters or not self.filters.take_back():
            self._leave_filters()

    def _leave_filters(self) -> None:
        self._is_open = False
        self._bar.enter()
        self._show_filters()

    def _show_filters(self) -> None:
        wanted = self._is_open or not self.sought.is_empty
        if wanted or self._has_filters:
            self.filters.setVisible(wanted)
