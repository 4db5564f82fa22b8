"""What came of bringing quizzes of a course here, of a look at it, of linking copies: for the notice."""

from collections.abc import Iterator, Sequence

from app.canvas.errors import TokenRejected
from app.errors import UserError
from app.message import Message, message
from app.session.brought import Brought, Refreshed
from app.sync.copied import Copy

MOST_TOLD = 2
"""Quizzes that went wrong, in one notice."""


def brought_line(brought: Brought) -> Message:
    """What came of bringing quizzes here: what is here now, what happened, what is still to do."""
    parts = [_stop(brought), _here(brought), *_troubles(brought), _rest(brought)]
    return _joined([part for part in parts if part is not None])


def _stop(brought: Brought) -> Message | None:
    if brought.is_cancelled:
        return message("Stopped.")
    return brought.stop.message if brought.stop is not None else None


def _here(brought: Brought) -> Message | None:
    if brought.stop is not None and not brought.wanted:
        return message("Nothing was changed here.")
    if brought.copies and not brought.here:
        return None
    if brought.left - len(brought.copies):
        return message(
            "{here} of 1 quiz is here now.",
            plural="{here} of {count} quizzes are here now.",
            here=brought.here,
            count=brought.wanted,
        )
    quizzes = message("1 quiz is here now", plural="{count} quizzes are here now", count=brought.here)
    if not brought.pictures:
        return message("{quizzes}.", quizzes=quizzes)
    pictures = message("1 new picture", plural="{count} new pictures", count=brought.pictures)
    return message("{quizzes}, with {pictures}.", quizzes=quizzes, pictures=pictures)


def _troubles(brought: Brought) -> Iterator[Message]:
    for trouble in brought.troubles[:MOST_TOLD]:
        why = trouble.error
        yield message("“{title}”: {why}", title=trouble.title, why=_whole(why))
    more = len(brought.troubles) - MOST_TOLD
    if more > 0:
        yield message("And 1 more.", plural="And {count} more.", count=more)


def _rest(brought: Brought) -> Message | None:
    if brought.copies:
        count = len(brought.copies)
        return message(
            "1 seems to be a copy of a quiz here.", plural="{count} seem to be copies of quizzes here.", count=count
        )
    if isinstance(brought.stop, TokenRejected):
        return message("Sign in again, with a new token if need be: it goes on from there.")
    if brought.stop is not None:
        hint = brought.stop.hint or message("Try again in a while.")
        return message("{hint} Bring them here again then: it goes on from there.", hint=hint)
    return message("Bring them here again: it goes on from there.") if brought.is_cancelled else None


def refreshed_line(seen: Refreshed) -> Message:
    """What a look at a course showed."""
    parts = []
    if seen.brought:
        count = seen.brought
        parts.append(message("1 quiz was brought in.", plural="{count} quizzes were brought in.", count=count))
    if seen.changed and not seen.brought:
        count = seen.changed
        parts.append(message("1 quiz changed on Canvas.", plural="{count} quizzes changed on Canvas.", count=count))
    if seen.only_there:
        count = seen.only_there
        parts.append(message("1 quiz is only on Canvas.", plural="{count} quizzes are only on Canvas.", count=count))
    return _joined(parts) if parts else message("Nothing is new or changed on Canvas.")


def copies_line(copies: Sequence[Copy]) -> Message:
    """Quizzes were linked to their copies."""
    if len(copies) == 1:
        return message("“{title}” is linked. Its sync shows what differs.", title=copies[0].quiz_title)
    return message("{count} quizzes are linked. Their syncs show what differs.", count=len(copies))


def _whole(error: UserError) -> Message:
    return message("{what} {hint}", what=error.message, hint=error.hint) if error.hint is not None else error.message


def _joined(parts: Sequence[Message]) -> Message:
    told = parts[0]
    for part in parts[1:]:
        told = message("{before} {next}", before=told, next=part)
    return told
