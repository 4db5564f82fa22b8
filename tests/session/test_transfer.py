"""Questions copied and moved between open quizzes: no order of undos in either one loses a question or doubles one."""

from collections.abc import Callable, Iterator
from pathlib import Path

import apsw
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.errors import UserError
from app.library.library import Library
from app.message import Message
from app.models.item import Item
from app.models.questions.hot_spot import HotSpotQuestion
from app.models.quiz import NewQuiz, Quiz
from app.session.document import Document
from app.session.edit import Edit
from app.session.journeys import Journeys
from app.session.save_status import SAVED, SaveKind
from app.session.transfer import Move, Sending, copied
from app.session.workspace import Workspace
from tests.support.failing_disk import failing_disk
from tests.support.quiz import choice, stimulus, three_items


@pytest.fixture
def workspace(qtbot: QtBot, tmp_path: Path) -> Iterator[Workspace]:
    workspace = Workspace(Library.open(tmp_path / "library"))
    yield workspace
    workspace.close()


@pytest.fixture
def quizzes(workspace: Workspace) -> tuple[Document, Document]:
    """Leaves with the questions a, b and c, Midterm with z."""
    library = workspace.library
    leaves = library.create_quiz(NewQuiz(title="Leaves"), three_items(), id="leaves")
    midterm = library.create_quiz(NewQuiz(title="Midterm"), [Item.of(choice("Why?", "so"), id="z")], id="midterm")
    return workspace.open(leaves.id), workspace.open(midterm.id)


@pytest.fixture
def send(workspace: Workspace, qtbot: QtBot) -> Callable[..., Callable[[], None]]:
    """Copy or move questions from Leaves to Midterm; gives what takes it back."""

    def send(*ids: str, move: bool = True, told: Callable[[Message], object] = str) -> Callable[[], None]:
        back: list[Callable[[], None]] = []
        workspace.send_questions(Sending("leaves", "midterm", frozenset(ids), move, told), back.append)
        qtbot.waitUntil(lambda: bool(back))
        return back[0]

    return send


def ids(document: Document) -> list[str]:
    return [item.id for item in document.quiz.items]


def said(quiz: Quiz) -> object:
    """Everything that a quiz holds, to the byte."""
    return quiz.fields.wire(), quiz.local.wire(), [(item.id, item.points, item.document) for item in quiz.items]


def kept(workspace: Workspace) -> dict[str, list[str]]:
    return {row.id: [item.id for item in workspace.reader.open_quiz(row.id).quiz.items] for row in workspace.rows()}


def test_moved_questions_stand_in_the_other_quiz_under_their_ids(
    workspace: Workspace, quizzes: tuple[Document, Document], send: Callable[..., Callable[[], None]], qtbot: QtBot
) -> None:
    leaves, midterm = quizzes
    send("a", "c")
    assert (ids(leaves), ids(midterm)) == (["b"], ["z", "a", "c"])
    qtbot.waitUntil(lambda: workspace.status is SAVED and not workspace.autosave("leaves").dirty)
    assert kept(workspace) == {"leaves": ["b"], "midterm": ["z", "a", "c"]}
    assert workspace.reader.history("leaves")[0].what == "Move 2 questions to “Midterm”"
    assert workspace.reader.history("midterm")[0].what == "2 questions moved from “Leaves”"


def test_taking_a_move_back_leaves_both_as_they_were(
    quizzes: tuple[Document, Document], send: Callable[..., Callable[[], None]]
) -> None:
    before = [said(document.quiz) for document in quizzes]
    send("a", "c")()
    assert [said(document.quiz) for document in quizzes] == before


@pytest.mark.parametrize("side", [0, 1])
def test_an_undo_in_either_quiz_takes_the_move_back_in_both(
    quizzes: tuple[Document, Document], send: Callable[..., Callable[[], None]], side: int
) -> None:
    before, told = [said(document.quiz) for document in quizzes], list[Message]()
    send("a", "c", told=told.append)
    after = [said(document.quiz) for document in quizzes]
    quizzes[side].undo_stack.undo()
    assert [said(document.quiz) for document in quizzes] == before
    quizzes[side].undo_stack.redo()
    assert [said(document.quiz) for document in quizzes] == after
    assert [str(one) for one in told] == [
        "The questions are back in “Leaves”, and no longer in “Midterm”.",
        "The questions are in “Midterm” again, and no longer in “Leaves”.",
    ]


