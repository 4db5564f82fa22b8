"""What only this library knows of an item: undoable, in the history, never sent to Canvas."""

from app.models.value import Map, Value


class Local(Value):
    """Names, locks and hiding of regions by region id; a note for colleagues about the picture; tags for finding."""

    region_names: Map[str] | None = None
    locked_regions: tuple[str, ...] | None = None
    hidden_regions: tuple[str, ...] | None = None
    picture_name: str | None = None
    picture_note: str | None = None
    tags: tuple[str, ...] | None = None
