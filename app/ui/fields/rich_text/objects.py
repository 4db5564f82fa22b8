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
    from app.ui.fields.rich_text.blank_object import BlankObject
    from app.ui.fields.rich_text.chip import ChipObject
    from app.ui.fields.rich_text.edit import RichEdit
    from app.ui.fields.rich_text.equation_object import EquationObject
    from app.ui.fields.rich_text.equation_shelf import EquationShelf
    from app.ui.fields.rich_text.picture import PictureObject
    from app.ui.fields.rich_text.picture_file import PictureFiles
    from app.ui.fields.rich_text.rule_object import RuleObject

_PACKAGE = "app.ui.fields.rich_text"


def objects(edit: "RichEdit", shelf: "PictureShelf") -> Objects:
    """One for each kind, for one field."""
    return {
        AtomKind.PICTURE: LateObject(lambda: _pictures(edit, shelf), edit),
        AtomKind.EQUATION: LateObject(lambda: _equations(edit, shelf), edit),
        AtomKind.RULE: LateObject(lambda: _rules(edit), edit),
        AtomKind.CHIP: LateObject(lambda: _chips(edit), edit),
        AtomKind.BLANK: LateObject(lambda: _blanks(edit), edit),
    }


def equation_shelf(shelf: "PictureShelf") -> "EquationShelf":
    """The drawings of equations: one for everything that shares the pictures."""
    kind: type[EquationShelf] = import_module(f"{_PACKAGE}.equation_shelf").EquationShelf
    return shelf.beside(kind)


def _pictures(edit: "RichEdit", shelf: "PictureShelf") -> QPyTextObject:
    files: type[PictureFiles] = import_module(f"{_PACKAGE}.picture_file").PictureFiles
    kind: type[PictureObject] = import_module(f"{_PACKAGE}.picture").PictureObject
    return kind(edit, files(shelf, edit))


def _equations(edit: "RichEdit", shelf: "PictureShelf") -> QPyTextObject:
    kind: type[EquationObject] = import_module(f"{_PACKAGE}.equation_object").EquationObject
    return kind(equation_shelf(shelf), edit.rich, SOURCE, edit.devicePixelRatioF())


def _rules(edit: "RichEdit") -> QPyTextObject:
    kind: type[RuleObject] = import_module(f"{_PACKAGE}.rule_object").RuleObject
    return kind(edit)


def _chips(edit: "RichEdit") -> QPyTextObject:
    kind: type[ChipObject] = import_module(f"{_PACKAGE}.chip").ChipObject
    return kind(edit)


def _blanks(edit: "RichEdit") -> QPyTextObject:
    kind: type[BlankObject] = import_module(f"{_PACKAGE}.blank_object").BlankObject
    return kind(edit.rich)
