"""The questions of a quiz in their order, with the groups that they stand in."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml.etree import _Element as Element

from app.interchange.xml import text_of
from app.message import Message, message

_QUESTIONS = ("item", "bankentry_item")


@dataclass(frozen=True, slots=True)
class Entry:
    """`groups` are the titles around it; `points`, where its place says them, count more than its own."""

    element: Element
    groups: tuple[str, ...] = ()
    points: str = ""


def entries(top: Element) -> Iterator[Entry]:
    """Every question; what stands in a bank is none of the quiz."""
    waiting = [Entry(top)]
    while waiting:
        one = waiting.pop()
        if one.element.tag in _QUESTIONS:
            yield replace(one, points=one.element.get("points_possible") or one.points)
            continue
        inside = _grouped(one)
        below = [child for child in one.element if child.tag == "section" or child.tag in _QUESTIONS]
        waiting += [replace(inside, element=child) for child in reversed(below)]


def _grouped(entry: Entry) -> Entry:
    """A section that draws is a group: its title and the points of each of its questions go down."""
    drawn = entry.element.find("selection_ordering") if entry.element.tag == "section" else None
    if drawn is None:
        return entry
    title = (entry.element.get("title") or "").strip()
    points = text_of(drawn.find("selection/selection_extension/points_per_item")).strip()
    return Entry(entry.element, (*entry.groups, title) if title else entry.groups, points or entry.points)


def draws(top: Element) -> Iterator[Message]:
    """What is drawn at random, which a quiz of ours cannot say."""
    for section in top.iter("section"):
        selection = section.find("selection_ordering/selection")
        if selection is None:
            continue
        title = (section.get("title") or "").strip() or "…"
        number = text_of(selection.find("selection_number")).strip()
        if section.find("item") is None and section.find("bankentry_item") is None:
            yield message('Group "{title}": it draws from an item bank that is not in the quiz.', title=title)
        elif number:
            yield message('Group "{title}": it draws {number} at random; here are all.', title=title, number=number)
