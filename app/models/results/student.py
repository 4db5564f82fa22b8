"""A student of a course (Canvas, Users API, User)."""

from app.models.results.identity import Id
from app.models.value import Value


class Student(Value):
    """Who it is; `sortable_name` begins with the family name."""

    id: Id
    name: str | None = None
    sortable_name: str | None = None

    @property
    def shown(self) -> str:
        """A name for a person, never empty."""
        return self.name or self.sortable_name or self.id
