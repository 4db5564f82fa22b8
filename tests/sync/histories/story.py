"""One history from its beginning to the end, and what must be true then."""

import hashlib
from collections.abc import Mapping, Set
from dataclasses import dataclass
from typing import Any, Final, Protocol

from app.library.library import Library
from app.library.row import LinkRow
from app.models.quiz import Quiz
from app.sync.agreement import base_of
from app.sync.choice import Selection
from app.sync.link_pictures import LinkPictures
from app.sync.outcome import Outcome
from app.sync.settlement import open_conflicts
from app.sync.step import Way
from app.sync.structure import ONLY_THERE
from app.sync.unit import ANSWERS, OTHER, item_units
from app.sync.wire import Addresses, wire_item
from tests.sync.histories import weather
from tests.sync.histories.books import words_in
from tests.sync.histories.watched import COURSE, WatchedSandbox
from tests.sync.histories.world import World

NONE: Final = frozenset[str]()
MOST_SYNCS: Final = 2
"""Syncs after the last fault until both sides are the same (reliability.md 1.6)."""


@dataclass
class Figures:
    """What histories gave."""

    histories: int = 0
    requests: int = 0
    kills: int = 0
    in_one: int = 0
    in_window: int = 0
    restored: int = 0
    conflicts: int = 0
    misled: int = 0
    handed_in: int = 0

    def add(self, other: "Figures") -> None:
        for name, value in vars(other).items():
            setattr(self, name, getattr(self, name) + value)


class TwoSides(Protocol):
    """A quiz here and its course there."""

    library: Library
    link: LinkRow
    core: WatchedSandbox
    doubled: bool

    @property
    def quiz(self) -> Quiz: ...


def lived(world: World, faults: tuple[str, ...] = weather.PASSING) -> None:
    """Rounds of edits on both sides, with syncs in every weather, kills, restarts, backups and decisions."""
    rng = world.rng
    for name, probability in weather.server(rng).items():
        world.core.set_fault(name, probability)
    if world.colleague:
        world.rivalry = rng.choice((0.0, 0.0, 0.1))
    world.typing = rng.choice((0.0, 0.0, 0.1))
    for _ in range(rng.choice((1, 1, 2, 2, 3, 4))):
        for _ in range(rng.randint(1, 3)):
            world.edit_here()
        for _ in range(rng.randint(0, 2) if world.colleague else 0):
            world.edit_there()
        world.core.set_storm(weather.storm(rng, faults))
        for _ in range(rng.randint(1, 2)):
            _step(world)
    world.core.set_storm({})
    world.events_end()
    world.typing = world.rivalry = 0.0


def _step(world: World) -> None:
    rng = world.rng
    if rng.random() < 0.2:
        world.back_up()
    if rng.random() < world.mortality:
        world.sync_and_die()
    match rng.randrange(9):
        case 0 | 1 if world.colleague:
            world.restore()
        case 2 if world.colleague:
            world.decide()
        case 3:
            world.jump()
            world.sync()
        case 4:
            world.sync(_some(world))
        case _:
            world.sync()
    if not world.colleague:
        assert open_conflicts(world.library, world.link) == (), "a conflict with nobody"


def _some(world: World) -> Selection:
    """A part of the plan: some rows unticked, or a pull alone."""
    rng = world.rng
    ways = (Way.TO_CANVAS, Way.FROM_CANVAS)
    left = {(way, item) for way in ways for item in world.quiz.places if rng.random() < 0.2}
    return Selection(left=frozenset(left), pull_only=rng.random() < 0.2, brake_released=rng.random() < 0.5)


def ended(world: World) -> Figures:
    """Let the faults be over: both sides become the same in few syncs, then nothing is left to do."""
    figures = Figures(histories=1, kills=world.kills, restored=world.restored)
    syncs = _until_agreed(world)
    while decided := world.decide(all_of_them=True):
        figures.conflicts += decided
        syncs = max(syncs, _until_agreed(world))
    figures.in_one, figures.handed_in = syncs == 1, world.handed_in
    world.core.requests.clear()
    quiet = world.sync()
    assert quiet is not None
    assert (quiet.writes, quiet.brought) == (0, 0), "not quiet"
    left = left_to_canvas(world, quiet)
    assert (quiet.conflicts, [one for one in quiet.held if one.item_id not in left]) == ([], []), "something is left"
    check_the_same(world, left)
    lost = world.books.lost(world.words_here & world.core.words, words_apart(world, left))
    assert not lost, f"lost without anybody's knowledge: {sorted(lost)}"
    figures.requests, figures.in_window = world.requests, bool(world.books.in_window)
    figures.misled = world.core.misled
    return figures


