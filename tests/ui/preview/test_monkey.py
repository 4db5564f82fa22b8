"""Any keys, clicks and sizes in any order: the preview goes on, and the quiz stays as it is."""

from collections.abc import Callable
from random import Random

import pytest
from editor_exhibit import finished_items, troubled_items
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from app.geometry.box import Box
from app.geometry.region import Region
from app.geometry.shape import Oval
from app.models.item import Item
from app.models.questions.hot_spot import HotSpotQuestion
from app.ui.preview.preview_screen import PreviewScreen
from tests.support.quiz import stimulus, three_items

GESTURES = 150
KEYS = tuple(
    Qt.Key[f"Key_{name}"]
    for name in (
        "Tab",
        "Tab",
        "Tab",
        "Backtab",
        "Space",
        "Up",
        "Down",
        "Left",
        "Right",
        "Return",
        "Backspace",
        "1",
        "E",
    )
)
HELD = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier)
LEFT = Qt.MouseButton.LeftButton


def items(picture: str) -> tuple[Item, ...]:
    spot = HotSpotQuestion.new().replaced(item_body="<p>Click.</p>").with_picture(picture)
    region = Region("1", Oval(Box(0.1, 0.1, 0.5, 0.5)))
    rows = (*three_items(), stimulus(), Item.of(spot.with_regions((region,)), points=2))
    return (*rows, *finished_items(), *troubled_items())


@pytest.mark.parametrize("seed", range(4))
def test_any_gestures_leave_the_quiz_as_it_is(play: Callable[..., PreviewScreen], picture: str, seed: int) -> None:
    luck = Random(seed)
    settings: dict[str, object] = {"one_at_a_time_type": "question", "allow_backtracking": True} if seed % 2 else {}
    preview = play(*items(picture), settings={**settings, "calculator_type": "scientific"}, seed=seed)
    quiz = preview.document.quiz
    preview.begin()
    for _ in range(GESTURES):
        _act(preview, luck)
        QApplication.processEvents()
    preview.show_start()
    assert preview.document.quiz is quiz
    assert not preview.document.undo_stack.count()


def _act(preview: PreviewScreen, luck: Random) -> None:
    match luck.randrange(10):
        case 0:
            preview.resize(luck.randrange(500, 1400), luck.randrange(300, 900))
        case 1:
            bar = preview.taking.column.verticalScrollBar()
            bar.setValue(luck.randrange(bar.maximum() + 1))
        case 2 | 3:
            _click(luck, [one for one in preview.findChildren(QAbstractButton) if one.isVisible()])
        case 4:
            _click(luck, [one for one in preview.taking.column.findChildren(QWidget) if one.isVisible()])
        case _:
            QTest.keyClick(QApplication.focusWidget() or preview, luck.choice(KEYS), luck.choice(HELD))


def _click(luck: Random, found: list[QWidget] | list[QAbstractButton]) -> None:
    """What opens a dialog or runs beside the window is left alone."""
    usable = [one for one in found if one.isEnabled() and "…" not in str(one.property("text")) and not _guesses(one)]
    if usable:
        target = luck.choice(usable)
        QTest.mouseClick(
            target, LEFT, pos=QPoint(luck.randrange(target.width() + 1), luck.randrange(target.height() + 1))
        )


def _guesses(widget: QWidget) -> bool:
    return "uess" in str(widget.property("text"))
