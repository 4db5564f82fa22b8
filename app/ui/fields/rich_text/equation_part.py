"""The editor of equations as a part of a rich text: for the one that is selected, or a new one at the cursor."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.html.chosen import Chosen
from app.html.equation import equation, equation_source
from app.html.rich import Atom, Block
from app.html.splice import inserted, without
from app.ui.fields.rich_text.equation_bar import EquationBar
from app.ui.fields.rich_text.objects import equation_shelf
from app.ui.fields.rich_text.part import Part
from app.ui.fields.rich_text.picture_acts import chosen_atom

if TYPE_CHECKING:
    from app.session.pictures import PictureShelf
    from app.ui.fields.rich_text.edit import RichEdit


class EquationPart(Part):
    """What is accepted comes into the text in the form that the equation had there."""

    def __init__(self, edit: "RichEdit", shelf: "PictureShelf", parent: QWidget | None = None) -> None:
        super().__init__(edit, shelf, parent)
        self.bar = EquationBar(equation_shelf(shelf), self)
        self.bar.accepted.connect(self._put)
        self.bar.left.connect(self.end)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.bar)

    def begin(self) -> None:
        """Edit the equation at the cursor, which is selected for it, or a new one."""
        self.edit.select_equation()
        atom = chosen_atom(self.edit.chosen)
        found = equation(atom) if atom is not None else None
        self.show()
        self.bar.begin(found.latex if found is not None else "")

    def _put(self, latex: str) -> None:
        chosen = self.edit.chosen
        atom = chosen_atom(chosen)
        found = equation(atom) if atom is not None else None
        self.end()
        if found is None or found.latex != latex:
            self.edit.step(_with_equation(chosen, atom if found is not None else None, latex))


def _with_equation(chosen: Chosen, atom: Atom | None, latex: str) -> Chosen:
    found = equation(atom) if atom is not None else None
    if atom is not None and found is not None:
        new = Atom(equation_source(latex, found.form, atom.source), atom.marks)
    else:
        new = Atom(equation_source(latex), chosen.marks)
    bare = without(chosen.blocks, chosen.start, chosen.end)
    return chosen.with_blocks(*inserted(bare, chosen.start, (Block((new,)),)))
