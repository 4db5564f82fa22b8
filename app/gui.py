"""The composition root of the window: what exists, in which order it is made, and how it ends.

Until the library's list is painted nothing is loaded that it does not need (stack.md 5): event loop and models follow.
Qt is imported after the rooms that know nothing of it: from then on each import goes through PySide.
"""

import gc
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from app import paths
from app.cli.table import VALUE_OPTIONS
from app.errors import UserError
from app.library.errors import LibraryError, LibraryInUse, files_told
from app.library.library import Library
from app.message import Message
from app.preferences import LIBRARY_FOLDER, LOOK_AT_CANVAS, RESULTS_DAYS, TEXT_SIZE, THEME, Preferences
from app.session import unread_sources  # noqa: F401 - first of what needs Qt
from app.session.notice import Notices
from app.session.worker import share_python
from app.session.workspace import Workspace
from app.ui.application import Application, come_forward, made_application, paint, show_app_icon
from app.ui.faults import Faults
from app.ui.main_window import MainWindow
from app.ui.theme import Theme

if TYPE_CHECKING:
    from app.session.tasks import Tasks

NOT_OPENED: Final = 5
"""The exit code of a library that cannot be opened (command-line.md)."""

LATE: Final = {
    "loop": "app.session.loop",
    "first window": "app.session.first_window",
    "asked": "app.ui.dialogs.asked",
    "background": "app.session.background",
    "collector": "app.session.collector",
    "shared folder": "app.library.shared_folder",
    "update watch": "app.session.update_watch",
    "update news": "app.ui.update_news",
    "source": "app.updates.source",
}
"""What is loaded after the first paint, or only where it is needed (decisions 28)."""

MODELS: Final = (
    *("app.models.quiz", "app.session.document", "app.session.autosave"),
    *("app.ui.quiz.quiz_screen", "app.ui.editors.question", "app.grading.expected"),
)
"""What opening a quiz needs: loaded in idle moments, so that the first click does not wait."""

DRAWER: Final = ("PIL.Image", "app.ui.hot_spot.picture_work", "app.ui.hot_spot.drawer")
"""What the first hot spot needs, loaded last of all: a third of the time that it took to show."""

CANVAS: Final = (
    *("httpx", "app.canvas.client", "app.sync.run"),
    *("app.ui.sync.conflict_screen", "app.ui.canvas_commands"),
)
"""What asks Canvas, loaded so where there is an account."""


def main(arguments: Sequence[str]) -> int:
    """Open the window and stay until it is closed; gives the exit code."""
    named_folder, files = _options(arguments)
    application = made_application()
    preferences = Preferences(paths.preferences_file())
    apply = _applied(Theme(application), preferences)
    folder = named_folder or Path(preferences[LIBRARY_FOLDER] or paths.data_folder())
    library = _library(folder, files)
    if library is None:
        return 0
    if isinstance(library, UserError):
        _late("asked").tell_not_opened(library)
        return NOT_OPENED
    notices = Notices()
    faults = Faults(notices, paths.log_folder() / "faults.log", application)
    faults.install()
    window = MainWindow(Workspace(library, application), notices, preferences, time.time, apply)
    window.library.enter()
    paint(window)
    gc.freeze()  # it was off while everything was made (app/__main__.py); from now on the collector looks after it
    return _live(window, folder, files, faults, application)


def _options(arguments: Sequence[str]) -> tuple[Path | None, list[Path]]:
    """The folder of `--library` and the files. By hand: argparse costs as much as the table of quizzes."""
    folder, files = None, []
    rest = iter(arguments)
    for argument in rest:
        name, _, value = argument.partition("=")
        if name in VALUE_OPTIONS:
            value = value or next(rest, "")
            folder = Path(value) if name == "--library" else folder
        elif not argument.startswith("-"):
            files.append(Path(argument))
    return folder, files


def _applied(theme: Theme, preferences: Preferences) -> Callable[[], None]:
    def apply() -> None:
        theme.choose(preferences[THEME])  # type: ignore[arg-type] # the setting accepts its choices only
        theme.scale_text(preferences[TEXT_SIZE])

    apply()
    return apply


