"""Takes a .quizwright file into the library as a new quiz."""

from pathlib import Path

from app.interchange.take_in import is_taken
from app.library.library import Library
from app.library.native_file import read_native, with_free_ids
from app.pictures.header import probe


def import_native(library: Library, path: Path) -> str:
    """The id of the quiz that was brought in. Raises `NotANativeFile`, `PictureError`, what the library raises.

    Pictures come first, so that no quiz ever names one that is not there.
    """
    native = read_native(path)
    for data in native.media.values():
        header = probe(data, path.name)
        library.take_media(data, content_type=header.content_type, width=header.width, height=header.height)
    quiz = with_free_ids(native.quiz, lambda key: is_taken(library, key))
    return library.create_quiz(quiz.fields, quiz.items, local=quiz.local, what="Import", id=quiz.id).id
