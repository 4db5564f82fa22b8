"""Two copies of one quiz, written on two computers, become one again. Pure: the caller keeps what comes of it.

What was changed in one copy counts. What was changed in both stays as it is here, and is told; where students would
read it, the other one stands below it. A row that was deleted in one copy goes, unless the other one changed it.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from app.library.lineage import FIELDS, ORDER, fields_digest, item_digest, order_digest
from app.models.item import Item
from app.models.local import QuizLocal
from app.models.quiz import NewQuiz, Quiz
from app.sync.copy_of_item import met_item
from app.sync.merge import merged
from app.sync.order import merged_order, weave
from app.sync.resolve import fields_with
from app.sync.unit import quiz_units


class Lineage(Protocol):
    """The versions of the quiz here, each found by its digest."""

    @property
    def past(self) -> Mapping[str, tuple[str, ...]]:
        """Digests of the versions, the oldest first."""
        ...

    def item(self, item_id: str, digest: str) -> Item:
        """A version of an item."""
        ...

    def fields(self, digest: str) -> NewQuiz:
        """A version of the quiz itself."""
        ...

    def order(self, digest: str) -> tuple[str, ...]:
        """The ids of the items as they once stood."""
        ...


@dataclass(frozen=True, slots=True)
class Both:
    """A unit that was changed in both copies; `item_id` is "" for the quiz itself. `twice`: it stands there twice."""

    item_id: str
    unit: str
    twice: bool = False


@dataclass(frozen=True, slots=True)
class Reunion:
    """`quiz` is what goes on; `brought` and `removed` are the ids of rows that the file changed, added or took away.

    `of_quiz`: something of the quiz itself came; `moved`: the order did. `stayed` were deleted in one copy and changed
    in the other. `is_mixed`: something was changed in both, so that neither copy is what goes on.
    """

    quiz: Quiz
    brought: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    of_quiz: bool = False
    moved: bool = False
    both: tuple[Both, ...] = ()
    stayed: tuple[str, ...] = ()
    is_mixed: bool = False

    @property
    def is_new(self) -> bool:
        """Whether anything of the file was taken."""
        return bool(self.brought or self.removed or self.of_quiz or self.moved or self.both)


def reunited(mine: Quiz, present: Quiz, lineage: Lineage, theirs: Quiz, new_id: Callable[[], str]) -> Reunion:
    """Merge the copy of a file into the quiz here; `present` is `mine` as a file would have it."""
    return _Meeting(mine, present, lineage, theirs, new_id).reunion()


@dataclass
class _Meeting:
    mine: Quiz
    present: Quiz
    lineage: Lineage
    theirs: Quiz
    new_id: Callable[[], str]
    rows: dict[str, Item] = field(default_factory=dict)
    below: dict[str, Item] = field(default_factory=dict)
    brought: list[str] = field(default_factory=list)
    both: list[Both] = field(default_factory=list)
    stayed: list[str] = field(default_factory=list)
    is_mixed: bool = False

    def reunion(self) -> Reunion:
        for item in self.mine.items:
            self._meet(item)
        for item in self.theirs.items:
            if item.id not in self.mine.places:
                self._meet_new(item)
        fields = self._fields()
        local = _with_tags(self.mine.local, self.theirs.local)
        order = self._order()
        quiz = self.mine.with_items(self._placed(order)).with_fields(fields)
        quiz = quiz if local is self.mine.local else quiz.with_local(local)
        removed = tuple(item.id for item in self.mine.items if item.id not in self.rows)
        kept = [item.id for item in self.mine.items if item.id in self.rows]
        return Reunion(
            quiz,
            tuple(self.brought),
            removed,
            of_quiz=fields is not self.mine.fields or local is not self.mine.local,
            moved=[row for row in order if row in kept] != kept,
            both=tuple(self.both),
            stayed=tuple(self.stayed),
            is_mixed=self.is_mixed,
        )

    # rows

    def _meet(self, item: Item) -> None:
        """A row that is here."""
        self.rows[item.id] = item
        here = item_digest(self.present.item(item.id))
        known = self.theirs.past.get(item.id, ())
        if item.id not in self.theirs.places:
            if here in known:
                del self.rows[item.id]
            elif known:
                self.stayed.append(item.id)
            return
        there = self.theirs.item(item.id)
        ahead = _ahead(here, self._past(item.id), item_digest(there), known)
        if ahead == "there":
            self._take(there)
        elif ahead == "fork":
            self._merge(item, there)

    def _meet_new(self, there: Item) -> None:
        """A row that is not here: one that was deleted here comes back only where it was changed there."""
        past = self._past(there.id)
        if item_digest(there) not in past:
            if past:
                self.stayed.append(there.id)
            self._take(there)

    def _take(self, there: Item) -> None:
        self.rows[there.id] = there
        self.brought.append(there.id)

    def _merge(self, item: Item, there: Item) -> None:
        self.is_mixed = True
        common = _newest_common(self._past(item.id), self.theirs.past.get(item.id, ()))
        met = met_item(item, there, self.lineage.item(item.id, common) if common else None)
        self.rows[item.id] = met.item
        if met.item is not item:
            self.brought.append(item.id)
        if met.twice:
            self.below[item.id] = there.with_id(self.new_id())
        self.both += [Both(item.id, unit, met.twice) for unit in met.conflicts]

    # the quiz itself

    def _fields(self) -> NewQuiz:
        """The fields here with what the file changed; one that both changed stays."""
        past, known = self._past(FIELDS), self.theirs.past.get(FIELDS, ())
        here, there = fields_digest(self.present.fields), fields_digest(self.theirs.fields)
        ahead = _ahead(here, past, there, known)
        if ahead in ("same", "here"):
            return self.mine.fields
        if ahead == "there":
            return self.theirs.fields
        self.is_mixed = True
        base = _newest_common(past, known)
        before = quiz_units(self.lineage.fields(base).wire()) if base else {}
        theirs = quiz_units(self.theirs.fields.wire())
        found = merged(mine=quiz_units(self.present.fields.wire()), theirs=theirs, sent=before, returned=before)
        self.both += [Both("", one.unit) for one in found.conflicts]
        taken = {name: theirs.get(name) for name in found.bring}
        return fields_with(self.mine.fields, taken, lambda _address: None) if taken else self.mine.fields

    # the order

    def _order(self) -> list[str]:
        mine = [item.id for item in self.mine.items if item.id in self.rows]
        theirs = [item.id for item in self.theirs.items if item.id in self.rows]
        common = set(mine) & set(theirs)
        rows = list(merged_order(_only(mine, common), self._order_before(theirs), _only(theirs, common)))
        weave(rows, mine)
        weave(rows, theirs)
        return rows

    def _order_before(self, theirs: Sequence[str]) -> Sequence[str]:
        """The order that both once had; where nobody knows, that of here stays."""
        past, known = self._past(ORDER), self.theirs.past.get(ORDER, ())
        here, there = order_digest([*self.mine.places]), order_digest([*self.theirs.places])
        ahead = _ahead(here, past, there, known)
        if ahead == "there":
            return [*self.mine.places]
        common = _newest_common(past, known) if ahead == "fork" else None
        return self.lineage.order(common) if common else theirs

    def _placed(self, order: Sequence[str]) -> list[Item]:
        placed = []
        for row in order:
            placed.append(self.rows[row])
            if row in self.below:
                placed.append(self.below[row])
        return placed

    def _past(self, key: str) -> tuple[str, ...]:
        return self.lineage.past.get(key, ())


def _ahead(here: str, past: Sequence[str], there: str, known: Sequence[str]) -> str:
    """ "same", "here" or "there" where one copy knows what the other has, else "fork"."""
    if here == there:
        return "same"
    if there in past and here in known:
        return _ahead_of_both(here, past, there, known)
    if there in past:
        return "here"
    return "there" if here in known else "fork"


def _ahead_of_both(here: str, past: Sequence[str], there: str, known: Sequence[str]) -> str:
    """Each had both once: the copy that went through all that the other did; else the same one on every computer."""
    all_here, all_there = _is_within(known, past), _is_within(past, known)
    if all_here != all_there:
        return "here" if all_here else "there"
    return "here" if here > there else "there"


def _is_within(some: Sequence[str], whole: Sequence[str]) -> bool:
    """Whether all of `some` stand in `whole`, in their order."""
    rest = iter(whole)
    return all(digest in rest for digest in some)


def _newest_common(past: Sequence[str], known: Sequence[str]) -> str | None:
    """The newest version here that the other copy has had, too."""
    return next((digest for digest in reversed(past) if digest in known), None)


def _only(rows: Sequence[str], common: set[str]) -> list[str]:
    return [row for row in rows if row in common]


def _with_tags(mine: QuizLocal, theirs: QuizLocal) -> QuizLocal:
    """The tags of both."""
    more = tuple(tag for tag in theirs.tags or () if tag not in (mine.tags or ()))
    return mine.replaced(tags=(*(mine.tags or ()), *more)) if more else mine
