"""Covers, crop, turns, a smaller copy and an equivalent question, by the hand and by the keyboard alone."""

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.geometry.box import Box
from app.geometry.reframe import turned
from app.geometry.region import Region
from app.geometry.shape import Oval, Rectangle, Shape
from app.models.cover import BLUR, Cover
from app.models.covering import covers_of, drawn_picture, unpainted
from app.models.item import Item
from app.models.question import Question
from app.models.questions.choice import ChoiceQuestion
from app.models.questions.hot_spot import HotSpotQuestion
from app.models.questions.multi_answer import MultiAnswerQuestion
from app.session.cover_painter import CoverPainter
from app.session.edit import Edit
from app.ui.editors.hot_spot import HotSpotEditor
from app.ui.hot_spot.drawer import HotSpotDrawer
from tests.support.desk import Desk
from tests.support.opened import Opened
from tests.support.shelf import Shelf

SIZE = (300, 200)
LEFT, RIGHT = Box(0.1, 0.2, 0.3, 0.4), Box(0.6, 0.6, 0.9, 0.9)


@dataclass
class Spot:
    """An editor of a hot spot whose covers are painted, with a hand."""

    opened: Opened
    shelf: Shelf
    qtbot: QtBot

    @property
    def editor(self) -> HotSpotEditor:
        editor = self.opened.editor
        assert isinstance(editor, HotSpotEditor)
        return editor

    @property
    def drawer(self) -> HotSpotDrawer:
        return self.editor.drawer

    @property
    def item(self) -> Item:
        return self.opened.item

    @property
    def question(self) -> HotSpotQuestion:
        entry = self.item.entry
        assert isinstance(entry, HotSpotQuestion)
        return entry

    @property
    def covers(self) -> tuple[Cover, ...]:
        return covers_of(self.item)

    @property
    def shapes(self) -> list[Shape]:
        return [region.shape for region in self.question.regions(self.item.local)]

    @property
    def desk(self) -> Desk:
        return Desk(self.drawer, self.opened.document, Path())

    def draw(self, *shapes: Shape) -> None:
        regions = tuple(Region(str(number), shape, f"part {number}") for number, shape in enumerate(shapes, 1))
        self.drawer.regions_edited.emit(regions, Edit("Draw"))

    def settle(self) -> None:
        """Wait until the writer has answered, the picture is shown and the covers are painted."""
        self.shelf.settle(self.qtbot)
        self.qtbot.waitUntil(lambda: unpainted(self.item) is None and self.drawer.picture_size() is not None)

    def pixel(self, x: float, y: float) -> tuple[int, ...]:
        """A pixel of the picture that students get."""
        path = self.shelf.pictures.path_of(self.question.picture or "")
        assert path is not None
        with Image.open(path) as picture:
            found = picture.convert("RGB").getpixel((int(x * picture.width), int(y * picture.height)))
        assert isinstance(found, tuple)
        return found


