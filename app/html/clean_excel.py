"""Excel's cells, whose format stands in classes of the style sheet beside them."""

import re

from app.html.node import Node

_CLASS = re.compile(r"\.(xl\d+)\s*\{([^}]*)\}")


def with_cell_styles(root: Node, styles: str) -> None:
    """Give each cell the style of its class; what the cell itself says comes after it and wins."""
    known = dict(_CLASS.findall(styles))
    if not known:
        return
    for node in root.walk():
        found = ";".join(known[name] for name in sorted(node.classes) if name in known)
        if found:
            node.attributes["style"] = f"{found};{node.get('style')}"
