"""The editor of essays."""

from collections.abc import Callable

import pytest
from PySide6.QtTest import QTest

from app.models.questions.essay import EssayQuestion
from app.ui.editors.essay import EssayEditor
from tests.support.opened import Opened

Open = Callable[[EssayQuestion], Opened]


def editor_of(opened: Opened) -> EssayEditor:
    assert isinstance(opened.editor, EssayEditor)
    return opened.editor


def value(opened: Opened) -> EssayQuestion:
    entry = opened.item.entry
    assert isinstance(entry, EssayQuestion)
    return entry


@pytest.fixture
def essay(opened: Open) -> Opened:
    return opened(EssayQuestion.new().replaced(item_body="<p>Why do leaves fall?</p>"))


@pytest.mark.parametrize("name", ["rce", "word_count", "spell_check"])
def test_every_switch_is_its_own_step(essay: Opened, name: str) -> None:
    before = bool(getattr(value(essay).options, name))
    editor_of(essay).options.switches[name].click()
    assert bool(getattr(value(essay).options, name)) is not before
    assert essay.steps == ["Essay options"]


def test_a_word_limit_has_both_ends_from_the_start(essay: Opened) -> None:
    editor_of(essay).options.limit.click()
    options = value(essay).options
    assert (options.word_limit_enabled, options.word_limit_min, options.word_limit_max) == (True, "1", "500")


def test_the_limits_are_typed_and_kept_while_they_are_off(essay: Opened) -> None:
    options = editor_of(essay).options
    options.limit.click()
    options.most.selectAll()
    QTest.keyClicks(options.most, "250")
    options.limit.click()
    assert (value(essay).options.word_limit_enabled, value(essay).options.most) == (False, 250)
    assert not options.most.isEnabled()


def test_grading_notes_are_plain_text(essay: Opened) -> None:
    QTest.keyClicks(editor_of(essay).notes, "light & <cold>")
    assert value(essay).notes == "light & <cold>"
    essay.document.undo_stack.undo()
    assert (value(essay).notes, editor_of(essay).notes.texts()) == ("", [""])


def test_limits_that_are_upside_down_are_told(essay: Opened) -> None:
    options = editor_of(essay).options
    options.limit.click()
    options.least.selectAll()
    QTest.keyClicks(options.least, "900")
    assert essay.document.problem_count(essay.item.id) == 1
