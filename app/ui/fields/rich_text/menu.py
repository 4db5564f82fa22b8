"""The context menu of a rich text."""

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from app.html.link import link_at
from app.ui.fields.rich_text.clipboard import can_paste, held, paste_as_is, paste_plain
from app.ui.fields.rich_text.command import BY_ID
from app.ui.fields.rich_text.command_words import keys_text
from app.ui.fields.rich_text.picture_acts import chosen_atom
from app.ui.fields.rich_text.row import in_table
from app.ui.fields.rich_text.spelling_acts import add_actions
from app.ui.fields.rich_text.table_acts import ACTS
from app.ui.icons import icon
from app.ui.words import words

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.ui.fields.rich_text.edit import RichEdit

_KEYS: Final = QKeySequence.StandardKey


def open_menu(edit: "RichEdit", place: QPoint) -> QMenu:
    """Show it at the global `place`."""
    menu = QMenu(edit)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    _add_clipboard(menu, edit)
    if not edit.isReadOnly():
        _add_commands(menu, edit)
    menu.addSeparator()
    _add(menu, _tr("Select all"), edit.selectAll, _KEYS.SelectAll)
    if not edit.isReadOnly():
        add_actions(menu, edit, edit.cursorForPosition(edit.viewport().mapFromGlobal(place)).position())
    menu.popup(place)
    return menu


def _add_clipboard(menu: QMenu, edit: "RichEdit") -> None:
    selected = edit.textCursor().hasSelection()
    if not edit.isReadOnly():
        _add(menu, _tr("Cut"), edit.cut_chosen, _KEYS.Cut).setEnabled(selected)
    _add(menu, _tr("Copy"), edit.copy, _KEYS.Copy).setEnabled(selected)
    if edit.isReadOnly():
        return
    data = held()
    there = can_paste(data)
    _add(menu, _tr("Paste"), edit.paste, _KEYS.Paste).setEnabled(there)
    plain = BY_ID["plain"]
    act = _add(menu, words(plain.text), lambda: paste_plain(edit, held()))
    act.setText(f"{words(plain.text)}\t{keys_text(plain)}")
    act.setEnabled(data.hasText())
    as_is = _add(menu, _tr("Paste as is"), lambda: paste_as_is(edit, held()))
    as_is.setEnabled(data.hasHtml())


def _add_commands(menu: QMenu, edit: "RichEdit") -> None:
    menu.addSeparator()
    chosen = edit.chosen
    if link_at(chosen) is not None or not chosen.is_bare:
        _add_command(menu, edit, "link")
    if edit.selected_picture() is not None:
        _add(menu, _tr("Describe picture…"), lambda: edit.wanted.emit("describe"))
    if chosen_atom(chosen) is not None:
        _add(menu, _tr("Edit source"), lambda: edit.wanted.emit("source"))
    if in_table(chosen.block):
        table = menu.addMenu(icon("table"), _tr("Table"))
        for act in ACTS.values():
            _add(table, words(act.text), partial(act.act, edit))
    _add_command(menu, edit, "clear")


def _add_command(menu: QMenu, edit: "RichEdit", name: str) -> None:
    command = BY_ID[name]
    made = _add(menu, f"{words(command.text)}\t{keys_text(command)}", lambda: command.act(edit))
    made.setIcon(icon(command.icon))


def _add(menu: QMenu, text: str, act: "Callable[[], object]", key: QKeySequence.StandardKey | None = None) -> QAction:
    keys = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) if key is not None else ""
    made = menu.addAction(f"{text}\t{keys}" if keys else text)
    made.triggered.connect(lambda _checked=False: act())
    return made


def _tr(text: str) -> str:
    return QCoreApplication.translate("RichText", text)
