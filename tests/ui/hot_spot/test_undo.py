"""One gesture, one step; the draft has an undo of its own. Numbers as in the acceptance list."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from app.geometry.box import Box
from app.geometry.region import Region
from app.geometry.shape import Oval
from tests.support.desk import Desk, Modifier

CTRL = Modifier.ControlModifier
OVAL = Region("1", Oval(Box(0.2, 0.2, 0.6, 0.6)))


def give_window_undo(desk: Desk) -> None:
    """The window's own Ctrl+Z and Ctrl+Y, as the quiz screen has them."""
    stack, window = desk.document.undo_stack, desk.drawer
    undo, redo = stack.createUndoAction(window), stack.createRedoAction(window)
    undo.setShortcut(QKeySequence("Ctrl+Z"))
    redo.setShortcut(QKeySequence("Ctrl+Y"))
    QWidget.addAction(window, undo)
    QWidget.addAction(window, redo)


def test_31_fifty_presses_of_an_arrow_are_one_step(desk: Desk) -> None:
    desk.put(OVAL)
    desk.document.finish_burst()
    steps = desk.document.undo_stack.count()
    desk.drawer.board.select("1")
    desk.key(Qt.Key.Key_Right, times=50)
    assert desk.regions[0].shape.bounds.left * desk.drawer.board.screen.width > 49
    assert desk.document.undo_stack.count() == steps + 1
    assert desk.document.undo_stack.undoText() == "Move region"
    desk.document.undo_stack.undo()
    assert desk.regions == (OVAL,)


def test_31_a_thousand_steps_go_back_to_the_first_value_and_forth_again(desk: Desk) -> None:
    desk.put(OVAL)
    desk.document.finish_burst()
    desk.document.undo_stack.clear()
    desk.drawer.board.select("1")
    for turn in range(1000):
        desk.key(Qt.Key.Key_Left if turn // 100 % 2 else Qt.Key.Key_Right)
        desk.document.finish_burst()
    moved, stack = desk.regions, desk.document.undo_stack
    assert stack.count() == 1000
    stack.setIndex(0)
    assert desk.regions == (OVAL,)
    stack.setIndex(1000)
    assert desk.regions == moved


def test_31_every_gesture_is_one_step_with_its_name_in_the_menu(desk: Desk) -> None:
    stack, view = desk.document.undo_stack, desk.drawer.view
    steps = []

    def done() -> None:
        steps.append((stack.count(), stack.undoText()))

    desk.drawer.toolbox.pick("rectangle")
    desk.drag(desk.place(0.2, 0.2), desk.place(0.4, 0.4))
    done()
    desk.drag(desk.place(0.3, 0.3), desk.place(0.5, 0.5), modifiers=CTRL)
    done()
    desk.drag(view.to_view(desk.regions[0].shape.bounds.corners[2]), desk.place(0.9, 0.9), modifiers=CTRL)
    done()
    desk.drawer.toolbox.pick("polygon")
    for x, y in ((0.1, 0.6), (0.2, 0.6), (0.15, 0.8), (0.1, 0.6)):
        desk.click(desk.place(x, y))
    done()
    desk.key(Qt.Key.Key_Delete)
    done()
    names = ["Draw rectangle", "Move region", "Resize region", "Draw polygon", "Delete region"]
    assert steps == list(enumerate(names, start=1))


def test_32_in_a_draft_undo_and_redo_walk_corners_and_touch_nothing_else(desk: Desk) -> None:
    give_window_undo(desk)
    desk.put(OVAL)
    desk.drawer.toolbox.pick("polygon")
    for x, y in ((0.3, 0.3), (0.6, 0.3), (0.5, 0.6)):
        desk.click(desk.place(x, y))
    draft = desk.drawer.toolbox.tool.draft
    points = draft.points
    desk.key(Qt.Key.Key_Z, CTRL, times=2)
    assert draft.points == points[:1]
    desk.key(Qt.Key.Key_Z, CTRL, times=5)
    assert desk.regions == (OVAL,)
    desk.key(Qt.Key.Key_Y, CTRL, times=3)
    assert draft.points == points
    assert desk.edits == []


def test_32_after_the_commit_one_undo_takes_the_region_and_redo_brings_it_bit_for_bit(desk: Desk) -> None:
    give_window_undo(desk)
    desk.drawer.toolbox.pick("polygon")
    for x, y in ((0.3, 0.3), (0.6, 0.3), (0.5, 0.6)):
        desk.click(desk.place(x, y))
    desk.key(Qt.Key.Key_Return)
    drawn = desk.regions
    desk.key(Qt.Key.Key_Z, CTRL)
    assert desk.regions == ()
    desk.key(Qt.Key.Key_Y, CTRL)
    assert desk.regions == drawn
    assert desk.drawer.board.regions == drawn


def test_backspace_takes_the_last_corner_back(desk: Desk) -> None:
    desk.drawer.toolbox.pick("polygon")
    desk.click(desk.place(0.3, 0.3))
    desk.click(desk.place(0.6, 0.3))
    desk.key(Qt.Key.Key_Backspace)
    assert len(desk.drawer.toolbox.tool.draft.points) == 1


def test_a_long_draft_outlives_finish_and_a_short_one_goes(desk: Desk) -> None:
    desk.drawer.toolbox.pick("polygon")
    desk.click(desk.place(0.3, 0.3))
    desk.drawer.finish()
    assert not desk.drawer.toolbox.tool.draft.is_open
    for x, y in ((0.3, 0.3), (0.6, 0.3), (0.5, 0.6)):
        desk.click(desk.place(x, y))
    desk.drawer.finish()
    assert len(desk.drawer.toolbox.tool.draft.points) == 3


def test_a_draft_stays_while_the_document_changes_other_regions_and_goes_with_the_question(desk: Desk) -> None:
    desk.put(OVAL, Region("2", OVAL.shape))
    desk.drawer.toolbox.pick("polygon")
    desk.click(desk.place(0.7, 0.7))
    desk.put(OVAL)
    assert desk.drawer.toolbox.tool.draft.is_open
    desk.put(Region("9", OVAL.shape))
    assert not desk.drawer.toolbox.tool.draft.is_open


def test_another_question_on_the_same_picture_gets_nothing_of_the_draft(desk: Desk) -> None:
    desk.drawer.show_regions((OVAL,), of="first")
    desk.drawer.toolbox.pick("polygon")
    desk.click(desk.place(0.7, 0.7))
    desk.drawer.show_regions((OVAL,), of="second")
    assert not desk.drawer.toolbox.tool.draft.is_open
    assert desk.drawer.toolbox.tool.name == "select"


def test_an_undo_in_the_middle_of_a_drag_wins_over_the_drag(desk: Desk) -> None:
    desk.put(OVAL)
    desk.press(desk.place(0.4, 0.4))
    desk.move(desk.place(0.6, 0.5))
    desk.document.undo_stack.undo()
    desk.move(desk.place(0.7, 0.6))
    desk.release(desk.place(0.7, 0.6))
    assert desk.regions == ()
