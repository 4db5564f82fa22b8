"""The scenes of rich text: what a text looks like, and every bar that comes to it."""

from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter, QTextCursor
from stage import Stage, settle, until

from app.ui.editors.choice import ChoiceEditor
from app.ui.editors.question import QuestionEditor
from app.ui.fields.rich_text.atom_place import atoms, format_at
from app.ui.fields.rich_text.field import RichTextField
from app.ui.fields.rich_text.source_pane import SourcePane
from app.ui.fields.rich_text.style import SOURCE

QUIZ = "Photosynthesis, formats"


async def text(stage: Stage) -> None:
    """The text with the cursor in it."""
    await _written(stage)


async def link(stage: Stage) -> None:
    """A link being changed."""
    field = await _written(stage, "chapter")
    field.edit.wanted.emit("link")


async def table(stage: Stage) -> None:
    """The cursor in a table."""
    field = await _written(stage, "xylem")
    field.edit.wanted.emit("table")


async def equation(stage: Stage) -> None:
    """An equation being changed."""
    field = await _written(stage, "\ufffc")
    field.edit.wanted.emit("equation")
    await settle(40)


async def source(stage: Stage) -> None:
    """The source with something wrong in it."""
    field = await _written(stage)
    field.edit.wanted.emit("source")
    pane = field.parts.part("source")
    assert isinstance(pane, SourcePane)
    pane.source.setPlainText('<p>A <b>leaf</p>\n<p onclick="x()">and <blink>light</blink></p>\n<script>x</script>')
    pane.source.setReadOnly(True)  # else the next scene would find it taken over
    pane.check()


async def picture(stage: Stage) -> None:
    """A picture that was just pasted."""
    field = await _written(stage, "Watch")
    if "media:" not in field.html:
        data = QMimeData()
        data.setImageData(_leaf())
        field.edit.insertFromMimeData(data)
        await until(lambda: "media:" in field.html, "the picture")
    pictures = (place for place in atoms(field.edit.rich) if "media:" in _source(field, place))
    field.edit.select_atom(next(pictures))
    field.edit.wanted.emit("describe")
    await settle(40)


async def answer(stage: Stage) -> None:
    """An answer with the focus: its toolbar stands over the list."""
    await _written(stage)
    editor = stage.quiz.pane.editor
    assert isinstance(editor, QuestionEditor)
    editor.focus_field("choices/x")
    assert isinstance(editor, ChoiceEditor)
    editor.rows.rows[1].text.edit.entered.emit()


async def _written(stage: Stage, near: str = "leaf") -> RichTextField:
    stage.open(QUIZ)
    editor = stage.quiz.pane.editor
    assert isinstance(editor, QuestionEditor)
    field = editor.text
    field.parts.show_text(field.html, too_much=False)
    stage.quiz.pane.page.verticalScrollBar().setValue(0)
    field.edit.setFocus(Qt.FocusReason.OtherFocusReason)
    cursor = QTextCursor(field.edit.rich)
    cursor.setPosition(field.edit.toPlainText().index(near) + len(near))
    field.edit.setTextCursor(cursor)
    field.edit.entered.emit()  # a window that no desktop shows never gets the focus
    await settle(20)
    return field


def _source(field: RichTextField, place: int) -> str:
    return format_at(field.edit.rich, place).stringProperty(SOURCE)


def _leaf() -> QImage:
    made = QImage(320, 200, QImage.Format.Format_RGB32)
    made.fill(QColor("white"))
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    green = QLinearGradient(QPointF(0, 0), QPointF(320, 200))
    green.setColorAt(0, QColor("#7cb342"))
    green.setColorAt(1, QColor("#33691e"))
    painter.setBrush(green)
    painter.drawEllipse(40, 30, 240, 140)
    painter.end()
    return made
