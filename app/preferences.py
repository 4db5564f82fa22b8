"""What the person prefers on this computer: a table of settings, kept in one JSON file of their own."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Generic, TypeVar

from app.durable_file import write_durably
from app.errors import UserError
from app.message import Message, message

T = TypeVar("T", str, int, bool)


@dataclass(frozen=True, slots=True)
class Setting(Generic[T]):
    """One preference: the dialog is made from this table, and applies each at once.

    `choices` closes the set of texts, `least` and `most` bound a number; a setting without a title is never shown.
    One that `stays` is of this computer alone, and does not move to another one with the library.
    """

    key: str
    default: T
    title: Message | None = None
    choices: Mapping[str, Message] | None = None
    least: int | None = None
    most: int | None = None
    stays: bool = False

    def accepts(self, value: object) -> bool:
        """Whether a value that came from a file or a field may stand here."""
        if type(value) is not type(self.default):
            return False
        if isinstance(value, int) and not isinstance(value, bool):
            return (self.least is None or value >= self.least) and (self.most is None or value <= self.most)
        return self.choices is None or value in self.choices


THEME = Setting(
    "theme",
    "system",
    message("Theme"),
    choices={"system": message("As the computer"), "light": message("Light"), "dark": message("Dark")},
)
TEXT_SIZE = Setting("text_size", 100, message("Text size (%)"), least=75, most=200)
LIBRARY_FOLDER = Setting("library_folder", "", message("Library folder"), stays=True)
DAILY_BACKUP = Setting("daily_backup", True, message("Back up the library every day"))
OVAL_READING = Setting(
    "oval_reading",
    "corners",
    message("Ovals of hot spots on Canvas"),
    choices={
        "corners": message("Two corners, as its editor writes them"),
        "centre-size": message("Centre and size, as its document says"),
    },
)
"""What the two points of an oval mean: the values are those of `geometry.wire.OvalReading`."""
HOT_SPOT_FORM = Setting(
    "hot_spot_form",
    "list",
    message("New hot spots with one region"),
    choices={
        "list": message("A list of one, as Canvas writes it today"),
        "single": message("One object, as its document says"),
    },
)
HOT_SPOT_WHEEL = Setting(
    "hot_spot_wheel",
    "zoom",
    message("The mouse wheel on a hot spot's picture"),
    choices={
        "zoom": message("Zooms"),
        "move": message("Moves the picture; with Ctrl it zooms"),
    },
)
LOOK_AT_CANVAS = Setting("look_at_canvas", True, message("Look for changes on Canvas while you are not writing"))
RESULTS_DAYS = Setting("results_days", 30, message("Keep results of students (days)"), least=1, most=3650)
SIGN_IN = Setting("signed_in", "", stays=True)
"""The id of the account that was used last."""
WINDOW = Setting("window", "", stays=True)
"""Size and place of the window, as Qt writes it, in base64."""

UPDATE_NOTICE = Setting("update_notice", True, message("Tell me once a day if there is a new version"))
UPDATE_ASKED = Setting("update_asked", 0, stays=True)
"""When the feed was last asked, in epoch seconds."""
UPDATE_SERIAL = Setting("update_serial", 0, stays=True)
"""The number of the newest feed that was believed: an older one is no news."""

AnySetting = Setting[str] | Setting[int] | Setting[bool]

SETTINGS: tuple[AnySetting, ...] = (
    THEME,
    TEXT_SIZE,
    LIBRARY_FOLDER,
    DAILY_BACKUP,
    OVAL_READING,
    HOT_SPOT_FORM,
    HOT_SPOT_WHEEL,
    LOOK_AT_CANVAS,
    RESULTS_DAYS,
    SIGN_IN,
    WINDOW,
    UPDATE_NOTICE,
    UPDATE_ASKED,
    UPDATE_SERIAL,
)
"""Every setting that there is."""


class PreferencesNotSaved(UserError):
    """The preferences could not be written; the value counts until the program ends."""


class Preferences:
    """The settings of one file. A value that the file lacks, or that does not fit, is the default.

    A file that cannot be read is kept aside, and `problem` says so. Keys that are not known here, as a newer version
    writes them, stay in the file.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self.problem: Message | None = None
        self._taking = Lock()
        self._values = self._read()

    def __getitem__(self, setting: Setting[T]) -> T:
        """The value that counts."""
        value: T = self.value(setting)  # type: ignore[assignment]  # it accepts only values of its default's type
        return value

    def value(self, setting: AnySetting) -> str | int | bool:
        """The same for a setting out of the table, whose type is not known."""
        value = self._values.get(setting.key, setting.default)
        return value if isinstance(value, (str, int)) and setting.accepts(value) else setting.default

    def is_chosen(self, setting: AnySetting) -> bool:
        """Whether the person has chosen a value, be it the default."""
        return setting.key in self._values

    def put(self, setting: Setting[T], value: T) -> None:
        """Let a value count from now on, and keep it. Raises ValueError, `PreferencesNotSaved`."""
        self.take(setting, value)

    def take(self, setting: AnySetting, value: object) -> None:
        """The same for a value that comes from elsewhere. Raises as `put`."""
        if not setting.accepts(value):
            raise ValueError(f"{setting.key} cannot be {value!r}")
        with self._taking:
            self._values = {**self._read(), **self._values, setting.key: value}
            try:
                write_durably(self._path, json.dumps(self._values, ensure_ascii=False, indent=1).encode())
            except OSError as error:
                raise _not_saved(self._path, error) from error

    def _read(self) -> dict[str, object]:
        try:
            values = json.loads(self._path.read_bytes())
        except FileNotFoundError:
            return {}
        except OSError as error:
            self.problem = message("The preferences could not be read: {reason}.", reason=error.strerror or str(error))
            return {}
        except (ValueError, RecursionError):
            values = None
        if isinstance(values, dict):
            return values
        self._keep_aside()
        return {}

    def _keep_aside(self) -> None:
        aside = self._path.with_suffix(".broken.json")
        self.problem = message(
            'The preferences were damaged. The defaults are used; the old file is "{aside}".', aside=str(aside)
        )
        try:
            self._path.replace(aside)
        except OSError as error:
            self.problem = message("The preferences could not be read: {reason}.", reason=error.strerror or str(error))


def _not_saved(path: Path, error: OSError) -> PreferencesNotSaved:
    said = message('The preferences could not be saved in "{path}": {reason}.', path=str(path), reason=str(error))
    return PreferencesNotSaved(said, message("Your choice counts until you close Quizwright."))
