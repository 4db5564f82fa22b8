"""A task starts in `session/tasks.py` alone, where its errors reach the one excepthook; a TaskGroup is apart."""

import ast
from collections.abc import Mapping

import pytest

STARTERS = {"create_task", "ensure_future"}
ALLOWED = "app/session/tasks.py"


def task_groups(tree: ast.Module) -> set[str]:
    """Return the names under which `async with asyncio.TaskGroup() as name` gives a group."""
    items = [item for node in ast.walk(tree) if isinstance(node, ast.AsyncWith) for item in node.items]
    return {
        item.optional_vars.id
        for item in items
        if isinstance(item.optional_vars, ast.Name) and ast.unparse(item.context_expr).endswith("TaskGroup()")
    }


def starts(tree: ast.Module) -> list[int]:
    """Return the lines where a module takes hold of a function that starts a task, but those of a TaskGroup."""
    groups = task_groups(tree)
    nodes = [node for node in ast.walk(tree) if isinstance(node, ast.Attribute | ast.ImportFrom)]
    return [node.lineno for node in nodes if takes_starter(node, groups)]


def takes_starter(node: ast.Attribute | ast.ImportFrom, groups: set[str]) -> bool:
    """Tell whether a node names a function that starts a task, as an attribute or in an import."""
    if isinstance(node, ast.Attribute):
        return node.attr in STARTERS and ast.unparse(node.value) not in groups
    return bool(STARTERS & {alias.name for alias in node.names})


def test_only_tasks_starts_a_task(trees: Mapping[str, ast.Module]) -> None:
    found = {path: starts(tree) for path, tree in trees.items() if path != ALLOWED}
    assert {path: lines for path, lines in found.items() if lines} == {}


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("import asyncio\nasyncio.create_task(work())", [2]),
        ("import asyncio\nasyncio.ensure_future(work())", [2]),
        ("from asyncio import create_task", [1]),
        ("loop.create_task(work())", [1]),
        ("start = asyncio.create_task", [1]),
        ("async def all():\n    async with asyncio.TaskGroup() as group:\n        group.create_task(work())", []),
    ],
)
def test_starts_are_found_but_those_of_a_group(source: str, lines: list[int]) -> None:
    assert starts(ast.parse(source)) == lines
