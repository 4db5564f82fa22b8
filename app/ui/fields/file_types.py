"""Which types of files are taken: typed as endings, or picked by kind."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from app.checks.problem import Problem
from app.ui.fields.line import LineField
from app.ui.fields.problems import ProblemLines
from app.ui.theme import Gap, control_height

PRESETS: tuple[tuple[object, tuple[str, ...]], ...] = (
    (QT_TRANSLATE_NOOP("FileTypesField", "Documents"), (".pdf", ".doc", ".docx", ".odt", ".rtf", ".txt")),
    (QT_TRANSLATE_NOOP("FileTypesField", "Pictures"), (".png", ".jpg", ".jpeg", ".gif", ".webp", ".heic")),
    (QT_TRANSLATE_NOOP("FileTypesField", "Slides"), (".pdf", ".ppt", ".pptx", ".odp", ".key")),
    (QT_TRANSLATE_NOOP("FileTypesField", "Spreadsheets"), (".csv", ".xls", ".xlsx", ".ods")),
    (QT_TRANSLATE_NOOP("FileTypesField", "Sound"), (".mp3", ".m4a", ".wav", ".ogg", ".flac")),
    (QT_TRANSLATE_NOOP("FileTypesField", "Video"), (".mp4", ".mov", ".webm", ".mkv")),
    (QT_TRANSLATE_NOOP("FileTypesField", "Programs"), (".py", ".java", ".c", ".cpp", ".r", ".ipynb", ".zip")),
)
"""Kinds of files and the endings that they come with."""

_BETWEEN = re.compile(r"[\s,;]+")


class FileTypesField(QWidget):
    """A switch, and the endings that are taken; they are kept while the switch is off."""

    edited = Signal(bool, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._suffixes: tuple[str, ...] = ()
        self.switch = QCheckBox(self.tr("Take only some types of files"), self)
        self.line = LineField(self.tr("File endings"), self)
        self.line.setPlaceholderText(self.tr("for example .pdf, .docx"))
        self.presets = QPushButton(self.tr("Add a kind"), self)
        self.presets.setMinimumHeight(control_height())
        self.presets.setMenu(self._menu())
        self._problems = ProblemLines(self)
        self._lay_out()
        self.switch.clicked.connect(lambda on: self.edited.emit(on, self._suffixes))
        self.line.edited.connect(self._take)

    def show_types(self, on: bool, suffixes: tuple[str, ...]) -> None:
        """Show the switch and the endings; what says the same stays as it was typed."""
        self.switch.setChecked(on)
        self.line.setEnabled(on)
        self.presets.setEnabled(on)
        if not self.line.hasFocus() or suffixes_of(self.line.text()) != suffixes:
            self.line.show_text(", ".join(suffixes))
        self._suffixes = suffixes

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show what is wrong with the endings."""
        self._problems.show_problems(problems)

    def finish(self) -> None:
        """Write the endings as they are kept."""
        self.line.finish()
        self.line.show_text(", ".join(self._suffixes))

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        for name, suffixes in PRESETS:
            action = menu.addAction(self.tr(str(name)))
            action.setToolTip(", ".join(suffixes))
            action.triggered.connect(lambda _=False, more=suffixes: self._add(more))
        menu.setToolTipsVisible(True)
        return menu

    def _add(self, more: tuple[str, ...]) -> None:
        self._say(tuple(dict.fromkeys((*self._suffixes, *more))))

    def _take(self, text: str) -> None:
        suffixes = suffixes_of(text)
        if suffixes != self._suffixes:
            self._say(suffixes)

    def _say(self, suffixes: tuple[str, ...]) -> None:
        self._suffixes = suffixes
        self.edited.emit(self.switch.isChecked(), suffixes)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(Gap.SMALL)
        line.addWidget(self.line, 1)
        line.addWidget(self.presets)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Gap.SMALL)
        layout.addWidget(self.switch)
        layout.addLayout(line)
        layout.addWidget(self._problems)


def suffixes_of(text: str) -> tuple[str, ...]:
    """The endings that a typed list names, each once and with its point."""
    names = (word.lstrip("*.").lower() for word in _BETWEEN.split(text))
    return tuple(dict.fromkeys(f".{name}" for name in names if name))
