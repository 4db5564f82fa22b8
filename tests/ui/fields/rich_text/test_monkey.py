"""Anything that a person may do in a text, in any order: nothing breaks, and undoing it all gives the first value."""

from random import Random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from app.html.read import read
from app.ui.fields.rich_text.clipboard import move
from app.ui.fields.rich_text.command import COMMANDS
from app.ui.fields.rich_text.table_acts import ACTS
from tests.support.author import CTRL, SHIFT, Author

HTML = (
    '<p class="k">Which <b>leaf</b> is \U0001f331 <a href="https://example.org">green</a>?</p>\n<!-- x -->'
    '<ul><li>one</li><li>two<ol start="3"><li>in</li></ol></li></ul><h2 id="a">H<sub>2</sub>O</h2>'
    "<blockquote><p>said</p><p>again</p></blockquote><pre>code\nmore</pre>"
    "<table><tbody><tr><th>a</th><th>b</th></tr><tr><td>c</td><td>d<br>e</td></tr></tbody></table>"
    '<iframe src="https://example.org/v"></iframe><p>end <img src="media:0" alt="x"></p>'
)
ASKING = ("link", "picture", "table", "source", "equation", "toolbar")
RUN = [command for command in COMMANDS if command.id not in ASKING]
KEYS = [
    *(Qt.Key.Key_Return, Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up),
    *(Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Tab, Qt.Key.Key_Insert),
]


def gesture(author: Author, luck: Random) -> None:
    kind = luck.randrange(9)
    if kind <= 1:
        author.type(luck.choice(["a", "b ", "<&>", "  "]))
    elif kind <= 3:
        author.press(luck.choice(KEYS), held=luck.choice([Qt.KeyboardModifier.NoModifier, CTRL, SHIFT]))
    elif kind == 4:
        luck.choice(RUN).act(author.edit)
    elif kind == 5:
        select(author, luck)
    elif kind == 6:
        author.press(luck.choice([Qt.Key.Key_C, Qt.Key.Key_X, Qt.Key.Key_V, Qt.Key.Key_V]), held=CTRL)
    elif kind == 7 and author.edit.textCursor().hasSelection():
        place = luck.randrange(author.edit.rich.characterCount())
        move(author.edit, author.edit.createMimeDataFromSelection(), place)
    else:
        luck.choice(list(ACTS.values())).act(author.edit)


def select(author: Author, luck: Random) -> None:
    cursor = author.edit.textCursor()
    last = author.edit.rich.characterCount() - 1
    cursor.setPosition(luck.randint(0, last))
    if luck.random() < 0.7:
        cursor.setPosition(luck.randint(0, last), QTextCursor.MoveMode.KeepAnchor)
    author.edit.setTextCursor(cursor)


@pytest.mark.parametrize("seed", range(8))
def test_any_gestures_can_be_undone(author: Author, seed: int, long: bool) -> None:
    luck = Random(seed)
    for _ in range(4 if long else 1):
        author.show(HTML)
        author.bursts.clear()
        for _ in range(120):
            gesture(author, luck)
            author.field.grab()
        author.undo_all()
        assert author.field.html == HTML
        assert author.edit.rich.blocks == read(HTML).blocks
        author.show("")
