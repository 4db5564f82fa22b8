"""What cannot be edited here is shown, with the reason."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from app.models.item import Item
from app.ui.editors.read_only import ReadOnlyEditor
from tests.support.opened import Opened

Open = Callable[[Item], Opened]
CHOICES = {"choices": [{"id": "1", "item_body": "<p>root</p>"}, {"id": "2", "item_body": "leaf"}]}


def item(entry_type: str, **entry: object) -> Item:
    return Item.from_wire({"entry_type": entry_type, "points_possible": 3, "entry": entry})


def shown(opened: Opened) -> str:
    assert isinstance(opened.editor, ReadOnlyEditor)
    editor = opened.editor
    parts = (editor.title.text(), *editor.text.texts(), editor.words.words.text())
    return "\n\n".join(part for part in parts if part)


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        (item("Stimulus", title="Read", body="<p>A <b>cell</b></p>"), "Read\n\nA cell"),
        (item("Bank", title="Leaves", entry_count=9), "Leaves"),
        (
            item("BankEntry", entry={"item_body": "<p>Why?</p>", "interaction_data": CHOICES}),
            "Why?\n\n•  root\n\n•  leaf",
        ),
        (item("Item", interaction_type_slug="hologram", item_body="Turn it"), "Turn it"),
        (item("Item", interaction_type_slug="choice", item_body="x", interaction_data={"choices": 3}), "x"),
        (item("Item", interaction_type_slug="hologram"), "No text."),
    ],
)
def test_words_and_answers_are_read(opened: Open, entry: Item, words: str) -> None:
    assert shown(opened(entry)) == words


def test_a_stimulus_says_where_it_can_be_changed(opened: Open) -> None:
    made = opened(item("Stimulus", body="x"))
    assert isinstance(made.editor, ReadOnlyEditor)
    assert "only be changed on Canvas" in made.editor.reason.text()
    assert not made.editor.points.isVisible()


def test_the_points_of_a_question_are_edited(opened: Open) -> None:
    made = opened(item("Item", interaction_type_slug="hologram", item_body="x"))
    assert isinstance(made.editor, ReadOnlyEditor)
    made.editor.points.selectAll()
    QTest.keyClicks(made.editor.points, "4")
    assert made.item.points == 4
    assert made.steps == ["Points"]


def test_words_are_never_taken_for_markup(opened: Open) -> None:
    made = opened(item("Stimulus", body="&lt;b&gt;x&lt;/b&gt;"))
    assert shown(made) == "<b>x</b>"
    assert all(label.textFormat() != Qt.TextFormat.RichText for label in made.editor.findChildren(QLabel))
