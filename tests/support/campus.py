"""A school with two courses, a window that is connected to it, and somebody who edits on either side."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from app.library.linking import note_courses
from app.library.row import Account, CourseRow, LinkRow
from app.models.item import Item
from app.models.question import Question
from app.models.questions.true_false import TrueFalseQuestion
from app.models.quiz import NewQuiz
from app.sandbox.server import SandboxServer
from app.secrets import SessionStore
from app.session.edit import Edit
from app.session.tasks import Tasks
from app.session.tokens import Tokens
from app.ui.main_window import MainWindow

FIRST, SECOND = "Botany", "Ecology"
COURSES = {FIRST: "1", SECOND: "2"}


@dataclass
class Campus:
    """`account` is known after `connect`."""

    window: MainWindow
    server: SandboxServer
    account: Account | None = None
    tokens: Tokens = field(default_factory=lambda: Tokens(SessionStore()))

    async def connect(self, tasks: Tasks, kind: str = "canvas", token: str = "") -> None:
        """Sign in as the dialog does, with another token after the first one ended.

        Of a "sandbox" it is known that it answers soon: what was lost is waited for less long.
        """
        token = token or self.server.token
        self.window.run_tasks(tasks, self.tokens)
        self.account = await self.window.canvas.access.session.sign_in(self.server.url, token, kind=kind)
        self.tokens.keep_for_this_run(self.account, token)

    def add_quiz(self, title: str, *texts: str) -> str:
        """A quiz of three questions, or of those with these texts."""
        texts = texts or ("Leaves breathe.", "Roots drink.", "Bark is alive.")
        made = self.window.workspace.library.create_quiz(NewQuiz(title=title), statements(*texts)).id
        self.window.workspace.rows_changed.emit()
        return made

    async def link(self, quiz_id: str, course: str) -> LinkRow:
        """Say where a quiz goes."""
        assert self.account is not None
        return await self.window.canvas.access.session.link(quiz_id, self.account.id, COURSES[course])

    async def send(self, quiz_id: str, course: str) -> LinkRow:
        """Bring a quiz to a course."""
        await self.window.canvas.access.session.run(await self.link(quiz_id, course))
        return next(link for link in self.links(quiz_id) if link.course_id == COURSES[course])

    def note_zone(self, course: str, zone: str) -> None:
        """A list of courses was seen, which told where a course is."""
        assert self.account is not None
        with self.window.workspace.library.transaction() as db:
            note_courses(db, [CourseRow(self.account.id, COURSES[course], course, "", time_zone=zone)])

    def links(self, quiz_id: str) -> list[LinkRow]:
        """Where a quiz is."""
        return self.window.workspace.reader.links(quiz_id)

    async def edit(self, quiz_id: str, text: str, number: int = 1) -> None:
        """Write another text for a question here."""
        document = self.window.workspace.open(quiz_id)
        item = document.quiz.items[number - 1]
        assert isinstance(item.entry, Question)
        document.edit_item(item.with_entry(item.entry.replaced(item_body=f"<p>{text}</p>")), Edit("Text"))
        await self.window.workspace.autosave(quiz_id).flush()

    def edit_there(self, link: LinkRow, text: str, number: int = 1) -> None:
        """A colleague writes another text for a question in one course."""
        row = self.server.core.items(link.course_id, str(link.canvas_id))[number - 1]
        entry = {"entry": {"item_body": f"<p>{text}</p>"}}
        self.server.core.edit_item(link.course_id, str(link.canvas_id), str(row["id"]), entry)

    def texts(self, link: LinkRow) -> list[str]:
        """What a course has of a quiz."""
        return [row["entry"]["item_body"] for row in self.server.core.items(link.course_id, str(link.canvas_id))]


def statements(*texts: str) -> tuple[Item, ...]:
    """A question for each text."""
    right = (TrueFalseQuestion.new().replaced(item_body=f"<p>{text}</p>").with_right(True) for text in texts)
    return tuple(Item.of(question, points=1) for question in right)


@contextmanager
def campus_of(window: MainWindow) -> Iterator[Campus]:
    """A school that runs as long as it is wanted."""
    with SandboxServer() as server:
        for name, number in COURSES.items():
            server.core.state.put("courses", number, {"id": number, "name": name, "course_code": name})
        yield Campus(window, server)
