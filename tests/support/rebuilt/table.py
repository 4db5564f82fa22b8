"""How each question of the sample quiz is written, in the order of the quiz."""

from collections.abc import Callable
from typing import Final

from tests.support.keyboard import Keyboard
from tests.support.rebuilt import blanks, choices, numbers, order, written

WRITERS: Final[dict[int, Callable[[Keyboard], None]]] = {
    1: choices.place,
    4: choices.wall,
    5: choices.green,
    6: choices.night,
    7: order.tasks,
    8: choices.needs,
    9: choices.parts,
    10: blanks.typed,
    11: blanks.chosen,
    12: order.seed_leaves,
    13: order.organs,
    14: order.seedling,
    15: order.sizes,
    16: order.crops,
    17: numbers.peaks,
    18: numbers.glucose,
    19: numbers.magnification,
    20: numbers.duckweed,
    21: written.dark,
    22: written.two_cells,
    23: written.photo,
}
"""By their number in the quiz."""
