"""What came of two copies of a quiz, in words."""

from collections.abc import Iterator

from app.message import Message, message
from app.models.quiz import Quiz
from app.sync.letter import listed
from app.sync.reunion import Both, Reunion
from app.sync.unit import OTHER
from app.sync.unit_words import unit_name

_TOLD = 3
"""So many conflicts are told in the bar of news."""
Told = tuple[str, Message]
"""The id of a row, "" for the quiz itself, and what has to be said of it."""


def summary(reunion: Reunion, file: str) -> Message:
    """What was done, in a sentence."""
    title = reunion.quiz.title
    changed, removed = len(reunion.brought), len(reunion.removed)
    parts = [
        message("1 question", plural="{count} questions", count=changed) if changed else None,
        message("1 deleted", plural="{count} deleted", count=removed) if removed else None,
        message("what holds for the whole quiz") if reunion.of_quiz else None,
        message("the order") if reunion.moved else None,
    ]
    if (brought := listed(parts)) is not None:
        return message("“{title}” is here already; new from {file}: {parts}.", title=title, file=file, parts=brought)
    if reunion.both:
        return message("“{title}” is here already; {file} was merged into it.", title=title, file=file)
    return message("“{title}” is here already. {file} has nothing that is newer.", title=title, file=file)


def meeting_words(reunion: Reunion, file: str) -> Message:
    """What was done, and the first things that were changed in both copies."""
    told = summary(reunion, file)
    found = conflicts(reunion)
    for item_id, what in found[:_TOLD]:
        told = message("{before}\n{row} · {what}", before=told, row=row_name(reunion.quiz, item_id), what=what)
    if (more := len(found) - _TOLD) > 0:
        told = message("{before}\nAnd {more} more.", before=told, more=more)
    return told


def conflicts(reunion: Reunion) -> tuple[Told, ...]:
    """What was changed in both copies, and what became of it; a line for each row."""
    return tuple(_conflicts(reunion))


def _conflicts(reunion: Reunion) -> Iterator[Told]:
    by_row: dict[str, list[Both]] = {}
    for one in reunion.both:
        by_row.setdefault(one.item_id, []).append(one)
    for item_id, both in by_row.items():
        what = listed(list({str(name): name for one in both for name in [_name(one.unit)]}.values())) or message(
            "details"
        )
        if both[0].twice:
            told = message("Changed in both copies ({what}): yours stands there, the other one below it.", what=what)
        else:
            told = message("Changed in both copies ({what}): yours stayed, History has the other one.", what=what)
        yield item_id, told
    for item_id in reunion.stayed:
        yield item_id, message("Deleted in one copy and changed in the other: it stayed.")


def _name(unit: str) -> Message:
    if unit.startswith("local/"):
        return unit_name("tags" if unit == "local/tags" else OTHER)
    return unit_name(unit)


def row_name(quiz: Quiz, item_id: str) -> str:
    """What a row is called here: its number and first words; the quiz's title for the quiz itself."""
    if not item_id:
        return quiz.title
    words = quiz.item(item_id).summary
    return f"{quiz.places[item_id] + 1}. {words.title or words.first_words}".strip()
