"""Any gestures in the editor of any type: undo and redo are exact, and it always shows what the question says."""

from collections.abc import Callable
from random import Random

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QComboBox, QLineEdit, QPushButton, QWidget

from app.models.item import Item
from app.models.question import Question
from app.models.table import question_class
from app.ui.editors.table import EDITORS
from app.ui.editors.type_button import TypeButton
from app.ui.fields.rich_text.edit import RichEdit
from app.ui.fields.rich_text.toolbar import RichToolbar
from tests.support.clipboard import on_clipboard
from tests.support.opened import Opened

Open = Callable[[Item | Question], Opened]
Kinds = (QAbstractButton, QLineEdit, RichEdit, QComboBox)
ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier
KEYS = (
    (Qt.Key.Key_Return, NONE),
    (Qt.Key.Key_Return, CONTROL),
    (Qt.Key.Key_Backspace, NONE),
    (Qt.Key.Key_Up, ALT),
    (Qt.Key.Key_Down, ALT),
    (Qt.Key.Key_Down, NONE),
    (Qt.Key.Key_Tab, NONE),
    (Qt.Key.Key_V, CONTROL),
    (Qt.Key.Key_A, CONTROL),
)
TYPES = tuple(slug for slug in EDITORS if slug != "hot-spot")
"""The drawer of a hot spot takes the mouse alone; `tests/ui/hot_spot` draws in it."""
GESTURES = 60


def parts(opened: Opened) -> list[QWidget]:
    """What can be worked at; the types and the formatting have tests of their own.

    With how many decimals solutions are made is no part of a question while there is none.
    """
    found = [one for one in opened.editor.findChildren(QWidget) if isinstance(one, Kinds)]
    return [one for one in found if one.isVisible() and one.isEnabled() and not left_out(one)]


def left_out(part: QWidget) -> bool:
    opens_menu = isinstance(part, QPushButton) and part.menu() is not None
    around: QWidget | None = part
    while around is not None and not isinstance(around, RichToolbar):
        around = around.parentWidget()
    asks = part.accessibleName() == "Decimals of the right answer"
    return opens_menu or asks or isinstance(part, TypeButton) or around is not None


def shown(opened: Opened) -> list[str]:
    """All that its fields say but feedback by answer, which may be folded.

    White space alone says nothing, and goes when a text is read anew.
    """
    found = [one for one in opened.editor.findChildren(QWidget) if isinstance(one, Kinds) and one.isVisible()]
    found = [one for one in found if not one.accessibleName().startswith("Feedback for answer")]
    return sorted(said for one in found if not left_out(one) and (said := text_of(one).strip()))


def text_of(part: QWidget) -> str:
    if isinstance(part, QLineEdit):
        return part.text()
    if isinstance(part, RichEdit):
        return "\n".join(part.texts())
    if isinstance(part, QComboBox):
        return part.currentText()
    return str(part.isChecked()) if isinstance(part, QCheckBox) else ""


def gesture(opened: Opened, rng: Random) -> None:
    part = rng.choice(parts(opened))
    if isinstance(part, QAbstractButton):
        QTest.mouseClick(part, Qt.MouseButton.LeftButton, NONE, QPoint(8, part.height() // 2))
    elif isinstance(part, QComboBox):
        part.setFocus()
        QTest.keyClick(part, rng.choice((Qt.Key.Key_Down, Qt.Key.Key_Up)))
    else:
        part.setFocus()
        for _ in range(rng.randint(1, 4)):
            press(rng)
    if rng.random() < 0.1:
        stack = opened.document.undo_stack
        rng.choice((stack.undo, stack.redo))()


def press(rng: Random) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    if rng.random() < 0.5:
        QTest.keyClicks(focus, rng.choice(("leaf", "7", "`x` ", "2,5", " ")))
    else:
        QTest.keyClick(focus, *rng.choice(KEYS))


def undo_to(opened: Opened, index: int) -> tuple[object, object]:
    opened.document.undo_stack.setIndex(index)
    return opened.item.document, opened.item.points


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("slug", TYPES)
def test_gestures_are_undone_and_redone_exactly_and_shown(opened: Open, slug: str, seed: int) -> None:
    rng, kind = Random(f"{slug} {seed}"), question_class(slug)
    assert kind is not None
    made = opened(kind.new())
    first = (made.item.document, made.item.points)
    on_clipboard("stem\nbark\nbud")
    for _ in range(GESTURES):
        gesture(made, rng)
    made.editor.finish()
    last, top = (made.item.document, made.item.points), made.document.undo_stack.index()
    assert undo_to(made, 0) == first
    assert undo_to(made, top) == last
    made.editor.finish()
    fresh = opened(made.item)
    assert shown(made) == shown(fresh)
