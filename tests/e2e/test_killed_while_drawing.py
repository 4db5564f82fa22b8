"""The app is killed while the person draws: regions that were called saved are there, and the library is sound."""

import os
import random
from pathlib import Path

from PIL import Image

from app.library.library import Library
from app.models.item import Item
from app.models.questions.hot_spot import HotSpotQuestion
from app.models.quiz import NewQuiz
from tests.support.killed import killed_after

KILLS = 4
KILLS_LONG = 100


def test_33_regions_that_were_called_saved_survive_a_kill(tmp_path: Path, long: bool) -> None:
    rng, picture, folder, acknowledged = random.Random(33), tmp_path / "heart.png", tmp_path / "library", 0
    Image.linear_gradient("L").resize((1500, 1000)).save(picture)
    with Library.open(folder) as library:
        quiz_id = library.create_quiz(NewQuiz(title="Heart"), [Item.of(HotSpotQuestion.new())]).id
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    for _ in range(KILLS_LONG if long else KILLS):
        program = ["-m", "tests.support.drawing_app", str(folder), quiz_id, str(picture)]
        said = killed_after(rng.uniform(0, 0.1), program, environment, lines=rng.randint(1, 4))
        with Library.open(folder) as library:
            library.check()
            (item,) = library.open_quiz(quiz_id).quiz.items
        assert isinstance(item.entry, HotSpotQuestion)
        regions = item.entry.regions(item.local)
        assert len(regions) >= max([acknowledged, *map(int, said)])
        assert [region.id for region in regions] == [str(number + 1) for number in range(len(regions))]
        acknowledged = len(regions)
    assert acknowledged > 0
