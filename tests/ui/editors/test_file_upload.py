"""The editor of file upload."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.models.questions.file_upload import FileUploadQuestion
from app.ui.editors.file_upload import FileUploadEditor
from tests.support.opened import Opened

Open = Callable[[FileUploadQuestion], Opened]


def editor_of(opened: Opened) -> FileUploadEditor:
    assert isinstance(opened.editor, FileUploadEditor)
    return opened.editor


def value(opened: Opened) -> FileUploadQuestion:
    entry = opened.item.entry
    assert isinstance(entry, FileUploadQuestion)
    return entry


@pytest.fixture
def files(opened: Open) -> Opened:
    return opened(FileUploadQuestion.new().replaced(item_body="<p>Hand in your essay.</p>"))


def test_the_number_of_files_is_limited_and_typed(files: Opened) -> None:
    count = editor_of(files).count
    assert not count.number.isEnabled()
    count.switch.click()
    count.number.selectAll()
    QTest.keyClicks(count.number, "12")
    assert (value(files).restricts_count, value(files).files_count) == (True, 12)
    assert files.steps == ["Number of files", "Number of files"]


def test_arrows_count_and_never_below_one(files: Opened) -> None:
    count = editor_of(files).count
    count.switch.click()
    QTest.keyClick(count.number, Qt.Key.Key_Up)
    assert value(files).files_count == 2
    QTest.keyClick(count.number, Qt.Key.Key_Down)
    QTest.keyClick(count.number, Qt.Key.Key_Down)
    assert value(files).files_count == 1


def test_a_number_is_kept_while_its_limit_is_off(files: Opened) -> None:
    count = editor_of(files).count
    count.switch.click()
    QTest.keyClick(count.number, Qt.Key.Key_Up)
    count.switch.click()
    assert (value(files).restricts_count, value(files).files_count) == (False, 2)


def test_endings_are_typed_as_people_write_them(files: Opened) -> None:
    types = editor_of(files).types
    types.switch.click()
    types.line.setFocus()
    QTest.keyClicks(types.line, "pdf; *.DOCX ,")
    assert value(files).allowed_types == (".pdf", ".docx")
    assert types.line.text() == "pdf; *.DOCX ,"
    editor_of(files).text.setFocus()
    files.editor.finish()
    assert types.line.text() == ".pdf, .docx"


def test_a_kind_adds_its_endings_once(files: Opened) -> None:
    types = editor_of(files).types
    types.switch.click()
    pictures = types.presets.menu().actions()[1]
    pictures.trigger()
    pictures.trigger()
    assert value(files).allowed_types == (".png", ".jpg", ".jpeg", ".gif", ".webp", ".heic")


def test_a_missing_ending_is_told_at_its_field(files: Opened) -> None:
    editor_of(files).types.switch.click()
    assert files.document.problem_count(files.item.id) == 1
