""" "From my questions…": found in every quiz, read, ticked, inserted as copies that say where they came from."""

import io
from collections.abc import Callable

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from app.library.library import Library
from app.library.sought import Sought
from app.models.item import Item
from app.models.quiz import NewQuiz
from app.ui.dialogs.picker import Picker
from app.ui.editors.question import QuestionEditor
from tests.support.quiz import choice, stimulus
from tests.ui.my_questions.conftest import LEAF, Search

Open = Callable[..., Search]
ENTER = Qt.Key.Key_Return


def own() -> Item:
    return Item.of(choice("Which is mine?", "this", "that"), id="mine")


def test_typing_searches_the_questions_of_every_quiz(open_panel: Open) -> None:
    search = open_panel()
    assert QApplication.focusWidget() is search.pane.search
    search.look_for("which", 3)
    assert sorted(search.notes()) == ["Final 2024 · 5 points", "Midterm 2024 · 1 point", "Midterm 2024 · 1 point"]
    assert search.pane.said.text() == "3 questions found"


def test_what_is_looked_at_is_shown_with_its_right_answer_marked(open_panel: Open) -> None:
    search = open_panel()
    search.look_for("crown", 1)
    assert search.pane.view.text.texts() == ["Which is deep?"]
    assert search.pane.view.answers.texts() == ["✓ root", "○ crown"]


def test_other_quizzes_with_the_same_question_are_told(open_panel: Open) -> None:
    search = open_panel()
    search.look_for("green", 2)
    here = search.pane.list.hit
    assert here is not None
    other = {"Midterm 2024": "Final 2024", "Final 2024": "Midterm 2024"}[here.quiz_title]
    search.qtbot.waitUntil(lambda: search.pane.view.elsewhere.text() == f"Also in: {other}")


def test_two_are_ticked_and_inserted_below_the_open_one_as_one_step(open_panel: Open) -> None:
    search = open_panel(own(), Item.of(choice("Last?", "yes"), id="last"))
    search.look_for("breathe", 1)
    QTest.keyClick(search.pane.search, Qt.Key.Key_Down)
    search.press(Qt.Key.Key_Space)
    search.look_for("crown", 1)
    search.press(Qt.Key.Key_Space)
    assert search.pane.insert.text() == "Insert 2 below question 1"
    search.press(ENTER)
    search.qtbot.waitUntil(lambda: len(search.texts()) == 4)
    assert search.texts() == ["Which is mine?", "Leaves breathe.", "Which is deep?", "Last?"]
    assert search.window.notice_bar.text.text() == "2 questions added below."
    search.screen.document.undo_stack.undo()
    assert search.texts() == ["Which is mine?", "Last?"]
    search.screen.document.undo_stack.redo()
    assert len(search.texts()) == 4


def test_without_a_tick_the_one_that_is_looked_at_is_inserted(open_panel: Open) -> None:
    search = open_panel()
    search.look_for("crown", 1)
    search.press(ENTER)
    search.qtbot.waitUntil(lambda: search.texts() == ["Which is deep?"])
    search.look_for("breathe", 1)
    search.press(ENTER)
    search.qtbot.waitUntil(lambda: search.texts() == ["Which is deep?", "Leaves breathe."])


def test_a_copy_says_where_it_came_from(open_panel: Open) -> None:
    search = open_panel()
    search.look_for("crown", 1)
    search.press(ENTER)
    search.qtbot.waitUntil(lambda: bool(search.texts()))
    search.press(Qt.Key.Key_Escape)
    editor = search.screen.pane.editor
    assert isinstance(editor, QuestionEditor)
    assert editor.header.origin.isVisible()
    assert editor.header.origin.text() == "From: Midterm 2024"
    search.screen.commands.duplicate()
    again = search.screen.document.quiz.items[1].local.origin
    assert again is not None
    assert (again.title, again.item) == ("Midterm 2024", "c")
    search.screen.add_question("choice")
    assert not editor.header.origin.isVisible()


