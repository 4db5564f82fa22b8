"""What lists and sync know of a quiz on Canvas: its state, what is not there yet, and both halves of the base."""

from dataclasses import asdict
from datetime import datetime

import pytest

from app.library import journal, linking
from app.library.journal import ConflictRow, IntentRow
from app.library.library import Library
from app.library.linking import ItemBase, QuizBase
from app.library.row import CourseRow, LinkRow, QuizRow
from app.models.item import Item
from app.models.local import Local, QuizLocal
from app.models.quiz import NewQuiz, Quiz
from tests.support.clock import Clock
from tests.support.quiz import choice, stimulus, three_items

NOTHING: dict[str, object] = {}


@pytest.fixture
def quiz(library: Library) -> Quiz:
    return library.create_quiz(NewQuiz(title="Leaves"), three_items())


@pytest.fixture
def account(library: Library) -> str:
    with library.transaction() as db:
        return linking.account_for(
            db, kind="canvas", origin="https://canvas.example.edu", user_id="7", user_name="Ana"
        ).id


@pytest.fixture
def link(library: Library, quiz: Quiz, account: str) -> LinkRow:
    with library.transaction() as db:
        return linking.link_to(db, quiz.id, account, "101")


def synced(library: Library, quiz: Quiz, link: LinkRow) -> None:
    """Everything of the quiz is agreed on, as after a sync."""
    with library.transaction() as db:
        linking.note_quiz_base(db, link.id, QuizBase("55", NOTHING, NOTHING, NOTHING, ()))
        for number, item in enumerate(quiz.items):
            linking.note_item_base(db, link.id, ItemBase(item.id, str(900 + number), NOTHING, NOTHING, NOTHING))
        linking.note_order(db, link.id, [item.id for item in quiz.items])
        linking.mark_agreed(db, link.id, [item.id for item in quiz.items], fields=True)
        linking.count_changes(db, quiz.id)


def row(library: Library) -> QuizRow:
    [only] = library.quizzes()
    return only


def saved(library: Library, after: Quiz, before: Quiz) -> QuizRow:
    library.save(after, before=before, what="Edit", problem_counts={})
    return row(library)


def test_a_quiz_is_local_until_canvas_has_it(library: Library, quiz: Quiz, link: LinkRow) -> None:
    assert row(library).state == "local"
    synced(library, quiz, link)
    assert (row(library).state, row(library).changes, row(library).canvas_id) == ("synced", 0, "55")


def test_what_only_this_library_knows_is_no_change(library: Library, quiz: Quiz, link: LinkRow) -> None:
    synced(library, quiz, link)
    tagged = quiz.with_item(quiz.items[0].with_local(Local(tags=("exam",)))).with_local(QuizLocal(tags=("botany",)))
    assert saved(library, tagged, quiz).changes == 0
    edited = tagged.with_item(tagged.items[0].with_entry(choice("Why?", "so")))
    assert saved(library, edited, tagged).changes == 1


def test_each_kind_of_edit_counts_as_a_change(library: Library, quiz: Quiz, link: LinkRow) -> None:
    synced(library, quiz, link)
    a, b, c = quiz.items
    changed = Item.of(choice("Why?", "so"), id="a")
    edits = {
        "text": quiz.with_item(changed),
        "points": quiz.with_item(a.with_points(9)),
        "deleted": quiz.with_items((a, b)),
        "added": quiz.with_items((*quiz.items, changed.with_id("new"))),
        "moved": quiz.with_items((b, a, c)),
        "title": quiz.with_fields(NewQuiz(title="Trees")),
    }
    for name, after in edits.items():
        assert (name, saved(library, after, quiz).changes) == (name, 1)
        assert (name, saved(library, quiz, after).changes) == (name, 0)


def test_a_row_that_only_canvas_can_write_is_no_change(library: Library, quiz: Quiz, link: LinkRow) -> None:
    synced(library, quiz, link)
    after = quiz.with_items((*quiz.items, stimulus()))
    assert saved(library, after, quiz).state == "synced"


def test_the_first_state_that_is_true_is_shown(library: Library, quiz: Quiz, link: LinkRow) -> None:
    synced(library, quiz, link)
    assert saved(library, quiz.with_items(quiz.items[1:]), quiz).state == "edited"
    with library.transaction() as db:
        linking.note_seen(db, link.id, changed_there=True, assignment=None, now=0)
    assert row(library).state == "changed on Canvas"
    conflict = ConflictRow("a", "title", "old", {"mine": 1}, None)
    with library.transaction() as db:
        journal.note_conflicts(db, link.id, [conflict])
    assert row(library).state == "conflict"
    assert journal.conflicts(library.db, link.id) == [conflict]


