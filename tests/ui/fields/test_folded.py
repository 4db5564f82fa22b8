"""Folded sections and lines of problems."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.checks.problem import error, warning
from app.message import message
from app.ui.fields.fold import remember_fold
from app.ui.fields.folded import FoldedSection
from app.ui.fields.problems import ProblemLines
from app.ui.fields.quiet import QuietLabel
from app.ui.theme import Theme


def test_a_section_unfolds_by_the_keyboard(qtbot: QtBot) -> None:
    section = FoldedSection("Options", QLabel("content"))
    qtbot.addWidget(section)
    section.show()
    section.set_summary("Shuffled")
    with qtbot.waitSignal(section.toggled) as toggled:
        QTest.keyClick(section.heading, Qt.Key.Key_Space)
    assert toggled.args == [True]
    assert section.content.isVisible()


def test_a_folded_section_says_what_it_holds(qtbot: QtBot) -> None:
    section = FoldedSection("Options", QLabel("content"))
    qtbot.addWidget(section)
    section.set_summary("Shuffled, 1 locked")
    assert section.summary == "Shuffled, 1 locked"
    assert section.heading.accessibleDescription() == "Shuffled, 1 locked"
    assert section.heading.accessibleName() == "Options, folded"


def test_problems_take_room_only_while_there_are_some(qtbot: QtBot) -> None:
    lines = ProblemLines()
    qtbot.addWidget(lines)
    lines.show_problems([error("f", "r", message("It is empty."), message("Write it."))])
    assert lines.texts == ["It is empty. Write it."]
    assert lines.isVisible()
    lines.show_problems([])
    assert not lines.isVisible()


def test_a_line_is_used_again_for_another_problem(qtbot: QtBot) -> None:
    lines = ProblemLines()
    qtbot.addWidget(lines)
    lines.show_problems([error("f", "r", message("One.")), error("f", "r", message("Two."))])
    lines.show_problems([warning("f", "r", message("Three."))])
    assert lines.texts == ["Three."]


def test_a_fold_is_remembered_for_the_next_time(qtbot: QtBot, qapp: QApplication) -> None:
    qapp.setOrganizationName("Quizwright tests")
    for opened in (False, True):
        section = FoldedSection("Options", QLabel("content"))
        qtbot.addWidget(section)
        remember_fold(section, "options")
        assert section.is_open is opened
        section.heading.click()
    qapp.setOrganizationName("")


def test_quiet_words_follow_the_size_of_text(qtbot: QtBot, qapp: QApplication) -> None:
    window, theme = QWidget(), Theme(qapp)
    qtbot.addWidget(window)
    label = QuietLabel("quiet", window)
    before = label.font().pointSizeF()
    theme.scale_text(200)
    after = label.font().pointSizeF()
    theme.scale_text(100)
    theme.deleteLater()
    assert after == pytest.approx(2 * before)
    assert label.font().pointSizeF() == pytest.approx(before)
