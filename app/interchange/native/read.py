"""Reading a .quizwright file as any other format."""

import io

from app.interchange.errors import FileRefused
from app.interchange.material import Found, Material
from app.interchange.source import Source
from app.library.native_file import native_quiz
from app.library.packed import NotReadable

_MAGIC = b"PK\x03\x04"


def fits(source: Source) -> bool:
    """Whether it is packed, and begins with the document of a quiz."""
    return source.data.startswith(_MAGIC) and b"quiz.json" in source.data[:64]


def read(source: Source) -> tuple[Material, ...]:
    """One quiz, whole."""
    try:
        native = native_quiz(io.BytesIO(source.data))
    except NotReadable as error:
        raise FileRefused(source.name, error.why) from error
    found = tuple(Found(str(place), item) for place, item in enumerate(native.quiz.items, start=1))
    title = native.quiz.title or source.title
    return (Material(title, found, native.quiz.fields, native.quiz.local, native.media),)