def _library(folder: Path, files: Sequence[Path]) -> Library | UserError | None:
    """The library to show; None where another window of it took over."""
    try:
        with files_told(folder):
            return _opened(folder, files)
    except LibraryError as error:
        return error


def _opened(folder: Path, files: Sequence[Path]) -> Library | None:
    try:
        return Library.open(folder)
    except LibraryInUse:
        if _late("first window").call_first_window(folder, files):
            return None
        return Library.open(folder, writing=False)


def _live(window: MainWindow, folder: Path, files: Sequence[Path], faults: Faults, application: Application) -> int:
    """Until the window is closed; then whatever runs is ended, and what is open is on disk."""
    workspace = window.workspace
    _late("collector").Collector(window)
    share_python()
    loop = _late("loop").Loop(faults.take)
    window.run_tasks(loop.tasks, loop.tokens)
    window.bring_in(files)
    application.hand_files_to(partial(_take_over, window))
    for work in _can_wait(window, folder, loop.tasks):
        loop.when_idle(work)
    if workspace.library.is_first:
        loop.when_idle(lambda: _look_at_canvas(window, loop))
    loop.run_until(window.closed, lambda: window.is_closed)
    window.stop_canvas()
    with suppress(UserError):  # the person was asked, and closed without the change that cannot be kept
        workspace.close()
    return 0


def _can_wait(window: MainWindow, folder: Path, tasks: "Tasks") -> Iterator[Callable[[], object]]:
    """What a start leaves for idle moments: a person who opens a quiz at once does not wait for it."""
    if window.workspace.library.is_first:
        yield lambda: _listen(window, folder)
    if not window.workspace.is_read_only:
        yield lambda: window.workspace.check(window.preferences[RESULTS_DAYS])
    yield lambda: _warn(window, folder)
    for name in MODELS:
        yield partial(import_module, name)
    yield build_models
    yield show_app_icon
    yield window.workspace.recount
    for name in CANVAS if window.workspace.accounts() else ():
        yield partial(import_module, name)
    yield lambda: _watch(window, tasks)
    for name in DRAWER:
        yield partial(import_module, name)


def build_models() -> None:
    """Let pydantic build the model of a quiz, which it would else do when the first one is read."""
    import_module("app.models.quiz").NewQuiz.model_rebuild()


def _listen(window: MainWindow, folder: Path) -> None:
    """From now on a second window of this library calls this one."""
    first = _late("first window").FirstWindow(folder, window)
    first.called.connect(lambda more: _take_over(window, more))


def _look_at_canvas(window: MainWindow, loop: Any) -> None:  # noqa: ANN401 - loaded late
    """From now on courses are looked at by themselves."""
    look = _late("background").BackgroundLook(
        window.workspace,
        loop.tasks,
        lambda course, rest: window.canvas.courses.look_quietly(course, rest),
        is_wanted=lambda: window.preferences[LOOK_AT_CANVAS],
        opened=lambda: window.library.course,
        parent=window,
    )
    window.library.places.chosen.connect(look.hurry)
    window.closed.connect(look.stop)


def _watch(window: MainWindow, tasks: "Tasks") -> None:
    """From now on look once a day for a new version, in a copy that was built for a release."""
    place = _late("source").source(paths.feed_file())
    if place is not None:
        watch = _late("update watch").UpdateWatch(place, window.preferences, tasks, time.time, window)
        watch.found.connect(_late("update news").UpdateNews(window.notices, window.notice_bar).show_release)
        watch.start()


def _warn(window: MainWindow, folder: Path) -> None:
    """Say what is wrong with the place of the library, or with the preferences; nothing waits for it."""
    _tell(window, window.preferences.problem)
    look = _late("shared folder").folder_warning
    window.workspace.writer.submit(lambda: look(folder), lambda warning: _tell(window, warning))


def _tell(window: MainWindow, warning: Message | None) -> None:
    if warning is not None:
        window.notices.tell(warning)


def _take_over(window: MainWindow, files: Sequence[Path]) -> None:
    """A second window of this library was started, or a file was opened: this one comes forward with it."""
    come_forward(window)
    window.bring_in(files)


def _late(name: str) -> Any:  # noqa: ANN401 - a module
    return import_module(LATE[name])
