"""How words and blocks are shown, derived from the elements around them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal, TypeVar

from app.html.element import HEADINGS, LISTS
from app.html.rich import Block, Container
from app.html.style import declarations
from app.html.tag import Tag

_T = TypeVar("_T")
Script = Literal["sub", "super"]
ListKind = Literal["ul", "ol"]
Align = Literal["left", "center", "right", "justify"]


@dataclass(frozen=True, slots=True)
class Look:
    """How words are shown. Colours are CSS, "" where none is set; `marked` is highlighting by `<mark>`."""

    bold: bool = False
    italic: bool = False
    underline: bool = False
    strike: bool = False
    script: Script | None = None
    code: bool = False
    href: str = ""
    colour: str = ""
    background: str = ""
    marked: bool = False


@dataclass(frozen=True, slots=True)
class BlockLook:
    """How a block is shown. `begins_item` is true for the block that has the bullet or number; `start` is the list's.

    `indent` counts steps of 40 px, as Canvas indents a paragraph; `list_style` is CSS or HTML ("circle", "a").
    """

    level: int = 0
    pre: bool = False
    quote_depth: int = 0
    align: Align | None = None
    list_kind: ListKind | None = None
    list_depth: int = 0
    list_style: str = ""
    start: int = 1
    begins_item: bool = False
    indent: int = 0
    right_to_left: bool = False


_PLAIN: dict[str, Look] = {
    **dict.fromkeys(("b", "strong"), Look(bold=True)),
    **dict.fromkeys(("i", "em", "cite", "dfn", "var"), Look(italic=True)),
    **dict.fromkeys(("u", "ins"), Look(underline=True)),
    **dict.fromkeys(("s", "strike", "del"), Look(strike=True)),
    **dict.fromkeys(("code", "kbd", "samp", "tt"), Look(code=True)),
    "sub": Look(script="sub"),
    "sup": Look(script="super"),
    "mark": Look(marked=True),
}
_ALIGNS: dict[str, Align] = {
    **{"left": "left", "start": "left", "center": "center", "middle": "center"},
    **{"right": "right", "end": "right", "justify": "justify"},
}
_STEP = 40  # px


@lru_cache(maxsize=4096)
def look(marks: tuple[Tag, ...]) -> Look:
    """How words in `marks` are shown."""
    shown = Look()
    for tag in marks:
        shown = _under(shown, tag)
    return shown


def block_look(block: Block, before: Block | None = None) -> BlockLook:
    """How a block is shown; `before` is the one above it."""
    shown = _line_look(block.tag, block.containers)
    items = [container for container in block.containers if container.tag.name == "li"]
    lists = [container for container in block.containers if container.tag.name in LISTS]
    begins = bool(items) and (before is None or items[-1] not in before.containers)
    if not lists:
        return replace(shown, begins_item=begins, list_kind="ul" if items else None, list_depth=len(items))
    tag = lists[-1].tag
    return replace(
        shown,
        list_kind="ol" if tag.name == "ol" else "ul",
        list_depth=len(lists),
        list_style=declarations(tag).get("list-style-type") or tag.attribute("type"),
        start=_number(tag.attribute("start"), 1),
        begins_item=begins,
    )


def tag_look(tag: Tag) -> Look:
    """What one element does."""
    return _under(Look(), tag)


def _under(outer: Look, tag: Tag) -> Look:
    """The look of words in `tag`, where those around it have the look `outer`."""
    own = _PLAIN.get(tag.name, Look())
    shown = Look(
        outer.bold or own.bold,
        outer.italic or own.italic,
        outer.underline or own.underline,
        outer.strike or own.strike,
        own.script or outer.script,
        outer.code or own.code,
        (tag.attribute("href") if tag.name == "a" else "") or outer.href,
        (tag.attribute("color") if tag.name == "font" else "") or outer.colour,
        outer.background,
        outer.marked or own.marked,
    )
    return _styled(shown, tag) if "style" in tag.opening else shown


def _styled(shown: Look, tag: Tag) -> Look:
    style = declarations(tag)
    lines = f"{style.get('text-decoration', '')} {style.get('text-decoration-line', '')}".lower()
    weight, slant = style.get("font-weight", "").lower(), style.get("font-style", "").lower()
    return replace(
        shown,
        bold=_is_bold(weight) if weight else shown.bold,
        italic=slant in {"italic", "oblique"} if slant else shown.italic,
        underline=shown.underline or "underline" in lines,
        strike=shown.strike or "line-through" in lines,
        script=_script(style.get("vertical-align", "").lower()) or shown.script,
        colour=style.get("color") or shown.colour,
        background=style.get("background-color") or style.get("background") or shown.background,
    )


def _is_bold(weight: str) -> bool:
    return weight in {"bold", "bolder"} or (weight.isdecimal() and int(weight[:6]) >= 600)


def _script(align: str) -> Script | None:
    return "sub" if align == "sub" else "super" if align == "super" else None


@lru_cache(maxsize=4096)
def _line_look(tag: Tag | None, containers: tuple[Container, ...]) -> BlockLook:
    around = [container.tag for container in containers]
    own = [*around, tag] if tag else around
    name = tag.name if tag else ""
    return BlockLook(
        level=int(name[1]) if name in HEADINGS else 0,
        pre=name == "pre",
        quote_depth=sum(one.name == "blockquote" for one in around),
        align=_last(_align(one) for one in own),
        indent=sum(_indent(one) for one in own if one.name not in LISTS),
        right_to_left=_last(one.attribute("dir").lower() or None for one in own) == "rtl",
    )


def _last(values: Iterable[_T | None]) -> _T | None:
    found = [value for value in values if value]
    return found[-1] if found else None


def _align(tag: Tag) -> Align | None:
    if tag.name == "center":
        return "center"
    named = declarations(tag).get("text-align") or (tag.attribute("align") if tag.name != "table" else "")
    return _ALIGNS.get(named.lower())


def _indent(tag: Tag) -> int:
    style = declarations(tag)
    found = [re.fullmatch(r"(\d{1,4})(?:\.\d+)?px", style.get(name, "")) for name in ("padding-left", "margin-left")]
    return sum(int(length[1]) for length in found if length) // _STEP


def _number(text: str, default: int) -> int:
    found = re.match(r"\s*([+-]?\d{1,6})", text)
    return int(found[1]) if found else default
