"""What can be done to a rich text, as one table: toolbar, menus, keys and the page of keys are made from it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from app.html.look import ListKind
from app.html.marks import Effect
from app.message import Message, message
from app.ui.fields.rich_text.block_acts import (
    align,
    clear,
    indent,
    is_aligned,
    is_heading,
    is_list,
    is_quote,
    make_list,
    outdent,
    quote,
    set_heading,
)
from app.ui.fields.rich_text.mark_acts import is_marked, toggle

if TYPE_CHECKING:
    from app.ui.fields.rich_text.edit import RichEdit

Act = Callable[["RichEdit"], None]
IsOn = Callable[["RichEdit"], bool]


@dataclass(frozen=True, slots=True)
class Command:
    """`keys` are Qt's portable names. `is_on` tells whether it is in force at the cursor; None for what only acts."""

    id: str
    text: Message
    icon: str
    act: Act
    keys: tuple[str, ...] = ()
    is_on: IsOn | None = None


def _mark(name: Effect, text: Message, icon: str, *keys: str) -> Command:
    return Command(name, text, icon, lambda edit: toggle(edit, name), keys, lambda edit: is_marked(edit, name))


def _heading(level: int, text: Message, *keys: str) -> Command:
    def act(edit: "RichEdit") -> None:
        set_heading(edit, level)

    return Command(f"heading-{level}", text, "heading", act, keys, lambda edit: is_heading(edit, level))


def _list(kind: ListKind, text: Message, icon: str, *keys: str) -> Command:
    return Command(kind, text, icon, lambda edit: make_list(edit, kind), keys, lambda edit: is_list(edit, kind))


def _align(way: Literal["", "center", "right"], text: Message, *keys: str) -> Command:
    def act(edit: "RichEdit") -> None:
        align(edit, way)

    return Command(f"align-{way}", text, f"text-align-{_ICON[way]}", act, keys, lambda edit: is_aligned(edit, way))


def _wants(what: str, text: Message, icon: str, *keys: str) -> Command:
    return Command(what, text, icon, lambda edit: edit.wanted.emit(what), keys)


_ICON = {"": "start", "center": "center", "right": "end"}

COMMANDS: Final = (
    _mark("bold", message("Bold"), "bold", "Ctrl+B"),
    _mark("italic", message("Italic"), "italic", "Ctrl+I"),
    _mark("underline", message("Underline"), "underline", "Ctrl+U"),
    _mark("strike", message("Strike through"), "strikethrough", "Ctrl+Shift+X"),
    _mark("sub", message("Subscript"), "subscript", "Ctrl+,"),
    _mark("super", message("Superscript"), "superscript", "Ctrl+."),
    _mark("code", message("Code"), "code", "Ctrl+E"),
    _heading(0, message("Paragraph")),
    _heading(2, message("Heading 2")),
    _heading(3, message("Heading 3")),
    _heading(4, message("Heading 4")),
    _list("ul", message("Bulleted list"), "list", "Ctrl+Shift+8"),
    _list("ol", message("Numbered list"), "list-ordered", "Ctrl+Shift+7"),
    Command("indent", message("Indent"), "list-indent-increase", indent, ("Ctrl+]", "Ctrl+M")),
    Command("outdent", message("Outdent"), "list-indent-decrease", outdent, ("Ctrl+[", "Ctrl+Shift+M")),
    Command("quote", message("Quote"), "text-quote", quote, ("Ctrl+Shift+9",), is_quote),
    _align("", message("Align at the start"), "Ctrl+Shift+L"),
    _align("center", message("Centre"), "Ctrl+Shift+E"),
    _align("right", message("Align right"), "Ctrl+Shift+R"),
    _wants("link", message("Link…"), "link", "Ctrl+K"),
    _wants("picture", message("Picture…"), "image"),
    _wants("table", message("Table…"), "table"),
    _wants("equation", message("Equation…"), "sigma", "Alt+E"),
    Command("clear", message("Clear formatting"), "remove-formatting", clear, ("Ctrl+\\", "Ctrl+Space")),
    _wants("source", message("Edit source"), "code-xml"),
    _wants("toolbar", message("Go to the toolbar"), "heading", "Alt+F10"),
    _wants("plain", message("Paste as plain text"), "clipboard-type", "Ctrl+Shift+V"),
)
"""Every command, each id once."""

BY_ID: Final = {command.id: command for command in COMMANDS}
