"""The main job, as a person does it: write a quiz off-line, draw on a photo, close and open, sync both ways."""

import base64
import io
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageDraw
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.geometry.point import Point
from app.models.questions.choice import ChoiceQuestion
from app.models.questions.hot_spot import HotSpotQuestion
from app.sandbox.server import SandboxServer
from app.secrets import SessionStore
from app.session.tasks import Tasks
from app.session.tokens import Tokens
from app.ui.editors.choice import ChoiceEditor
from app.ui.editors.hot_spot import HotSpotEditor
from app.ui.sync.sync_screen import SyncScreen
from tests.e2e.conftest import OpenWindow
from tests.support.coroutine import run_in_loop, until
from tests.support.person import LEFT, NONE, Person

CORNERS = ((0.2, 0.25), (0.7, 0.3), (0.6, 0.8), (0.25, 0.7))
TURNED_RIGHT = 6
UPRIGHT = (4000, 6000)
TITLE = "Anatomy of the heart"
QUESTIONS = ["Where does blood enter?", "The heart has four chambers.", "Click the heart."]


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """A photo of 24 megapixels that a camera took on its side: stored 6000 × 4000, seen 4000 × 6000."""
    image = Image.effect_noise((750, 500), 60).resize((6000, 4000)).convert("RGB")
    ImageDraw.Draw(image).ellipse((1200, 1000, 3600, 3000), fill="#c35")
    exif = Image.Exif()
    exif[0x0112] = TURNED_RIGHT
    path = tmp_path / "heart.jpg"
    image.save(path, "JPEG", quality=90, exif=exif)
    return path


def write_the_quiz(person: Person, photo: Path, qtbot: QtBot) -> None:
    """All of it off-line."""
    person.new_quiz(TITLE)
    person.write_choice(QUESTIONS[0], ("left atrium", "right atrium", "aorta"), right=1)
    person.write_statement(QUESTIONS[1], right=True)
    editor = person.write_hot_spot(QUESTIONS[2], photo)
    qtbot.waitUntil(lambda: editor.drawer.picture_size() == UPRIGHT)
    person.draw_polygon(editor, *CORNERS)


