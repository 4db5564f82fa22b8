"""The scenes of the hot-spot drawer, on the figures of the sample quiz."""

from dataclasses import replace

from collection import SAMPLE
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from stage import Stage, settle, until

from app.geometry.box import Box
from app.geometry.point import Point
from app.geometry.region import Region
from app.geometry.shape import Oval, Polygon, Rectangle
from app.models.cover import BLUR, Cover
from app.session.pictures import Facts
from app.ui.editors.hot_spot import HotSpotEditor
from app.ui.hot_spot.drawer import HotSpotDrawer
from app.ui.hot_spot.pointer import Pointer


async def oval(stage: Stage) -> None:
    """A region that is selected."""
    drawer = await _opened(stage, 2)
    drawer.board.select(drawer.board.regions[0].id)


async def polygon(stage: Stage) -> None:
    """A polygon with its corners."""
    drawer = await _opened(stage, 3)
    drawer.board.select(drawer.board.regions[-1].id)


async def keys(stage: Stage) -> None:
    """A corner of a polygon that keys came to."""
    drawer = await _opened(stage, 2)
    corners = (Point(0.4, 0.3), Point(0.7, 0.25), Point(0.85, 0.6), Point(0.6, 0.8), Point(0.42, 0.65))
    drawer.show_regions((Region("1", Polygon(corners), "Vacuole"),), of=stage.quiz.panel.list.current_id)
    drawer.board.select("1")
    stage.window.activateWindow()
    drawer.regions.table.setFocus()
    drawer.view.setFocus()
    await until(drawer.view.hasFocus, "the focus")
    for _ in range(3):
        QTest.keyClick(drawer.view, Qt.Key.Key_N)


async def empty(stage: Stage) -> None:
    """No picture yet."""
    stage.open("Blood and vessels (draft)", 3)


async def each_region(stage: Stage) -> None:
    """One question of each region; the document does not know of these regions."""
    drawer = await _opened(stage, 2)
    first = drawer.board.regions[0]
    others = (Region("8", Oval(Box(0.62, 0.3, 0.8, 0.55)), "vacuole"), Region("9", Oval(Box(0.2, 0.62, 0.3, 0.74))))
    drawer.show_regions((replace(first, name="nucleus"), *others), of=stage.quiz.panel.list.current_id)
    drawer.each.open()


async def crossing(stage: Stage) -> None:
    """A polygon whose line crosses itself."""
    drawer = await _opened(stage, 3)
    corners = (Point(0.3, 0.25), Point(0.75, 0.6), Point(0.75, 0.25), Point(0.3, 0.7))
    drawer.show_regions((Region("1", Polygon(corners)),), of=stage.quiz.panel.list.current_id)
    drawer.board.select("1")


async def several(stage: Stage) -> None:
    """Three regions are selected."""
    drawer = await _opened(stage, 2)
    drawer.each.hide()
    others = (Region("8", Oval(Box(0.62, 0.3, 0.8, 0.55)), "vacuole"), Region("9", Oval(Box(0.2, 0.62, 0.3, 0.74))))
    drawer.show_regions((*drawer.board.regions[:1], *others), of=stage.quiz.panel.list.current_id)
    drawer.board.select_all([region.id for region in drawer.board.regions])


async def wand(stage: Stage) -> None:
    """The magic wand over the vacuole."""
    drawer = await _opened(stage, 2)
    drawer.each.hide()
    drawer.board.select("")
    drawer.view.show_box(Box(0.45, 0.2, 0.9, 0.9))
    drawer.toolbox.pick("wand")
    drawer.toolbox.tool.move(Pointer(Point(0.62, 0.5), (0, 0)))


async def full(stage: Stage) -> None:
    """The picture has the whole window."""
    drawer = await _opened(stage, 3)
    drawer.board.select(drawer.board.regions[-1].id)
    stage.quiz.fill_window()


async def covers(stage: Stage) -> None:
    """A label covered with the colour around it, and one that is blurred; neither is kept."""
    drawer = await _opened(stage, 2)
    drawer.toolbox.pick("cover")
    boxes = {"1": (0.05, 0.06, 0.3, 0.16), "2": (0.62, 0.3, 0.8, 0.42)}
    fills = {"1": drawer.work.covers.around(Box(*boxes["1"])), "2": BLUR}
    drawer.show_covers(tuple(Cover(id=key, box=box, fill=fills[key]) for key, box in boxes.items()))
    drawer.work.covers.board.select("2")


async def crop(stage: Stage) -> None:
    """A frame is drawn, and a region lies outside."""
    drawer = await _opened(stage, 3)
    tool = drawer.toolbox.named("crop")
    drawer.toolbox.pick("crop")
    tool.board.show((Region("frame", Rectangle(Box(0.42, 0.1, 0.95, 0.8))),))
    tool.enter()


async def replaced(stage: Stage) -> None:
    """Another picture came for a question that has regions."""
    drawer = await _opened(stage, 2)
    drawer.message.ask(
        "Keep the regions on “plant-cell-2.jpg”?", ("Keep regions", drawer.update), ("Remove regions", drawer.update)
    )


async def heavy(stage: Stage) -> None:
    """A picture that is larger than students need; the document does not know of it."""
    drawer = await _opened(stage, 2)
    drawer.facts.show_facts(Facts(4032, 3024, 5_400_000, "JPEG"))


async def _opened(stage: Stage, number: int) -> HotSpotDrawer:
    stage.open(SAMPLE, number)
    editor = stage.quiz.pane.editor
    assert isinstance(editor, HotSpotEditor)
    drawer = editor.drawer
    await until(lambda: drawer.picture_size() is not None and drawer.board.regions, "the picture")
    await settle()
    drawer.message.hide()
    drawer.view.fit()
    return drawer
