"""A quiz is laid out as it would be printed, goes into a PDF or to a printer, and its key can be had again."""

import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow
from pytestqt.qtbot import QtBot

from app.library.library import Library
from app.models.item import Item
from app.models.questions.essay import EssayQuestion
from app.models.quiz import NewQuiz, Quiz
from app.paths import resources
from app.session.workspace import Workspace
from app.ui.paper.metric import Metric
from app.ui.paper.print_commands import PrintCommands, Printout
from app.ui.paper.printer import new_printer, printer_dialog
from app.ui.theme import Theme
from tests.support.quiz import choice, stimulus, three_items

NOW = 1_700_000_000.0
Ask = Callable[[str], Printout]


@pytest.fixture
def workspace(qapp: QApplication, tmp_path: Path) -> Iterator[Workspace]:
    made = Workspace(Library.open(tmp_path / "library", clock=lambda: NOW))
    yield made
    made.close()


@pytest.fixture
def ask(qtbot: QtBot, workspace: Workspace) -> Ask:
    window = QMainWindow()
    window.resize(1000, 700)
    qtbot.addWidget(window)
    window.show()

    def show(quiz_id: str) -> Printout:
        made = PrintCommands(workspace, window, lambda: NOW).ask([quiz_id])
        assert made is not None
        laid_out(made, qtbot)
        return made

    return show


@pytest.fixture
def sample(qtbot: QtBot, workspace: Workspace) -> str:
    workspace.import_native(resources() / "sample.quizwright", lambda _: None)
    qtbot.waitUntil(lambda: bool(workspace.rows()))
    return workspace.rows()[0].id


@pytest.fixture
def leaves(workspace: Workspace) -> str:
    return a_quiz(workspace, *three_items())


def a_quiz(workspace: Workspace, *items: Item) -> str:
    made: Quiz = workspace.library.create_quiz(NewQuiz(title="Leaves"), items)
    return made.id


def laid_out(made: Printout, qtbot: QtBot) -> None:
    qtbot.waitUntil(made.dialog.print.isEnabled, timeout=20_000)


def wish(made: Printout, qtbot: QtBot, **changes: object) -> None:
    made.dialog.form.show_wish(replace(made.dialog.form.wish, **changes))  # type: ignore[arg-type]
    laid_out(made, qtbot)


def saved(made: Printout, qtbot: QtBot, path: Path) -> bytes:
    made.save_pdf(path)
    qtbot.waitUntil(lambda: path.name in made.dialog.said.text(), timeout=20_000)
    return path.read_bytes()


def said(made: Printout) -> list[str]:
    return [page.said for page in made.pages if page.slices]


def drawn(made: Printout, number: int = 0) -> QImage:
    page = made.pages[number]
    image = QImage(page.metric.page.toSize(), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    page.draw(painter)
    painter.end()
    return image


def content(pdf: bytes) -> bytes:
    """What the pages of a PDF draw."""
    found = b""
    for packed in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL):
        opened = zlib.decompressobj()
        try:
            found += opened.decompress(packed)
        except zlib.error:
            found += packed
    return found


def test_the_pages_are_shown_with_how_many_there_are(ask: Ask, leaves: str) -> None:
    made = ask(leaves)
    assert said(made) == ["Leaves, Page 1 of 1", "Key to Leaves, Page 1 of 1"]
    assert made.dialog.said.text() == "3 pages"
    names = [sheet.accessibleName() for sheet in made.dialog.view.sheets]
    assert names == ["Leaves, Page 1 of 1", "Empty page", "Key to Leaves, Page 1 of 1"]


def test_a_quiz_without_questions_has_a_page_too(ask: Ask, workspace: Workspace) -> None:
    made = ask(a_quiz(workspace))
    assert said(made) == ["Leaves, Page 1 of 1", "Key to Leaves, Page 1 of 1"]


def test_the_pdf_has_the_same_pages_and_is_a_whole_file(ask: Ask, sample: str, qtbot: QtBot, tmp_path: Path) -> None:
    made = ask(sample)
    pdf = saved(made, qtbot, tmp_path / "exam.pdf")
    assert pdf.startswith(b"%PDF-")
    assert pdf.rstrip().endswith(b"%%EOF")
    assert len(re.findall(rb"/Type /Page\b", pdf)) == len(made.pages) > 8
    assert re.findall(rb"/MediaBox \[0 0 (\d+)\S* (\d+)\S*\]", pdf)[0] == (b"595", b"842")
    assert b"/Subtype /Image" in pdf


