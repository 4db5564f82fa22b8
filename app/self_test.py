"""`quizwright --self-test [FILE]`: whether this copy of the program works on this computer, from its start to a sync.

It is for installers, and for people whom somebody helps: it has a library of its own in a temporary folder, and nothing
of the person's is touched. What was tried is printed and, where a FILE is named, written there as JSON; exit code 0, or
1 where something does not work.
"""

import asyncio
import gc
import json
import platform
import sys
import tempfile
import time
import traceback
from base64 import b64encode
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import asdict, dataclass
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QIODevice, QSettings
from PySide6.QtWidgets import QWidget

from app.library.library import Library
from app.paths import feed_file, resources
from app.preferences import Preferences
from app.session.loop import Loop
from app.session.notice import Notices
from app.session.workspace import Workspace
from app.ui.application import made_application, paint
from app.ui.main_window import MainWindow
from app.ui.theme import Theme

if TYPE_CHECKING:
    from app.ui.quiz.quiz_screen import QuizScreen

PATIENCE: Final = 60.0
"""Seconds for one step."""


@dataclass(frozen=True, slots=True)
class Tried:
    """One step: what was tried, for how long, what was found, or why it failed."""

    step: str
    seconds: float
    found: str
    failed: str


def main(arguments: Sequence[str]) -> int:
    """Try everything; gives the exit code."""
    gc.enable()
    with tempfile.TemporaryDirectory(prefix="quizwright-self-test-", ignore_cleanup_errors=True) as folder:
        tried = Trial(Path(folder)).run()
    for one in tried:
        _say(f"{'FAILED' if one.failed else 'ok':<7}{one.step}: {one.failed or one.found} ({one.seconds:.1f} s)")
    if arguments:
        about = {"version": version("quizwright"), "system": platform.platform(), "python": platform.python_version()}
        report = {**about, "steps": [asdict(one) for one in tried]}
        Path(arguments[0]).write_text(json.dumps(report, indent=2) + "\n", encoding="utf-8")
    return 1 if any(one.failed for one in tried) else 0


