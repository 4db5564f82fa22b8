"""What the program imports by name no freezer finds: each package stands in its list, or in an import somewhere."""

import ast
import sys
from pathlib import Path

import bundle


def _trees(project: Path) -> list[ast.Module]:
    return [ast.parse(file.read_text(encoding="utf-8")) for file in (project / "app").rglob("*.py")]


def _imported(tree: ast.Module) -> set[str]:
    """Packages that stand in import statements outside of what only a type checker reads."""
    unread = {id(part) for node in ast.walk(tree) if _is_for_types(node) for part in ast.walk(node)}
    nodes = [node for node in ast.walk(tree) if id(node) not in unread]
    names = [alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names]
    names += [str(node.module) for node in nodes if isinstance(node, ast.ImportFrom)]
    return {name.partition(".")[0] for name in names}


def _is_for_types(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"


def _named(tree: ast.Module) -> set[str]:
    """Packages that are named in a call of `import_module`."""
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and node.args]
    calls = [call for call in calls if isinstance(call.func, ast.Name) and call.func.id == "import_module"]
    names = [call.args[0].value for call in calls if isinstance(call.args[0], ast.Constant)]
    return {str(name).partition(".")[0] for name in names}


def test_every_package_that_is_imported_by_name_is_frozen(project: Path) -> None:
    trees = _trees(project)
    imported = {name for tree in trees for name in _imported(tree)}
    named = {name for tree in trees for name in _named(tree)} - set(sys.stdlib_module_names) - {"app"}
    assert "rapidfuzz" in named
    assert named - imported <= {name.partition(".")[0] for name in bundle.LATE_IMPORTS}