def test_a_word_document_has_the_same_and_its_pictures(ask: Ask, sample: str, qtbot: QtBot, tmp_path: Path) -> None:
    made = ask(sample)
    made.save_word(tmp_path / "exam.docx")
    qtbot.waitUntil(lambda: "exam.docx" in made.dialog.said.text(), timeout=20_000)
    with zipfile.ZipFile(tmp_path / "exam.docx") as packed:
        pictures = [name for name in packed.namelist() if name.startswith("word/media/")]
        assert packed.testzip() is None
    assert len(pictures) == 5
    assert made.dialog.print.isEnabled()


def test_a_word_document_that_is_not_waited_for_is_not_written(
    ask: Ask, sample: str, qtbot: QtBot, workspace: Workspace, tmp_path: Path
) -> None:
    made = ask(sample)
    made.save_word(tmp_path / "exam.docx")
    made.dialog.cancel.click()
    workspace.shelf.studio.finish(lambda: None)
    qtbot.wait(20)
    workspace.writer.finish(lambda: None)
    assert not (tmp_path / "exam.docx").exists()


def test_formulas_are_curves_without_lines_around_them(
    ask: Ask, workspace: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    question = choice(r"\(\frac{a}{b}\)", "1", "2")
    made = ask(a_quiz(workspace, Item.of(question, id="a")))
    wish(made, qtbot, what="key")
    without = content(saved(made, qtbot, tmp_path / "key.pdf"))
    wish(made, qtbot, what="exam", printing=0)
    drawing = content(saved(made, qtbot, tmp_path / "exam.pdf"))
    assert drawing.count(b" c\n") > without.count(b" c\n")
    assert not re.search(rb"\nB\*?\n", drawing.split(b" c\n", 1)[1].split(b"S\n", 1)[0])


def test_no_question_is_split_that_fits_on_a_page(ask: Ask, sample: str, qtbot: QtBot) -> None:
    made = ask(sample)
    for is_large in (False, True):
        wish(made, qtbot, is_large=is_large)
        split = [page.drawn[one.block] for page in made.pages for one in page.slices if one.top > 0]
        assert all(part.height > Metric(is_large=is_large).room for part in split)
        assert bool(split) == is_large


def test_an_essay_of_many_words_goes_on_over_the_page(ask: Ask, workspace: Workspace) -> None:
    essay = EssayQuestion.new().replaced(
        item_body="<p>Why?</p>", interaction_data={"word_limit_enabled": True, "word_limit_max": "1000"}
    )
    made = ask(a_quiz(workspace, Item.of(essay, id="e")))
    assert [page.said for page in made.pages if page.sheet.kind == "exam"][-1] == "Leaves, Page 4 of 4"


def test_large_print_has_larger_letters_and_more_pages(ask: Ask, sample: str, qtbot: QtBot) -> None:
    made = ask(sample)
    usual = len(made.pages)
    made.dialog.form.large.click()
    laid_out(made, qtbot)
    assert len(made.pages) > usual
    assert made.pages[0].metric.font.pixelSize() == 24


def test_each_version_begins_on_a_new_sheet_of_paper(ask: Ask, leaves: str, qtbot: QtBot) -> None:
    made = ask(leaves)
    wish(made, qtbot, count=2)
    firsts = [place for place, page in enumerate(made.pages) if page.number == 1]
    assert [made.pages[place].said for place in firsts] == [
        "Leaves, Version A, Page 1 of 1",
        "Leaves, Version B, Page 1 of 1",
        "Key to Leaves, Version A, Page 1 of 1",
        "Key to Leaves, Version B, Page 1 of 1",
    ]
    assert all(place % 2 == 0 for place in firsts)
    made.dialog.form.whole.click()
    laid_out(made, qtbot)
    assert len(made.pages) == 4


def test_the_key_of_a_version_can_be_had_again_when_the_quiz_has_changed(
    ask: Ask, workspace: Workspace, leaves: str, qtbot: QtBot, tmp_path: Path
) -> None:
    made = ask(leaves)
    wish(made, qtbot, count=3, what="key", letter="B")
    before = drawn(made)
    saved(made, qtbot, tmp_path / "keys.pdf")
    qtbot.waitUntil(lambda: made.dialog.form.wish.printing > 0)
    made.dialog.close()
    workspace.open(leaves).delete_items(["a"], "Delete")
    again = ask(leaves)
    assert [part.number for part in again.pages[0].sheet.parts] == [1, 2]
    [number] = [one.id for one in workspace.printings(leaves).all()]
    wish(again, qtbot, printing=number, what="key", letter="B")
    assert drawn(again) == before


def test_the_same_again_is_not_kept_twice(
    ask: Ask, workspace: Workspace, leaves: str, qtbot: QtBot, tmp_path: Path
) -> None:
    made = ask(leaves)
    saved(made, qtbot, tmp_path / "one.pdf")
    qtbot.waitUntil(lambda: made.dialog.form.wish.printing > 0)
    saved(made, qtbot, tmp_path / "two.pdf")
    workspace.writer.finish(lambda: None)
    assert len(workspace.printings(leaves).all()) == 1


def test_new_versions_are_others_each_time(ask: Ask, workspace: Workspace, qtbot: QtBot) -> None:
    quiz_id = a_quiz(workspace, *(Item.of(choice(f"Question {n}", "a", "b"), id=f"i{n}") for n in range(12)))
    orders = set()
    for _ in range(2):
        made = ask(quiz_id)
        wish(made, qtbot, count=2, letter="B", what="exam")
        orders.add(str(made.pages[0].sheet.parts))
        made.dialog.close()
    assert len(orders) == 2


def test_pages_are_black_on_white_in_a_dark_window(ask: Ask, leaves: str, qtbot: QtBot, qapp: QApplication) -> None:
    theme = Theme(qapp)
    theme.choose("light")
    light = drawn(ask(leaves))
    theme.choose("dark")
    dark = ask(leaves)
    assert drawn(dark) == light
    theme.choose("system")
    theme.deleteLater()


def test_a_printer_gets_the_pages(ask: Ask, leaves: str, qtbot: QtBot, tmp_path: Path) -> None:
    made = ask(leaves)
    printer = new_printer(made.dialog.form.wish.metric, made.title)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    made.print_on(printer)
    qtbot.waitUntil(lambda: "on their way" in made.dialog.said.text())
    assert len(re.findall(rb"/Type /Page\b", (tmp_path / "printed.pdf").read_bytes())) == 3


@pytest.mark.qt_log_ignore(r"QPainter::begin")
def test_a_printer_that_takes_nothing_is_told(ask: Ask, leaves: str, qtbot: QtBot, tmp_path: Path) -> None:
    made = ask(leaves)
    printer = new_printer(made.dialog.form.wish.metric, made.title)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    (tmp_path / "nowhere").touch()
    printer.setOutputFileName(str(tmp_path / "nowhere" / "printed.pdf"))
    with qtbot.captureExceptions() as errors:
        made.print_on(printer)
    assert not errors
    assert "The printer did not take the pages." in made.dialog.trouble.words.text()
    assert made.dialog.print.isEnabled()


def test_a_place_that_cannot_be_written_is_told(ask: Ask, leaves: str, qtbot: QtBot, tmp_path: Path) -> None:
    made = ask(leaves)
    (tmp_path / "nowhere").touch()
    made.save_pdf(tmp_path / "nowhere" / "exam.pdf")
    qtbot.waitUntil(made.dialog.trouble.isVisible)
    assert "exam.pdf" in made.dialog.trouble.words.text()


def test_it_can_be_stopped_and_nothing_is_written(ask: Ask, sample: str, qtbot: QtBot, tmp_path: Path) -> None:
    made = ask(sample)
    made.save_pdf(tmp_path / "exam.pdf")
    assert made.dialog.cancel.isVisible()
    made.dialog.cancel.click()
    assert made.dialog.said.text() == "Stopped; nothing was written."
    qtbot.wait(50)
    assert not (tmp_path / "exam.pdf").exists()
    assert made.dialog.print.isEnabled()


def test_what_paper_cannot_do_is_told_before(ask: Ask, sample: str) -> None:
    assert "Number 23 asks for a file, which paper cannot take." in ask(sample).dialog.form.limits.text()


def test_pages_are_drawn_when_they_are_seen(ask: Ask, sample: str, qtbot: QtBot) -> None:
    view = ask(sample).dialog.view
    first, last = view.sheets[0], view.sheets[-1]
    qtbot.waitUntil(lambda: first.is_drawn)
    assert not last.is_drawn
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: last.is_drawn)


def test_the_dialog_of_the_system_can_be_opened_without_a_printer(ask: Ask, leaves: str, qtbot: QtBot) -> None:
    made = ask(leaves)
    printer = new_printer(made.dialog.form.wish.metric, "Leaves")
    dialog = printer_dialog(printer, made.dialog)
    QDialog.open(dialog)
    assert dialog.isVisible()
    dialog.reject()


def test_what_is_read_before_a_question_has_no_number(ask: Ask, workspace: Workspace) -> None:
    made = ask(a_quiz(workspace, stimulus(), *three_items()))
    assert [part.number for part in made.pages[0].sheet.parts] == [None, 1, 2, 3]
