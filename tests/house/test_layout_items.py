"""Nothing asks a layout for its items: PySide keeps what `itemAt` gives after the layout has deleted it.

What Qt makes next in its place is then taken for the item, and the process dies; under Wine the self-test did.
"""

import ast
from collections.abc import Mapping

import shiboken6
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QLayoutItem, QLineEdit, QVBoxLayout, QWidget

from app.ui.fields.tab_order import follow_layout


def asked(tree: ast.Module) -> list[int]:
    """The lines that call `itemAt` of anything but the object itself, which may be a list of rows."""
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)]
    return [
        call.lineno
        for call in calls
        if isinstance(call.func, ast.Attribute)
        and call.func.attr == "itemAt"
        and ast.unparse(call.func.value) != "self"
    ]


def test_no_layout_is_asked_for_its_items(trees: Mapping[str, ast.Module]) -> None:
    assert {path: lines for path, tree in trees.items() if (lines := asked(tree))} == {}


def test_such_a_call_is_found() -> None:
    assert asked(ast.parse("self.itemAt(point)\nlayout.itemAt(0)")) == [2]


def test_the_order_of_tab_leaves_no_item_behind(qapp: QApplication) -> None:
    page = QWidget()
    column, row = QVBoxLayout(page), QHBoxLayout()
    fields = [QLineEdit(page) for _ in range(3)]
    row.addWidget(fields[2])
    row.addWidget(fields[0])
    column.addWidget(QLabel("Title", page))
    column.addLayout(row)
    column.addWidget(fields[1])
    before = items()
    follow_layout(page)
    assert items() == before
    assert after(fields[2], fields) == [fields[0], fields[1]]
    page.deleteLater()


def after(first: QWidget, fields: list[QLineEdit]) -> list[QWidget]:
    """The fields at which Tab stops after the first one."""
    found, one = list[QWidget](), first.nextInFocusChain()
    while one is not None and one is not first:
        found += [one] if one in fields else []
        one = one.nextInFocusChain()
    return found


def items() -> int:
    """How many items of layouts PySide keeps an object for."""
    kept = shiboken6.Shiboken.getAllValidWrappers()
    return sum(isinstance(one, QLayoutItem) and not isinstance(one, QWidget) for one in kept)
