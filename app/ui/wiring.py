"""What each action of the table does in a window. Looked up when it is done: actions are made before the pages."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from app.message import message
from app.session.save_status import SaveKind
from app.ui.screens import screen

FOR_CANVAS: Final = "qti"
"""The format that Canvas imports as a New Quiz."""

if TYPE_CHECKING:
    from app.ui.main_window import MainWindow
    from app.ui.quiz.quiz_screen import QuizScreen


def work(window: "MainWindow") -> Mapping[str, Callable[[], object]]:
    """Action id → what it does."""
    return {**_library_work(window), **_quiz_work(window), **_window_work(window)}


def _library_work(window: "MainWindow") -> Mapping[str, Callable[[], object]]:
    return {
        "new_quiz": lambda: window.quizzes.new(),
        "new_quiz_here": lambda: window.quizzes.new(),
        "import": lambda: window.files.imports.choose_files(window.pages.quiz),
        "open_sample": lambda: window.quizzes.open_sample(),
        "open": lambda: window.open_quiz(window.library.selected_ids[0]),
        "duplicate_quiz": lambda: window.quizzes.duplicate(),
        "export": lambda: window.files.exports.ask(_quizzes(window)[:1]),
        "print": lambda: window.files.prints.ask(_quizzes(window)[:1]),
        "apply_template": lambda: window.late.templates.ask(_quizzes(window)),
        "manage_templates": lambda: window.late.templates.manage(),
        "delete_quiz": lambda: window.quizzes.delete(),
        "restore_quiz": lambda: window.quizzes.restore(),
        "open_on_canvas": lambda: _open_on_canvas(window),
        "publish": lambda: window.canvas.publishing.ask(window.linked_quiz, published=True),
        "unpublish": lambda: window.canvas.publishing.ask(window.linked_quiz, published=False),
        "unlink": lambda: window.canvas.links.unlink(window.linked_quiz),
        "results": lambda: window.canvas.results.show(window.library.places.place),
        "quiz_results": lambda: _show_results(window),
        "next_student": lambda: window.canvas.results.page.next_student(1),
        "last_student": lambda: window.canvas.results.page.next_student(-1),
        "forget_results": lambda: screen("forget_results")(window.workspace, window.notices, window),
        "use_in_course": lambda: window.canvas.copies.ask(_quizzes(window)),
        "sync_quizzes": lambda: window.canvas.sync_many(window.library.selected_ids),
        "sync_course": lambda: window.canvas.sync_course(window.library.places.place),
        "bring_quizzes": lambda: window.canvas.courses.bring_quizzes(window.library.selected_there),
        "bring_course": lambda: window.canvas.courses.bring_course(window.library.places.place),
        "keep_course": lambda: window.canvas.courses.keep(window.library.places.place, kept=True),
        "release_course": lambda: window.canvas.courses.keep(window.library.places.place, kept=False),
        "refresh_course": lambda: window.canvas.courses.refresh(window.library.places.place),
        "connect": lambda: window.canvas.access.connecting.connect_canvas(),
        "accounts": lambda: window.canvas.accounts.show(),
        "practice": lambda: window.canvas.access.practise(),
    }


def _show_results(window: "MainWindow") -> None:
    """Of the open quiz on its own page, of one in the library on that of its course."""
    if window.pages.quiz is not None:
        window.pages.quiz.turn_to("results")
    else:
        window.canvas.results.show_of(window.linked_quiz)


def _quiz_work(window: "MainWindow") -> Mapping[str, Callable[[], object]]:
    def on_quiz(act: Callable[["QuizScreen"], object]) -> Callable[[], object]:
        return lambda: act(window.pages.quiz) if window.pages.quiz is not None else None

    return {
        "undo": lambda: _undo(window),
        "redo": lambda: window.history.redo(),
        "add_question": on_quiz(lambda quiz: quiz.add_question()),
        "from_my_questions": on_quiz(lambda quiz: quiz.open_my_questions()),
        "paste_questions": on_quiz(lambda quiz: window.files.imports.paste(quiz)),
        "duplicate_question": on_quiz(lambda quiz: quiz.commands.duplicate()),
        "delete_question": on_quiz(lambda quiz: quiz.commands.delete()),
        "fill_window": on_quiz(lambda quiz: quiz.fill_window()),
        "save_template": on_quiz(lambda quiz: window.late.templates.save(_finished(quiz))),
        "copy_questions": on_quiz(lambda quiz: window.send_questions(quiz, is_move=False)),
        "move_questions": on_quiz(lambda quiz: window.send_questions(quiz, is_move=True)),
        "try_question": on_quiz(lambda quiz: quiz.try_question()),
        "preview": on_quiz(lambda quiz: quiz.preview()),
        "next_problem": on_quiz(lambda quiz: quiz.next_problem()),
        "sync": on_quiz(lambda quiz: window.canvas.sync(quiz.document.id)),
        "send_question": on_quiz(lambda quiz: window.canvas.sync(quiz.document.id, quiz.panel.list.selected_ids)),
        "hold_back": on_quiz(lambda quiz: quiz.commands.hold_back()),
        "compare": on_quiz(lambda quiz: window.canvas.compare(quiz.document.id, quiz.panel.list.current_id)),
    }


def _window_work(window: "MainWindow") -> Mapping[str, Callable[[], object]]:
    return {
        "go_to_quiz": lambda: window.tools.go_to_quiz(window.workspace.rows(), window.open_quiz),
        "library": lambda: window.show_home(),
        "save": lambda: _answer_save(window),
        "find": lambda: _find(window),
        "filter": lambda: window.library.search.open_filters(),
        "next_area": lambda: window.areas.walk(1),
        "last_area": lambda: window.areas.walk(-1),
        "commands": lambda: window.tools.find_command(window.commands),
        "move_library": lambda: window.late.moving.move(),
        "import_library": lambda: window.late.moving.choose(),
        "take_back": lambda: window.late.moving.take_back(),
        "preferences": lambda: window.tools.show_preferences(window.commands),
        "keys": lambda: window.tools.show_keys(window.commands),
        "about": lambda: window.tools.show_about(),
        "quit": lambda: window.close(),
    }


def hand_over(window: "MainWindow") -> None:
    """The open quiz, or the selected one, as a file that Canvas imports."""
    window.files.exports.ask(_quizzes(window)[:1], FOR_CANVAS)


def _quizzes(window: "MainWindow") -> list[str]:
    """The quiz that is open, else those that are selected in the library."""
    return [_finished(window.pages.quiz)] if window.pages.quiz is not None else window.library.selected_ids


def _open_on_canvas(window: "MainWindow") -> None:
    """The quiz that is linked, else the one that is only there."""
    only_there = window.library.selected_there
    if window.linked_quiz:
        window.canvas.links.open_page(window.linked_quiz)
    elif window.pages.quiz is None and only_there:
        window.canvas.courses.open_page(only_there[0])


def _finished(page: "QuizScreen") -> str:
    """The quiz of a page, with what was under way taken in."""
    page.finish()
    return page.document.id


def _undo(window: "MainWindow") -> None:
    """What the notice tells of was done last, maybe to several quizzes; else the open quiz has its own history."""
    if window.notice_bar.undoes:
        window.notice_bar.undo()
    elif window.pages.undo_stack is not None:
        window.history.undo()


def _answer_save(window: "MainWindow") -> None:
    """Nothing has to be saved by hand; who asks is told so, once it is true, or why it is not."""
    window.pages.finish()
    status = window.workspace.status
    if status.kind is SaveKind.SAVED:
        window.notices.tell(message("Already saved on this computer"))
    elif status.kind is SaveKind.SAVING:
        window.workspace.save_now(lambda: _answer_save(window))
    else:
        window.notices.tell(status.message)


def _find(window: "MainWindow") -> None:
    window.pages.show_home()
    window.library.start_search()
