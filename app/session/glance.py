"""Whether something waits on Canvas for a quiz here, told from its list of rows alone; nothing is sent.

The same comparison as a sync makes. Where it cannot be sure, because a write of ours is not settled or the list lacks
rows, it says nothing.
"""

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass

from app.library import journal, linking, only_there
from app.library.library import Library
from app.library.row import LinkRow
from app.sync.agreement import base_of
from app.sync.link_pictures import LinkPictures
from app.sync.plan import plan
from app.sync.side import Mine, Raw, Theirs
from app.sync.step import Conflict


@dataclass(frozen=True, slots=True)
class Glance:
    """What was seen: `waits` where something would be brought in. `missing` is a row that the list lacks, "" for none.

    A row that is missing may be gone, or the list was cut: only a GET by its id tells.
    """

    waits: bool
    conflicts: tuple[Conflict, ...] = ()
    missing: str = ""


def glance(library: Library, link: LinkRow, quiz: Raw, rows: Sequence[Raw]) -> Glance | None:
    """What was listed beside what is here; None where nothing can be concluded. Reads; may run in a thread."""
    with closing(library.reader()) as reader:
        base = base_of(reader, link.id)
        if base.moving or journal.lost(reader.db, link.id):
            return None
        listed = {str(row["id"]) for row in rows}
        missing = next((canvas_id for canvas_id in base.by_canvas_id if canvas_id not in listed), "")
        if missing:
            return Glance(waits=True, missing=missing)
        addresses = LinkPictures(reader, reader, link).addresses
        mine = Mine(reader.open_quiz(link.quiz_id).quiz, addresses, lambda _item: None)
        made = plan(mine, base, Theirs(quiz, tuple(rows)), lambda: "new")
        return Glance(waits=made.brought, conflicts=made.conflicts)


def note_glance(library: Library, link: LinkRow, quiz: Raw, seen: Glance) -> None:
    """Keep for the lists what was seen: whether something waits, who sees the quiz, what is to be decided.

    Called inside a transaction of the library.
    """
    linking.note_seen(library.db, link.id, changed_there=seen.waits, assignment=None, now=library.now())
    only_there.note_dates(library.db, link.id, quiz)
    if not seen.missing:
        rows = [journal.ConflictRow(c.item_id, c.unit, c.base, c.mine, c.theirs) for c in seen.conflicts]
        if not journal.are_the_same(rows, journal.conflicts(library.db, link.id)):
            journal.note_conflicts(library.db, link.id, rows)
