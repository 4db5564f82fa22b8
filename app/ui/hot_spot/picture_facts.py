"""What the picture weighs, as students get it; one click makes it lighter where it is larger than they need."""

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.pictures.policy import STUDENT_SIDE
from app.session.pictures import Facts
from app.ui.fields.quiet import QuietLabel
from app.ui.fields.text_button import TextButton
from app.ui.theme import Gap

_WORTH = 1.25
"""A picture that is only a little larger than students need is left alone."""


class PictureFacts(QWidget):
    """`2048 × 1536 · 1.2 MB · JPEG`, and the button."""

    smaller_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = QuietLabel("", self)
        self.words.setWordWrap(False)
        self.words.setAccessibleName(self.tr("The picture that students get"))
        self.smaller = TextButton("", self)
        self.smaller.clicked.connect(self.smaller_asked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Gap.SMALL)
        layout.addWidget(self.words)
        layout.addWidget(self.smaller)
        self.show_facts(None)

    def show_facts(self, facts: Facts | None) -> None:
        """Show them; None shows nothing."""
        self.setVisible(facts is not None)
        if facts is None:
            return
        numbers = QLocale()
        size = numbers.formattedDataSize(facts.size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)
        self.words.setText(f"{facts.width} × {facts.height} · {size} · {facts.kind}")
        smaller = smaller_size(facts)
        self.smaller.setVisible(smaller is not None)
        if smaller is not None:
            width, height = smaller
            share = width * height / (facts.width * facts.height)
            about = numbers.formattedDataSize(round(facts.size * share), 1, QLocale.DataSizeFormat.DataSizeSIFormat)
            self.smaller.setText(self.tr("Make it {width} × {height}").format(width=width, height=height))
            words = self.tr("Students need no more pixels. The copy has about {size}; regions and covers stay.")
            self.smaller.setToolTip(words.format(size=about))


def smaller_size(facts: Facts) -> tuple[int, int] | None:
    """The size that students need, None where the picture has about that already."""
    scale = STUDENT_SIDE / max(facts.width, facts.height)
    if scale * _WORTH > 1:
        return None
    return max(1, round(facts.width * scale)), max(1, round(facts.height * scale))
