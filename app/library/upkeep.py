"""What a library needs now and then: a backup a day, thinner history, no unused pictures, room for the last edits."""

from app.library import content, journal
from app.library.automatic_backup import back_up_database, was_backed_up_today
from app.library.ballast import Ballast, has_room
from app.library.errors import LibraryError
from app.library.library import KEEP_DELETED_SECONDS, Library
from app.library.media_sweep import forget_media, remove_file, unused_media
from app.library.thinning import thin_history


def tend(library: Library, *, backing_up: bool = True) -> None:
    """Do what is due; cheap where it was done today. For the writer's thread, in an idle moment.

    Where the disk is nearly full nothing is copied or swept: the room is left to edits. Raises `LibraryError`.
    """
    if library.read_only_reason is not None or not has_room(library.folder):
        return
    Ballast(library.folder).take_on()
    if was_backed_up_today(library.folder, library.now()):
        return
    library.purge_deleted()
    _thin(library)
    if backing_up:
        back_up_database(library.db, library.folder, library.now())
    _sweep(library)


def _thin(library: Library) -> None:
    with library.transaction() as db:
        journal.forget_settled(db, library.now() - KEEP_DELETED_SECONDS)
        if thin_history(db, library.now()):
            content.sweep(db)


def _sweep(library: Library) -> None:
    try:
        unused = unused_media(library.db, library.folder, library.now())
    except LibraryError:
        return  # what that backup refers to is not known
    with library.transaction() as db:
        for sha in unused:
            forget_media(db, sha)
    for sha in unused:
        remove_file(library.folder, sha)
