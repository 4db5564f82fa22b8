"""Preferences last, survive what they do not know, and never stop the program from starting."""

import json
from pathlib import Path

import pytest

from app.preferences import SETTINGS, TEXT_SIZE, THEME, Preferences, PreferencesNotSaved


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config" / "preferences.json"


def test_every_setting_begins_with_its_default(file: Path) -> None:
    preferences = Preferences(file)
    assert all(preferences.value(setting) == setting.default for setting in SETTINGS)
    assert preferences.problem is None
    assert not file.exists()


def test_a_choice_counts_at_once_and_after_a_restart(file: Path) -> None:
    preferences = Preferences(file)
    preferences.put(THEME, "dark")
    preferences.put(TEXT_SIZE, 125)
    assert (preferences[THEME], preferences[TEXT_SIZE]) == ("dark", 125)
    again = Preferences(file)
    assert (again[THEME], again[TEXT_SIZE]) == ("dark", 125)


def test_keys_of_a_newer_version_stay_in_the_file(file: Path) -> None:
    file.parent.mkdir()
    file.write_text('{"theme": "light", "hologram": [1, 2]}')
    Preferences(file).put(THEME, "dark")
    assert json.loads(file.read_text()) == {"theme": "dark", "hologram": [1, 2]}


def test_what_another_process_chose_meanwhile_is_kept(file: Path) -> None:
    first, second = Preferences(file), Preferences(file)
    first.put(THEME, "dark")
    second.put(TEXT_SIZE, 150)
    assert Preferences(file)[THEME] == "dark"


@pytest.mark.parametrize("content", ["", "{", "[1]", "\x00\x00", '{"theme": "dark"'])
def test_a_damaged_file_is_kept_aside_and_said(file: Path, content: str) -> None:
    file.parent.mkdir()
    file.write_text(content)
    preferences = Preferences(file)
    assert preferences[THEME] == "system"
    assert "damaged" in str(preferences.problem)
    assert file.with_suffix(".broken.json").read_text() == content


@pytest.mark.parametrize("stored", ["purple", 3, None, True, ["dark"]])
def test_a_value_that_does_not_fit_is_the_default(file: Path, stored: object) -> None:
    file.parent.mkdir()
    file.write_text(json.dumps({"theme": stored, "text_size": 5000}))
    assert Preferences(file)[THEME] == "system"
    assert Preferences(file)[TEXT_SIZE] == 100


def test_a_value_that_is_not_allowed_is_refused(file: Path) -> None:
    with pytest.raises(ValueError, match="theme"):
        Preferences(file).put(THEME, "purple")


def test_a_choice_that_cannot_be_kept_still_counts(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("a file where the folder should be")
    preferences = Preferences(tmp_path / "config" / "preferences.json")
    with pytest.raises(PreferencesNotSaved):
        preferences.put(THEME, "dark")
    assert preferences[THEME] == "dark"
