"""What somebody wants on paper, and the sheets that it makes."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from app.models.quiz import Quiz
from app.paper.exam import exam, key
from app.paper.paper import MIXED, Mixing, Paper, papers
from app.paper.sheet import Sheet
from app.ui.paper.metric import Metric, PaperSize
from app.ui.paper.needs import Needs, needs

What = Literal["both", "exam", "key"]


@dataclass(frozen=True)
class Wish:
    """`printing` is one that is kept, 0 for new versions; `letter` one version of it, "" for all."""

    what: What = "both"
    printing: int = 0
    count: int = 1
    letter: str = ""
    mixing: Mixing = MIXED
    is_large: bool = False
    shows_points: bool = True
    whole_sheets: bool = True
    size: PaperSize = "a4"

    @property
    def metric(self) -> Metric:
        """How it is laid out."""
        return Metric(self.size, self.is_large)


@dataclass(frozen=True, eq=False)
class Composed:
    """Every version, the sheets of those that are wanted, and what is needed to draw them."""

    quiz: Quiz
    papers: tuple[Paper, ...]
    sheets: tuple[Sheet, ...]
    needs: Needs


def composed(quiz: Quiz, kept: tuple[Paper, ...], seed: int, wish: Wish) -> Composed:
    """The sheets of a wish; `kept` are the versions of a printing, none where they are to be made. Any thread may."""
    made = kept or papers(quiz, wish.count, seed, wish.mixing)
    wanted = [paper for paper in made if wish.letter in ("", paper.letter)]
    sheets = tuple(_sheets(quiz, wanted, wish, is_only=len(made) == 1))
    return Composed(quiz, made, sheets, needs(sheets))


def _sheets(quiz: Quiz, wanted: list[Paper], wish: Wish, *, is_only: bool) -> Iterator[Sheet]:
    """All exams, then all keys: they go different ways."""
    if wish.what != "key":
        for paper in wanted:
            yield exam(quiz, paper, shows_points=wish.shows_points, is_only=is_only)
    if wish.what != "exam":
        for paper in wanted:
            yield key(quiz, paper, is_only=is_only)
