"""The search of the library: words and filters, what was found, and the way back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.library.library import Library
from app.models.local import QuizLocal
from app.models.quiz import NewQuiz
from app.ui.library.library_search import LibrarySearch
from app.ui.library.place import HERE
from app.ui.main_window import MainWindow
from tests.support.quiz import three_items


@pytest.fixture
def library(library: Library) -> Library:
    quiz = library.create_quiz(NewQuiz(title="Herbarium"), three_items(), local=QuizLocal(tags=("botany",)))
    library.save(quiz, before=None, what="Check", problem_counts={"c": 1})
    return library


@pytest.fixture
def search(window: MainWindow) -> LibrarySearch:
    return window.library.search


def shown(search: LibrarySearch) -> list[str]:
    return [hit.item_id for hit in search.found.list.rows.hits]


def test_filters_alone_list_questions(window: MainWindow, search: LibrarySearch, qtbot: QtBot) -> None:
    window.commands["filter"].trigger()
    assert search.filters.types.hasFocus()
    search.filters.types.menu().aboutToShow.emit()
    search.filters.types.menu().actions()[0].toggle()
    search.filters.types.menu().ticked.emit(frozenset({"choice"}))  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: search.found.isVisible() and shown(search) == ["a", "c"])
    assert search.found.count.text() == "2 questions"


def test_filters_stand_below_the_words_while_they_are_searched(
    window: MainWindow, search: LibrarySearch, qtbot: QtBot
) -> None:
    QTest.keyClicks(window.library.bar.search, "which")
    assert search.filters.isVisible()
    qtbot.waitUntil(lambda: search.found.isVisible() and sorted(shown(search)) == ["a", "c"])
    QTest.keyClick(window.library.bar.search, Qt.Key.Key_Escape)
    assert not search.filters.isVisible()
    assert window.library.table.isVisible()


def test_escape_goes_back_step_by_step(window: MainWindow, search: LibrarySearch, qtbot: QtBot) -> None:
    field = window.library.bar.search
    QTest.keyClicks(field, "which")
    search.filters.range.edited.emit(1.0, None)
    qtbot.waitUntil(lambda: search.found.isVisible())
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert (field.text(), search.sought.points_from) == ("", 1)
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert search.sought.is_empty
    assert search.filters.isVisible() is False
    assert window.library.table.isVisible()


def test_nothing_found_names_the_filters_and_clears_them(
    window: MainWindow, search: LibrarySearch, qtbot: QtBot
) -> None:
    QTest.keyClicks(window.library.bar.search, "which")
    search.filters.range.edited.emit(50.0, None)
    qtbot.waitUntil(search.nothing.isVisible)
    assert search.nothing.note.text() == (
        "Nothing on this computer has these words: which\nFiltered by: 50 or more points"
    )
    button = search.nothing.button
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: search.found.isVisible() and len(shown(search)) == 2)


def test_another_place_ends_the_search(window: MainWindow, search: LibrarySearch, qtbot: QtBot) -> None:
    QTest.keyClicks(window.library.bar.search, "which")
    search.filters.range.edited.emit(1.0, None)
    qtbot.waitUntil(lambda: search.found.isVisible())
    window.library.places.chosen.emit(HERE)
    assert search.sought.is_empty
    assert window.library.table.isVisible()


def test_a_question_that_was_found_opens_in_its_quiz(window: MainWindow, search: LibrarySearch, qtbot: QtBot) -> None:
    QTest.keyClicks(window.library.bar.search, "deep")
    QTest.keyClick(window.library.bar.search, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: search.found.list.hasFocus())
    QTest.keyClick(search.found.list, Qt.Key.Key_Return)
    assert window.pages.quiz is not None
    assert window.pages.quiz.panel.list.current_id == "c"


def test_what_is_found_is_said_to_a_screen_reader(window: MainWindow, search: LibrarySearch, qtbot: QtBot) -> None:
    QTest.keyClicks(window.library.bar.search, "deep")
    qtbot.waitUntil(lambda: search.found.isVisible())
    rows = search.found.list.rows
    said = rows.data(rows.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Which is deep? root crown. Multiple choice · Herbarium. 1 points. 1 problem"
    assert search.found.list.accessibleDescription() == "1 question"


def test_the_tags_of_the_library_are_offered(window: MainWindow, search: LibrarySearch, qtbot: QtBot) -> None:
    window.commands["filter"].trigger()
    menu = search.filters.tags.menu()
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == ["botany"]
    search.filters.tags.menu().ticked.emit(frozenset({"botany"}))  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: search.found.isVisible() and shown(search) == ["", "a", "b", "c"])
    assert search.found.count.text() == "1 quiz · 3 questions"
