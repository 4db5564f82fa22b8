"""Takes what a file held into the library, as a new quiz or at the end of one: pictures first, then one transaction."""

from collections.abc import Sequence
from dataclasses import replace

from app.checks.table import problems
from app.interchange.material import Material
from app.library.library import Library
from app.library.native_file import with_free_ids
from app.message import Message, message
from app.models.item import Item
from app.models.quiz import Quiz
from app.pictures.header import probe

WHAT = message("Import 1 question", plural="Import {count} questions")


def take_in(library: Library, material: Material, *, into: str | None = None) -> str:
    """Give the id of the quiz that has the questions now. Raises what the library raises.

    No quiz ever names a picture that is not there. Questions whose ids are taken get new ones.
    """
    for data in material.media.values():
        header = probe(data, material.title)
        library.take_media(data, content_type=header.content_type, width=header.width, height=header.height)
    fields = material.fields.replaced(title=material.title)
    read = with_free_ids(Quiz("", fields, material.items, material.local), lambda key: is_taken(library, key))
    if into is not None:
        _append(library, into, read.items)
        return into
    counts = {item.id: len(problems(item)) for item in read.items}
    library.save(read, before=None, what=str(_what(read.items)), problem_counts=counts)
    return read.id


def is_taken(library: Library, key: str) -> bool:
    """Whether a quiz or a question has this id; an empty one always is."""
    found = library.db.execute(
        "SELECT ?1 = '' OR EXISTS (SELECT 1 FROM quiz WHERE id = ?1) OR EXISTS (SELECT 1 FROM item WHERE id = ?1)",
        (key,),
    ).get
    return bool(found)


def _append(library: Library, quiz_id: str, items: Sequence[Item]) -> None:
    opened = library.open_quiz(quiz_id)
    quiz = opened.quiz.with_items((*opened.quiz.items, *items))
    counts = {**opened.problem_counts, **{item.id: len(problems(item)) for item in items}}
    library.save(quiz, before=opened.quiz, what=str(_what(items)), problem_counts=counts)


def _what(items: Sequence[Item]) -> Message:
    return replace(WHAT, count=len(items))
