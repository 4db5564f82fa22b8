"""What only this library knows of an item or a quiz: undoable, in the history, never sent to Canvas."""

from app.models.cover import Covering
from app.models.value import Map, Value


class Origin(Value):
    """The question that this one was copied from: its quiz, itself, and what the quiz was called then."""

    quiz: str | None = None
    item: str | None = None
    title: str | None = None


class Local(Value):
    """Names, locks and hiding of regions by region id; a note for colleagues about the picture; tags for finding.

    `picture_size` is the width and height of a hot spot's picture in pixels, where it was taken in here; `covering`
    holds the covers that are painted into it; `pattern_examples` are what the pattern of a blank is tried on, by the
    blank's id; `held_back` keeps it from being sent; `origin` is where a copy was taken from.
    """

    region_names: Map[str] | None = None
    locked_regions: tuple[str, ...] | None = None
    hidden_regions: tuple[str, ...] | None = None
    picture_name: str | None = None
    picture_note: str | None = None
    picture_size: tuple[int, int] | None = None
    covering: Covering | None = None
    pattern_examples: Map[tuple[str, ...]] | None = None
    tags: tuple[str, ...] | None = None
    held_back: bool | None = None
    origin: Origin | None = None


class QuizLocal(Value):
    """Tags for finding the quiz, and the questions in it."""

    tags: tuple[str, ...] | None = None
