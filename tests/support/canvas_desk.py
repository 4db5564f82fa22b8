"""An instructor before her window, and the Canvas of her school, which a colleague edits and the world takes away."""

from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QPushButton

from app.sandbox.server import SandboxServer
from app.ui.editors.question import QuestionEditor
from app.ui.sync.sync_screen import SyncScreen
from tests.support.coroutine import until
from tests.support.person import LEFT, NONE, Person

TITLE = "Leaves"
FIRST, SECOND = "1", "2"


@dataclass
class CanvasDesk:
    """An instructor, her window, and the Canvas of her school."""

    person: Person
    folder: Path
    server: SandboxServer = field(init=False)

    def __post_init__(self) -> None:
        self.open_canvas()

    def open_canvas(self, port: int = 0) -> None:
        self.server = SandboxServer(data=self.folder, port=port)
        self.server.__enter__()
        row = {"id": SECOND, "name": "Zoology for engineers", "course_code": "ZOO 101"}
        self.server.core.state.put("courses", SECOND, row)

    @property
    def sync(self) -> SyncScreen:
        return self.person.window.canvas.sync_page

    @property
    def quiz_id(self) -> str:
        return next(row.id for row in self.person.window.workspace.rows() if row.title == TITLE)

    def canvas_id(self, course: str = FIRST) -> str:
        return next(str(quiz["id"]) for quiz in self.server.core.quizzes(course) if quiz["title"] == TITLE)

    def there(self, course: str = FIRST) -> list[str]:
        return [str(row["entry"]["item_body"]) for row in self.server.core.items(course, self.canvas_id(course))]

    def edit_there(self, number: int, text: str) -> None:
        row = self.server.core.items(FIRST, self.canvas_id())[number - 1]
        self.server.core.edit_item(FIRST, self.canvas_id(), str(row["id"]), {"entry": {"item_body": f"<p>{text}</p>"}})

    # what she does

    async def plan(self) -> None:
        """Press Sync in the open quiz and wait for the plan."""
        self.person.click(self.person.screen.header.sync)
        await until(self.sync.isVisible)
        await until(lambda: not self.sync.busy and self.sync.again.isVisible())

    async def send(self) -> None:
        """Press Sync in the plan and wait for what came of it."""
        self.person.click(self.sync.start)
        await until(lambda: not self.sync.busy and self.sync.start.isHidden())

    async def back(self) -> None:
        """To the questions, with the keys in the window: a bare screen leaves them where a dialog was."""
        self.person.click(self.sync.back)
        await until(lambda: self.person.window.pages.quiz is not None)
        self.person.window.activateWindow()
        await until(self.person.window.isActiveWindow)

    def choose_question(self, number: int) -> None:
        items = self.person.screen.panel.list
        self.person.look()
        at = items.visualRect(items.model().index(number - 1, 0)).center()
        QTest.mouseClick(items.viewport(), LEFT, NONE, at)

    def rewrite(self, number: int, text: str) -> None:
        self.choose_question(number)
        editor = self.person.screen.pane.editor
        assert isinstance(editor, QuestionEditor)
        self.person.write(editor.text, text)

    def command(self, name: str) -> None:
        """Choose a command in a menu of the window."""
        action = self.person.window.commands[name]
        assert action.isEnabled(), name
        action.trigger()

    def rows(self) -> list[tuple[str, str, str]]:
        model = self.sync.table.model()
        return [
            (str(model.index(row, 0).data()), str(model.index(row, 1).data()), str(model.index(row, 2).data()))
            for row in range(model.rowCount())
        ]

    def answer(self, verb: str) -> None:
        """Press a button of the question that stands there."""
        box = self.question()
        assert box is not None
        button = next(button for button in box.buttons() if button.text() == verb)
        assert isinstance(button, QPushButton)
        self.person.click(button)

    def question(self) -> QMessageBox | None:
        return next((box for box in self.person.window.findChildren(QMessageBox) if box.isVisible()), None)
