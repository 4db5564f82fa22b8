"""Questions that go from one open quiz to another (decisions 12).

A copy is a step of the target alone. A move is one step in the history of each quiz, and both are gone over together:
whoever undoes or redoes one undoes or redoes the other. Where the other quiz was changed since, its step cannot be
reached in its history; it then gets a new step on top that gives the questions back, or takes them again. So every
history stays a line in which each step leads exactly to the value before or after it, and at every moment both quizzes
stand at the same state of the move: no order of undos loses a question or doubles one (`Journeys` tells why).

A moved question keeps its id, which stays for life, so that moving it back before a sync changes nothing on Canvas;
links, bases and uploads hang on the link of a quiz and do not meet. Where the target has that id already, and for
copies, it gets a new one.
"""

import weakref
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import uuid4

from app.library.library import Library
from app.library.portable import with_own_hot_spot
from app.message import Message, message
from app.models.item import Item
from app.models.questions.hot_spot import HotSpotQuestion
from app.models.quiz import Quiz
from app.session.document import Document
from app.session.journeys import Journeys


@dataclass(slots=True)
class _Side:
    """One quiz of a move. `items`: what it gives or takes, id → as it was when it last stood here, in `order`.

    Always all of them, also those that somebody deleted here meanwhile: what one quiz gives the other one takes.
    """

    document: Document
    other_title: str
    items: dict[str, Item]
    order: tuple[str, ...]
    holds_when_done: bool


@dataclass(frozen=True, slots=True)
class Sending:
    """What the person wants: these questions of one quiz copied or moved to another. `told` as in `Move`."""

    source: str
    target: str
    ids: frozenset[str]
    is_move: bool
    told: Callable[[Message], object]


def pictures(library: Library, items: Iterable[Item]) -> dict[str, str]:
    """Address → own name of the pictures that hot spots take along. Reads files."""
    spots = [item for item in items if item.summary.type == HotSpotQuestion.slug]
    return {_picture(item): _picture(with_own_hot_spot(library, item)) for item in spots}


def sent(
    sending: Sending, source: Document, target: Document, named: Mapping[str, str], journeys: Journeys
) -> Callable[[], None] | None:
    """Do it; gives what takes it back, None where nothing of it is there any more.

    `named`: what `pictures` found.
    """
    here = [item for item in source.quiz.items if item.id in sending.ids and item.entry_type == "Item"]
    items = [_with_picture(item, named) for item in here]
    if not items:
        return None
    if not sending.is_move:
        return copied(source, target, items)
    move = Move(source, target, items, journeys, sending.told)
    move.carry_out()
    return move.take_back


