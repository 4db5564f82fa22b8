"""A title that is longer than its line is cut, and says all of itself to who asks."""

from pytestqt.qtbot import QtBot

from app.ui.fields.cut_label import CutLabel


def test_a_title_that_does_not_fit_is_told_by_its_tooltip(qtbot: QtBot) -> None:
    label = CutLabel()
    qtbot.addWidget(label)
    label.setText("Sample: how plants live and breathe")
    label.resize(60, 30)
    label.grab()
    assert label.toolTip() == label.text()
    label.resize(label.sizeHint())
    label.grab()
    assert label.toolTip() == ""


def test_it_never_makes_a_window_wider(qtbot: QtBot) -> None:
    label = CutLabel()
    qtbot.addWidget(label)
    label.setText("long " * 100)
    assert label.minimumSizeHint().width() < 100
