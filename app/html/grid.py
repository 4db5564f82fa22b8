"""The rows of a table as it is read: whether it is regular enough to be edited."""

from app.html.element import CELLS, ROW_GROUPS
from app.html.tag import Tag

_PARENTS = {
    "colgroup": frozenset({"table"}),
    "tr": ROW_GROUPS | {"table"},
    **dict.fromkeys(ROW_GROUPS, frozenset({"table"})),
    **dict.fromkeys(CELLS, frozenset({"tr"})),
}


class Grid:
    """Counts cells. A table with a caption, with spans, with another table or with loose words in it is spoiled."""

    def __init__(self, *, spoiled: bool) -> None:
        self.spoiled = spoiled
        self.rows: list[int] = []

    @property
    def is_regular(self) -> bool:
        """Whether every row has the same number of cells."""
        return not self.spoiled and bool(self.rows) and self.rows[0] > 0 and len(set(self.rows)) == 1

    def meet(self, name: str, parent: str, tag: Tag) -> None:
        """A start tag between the cells."""
        if parent not in _PARENTS.get(name, ()):
            self.spoiled |= name != "table" or parent in _PARENTS["tr"] | {"tr"}
        elif name == "tr":
            self.rows.append(0)
        elif name in CELLS:
            self.rows[-1] += 1
            self.spoiled |= any(tag.attribute(span) not in {"", "1"} for span in ("colspan", "rowspan"))
        elif name == "colgroup":
            self.spoiled |= bool(self.rows)
