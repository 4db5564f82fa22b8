"""Covers are painted beside the window, and no step of the undo is lost or gained by it."""

import io
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from app.errors import UserError
from app.geometry.box import Box
from app.geometry.region import Region
from app.geometry.shape import Oval
from app.models.cover import Cover
from app.models.covering import unpainted, with_covers
from app.models.item import Item
from app.models.questions.hot_spot import HotSpotQuestion
from app.models.quiz import NewQuiz, Quiz
from app.session.cover_painter import CoverPainter
from app.session.document import Document
from app.session.edit import Edit
from app.session.pictures import TakenPicture
from app.sync.held import held_reason
from tests.support.shelf import Shelf, open_shelf

WHITE = Cover(id="1", box=(0.0, 0.0, 0.5, 0.5), fill="#ffffff")
BLACK = Cover(id="2", box=(0.5, 0.5, 1.0, 1.0), fill="#000000")


@pytest.fixture
def shelf(tmp_path: Path, qtbot: QtBot) -> Iterator[Shelf]:
    with open_shelf(tmp_path) as made:
        yield made


@pytest.fixture
def original(shelf: Shelf, qtbot: QtBot) -> str:
    out = io.BytesIO()
    taken: list[TakenPicture | UserError] = []
    Image.new("RGB", (40, 20), "teal").save(out, "PNG")
    shelf.pictures.take(out.getvalue(), "heart.png", taken.append)
    shelf.settle(qtbot)
    assert isinstance(taken[0], TakenPicture)
    return taken[0].reference


@pytest.fixture
def document(shelf: Shelf, original: str) -> Iterator[Document]:
    quiz = Quiz("q", NewQuiz(), (Item.of(HotSpotQuestion.new().with_picture(original)),))
    document = Document(quiz, {})
    painter = CoverPainter(document, lambda: shelf.pictures, document)
    yield document
    painter.stop()


def cover(document: Document, original: str, *covers: Cover) -> None:
    document.edit_item(with_covers(document.quiz.items[0], covers, original), Edit("Add cover"))


def picture(document: Document) -> str | None:
    question = document.quiz.items[0].entry
    assert isinstance(question, HotSpotQuestion)
    return question.picture


def test_the_painted_picture_follows_in_the_same_step(
    document: Document, original: str, shelf: Shelf, qtbot: QtBot
) -> None:
    cover(document, original, WHITE)
    assert picture(document) is None
    qtbot.waitUntil(lambda: picture(document) not in (None, original))
    assert document.undo_stack.count() == 1
    path = shelf.pictures.path_of(picture(document) or "")
    assert path is not None
    with Image.open(path) as painted:
        assert painted.getpixel((5, 5)) == (255, 255, 255)
        assert painted.getpixel((35, 5)) == (0, 128, 128)


@pytest.mark.parametrize("is_covered", [True, False])
def test_an_edit_of_regions_is_not_written_as_json_to_look_for_covers(
    document: Document, original: str, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, is_covered: bool
) -> None:
    if is_covered:
        cover(document, original, WHITE)
        qtbot.waitUntil(lambda: picture(document) not in (None, original))
    document.stop()  # comparing questions reads them as JSON, and on a busy machine it is due now
    written: list[str] = []
    monkeypatch.setattr(Item, "document", property(lambda item: written.append(item.id)))
    item = document.quiz.items[0]
    question = item.entry
    assert isinstance(question, HotSpotQuestion)
    regions = (Region("1", Oval(Box(0.1, 0.1, 0.3, 0.3))),)
    document.edit_item(item.with_entry(question.with_regions(regions)), Edit("Draw oval"))
    assert written == []


def test_undo_brings_the_former_picture_and_redo_the_painted_one(
    document: Document, original: str, qtbot: QtBot
) -> None:
    cover(document, original, WHITE)
    qtbot.waitUntil(lambda: picture(document) is not None)
    first = picture(document)
    cover(document, original, WHITE, BLACK)
    qtbot.waitUntil(lambda: picture(document) is not None)
    second = picture(document)
    document.undo_stack.undo()
    assert picture(document) == first
    document.undo_stack.undo()
    assert picture(document) == original
    document.undo_stack.setIndex(2)
    qtbot.waitUntil(lambda: picture(document) == second)


def test_a_question_is_held_back_until_its_covers_are_painted(document: Document, original: str, qtbot: QtBot) -> None:
    cover(document, original, WHITE)
    assert "covers" in str(held_reason(document.quiz.items[0]))
    qtbot.waitUntil(lambda: picture(document) is not None)
    assert "covers" not in str(held_reason(document.quiz.items[0]))


def test_a_quiz_that_was_closed_before_its_covers_were_painted_gets_them_when_it_is_opened(
    document: Document, original: str, shelf: Shelf, qtbot: QtBot
) -> None:
    item = with_covers(document.quiz.items[0], (WHITE,), original)
    stored = Item.stored(item.id, item.points, item.entry_type, item.document, item.summary)
    again = Document(Quiz("q", NewQuiz(), (stored,)), {})
    CoverPainter(again, lambda: shelf.pictures, again)
    qtbot.waitUntil(lambda: picture(again) is not None)
    assert unpainted(again.quiz.items[0]) is None


def test_without_covers_the_original_is_the_picture_again(document: Document, original: str, qtbot: QtBot) -> None:
    cover(document, original, WHITE)
    qtbot.waitUntil(lambda: picture(document) is not None)
    cover(document, original)
    assert picture(document) == original
    assert "covering" not in document.quiz.items[0].local.wire()


def test_a_copy_of_the_question_has_the_covers_too(document: Document, original: str, qtbot: QtBot) -> None:
    cover(document, original, WHITE)
    document.insert_items([document.quiz.items[0].with_id("copy")], 1, "Duplicate question")
    qtbot.waitUntil(lambda: all(unpainted(item) is None for item in document.quiz.items))
    assert document.quiz.items[0].entry == document.quiz.items[1].entry


def test_a_burst_of_changes_is_painted_once(
    document: Document, original: str, shelf: Shelf, tmp_path: Path, qtbot: QtBot
) -> None:
    before = len(list((tmp_path / "media").glob("*/*")))
    for step in range(20):
        cover(document, original, WHITE.replaced(box=(step / 100, 0.0, 0.5, 0.5)))
    qtbot.waitUntil(lambda: picture(document) is not None)
    assert len(list((tmp_path / "media").glob("*/*"))) == before + 1


def test_a_picture_that_is_lost_leaves_the_question_held_back(document: Document, qtbot: QtBot, shelf: Shelf) -> None:
    painter = document.findChild(CoverPainter)
    assert painter is not None
    cover(document, f"media:{'0' * 64}", WHITE)
    qtbot.waitUntil(lambda: painter.has_failed)
    assert "covers" in str(held_reason(document.quiz.items[0]))


def test_what_is_typed_is_kept_while_a_picture_is_being_made(shelf: Shelf, qtbot: QtBot) -> None:
    order: list[str] = []
    release = threading.Event()
    shelf.pictures.studio.submit(release.wait, lambda _: order.append("picture"))
    shelf.writer.submit(lambda: None, lambda _: order.append("text"))
    qtbot.waitUntil(lambda: order == ["text"])
    release.set()
    qtbot.waitUntil(lambda: order == ["text", "picture"])
