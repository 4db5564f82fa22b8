"""Quizzes of a course that seem to be copies of quizzes here: the person says which are linked."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.message import Message, message
from app.sync.copied import Copy
from app.ui.fields.quiet import QuietLabel
from app.ui.theme import Gap, control_height
from app.ui.words import words


class CopiesDialog(QDialog):
    """`link_wanted` and `own_wanted` carry the copies that are ticked; closing it leaves all of them on Canvas."""

    link_wanted = Signal(list)
    own_wanted = Signal(list)

    def __init__(self, copies: Sequence[Copy], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Copies of your quizzes"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._copies = tuple(copies)
        self.note = QuietLabel(
            self.tr(
                "These quizzes have the same questions as quizzes on this computer. A linked quiz is one quiz in both "
                "courses: what you write goes to each with its own sync. The sync shows what differs; nothing is sent "
                "before."
            ),
            self,
        )
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Copies"))
        self.list.setWordWrap(True)
        self.list.setSizeAdjustPolicy(QListWidget.SizeAdjustPolicy.AdjustToContents)
        for copy in self._copies:
            item = QListWidgetItem(words(_told(copy)), self.list)
            item.setCheckState(Qt.CheckState.Checked)
            item.setSizeHint(QSize(0, control_height()))
        self.list.setCurrentRow(0)
        self.list.itemChanged.connect(self._follow_ticks)
        buttons = QDialogButtonBox(self)
        self.link = buttons.addButton(self.tr("Link to mine"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.own = buttons.addButton(self.tr("Bring as new quizzes"), QDialogButtonBox.ButtonRole.ActionRole)
        self.later = buttons.addButton(self.tr("Leave on Canvas"), QDialogButtonBox.ButtonRole.RejectRole)
        self.link.clicked.connect(lambda: self._choose(self.link_wanted.emit))
        self.own.clicked.connect(lambda: self._choose(self.own_wanted.emit))
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Gap.PAGE, Gap.PAGE, Gap.PAGE, Gap.LARGE)
        layout.setSpacing(Gap.MEDIUM)
        for part in (self.note, self.list, buttons):
            layout.addWidget(part)
        self.setMinimumWidth(control_height() * 16)

    @property
    def ticked(self) -> list[Copy]:
        """The copies that are ticked."""
        checked = Qt.CheckState.Checked
        return [copy for place, copy in enumerate(self._copies) if self.list.item(place).checkState() == checked]

    def _follow_ticks(self) -> None:
        for button in (self.link, self.own):
            button.setEnabled(bool(self.ticked))

    def _choose(self, tell: Callable[[list[Copy]], object]) -> None:
        ticked = self.ticked
        self.accept()
        tell(ticked)


def _told(copy: Copy) -> Message:
    same = message(
        "1 of {all} questions is the same",
        plural="{count} of {all} questions are the same",
        count=len(copy.pairs),
        all=len(copy.rows),
    )
    if copy.title == copy.quiz_title:
        return message("“{title}”: {same}", title=copy.title, same=same)
    return message("“{title}”, here “{mine}”: {same}", title=copy.title, mine=copy.quiz_title, same=same)
