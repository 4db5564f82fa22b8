"""Bold, links and the like on words: pure functions from marks to marks.

An element counts by what it does, not by its name: `<b>`, `<strong>` and `<span style="font-weight: bold">` are bold.
New marks come to a fixed place among the others, so that the order of clicks does not change the HTML.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Literal

from app.html.look import Look, look, tag_look
from app.html.rich import Inline, Words
from app.html.style import declarations, with_declaration
from app.html.tag import Tag

Effect = Literal["bold", "italic", "underline", "strike", "sub", "super", "code", "link", "colour", "background"]
Marks = tuple[Tag, ...]

# What Canvas keeps: it removes <s>.
_NEW: dict[Effect, Tag] = {
    "bold": Tag("<strong>"),
    "italic": Tag("<em>"),
    "underline": Tag("<u>"),
    "strike": Tag("<del>"),
    "sub": Tag("<sub>"),
    "super": Tag("<sup>"),
    "code": Tag("<code>"),
}
# Outermost first.
_ORDER: tuple[Effect, ...] = (
    *("link", "background", "colour", "bold", "italic", "underline", "strike", "sub", "super", "code"),
)
_PROPERTIES: dict[Effect, tuple[str, ...]] = {
    "bold": ("font-weight",),
    "italic": ("font-style",),
    "underline": ("text-decoration", "text-decoration-line"),
    "strike": ("text-decoration", "text-decoration-line"),
    "sub": ("vertical-align",),
    "super": ("vertical-align",),
    "colour": ("color",),
    "background": ("background-color", "background"),
}
_OWN = frozenset({"href", "target", "rel", "color"})  # of links and <font>
_OPPOSITES: dict[Effect, Effect] = {"sub": "super", "super": "sub"}


def mark(effect: Effect) -> Tag:
    """The element that is written for an effect; links and colours have `with_link` and `with_colour`."""
    return _NEW[effect]


def has_mark(inline: Inline, effect: Effect) -> bool:
    """Whether it is shown so."""
    return _does(look(inline.marks), effect)


def all_have(inlines: Iterable[Inline], effect: Effect) -> bool:
    """Whether all are shown so, as a button that is pressed tells; False where there are none."""
    found = [has_mark(inline, effect) for inline in inlines]
    return bool(found) and all(found)


def toggled(inlines: Sequence[Inline], effect: Effect) -> tuple[Inline, ...]:
    """All with an effect, or without it where all have it."""
    if all_have(inlines, effect):
        return merged(replace(inline, marks=without_mark(inline.marks, effect)) for inline in inlines)
    return merged(
        inline if has_mark(inline, effect) else replace(inline, marks=with_mark(inline.marks, mark(effect)))
        for inline in inlines
    )


def with_mark(marks: Marks, tag: Tag) -> Marks:
    """The marks with one more, at its place; it takes that of one with the same effect."""
    effect = _effect(tag)
    if effect is None:
        return (*marks, tag)
    gone = (effect, _OPPOSITES[effect]) if effect in _OPPOSITES else (effect,)
    kept = without_mark(marks, *gone)
    place = next((place for place, other in enumerate(kept) if _rank(other) > _rank(tag)), len(kept))
    return (*kept[:place], tag, *kept[place:])


def without_mark(marks: Marks, *effects: Effect) -> Marks:
    """The marks without an effect; a style loses the property alone, and an element that then says nothing goes."""
    kept: list[Tag] = list(marks)
    for effect in effects:
        kept = [left for tag in kept if (left := _without(tag, effect)) is not None]
    return tuple(kept)


def with_link(marks: Marks, href: str) -> Marks:
    """The marks with a link; one that is there keeps its other attributes."""
    old = next((tag for tag in marks if _effect(tag) == "link"), None)
    if old is not None:
        return tuple(tag.replaced("href", href) if tag == old else tag for tag in marks)
    return with_mark(marks, Tag.of("a", (("href", href),)))


def with_colour(marks: Marks, colour: str) -> Marks:
    """The marks with a colour of the words (CSS), "" for none."""
    return _with_style(marks, "colour", "color", colour)


def with_background(marks: Marks, colour: str) -> Marks:
    """The marks with a colour behind the words (CSS), "" for none."""
    return _with_style(marks, "background", "background-color", colour)


def plain(marks: Marks) -> Marks:
    """The marks without formatting; links stay."""
    return tuple(tag for tag in marks if _effect(tag) == "link")


def merged(inlines: Iterable[Inline]) -> tuple[Inline, ...]:
    """Words with the same marks as one."""
    found: list[Inline] = []
    for inline in inlines:
        last = found[-1] if found else None
        if isinstance(inline, Words) and isinstance(last, Words) and last.marks == inline.marks:
            found[-1] = Words(last.text + inline.text, last.marks)
        elif not isinstance(inline, Words) or inline.text:
            found.append(inline)
    return tuple(found)


def _does(shown: Look, effect: Effect) -> bool:
    if effect in {"sub", "super"}:
        return shown.script == effect
    if effect == "background":
        return bool(shown.background) or shown.marked
    return bool(shown.href if effect == "link" else getattr(shown, effect))


def _effect(tag: Tag) -> Effect | None:
    shown = tag_look(tag)
    return next((effect for effect in _ORDER if _does(shown, effect)), None)


def _rank(tag: Tag) -> int:
    effect = _effect(tag)
    return _ORDER.index(effect) if effect else -1


def _without(tag: Tag, effect: Effect) -> Tag | None:
    """What is left of an element."""
    if not _does(tag_look(tag), effect):
        return tag
    for name in _PROPERTIES.get(effect, ()):
        if name in declarations(tag):
            tag = with_declaration(tag, name, "")
    if _does(tag_look(tag), effect):
        tag = Tag.of(
            "span", tuple(pair for pair in tag.attributes if pair[0] not in {"href", "target", "rel", "color"})
        )
    return None if tag.name == "span" and not tag.attributes else tag


def _with_style(marks: Marks, effect: Effect, name: str, colour: str) -> Marks:
    kept = without_mark(marks, effect)
    return with_mark(kept, Tag.of("span", (("style", f"{name}: {colour};"),))) if colour else kept
