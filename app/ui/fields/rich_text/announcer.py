"""What a screen reader is told of equations, pictures and chips: to it each is one sign without a name."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from app.html.atom import AtomKind, kind_of, label_of
from app.html.blank_place import blank_id
from app.html.chosen import Chosen
from app.html.equation import equation
from app.html.picture_tag import picture
from app.html.rich import Atom
from app.html.splice import after, before
from app.ui.fields.announce import announce
from app.ui.words import words

if TYPE_CHECKING:
    from app.ui.fields.rich_text.edit import RichEdit


class Announcer(QObject):
    """Follows the cursor of one text: its description says what is selected, or what the cursor stands at."""

    def __init__(self, edit: "RichEdit") -> None:
        super().__init__(edit)
        self._edit = edit
        edit.cursorPositionChanged.connect(self._follow)

    def _follow(self) -> None:
        atom = atom_near(self._edit.chosen) if self._edit.hasFocus() else None
        said = said_of(atom, self._edit.rich.blank_words) if atom is not None else ""
        if said != self._edit.accessibleDescription():
            self._edit.setAccessibleDescription(said)
            announce(self._edit, said)


def atom_near(chosen: Chosen) -> Atom | None:
    """The atom that is selected; for a bare cursor the one behind it, which an arrow key would go over, or before."""
    if not chosen.is_bare:
        only = chosen.inlines
        return only[0] if len(only) == 1 and isinstance(only[0], Atom) else None
    line, place = chosen.block.inlines, chosen.position.place
    near = (*after(line, place)[:1], *before(line, place)[-1:])
    return next((one for one in near if isinstance(one, Atom)), None)


def said_of(atom: Atom, blank_words: Mapping[str, str]) -> str:
    """ "equation, x^2", "picture, a leaf", "blank, xylem"."""
    kind = kind_of(atom)
    if kind is AtomKind.EQUATION:
        found = equation(atom)
        return _tr("equation, {latex}").format(latex=found.latex if found is not None else "")
    if kind is AtomKind.PICTURE:
        shown = picture(atom.source)
        none = _tr("decoration") if shown.decorative else _tr("without a description")
        return _tr("picture, {alt}").format(alt=shown.alt or none)
    if kind is AtomKind.BLANK:
        return _tr("blank, {word}").format(word=blank_words.get(blank_id(atom.source), ""))
    return words(label_of(atom))


def _tr(text: str) -> str:
    return QCoreApplication.translate("RichText", text)
