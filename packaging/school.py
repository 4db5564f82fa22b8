"""A course of a school whose quizzes students see and take: for scenes of what a sync warns of and stumbles over."""

from collection import sign_in
from stage import Stage, until
from sync_scene import COURSE, SECOND_COURSE, Practice

from app.library.row import Account, LinkRow
from app.models.item import Item
from app.models.questions.choice import ChoiceQuestion
from app.models.questions.true_false import TrueFalseQuestion
from app.models.quiz import NewQuiz
from app.sandbox.core import Sandbox
from app.session.edit import Edit
from app.ui.sync.sync_screen import SyncScreen

_TEXTS = (
    "Roots drink water.",
    "Leaves breathe.",
    "Bark is alive.",
    "Seeds sleep in winter.",
    "Moss has no roots.",
    "Ferns carry spores.",
)
_ANSWERS = ("the root", "the leaf", "the stem", "the bud")


class School:
    """The sandbox as the Canvas of a school: its quizzes have pages there."""

    def __init__(self, practice: Practice) -> None:
        self._practice = practice
        self._account: Account | None = None

    @property
    def core(self) -> Sandbox:
        """What the school's Canvas holds."""
        return self._practice.server.core

    @property
    def token(self) -> str:
        """What signs in there."""
        return self._practice.server.token

    async def open(self, stage: Stage) -> None:
        """Start it and sign in."""
        await self._practice.start(stage)
        row = {"id": SECOND_COURSE, "name": "Biology for engineers", "course_code": "BIO 101"}
        self.core.state.put("courses", SECOND_COURSE, row)
        self._account = await sign_in(stage, self._practice.server, "canvas")

    async def link(self, stage: Stage, quiz_id: str, course: str = COURSE) -> LinkRow:
        """Say where a quiz goes."""
        assert self._account is not None
        return await stage.window.canvas.access.session.link(quiz_id, self._account.id, course)

    async def made(self, stage: Stage, title: str, *items: Item) -> LinkRow:
        """A quiz that is not in its course yet."""
        library = stage.workspace.library
        quiz_id = await stage.workspace.writer.run(lambda: library.create_quiz(NewQuiz(title=title), items).id)
        stage.workspace.rows_changed.emit()
        return await self.link(stage, quiz_id)

    async def sent(self, stage: Stage, title: str, *items: Item) -> LinkRow:
        """A quiz that is in its course."""
        link = await self.made(stage, title, *items)
        await self.sync(stage, link)
        return stage.workspace.reader.links(link.quiz_id)[0]

    async def sync(self, stage: Stage, link: LinkRow) -> None:
        """Carry a sync out that nobody looks at."""
        await stage.window.canvas.access.session.run(link)

    async def planned(self, stage: Stage, link: LinkRow) -> SyncScreen:
        """Show what its sync would do."""
        page = stage.window.canvas.sync_page
        stage.window.pages.turn_to(page)
        page.show_quiz(link.quiz_id, link_id=link.id)
        await until(lambda: not page.busy and page.start.isVisible(), "a plan")
        return page

    def cut(self, stage: Stage, link: LinkRow) -> None:
        """The last question, of choices, loses an answer."""
        document = stage.workspace.open(link.quiz_id)
        item = document.quiz.items[-1]
        assert isinstance(item.entry, ChoiceQuestion)
        document.edit_item(item.with_entry(item.entry.with_choices(item.entry.choices[:-1])), Edit("Answers"))


def statements(count: int = len(_TEXTS)) -> tuple[Item, ...]:
    """So many questions of true or false."""
    right = (TrueFalseQuestion.new().replaced(item_body=f"<p>{text}</p>").with_right(True) for text in _TEXTS[:count])
    return tuple(Item.of(question, points=1) for question in right)


def choices() -> Item:
    """A question with several answers."""
    raw = [
        {"id": f"00000000-0000-4000-8000-{number:012}", "position": number, "item_body": f"<p>{text}</p>"}
        for number, text in enumerate(_ANSWERS, 1)
    ]
    question = ChoiceQuestion.new().replaced(
        item_body="<p>Which part of a plant drinks?</p>", interaction_data={"choices": raw}
    )
    return Item.of(question.with_right(question.choices[0].id), points=1)
