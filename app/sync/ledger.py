"""What a sync keeps: the quiz on one side, and for its link the base, the journal, conflicts and addresses.

Every write to the library goes through `carry`: the command line does it at once, the window in its writer's thread.
"""

from collections.abc import Awaitable, Callable, Sequence
from typing import Protocol
from uuid import uuid4

from app.library import grouping, journal, linking, only_there
from app.library.library import Library
from app.library.linking import ItemBase, QuizBase
from app.library.row import LinkRow
from app.message import Message
from app.models.quiz import Quiz
from app.pictures.errors import PictureError
from app.pictures.header import probe
from app.sync.agreement import Agreement, base_of, note
from app.sync.habits import Habits
from app.sync.intent import Intent, IntentKind, Replaced
from app.sync.link_pictures import LinkPictures
from app.sync.resolve import canvas_version, note_version
from app.sync.side import Base, BaseItem, Raw
from app.sync.step import Conflict
from app.sync.unit import item_units
from app.sync.wire import Addresses, wire_item, wire_quiz

SANDBOX_GRACE = 1.0
CANVAS_GRACE = 60.0
"""Seconds within which a write whose outcome is unknown may still happen (decisions 18)."""

Carry = Callable[[Callable[[], object]], Awaitable[None]]


class Source(Protocol):
    """Where the quiz is: in the library, or open in a window."""

    def quiz(self) -> Quiz:
        """The present value."""

    async def apply(self, change: Callable[[Quiz], Quiz], what: Message) -> None:
        """Change the value as one step named `what` and keep it durably."""

    async def keep(self) -> None:
        """Have on disk what the value is when this returns."""