def test_an_undo_gives_back_what_was_changed_in_the_other_quiz_since(
    quizzes: tuple[Document, Document], send: Callable[..., Callable[[], None]]
) -> None:
    leaves, midterm = quizzes
    send("b")
    midterm.edit_item(midterm.quiz.item("z").with_points(7), Edit("Points"))
    leaves.undo_stack.undo()
    assert (ids(leaves), ids(midterm)) == (["a", "b", "c"], ["z"])
    assert midterm.undo_stack.undoText() == "Questions back to “Leaves”"
    midterm.undo_stack.undo()
    assert (ids(leaves), ids(midterm)) == (["a", "c"], ["z", "b"])


def test_a_move_back_before_a_sync_is_no_change_at_all(
    workspace: Workspace, quizzes: tuple[Document, Document], send: Callable[..., Callable[[], None]], qtbot: QtBot
) -> None:
    leaves, midterm = quizzes
    send("c")
    back: list[object] = []
    workspace.send_questions(Sending("midterm", "leaves", frozenset("c"), True, str), back.append)
    qtbot.waitUntil(lambda: bool(back))
    assert (ids(leaves), ids(midterm)) == (["a", "b", "c"], ["z"])


def test_a_moved_question_gets_a_new_id_where_its_own_is_taken(qapp: QApplication) -> None:
    first, second = Document(Quiz("1", NewQuiz(), three_items()), {}), Document(Quiz("2", NewQuiz(), three_items()), {})
    Move(first, second, [first.quiz.item("a")], Journeys(), str).carry_out()
    assert ids(first) == ["b", "c"]
    assert ids(second)[:3] == ["a", "b", "c"]
    assert len(set(ids(second))) == 4
    second.undo_stack.undo()
    assert (ids(first), ids(second)) == (["a", "b", "c"], ["a", "b", "c"])


def test_copies_have_ids_of_their_own_and_everything_else(
    quizzes: tuple[Document, Document], send: Callable[..., Callable[[], None]]
) -> None:
    leaves, midterm = quizzes
    tagged = leaves.quiz.item("a")
    leaves.edit_item(tagged.with_local(tagged.local.replaced(tags=("exam",))), Edit("Tags"))
    before = said(midterm.quiz)
    take_back = send("a", "b", move=False)
    assert ids(leaves) == ["a", "b", "c"]
    copies = midterm.quiz.items[1:]
    assert not {item.id for item in copies} & {"a", "b"}
    assert [item.document for item in copies] == [item.document for item in leaves.quiz.items[:2]]
    assert [item.points for item in copies] == [1, 2]
    take_back()
    assert said(midterm.quiz) == before


def test_copies_are_taken_out_of_a_quiz_that_was_changed_since(qapp: QApplication) -> None:
    first, second = Document(Quiz("1", NewQuiz(), three_items()), {}), Document(Quiz("2", NewQuiz()), {})
    take_back = copied(first, second, first.quiz.items)
    second.edit_fields(NewQuiz(title="Roots"), Edit("Title"))
    take_back()
    assert (second.quiz.title, second.quiz.items) == ("Roots", ())


def test_rows_of_canvas_stay_where_they_are(
    quizzes: tuple[Document, Document], workspace: Workspace, qtbot: QtBot
) -> None:
    leaves, midterm = quizzes
    leaves.insert_items([stimulus()], 0, "Add")
    workspace.send_questions(Sending("leaves", "midterm", frozenset({"s", "a"}), True, str), lambda _: None)
    qtbot.waitUntil(lambda: len(midterm.quiz.items) == 2)
    assert (ids(leaves), ids(midterm)) == (["s", "b", "c"], ["z", "a"])


def test_a_hot_spot_takes_its_picture_along(
    workspace: Workspace, quizzes: tuple[Document, Document], send: Callable[..., Callable[[], None]]
) -> None:
    leaves, midterm = quizzes
    library, address = workspace.library, "https://canvas.example.edu/leaf.png"
    reference = library.take_media(b"leaf", content_type="image/png")
    with library.transaction() as db:
        db.execute("INSERT INTO account (id, kind, origin) VALUES ('a', 'canvas', 'https://canvas.example.edu')")
        sha = reference.removeprefix("media:")
        db.execute("INSERT INTO media_address VALUES ('a', 'item h l', ?, ?)", (sha, address))
    leaves.insert_items([Item.of(HotSpotQuestion.new().with_picture(address), id="h")], 3, "Add")
    send("h")
    moved = midterm.quiz.item("h").entry
    assert isinstance(moved, HotSpotQuestion)
    assert moved.picture == reference
    leaves.undo_stack.undo()
    own = leaves.quiz.item("h").entry
    assert isinstance(own, HotSpotQuestion)
    assert own.picture == address


