"""Templates of settings: kept by name, to be given to other quizzes."""

from dataclasses import dataclass

from app.library.library import Library
from app.models.quiz import NewQuiz


@dataclass(frozen=True, slots=True)
class Template:
    """Settings under a name; in `fields` only those are set that travel."""

    id: str
    name: str
    fields: NewQuiz


def templates(library: Library) -> list[Template]:
    """All of them by their names."""
    rows = library.db.execute("SELECT id, name, fields FROM template")
    found = [Template(key, name, NewQuiz.model_validate_json(fields)) for key, name, fields in rows]
    return sorted(found, key=lambda one: (one.name.casefold(), one.id))


def keep_template(library: Library, template: Template) -> None:
    """Keep a new one, or another value of one that is there. Raises what `transaction` raises."""
    with library.transaction() as db:
        db.execute(
            "INSERT INTO template (id, name, fields, edited_at) VALUES (?1, ?2, ?3, ?4)"
            " ON CONFLICT (id) DO UPDATE SET name = ?2, fields = ?3, edited_at = ?4",
            (template.id, template.name, template.fields.model_dump_json(exclude_unset=True), library.now()),
        )


def forget_template(library: Library, template_id: str) -> None:
    """Delete one; quizzes that it was applied to keep their settings. Raises what `transaction` raises."""
    with library.transaction() as db:
        db.execute("DELETE FROM template WHERE id = ?", (template_id,))
