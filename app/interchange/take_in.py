"""Takes what a file held into the library, as a new quiz or at the end of one: pictures first, then one transaction."""

from collections.abc import Mapping, Sequence
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
    keep_pictures(library, material.media, material.title)
    fields = material.fields.replaced(title=material.title)
    read = with_free_ids(Quiz("", fields, material.items, material.local), lambda key: is_taken(library, key))
    if into is not None:
        _append(library, into, read.items)
        return into
    counts = {item.id: len(problems(item)) for item in read.items}
    library.save(read, before=None, what=str(what_is_done(len(read.items))), problem_counts=counts)
    return read.id


def take_in_all(library: Library, materials: Sequence[Material]) -> list[str]:
    """The ids of the new quizzes that these are now: all of them or, where something fails, none."""
    with library.transaction():
        return [take_in(library, material) for material in materials]


def made_ready(library: Library, materials: Sequence[Material]) -> tuple[Item, ...]:
    """The questions for a quiz that is open: pictures are kept, ids are free. Reads their entries."""
    seen: set[str] = set()

    def taken(key: str) -> bool:
        is_double = key in seen or is_taken(library, key)
        seen.add(key)
        return is_double

    for material in materials:
        keep_pictures(library, material.media, material.title)
    items = tuple(item for material in materials for item in material.items)
    return with_free_ids(Quiz("", materials[0].fields, items), taken).items


def is_taken(library: Library, key: str) -> bool:
    """Whether a quiz or a question has this id; an empty one always is."""
    found = library.db.execute(
        "SELECT ?1 = '' OR EXISTS (SELECT 1 FROM quiz WHERE id = ?1) OR EXISTS (SELECT 1 FROM item WHERE id = ?1)",
        (key,),
    ).get
    return bool(found)


def what_is_done(count: int) -> Message:
    """What the history says of it."""
    return replace(WHAT, count=count)


def keep_pictures(library: Library, media: Mapping[str, bytes], name: str) -> None:
    """Keep the pictures of what is called `name`. Raises `PictureError`, what the library raises."""
    for data in media.values():
        header = probe(data, name)
        library.take_media(data, content_type=header.content_type, width=header.width, height=header.height)


def _append(library: Library, quiz_id: str, items: Sequence[Item]) -> None:
    opened = library.open_quiz(quiz_id)
    quiz = opened.quiz.with_items((*opened.quiz.items, *items))
    counts = {**opened.problem_counts, **{item.id: len(problems(item)) for item in items}}
    library.save(quiz, before=opened.quiz, what=str(what_is_done(len(items))), problem_counts=counts)
