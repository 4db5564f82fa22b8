"""A quiz is taken from its course and put back as it was."""

from pathlib import Path

import pytest

from app.library import journal, linking
from app.library.library import Library
from app.library.row import LinkRow
from app.library.unlinking import Unlinked, put_back, take_from_course
from tests.support.torn import torn_library

TABLES = ("link", "item_link", "intent", "conflict")


@pytest.fixture
def library(tmp_path: Path) -> Library:
    torn_library(tmp_path)
    return Library.open(tmp_path)


def kept(library: Library) -> list[list[tuple[object, ...]]]:
    return [sorted(map(tuple, library.db.execute(f"SELECT * FROM {table}")), key=str) for table in TABLES]


def link(library: Library) -> LinkRow:
    return library.links(library.quizzes()[0].id)[0]


def taken(library: Library) -> Unlinked:
    with library.transaction() as db:
        return take_from_course(db, link(library).id)


def test_everything_is_as_it_was_after_an_undo(library: Library) -> None:
    before = kept(library)
    assert len(journal.conflicts(library.db, link(library).id)) == 6
    unlinked = taken(library)
    assert kept(library) == [[], [], [], []]
    assert library.quizzes()[0].link_id is None
    with library.transaction() as db:
        put_back(db, unlinked)
    assert kept(library) == before
    library.close()


def test_a_quiz_that_was_linked_anew_keeps_its_new_link(library: Library) -> None:
    old = link(library)
    unlinked = taken(library)
    with library.transaction() as db:
        anew = linking.link_to(db, old.quiz_id, old.account_id, old.course_id)
        put_back(db, unlinked)
    assert link(library).id == anew.id
    library.close()


def test_the_first_course_of_a_quiz_is_the_first_again_when_it_is_put_back(library: Library) -> None:
    first = link(library)
    with library.transaction() as db:
        linking.link_to(db, first.quiz_id, first.account_id, "another course")
    unlinked = taken(library)
    assert link(library).id != first.id
    with library.transaction() as db:
        put_back(db, unlinked)
    assert link(library).id == first.id
