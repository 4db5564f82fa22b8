"""The table of actions as Qt actions of one window."""

import sys
from collections.abc import Callable, Collection, Mapping, Set

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from app.ui.actions import ACTIONS, BY_ID, MENUS, Action, When
from app.ui.icons import icon
from app.ui.words import words

_ROLES = {
    "quit": QAction.MenuRole.QuitRole,
    "preferences": QAction.MenuRole.PreferencesRole,
    "about": QAction.MenuRole.AboutRole,
}


class Commands:
    """One QAction for each row of the table that has something to do."""

    def __init__(self, window: QWidget, work: Mapping[str, Callable[[], object]]) -> None:
        """`work` is what each action does; an action without work is not made. Raises KeyError for an unknown id."""
        unknown = work.keys() - BY_ID.keys()
        if unknown:
            raise KeyError(*unknown)
        self._made = {row.id: _made(row, window, work[row.id]) for row in ACTIONS if row.id in work}
        self._window = window
        self._true: frozenset[When] | None = None
        window.addActions(list(self._made.values()))

    def __getitem__(self, action_id: str) -> QAction:
        """The action with this id. Raises KeyError for one without work."""
        return self._made[action_id]

    def __contains__(self, action_id: str) -> bool:
        """Whether the action can do anything in this version."""
        return action_id in self._made

    def set_true(self, conditions: Set[When]) -> None:
        """Enable what these conditions allow; asked with every step that a person makes, which seldom changes them."""
        if conditions == self._true:
            return
        self._true = frozenset(conditions)
        for action_id, action in self._made.items():
            when = BY_ID[action_id].when
            action.setEnabled(when == "always" or when in conditions)

    def enabled(self) -> list[QAction]:
        """What can be done now, in the order of the table."""
        return [action for action in self._made.values() if action.isEnabled()]

    def fill(self, bar: QMenuBar) -> None:
        """Put the menus into the menu bar."""
        for row in MENUS:
            self.menu(row.ids, bar.addMenu(words(row.title)))

    def menu(self, ids: Collection[str], menu: QMenu | None = None) -> QMenu:
        """A menu of these actions, "" for a line between groups."""
        filled = menu if menu is not None else QMenu(self._window)
        for action_id in ids:
            if not action_id:
                filled.addSeparator()
            elif action_id in self._made:
                filled.addAction(self._made[action_id])
        return filled


def keys_of(row: Action) -> tuple[str, ...]:
    """The keys on this platform, in Qt's portable names."""
    return row.mac if row.mac is not None and sys.platform == "darwin" else row.keys


def keys_text(row: Action) -> str:
    """The keys as this platform writes them: "Ctrl+Z", or "⌘Z"."""
    native = QKeySequence.SequenceFormat.NativeText
    return ", ".join(QKeySequence(keys).toString(native) for keys in keys_of(row))


def _made(row: Action, window: QWidget, work: Callable[[], object]) -> QAction:
    action = QAction(words(row.text), window)
    action.setObjectName(row.id)
    action.setShortcuts([QKeySequence(keys) for keys in keys_of(row)])
    action.setMenuRole(_ROLES.get(row.id, QAction.MenuRole.NoRole))
    if row.icon:
        action.setIcon(icon(row.icon))
    tip, keys = words(row.tip or row.text).rstrip("…"), keys_text(row)
    action.setToolTip(f"{tip} ({keys})" if keys else tip)
    action.triggered.connect(lambda _checked=False: work())
    return action
