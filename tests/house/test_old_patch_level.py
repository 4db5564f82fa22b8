"""Regular expressions work on every Python 3.11: up to 3.11.4 (Debian 12 has 3.11.2) possessive repeats match wrongly.

Atomic groups are right. https://github.com/python/cpython/issues/106052
"""

import ast
import re
from collections.abc import Mapping

import pytest

POSSESSIVE = re.compile(r"(?<!\\)(?:[*+?]|\{\d*,?\d*\})\+")


def possessive(tree: ast.Module) -> list[str]:
    """Return the texts of a module that uses `re` which hold a possessive repeat."""
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    texts = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    return [text for text in texts if POSSESSIVE.search(text)] if "re" in imported else []


def test_no_expression_has_a_possessive_repeat(trees: Mapping[str, ast.Module]) -> None:
    assert {path: found for path, tree in trees.items() if (found := possessive(tree))} == {}


@pytest.mark.parametrize("expression", ["a*+", "[a-z]++", "(?:a|b)?+", "a{2,3}+"])
def test_possessive_repeats_are_found(expression: str) -> None:
    assert possessive(ast.parse(f"import re\nre.compile({expression!r})")) == [expression]


@pytest.mark.parametrize("expression", ["a*", r"\++", "[+*]{2}", "a+?", "(?>a*)"])
def test_other_repeats_are_not(expression: str) -> None:
    assert possessive(ast.parse(f"import re\nre.compile({expression!r})")) == []
