"""What comes to a rich text field when it is wanted: toolbar, menu, bars, source, pictures on their way."""

from dataclasses import replace
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from app.errors import UserError
from app.html.atom import AtomKind, kind_of
from app.html.blank_place import blank_id
from app.message import message
from app.ui.fields.rich_text import picture_acts
from app.ui.fields.rich_text.clipboard import held, paste_plain
from app.ui.fields.rich_text.parts import part_class
from app.ui.fields.tab_order import chain_behind
from app.ui.fields.trouble import Trouble

if TYPE_CHECKING:
    from app.html.clean import Pasted
    from app.session.pictures import PictureShelf
    from app.ui.fields.rich_text.field import RichTextField
    from app.ui.fields.rich_text.part import Part
    from app.ui.fields.rich_text.picture_arrival import PictureArrival
    from app.ui.fields.rich_text.picture_bar import PictureBar
    from app.ui.fields.rich_text.source_pane import SourcePane
    from app.ui.fields.rich_text.toolbar import RichToolbar

_INLINE = "data:"
_PACKAGE = "app.ui.fields.rich_text"


def _lost(count: int) -> UserError:
    said = message("{count} picture was not on the clipboard.", plural="{count} pictures were not on the clipboard.")
    hint = message("Copy each by itself and paste it, or drop its file here.")
    return UserError(replace(said, count=count), hint)


class FieldParts(QObject):
    """Of one field. Nothing is made before somebody works in the field."""

    def __init__(self, field: "RichTextField", shelf: "PictureShelf") -> None:
        super().__init__(field)
        self._field, self._edit, self._shelf = field, field.edit, shelf
        self._made: dict[str, Part] = {}
        self._trouble: Trouble | None = None
        self._arrival: PictureArrival | None = None
        self._is_helped = False
        self.toolbar_over: QWidget = field.edit
        self._edit.entered.connect(self._enter)
        self._edit.left.connect(self._leave)
        self._edit.wanted.connect(self.open)
        self._edit.opened.connect(self._open_atom)
        self._edit.menu_wanted.connect(self._open_menu)
        self._edit.picture_offered.connect(lambda data: self._pictures().take(data))
        self._edit.pasted.connect(self._take_pasted)
        self._edit.resized.connect(lambda width: picture_acts.sized(self._edit, shelf, width=width))
        self._edit.cursorPositionChanged.connect(self._follow)

    @property
    def is_source(self) -> bool:
        """Whether the source stands in place of the text."""
        pane = self._made.get("source")
        return pane is not None and not pane.isHidden()

    @property
    def trouble(self) -> str:
        """What is said to have gone wrong."""
        return self._trouble.words.text() if self._trouble is not None and not self._trouble.isHidden() else ""

    def part(self, name: str) -> "Part":
        """A bar or pane; made when it is first asked for."""
        if name not in self._made:
            made = self._made[name] = part_class(name)(self._edit, self._shelf, self._field)
            layout = self._field.layout()
            assert layout is not None
            layout.addWidget(made)
            chain_behind(self._edit, made)
            if name == "source":
                self._listen_to_source()
        return self._made[name]

    def open(self, what: str) -> None:
        """Do what a command wants that needs more than the text."""
        if what == "plain":
            paste_plain(self._edit, held())
        elif what == "toolbar":
            self._toolbar().take_focus()
        elif what == "picture":
            self._pictures().choose()
        elif what == "describe":
            self._describe()
        elif what == "source":
            self._open_source("")
        else:
            for name, part in self._made.items():
                part.setVisible(name == what)
            self.part(what).begin()

    def show_text(self, html: str, *, too_much: bool) -> None:
        """Another text is shown: bars of the one before go; one that is too much is shown as source."""
        for part in self._made.values():
            part.hide()
        self._edit.setVisible(not too_much)
        if too_much:
            self._open_source(self._field.tr("This text is too large or too deep to be edited as it looks."))

    def finish(self) -> None:
        """Take in what is under way."""
        for part in self._made.values():
            if not part.isHidden():
                part.finish()
        if self._arrival is not None:
            self._arrival.forget()

    def _enter(self) -> None:
        self._help_once()
        self._toolbar().serve(self._edit, self.toolbar_over)

    def _help_once(self) -> None:
        """With the first focus come what a screen reader wants, and the dictionary."""
        if not self._is_helped:
            self._is_helped = True
            import_module(f"{_PACKAGE}.announcer").Announcer(self._edit)
            import_module(f"{_PACKAGE}.spelling_acts").watch(self._edit, self._shelf)

    def _leave(self) -> None:
        if isValid(self._field):  # a field that is destroyed loses the focus too
            self._toolbar().leave(self._edit)

    def _toolbar(self) -> "RichToolbar":
        found: RichToolbar = import_module(f"{_PACKAGE}.toolbar").toolbar_for(self._field)
        return found

    def _open_menu(self, place: QPoint) -> None:
        import_module(f"{_PACKAGE}.menu").open_menu(self._edit, place)

    def _open_atom(self) -> None:
        atom = picture_acts.chosen_atom(self._edit.chosen)
        if atom is None:
            return
        kind = kind_of(atom)
        if kind is AtomKind.PICTURE:
            self._describe()
        elif kind is AtomKind.BLANK:
            self._field.blank_opened.emit(blank_id(atom.source))
        else:
            self.open("equation" if kind is AtomKind.EQUATION else "source")

    def _open_source(self, note: str) -> None:
        pane: SourcePane = self.part("source")  # type: ignore[assignment]
        pane.show_source(self._field.html, note)
        self._leave()
        self._edit.hide()
        pane.show()
        if not note:
            pane.begin()

    def _listen_to_source(self) -> None:
        pane: SourcePane = self._made["source"]  # type: ignore[assignment]
        pane.taken.connect(self._field.take_source)
        pane.closed.connect(self._edit.show)

    def _describe(self) -> None:
        bar: PictureBar = self.part("picture")  # type: ignore[assignment]
        bar.ask()

    def _pictures(self) -> "PictureArrival":
        if self._arrival is None:
            self._arrival = import_module(f"{_PACKAGE}.picture_arrival").PictureArrival(self._edit, self._shelf)
            self._arrival.told.connect(self._tell)
            self._arrival.put.connect(self._describe)
        return self._arrival

    def _take_pasted(self, clean: "Pasted") -> None:
        """Pictures that came along go into the library; that some did not come is said."""
        self._tell(_lost(clean.lost) if clean.lost else None)
        for address in clean.pictures:
            if address.startswith(_INLINE):
                self._pictures().take_in(address)

    def _tell(self, error: object) -> None:
        if self._trouble is None and error is not None:
            self._trouble = Trouble(self._field)
            layout = self._field.layout()
            assert layout is not None
            layout.addWidget(self._trouble)
        if self._trouble is not None:
            self._trouble.show_error(error)  # type: ignore[arg-type]

    def _follow(self) -> None:
        """The bars tell of what is at the cursor; a picture that is selected shows its own."""
        if self._edit.selected_picture() is not None and self._edit.hasFocus():
            self.part("picture").begin()
        for part in self._made.values():
            if not part.isHidden():
                part.follow()
