"""The parts of a rich text field that are loaded when somebody first wants them."""

from functools import cache
from importlib import import_module
from typing import Final

from app.ui.fields.rich_text.part import Part

PARTS: Final = {
    "link": "link_bar:LinkBar",
    "picture": "picture_bar:PictureBar",
    "table": "table_bar:TableBar",
    "equation": "equation_part:EquationPart",
    "source": "source_pane:SourcePane",
}
"""What a command wants → module and class."""


@cache
def part_class(name: str) -> type[Part]:
    """The class of a part. Raises KeyError."""
    module, member = PARTS[name].split(":")
    found: type[Part] = getattr(import_module(f"app.ui.fields.rich_text.{module}"), member)
    return found
