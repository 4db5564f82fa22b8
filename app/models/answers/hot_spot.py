"""The regions of a picture, in lines; what they look like is drawn."""

from collections.abc import Iterator

from app.geometry.shape import Oval, Polygon, Shape
from app.message import Message, message
from app.models.answers.line import AnswerLine, Mark, said
from app.models.local import Local
from app.models.questions.hot_spot import HotSpotQuestion


def lines(question: HotSpotQuestion) -> Iterator[AnswerLine]:
    """Each region by its number and shape, and where it is."""
    if not question.picture:
        yield said(message("No picture"))
    for number, region in enumerate(question.regions(Local()), start=1):
        box = region.shape.bounds
        left, top, width, height = (_percent(share) for share in (box.left, box.top, box.width, box.height))
        place = message(
            "{left} from the left, {top} from the top, {width} × {height}",
            left=left,
            top=top,
            width=width,
            height=height,
        )
        whole = message("Region {number}, {shape}: {place}", number=number, shape=_name(region.shape), place=place)
        yield AnswerLine("", Mark.RIGHT, whole)


def _percent(share: float) -> str:
    return f"{share * 100:.1f}\N{NO-BREAK SPACE}%"


def _name(shape: Shape) -> Message:
    if isinstance(shape, Polygon):
        return message("polygon")
    return message("oval") if isinstance(shape, Oval) else message("rectangle")
