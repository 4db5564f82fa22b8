"""A row of a settings form that says what Canvas has set, where the API lets nobody change it."""

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QLabel, QWidget

from app.ui.fields.quiet import QuietLabel
from app.ui.settings.rows import SettingRow, read_moment


class FactRow(SettingRow):
    """The value in words and why it stands still; takes no room while Canvas has said nothing of it."""

    def __init__(self, words: str, why: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.fact = QLabel(self)
        self.fact.setTextFormat(Qt.TextFormat.PlainText)
        self.fact.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.fact.setAccessibleDescription(why)
        self.lay_out(self.fact, labelled=False)
        self.layout_of_parts.insertWidget(1, QuietLabel(why, self))
        self.hide()

    def show_value(self, value: object) -> None:
        """Yes or no, a moment in the system's format, or the text as it is."""
        self.setVisible(value is not None)
        said = self.tr("{setting}: {value}").format(setting=self.words, value=self._said(value))
        self.fact.setText(said)
        self.fact.setAccessibleName(said)

    def _said(self, value: object) -> str:
        if isinstance(value, bool):
            return self.tr("yes") if value else self.tr("no")
        moment = read_moment(str(value))
        return QLocale().toString(moment, QLocale.FormatType.ShortFormat) if moment is not None else str(value)