def _until_agreed(world: World) -> int:
    for count in range(1, MOST_SYNCS + 1):
        outcome = world.sync()
        assert outcome is not None, "a sync stopped though nothing was wrong"
        if not (found := differences(world, left_to_canvas(world, outcome))):
            return count
    raise AssertionError(f"not the same after {MOST_SYNCS} syncs: {found}")


def left_to_canvas(world: World, outcome: Outcome) -> frozenset[str]:
    """The questions that students have answered and that differ, as the person was told: only Canvas's own editor may
    change them (decisions 16)."""
    left = frozenset(one.item_id for one in outcome.held if one.reason == ONLY_THERE)
    assert world.handed_in or not left, "students have answered nothing"
    return left


def words_apart(world: World, left: Set[str]) -> Set[str]:
    """The words of those questions, on either side."""
    return set().union(
        *(words_in(item.document.decode()) for item in world.quiz.items if item.id in left),
        *(words_in(str(row["entry"])) for row in _rows(world) if _item_of(world, row) in left),
    )


def _rows(world: TwoSides) -> list[dict[str, Any]]:
    return world.core.items(COURSE, world.core.ours[0])


def _item_of(world: TwoSides, row: Mapping[str, Any]) -> str | None:
    found = base_of(world.library, world.link.id).by_canvas_id.get(str(row["id"]))
    return found.item_id if found else None


def differences(world: TwoSides, left: Set[str] = NONE) -> list[str]:
    """Where here, there and what both agreed on are not the same, but for open conflicts and what is left to Canvas."""
    base, quiz = base_of(world.library, world.link.id), world.quiz
    open_ones = {(one.item_id, one.unit) for one in open_conflicts(world.library, world.link)}
    undecided = {item_id for item_id, _ in open_ones}
    rows = {str(row["id"]): row for row in world.core.items(COURSE, str(base.canvas_id))}
    found = [f"{key} is not here" for key in rows if key not in base.by_canvas_id]
    found += [f"{one.item_id} is not there" for one in base.items.values() if one.canvas_id not in rows]
    found += [f"{item.id} is nowhere there" for item in quiz.items if item.id not in base.items]
    if found:
        return found
    for item in quiz.items:
        if item.id in left:
            continue
        known = base.items[item.id]
        mine, theirs = item_units(wire_item(item, _addresses(world))), item_units(rows[known.canvas_id])
        waiting = {OTHER, ANSWERS} if item.id in undecided else {OTHER}  # answers may need the whole question
        units = {name for name in {*mine, *theirs} - waiting if (item.id, name) not in open_ones}
        if item.entry_type == "Item":
            found += [f"{item.id} {name} not sent" for name in units if mine.get(name) != known.sent.get(name)]
            found += [
                f"{item.id} {name} not seen" for name in units if theirs.get(name) != known.returned_units.get(name)
            ]
    order = [base.items[item.id].canvas_id for item in quiz.items]
    there = [key for key in rows if base.by_canvas_id[key].item_id not in left - quiz.places.keys()]
    return found if order == there else [*found, f"order {order} is there {there}"]


def _addresses(world: TwoSides) -> Addresses:
    return LinkPictures(world.library, world.library, world.link).addresses


def check_the_same(world: TwoSides, left: Set[str] = NONE) -> None:
    """Row by row the same words in the same order, every question once, the quiz once."""
    assert len(world.core.ours) == 1, f"{len(world.core.ours)} quizzes"
    items = world.quiz.items
    here = [(item.points, words_in(item.document.decode())) for item in items if item.id not in left]
    there = [
        (row["points_possible"], words_in(str(row["entry"])))
        for row in _rows(world)
        if _item_of(world, row) not in left
    ]
    assert here == there, f"the sides differ: {[pair for pair in zip(here, there, strict=False) if pair[0] != pair[1]]}"
    titles = [item.summary.title for item in items if item.summary.title]
    assert world.doubled or world.core.misled or len(titles) == len(set(titles)), "a question is there twice"


def told(world: World, faults: tuple[str, ...] = weather.PASSING) -> Figures:
    """The whole history of a world, which is closed then."""
    try:
        lived(world, faults)
        return ended(world)
    finally:
        world.close()


def trace(world: World) -> str:
    """A fingerprint of everything that was asked and of what is here now."""
    digest = hashlib.sha256()
    for seen in world.core.requests:
        digest.update(repr(seen).encode())
    for item in world.quiz.items:
        digest.update(item.id.encode() + item.document)
    return digest.hexdigest()