@pytest.mark.parametrize(
    ("assignment", "seen_by"),
    [
        ({"published": False, "lock_at": "2020-01-01T00:00:00Z"}, "not published"),
        ({"published": True, "lock_at": None}, "published"),
        ({"published": True, "lock_at": "2026-01-06T12:00:01Z"}, "open until"),
        ({"published": True, "lock_at": "2026-01-06T11:59:59Z"}, "closed"),
        ({"published": True, "lock_at": "some day"}, "published"),
    ],
)
def test_who_sees_a_quiz_stands_beside_its_state(
    library: Library, quiz: Quiz, link: LinkRow, assignment: dict[str, object], seen_by: str
) -> None:
    assert row(library).visibility is None
    synced(library, quiz, link)
    with library.transaction() as db:
        linking.note_seen(db, link.id, changed_there=False, assignment=assignment, now=0)
    assert row(library).visibility == seen_by


def test_a_quiz_closes_at_the_instant_that_canvas_names(
    library: Library, quiz: Quiz, link: LinkRow, clock: Clock
) -> None:
    synced(library, quiz, link)
    text = "2026-01-06T07:00:00-06:00"
    with library.transaction() as db:
        linking.note_seen(db, link.id, changed_there=False, assignment={"published": True, "lock_at": text}, now=0)
    assert row(library).closes_at == datetime.fromisoformat(text).timestamp() == clock() + 3600


def test_both_halves_of_the_base_come_back_as_they_came(library: Library, quiz: Quiz, link: LinkRow) -> None:
    raw = {"title": "É", "unknown": {"a": [1, 2.5, None, "3"]}, "id": 35}
    base = QuizBase("55", {"title": "a"}, raw, {"x": None}, ("b", "a"))
    item = ItemBase("a", "900", {"points": 1}, raw, {"title": "b"})
    with library.transaction() as db:
        linking.note_quiz_base(db, link.id, base)
        linking.note_order(db, link.id, base.order)
        linking.note_item_base(db, link.id, item)
    assert linking.quiz_base(library.db, link.id) == base
    assert [asdict(row) for row in linking.item_bases(library.db, link.id)] == [asdict(item)]


def test_a_quiz_may_be_in_several_courses(library: Library, quiz: Quiz, link: LinkRow, account: str) -> None:
    with library.transaction() as db:
        second = linking.link_to(db, quiz.id, account, "102")
        assert linking.link_to(db, quiz.id, account, "101") == link
    assert library.links(quiz.id) == [link, second]
    assert row(library).course_id == "101"


def test_a_journalled_write_is_open_until_it_is_settled(library: Library, link: LinkRow, clock: Clock) -> None:
    units = {"title": "Leaf", "answers": {"b": [1]}}
    first = IntentRow("1", "create", "a", None, units, frozenset({"900", "901"}), clock())
    second = IntentRow("2", "update", "b", "900", units, frozenset(), clock())
    with library.transaction() as db:
        journal.begin(db, link.id, first)
        journal.begin(db, link.id, second)
    assert journal.lost(library.db, link.id) == [first, second]
    with library.transaction() as db:
        journal.settle(db, "1", clock())
    assert journal.lost(library.db, link.id) == [second]


def test_an_account_is_known_again_by_its_person_and_place(library: Library, account: str) -> None:
    with library.transaction() as db:
        again = linking.account_for(
            db, kind="canvas", origin="https://canvas.example.edu", user_id="7", user_name="Ana B."
        )
        other = linking.account_for(db, kind="canvas", origin="https://canvas.example.edu", user_id="8", user_name="Bo")
    assert (again.id, again.user_name) == (account, "Ana B.")
    assert other.id != account


def test_the_practice_canvas_is_known_again_at_another_address(library: Library) -> None:
    with library.transaction() as db:
        first, second = (
            linking.account_for(db, kind="sandbox", origin=origin, instance="i", user_id="1", user_name="You")
            for origin in ("http://127.0.0.1:1", "http://127.0.0.1:2")
        )
    assert first.id == second.id
    assert [known.origin for known in library.accounts()] == ["http://127.0.0.1:2"]


def test_a_renamed_course_is_one_course(library: Library, account: str) -> None:
    for name in ("Botany", "Botany 101"):
        with library.transaction() as db:
            linking.note_courses(db, [CourseRow(account, "101", name, "Fall")])
    assert [course.name for course in library.courses()] == ["Botany 101"]


def test_the_zone_of_the_course_comes_with_what_was_seen_of_a_quiz(library: Library) -> None:
    quiz = library.create_quiz(NewQuiz(title="Leaves"))
    with library.transaction() as db:
        account = linking.account_for(db, kind="canvas", origin="https://uni.test", user_id="9", user_name="Ada").id
        linking.note_courses(db, [CourseRow(account, "101", "Botany", "Fall", "Europe/Berlin")])
        link = linking.link_to(db, quiz.id, account, "101")
        linking.note_quiz_base(db, link.id, QuizBase("7", {}, {}, {}, ()))
    found = library.there(quiz.id)
    assert found is not None
    assert found.time_zone == "Europe/Berlin"
