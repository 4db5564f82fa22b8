"""The scenes of files and lists on their way in, and of a quiz on its way out."""

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from collection import SAMPLE
from stage import Stage, settle, until

from app.interchange.native_import import take_in_native
from app.interchange.source import quietly
from app.interchange.table import format_named
from app.library.library import Library
from app.library.lineage import with_past
from app.library.native_file import read_native, write_native
from app.models.item import Item
from app.models.question import Question
from app.session.edit import Edit
from app.ui.exporting.export_dialog import ExportDialog
from app.ui.importing.columns_dialog import ColumnsDialog
from app.ui.importing.review_screen import ReviewScreen

_EXAM = """
::Gas:: Which gas do leaves take up? {=carbon dioxide#Right, through their pores. ~oxygen ~nitrogen}

Who speaks “To be, or not to be”? {=Hamlet ~Claudius ~Polonius ~Horatio}

Match each part of a plant with what it is for. {=root -> water#Also salts. =leaf -> light =flower -> seeds}

Mitochondria have DNA of their own. {T}

[markdown]What is **xylem**? {}

Name a play of Shakespeare's that takes place in Denmark { =Hamlet ~Othello

Where does the play take place? {=*Elsinore* =%50%Denmark#Nearly.}

How many chambers does the heart of a frog have? {#3:0}
"""
_LIST = """Plants, spring term

1. Which part of a plant takes up water?
a. leaf
*b. root
c. flower

2. Discuss what a plant does in the dark.
Type: E

3. And now to something else
"""
_TABLE = """Nr;Vraag;Goed;Fout 1;Fout 2;Hoofdstuk
1;Welk deel van een plant neemt water op uit de grond, en waarom juist dat deel en geen ander?;wortel;blad;bloem;3
2;Welk gas nemen bladeren op?;kooldioxide;zuurstof;stikstof;3
"""
_LETTER = "Dear colleagues,\n\nplease find the exam attached.\n"


async def review(stage: Stage) -> None:
    """What was lost of a question."""
    (await _reviewed(stage, {"Exam, week 3.gift": _EXAM})).list.setCurrentRow(2)


async def refused(stage: Stage) -> None:
    """What cannot be read, as the file has it."""
    (await _reviewed(stage, {"Exam, week 3.gift": _EXAM})).list.setCurrentRow(5)


async def known(stage: Stage) -> None:
    """A question that is in a quiz here already."""
    (await _reviewed(stage, {"Exam, week 3.gift": _EXAM})).list.setCurrentRow(1)


async def several(stage: Stage) -> None:
    """Two quizzes and a file that is none."""
    page = await _reviewed(stage, {"Exam, week 3.gift": _EXAM, "plants.txt": _LIST, "letter.txt": _LETTER})
    page.list.setCurrentRow(9)


async def nothing(stage: Stage) -> None:
    """Files that hold no question."""
    await _reviewed(stage, {"letter.txt": _LETTER, "another letter.txt": _LETTER})


async def hot_spot(stage: Stage) -> None:
    """A picture that is not in the library yet, beside a list."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "sample.zip"
        library = stage.workspace.library
        quiz = library.open_quiz(stage.id_of(SAMPLE)).quiz
        path.write_bytes(format_named("qti").written(quiz, library.read_media, quietly).data)
        page = await _reviewed(stage, {"plants.txt": _LIST}, path)
    spots = [place for place in page.review.places if _is_hot_spot(page, place)]
    page.list.setCurrentRow(1 + spots[0][2] if spots else 0)
    await settle(12)


async def merged(stage: Stage) -> None:
    """A copy that comes back from another computer; one question was changed on both."""
    page = stage.open(SAMPLE, 2)
    while page.document.undo_stack.canUndo():  # the scene is drawn several times
        page.document.undo_stack.undo()
    mine = page.document.quiz.items[1]
    with TemporaryDirectory() as folder:
        path = Path(folder) / "Sample.quizwright"
        library = stage.workspace.library
        write_native(path, with_past(library, page.document.quiz), library.read_media)
        with Library.open(Path(folder) / "there") as there:
            quiz_id = take_in_native(there, read_native(path), path.name)
            quiz = there.open_quiz(quiz_id).quiz
            changed = [_asking(item, f"There: question {item.id[:4]}?") for item in quiz.items[1:3]]
            after = quiz.with_item(changed[0]).with_item(changed[1])
            there.save(after, before=quiz, what="Edit", problem_counts={})
            write_native(path, with_past(there, after), there.read_media)
        page.document.edit_item(_asking(mine, "Which part of a leaf makes sugar, by day?"), Edit("Question text"))
        stage.window.bring_in([path])
        await until(stage.window.notice_bar.isVisible, "what came of both copies")


def _asking(item: Item, text: str) -> Item:
    assert isinstance(item.entry, Question)
    return item.with_entry(item.entry.replaced(item_body=f"<p>{text}</p>"))


async def columns(stage: Stage) -> None:
    """A table whose columns have names of their own."""
    stage.window.show_home()
    with TemporaryDirectory() as folder:
        path = Path(folder) / "vragen.csv"
        path.write_text(_TABLE, encoding="utf-8")
        stage.window.bring_in([path])
        await until(lambda: any(one.isVisible() for one in stage.window.findChildren(ColumnsDialog)), "the columns")
    dialog = next(one for one in stage.window.findChildren(ColumnsDialog) if one.isVisible())
    for place, role in ((1, "question"), (2, "key"), (3, "answer")):
        dialog.pick(place, role)


async def losses(stage: Stage) -> None:
    """What GIFT has no place for."""
    await _losses(stage, "gift")


async def losses_of_classic(stage: Stage) -> None:
    """What Canvas Classic has no place for, and how it takes the file."""
    await _losses(stage, "qti-classic")


async def _losses(stage: Stage, name: str) -> None:
    stage.open("Anatomy of the heart")
    stage.window.commands["export"].trigger()
    dialog = next(one for one in stage.window.findChildren(ExportDialog) if one.isVisible())
    dialog.choose(name)
    await until(lambda: dialog.trial is not None, "what is lost")


def _is_hot_spot(page: ReviewScreen, place: tuple[int, int, int]) -> bool:
    item = page.review.found(place).item
    return item is not None and item.summary.type == "hot-spot"


async def _reviewed(stage: Stage, texts: Mapping[str, str], *more: Path) -> ReviewScreen:
    """Bring in files with these names and texts, and `more` before them."""
    stage.window.show_home()
    page = stage.window.files.imports.page
    with TemporaryDirectory() as folder:
        for name, text in texts.items():
            (Path(folder) / name).write_text(text, encoding="utf-8")
        stage.window.bring_in([*more, *(Path(folder) / name for name in texts)])
        await until(lambda: page.isVisible() and page.body.isVisible(), "what was read")
    return page
