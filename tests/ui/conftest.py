"""What all tests of widgets share."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from tests.support.shelf import Shelf, open_shelf


@pytest.fixture(scope="session")
def shelf(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shelf]:
    """One for all tests: what one takes in, another does not see."""
    with open_shelf(tmp_path_factory.mktemp("library")) as made:
        yield made
