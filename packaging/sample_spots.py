"""The sample's hot spots."""

import sample_cell
import sample_leaf
from sample_part import item, paragraph
from sample_picture import box

from app.geometry.point import Point
from app.geometry.region import Region
from app.geometry.shape import Oval, Polygon, Rectangle
from app.models.item import Item
from app.models.local import Local
from app.models.questions.hot_spot import HotSpotQuestion, with_region_marks


def nucleus(number: int, picture: str) -> Item:
    """One oval."""
    area = box(sample_cell.NUCLEUS, sample_cell.WIDTH, sample_cell.HEIGHT)
    size = (sample_cell.WIDTH, sample_cell.HEIGHT)
    local = Local(picture_name=sample_cell.NAME, picture_note=sample_cell.NOTE, picture_size=size)
    return _spot(number, "Click the nucleus.", picture, local, Region("1", Oval(area), "Nucleus"))


def layers(number: int, picture: str) -> Item:
    """A rectangle and a polygon: two clicks."""
    width, height = sample_leaf.WIDTH, sample_leaf.HEIGHT
    corners = tuple(Point(x / width, y / height) for x, y in sample_leaf.STOMA)
    regions = (
        Region("1", Rectangle(box(sample_leaf.PALISADE, width, height)), "Palisade layer"),
        Region("2", Polygon(corners), "Stoma"),
    )
    local = Local(picture_name=sample_leaf.NAME, picture_note=sample_leaf.NOTE, picture_size=(width, height))
    asked = "Click the layer in which most of the photosynthesis takes place, and the pore through which air comes in."
    return _spot(number, asked, picture, local, *regions)


def _spot(number: int, asked: str, picture: str, local: Local, *regions: Region) -> Item:
    question = HotSpotQuestion.new().with_picture(picture).with_regions(regions)
    made = item(number, question, 2 * len(regions), paragraph(asked))
    return made.with_local(with_region_marks(local, regions))
