"""The scenes of a sync, played with a sandbox that answers, waits and goes away."""

from dataclasses import replace
from pathlib import Path

from collection import SAMPLE, change_on_canvas, edit_title, sign_in
from PySide6.QtWidgets import QMessageBox
from stage import Stage, until

from app.geometry.movement import moved
from app.library.row import Account, LinkRow
from app.models.item import Item
from app.models.questions.choice import ChoiceQuestion
from app.models.questions.hot_spot import HotSpotQuestion
from app.sandbox.server import SandboxServer
from app.session.brought import CoursePlace
from app.session.edit import Edit
from app.ui.sync.sync_screen import SyncScreen

SLOW_MS = 350
COURSE, SECOND_COURSE = "1", "2"


class Practice:
    """The Practice Canvas of the gallery: one sandbox that is started, slowed down and stopped between scenes."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._server: SandboxServer | None = None
        self._account: Account | None = None

    @property
    def server(self) -> SandboxServer:
        """The one that runs."""
        assert self._server is not None
        return self._server

    @property
    def account(self) -> Account:
        """The connection to it."""
        assert self._account is not None
        return self._account

    async def start(self, stage: Stage, latency_ms: float = 0) -> None:
        """Start it, again where it runs already, and sign in to it."""
        self.stop()
        self._server = SandboxServer(data=self._folder, latency_ms=latency_ms)
        self._server.__enter__()
        self._account = await sign_in(stage, self._server, "sandbox")

    def stop(self) -> None:
        """End it; nobody answers any more."""
        if self._server is not None:
            self._server.stop()
            self._server = None

    async def choose_course(self, stage: Stage) -> None:
        """A quiz that is nowhere yet."""
        await self.start(stage)
        _page(stage).show_quiz(stage.id_of(SAMPLE))

    async def first_plan(self, stage: Stage) -> None:
        """What a first sync sends."""
        page = _page(stage)
        page.choice.chosen.emit(self.account.id, COURSE, "")
        await until(lambda: page.start.isVisible(), "a plan")

    async def running(self, stage: Stage) -> None:
        """A slow server."""
        await self.start(stage, SLOW_MS)
        page = _page(stage)
        page.start.click()
        await until(lambda: page.bar.maximum() > 0 and page.bar.value() > 1, "progress")

    async def stopped(self, stage: Stage) -> None:
        """Cancelled in the middle of it."""
        page = _page(stage)
        page.stop.click()
        await until(lambda: page.again.isVisible() and not page.busy, "a stop")

    async def result(self, stage: Stage) -> None:
        """All is sent."""
        await self.start(stage)
        page = _page(stage)
        page.show_quiz(stage.id_of(SAMPLE))
        await until(lambda: page.start.isVisible(), "a plan")
        page.start.click()
        await until(lambda: page.start.isHidden() and page.again.isVisible(), "a result")

    async def nothing(self, stage: Stage) -> None:
        """Both sides are the same."""
        await self._look(stage)

    async def publish(self, stage: Stage) -> None:
        """Who will see the quiz, and from when."""
        link = _link(stage)
        assert link.canvas_id is not None
        dates = {"unlock_at": "2026-03-16T08:00:00Z", "due_at": "2026-03-20T12:00:00Z"}
        self.server.core.edit_quiz(link.course_id, link.canvas_id, dates)
        stage.window.open_quiz(link.quiz_id)
        stage.window.commands["publish"].trigger()
        await until(lambda: any(one.isVisible() for one in stage.window.findChildren(QMessageBox)), "a question")

    async def plan(self, stage: Stage) -> None:
        """Changes on both sides, a conflict, and a question that is held back."""
        quiz_id, link = stage.id_of(SAMPLE), _link(stage)
        await edit_title(stage, quiz_id, 1, "Where in a plant cell does photosynthesis take place?")
        await edit_title(stage, quiz_id, 4, "Animal cells have a wall of cellulose.")
        await change_on_canvas(self.server, link, 4, "Animal cells are surrounded by a cell wall.")
        await change_on_canvas(self.server, link, 6, "Plants respire at night as well as by day.")
        document = stage.workspace.open(quiz_id)
        unfinished = ChoiceQuestion.new().replaced(item_body="<p>Which pigment makes leaves green?</p>")
        document.insert_items((Item.of(unfinished, points=2),), 5, "Add question")
        document.delete_items((document.quiz.items[2].id,), "Delete question")
        await stage.workspace.autosave(quiz_id).flush()
        await self._look(stage)

    async def conflict(self, stage: Stage) -> None:
        """After the sync: what is left to decide."""
        page = _page(stage)
        page.start.click()
        await until(lambda: not page.busy and page.again.isVisible(), "a result")

    async def compare(self, stage: Stage) -> None:
        """Both sides of it, with what differs marked."""
        page = _page(stage)
        page.compare.click()
        await until(lambda: stage.window.canvas.conflict_page.list.count() > 0, "a conflict")

    async def regions(self, stage: Stage) -> None:
        """Both regions of a hot spot on its picture."""
        quiz_id, link = stage.id_of(SAMPLE), _link(stage)
        item, question = _first_hot_spot(stage)
        document = stage.workspace.open(quiz_id)
        regions = question.regions(item.local)
        here = tuple(replace(one, shape=moved(one.shape, 0.06, 0.03)) for one in regions)
        document.edit_item(item.with_entry(question.with_regions(here)), Edit("Move region"))
        there = tuple(replace(one, shape=moved(one.shape, -0.05, 0.02)) for one in regions)
        scoring = question.with_regions(there).wire()["scoring_data"]
        assert link.canvas_id is not None
        rows = self.server.core.items(link.course_id, link.canvas_id)
        row = next(one for one in rows if one["entry"]["interaction_type_slug"] == "hot-spot")
        self.server.core.edit_item(link.course_id, link.canvas_id, str(row["id"]), {"entry": {"scoring_data": scoring}})
        await stage.workspace.autosave(quiz_id).flush()
        await self._look(stage)
        stage.window.canvas.compare(quiz_id, item.id, "answers")

    async def decided(self, stage: Stage) -> None:
        """Nothing is left to decide."""
        stage.window.canvas.conflict_page.choices.all_mine.click()
        await until(lambda: stage.window.canvas.conflict_page.list.count() == 0, "no conflict")

    async def undecided(self, stage: Stage) -> None:
        """The question of a conflict, with the bar above it."""
        stage.window.history.undo()
        page = stage.window.canvas.conflict_page
        await until(lambda: page.list.count() > 0, "a conflict again")
        page.back.click()
        quiz = stage.quiz
        await until(lambda: bool(quiz.conflicts.of_question.conflict_lines), "a bar")

    async def two_courses(self, stage: Stage) -> None:
        """The same quiz goes to a second course; the menu of its courses is open."""
        quiz_id, page = stage.id_of(SAMPLE), _page(stage)
        row = {"id": SECOND_COURSE, "name": "Biology for engineers", "course_code": "BIO 101"}
        self.server.core.state.put("courses", SECOND_COURSE, row)
        await sign_in(stage, self.server, "sandbox")
        link = await stage.window.canvas.access.session.link(quiz_id, self.account.id, SECOND_COURSE)
        page.show_quiz(quiz_id, link_id=link.id)
        await until(lambda: not page.busy and page.again.isVisible(), "a plan")
        button = page.head.links
        menu = button.menu()
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    async def signed_out(self, stage: Stage) -> None:
        """The token is over; the account of the school's kind, for the practice one signs itself in."""
        server = self.server
        token = server.core.add_token()
        quiz_id, session = stage.id_of(SAMPLE), stage.window.canvas.access.session
        account = await session.sign_in(server.url, token)
        stage.loop.tokens.keep_for_this_run(account, token)
        link = await session.link(quiz_id, account.id, COURSE)
        server.core.end_token(token)
        page = _page(stage)
        page.show_quiz(quiz_id, link_id=link.id)
        await until(lambda: page.start.isVisible() and not page.busy, "a plan")
        page.start.click()
        await until(page.sign_in.isVisible, "a sign-in that is over")

    async def left(self, stage: Stage) -> None:
        """In a course of the school, where a stimulus has to be made."""
        quiz_id, session = stage.id_of(SAMPLE), stage.window.canvas.access.session
        stimulus = Item.from_wire({"entry_type": "Stimulus", "entry": {"title": "A meadow in spring"}}, id="stimulus")
        stage.workspace.open(quiz_id).insert_items((stimulus,), 0, "Add question")
        token = self.server.core.add_token()
        account = await session.sign_in(self.server.url, token)
        stage.loop.tokens.keep_for_this_run(account, token)
        link = await session.link(quiz_id, account.id, SECOND_COURSE)
        page = _page(stage)
        page.show_quiz(quiz_id, link_id=link.id)
        await until(lambda: page.start.isVisible() and not page.busy, "a plan")
        page.start.click()
        await until(lambda: page.page.isVisible(), "a way to Canvas")

    async def trouble(self, stage: Stage) -> None:
        """Nobody answers."""
        self.stop()
        page = _page(stage)
        page.show_quiz(stage.id_of(SAMPLE))
        await until(lambda: page.trouble.isVisible(), "trouble")

    async def bring_course(self, stage: Stage) -> None:
        """A quiz of the sandbox, with all that can only be shown."""
        await self.start(stage)
        await stage.window.canvas.courses.quizzes.bring(CoursePlace(self.account.id, COURSE))
        self.stop()

    async def _look(self, stage: Stage) -> None:
        page = _page(stage)
        page.show_quiz(stage.id_of(SAMPLE))
        await until(lambda: not page.busy and page.again.isVisible(), "a plan")


async def not_connected(stage: Stage) -> None:
    """A quiz of somebody who knows no Canvas yet."""
    stage.window.commands["new_quiz"].trigger()
    await until(lambda: stage.window.pages.quiz is not None, "a new quiz")
    stage.window.commands["sync"].trigger()
    pages = stage.window.pages
    await until(lambda: pages.currentWidget() is stage.window.canvas.sync_page, "the page of the sync")


def _page(stage: Stage) -> SyncScreen:
    page = stage.window.canvas.sync_page
    stage.window.pages.turn_to(page)
    return page


def _first_hot_spot(stage: Stage) -> tuple[Item, HotSpotQuestion]:
    items = stage.workspace.open(stage.id_of(SAMPLE)).quiz.items
    return next((item, item.entry) for item in items if isinstance(item.entry, HotSpotQuestion))


def _link(stage: Stage) -> LinkRow:
    return stage.workspace.reader.links(stage.id_of(SAMPLE))[0]
