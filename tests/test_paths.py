"""The program finds its files wherever it was put, and the person's in the platform's own places."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from app.paths import data_folder, preferences_file, resources

WHERE = "from app.paths import resources; print(resources())"


def test_a_checkout_has_its_resources_beside_the_package() -> None:
    assert (resources() / "icons").is_dir()
    assert resources().parent == Path(__file__).parents[1]


def test_an_installed_package_has_its_resources_inside(tmp_path: Path) -> None:
    package = tmp_path / "app"
    (package / "resources").mkdir(parents=True)
    (package / "__init__.py").touch()
    shutil.copy(Path(__file__).parents[1] / "app" / "paths.py", package)
    told = subprocess.run([sys.executable, "-c", WHERE], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert Path(told.stdout.strip()).resolve() == (package / "resources").resolve()


@pytest.mark.skipif(sys.platform != "linux", reason="the folders of this platform")
def test_the_library_lives_in_the_data_folder_of_the_platform(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    assert data_folder() == tmp_path / "data" / "Quizwright"
    assert preferences_file() == tmp_path / "config" / "Quizwright" / "preferences.json"
    assert not list(tmp_path.iterdir())
