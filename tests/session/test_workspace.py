"""The library behind the window: what is made and typed is on disk, and still there after a restart."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.errors import UserError
from app.library.library import Library
from app.library.native_file import write_native
from app.models.cover import Cover
from app.models.covering import unpainted, with_covers
from app.models.item import Item
from app.models.questions.hot_spot import HotSpotQuestion
from app.models.questions.true_false import TrueFalseQuestion
from app.session.comparing import PAUSE_MS
from app.session.edit import Edit
from app.session.pictures import TakenPicture
from app.session.save_status import SAVED
from app.session.workspace import Workspace


@pytest.fixture
def workspace(qtbot: QtBot, tmp_path: Path) -> Iterator[Workspace]:
    workspace = Workspace(Library.open(tmp_path / "library"))
    yield workspace
    workspace.close()


def created(workspace: Workspace, qtbot: QtBot, title: str = "Leaves") -> str:
    ids: list[str] = []
    workspace.create_quiz(title, ids.append)
    qtbot.waitUntil(lambda: bool(ids))
    return ids[0]


def test_a_new_quiz_stands_in_the_list(workspace: Workspace, qtbot: QtBot) -> None:
    with qtbot.waitSignal(workspace.rows_changed):
        created(workspace, qtbot)
    assert [row.title for row in workspace.rows()] == ["Leaves"]


def test_what_was_typed_is_there_after_a_restart(qtbot: QtBot, tmp_path: Path) -> None:
    first = Workspace(Library.open(tmp_path / "library"))
    quiz_id = created(first, qtbot)
    document = first.open(quiz_id)
    document.insert_items([Item.of(TrueFalseQuestion.new().replaced(item_body="<p>Leaves breathe.</p>"))], 0, "Add")
    document.edit_fields(document.quiz.fields.replaced(title="Roots"), Edit("Title"))
    first.close()
    second = Workspace(Library.open(tmp_path / "library"))
    quiz = second.open(quiz_id).quiz
    assert (quiz.title, [item.summary.first_words for item in quiz.items]) == ("Roots", ["Leaves breathe."])
    second.close()


def test_what_is_looked_for_beside_is_not_told_after_the_library_is_closed(workspace: Workspace, qtbot: QtBot) -> None:
    told: list[str] = []
    document = workspace.open(created(workspace, qtbot))
    twins = [Item.of(TrueFalseQuestion.new().replaced(item_body="<p>Leaves breathe.</p>")) for _ in range(2)]
    document.insert_items(twins, 0, "Add")
    document.problems_changed.connect(told.append)
    workspace.close()
    with qtbot.assertNotEmitted(document.problems_changed, wait=2 * PAUSE_MS):
        pass
    assert told == []


def test_work_that_ends_with_the_window_is_kept_and_told_to_nobody(
    workspace: Workspace, qapp: QApplication, tmp_path: Path
) -> None:
    told: list[str] = []
    workspace.create_quiz("Leaves", told.append)
    workspace.close()
    qapp.processEvents()
    assert told == []
    reopened = Library.open(tmp_path / "library")
    assert [row.title for row in reopened.reader().quizzes()] == ["Leaves"]
    reopened.close()


def test_opening_again_gives_the_same_undo(workspace: Workspace, qtbot: QtBot) -> None:
    quiz_id = created(workspace, qtbot)
    document = workspace.open(quiz_id)
    document.edit_fields(document.quiz.fields.replaced(title="Roots"), Edit("Title"))
    assert workspace.open(quiz_id).undo_stack.undoText() == "Title"


def test_the_list_follows_what_is_typed(workspace: Workspace, qtbot: QtBot) -> None:
    document = workspace.open(created(workspace, qtbot))
    document.edit_fields(document.quiz.fields.replaced(title="Roots"), Edit("Title"))
    qtbot.waitUntil(lambda: workspace.status is SAVED and workspace.rows()[0].title == "Roots")


def test_a_deleted_quiz_can_be_restored(workspace: Workspace, qtbot: QtBot) -> None:
    quiz_id = created(workspace, qtbot)
    with qtbot.waitSignal(workspace.rows_changed):
        workspace.delete_quiz(quiz_id)
    assert workspace.rows() == []
    with qtbot.waitSignal(workspace.rows_changed):
        workspace.restore_quiz(quiz_id)
    assert [row.id for row in workspace.rows()] == [quiz_id]


def test_a_file_that_comes_with_the_program_becomes_a_quiz_each_time(
    workspace: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    quiz_id = created(workspace, qtbot)
    imported: list[str] = []
    write_native(
        tmp_path / "Leaves.quizwright", workspace.library.open_quiz(quiz_id).quiz, workspace.library.read_media
    )
    workspace.import_native(tmp_path / "Leaves.quizwright", imported.append)
    qtbot.waitUntil(lambda: bool(imported))
    assert [row.title for row in workspace.rows()] == ["Leaves", "Leaves"]


def test_a_picture_is_taken_in_and_shown_from_its_file(workspace: Workspace, qtbot: QtBot) -> None:
    out, taken = io.BytesIO(), list[TakenPicture | UserError]()
    Image.new("RGB", (60, 40)).save(out, "PNG")
    workspace.shelf.take(out.getvalue(), "leaf.png", taken.append)
    qtbot.waitUntil(lambda: bool(taken))
    picture = taken[0]
    assert isinstance(picture, TakenPicture)
    assert (picture.width, picture.height) == (60, 40)
    path = workspace.shelf.path_of(picture.reference)
    assert path is not None
    assert path.read_bytes() == out.getvalue()


def test_a_text_named_png_is_refused_by_name(workspace: Workspace, qtbot: QtBot) -> None:
    taken = list[TakenPicture | UserError]()
    workspace.shelf.take(b"no picture", "leaf.png", taken.append)
    qtbot.waitUntil(lambda: bool(taken))
    assert '"leaf.png" is a text, not a picture' in str(taken[0])


def test_covers_that_were_not_painted_before_the_window_closed_are_when_the_quiz_is_opened_again(
    qtbot: QtBot, tmp_path: Path
) -> None:
    first = Workspace(Library.open(tmp_path / "library"))
    quiz_id = created(first, qtbot)
    out = io.BytesIO()
    Image.new("RGB", (40, 20), "teal").save(out, "PNG")
    taken = list[TakenPicture | UserError]()
    first.shelf.take(out.getvalue(), "leaf.png", taken.append)
    qtbot.waitUntil(lambda: bool(taken))
    assert isinstance(taken[0], TakenPicture)
    cover = Cover(id="1", box=(0.0, 0.0, 0.5, 0.5), fill="#ffffff")
    item = with_covers(Item.of(HotSpotQuestion.new()), (cover,), taken[0].reference)
    first.open(quiz_id).insert_items([item], 0, "Add")
    first.close()
    second = Workspace(Library.open(tmp_path / "library"))
    document = second.open(quiz_id)
    assert unpainted(document.quiz.items[0]) is not None
    qtbot.waitUntil(lambda: unpainted(document.quiz.items[0]) is None)
    second.close()
