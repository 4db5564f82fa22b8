"""The editor of hot spots: the picture comes from the shelf, the regions from the drawer."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.checks.table import problems
from app.geometry.box import Box
from app.geometry.point import Point
from app.geometry.region import Region
from app.geometry.shape import Oval
from app.grading.hot_spot import score
from app.models.item import Item
from app.models.question import Question
from app.models.questions.hot_spot import HotSpotQuestion
from app.preferences import HOT_SPOT_FORM, HOT_SPOT_WHEEL, Preferences
from app.session.edit import Edit
from app.session.pictures import PictureShelf
from app.ui.editors.hot_spot import HotSpotEditor
from app.ui.hot_spot.test_click import hit_regions
from tests.support.opened import Opened
from tests.support.ovals import ovals_read_as
from tests.support.shelf import Shelf
from tests.support.wheel import turn_wheel

Open = Callable[[Item | Question], Opened]


def picture(colour: str = "teal") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (120, 80), colour).save(out, "PNG")
    return out.getvalue()


def editor_of(opened: Opened) -> HotSpotEditor:
    assert isinstance(opened.editor, HotSpotEditor)
    return opened.editor


def value(opened: Opened) -> HotSpotQuestion:
    entry = opened.item.entry
    assert isinstance(entry, HotSpotQuestion)
    return entry


@pytest.fixture
def spot(opened: Open) -> Opened:
    return opened(HotSpotQuestion.new().replaced(item_body="<p>Click the heart.</p>"))


@pytest.fixture
def drawn(spot: Opened, shelf: Shelf, qtbot: QtBot) -> Opened:
    editor_of(spot).drawer.picture_offered.emit(picture(), "heart.png")
    shelf.settle(qtbot)
    qtbot.waitUntil(lambda: editor_of(spot).drawer.picture_size() == (120, 80))
    return spot


def test_an_offered_picture_is_kept_and_shown(drawn: Opened, shelf: Shelf) -> None:
    reference = value(drawn).picture
    assert reference is not None
    assert shelf.pictures.path_of(reference) is not None
    assert drawn.item.local.picture_name == "heart.png"
    assert drawn.steps == ["Add picture"]


def test_undo_takes_the_picture_away_and_redo_brings_it_back(drawn: Opened, qtbot: QtBot) -> None:
    drawn.document.undo_stack.undo()
    assert value(drawn).picture is None
    assert editor_of(drawn).drawer.picture_size() is None
    drawn.document.undo_stack.redo()
    qtbot.waitUntil(lambda: editor_of(drawn).drawer.picture_size() == (120, 80))


def test_a_region_becomes_part_of_the_question_and_its_name_stays_here(drawn: Opened) -> None:
    region = Region("1", Oval(Box(0.1, 0.2, 0.5, 0.6)), "aorta")
    editor_of(drawn).drawer.regions_edited.emit((region,), Edit("Draw oval"))
    assert [one.shape for one in value(drawn).regions(drawn.item.local)] == [region.shape]
    assert "aorta" not in str(drawn.item.wire())
    assert dict(drawn.item.local.region_names or {}) == {"1": "aorta"}
    assert drawn.steps[-1] == "Draw oval"


@pytest.fixture
def asked(drawn: Opened, shelf: Shelf, qtbot: QtBot) -> Opened:
    """Another picture came for a question that has a region."""
    region = Region("1", Oval(Box(0.1, 0.2, 0.5, 0.6)), "heart")
    editor_of(drawn).drawer.regions_edited.emit((region,), Edit("Draw oval"))
    editor_of(drawn).drawer.picture_offered.emit(picture("red"), "other.png")
    shelf.settle(qtbot)
    return drawn


def test_03_another_picture_asks_whether_regions_are_kept_and_changes_nothing_before(asked: Opened) -> None:
    message = editor_of(asked).drawer.message
    assert "Keep the regions on “other.png”?" in message.words.text()
    assert QApplication.focusWidget() is message.act
    assert asked.steps[-1] == "Draw oval"


def test_03_regions_are_kept_to_the_last_bit_in_one_step(asked: Opened) -> None:
    before = value(asked).scoring_data
    count = len(asked.steps)
    editor_of(asked).drawer.message.act.click()
    assert asked.steps[count:] == ["Replace picture"]
    assert value(asked).scoring_data == before
    assert asked.item.local.picture_name == "other.png"


def test_03_regions_are_removed_in_one_step_and_undo_brings_picture_and_regions_back(asked: Opened) -> None:
    before, count = value(asked), len(asked.steps)
    editor_of(asked).drawer.message.other.click()
    assert asked.steps[count:] == ["Replace picture"]
    assert value(asked).stored_regions == ()
    assert not asked.item.local.region_names
    asked.document.undo_stack.undo()
    assert value(asked) == before


def test_03_closing_the_question_keeps_the_old_picture(asked: Opened) -> None:
    bar = editor_of(asked).drawer.message
    bar.closed.emit()
    bar.hide()
    asked.show()
    assert bar.isHidden()
    assert asked.item.local.picture_name == "heart.png"


def test_03_without_regions_another_picture_is_taken_at_once(drawn: Opened, shelf: Shelf, qtbot: QtBot) -> None:
    editor_of(drawn).drawer.picture_offered.emit(picture("red"), "other.png")
    shelf.settle(qtbot)
    assert drawn.steps[-1] == "Replace picture"
    assert editor_of(drawn).drawer.message.isHidden()


def test_a_picture_that_is_no_picture_says_so_and_changes_nothing(spot: Opened, shelf: Shelf, qtbot: QtBot) -> None:
    editor_of(spot).drawer.picture_offered.emit(b"not a picture", "notes.png")
    shelf.settle(qtbot)
    assert editor_of(spot).drawer.message.isVisible()
    assert "notes.png" in editor_of(spot).drawer.message.words.text()
    assert spot.steps == []


def test_a_picture_that_arrives_late_goes_to_its_own_question(spot: Opened, shelf: Shelf, qtbot: QtBot) -> None:
    other = Item.of(HotSpotQuestion.new())
    editor_of(spot).drawer.picture_offered.emit(picture(), "heart.png")
    spot.editor.show_item(other, ())
    shelf.settle(qtbot)
    assert value(spot).picture is None
    spot.show()
    qtbot.waitUntil(lambda: value(spot).picture is not None)


def test_a_picture_that_is_not_here_yet_is_told(opened: Open) -> None:
    made = opened(HotSpotQuestion.new().with_picture("https://canvas.example/1.png"))
    assert "not on this computer yet" in editor_of(made).drawer.place.title.text()


def test_06_a_note_for_colleagues_is_kept_with_the_picture_in_the_library(spot: Opened) -> None:
    QTest.keyClicks(editor_of(spot).note.line, "From Gray")
    assert spot.item.local.picture_note == "From Gray"
    assert "Gray" not in str(spot.item.wire())
    assert editor_of(spot).note_section.summary == "From Gray"


def test_a_problem_of_the_picture_leads_to_the_button_that_chooses_one(spot: Opened) -> None:
    spot.editor.focus_field("picture")
    assert QApplication.focusWidget() is editor_of(spot).drawer.place.choose


def test_a_problem_of_a_region_leads_to_the_canvas(drawn: Opened) -> None:
    region = Region("1", Oval(Box(0.1, 0.2, 0.5, 0.6)))
    editor_of(drawn).drawer.regions_edited.emit((region,), Edit("Draw oval"))
    drawn.editor.focus_field("regions/1")
    assert editor_of(drawn).drawer.board.selected == "1"
    assert QApplication.focusWidget() is editor_of(drawn).drawer.view


def test_a_picture_that_is_too_large_gets_a_smaller_copy_by_one_click(spot: Opened, shelf: Shelf, qtbot: QtBot) -> None:
    out, drawer = io.BytesIO(), editor_of(spot).drawer
    Image.new("L", (33_000, 20)).save(out, "PNG")
    drawer.picture_offered.emit(out.getvalue(), "strip.png")
    shelf.settle(qtbot)
    assert "33000 × 20" in drawer.message.words.text()
    drawer.message.act.click()
    shelf.settle(qtbot)
    reference = value(spot).picture
    assert reference is not None
    path = shelf.pictures.path_of(reference)
    assert path is not None
    with Image.open(path) as copy:
        assert copy.width <= 32_767


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return Preferences(tmp_path / "preferences.json")


def test_ovals_are_drawn_tried_graded_checked_and_written_by_one_reading(
    drawn: Opened, preferences: Preferences
) -> None:
    editor, at = editor_of(drawn), Point(0.15, 0.5)
    board = editor.drawer.board
    editor.drawer.regions_edited.emit((Region("1", Oval(Box(0.4, 0.5, 0.405, 0.9))),), Edit("Draw oval"))
    stored = drawn.item.wire()
    assert [problem.rule for problem in problems(drawn.item)] == ["hard-to-hit"]
    with ovals_read_as("centre-size"):
        editor.prefer(preferences)
        (read,) = board.regions
        assert tuple(read.shape.bounds) == pytest.approx((0.1975, 0.05, 0.6025, 0.95))
        assert problems(drawn.item) == ()
        assert drawn.item.wire() == stored
        editor.drawer.regions_edited.emit((Region("1", Oval(Box(0.1, 0.2, 0.4, 0.8))),), Edit("Resize region"))
        (region,) = value(drawn).stored_regions
        places = [number for one in region.coordinates or () for number in (one.x, one.y)]
        assert places == pytest.approx([0.25, 0.5, 0.3, 0.6])
        assert hit_regions(board.regions, at) == board.regions
        assert score(drawn.item, value(drawn), {"x": at.x, "y": at.y}).points == 1
    editor.prefer(preferences)
    assert tuple(board.regions[0].shape.bounds) == pytest.approx((0.25, 0.5, 0.3, 0.6))
    assert hit_regions(board.regions, at) == ()
    assert score(drawn.item, value(drawn), {"x": at.x, "y": at.y}).points == 0


def test_an_edit_of_regions_asks_no_disk_for_the_picture(drawn: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    path_of = PictureShelf.path_of

    def watched(shelf: PictureShelf, reference: str) -> Path | None:
        asked.append(reference)
        return path_of(shelf, reference)

    monkeypatch.setattr(PictureShelf, "path_of", watched)
    drawer = editor_of(drawn).drawer
    drawer.regions_edited.emit((Region("1", Oval(Box(0.4, 0.5, 0.6, 0.9))),), Edit("Draw oval"))
    drawn.document.undo_stack.undo()
    assert asked == []
    drawn.document.undo_stack.undo()
    assert drawer.picture_size() is None
    drawn.document.undo_stack.redo()
    assert asked


def test_the_first_region_is_written_in_the_form_that_is_preferred(drawn: Opened, preferences: Preferences) -> None:
    preferences.put(HOT_SPOT_FORM, "single")
    editor_of(drawn).prefer(preferences)
    editor_of(drawn).drawer.regions_edited.emit((Region("1", Oval(Box(0.4, 0.5, 0.6, 0.9))),), Edit("Draw oval"))
    assert isinstance(drawn.item.wire()["entry"]["scoring_data"]["value"], dict)


@pytest.mark.parametrize("wheel", ["zoom", "move"])
def test_28_the_plain_wheel_zooms_or_moves_the_picture_as_is_preferred(
    drawn: Opened, preferences: Preferences, wheel: str
) -> None:
    editor, view = editor_of(drawn), editor_of(drawn).drawer.view
    preferences.put(HOT_SPOT_WHEEL, wheel)
    editor.prefer(preferences)
    view.setFocus()
    zoom, seen = view.zoom, view.to_view(Point(0.5, 0.5))
    turn_wheel(view.viewport(), seen + QPointF(0, 20), -1)
    assert (view.zoom == zoom) is (wheel == "move")
    assert view.to_view(Point(0.5, 0.5)) != seen
    turn_wheel(view.viewport(), seen, 2, Qt.KeyboardModifier.ControlModifier)
    assert view.zoom > zoom