class Move:
    """`told` hears, after an undo or redo, what happened in both quizzes."""

    def __init__(
        self,
        source: Document,
        target: Document,
        items: Sequence[Item],
        journeys: Journeys,
        told: Callable[[Message], object],
    ) -> None:
        """`items` are those of the source, as the target shall have them. Nothing is moved yet."""
        moved = _by_id(_fitting(item, target.quiz) for item in items)
        own = _by_id(source.quiz.item(item.id) for item in items)
        order = tuple(source.quiz.places)
        # A step must not hold its document, even in a roundabout way: see `Document`.
        self._source = _Side(weakref.proxy(source), target.quiz.title, own, order, holds_when_done=False)
        self._target = _Side(weakref.proxy(target), source.quiz.title, moved, (), holds_when_done=True)
        self._sides = {source.id: self._source, target.id: self._target}
        self.is_done = False
        self._journeys, self._told = journeys, told
        ways = zip(own, moved, strict=True)
        journeys.add(self, (((source.id, old), (target.id, new)) for old, new in ways))

    def carry_out(self) -> None:
        """Move them, as a step of each quiz."""
        self.is_done = True
        count = len(self._source.items)
        title = self._source.other_title
        what = message(
            "Move question to “{title}”", plural="Move {count} questions to “{title}”", count=count, title=title
        )
        self._give(self._source, what, done=True)
        title = self._target.other_title
        what = message(
            "Question moved from “{title}”", plural="{count} questions moved from “{title}”", count=count, title=title
        )
        self._take(self._target, what, done=True)

    def take_back(self) -> None:
        """Give them back to the source, whatever was done to either quiz since."""
        self._journeys.turn(self, done=False)

    def bring(self, *, done: bool) -> None:
        """Bring both quizzes into this state."""
        self._bring((self._source, self._target) if done else (self._target, self._source), done=done)

    def follow(self, quiz_id: str, *, done: bool) -> None:
        """One quiz went over its step: the other one does the same, and the person hears of both."""
        if self.is_done is done:
            return
        self._journeys.make_way(self, done=done)
        self._bring([side for side_id, side in self._sides.items() if side_id != quiz_id], done=done)
        self._told(self._said(done))

    def _bring(self, sides: Iterable[_Side], *, done: bool) -> None:
        self.is_done = done  # before: each step that is gone over asks to be followed
        for side in sides:
            if side.document.step_over(self, done=done):
                continue
            if side.holds_when_done is done:
                self._take(side, message("Questions back from “{title}”", title=side.other_title), done=done)
            else:
                self._give(side, message("Questions back to “{title}”", title=side.other_title), done=done)

    def _take(self, side: _Side, what: Message, *, done: bool) -> None:
        after = put_back(side.document.quiz, side.items.values(), side.order)
        side.document.share(after, str(what), self, show=next(iter(side.items)), done=done)

    def _give(self, side: _Side, what: Message, *, done: bool) -> None:
        quiz = side.document.quiz
        side.items |= _by_id(item for item in quiz.items if item.id in side.items)
        side.order = tuple(quiz.places)
        side.document.share(without(quiz, side.items), str(what), self, show=next(iter(side.items)), done=done)

    def _said(self, done: bool) -> Message:
        source, target = self._target.other_title, self._source.other_title
        if done:
            return message(
                "The questions are in “{target}” again, and no longer in “{source}”.", source=source, target=target
            )
        return message(
            "The questions are back in “{source}”, and no longer in “{target}”.", source=source, target=target
        )


def copied(source: Document, target: Document, items: Sequence[Item]) -> Callable[[], None]:
    """Put copies of the source's `items` at the end of the target; gives what takes them out again."""
    copies = [item.with_id(str(uuid4())) for item in items]
    what = message(
        "Question copied from “{title}”",
        plural="{count} questions copied from “{title}”",
        count=len(copies),
        title=source.quiz.title,
    )
    target.insert_items(copies, len(target.quiz.items), str(what))
    after = target.quiz

    def take_back() -> None:
        still = [copy.id for copy in copies if copy.id in target.quiz.places]
        if target.quiz is after:
            target.undo_stack.undo()
        elif still:
            target.delete_items(still, str(message("Take copies out")))

    return take_back


def without(quiz: Quiz, ids: Collection[str]) -> Quiz:
    """The quiz without these items."""
    return quiz.with_items(item for item in quiz.items if item.id not in ids)


def put_back(quiz: Quiz, items: Iterable[Item], order: Sequence[str]) -> Quiz:
    """The quiz with these items behind those that stood before them in `order`; at the end where it has none of them.

    One that is there already stays as it is.
    """
    rows = list(quiz.items)
    for item in items:
        ids = [row.id for row in rows]
        if item.id in ids:
            continue
        above = order[: order.index(item.id)] if item.id in order else ids
        place = next((ids.index(one) + 1 for one in reversed(above) if one in ids), 0)
        rows.insert(place, item)
    return quiz.with_items(rows)


def _with_picture(item: Item, named: Mapping[str, str]) -> Item:
    picture = _picture(item) if item.summary.type == HotSpotQuestion.slug else ""
    if not isinstance(item.entry, HotSpotQuestion) or named.get(picture, picture) == picture:
        return item
    return item.with_entry(item.entry.with_picture(named[picture]))


def _picture(item: Item) -> str:
    return (item.entry.picture if isinstance(item.entry, HotSpotQuestion) else None) or ""


def _by_id(items: Iterable[Item]) -> dict[str, Item]:
    return {item.id: item for item in items}


def _fitting(item: Item, quiz: Quiz) -> Item:
    return item.with_id(str(uuid4())) if item.id in quiz.places else item