def test_what_is_in_the_quiz_already_says_so_and_no_more_after_an_undo(open_panel: Open) -> None:
    search = open_panel(Item.of(LEAF, id="leaf"))
    search.look_for("green", 3)
    search.qtbot.waitUntil(lambda: sum("already in this quiz" in note for note in search.notes()) == 2)
    assert sum(note.startswith("This quiz") for note in search.notes()) == 1
    search.look_for("crown", 1)
    search.press(ENTER)
    search.qtbot.waitUntil(lambda: search.notes() == ["Midterm 2024 · 1 point · already in this quiz"])
    search.screen.document.undo_stack.undo()
    assert search.notes() == ["Midterm 2024 · 1 point"]


def test_one_quiz_shows_all_of_its_questions_without_a_word(open_panel: Open) -> None:
    search = open_panel(own(), stimulus())
    pane = search.pane
    search.qtbot.waitUntil(lambda: pane.where.count() == 3)
    assert [pane.where.itemText(row) for row in range(3)] == ["All quizzes", "Final 2024", "Midterm 2024"]
    pane.where.setFocus()
    QTest.keyClick(pane.where, Qt.Key.Key_End)
    search.qtbot.waitUntil(lambda: pane.list.count() == 3)


def test_filters_go_along_with_the_words_or_alone(open_panel: Open) -> None:
    search = open_panel(own())
    search.pane.filters.set_filters(Sought(types=frozenset({"true-false"})))
    search.qtbot.waitUntil(lambda: search.pane.list.count() == 1)
    search.look_for("breathe", 1)
    search.pane.filters.types.setFocus()
    QTest.keyClick(search.pane.filters.types, Qt.Key.Key_Escape)
    assert not search.pane.filters.filters.is_filtered
    QTest.keyClick(search.pane.filters.types, Qt.Key.Key_Escape)
    assert search.screen.side.currentWidget() is search.screen.pane


def test_nothing_found_and_nothing_asked_are_told_apart(open_panel: Open) -> None:
    search = open_panel()
    search.qtbot.waitUntil(lambda: search.pane.nothing.text().startswith("Type words"))
    QTest.keyClicks(search.pane.search, "xylophone")
    search.qtbot.waitUntil(lambda: search.pane.nothing.text() == "No question has all of this.")
    assert search.pane.nothing.isVisible()
    assert not search.pane.insert.isEnabled()