@pytest.fixture
def spot(opened: Callable[[Item | Question], Opened], shelf: Shelf, qtbot: QtBot) -> Iterator[Spot]:
    made = Spot(opened(HotSpotQuestion.new().replaced(item_body="<p>Click the heart.</p>")), shelf, qtbot)
    painter = CoverPainter(made.opened.document, lambda: shelf.pictures, made.opened.window)
    out, image = io.BytesIO(), Image.new("RGB", SIZE, "teal")
    image.paste("red", (0, 0, SIZE[0] // 2, SIZE[1] // 2))
    image.save(out, "PNG")
    with qtbot.waitSignal(made.drawer.picture_ready):
        made.drawer.picture_offered.emit(out.getvalue(), "heart.png")
    made.drawer.view.setFocus()
    yield made
    painter.stop()


def test_a_drag_with_the_cover_tool_covers_that_part_for_students_in_one_step(spot: Spot) -> None:
    QTest.keyClick(spot.drawer.view, Qt.Key.Key_C)
    desk, count = spot.desk, len(spot.opened.steps)
    desk.drag(desk.place(0.6, 0.6), desk.place(0.9, 0.9))
    assert spot.opened.steps[count:] == ["Add cover"]
    assert spot.covers[0].bounds == pytest.approx((*desk.exact(0.6, 0.6), *desk.exact(0.9, 0.9)), abs=1e-9)
    spot.drawer.work.covers.set_fill(spot.covers[0].id, "#000000")
    spot.settle()
    assert spot.pixel(0.75, 0.75) == (0, 0, 0)
    assert spot.pixel(0.2, 0.2) == (255, 0, 0)
    assert spot.shapes == []


def test_a_new_cover_has_the_colour_around_it(spot: Spot) -> None:
    spot.drawer.toolbox.pick("cover")
    desk = spot.desk
    desk.drag(desk.place(0.6, 0.6), desk.place(0.9, 0.9))
    assert spot.covers[0].fill == "#008080"


def test_a_cover_is_seen_at_once_while_it_is_drawn_and_moved(spot: Spot) -> None:
    spot.drawer.show_covers((Cover(id="1", box=RIGHT, fill="#ffff00"),))
    desk = spot.desk
    spot.drawer.toolbox.pick("cover")
    desk.click(desk.place(0.75, 0.75))
    desk.press(desk.place(0.75, 0.75))
    desk.move(desk.place(0.55, 0.55))
    desk.move(desk.place(0.35, 0.35))
    shown = spot.drawer.view.grab().toImage()
    at = desk.place(0.35, 0.35).toPoint() * shown.devicePixelRatio()
    assert shown.pixelColor(at).name() == "#ffff00"
    desk.release(desk.place(0.35, 0.35))


def test_a_cover_is_moved_resized_filled_and_deleted_each_as_one_step_and_all_is_undone(spot: Spot) -> None:
    spot.drawer.toolbox.pick("cover")
    desk, start = spot.desk, spot.item
    desk.drag(desk.place(0.6, 0.6), desk.place(0.9, 0.9))
    before, count = spot.covers[0], len(spot.opened.steps)
    desk.drag(desk.place(0.75, 0.75), desk.place(0.65, 0.75))
    assert spot.covers[0].bounds.left < before.bounds.left
    corner = spot.covers[0].bounds
    desk.drag(desk.place(corner.right, corner.bottom), desk.place(0.95, 0.95))
    assert spot.covers[0].bounds.right > corner.right
    spot.drawer.work.covers.set_fill(spot.covers[0].id, BLUR)
    desk.key(Qt.Key.Key_Delete)
    assert not spot.covers
    assert spot.opened.steps[count:] == ["Change cover", "Change cover", "Fill of the cover", "Delete cover"]
    assert spot.question.picture == drawn_picture(start)
    spot.opened.document.undo_stack.setIndex(count)
    spot.settle()
    assert spot.covers == (before,)
    spot.opened.document.undo_stack.undo()
    assert spot.item.document == start.document


def test_the_keyboard_alone_adds_moves_and_deletes_a_cover(spot: Spot) -> None:
    desk = spot.desk
    desk.key(Qt.Key.Key_C)
    desk.key(Qt.Key.Key_Left, times=5)
    desk.key(Qt.Key.Key_Return)
    desk.key(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier, times=4)
    desk.key(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier, times=4)
    desk.key(Qt.Key.Key_Return)
    assert len(spot.covers) == 1
    before = spot.covers[0].bounds
    desk.key(Qt.Key.Key_Right, times=3)
    assert spot.covers[0].bounds.left > before.left
    desk.key(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier, times=3)
    assert spot.covers[0].bounds.width > before.width
    desk.key(Qt.Key.Key_Delete)
    assert not spot.covers
    assert spot.shapes == []


def test_a_screen_reader_hears_of_a_cover_that_was_added_and_deleted(spot: Spot) -> None:
    heard: list[str] = []
    spot.drawer.board.said.connect(heard.append)
    spot.drawer.toolbox.pick("cover")
    desk = spot.desk
    desk.drag(desk.place(0.6, 0.6), desk.place(0.9, 0.9))
    desk.key(Qt.Key.Key_Delete)
    assert heard[0].startswith("Cover 1: Colour around it, ")
    assert heard[-1] == "Cover deleted."


def test_covers_are_listed_apart_and_filled_from_there(spot: Spot) -> None:
    spot.drawer.covers_edited.emit((Cover(id="1", box=RIGHT, fill="#ffffff"),), Edit("Add cover"))
    covers = spot.drawer.work.list
    assert covers.isVisible()
    covers.table.setCurrentRow(0)
    assert spot.drawer.toolbox.tool.name == "cover"
    covers.fill.setCurrentIndex(covers.fill.findData(BLUR))
    covers.fill.activated.emit(covers.fill.currentIndex())
    assert spot.covers[0].fill == BLUR
    QTest.keyClick(covers.table, Qt.Key.Key_Delete)
    assert spot.covers == ()
    assert not covers.isVisible()


def test_regions_stay_untouched_under_the_cover_tool(spot: Spot) -> None:
    spot.draw(Rectangle(RIGHT))
    spot.drawer.toolbox.pick("cover")
    desk = spot.desk
    desk.drag(desk.place(0.75, 0.75), desk.place(0.95, 0.95))
    assert spot.shapes == [Rectangle(RIGHT)]
    assert len(spot.covers) == 1


def test_another_picture_has_none_of_the_covers(spot: Spot) -> None:
    spot.drawer.covers_edited.emit((Cover(id="1", box=RIGHT, fill="#ffffff"),), Edit("Add cover"))
    spot.settle()
    out = io.BytesIO()
    Image.new("RGB", SIZE, "blue").save(out, "PNG")
    spot.drawer.picture_offered.emit(out.getvalue(), "other.png")
    spot.settle()
    assert spot.covers == ()
    assert spot.pixel(0.75, 0.75) == (0, 0, 255)


@pytest.mark.parametrize(("quarters", "name"), [(1, "Turn right"), (3, "Turn left")])
def test_05_a_turn_is_one_step_and_regions_and_covers_follow(spot: Spot, quarters: int, name: str) -> None:
    spot.draw(Oval(LEFT), Rectangle(RIGHT))
    spot.drawer.covers_edited.emit((Cover(id="1", box=RIGHT, fill="#000000"),), Edit("Add cover"))
    spot.settle()
    before, count = spot.item, len(spot.opened.steps)
    menu = spot.drawer.toolbar.picture.menu()
    assert menu is not None
    next(action for action in menu.actions() if action.text() == name).trigger()
    spot.settle()
    assert spot.opened.steps[count:] == ["Turn picture"]
    wanted: list[Shape] = [Oval(LEFT), Rectangle(RIGHT)]
    for _ in range(quarters):
        wanted = [turned(shape) for shape in wanted]
    assert spot.shapes == wanted
    assert spot.drawer.picture_size() == (200, 300)
    middle = spot.covers[0].bounds.centre
    assert spot.pixel(*middle) == (0, 0, 0)
    spot.opened.document.undo_stack.undo()
    assert spot.item.document == before.document


def test_05_a_crop_by_the_keyboard_is_one_step_and_regions_and_covers_follow(spot: Spot) -> None:
    spot.draw(Rectangle(RIGHT))
    spot.drawer.covers_edited.emit((Cover(id="1", box=RIGHT, fill="#000000"),), Edit("Add cover"))
    spot.settle()
    before, count = spot.item, len(spot.opened.steps)
    spot.drawer.toolbox.pick("crop")
    spot.drawer.view.setFocus()
    desk = spot.desk
    desk.drag(desk.place(0.5, 0.5), desk.place(1.0, 1.0))
    desk.key(Qt.Key.Key_Return)
    spot.settle()
    assert spot.opened.steps[count:] == ["Crop picture"]
    assert spot.drawer.picture_size() == (150, 100)
    box = spot.shapes[0].bounds
    assert box == pytest.approx((0.2, 0.2, 0.8, 0.8), abs=0.02)
    assert spot.pixel(0.5, 0.5) == (0, 0, 0)
    assert spot.pixel(0.1, 0.1) == (0, 128, 128)
    spot.opened.document.undo_stack.undo()
    assert spot.item.document == before.document


def test_05_regions_fully_outside_are_named_before_they_go(spot: Spot) -> None:
    spot.draw(Oval(LEFT), Rectangle(RIGHT))
    count = len(spot.opened.steps)
    spot.drawer.toolbox.pick("crop")
    desk = spot.desk
    desk.drag(desk.place(0.5, 0.5), desk.place(1.0, 1.0))
    desk.key(Qt.Key.Key_Return)
    bar = spot.drawer.message
    assert "part 1" in bar.words.text()
    assert "part 2" not in bar.words.text()
    assert len(spot.opened.steps) == count
    bar.act.click()
    spot.settle()
    assert spot.opened.steps[count:] == ["Crop picture"]
    assert [region.name for region in spot.question.regions(spot.item.local)] == ["part 2"]


def test_05_the_frame_is_moved_and_resized_by_keys_and_escape_leaves_all_as_it_was(spot: Spot) -> None:
    spot.drawer.toolbox.pick("crop")
    desk, tool = spot.desk, spot.drawer.toolbox.tool
    spot.drawer.view.setFocus()
    count = len(spot.opened.steps)
    desk.key(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier, times=3)
    narrowed = tool.board.regions[0].shape.bounds
    assert narrowed.right < 1
    desk.key(Qt.Key.Key_Right, times=4)
    assert tool.board.regions[0].shape.bounds.left > narrowed.left
    desk.key(Qt.Key.Key_Delete)
    assert len(tool.board.regions) == 1
    desk.key(Qt.Key.Key_Escape)
    assert spot.drawer.toolbox.tool.name == "select"
    assert len(spot.opened.steps) == count
    assert spot.drawer.message.isHidden()


def test_05_a_crop_to_the_whole_picture_does_nothing(spot: Spot) -> None:
    count = len(spot.opened.steps)
    spot.drawer.toolbox.pick("crop")
    spot.drawer.message.act.click()
    assert spot.drawer.toolbox.tool.name == "select"
    assert len(spot.opened.steps) == count


def test_what_students_get_is_told_and_one_click_makes_it_smaller(spot: Spot) -> None:
    out = io.BytesIO()
    Image.new("RGB", (4000, 2000), "white").save(out, "JPEG")
    spot.drawer.picture_offered.emit(out.getvalue(), "large.jpg")
    spot.settle()
    facts = spot.drawer.facts
    assert facts.words.text().startswith("4000 × 2000 · ")
    assert facts.words.text().endswith(" · JPEG")
    assert "2000 × 1000" in facts.smaller.text()
    spot.draw(Rectangle(RIGHT))
    facts.smaller.click()
    spot.settle()
    assert spot.opened.steps[-1] == "Make picture smaller"
    assert facts.words.text().startswith("2000 × 1000 · ")
    assert not facts.smaller.isVisible()
    assert spot.shapes == [Rectangle(RIGHT)]


def test_06_beside_the_picture_stands_what_those_need_who_cannot_see_it(spot: Spot) -> None:
    assert spot.editor.hint.isVisible()
    assert "no description" in spot.editor.hint.words.text()


@pytest.mark.parametrize("count", [1, 2])
def test_06_one_click_makes_an_equivalent_question(spot: Spot, count: int) -> None:
    shapes: list[Shape] = [Oval(LEFT), Rectangle(RIGHT)]
    spot.draw(*shapes[:count])
    with spot.qtbot.waitSignal(spot.editor.items_made) as made:
        spot.editor.hint.make.click()
    (item,) = made.args[0]
    question = item.entry
    assert question.item_body == "<p>Click the heart.</p>"
    assert item.points == spot.item.points
    assert [choice.item_body for choice in question.choices][:count] == [f"<p>part {n + 1}</p>" for n in range(count)]
    assert [choice.item_body for choice in question.choices][count:] == [""] * (4 - count)
    right = {choice.id for choice in question.choices[:count]}
    assert isinstance(question, ChoiceQuestion if count == 1 else MultiAnswerQuestion)
    assert right == ({question.right} if isinstance(question, ChoiceQuestion) else set(question.right))


def test_the_list_of_covers_can_be_reached_by_tab(spot: Spot) -> None:
    spot.drawer.covers_edited.emit((Cover(id="1", box=RIGHT, fill="#ffffff"),), Edit("Add cover"))
    spot.drawer.work.list.table.setFocus()
    assert QApplication.focusWidget() is spot.drawer.work.list.table
