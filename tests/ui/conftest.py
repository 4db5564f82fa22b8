"""What all tests of widgets share."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.support.settings import keep_settings_in
from tests.support.shelf import Shelf, open_shelf


@pytest.fixture(autouse=True)
def _own_settings(tmp_path: Path) -> None:
    keep_settings_in(tmp_path)


@pytest.fixture(scope="module")
def shelf(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shelf]:
    """One for a file of tests: where a loop ends, as in tests of Canvas, what draws equations on it is closed."""
    with open_shelf(tmp_path_factory.mktemp("library")) as made:
        yield made