class Trial:
    """A window on an empty library, and what is tried with it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._tried: list[Tried] = []
        self._errors: list[str] = []
        self._quiz_id = ""
        application = made_application()
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder))
        Theme(application)
        self._workspace = Workspace(Library.open(folder / "library"), application)
        preferences = Preferences(folder / "preferences.json")
        self._window = MainWindow(self._workspace, Notices(), preferences, time.time, lambda: None)

    def run(self) -> list[Tried]:
        """Every step, also after one that failed; then everything is closed."""
        paint(self._window)
        loop = Loop(lambda title, error: self._errors.append(f"{title}: {error}"))
        self._window.run_tasks(loop.tasks, loop.tokens)
        loop.tasks.start(self._every_step(), "self-test")
        loop.run_until(self._window.closed, lambda: self._window.is_closed)
        self._window.stop_canvas()
        self._workspace.close()
        return self._tried

    async def _every_step(self) -> None:
        steps: tuple[tuple[str, Callable[[], Awaitable[str]]], ...] = (
            ("SQLite", self._database),
            ("TLS", self._tls),
            ("Window", self._shown),
            ("Sample quiz", self._sample),
            ("Editors", self._editors),
            ("Pages of the quiz", self._parts),
            ("Preview", self._preview),
            ("Formula", self._formula),
            ("Files", self._files),
            ("Paper", self._paper),
            ("Spelling", self._spelling),
            ("News of a version", self._news),
            ("Practice Canvas and sync", self._sync),
        )
        for name, step in steps:
            await self._try(name, step)
        self._window.close()

    async def _try(self, name: str, step: Callable[[], Awaitable[str]]) -> None:
        begun, found, failed = time.monotonic(), "", ""
        try:
            async with asyncio.timeout(PATIENCE):
                found = await step()
        except Exception as error:  # noqa: BLE001  (style.md: the self-test tells whatever goes wrong)
            failed = f"{type(error).__name__}: {error} [{traceback.extract_tb(error.__traceback__)[-1]}]"
        if self._errors:
            failed = " ".join([failed, *self._errors]).strip()
            self._errors.clear()
        self._tried.append(Tried(name, round(time.monotonic() - begun, 3), found, failed))

    async def _database(self) -> str:
        self._workspace.library.check()
        return str(import_module("app.library.database").version())

    async def _tls(self) -> str:
        context = import_module("app.canvas.http_client").trusting("system")
        _want(context.verify_mode.name == "CERT_REQUIRED", "certificates are not verified")
        return str(import_module("ssl").OPENSSL_VERSION)

    async def _shown(self) -> str:
        _want(self._window.isVisible(), "the window is not shown")
        return f"a picture of {_drawn(self._window)} bytes"

    async def _sample(self) -> str:
        made: list[str] = []
        self._workspace.import_native(resources() / "sample.quizwright", made.append)
        await _until(lambda: bool(made))
        [self._quiz_id] = made
        self._window.open_quiz(self._quiz_id)
        return f"{self._workspace.rows()[0].questions} questions"

    async def _editors(self) -> str:
        page, seen = self._page, set()
        for item in page.document.quiz.items:
            page.show_item(item.id)
            await asyncio.sleep(0)
            _drawn(page)
            seen.add(item.summary.type)
        missing = {*import_module("app.models.table").CREATABLE} - seen
        _want(not missing, f"no question of {', '.join(sorted(missing))}")
        return f"{len(seen)} types"

    async def _parts(self) -> str:
        parts = ("settings", "history", "questions")
        for part in parts:
            self._page.turn_to(part)
            await asyncio.sleep(0)
            _drawn(self._page)
        return ", ".join(parts)

    async def _preview(self) -> str:
        self._page.turn_to("preview")
        preview = self._page.parts.preview
        assert preview is not None
        preview.start.box.right.click()
        preview.result.column.finish()
        await asyncio.sleep(0)
        _drawn(self._page)
        wrong = [score for score in preview.result.marks.scores.values() if score.right is False]
        self._page.turn_to("questions")
        _want(not wrong, f"{len(wrong)} questions are wrong with their own key")
        return str(preview.result.total.text())

    async def _formula(self) -> str:
        draw = import_module("app.ui.fields.rich_text.equation_drawing").drawing
        drawn = draw(r"\frac{a^2}{\sqrt{b}}", 20, "#000000", 1)
        _want(drawn.image is not None, "a formula cannot be drawn")
        return f"{drawn.image.width()} × {drawn.image.height()} pixels"

    async def _files(self) -> str:
        """The quiz written in every format, and read back in the process that reads files."""
        table, source = import_module("app.interchange.table"), import_module("app.interchange.source")
        quiz, media = self._page.document.quiz, self._workspace.library.read_media
        both = [one for one in table.FORMATS if one.read is not None and one.write is not None]
        with import_module("app.interchange.reading_process").ReadingProcess() as reading:
            for form in both:
                path = self._folder / f"sample{form.endings[0]}"
                path.write_bytes(form.written(quiz, media, source.quietly).data)
                file = reading.incoming(path, source.quietly, form=form.name)
                _want(file.error is None and bool(file.materials[0].items), f"{form.name}: {file.error}")
        return ", ".join(one.name for one in both)

    async def _paper(self) -> str:
        """The quiz as an exam with its key, ready for a printer."""
        made = self._window.files.prints.ask([self._quiz_id])
        assert made is not None
        await _until(made.dialog.print.isEnabled)
        import_module("app.ui.paper.printer").new_printer(made.dialog.form.wish.metric, made.title)
        pages = len(made.pages)
        made.dialog.close()
        return f"{pages} pages"

    async def _spelling(self) -> str:
        """Spelling is optional: it has no builds for some systems (pyproject.toml)."""
        try:
            import_module("hunspell")
        except ImportError:
            return "no spell checker in this copy"
        return "Hunspell"

    async def _news(self) -> str:
        """What a key signs is believed, and nothing else. Nobody is asked."""
        feed, signing = import_module("app.updates.feed"), import_module("nacl.signing")
        import_module("app.updates.look")
        key, text = signing.SigningKey.generate(), feed.Release("1.0", "https://localhost", 1).text()
        signature = b64encode(key.sign(feed.CONTEXT + text.encode()).signature).decode()
        release = feed.released(
            json.dumps({"signed": text, "signature": signature}).encode(), [bytes(key.verify_key).hex()]
        )
        place = import_module("app.updates.source").source(feed_file())
        return f"{release.version} is signed; {place.address if place else 'this copy asks nobody'}"

    async def _sync(self) -> str:
        canvas = self._window.canvas
        canvas.access.practise()
        await _until(lambda: bool(self._workspace.accounts()) and bool(self._workspace.courses()))
        course = self._workspace.courses()[0]
        link = await canvas.access.session.link(self._quiz_id, course.account_id, course.id)
        outcome = await canvas.access.session.run(link)
        _want(not outcome.conflicts and not outcome.held, f"held back: {outcome.held} {outcome.conflicts}")
        again = await canvas.access.session.plan(link)
        _want(not again.sends and not again.brought, "a second sync would change something")
        return f"{outcome.created} questions and {outcome.uploaded} pictures sent"

    @property
    def _page(self) -> "QuizScreen":
        page = self._window.pages.quiz
        assert page is not None
        return page


async def _until(condition: Callable[[], bool]) -> None:
    """Wait until it is true; the step's own patience ends it."""
    while not condition():  # noqa: ASYNC110  (what is waited for has no event of its own)
        await asyncio.sleep(0.02)


def _want(holds: bool, failure: str) -> None:
    if not holds:
        raise RuntimeError(failure)


def _drawn(widget: QWidget) -> int:
    """Draw it as a PNG, and give the bytes."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    _want(widget.grab().save(buffer, "PNG"), "nothing was drawn")
    return int(buffer.size())


def _say(line: str) -> None:
    """A program of Windows that has windows has no place to print."""
    if sys.stdout is not None:
        print(line, flush=True)  # noqa: T201  (it is the result)
