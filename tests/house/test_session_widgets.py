"""`session` works without a window: it knows QtCore and QtGui, never QtWidgets (import contracts see only PySide6)."""

import ast
from collections.abc import Iterator, Mapping

import pytest


def imported_names(tree: ast.Module) -> Iterator[str]:
    """Yield the full name of everything that a module imports."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def takes_widgets(tree: ast.Module) -> bool:
    """Tell whether a module imports QtWidgets or something of it."""
    return any(f"{name}.".startswith("PySide6.QtWidgets.") for name in imported_names(tree))


def test_session_takes_no_widgets(trees: Mapping[str, ast.Module]) -> None:
    rooms = {path: tree for path, tree in trees.items() if path.startswith("app/session/")}
    assert rooms
    assert [path for path, tree in rooms.items() if takes_widgets(tree)] == []


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("from PySide6.QtWidgets import QLabel", True),
        ("from PySide6 import QtCore, QtWidgets", True),
        ("import PySide6.QtWidgets as widgets", True),
        ("def later():\n    from PySide6.QtWidgets import QLabel", True),
        ("from PySide6.QtGui import QUndoStack", False),
        ("from PySide6 import QtCore", False),
    ],
)
def test_widgets_are_found_however_they_are_imported(source: str, found: bool) -> None:
    assert takes_widgets(ast.parse(source)) is found
