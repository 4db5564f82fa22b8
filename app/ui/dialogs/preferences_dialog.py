"""Preferences: made from the table of settings, each applied and kept at once."""

from collections.abc import Callable
from typing import Final, TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QScrollArea,
    QSpinBox,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from app import paths
from app.preferences import (
    HOT_SPOT_FORM,
    HOT_SPOT_WHEEL,
    LOOK_AT_CANVAS,
    OVAL_READING,
    TEXT_SIZE,
    THEME,
    UPDATE_NOTICE,
    Preferences,
    PreferencesNotSaved,
    Setting,
)
from app.ui.commands import Commands
from app.ui.fields.quiet import QuietLabel, Toned
from app.ui.fields.text_button import TextButton
from app.ui.theme import Gap, control_height
from app.ui.words import words
from app.updates.source import source

TEXT_STEP = 5
_OF_LIBRARY: Final = ("move_library", "take_back", "import_library")
"""What is done with the library as a whole; what cannot be done now is not shown."""


T = TypeVar("T", str, int, bool)


class PreferencesDialog(QDialog):
    """Shows the settings that do something in this version; `apply` brings their values into force."""

    def __init__(
        self, preferences: Preferences, apply: Callable[[], None], commands: Commands, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Preferences"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._preferences, self._apply = preferences, apply
        self.theme = self._choice(THEME)
        self.text_size = self._number(TEXT_SIZE)
        self.oval_reading = self._choice(OVAL_READING)
        self.hot_spot_form = self._choice(HOT_SPOT_FORM)
        self.hot_spot_wheel = self._choice(HOT_SPOT_WHEEL)
        self.look_at_canvas = self._tick(LOOK_AT_CANVAS)
        self.update_notice = self._tick(UPDATE_NOTICE)
        self.update_notice.setToolTip(
            self.tr("Nothing is sent about you or your quizzes, and nothing is installed by itself.")
        )
        self.accounts = self._way(commands["accounts"])
        self.problem = QuietLabel("", self)
        self.problem.hide()
        self.ways = [self._way(commands[id_]) for id_ in _OF_LIBRARY if commands[id_].isEnabled()]
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        page = QWidget(self)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(Gap.PAGE, Gap.PAGE, Gap.PAGE, Gap.MEDIUM)
        layout.setSpacing(Gap.TIGHT)
        rows: tuple[tuple[Setting[str] | Setting[int], QWidget], ...] = (
            (THEME, self.theme),
            (TEXT_SIZE, self.text_size),
            (OVAL_READING, self.oval_reading),
            (HOT_SPOT_FORM, self.hot_spot_form),
            (HOT_SPOT_WHEEL, self.hot_spot_wheel),
        )
        for setting, field in rows:
            layout.addWidget(self._label(setting, field))
            layout.addWidget(field)
            layout.addSpacing(Gap.MEDIUM)
        layout.addWidget(self.look_at_canvas)
        layout.addWidget(self.accounts, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.update_notice)
        self.update_notice.setVisible(source(paths.feed_file()) is not None)
        layout.addSpacing(Gap.MEDIUM)
        layout.addWidget(self.problem)
        heading = QLabel(self.tr("Another computer"), self)
        Toned(heading, "text", "section")
        layout.addWidget(heading)
        for way in self.ways:
            layout.addWidget(way, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)
        self._lay_out(page, buttons)

    def _lay_out(self, page: QWidget, buttons: QWidget) -> None:
        """The page scrolls where the text is large and the window small; the button stays in sight."""
        scroll = QScrollArea(self)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields take it
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidgetResizable(True)
        scroll.setWidget(page)
        foot = QVBoxLayout()
        foot.setContentsMargins(Gap.PAGE, Gap.SMALL, Gap.PAGE, Gap.LARGE)
        foot.addWidget(buttons)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(scroll, 1)
        outer.addLayout(foot)
        whole = page.sizeHint() + QSize(0, foot.sizeHint().height())
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        self.setMinimumWidth(max(whole.width() + bar, control_height() * 10))
        parent = self.parentWidget()
        self.resize(self.minimumWidth(), min(whole.height(), parent.height() if parent is not None else whole.height()))

    def _label(self, setting: Setting[str] | Setting[int], field: QWidget) -> QLabel:
        assert setting.title is not None
        label = QLabel(words(setting.title), self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setBuddy(field)
        field.setAccessibleName(label.text())
        field.setMinimumHeight(control_height())
        return label

    def _way(self, action: QAction) -> TextButton:
        """A button for an action that opens a dialog of its own, in the place of this one."""
        button = TextButton(action.text(), self, icon=action.icon())
        button.setToolTip(action.toolTip())
        button.setAutoDefault(False)
        button.clicked.connect(self.accept)
        button.clicked.connect(lambda: action.trigger())
        return button

    def _choice(self, setting: Setting[str]) -> QComboBox:
        box = QComboBox(self)
        for value, name in (setting.choices or {}).items():
            box.addItem(words(name), value)
        box.setCurrentIndex(box.findData(self._preferences[setting]))
        box.activated.connect(lambda _: self._put(setting, str(box.currentData())))
        return box

    def _tick(self, setting: Setting[bool]) -> QCheckBox:
        assert setting.title is not None
        box = QCheckBox(words(setting.title), self)
        box.setMinimumHeight(control_height())
        box.setChecked(self._preferences[setting])
        box.toggled.connect(lambda on: self._put(setting, on))
        return box

    def _number(self, setting: Setting[int]) -> QSpinBox:
        box = QSpinBox(self)
        box.setRange(setting.least or 0, setting.most or 0)
        box.setSingleStep(TEXT_STEP)
        box.setKeyboardTracking(False)
        box.setValue(self._preferences[setting])
        box.valueChanged.connect(lambda value: self._put(setting, value))
        return box

    def _put(self, setting: Setting[T], value: T) -> None:
        try:
            self._preferences.put(setting, value)
        except PreferencesNotSaved as error:
            self.problem.setText(str(error))
            self.problem.show()
        self._apply()
