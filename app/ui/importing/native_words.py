"""What came of files that are our own, in words."""

from collections.abc import Iterator, Sequence

from app.message import Message, message
from app.session.native_files import TakenFile
from app.sync.reunion_words import meeting_words


def taken_words(taken: Sequence[TakenFile]) -> Message | None:
    """A line for each that met its copy, and one for all others; None where a single new quiz speaks for itself."""
    lines = list(_lines(taken))
    if not lines:
        return None
    told = lines[0]
    for line in lines[1:]:
        told = message("{before}\n{next}", before=told, next=line)
    return told


def _lines(taken: Sequence[TakenFile]) -> Iterator[Message]:
    new = sum(one.reunion is None for one in taken)
    if new and len(taken) > 1:
        yield message("1 quiz was imported.", plural="{count} quizzes were imported.", count=new)
    for one in taken:
        if one.reunion is not None:
            yield meeting_words(one.reunion, one.file)
