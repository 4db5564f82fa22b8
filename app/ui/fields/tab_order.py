"""Tab goes through a page as the eye does, whatever was made first."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Protocol, runtime_checkable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QGridLayout, QLayout, QScrollArea, QSplitter, QWidget


@runtime_checkable
class OwnOrder(Protocol):
    """A part of a page through which Tab does not go as the eye does."""

    def in_tab_order(self) -> Iterable[QWidget]:
        """What is in it, in the order of Tab."""


@runtime_checkable
class OneStopRow(Protocol):
    """A part of a page at which Tab stops once, at any one of its buttons (`one_stop`)."""

    def in_one_stop(self) -> Iterable[QWidget]:
        """All of them in their order: whichever is the stop, Tab goes on to the same places."""


def follow_layout(page: QWidget) -> None:
    """Let Tab stop in `page` in the order of its layouts: Qt takes the order in which the widgets were made."""
    chain(_stops(page))


def chain(stops: Iterable[QWidget]) -> None:
    """Let Tab go from one to the next; the first stays where it is."""
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)


def chain_before(last: QWidget, stops: Sequence[QWidget], inside: QWidget) -> None:
    """Let Tab go through `stops` of `inside` to `last`, which stays where it is, after what stands before `inside`."""
    before = next(one for one in _back_from(last) if one is last or (_takes_tab(one) and not inside.isAncestorOf(one)))
    chain((before, *stops, last))


def chain_behind(before: QWidget, part: QWidget) -> None:
    """Let Tab go from `before` through a part that was made later."""
    chain((before, *_stops(part)))


def last_stop(part: QWidget) -> QWidget | None:
    """The last place in a part at which Tab stops; None where it stops nowhere."""
    return next(reversed(list(_stops(part))), None)


def _back_from(widget: QWidget) -> Iterator[QWidget]:
    """All widgets of the window, against the order of Tab, `widget` last."""
    found = widget.previousInFocusChain()
    while found is not None and found is not widget:
        yield found
        found = found.previousInFocusChain()
    yield widget


def _takes_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None


def _stops(widget: QWidget) -> Iterator[QWidget]:
    if isinstance(widget, OneStopRow):
        yield from widget.in_one_stop()
        return
    if _takes_tab(widget):
        yield widget
    for child in _parts(widget):
        if child is not None:
            yield from _stops(child)


def _parts(widget: QWidget) -> Iterator[QWidget | None]:
    layout = widget.layout()
    if isinstance(widget, OwnOrder):
        yield from widget.in_tab_order()
    elif isinstance(widget, QScrollArea):
        yield widget.widget()
    elif isinstance(widget, QSplitter):
        yield from (widget.widget(place) for place in range(widget.count()))
    elif layout is not None and not isinstance(widget, QAbstractScrollArea):
        yield from _laid_out(layout)


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    """Without `itemAt`: PySide keeps what that gives when it is gone, and takes what is made in its place for it."""
    parts = {layout.indexOf(part): part for part in _children(layout)}
    for place in _places(layout):
        part = parts.get(place)
        if isinstance(part, QLayout):
            yield from _laid_out(part)
        elif part is not None:
            yield part


def _children(layout: QLayout) -> Iterator[QWidget | QLayout]:
    yield from (part for part in layout.children() if isinstance(part, QLayout))
    host = layout.parentWidget()
    yield from (part for part in (host.children() if host is not None else ()) if isinstance(part, QWidget))


def _places(layout: QLayout) -> list[int]:
    places = list(range(layout.count()))
    if isinstance(layout, QGridLayout):
        places.sort(key=lambda place: layout.getItemPosition(place)[:2])  # type: ignore[index]
    return places
