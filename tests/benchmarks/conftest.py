"""What the benchmarks share: the table at the end, a long quiz on disk, a very large picture."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from shutil import copytree

import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from app.library.library import Library
from app.models.quiz import NewQuiz
from tests.support.measure.big_picture import big_picture
from tests.support.measure.figure import Figures
from tests.support.measure.long_quiz import OTHER_QUIZZES, QUESTIONS, many_items
from tests.support.measure.opened_quiz import OpenedQuiz, StoredQuiz

_FIGURES = pytest.StashKey[Figures]()


def pytest_configure(config: pytest.Config) -> None:
    """Begin with an empty table."""
    config.stash[_FIGURES] = Figures()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Print the table."""
    figures = config.stash[_FIGURES]
    if figures.rows:
        terminalreporter.section("speed and memory")
        for line in figures.lines():
            terminalreporter.write_line(line)


@pytest.fixture(scope="session")
def figures(pytestconfig: pytest.Config) -> Figures:
    """Where every number goes."""
    return pytestconfig.stash[_FIGURES]


@pytest.fixture(scope="session")
def long_quiz(tmp_path_factory: pytest.TempPathFactory) -> StoredQuiz:
    """A library with 40 quizzes of 25 questions and one of 2,000."""
    folder = tmp_path_factory.mktemp("library")
    with Library.open(folder) as library:
        for number in range(OTHER_QUIZZES):
            items = sorted(many_items(25, seed=number), key=lambda item: item.summary.type != "choice")
            other = library.create_quiz(NewQuiz(title=f"Unit {number + 1}: quiz"), items)
        file = BytesIO()
        Image.linear_gradient("L").save(file, "PNG")
        picture = library.take_media(file.getvalue(), content_type="image/png", width=256, height=256)
        quiz = library.create_quiz(NewQuiz(title="Question bank"), many_items(QUESTIONS, picture=picture))
    return StoredQuiz(folder, quiz.id, other.id)


@pytest.fixture
def open_quiz(qtbot: QtBot) -> Iterator[Callable[..., OpenedQuiz]]:
    """Open a quiz of a library in an active window of some size."""
    shown: list[OpenedQuiz] = []

    def open_one(stored: StoredQuiz, width: int = 1280, height: int = 800) -> OpenedQuiz:
        shown.append(OpenedQuiz(stored))
        with qtbot.waitActive(shown[-1].window):
            shown[-1].show(width, height)
        return shown[-1]

    yield open_one
    for one in shown:
        one.close()


@pytest.fixture
def opened(open_quiz: Callable[..., OpenedQuiz], long_quiz: StoredQuiz, tmp_path: Path) -> OpenedQuiz:
    """A copy of the long quiz, open: what is changed in it does not reach the next benchmark."""
    folder = copytree(long_quiz.folder, tmp_path / "library")
    return open_quiz(replace(long_quiz, folder=folder))


@pytest.fixture(scope="session")
def picture(pytestconfig: pytest.Config) -> Path:
    """A JPEG of 100 megapixels, made once for all runs."""
    assert pytestconfig.cache is not None
    return big_picture(pytestconfig.cache.mkdir("pictures"))


@pytest.fixture(scope="session")
def png_picture(pytestconfig: pytest.Config) -> Path:
    """The same as a PNG."""
    assert pytestconfig.cache is not None
    return big_picture(pytestconfig.cache.mkdir("pictures"), "png")
