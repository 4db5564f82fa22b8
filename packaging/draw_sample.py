"""Draws the picture of the sample quiz and writes resources/sample.quizwright; run it after a change."""

import math
from pathlib import Path

from PySide6.QtCore import QBuffer, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QGuiApplication,
    QImage,
    QImageWriter,
    QPainter,
    QPainterPath,
    QPen,
    QRadialGradient,
)

from app.geometry.box import Box
from app.geometry.point import Point
from app.geometry.region import Region
from app.geometry.shape import Oval, Polygon, Shape
from app.library.media import MediaFolder
from app.library.native_file import write_native
from app.models.item import Item
from app.models.local import Local
from app.models.questions.choice import ChoiceQuestion
from app.models.questions.choices import Choice
from app.models.questions.hot_spot import HotSpotQuestion, with_region_marks
from app.models.questions.matching import MatchingQuestion
from app.models.questions.pair import Pair
from app.models.questions.true_false import TrueFalseQuestion
from app.models.quiz import NewQuiz, Quiz

WIDTH, HEIGHT = 1600, 1120
NUCLEUS = QRectF(300, 250, 330, 320)
VACUOLE = QRectF(690, 300, 620, 560)
CHLOROPLASTS = ((360, 760, 20), (560, 880, -12), (1080, 200, 8), (820, 190, -15), (1390, 460, 80), (330, 640, 70))


def main(root: Path) -> None:
    """Write the sample quiz below `root`/resources."""
    folder = root / "build" / "sample"
    media = MediaFolder(folder)
    reference = f"media:{media.keep(_encoded(_cell()))}"
    write_native(root / "resources" / "sample.quizwright", _quiz(reference), media.read)


def _encoded(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, b"jpeg")
    writer.setQuality(90)
    writer.write(image)
    return bytes(buffer.data().data())


