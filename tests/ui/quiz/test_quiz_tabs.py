"""The tabs above an open quiz."""

import pytest
from pytestqt.qtbot import QtBot

from app.ui.quiz.quiz_tabs import QuizTabs


def test_an_edit_that_leaves_the_number_of_problems_writes_no_tab_anew(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    tabs = QuizTabs()
    qtbot.addWidget(tabs)
    tabs.show_problems(2)
    written: list[str] = []
    monkeypatch.setattr(tabs, "setTabText", lambda place, text: written.append(text))
    tabs.show_problems(2)
    assert written == []
    tabs.show_problems(3)
    assert "Settings · 3" in written
    tabs.show_problems(0)
    assert written[-5:] == ["Questions", "Settings", "Preview", "History", "Results"]
