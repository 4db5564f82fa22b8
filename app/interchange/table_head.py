"""The first row of a table, and what a person says that its columns are."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

UNREAD: Final = ""
QUESTION: Final = "question"
ANSWER: Final = "answer"
ROLES: Final = (UNREAD, QUESTION, ANSWER, "key", "kind", "points", "label", "feedback", "correct", "incorrect", "tags")
"""What a column may be; answers alone may be several."""

Roles = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """What the columns of a table are; where its first row is not `headed`, that is a question as well."""

    roles: Roles
    headed: bool = True


KnownRoles = Mapping[tuple[str, ...], Said]
"""What is said of tables, by the cells of their first row."""


class OfEvery(Mapping[tuple[str, ...], Said]):
    """The same said of every table, whatever its first row."""

    def __init__(self, said: Said) -> None:
        self._said = said

    def __getitem__(self, _names: tuple[str, ...]) -> Said:
        return self._said

    def __iter__(self) -> Iterator[tuple[str, ...]]:
        return iter(())

    def __len__(self) -> int:
        return 0


@dataclass(frozen=True, slots=True)
class TableHead:
    """The first row of a table, a cell of each column that is filled, and what each is.

    Where it is not `headed`, the first row names nothing and is read like the others.
    """

    names: tuple[str, ...]
    samples: tuple[str, ...]
    roles: Roles
    headed: bool = True

    @property
    def said(self) -> Said:
        """What is to be remembered of it."""
        return Said(self.roles, self.headed)

    def with_role(self, place: int, role: str) -> "TableHead":
        """One column is something else now; another that was it is not read any more, but for answers."""
        single = role not in (UNREAD, ANSWER)
        before = (UNREAD if single and one == role else one for one in self.roles)
        roles = tuple(role if n == place else one for n, one in enumerate(before))
        return replace(self, roles=roles)

    @property
    def is_enough(self) -> bool:
        """Whether there are questions to be read."""
        return QUESTION in self.roles
