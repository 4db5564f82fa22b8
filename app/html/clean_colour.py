"""Colours of pasted words, where they mean something: in a list of questions they mark the right answer."""

from typing import Final

from app.html.node import Node

_PLAIN: Final = frozenset(
    {"", "auto", "inherit", "initial", "currentcolor", "transparent", "none", "windowtext", "black"}
)
_INK: Final = _PLAIN | {"#000", "#000000", "rgb(0,0,0)", "#1f1f1f", "#202124", "#222222", "#333333"}
_PAPER: Final = _PLAIN | {"white", "#fff", "#ffffff", "rgb(255,255,255)", "rgba(0,0,0,0)"}


def with_colours_as_lines(root: Node) -> None:
    """Give a line below to words that have a colour of their own or stand on one: colours themselves are not kept."""
    for node in root.walk():
        if node.name == "mark" or _is_coloured(node):
            node.attributes["style"] = f"{node.get('style')};text-decoration:underline"


def _is_coloured(node: Node) -> bool:
    style = node.style
    ink = style.get("color", "") or (node.get("color").lower() if node.name == "font" else "")
    paper = style.get("background-color", "") or style.get("background", "") or style.get("mso-highlight", "")
    return node.name not in ("a", "body", "table", "td") and (
        "".join(ink.split()) not in _INK or "".join(paper.split()) not in _PAPER
    )
