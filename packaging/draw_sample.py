"""Draws the pictures of the sample quiz and writes resources/sample.quizwright; run it after a change.

Two questions of each type; each option of their editors is used at least once. The same code gives the same bytes.
"""

from collections.abc import Callable
from pathlib import Path

import sample_blanks
import sample_choices
import sample_numbers
import sample_order
import sample_spots
import sample_written
from PySide6.QtGui import QGuiApplication
from sample_cell import cell
from sample_leaf import leaf
from sample_picture import jpeg

from app.library.media import MediaFolder
from app.library.native_file import write_native
from app.models.item import Item
from app.models.quiz import NewQuiz, Quiz

TITLE = "Sample: how plants live"
_INSTRUCTIONS = (
    "<p>Two questions of each type, all about plants. Look around, change what you like, try "
    "<strong>everything</strong>. Nothing here reaches students unless you send it.</p>"
)


def main(root: Path) -> None:
    """Write the sample quiz below `root`/resources."""
    media = MediaFolder(root / "build" / "sample")
    pictures = [f"media:{media.keep(jpeg(drawn))}" for drawn in (cell(), leaf())]
    write_native(root / "resources" / "sample.quizwright", sample_quiz(*pictures), media.read)


def sample_quiz(cell_picture: str, leaf_picture: str) -> Quiz:
    """The quiz, with these references for its two pictures."""
    rows: tuple[Callable[[int], Item], ...] = (
        sample_choices.place,
        lambda number: sample_spots.nucleus(number, cell_picture),
        lambda number: sample_spots.layers(number, leaf_picture),
        sample_choices.wall,
        sample_choices.green,
        sample_choices.night,
        sample_order.tasks,
        sample_choices.needs,
        sample_choices.parts,
        sample_blanks.typed,
        sample_blanks.chosen,
        sample_order.seed_leaves,
        sample_order.organs,
        sample_order.seedling,
        sample_order.sizes,
        sample_order.crops,
        sample_numbers.peaks,
        sample_numbers.glucose,
        sample_numbers.magnification,
        sample_numbers.duckweed,
        sample_written.dark,
        sample_written.two_cells,
        sample_written.photo,
        lambda number: sample_written.drawing(number, cell_picture),
    )
    items = tuple(make(number) for number, make in enumerate(rows, start=1))
    return Quiz("sample", NewQuiz(title=TITLE, instructions=_INSTRUCTIONS), items)


if __name__ == "__main__":
    application = QGuiApplication([])
    main(Path(__file__).resolve().parents[1])
