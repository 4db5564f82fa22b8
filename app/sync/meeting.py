"""A copy of a quiz that is here comes back in a file: what is asked of the library, and what its history keeps."""

from uuid import uuid4

from app.library.library import Library
from app.library.lineage import Lineage, item_digest
from app.library.saving import note_version
from app.message import Message, message
from app.models.item import Item
from app.models.quiz import Quiz
from app.sync.reunion import Reunion, reunited


def is_here(library: Library, quiz_id: str) -> bool:
    """Whether this library has the quiz, also among the deleted ones."""
    return bool(library.db.execute("SELECT EXISTS (SELECT 1 FROM quiz WHERE id = ?)", (quiz_id,)).get)


def reunion_of(library: Library, mine: Quiz, theirs: Quiz) -> Reunion:
    """What becomes of both; nothing is written. All of `mine` is on disk."""
    lineage = Lineage(library, mine)
    return reunited(mine, lineage.present, lineage, theirs, lambda: str(uuid4()))


def note_copy(library: Library, mine: Quiz, theirs: Quiz, file: str) -> None:
    """Keep the other copy in the history: nothing of it is lost, and meeting it again brings nothing twice."""
    known = {item.id: item for item in mine.items}
    rows = [_same_object(one, known.get(one.id)) for one in theirs.items]
    copy = mine.with_fields(theirs.fields).with_items(rows)
    what, back = message("The copy in {file}", file=file), message("Your version kept")
    with library.transaction() as db:
        note_version(db, copy, mine, str(what), str(back), library.now())


def _same_object(theirs: Item, mine: Item | None) -> Item:
    """What is equal is not written again."""
    return mine if mine is not None and item_digest(mine) == item_digest(theirs) else theirs


def meet(library: Library, theirs: Quiz, file: str) -> Reunion:
    """Merge the copy of a file into the quiz here, and keep it; one that was deleted comes back."""
    library.restore_quiz(theirs.id)
    mine = library.open_quiz(theirs.id).quiz
    reunion = reunion_of(library, mine, theirs)
    if reunion.is_mixed:
        note_copy(library, mine, theirs, file)
    if reunion.is_new:
        library.save(reunion.quiz, before=mine, what=str(what_is_done(file)), problem_counts={})
    return reunion


def what_is_done(file: str) -> Message:
    """What history and undo say of it."""
    return message("Merge with {file}", file=file)