class Ledger:
    """The books of one link. Lists and addresses are read once and kept in step."""

    def __init__(
        self,
        library: Library,
        link: LinkRow,
        source: Source,
        carry: Carry,
        *,
        grace: float,
        reader: Library | None = None,
    ) -> None:
        """`library` is used inside `carry` alone, `reader` (the same one unless it is given) for reading here."""
        self._library, self._link, self._source, self._carry = library, link, source, carry
        self._reading = reader or library
        self._reader = self._reading.db
        self.course_id = link.course_id
        self.grace = grace
        self.pictures = LinkPictures(library, self._reading, link)
        self._due: list[Callable[[], object]] = []
        self.habits = Habits(self._reading, link.account_id, lambda work: self._keep(lambda: work(self._library)))

    def quiz(self) -> Quiz:
        """The quiz as it is now."""
        return self._source.quiz()

    async def apply(self, change: Callable[[Quiz], Quiz], what: Message) -> None:
        """Change the quiz as one named step."""
        await self._source.apply(change, what)

    def chosen_group(self) -> str | None:
        """The assignment group in which the quiz shall be made; None for the one that Canvas takes."""
        return grouping.chosen_group(self._reader, self._link.id)

    async def base(self) -> Base:
        """What both sides last agreed on."""
        await self.write_down()
        return base_of(self._reading, self._link.id)

    async def lost(self) -> list[Intent]:
        """Writes whose outcome is not known."""
        await self.write_down()
        return [
            Intent(row.id, IntentKind(row.kind), row.item_id, row.canvas_id, row.units, row.known, row.sent_at)
            for row in journal.lost(self._reader, self._link.id)
        ]

    async def begin(self, *intents: Intent) -> None:
        """Journal writes; they are durable when this returns."""
        rows = [
            journal.IntentRow(one.id, one.kind, one.item_id, one.canvas_id, one.units, one.known, one.sent_at)
            for one in intents
        ]

        def keep() -> None:
            for row in rows:
                journal.begin(self._library.db, self._link.id, row)

        await self._keep(keep)

    async def note_unknown(self, intent_id: str, now: float) -> None:
        """Keep when a write was given up: its grace begins there."""
        await self._keep(lambda: journal.note_unknown(self._library.db, intent_id, now))

    async def settle(self, intent_id: str) -> None:
        """Note that a write did not happen, or that its outcome no longer matters."""
        await self._keep(lambda: self._settle(intent_id))

    def agree(self, item: BaseItem, intent_id: str | None, *, replaced: Replaced | None = None) -> None:
        """Keep what was agreed for an item. The deletion of the row that it `replaced` is journalled with it.

        It is durable with the next write of this ledger: a commit of its own would cost each question a second wait for
        the disk. Until then the journal has the write as one whose answer was lost, which the next sync finds.
        """
        row = ItemBase(item.item_id, item.canvas_id, item.sent, item.returned, item.kept)

        def keep() -> None:
            linking.note_item_base(self._library.db, self._link.id, row)
            if replaced is not None:
                kind = IntentKind.DELETE_REPLACED
                canvas_id, units = replaced.canvas_id, replaced.units
                intent = journal.IntentRow(str(uuid4()), kind, item.item_id, canvas_id, units, frozenset(), 0.0)
                journal.begin(self._library.db, self._link.id, intent)
            self._settle(intent_id)

        self._due.append(keep)

    async def agree_brought(self, items: Sequence[BaseItem], intents: Sequence[str]) -> None:
        """Keep what was agreed for the items that were brought in, all at once, and settle their intents."""
        rows = [ItemBase(item.item_id, item.canvas_id, item.sent, item.returned, item.kept) for item in items]

        def keep() -> None:
            for row in rows:
                linking.note_item_base(self._library.db, self._link.id, row)
            for intent_id in intents:
                self._settle(intent_id)

        await self._keep(keep)

    async def forget(self, item_id: str, canvas_id: str, intent_id: str | None) -> None:
        """Keep that a row is no longer on Canvas."""

        def keep() -> None:
            linking.forget_item(self._library.db, self._link.id, item_id, canvas_id)
            for row in journal.lost(self._library.db, self._link.id):
                if row.canvas_id == canvas_id and row.kind == IntentKind.DELETE_REPLACED:
                    self._settle(row.id)
            self._settle(intent_id)

        await self._keep(keep)

    async def agree_quiz(self, base: Base, intent_id: str | None) -> None:
        """Keep what was agreed for the fields of the quiz, and its id there."""
        row = QuizBase(base.canvas_id, base.sent, base.returned, base.kept, base.order)

        def keep() -> None:
            linking.note_quiz_base(self._library.db, self._link.id, row)
            self._settle(intent_id)

        await self._keep(keep)

    async def agree_order(self, order: Sequence[str]) -> None:
        """Keep the order that both sides have."""
        await self._keep(lambda: linking.note_order(self._library.db, self._link.id, order))

    async def begin_moves(self) -> None:
        """Keep that the order on Canvas is our own doing, before the first move is sent."""
        await self._keep(lambda: linking.begin_moves(self._library.db, self._link.id))

    async def note_conflicts(self, conflicts: Sequence[Conflict]) -> None:
        """Keep what is undecided, as it is on both sides now."""
        rows = [journal.ConflictRow(c.item_id, c.unit, c.base, c.mine, c.theirs) for c in conflicts]
        if not journal.are_the_same(rows, journal.conflicts(self._reader, self._link.id)):
            await self._keep(lambda: journal.note_conflicts(self._library.db, self._link.id, rows))

    async def decide(self, agreements: Sequence[Agreement], replaced: Sequence[Conflict]) -> None:
        """Keep the base of units that were decided; Canvas's values that will be `replaced` go into the history."""
        present = self.quiz()
        version = canvas_version(present, replaced, self.reference)

        def keep() -> None:
            note(self._library, self._link.id, agreements)
            note_version(self._library, version, present)

        await self._keep(keep)

    async def finish(self, *, assignment: Raw | None) -> None:
        """Count anew what is not on Canvas yet: items that would send nothing now have nothing to say there.

        What is compared is what the library holds then: all that was typed until now is on disk, and `carry` takes
        turns. Else what is typed while a sync ends would count as there, and what was just sent as not there.
        """
        base = await self.base()
        await self._source.keep()
        quiz = self.quiz()
        fields_agreed = base.units_of(wire_quiz(quiz, self.addresses)) == base.sent
        agreed = [
            item.id
            for item in quiz.items
            if (known := base.items.get(item.id)) is not None
            and self._same(item_units(wire_item(item, self.addresses)), known)
        ]

        def keep() -> None:
            db = self._library.db
            linking.mark_agreed(db, self._link.id, agreed, fields=fields_agreed)
            linking.count_changes(db, quiz.id)
            linking.note_seen(db, self._link.id, changed_there=False, assignment=assignment, now=self._library.now())

        await self._keep(keep)

    async def note_pictures(self, *, here: int, named: int) -> None:
        """Keep how many pictures the quiz has, and how many of them are here; most syncs change neither."""
        if only_there.pictures_of(self._reader, self._link.id) != (here, named):
            link = self._link.id
            await self._keep(lambda: only_there.note_pictures(self._library.db, link, here=here, named=named))

    async def note_waiting(self, *, waiting: bool) -> None:
        """Keep whether a look at Canvas showed changes that are not here yet."""
        now = self._library.now()
        await self._keep(
            lambda: linking.note_seen(self._library.db, self._link.id, changed_there=waiting, assignment=None, now=now)
        )

    def _same(self, units: Raw, known: BaseItem) -> bool:
        return all(units.get(name) == known.sent.get(name) for name in {*units, *known.sent} if name != "other")

    # pictures

    @property
    def addresses(self) -> Addresses:
        """Where the pictures of this link are."""
        return self.pictures.addresses

    def reference(self, address: str) -> str | None:
        """The picture that was uploaded to an address of this link from here."""
        return self.pictures.reference(address)

    async def uploaded(self, item_id: str, reference: str, address: str) -> None:
        """Keep where the picture of a hot spot is now."""
        await self._keep(lambda: self.pictures.note_hot_spot(item_id, reference, address))

    async def uploaded_file(self, reference: str, address: str, intent_id: str) -> None:
        """Keep where a picture of texts is in the course now."""

        def keep() -> None:
            self.pictures.note_file(reference, address)
            self._settle(intent_id)

        await self._keep(keep)

    async def keep_picture(self, address: str, data: bytes) -> bool:
        """Keep a picture that was fetched from Canvas, for off-line; whether the bytes are one."""
        try:
            header = probe(data)
        except PictureError:
            return False
        await self._keep(lambda: self.pictures.keep(address, data, header))
        return True

    @property
    def is_elsewhere(self) -> bool:
        """Whether the quiz is in another course as well."""
        links = self._reading.links(self._link.quiz_id)
        return any(one.id != self._link.id and one.canvas_id is not None for one in links)

    def _settle(self, intent_id: str | None) -> None:
        if intent_id is not None:
            journal.settle(self._library.db, intent_id, self._library.now())

    async def write_down(self) -> None:
        """Make durable what was agreed."""
        if self._due:
            await self._keep()

    async def _keep(self, *work: Callable[[], object]) -> None:
        due, self._due = (*self._due, *work), []

        def in_transaction() -> None:
            with self._library.transaction():
                for one in due:
                    one()

        await self._carry(in_transaction)
