"""Decided conflicts in the books of a link: the base is set, the conflicts go, and both can be taken back."""

from collections.abc import Sequence

from app.library import journal
from app.library.journal import ConflictRow
from app.library.library import Library
from app.library.row import LinkRow
from app.models.quiz import Quiz
from app.sync.agreement import Agreement, mine_stays, note, still
from app.sync.link_pictures import LinkPictures
from app.sync.resolve import Decision, Keep, canvas_version, note_version
from app.sync.step import Conflict
from app.sync.unit import item_units, quiz_units
from app.sync.wire import wire_item, wire_quiz


def open_conflicts(library: Library, link: LinkRow) -> tuple[Conflict, ...]:
    """What the last look at Canvas found and nobody has decided since."""
    return tuple(Conflict(r.item_id, r.unit, r.base, r.mine, r.theirs) for r in journal.conflicts(library.db, link.id))


class Settlement:
    """One step of the person. `settle` and `take_back` are called where the library is written, in turns."""

    def __init__(self, library: Library, link: LinkRow, decisions: Sequence[Decision]) -> None:
        self._library, self._link, self._decisions = library, link, tuple(decisions)
        self._made: tuple[Agreement, ...] = ()
        self._before: tuple[Agreement, ...] = ()

    def settle(self, after: Quiz) -> None:
        """Keep the decisions; `after` is the quiz that they made, which the library holds by now.

        What Canvas has and was not taken goes into the history, so that nothing is replaced that cannot be found again.
        """
        pictures = LinkPictures(self._library, self._library, self._link)
        refused = [one.conflict for one in self._decisions if one.keep is Keep.MINE]
        units = [(one.conflict.item_id, one.conflict.unit) for one in self._decisions]
        with self._library.transaction() as db:
            self._made = tuple(self._agreement(one, after, pictures) for one in self._decisions)
            self._before = note(self._library, self._link.id, self._made)
            journal.settle_conflicts(db, self._link.id, units)
            note_version(self._library, canvas_version(after, refused, pictures.reference), after)

    def take_back(self) -> None:
        """Leave the conflicts open again, but for those that a sync has gone on from."""
        with self._library.transaction() as db:
            there = {(one.item_id, one.unit) for one in self._before}
            made = [one for one in self._made if (one.item_id, one.unit) in there]
            open_again = still(self._library, self._link.id, made)
            back = {(one.item_id, one.unit) for one, is_open in zip(made, open_again, strict=True) if is_open}
            note(self._library, self._link.id, [one for one in self._before if (one.item_id, one.unit) in back])
            conflicts = [one.conflict for one in self._decisions if (one.conflict.item_id, one.conflict.unit) in back]
            rows = [ConflictRow(c.item_id, c.unit, c.base, c.mine, c.theirs) for c in conflicts]
            journal.reopen_conflicts(db, self._link.id, rows)

    def _agreement(self, decision: Decision, after: Quiz, pictures: LinkPictures) -> Agreement:
        """What is here after Canvas's value was taken counts as sent: a server's way of writing it is no edit."""
        conflict = decision.conflict
        if decision.keep is not Keep.CANVAS:
            return mine_stays(conflict)
        if conflict.item_id:
            units = item_units(wire_item(after.item(conflict.item_id), pictures.addresses))
        else:
            units = quiz_units(wire_quiz(after, pictures.addresses))
        return Agreement(conflict.item_id, conflict.unit, units.get(conflict.unit), conflict.theirs)
