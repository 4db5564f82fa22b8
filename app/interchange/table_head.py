"""The first row of a table, and what a person says that its columns are."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

UNREAD: Final = ""
QUESTION: Final = "question"
ANSWER: Final = "answer"
ROLES: Final = (UNREAD, QUESTION, ANSWER, "key", "kind", "points", "label", "feedback", "correct", "incorrect", "tags")
"""What a column may be; answers alone may be several."""

Roles = tuple[str, ...]
KnownRoles = Mapping[tuple[str, ...], Roles]
"""What is said of tables, by the names in their first row."""


@dataclass(frozen=True, slots=True)
class TableHead:
    """The names of the columns, a cell of each that is filled, and what each is."""

    names: tuple[str, ...]
    samples: tuple[str, ...]
    roles: Roles

    def with_role(self, place: int, role: str) -> "TableHead":
        """One column is something else now; another that was it is not read any more, but for answers."""
        single = role not in (UNREAD, ANSWER)
        before = (UNREAD if single and one == role else one for one in self.roles)
        roles = tuple(role if n == place else one for n, one in enumerate(before))
        return TableHead(self.names, self.samples, roles)

    @property
    def is_enough(self) -> bool:
        """Whether there are questions to be read."""
        return QUESTION in self.roles