def _cell() -> QImage:
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(QColor("#f6f4ec"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _walls(painter)
    _vacuole(painter)
    _nucleus(painter)
    for x, y, angle in CHLOROPLASTS:
        _chloroplast(painter, QPointF(x, y), angle)
    painter.end()
    return image


def _walls(painter: QPainter) -> None:
    path = QPainterPath(QPointF(250, 110))
    path.cubicTo(700, 60, 1150, 70, 1430, 120)
    path.cubicTo(1540, 380, 1530, 760, 1420, 1010)
    path.cubicTo(1000, 1070, 600, 1060, 200, 1000)
    path.cubicTo(110, 700, 130, 350, 250, 110)
    painter.setPen(
        QPen(QColor("#7d8f4e"), 30, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    )
    painter.setBrush(QColor("#e3edc9"))
    painter.drawPath(path)
    painter.setPen(QPen(QColor("#b9cc86"), 8))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)


def _shaded(area: QRectF, light: str, dark: str) -> QBrush:
    gradient = QRadialGradient(area.center() - QPointF(area.width() / 6, area.height() / 6), area.width() / 1.5)
    gradient.setColorAt(0, QColor(light))
    gradient.setColorAt(1, QColor(dark))
    return QBrush(gradient)


def _vacuole(painter: QPainter) -> None:
    painter.setPen(QPen(QColor("#6f9fb8"), 7))
    painter.setBrush(_shaded(VACUOLE, "#eaf6fb", "#b3d6e6"))
    painter.drawRoundedRect(VACUOLE, 230, 210)


def _nucleus(painter: QPainter) -> None:
    painter.setPen(QPen(QColor("#7b5a8c"), 8))
    painter.setBrush(_shaded(NUCLEUS, "#e9d8f1", "#b78fcb"))
    painter.drawEllipse(NUCLEUS)
    inner = QRectF(440, 380, 110, 105)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_shaded(inner, "#a06fb8", "#6d3f86"))
    painter.drawEllipse(inner)


def _chloroplast(painter: QPainter, at: QPointF, angle: float) -> None:
    painter.save()
    painter.translate(at)
    painter.rotate(angle)
    area = QRectF(-95, -52, 190, 104)
    painter.setPen(QPen(QColor("#3c6e2f"), 6))
    painter.setBrush(_shaded(area, "#a5d278", "#5f9a3f"))
    painter.drawEllipse(area)
    painter.setPen(QPen(QColor("#3c6e2f"), 5))
    for x in (-55, -18, 19, 56):
        height = 52 * math.sqrt(1 - (x / 95) ** 2) * 0.6
        painter.drawLine(QPointF(x, -height), QPointF(x, height))
    painter.restore()


def _quiz(reference: str) -> Quiz:
    items = (
        _choice(
            "Where does photosynthesis take place?",
            ("in the chloroplasts", "in the nucleus", "in the cell wall", "in the vacuole"),
            1,
        ),
        _spot(reference, "Click the nucleus.", "Nucleus", 2, Oval(_box(NUCLEUS))),
        _spot(reference, "Click the central vacuole.", "Vacuole", 3, _vacuole_outline()),
        _statement("Animal cells have a cell wall.", False, 4),
        _choice("Which gas do plants take up for photosynthesis?", ("carbon dioxide", "oxygen", "nitrogen"), 5),
        _statement("Plants breathe at night as well as by day.", True, 6),
        _matching(7),
    )
    instructions = "<p>Seven questions about plant cells. Look around, change what you like, try everything.</p>"
    return Quiz("sample", NewQuiz(title="Sample: the plant cell", instructions=instructions), items)


def _choice(text: str, answers: tuple[str, ...], number: int) -> Item:
    """The first answer is the right one; they are shuffled for students."""
    choices = tuple(Choice(id=_id(number, n), position=n, item_body=f"<p>{a}</p>") for n, a in enumerate(answers, 1))
    question = ChoiceQuestion.new().replaced(item_body=f"<p>{text}</p>", interaction_data={"choices": choices})
    question = question.with_right(choices[0].id)
    return Item.of(question.with_shuffle(question.shuffle.with_shuffled(True)), points=2, id=f"sample-{number}")


def _statement(text: str, right: bool, number: int) -> Item:
    question = TrueFalseQuestion.new().replaced(item_body=f"<p>{text}</p>").with_right(right)
    return Item.of(question, points=1, id=f"sample-{number}")


def _spot(reference: str, text: str, name: str, number: int, shape: Shape) -> Item:
    region = Region("1", shape, name)
    question = HotSpotQuestion.new().with_picture(reference).with_regions((region,))
    item = Item.of(question.replaced(item_body=f"<p>{text}</p>"), points=2, id=f"sample-{number}")
    local = Local(
        picture_name="plant-cell.jpg", picture_note="A plant cell with nucleus, vacuole and six chloroplasts."
    )
    return item.with_local(with_region_marks(local, (region,)))


def _matching(number: int) -> Item:
    pairs = (("nucleus", "holds the DNA"), ("chloroplast", "makes sugar from light"), ("cell wall", "gives shape"))
    rows = tuple(Pair(id=_id(number, n), prompt=left, answer=right) for n, (left, right) in enumerate(pairs, 1))
    question = MatchingQuestion.new().replaced(item_body="<p>What does each part do?</p>")
    return Item.of(question.with_pairs(rows, ("moves the cell",)), points=3, id=f"sample-{number}")


def _id(question: int, part: int) -> str:
    return f"5a3b1e00-0000-4000-8000-{question:06}{part:06}"


def _box(area: QRectF) -> Box:
    return Box(area.left() / WIDTH, area.top() / HEIGHT, area.right() / WIDTH, area.bottom() / HEIGHT)


def _vacuole_outline() -> Polygon:
    """The rounded rectangle of the vacuole as a polygon of a few points."""
    x, y, right, bottom = VACUOLE.left(), VACUOLE.top(), VACUOLE.right(), VACUOLE.bottom()
    points: tuple[tuple[float, float], ...] = (
        (x + 130, y + 12),
        (right - 130, y + 12),
        (right - 14, y + 130),
        (right - 14, bottom - 130),
    )
    points += ((right - 130, bottom - 12), (x + 130, bottom - 12), (x + 14, bottom - 130), (x + 14, y + 130))
    return Polygon(tuple(Point(px / WIDTH, py / HEIGHT) for px, py in points))


if __name__ == "__main__":
    application = QGuiApplication([])
    main(Path(__file__).resolve().parents[1])
