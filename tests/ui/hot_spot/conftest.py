"""A drawer with a picture in an active window."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from pytestqt.qtbot import QtBot

from app.models.item import Item
from app.models.questions.hot_spot import HotSpotQuestion
from app.models.quiz import NewQuiz, Quiz
from app.session.document import Document
from app.ui.hot_spot.drawer import HotSpotDrawer
from tests.support.desk import Desk


@pytest.fixture(scope="session")
def picture(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A photo-like JPEG that is wider than high."""
    path = tmp_path_factory.mktemp("pictures") / "heart.jpg"
    image = Image.linear_gradient("L").resize((1500, 1000)).convert("RGB")
    ImageDraw.Draw(image).ellipse((500, 300, 1000, 800), fill=(160, 40, 50))
    image.save(path)
    return path


@pytest.fixture
def drawer(qtbot: QtBot) -> HotSpotDrawer:
    """An empty drawer in a window of its own."""
    made = HotSpotDrawer()
    qtbot.addWidget(made)
    made.resize(1000, 700)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


@pytest.fixture
def open_picture(qtbot: QtBot) -> Callable[[HotSpotDrawer, Path], None]:
    """Show a picture and wait until all of it is there."""

    def open_one(drawer: HotSpotDrawer, path: Path) -> None:
        with qtbot.waitSignal(drawer.picture_ready):
            drawer.show_picture(path, name=path.name)

    return open_one


@pytest.fixture
def desk(drawer: HotSpotDrawer, picture: Path, open_picture: Callable[[HotSpotDrawer, Path], None]) -> Desk:
    """The drawer on a document with one hot-spot question without regions."""
    open_picture(drawer, picture)
    document = Document(Quiz("q", NewQuiz(), (Item.of(HotSpotQuestion.new()),)), {}, drawer)
    made = Desk(drawer, document, picture)
    drawer.regions_edited.connect(made.take)
    drawer.covers_edited.connect(made.take_covers)
    document.changed.connect(lambda quiz: made.show())
    drawer.view.setFocus()
    return made
