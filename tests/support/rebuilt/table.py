"""How each question of the sample quiz is written, in the order of the quiz."""

from collections.abc import Callable
from typing import Final

from tests.support.keyboard import Keyboard
from tests.support.rebuilt import blanks, choices, numbers, order, spots, written

WRITERS: Final[tuple[Callable[[Keyboard], None], ...]] = (
    choices.place,
    spots.nucleus,
    spots.layers,
    choices.wall,
    choices.green,
    choices.night,
    order.tasks,
    choices.needs,
    choices.parts,
    blanks.typed,
    blanks.chosen,
    order.seed_leaves,
    order.organs,
    order.seedling,
    order.sizes,
    order.crops,
    numbers.peaks,
    numbers.glucose,
    numbers.magnification,
    numbers.duckweed,
    written.dark,
    written.two_cells,
    written.photo,
    written.drawing,
)