def test_escape_goes_back_to_where_the_cursor_was(open_panel: Open) -> None:
    search = open_panel(own())
    QTest.keyClick(search.pane.search, Qt.Key.Key_Escape)
    search.screen.pane.focus_field("item_body")
    before = QApplication.focusWidget()
    search.window.commands["from_my_questions"].trigger()
    search.look_for("crown", 1)
    QTest.keyClick(search.pane.search, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is search.pane.list
    search.press(Qt.Key.Key_Escape)
    assert search.screen.side.currentWidget() is search.screen.pane
    assert QApplication.focusWidget() is before


def test_opened_by_the_palette_it_goes_back_to_the_text(open_panel: Open) -> None:
    search = open_panel(own())
    QTest.keyClick(search.pane.search, Qt.Key.Key_Escape)
    search.screen.pane.focus_field("item_body")
    before = QApplication.focusWidget()
    search.window.commands["commands"].trigger()
    palette = search.window.findChild(Picker)
    assert palette is not None
    QTest.keyClicks(palette.line, "my questions")
    QTest.keyClick(palette.line, ENTER)
    assert search.screen.side.currentWidget() is search.pane
    search.window.activateWindow()
    search.qtbot.waitUntil(search.window.isActiveWindow)
    QTest.keyClick(search.pane.search, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is before


def test_letters_in_the_list_go_on_with_the_search(open_panel: Open) -> None:
    search = open_panel()
    search.look_for("whic", 3)
    QTest.keyClick(search.pane.search, Qt.Key.Key_Down)
    QTest.keyClicks(search.pane.list, "h")
    assert search.pane.search.text() == "which"
    assert QApplication.focusWidget() is search.pane.search


def test_a_click_on_the_box_ticks_and_untick_takes_all_away(open_panel: Open) -> None:
    search = open_panel()
    search.look_for("which", 3)
    rows = search.pane.list
    for row in (0, 1):
        place = rows.visualItemRect(rows.item(row)).topLeft()
        place.setX(place.x() + 20)
        place.setY(place.y() + 20)
        QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert search.pane.insert.text() == "Insert 2"
    search.pane.untick.click()
    assert not search.pane.untick.isVisible()
    assert search.pane.insert.text() == "Insert"


def test_the_panel_stays_while_another_place_is_chosen(open_panel: Open) -> None:
    search = open_panel(own(), Item.of(choice("Last?", "yes"), id="last"))
    search.look_for("crown", 1)
    search.screen.panel.list.select("last")
    assert search.screen.side.currentWidget() is search.pane
    assert search.pane.insert.text() == "Insert below question 2"
    QTest.keyClick(search.screen.panel.list, ENTER)
    assert search.screen.side.currentWidget() is search.screen.pane


def test_f6_walks_to_the_panel_and_back(open_panel: Open) -> None:
    search = open_panel(own())
    search.screen.panel.list.setFocus()
    search.window.commands["next_area"].trigger()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert search.pane.isAncestorOf(focused)
    search.window.commands["last_area"].trigger()
    assert QApplication.focusWidget() is search.screen.panel.list


def test_it_is_offered_where_questions_are_added(open_panel: Open) -> None:
    search = open_panel(own())
    QTest.keyClick(search.pane.search, Qt.Key.Key_Escape)
    search.screen.panel.add.click()
    types = search.screen.panel.types
    QTest.keyClicks(types.filter, "my questions")
    QTest.keyClick(types.filter, ENTER)
    assert search.screen.side.currentWidget() is search.pane
    assert len(search.texts()) == 1


def test_a_question_that_went_meanwhile_is_told(open_panel: Open, library: Library) -> None:
    search = open_panel()
    search.look_for("crown", 1)
    quiz = library.open_quiz(library.find_quiz("Midterm 2024")).quiz
    library.save(quiz.with_items(quiz.items[:2]), before=quiz, what="Delete", problem_counts={})
    search.press(ENTER)
    search.qtbot.waitUntil(lambda: search.window.notice_bar.text.text() == "This question is no longer there.")
    assert search.texts() == []


@pytest.mark.parametrize("is_here", [True, False])
def test_the_picture_of_a_hot_spot_goes_along(open_panel: Open, library: Library, is_here: bool) -> None:
    address = "https://canvas.example.edu/uploads/heart.png"
    out = io.BytesIO()
    Image.new("RGB", (60, 40), "teal").save(out, "PNG")
    reference = library.take_media(out.getvalue(), content_type="image/png", width=60, height=40)
    if is_here:
        keep_address(library, address, reference.removeprefix("media:"))
    library.create_quiz(NewQuiz(title="Heart"), [Item.from_wire(hot_spot(address), id="spot")])
    search = open_panel()
    search.look_for("aorta", 1)
    assert search.pane.view.picture.isVisible() == is_here
    search.press(ENTER)
    search.qtbot.waitUntil(lambda: bool(search.texts()))
    entry = search.screen.document.quiz.items[0].entry.wire()
    assert entry["interaction_data"]["image_url"] == (reference if is_here else address)


def keep_address(library: Library, address: str, sha: str) -> None:
    """The picture at an address of Canvas is kept here."""
    with library.transaction() as db:
        db.execute("INSERT INTO account (id, kind, origin) VALUES ('a', 'canvas', 'https://canvas.example.edu')")
        db.execute("INSERT INTO media_address VALUES ('a', ?, ?, ?)", (f"from {address}", sha, address))


def hot_spot(address: str) -> dict[str, object]:
    """A hot spot as Canvas gives it."""
    corners = [{"x": 0.1, "y": 0.1}, {"x": 0.5, "y": 0.5}]
    region = {"id": 1, "type": "square", "coordinates": corners}
    entry = {
        "interaction_type_slug": "hot-spot",
        "item_body": "<p>Click the aorta.</p>",
        "interaction_data": {"image_url": address, "hotspots_count": 1},
        "scoring_data": {"value": [region]},
        "scoring_algorithm": "HotSpot",
        "properties": {},
    }
    return {"entry_type": "Item", "points_possible": 2, "entry": entry}


def test_an_answer_that_comes_when_the_quiz_is_closed_is_for_nobody(open_panel: Open) -> None:
    search = open_panel(own())
    pane, screen = search.pane, search.screen
    pane.open()
    screen.deleteLater()
    search.qtbot.waitUntil(lambda: not isValid(screen))
    answered: list[None] = []
    search.window.workspace.save_now(lambda: answered.append(None))
    search.qtbot.waitUntil(lambda: bool(answered))
