"""At whatever write the disk fills or fails: a clear error, the last saved state intact, and the next save works."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import apsw
import pytest

from app.library.errors import DiskFull, LibraryError, LibraryReadOnly, NotWritten
from app.library.library import Library
from app.models.item import Item
from app.models.quiz import NewQuiz, Quiz
from tests.support.failing_disk import FailingDisk, failing_disk
from tests.support.quiz import choice, three_items

ERRORS: dict[type[apsw.Error], type[LibraryError]] = {apsw.FullError: DiskFull, apsw.IOError: NotWritten}


@pytest.fixture
def disk() -> Iterator[FailingDisk]:
    with failing_disk() as disk:
        yield disk


def larger(quiz: Quiz) -> Quiz:
    """An edit that takes several pages."""
    return quiz.with_item(Item.of(choice("Why? " * 2000, "so"), id="a"))


@pytest.mark.parametrize("error", ERRORS)
def test_a_save_that_fails_at_any_write_loses_nothing(folder: Path, disk: FailingDisk, error: type[apsw.Error]) -> None:
    with Library.open(folder) as library:
        quiz = library.create_quiz(NewQuiz(title="Leaves"), three_items())
        failures = 0
        while True:
            disk.fail_after(failures, error)
            try:
                library.save(larger(quiz), before=quiz, what="Edit", problem_counts={})
            except ERRORS[error]:
                failures += 1
            else:
                break
            finally:
                disk.heal()
            assert library.db.execute("PRAGMA integrity_check").get == "ok"
            assert library.open_quiz(quiz.id).revision == 0
        assert failures > 5
        assert library.open_quiz(quiz.id).quiz.item("a").document == larger(quiz).item("a").document


def test_a_new_library_on_a_full_disk_is_refused_in_words(folder: Path, disk: FailingDisk) -> None:
    for writes in range(4):
        disk.fail_after(writes)
        with pytest.raises(DiskFull):
            Library.open(folder)
        disk.heal()
    with Library.open(folder) as library:
        assert library.quizzes() == []


def test_a_disk_that_fails_while_closing_keeps_what_was_saved(folder: Path, disk: FailingDisk) -> None:
    library = Library.open(folder)
    quiz = library.create_quiz(NewQuiz(title="Leaves"), three_items())
    disk.fail_after(0)
    library.close()
    disk.heal()
    with Library.open(folder) as again:
        assert [row.id for row in again.quizzes()] == [quiz.id]


def test_a_picture_that_finds_no_room_leaves_no_trace(folder: Path, disk: FailingDisk) -> None:
    with Library.open(folder) as library:
        disk.fail_after(0)
        with pytest.raises(DiskFull):
            library.take_media(b"picture", content_type="image/png")
        disk.heal()
        sha = library.take_media(b"picture", content_type="image/png")
        assert library.read_media(sha) == b"picture"


@contextmanager
def no_file_grows() -> Iterator[None]:
    """As on a full disk: the system itself lets no file grow."""
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1024, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.parametrize("writing", [True, False])
def test_a_library_on_a_full_disk_can_be_read(folder: Path, writing: bool) -> None:
    with Library.open(folder) as library:
        quiz = library.create_quiz(NewQuiz(title="Leaves"), three_items())
    with no_file_grows(), Library.open(folder, writing=writing) as library:
        assert [row.id for row in library.quizzes()] == [quiz.id]
        assert len(library.open_quiz(quiz.id).quiz.items) == 3
        assert ("Free some space and open" in str(library.read_only_reason)) is writing
        with pytest.raises(LibraryReadOnly):
            library.create_quiz(NewQuiz(title="Roots"))
    with Library.open(folder) as library:
        library.create_quiz(NewQuiz(title="Roots"))


def test_a_disk_without_room_for_the_lock_lets_the_library_be_read(folder: Path, disk: FailingDisk) -> None:
    with Library.open(folder) as library:
        quiz = library.create_quiz(NewQuiz(title="Leaves"), three_items())
    disk.fail_after(0)
    with Library.open(folder) as library:
        assert [row.id for row in library.quizzes()] == [quiz.id]
        assert "Free some space and open" in str(library.read_only_reason)
