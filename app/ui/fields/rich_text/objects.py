"""What draws the atoms of a text. Each is loaded when the first of its kind is shown."""

from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtGui import QPyTextObject

from app.html.atom import AtomKind
from app.ui.fields.rich_text.document import Objects
from app.ui.fields.rich_text.late_object import LateObject
from app.ui.fields.rich_text.style import SOURCE

if TYPE_CHECKING:
    from app.session.pictures import PictureShelf
    from app.ui.fields.rich_text.edit import RichEdit
    from app.ui.fields.rich_text.equation_object import EquationObject
    from app.ui.fields.rich_text.equation_shelf import EquationShelf

_PACKAGE = "app.ui.fields.rich_text"


def objects(edit: "RichEdit", shelf: "PictureShelf") -> Objects:
    """One for each kind, for one field."""
    return {
        AtomKind.PICTURE: LateObject(lambda: _pictures(edit, shelf), edit),
        AtomKind.EQUATION: LateObject(lambda: _equations(edit, shelf), edit),
        AtomKind.CHIP: LateObject(lambda: _chips(edit), edit),
    }


def equation_shelf(shelf: "PictureShelf") -> "EquationShelf":
    """The drawings of equations: one for everything that shares the pictures."""
    kind = import_module(f"{_PACKAGE}.equation_shelf").EquationShelf
    found: EquationShelf | None = shelf.findChild(kind)
    return found if found is not None else kind(shelf)


def _pictures(edit: "RichEdit", shelf: "PictureShelf") -> QPyTextObject:
    files = import_module(f"{_PACKAGE}.picture_file").PictureFiles(shelf, edit)
    made: QPyTextObject = import_module(f"{_PACKAGE}.picture").PictureObject(edit, files)
    return made


def _equations(edit: "RichEdit", shelf: "PictureShelf") -> QPyTextObject:
    kind: type[EquationObject] = import_module(f"{_PACKAGE}.equation_object").EquationObject
    return kind(equation_shelf(shelf), edit.rich, SOURCE, edit.devicePixelRatioF())


def _chips(edit: "RichEdit") -> QPyTextObject:
    made: QPyTextObject = import_module(f"{_PACKAGE}.chip").ChipObject(edit)
    return made
