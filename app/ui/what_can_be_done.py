"""Which of the conditions of `actions` are true of a window now: what stands in its menus is enabled by them."""

from typing import TYPE_CHECKING

from app.library.row import QuizRow
from app.ui.actions import When

if TYPE_CHECKING:
    from app.ui.library.library_screen import LibraryScreen
    from app.ui.main_window import MainWindow
    from app.ui.quiz.quiz_screen import QuizScreen


def true_here(window: "MainWindow") -> set[When]:
    """Everything that is true of the page that is shown."""
    true = _of_library(window)
    if window.pages.quiz is not None:
        true |= _of_quiz(window.pages.quiz) | _on_canvas(window.shown_row, window.pages.quiz.has_page)
        true |= {"conflicts"} if window.status.has_conflicts else set()
    elif window.pages.currentWidget() is window.library:
        true |= _of_home(window.library) | _of_selected(window)
    else:
        true |= {"away"}
        true |= {"attempt"} if getattr(window.pages.currentWidget(), "shows_attempt", False) else set()
    return true


def _of_library(window: "MainWindow") -> set[When]:
    """Whether it can be written to, and whether there is something to take back."""
    true: set[When] = set()
    if not window.workspace.is_read_only:
        true |= {"writable"}
    if window.workspace.library.handover is not None:
        true |= {"handed_over"}
    if window.notice_bar.undoes:
        true |= {"undoable"}
    if window.pages.undo_stack is not None:
        true |= {"undoable"} if window.history.canUndo() else set()
        true |= {"redoable"} if window.history.canRedo() else set()
    return true


def _of_quiz(page: "QuizScreen") -> set[When]:
    true: set[When] = {"quiz", "away", "settings"}
    true |= {"questions"} if page.panel.list.selectionModel().hasSelection() else set()
    true |= {"picture"} if page.can_fill_window else set()
    return true


def _of_home(library: "LibraryScreen") -> set[When]:
    true: set[When] = {"home"}
    if library.selected_ids:
        true |= {"deleted"} if library.shows_deleted else {"selected", "settings"}
    true |= {"only_there"} if library.selected_there else set()
    true |= {"page_there"} if len(library.selected_there) == 1 else set()
    if library.course is not None:
        true |= {"course", "kept" if library.course.kept else "unkept"}
    return true


def _of_selected(window: "MainWindow") -> set[When]:
    row = window.linked_row if window.library.selected_ids else None
    links = window.workspace.reader.links(row.id) if row is not None else ()
    return _on_canvas(row, any(link.canvas_id is not None for link in links))


def _on_canvas(row: QuizRow | None, has_page: bool) -> set[When]:
    """What can be done with a quiz for being in a course, and on Canvas already, or not being there."""
    if row is None or row.link_id is None:
        return set()
    true: set[When] = {"linked"}
    if has_page:
        true |= {"page_there"}
    true |= {"hidden"} if row.published < row.there else set()
    true |= {"published"} if row.published else set()
    return true