def test_from_a_blank_page_to_canvas_and_back(
    open_window: OpenWindow,
    sandbox: SandboxServer,
    photo: Path,
    qtbot: QtBot,
    qapp: QApplication,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level("DEBUG")
    person = open_window()
    write_the_quiz(person, photo, qtbot)
    drawn = undone_and_redone(person)

    person = open_window()  # closed, and opened again
    person.open_quiz(TITLE)
    assert (first_words(person), corners(person)) == (QUESTIONS, drawn)

    async def scenario(tasks: Tasks) -> None:
        person.window.run_tasks(tasks, Tokens(SessionStore()))
        sync = await begin_sync(person)
        await connect(person, sync, sandbox)
        QTest.keyClick(sync.choice.courses, Qt.Key.Key_Return)
        assert "a new quiz, 3 new questions, 1 picture" in await carried_out(person, sync)
        check_what_arrived(sandbox, person, drawn)
        change_it_there(sandbox)
        await begin_sync(person)
        assert "1 new question, 1 changed question" in await carried_out(person, sync)
        check_what_came(person)
        await check_that_nothing_is_left(person, sandbox)

    run_in_loop(qapp, scenario)
    check_that_it_can_be_undone(person)
    check_that_the_token_was_written_nowhere(sandbox.token, photo.parent, caplog.text)


def check_that_the_token_was_written_nowhere(token: str, folder: Path, log: str) -> None:
    """In no file of the library, of the preferences and of what Qt keeps, in no line of the log, in no list of the
    system's (reliability.md, row 34)."""
    written = [path for path in folder.rglob("*") if path.is_file()]
    assert any(path.suffix == ".sqlite" for path in written)
    forms = [token.encode(coding) for coding in ("utf-8", "utf-16-le")] + [base64.b64encode(token.encode())]
    lists = [path for path in (Path("/proc/self/cmdline"), Path("/proc/self/environ")) if path.exists()]
    for path in (*written, *lists):
        assert not [form for form in forms if form in path.read_bytes()], path
    assert "/api/quiz/v1/" in log
    assert token not in log


def test_a_region_that_was_not_selected_goes_where_it_is_dragged_and_the_picture_stays(
    open_window: OpenWindow, photo: Path, qtbot: QtBot
) -> None:
    person = open_window()
    write_the_quiz(person, photo, qtbot)
    editor = person.screen.pane.editor
    assert isinstance(editor, HotSpotEditor)
    before, view = corners(person), editor.drawer.view
    person.look()
    stood = view.to_view(Point(1, 1))
    QTest.mouseClick(view.viewport(), LEFT, NONE, view.to_view(Point(0.95, 0.95)).toPoint())
    assert editor.drawer.board.selection is None
    person.look()
    person.drag(editor, (0.45, 0.5), (0.55, 0.5))
    assert view.to_view(Point(1, 1)) == stood
    assert places(corners(person)) == pytest.approx(places((x + 0.1, y) for x, y in before), abs=0.005)


def undone_and_redone(person: Person) -> list[tuple[float, float]]:
    """The region stands where it was clicked; Ctrl+Z takes it away, Ctrl+Y brings it back as it was."""
    drawn = corners(person)
    assert places(drawn) == pytest.approx(places(CORNERS), abs=0.005)
    person.undo()
    assert corners(person) == []
    person.redo()
    assert corners(person) == drawn
    return drawn


def places(points: Iterable[tuple[float, float]]) -> list[float]:
    """The numbers of points in one list, as `approx` compares them."""
    return [number for point in points for number in point]


def first_words(person: Person) -> list[str]:
    """What the list of the open quiz shows."""
    return [item.summary.first_words for item in person.quiz.items]


def corners(person: Person) -> list[tuple[float, float]]:
    """The vertices of the hot spot's region, in proportions of the picture."""
    entry = person.quiz.items[2].entry
    assert isinstance(entry, HotSpotQuestion)
    stored = entry.stored_regions
    return [(float(c.x or 0), float(c.y or 0)) for c in stored[0].coordinates or ()] if stored else []


async def begin_sync(person: Person) -> SyncScreen:
    """Press Sync in the open quiz."""
    person.click(person.screen.header.sync)
    sync = person.window.canvas.sync_page
    await until(sync.isVisible)
    return sync


async def connect(person: Person, sync: SyncScreen, sandbox: SandboxServer) -> None:
    """A quiz that is to be synced leads to connecting, and from there to the courses."""
    await until(sync.choice.isVisible)
    person.click(sync.choice.connect_button)
    person.fill_in(sandbox.url, sandbox.token)
    await until(sync.choice.courses.isVisible)
    await until(lambda: person.notice.startswith("Connected to Canvas as"))


async def carried_out(person: Person, sync: SyncScreen) -> str:
    """Look at the plan, press Sync, wait until it is done, go back; gives what the page said."""
    await until(lambda: sync.start.isVisible() and sync.start.isEnabled())
    assert not sync.busy
    person.click(sync.start)
    await until(lambda: sync.busy)
    await until(lambda: not sync.busy)
    assert not sync.trouble.isVisible(), sync.trouble.words.text()
    said = sync.letter.text()
    person.click(sync.back)
    await until(lambda: person.window.pages.quiz is not None)
    return said


def the_rows(sandbox: SandboxServer) -> tuple[str, list[dict[str, Any]]]:
    quizzes = [quiz for quiz in sandbox.core.quizzes("1") if quiz["title"] == TITLE]
    assert len(quizzes) == 1
    quiz_id = str(quizzes[0]["id"])
    return quiz_id, sandbox.core.items("1", quiz_id)


def check_what_arrived(sandbox: SandboxServer, person: Person, drawn: list[tuple[float, float]]) -> None:
    """Exactly that quiz, the picture's bytes included."""
    _, rows = the_rows(sandbox)
    assert [(row["position"], row["points_possible"], row["entry_type"]) for row in rows] == [
        (1, 1, "Item"),
        (2, 1, "Item"),
        (3, 1, "Item"),
    ]
    assert [row["entry"]["item_body"] for row in rows] == [f"<p>{text}</p>" for text in QUESTIONS]
    choice, statement, spot = (row["entry"] for row in rows)
    mine = person.quiz.items[0].entry
    assert isinstance(mine, ChoiceQuestion)
    assert choice["scoring_data"]["value"] == mine.right
    assert [c["item_body"] for c in choice["interaction_data"]["choices"]] == [
        "<p>left atrium</p>",
        "<p>right atrium</p>",
        "<p>aorta</p>",
    ]
    assert statement["scoring_data"]["value"] is True
    assert spot["scoring_data"]["value"][0]["type"] == "polygon"
    assert [(c["x"], c["y"]) for c in spot["scoring_data"]["value"][0]["coordinates"]] == drawn
    sent = sandbox.core.media(spot["interaction_data"]["image_url"])
    entry = person.quiz.items[2].entry
    assert isinstance(entry, HotSpotQuestion)
    assert sent == person.window.workspace.library.read_media(entry.picture or "")
    with Image.open(io.BytesIO(sent)) as picture:
        assert (picture.size, picture.getexif().get(0x0112, 1)) == (UPRIGHT, 1)


def change_it_there(sandbox: SandboxServer) -> None:
    """A colleague edits one question on Canvas and adds one."""
    quiz_id, rows = the_rows(sandbox)
    changes = {"entry": {"item_body": "<p>Where does blood leave?</p>"}}
    sandbox.core.edit_item("1", quiz_id, str(rows[0]["id"]), changes)
    added = {**rows[1], "entry": {**rows[1]["entry"], "item_body": "<p>Added on Canvas</p>"}}
    added = {key: value for key, value in added.items() if key in ("entry_type", "points_possible", "entry")}
    sandbox.core.add_item("1", quiz_id, added)


def check_what_came(person: Person) -> None:
    """Both are in the quiz that is open: in the list, and in the editor."""
    assert first_words(person) == ["Where does blood leave?", *QUESTIONS[1:], "Added on Canvas"]
    person.screen.show_item(person.quiz.items[0].id)
    editor = person.screen.pane.editor
    assert isinstance(editor, ChoiceEditor)
    assert editor.text.edit.toPlainText() == "Where does blood leave?"
    assert [row.text.edit.toPlainText() for row in editor.rows.rows] == ["left atrium", "right atrium", "aorta"]


async def check_that_nothing_is_left(person: Person, sandbox: SandboxServer) -> None:
    """A sync right after a sync sends nothing and says so."""
    before = len(sandbox.core.requests)
    sync = await begin_sync(person)
    await until(lambda: sync.again.isVisible() and not sync.busy)
    assert sync.letter.text() == "Everything is the same on both sides."
    assert not sync.start.isEnabled()
    assert {seen.method for seen in sandbox.core.requests[before:]} == {"GET"}
    person.click(sync.back)
    assert "not on Canvas yet" not in person.status


def check_that_it_can_be_undone(person: Person) -> None:
    """What came from Canvas is one step."""
    person.come_back()
    person.undo()
    assert first_words(person) == QUESTIONS
    assert "Bring in" in person.screen.document.undo_stack.redoText()
