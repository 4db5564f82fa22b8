"""What was said of the columns of tables, kept for the next table with the same first row."""

import json
from typing import Final

from PySide6.QtCore import QSettings

from app.interchange.table_head import ROLES, KnownRoles, Said, TableHead

_KEY: Final = "import/columns"
_MOST: Final = 50
"""Older ones are forgotten."""


def known_columns() -> KnownRoles:
    """By the cells of the first row; what cannot be read is forgotten."""
    try:
        rows = json.loads(str(QSettings().value(_KEY) or "[]"))
        return {
            tuple(map(str, names)): Said(tuple(role if role in ROLES else "" for role in map(str, roles)), *headed)
            for names, roles, *headed in rows
        }
    except (ValueError, TypeError):
        return {}


def remember_columns(head: TableHead) -> None:
    """Keep what the columns of a table are."""
    known = {names: said for names, said in known_columns().items() if names != head.names}
    rows = [(names, said.roles, said.headed) for names, said in {**known, head.names: head.said}.items()]
    QSettings().setValue(_KEY, json.dumps(rows[-_MOST:]))
