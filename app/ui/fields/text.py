"""A text in Canvas HTML: paragraphs of plain text are edited, anything richer is shown and kept."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.html.blocks import blocks
from app.html.paragraphs import edited_html, paragraphs
from app.ui.fields.paragraph_edit import ParagraphEdit
from app.ui.fields.quiet import QuietLabel
from app.ui.fields.word_view import WordView
from app.ui.theme import Gap


class HtmlField(QWidget):
    """Takes HTML and gives HTML. What was not edited comes back byte for byte."""

    edited = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None, *, placeholder: str = "", lines: int = 1) -> None:
        super().__init__(parent)
        self._html = ""
        self.edit = ParagraphEdit(self, lines=lines)
        self.edit.setPlaceholderText(placeholder)
        self.edit.typed.connect(self._take)
        self._kept: KeptText | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self.edit)
        self.setFocusProxy(self.edit)
        self.set_name(name)

    @property
    def html(self) -> str:
        """What is shown."""
        return self._html

    @property
    def is_kept(self) -> bool:
        """Whether the text is richer than can be edited here."""
        return self._kept is not None and not self._kept.isHidden()

    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops in it: what is edited, and what is only shown."""
        return (self.edit,) if self._kept is None else (self.edit, self._kept.view.words)

    def set_name(self, name: str) -> None:
        """What a screen reader says the field is."""
        self.edit.setAccessibleName(name)
        if self._kept is not None:
            self._kept.view.words.setAccessibleName(name)

    def show_html(self, html: str | None) -> None:
        """Show `html`; the same value shown again touches nothing."""
        if (html or "") == self._html:
            return
        self._html = html or ""
        texts = paragraphs(self._html)
        self._show_kept(texts is None)
        if texts is not None:
            self.edit.set_texts(texts or ("",))

    def finish(self) -> None:
        """Take in what an input method has under way."""
        self.edit.finish()

    def _take(self) -> None:
        html = edited_html(self._html, self.edit.texts())
        if html != self._html:
            self._html = html
            self.edited.emit(html)

    def _show_kept(self, kept: bool) -> None:
        if kept and self._kept is None:
            self._kept = KeptText(self)
            self._kept.view.words.setAccessibleName(self.edit.accessibleName())
            self._layout.addWidget(self._kept)
        if self._kept is not None:
            self._kept.view.show_blocks(blocks(self._html) if kept else ())
            self._kept.setVisible(kept)
        self.edit.setVisible(not kept)
        self.setFocusProxy(self._kept if kept and self._kept is not None else self.edit)


class KeptText(QWidget):
    """The words of a text that is kept as it came, with a line that says so."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = WordView("", self)
        note = QuietLabel(self.tr("This text has formatting that this version keeps but cannot edit yet."), self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Gap.TIGHT)
        layout.addWidget(self.view)
        layout.addWidget(note)
        self.setFocusProxy(self.view)
