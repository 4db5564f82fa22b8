"""Where questions go that are imported: into new quizzes, one or several, or into one that is here."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from app.interchange.review import Review
from app.ui.fields.choice_box import ChoiceBox
from app.ui.fields.line import LineField
from app.ui.theme import Gap, control_height

NEW: Final = "new"
ONE: Final = "one"
_PICK: Final = "pick"
_WIDEST_CONTROLS: Final = 14
"""Titles are as wide as lines to be read; in heights of a control."""


@dataclass(frozen=True, slots=True)
class Target:
    """A quiz that is here, and the item below which the questions go, with its number; without one at the end."""

    quiz_id: str
    title: str
    below: str = ""
    number: int = 0


class Destination(QWidget):
    """`changed` when another place was chosen, `pick_wanted` when one is to be looked for among all quizzes."""

    changed = Signal()
    pick_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._targets: dict[str, Target] = {}
        self._several = False
        self._key = NEW
        self.where = ChoiceBox(self.tr("Where the questions go"), (), self)
        self.where.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        label = QLabel(self.tr("Into"), self)
        label.setBuddy(self.where)
        self.title = LineField(self.tr("Title of the new quiz"), self)
        self.title.setPlaceholderText(self.tr("Title of the new quiz"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Gap.SMALL)
        layout.addWidget(label)
        layout.addWidget(self.where, 4)
        layout.addWidget(self.title, 4)
        layout.addStretch(1)
        for field in (self.where, self.title):
            field.setMaximumWidth(control_height() * _WIDEST_CONTROLS)
        self.where.picked.connect(self._choose)

    @property
    def key(self) -> str:
        """`NEW`, `ONE`, or the id of a quiz."""
        return self._key

    @property
    def target(self) -> Target | None:
        """The quiz that is here; None for new ones."""
        return self._targets.get(self._key)

    @property
    def new_title(self) -> str:
        """What the one new quiz is called; "" where each keeps its title, or none is made."""
        one = self._key == ONE or (self._key == NEW and not self._several)
        return self.title.text().strip() if one else ""

    def show_review(self, review: Review, near: Target | None, *, into_near: bool) -> None:
        """Begin with a new quiz, or, with `into_near`, with the quiz that the person came from."""
        materials = [material for file in review.files for material in file.materials]
        self._several = len(materials) > 1
        self._targets = {near.quiz_id: near} if near is not None else {}
        self._key = near.quiz_id if near is not None and into_near else NEW
        self.title.show_text(materials[0].title if materials else "")
        self._fill()

    def add(self, target: Target) -> None:
        """Let the questions go into this quiz."""
        self._targets.setdefault(target.quiz_id, target)
        self._choose(target.quiz_id)

    def _choose(self, key: str) -> None:
        if key == _PICK:
            self.where.show_key(self._key)
            self.pick_wanted.emit()
            return
        self._key = key
        self._fill()
        self.changed.emit()

    def _fill(self) -> None:
        self.where.clear()
        for key, text in self._options():
            self.where.addItem(text, key)
        self.where.show_key(self._key)
        self.title.setVisible(self._key == ONE or (self._key == NEW and not self._several))

    def _options(self) -> list[tuple[str, str]]:
        several = [(NEW, self.tr("A new quiz for each")), (ONE, self.tr("One new quiz for all"))]
        new = several if self._several else [(NEW, self.tr("A new quiz"))]
        known = [(one.quiz_id, self._named(one)) for one in self._targets.values()]
        return [*new, *known, (_PICK, self.tr("A quiz that is here…"))]

    def _named(self, target: Target) -> str:
        title = target.title or self.tr("Untitled quiz")
        if target.number:
            return self.tr("“{title}”, below question {number}").format(title=title, number=target.number)
        return self.tr("“{title}”, at its end").format(title=title)
