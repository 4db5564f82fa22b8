"""Hot spot: a picture that was uploaded, and regions in proportions of its size.

Whether the picture was uploaded is looked up by `app.sandbox.entry`, which knows the storage.
"""

from app.sandbox.questions.submitted import Submitted
from app.sandbox.schema import Field


def check(question: Submitted) -> None:
    """New Quiz Items, appendix, Hot Spot; a list of regions is the shape of the present editor."""
    address = question.interaction["image_url"]
    if "?" in address.filled():
        raise address.problem("The property '#/image_url' must not carry the query of the upload address")
    value = question.scoring["value"]
    regions = value.elements(least=1) if isinstance(value.value, list) else [value]
    for region in regions:
        _check_region(region)
    count = question.interaction.get("hotspots_count")
    if count and count.integer() != len(regions):
        raise count.problem("The property '#/hotspots_count' is not the number of regions")


def _check_region(region: Field) -> None:
    kind = region["type"].one_of(("oval", "square", "polygon"))
    corners = region["coordinates"].elements(least=3 if kind == "polygon" else 2)
    points = [(_proportion(corner["x"]), _proportion(corner["y"])) for corner in corners]
    if kind == "polygon":
        return
    if len(points) != 2:
        raise region.problem(f"The property '{region.path}/coordinates' must have two corners")
    if points[0][0] == points[1][0] or points[0][1] == points[1][1]:
        raise region.problem(f"The property '{region.path}/coordinates' encloses no area")


def _proportion(field: Field) -> float:
    if isinstance(field.value, str) or not 0 <= field.number() <= 1:
        raise field.problem(f"The property '{field.path}' must be a number from 0 to 1")
    return field.number()
