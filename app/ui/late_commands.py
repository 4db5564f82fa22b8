"""What a window does only now and then: each loaded at its first use, and tied to the window then."""

from functools import cached_property
from typing import TYPE_CHECKING

from app.ui.screens import screen
from app.ui.wiring import hand_over

if TYPE_CHECKING:
    from app.session.tasks import Tasks
    from app.session.tokens import Tokens
    from app.ui.canvas_commands import CanvasCommands
    from app.ui.main_window import MainWindow
    from app.ui.moving.move_commands import MoveCommands
    from app.ui.quiz.send_commands import SendCommands
    from app.ui.templates.template_commands import TemplateCommands


class LateCommands:
    """Of one window."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        self._running: tuple[Tasks, Tokens] | None = None

    def run_tasks(self, tasks: "Tasks", tokens: "Tokens") -> None:
        """From now on coroutines can run, which all that asks Canvas is made of."""
        self._running = (tasks, tokens)

    @property
    def canvas_if_used(self) -> "CanvasCommands | None":
        """What was done with Canvas in this window, without loading it."""
        return self.canvas if "canvas" in vars(self) else None

    @cached_property
    def canvas(self) -> "CanvasCommands":
        """What is done with Canvas."""
        assert self._running is not None
        (tasks, tokens), window = self._running, self._window
        made: CanvasCommands = screen("canvas")(window.workspace, tasks, window.notices, tokens, window)
        made.shown.connect(window.pages.turn_to)
        made.begun.connect(window.notice_bar.clear)
        made.begun.connect(window.allow)
        made.question_wanted.connect(window.open_quiz)
        made.library_wanted.connect(window.show_home)
        made.accounts.clock = window.clock
        made.access.connecting.export = window.commands["export"]
        made.access.connecting.export_wanted.connect(lambda: hand_over(window))
        made.publishing.asked.connect(window.notice_bar.clear)
        made.courses.quizzes.progressed.connect(window.library.course_bar.show_progress)
        self._tie_sync(made)
        return made

    def _tie_sync(self, canvas: "CanvasCommands") -> None:
        window = self._window
        for page in (canvas.sync_page, canvas.conflict_page):
            page.back_wanted.connect(window.open_quiz)
        canvas.sync_page.begun.connect(window.begin_sync)
        canvas.sync_page.question_wanted.connect(window.open_quiz)
        canvas.sync_page.connect_wanted.connect(canvas.access.connecting.connect_canvas)
        canvas.sync_page.practice_wanted.connect(canvas.access.practise)

    @cached_property
    def templates(self) -> "TemplateCommands":
        """What is done with templates of settings."""
        made: TemplateCommands = screen("templates")(self._window.workspace, self._window.notices, self._window)
        return made

    @cached_property
    def sending(self) -> "SendCommands":
        """Copying and moving questions to another quiz."""
        made: SendCommands = screen("send")(self._window.workspace, self._window.notices, self._window)
        return made

    @cached_property
    def moving(self) -> "MoveCommands":
        """What is done with the library as a whole."""
        window = self._window
        made: MoveCommands = screen("moving")(
            window.workspace,
            window.notices,
            window.preferences,
            lambda: self._running[0].titles if self._running else (),
            window,
        )
        made.standing_changed.connect(window.stand_anew)
        made.connect_wanted.connect(lambda: self.canvas.access.connecting.connect_canvas())
        return made
