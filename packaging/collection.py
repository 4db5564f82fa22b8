"""Fills the gallery's library: quizzes in every state, made by the app's own way through a sandbox."""

import editor_exhibit
import editor_scene
import rich_scene
from exhibit import DAY, Exhibit, deleted_exhibits, exhibits
from rich_exhibit import rich_items
from stage import NOW, Stage, until

from app.library import linking
from app.library.row import Account, LinkRow
from app.models.local import QuizLocal
from app.models.question import Question
from app.paths import resources
from app.sandbox.server import SandboxServer
from app.session.edit import Edit

SCHOOL = "https://canvas.uni.example.edu"
COURSES = ("BIO 220 Cell biology", "ENG 110 Shakespeare", "BOT 101 Plants")
SAMPLE = "Sample: how plants live"
THERE = "Photosynthesis and leaf structure"


def school() -> SandboxServer:
    """A sandbox that has the courses of a school."""
    server = SandboxServer()
    for number, name in enumerate(COURSES, 1):
        row = {"id": str(number), "name": name, "course_code": name[:7]}
        server.core.state.put("courses", str(number), row)
    past = {"id": "9", "name": "BIO 220 Cell biology 2025", "course_code": "BIO 220", "end_at": "2025-07-31T00:00:00Z"}
    server.core.state.put("courses", "9", past)
    return server


async def fill(stage: Stage) -> None:
    """Everything that the library's scenes show, except the Practice Canvas."""
    with school() as server:
        account = await sign_in(stage, server, "canvas")
        formats = Exhibit(rich_scene.QUIZ, rich_items(), 9 * DAY, COURSES[0])
        finished = Exhibit(editor_scene.FINISHED, editor_exhibit.finished_items(), 12 * DAY)
        troubled = Exhibit(editor_scene.TROUBLED, editor_exhibit.troubled_items(), 11 * DAY)
        empty = Exhibit(editor_scene.EMPTY, editor_exhibit.empty_items(), 10 * DAY)
        for exhibit in (*exhibits(), formats, finished, troubled, empty):
            await _add(stage, exhibit, account, server)
        await _change_there(stage, server)
        await _disagree(stage, server)
    for exhibit in deleted_exhibits():
        stage.workspace.delete_quiz(await _create(stage, exhibit))
    stage.clock.now = NOW - 60
    sample = resources() / "sample.quizwright"
    stage.workspace.import_native(sample, lambda _: None)
    await until(lambda: any(row.title == SAMPLE for row in stage.workspace.rows()), "the sample quiz")
    stage.clock.now = NOW
    await _give_address(stage, account)
    stage.window.show_lists()


async def sign_in(stage: Stage, server: SandboxServer, kind: str) -> Account:
    """Connect to a server as the dialog does."""
    session = stage.window.canvas.access.session
    account = await session.sign_in(server.url, server.token, kind=kind, instance=server.instance)
    stage.loop.tokens.keep_for_this_run(account, server.token)
    return account


async def linked(stage: Stage, quiz_id: str, account: Account, course: str) -> LinkRow:
    """Say where a quiz goes, and send it there."""
    session = stage.window.canvas.access.session
    link = await session.link(quiz_id, account.id, course)
    await session.run(link)
    return link


async def edit_title(stage: Stage, quiz_id: str, number: int, text: str) -> None:
    """Write another text for one question, and let it be saved."""
    document = stage.workspace.open(quiz_id)
    item = document.quiz.items[number - 1]
    assert isinstance(item.entry, Question)
    document.edit_item(item.with_entry(item.entry.replaced(item_body=f"<p>{text}</p>")), Edit("Question text"))
    await stage.workspace.autosave(quiz_id).flush()


async def _create(stage: Stage, exhibit: Exhibit) -> str:
    stage.clock.now = NOW - exhibit.ago
    library = stage.workspace.library

    def work() -> str:
        local = QuizLocal(tags=exhibit.tags) if exhibit.tags else None
        return library.create_quiz(exhibit.fields.replaced(title=exhibit.title), exhibit.items, local=local).id

    return await stage.workspace.writer.run(work)


async def _add(stage: Stage, exhibit: Exhibit, account: Account, server: SandboxServer) -> None:
    quiz_id = await _create(stage, exhibit)
    if not exhibit.course:
        await _count_problems(stage, quiz_id)
        return
    course = str(COURSES.index(exhibit.course) + 1)
    link = await linked(stage, quiz_id, account, course)
    if exhibit.published:
        canvas_id = stage.workspace.reader.links(quiz_id)[0].canvas_id
        server.core.set_published(str(canvas_id), published=True)
        await stage.window.canvas.access.session.run(link)
    await _add_points(stage, quiz_id, exhibit.changes)


async def _add_points(stage: Stage, quiz_id: str, count: int) -> None:
    """Change the first questions after they were sent."""
    document = stage.workspace.open(quiz_id)
    for item in document.quiz.items[:count]:
        document.edit_item(item.with_points((item.points or 0) + 1), Edit("Points"))
    await stage.workspace.autosave(quiz_id).flush()


async def _count_problems(stage: Stage, quiz_id: str) -> None:
    """The checks run when a question is looked at; a change of the title keeps what they found."""
    document = stage.workspace.open(quiz_id)
    for item in document.quiz.items:
        document.problems(item.id)
    fields = document.quiz.fields
    document.edit_fields(fields.replaced(instructions="<p>Still to be finished.</p>"), Edit("Instructions"))
    await stage.workspace.autosave(quiz_id).flush()


async def _change_there(stage: Stage, server: SandboxServer) -> None:
    quiz_id = stage.id_of("Photosynthesis, week 2")
    link = stage.workspace.reader.links(quiz_id)[0]
    library = stage.workspace.library

    def work() -> None:
        with library.transaction() as db:
            linking.note_seen(db, link.id, changed_there=True, assignment={"published": True}, now=NOW)

    await stage.workspace.writer.run(work)


async def _disagree(stage: Stage, server: SandboxServer) -> None:
    """The same question is changed here and there; a sync finds it."""
    quiz_id = stage.id_of("Anatomy of the heart")
    link = stage.workspace.reader.links(quiz_id)[0]
    await edit_title(stage, quiz_id, 1, "Which chamber of the heart pumps blood into the aorta?")
    await change_on_canvas(server, link, 1, "Which of the four chambers pumps blood into the aorta?")
    await stage.window.canvas.access.session.run(link)


async def change_on_canvas(server: SandboxServer, link: LinkRow, number: int, text: str) -> None:
    """A colleague writes another text in the browser."""
    items = server.core.items(link.course_id, str(link.canvas_id))
    item_id = str(items[number - 1]["id"])
    server.core.edit_item(link.course_id, str(link.canvas_id), item_id, {"entry": {"item_body": f"<p>{text}</p>"}})


async def _give_address(stage: Stage, account: Account) -> None:
    """From now on the school has an address of its own instead of a port of this computer."""
    library = stage.workspace.library

    def work() -> None:
        with library.transaction() as db:
            db.execute("UPDATE account SET origin = ? WHERE id = ?", (SCHOOL, account.id))

    await stage.workspace.writer.run(work)