def test_a_disk_that_fails_at_any_write_keeps_each_question_in_exactly_one_quiz(qtbot: QtBot, tmp_path: Path) -> None:
    with failing_disk() as disk:
        workspace = Workspace(Library.open(tmp_path / "library"))
        workspace.library.create_quiz(NewQuiz(title="Leaves"), three_items(), id="leaves")
        workspace.library.create_quiz(NewQuiz(title="Midterm"), id="midterm")
        leaves, midterm = workspace.open("leaves"), workspace.open("midterm")
        journeys, failures = Journeys(), 0
        for writes in range(40):
            Move(leaves, midterm, leaves.quiz.items, journeys, str).carry_out()
            disk.fail_after(writes, apsw.IOError)
            try:
                workspace.save_all()
            except UserError:
                failures += 1
            disk.heal()
            found = [item_id for items in kept(workspace).values() for item_id in items]
            assert sorted(found) == ["a", "b", "c"]
            leaves.undo_stack.undo()
            workspace.save_all()
            assert kept(workspace) == {"leaves": ["a", "b", "c"], "midterm": []}
        assert failures > 5
        workspace.close()


def test_what_waits_for_another_quiz_is_saved_when_that_one_is(workspace: Workspace, qtbot: QtBot) -> None:
    workspace.library.create_quiz(NewQuiz(title="Leaves"), three_items(), id="leaves")
    workspace.library.create_quiz(NewQuiz(title="Midterm"), id="midterm")
    leaves, midterm = workspace.open("leaves"), workspace.open("midterm")
    leaves.edit_item(leaves.quiz.item("a").with_points(3), Edit("Points"))
    workspace.autosave("leaves").save_now()
    Move(leaves, midterm, leaves.quiz.items, Journeys(), str).carry_out()
    workspace.autosave("midterm").save_now()
    qtbot.waitUntil(lambda: kept(workspace) == {"leaves": [], "midterm": ["a", "b", "c"]})
    saves = [workspace.autosave(quiz_id) for quiz_id in ("leaves", "midterm")]
    qtbot.waitUntil(lambda: all(autosave.status.kind is SaveKind.SAVED for autosave in saves))


@settings(max_examples=settings().max_examples * 2)
@given(data=st.data())
def test_no_order_of_undos_loses_or_doubles_a_question(qapp: QApplication, data: st.DataObject) -> None:
    """Moves to and fro between three quizzes, edits, undo and redo in any of them, in any order."""
    names = "abcdef"
    all_items = tuple(Item.of(choice(name, "yes"), id=name) for name in names)
    parts = (all_items[:3], all_items[3:], ())
    documents = [Document(Quiz(str(n), NewQuiz(title=str(n)), items), {}) for n, items in enumerate(parts)]
    first, journeys = [said(document.quiz) for document in documents], Journeys()

    def one() -> Document:
        # A strategy must not hold documents: Python's collector would free what hangs on them in any order.
        return documents[data.draw(st.integers(0, 2))]

    def move() -> None:
        source, target = (documents[place] for place in data.draw(st.permutations(range(3)))[:2])
        if source.quiz.items:
            chosen = data.draw(st.lists(st.sampled_from(source.quiz.items), min_size=1, unique_by=lambda item: item.id))
            Move(source, target, chosen, journeys, str).carry_out()

    def edit() -> None:
        document = one()
        if document.quiz.items:
            item = data.draw(st.sampled_from(document.quiz.items))
            document.edit_item(item.with_points(data.draw(st.integers(1, 9))), Edit("Points"))

    def turn() -> None:
        document = one()
        if len(document.quiz.items) > 1:
            document.move_items([document.quiz.items[-1].id], 0, "Move")

    def undo() -> None:
        one().undo_stack.undo()

    def redo() -> None:
        one().undo_stack.redo()

    for _ in range(data.draw(st.integers(1, 25))):
        data.draw(st.sampled_from((move, move, edit, turn, undo, undo, undo, redo)))()
        assert sorted(item_id for document in documents for item_id in ids(document)) == list(names)
    for document in documents:
        while document.undo_stack.index() > 0:
            document.undo_stack.undo()
            assert sorted(item_id for document in documents for item_id in ids(document)) == list(names)
    assert said(documents[-1].quiz) == first[-1]
