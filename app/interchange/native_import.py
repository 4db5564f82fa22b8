"""Takes a .quizwright file into the library as a new quiz."""

from pathlib import Path

from app.interchange.take_in import is_taken, keep_pictures
from app.library.library import Library
from app.library.native_file import NativeQuiz, read_native, with_free_ids


def import_native(library: Library, path: Path) -> str:
    """The id of the quiz that was brought in. Raises `NotANativeFile`, `PictureError`, what the library raises."""
    return take_in_native(library, read_native(path), path.name)


def take_in_native(library: Library, native: NativeQuiz, name: str) -> str:
    """The same of a file that was read. Pictures come first, so that no quiz ever names one that is not there."""
    keep_pictures(library, native.media, name)
    quiz = with_free_ids(native.quiz, lambda key: is_taken(library, key))
    return library.create_quiz(quiz.fields, quiz.items, local=quiz.local, what="Import", id=quiz.id).id
