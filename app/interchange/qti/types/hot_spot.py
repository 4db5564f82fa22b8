"""Hot spot: `response_xy` over a picture; every region is a right one, and nothing else scores."""

from typing import Final

from lxml.etree import _Element as Element

from app.interchange.number import number_text
from app.interchange.qti.build import add
from app.interchange.qti.draft import Draft
from app.interchange.qti.item import QtiItem, Read, ident_of
from app.interchange.qti.material import html_in
from app.interchange.qti.types.choices import RESPONSE
from app.interchange.xml import first, text_of, within
from app.message import Message, message
from app.models.number import decimal_of
from app.models.questions.hot_spot import Coordinate, HotSpotQuestion, HotSpotRegion, HotSpotScoring

_KINDS: Final = {"square": "rectangle", "oval": "ellipse", "polygon": "bounded"}
_READ: Final = {name: kind for kind, name in _KINDS.items()} | {kind: kind for kind in _KINDS}
_NAME = "response"


def read(item: QtiItem) -> Read:
    """Picture and regions; `picture` is what the file calls it, for the caller to find."""
    shown = first(item.presentation, "response_xy")
    stem = item.stem or "".join(html_in(one) for one in (shown.findall("material") if shown is not None else ()))
    image = first(item.presentation, "matimage")
    question = HotSpotQuestion.new().replaced(item_body=stem)
    lost: list[Message] = []
    regions: list[HotSpotRegion] = []
    for label in within(shown, "response_label"):
        region = _region(label, len(regions) + 1, {str(one.id) for one in regions})
        if region is None:
            lost.append(message("A region that the file does not describe whole."))
        else:
            regions.append(region)
    address = image.get("uri") if image is not None else None
    data = {"image_url": address, "hotspots_count": len(regions)} if address else {"hotspots_count": len(regions)}
    scoring = HotSpotScoring(value=tuple(regions))
    return question.replaced(interaction_data=data, scoring_data=scoring), lost


def _region(label: Element, number: int, taken: set[str]) -> HotSpotRegion | None:
    kind = _READ.get((label.get("rarea") or "").lower())
    numbers = [decimal_of(part.strip()) for part in text_of(label).split(",")]
    known = [float(one) for one in numbers if one is not None and abs(one.adjusted()) < 50]
    fewest = 6 if kind == "polygon" else 4
    if kind is None or len(known) < len(numbers) or len(known) % 2 or len(known) < fewest:
        return None
    points = tuple(Coordinate(x=x, y=y) for x, y in zip(known[::2], known[1::2], strict=True))
    key = ident_of(label).removeprefix(_NAME)
    key = key if key and key not in taken else str(number + len(taken))
    return HotSpotRegion(id=int(key) if key.isdecimal() and len(key) < 9 else key, type=kind, coordinates=points)


def write(question: HotSpotQuestion, draft: Draft) -> None:
    """The picture as a file of the package."""
    regions = question.stored_regions
    shown = add(
        add(draft.presentation, "flow"), "response_xy",
        ident=RESPONSE, rcardinality="Single" if len(regions) == 1 else "Multiple", rtiming="No",
    )  # fmt: skip
    draft.stem(question.item_body, shown)
    frame = add(shown, "render_hotspot")
    if question.picture:
        add(add(frame, "material"), "matimage", uri=draft.picture(question.picture))
    for n, region in enumerate(regions, start=1):
        numbers = [number_text(part) for one in region.coordinates or () for part in (one.x, one.y)]
        kind = _KINDS.get(region.type or "")
        if kind is None or not numbers or "" in numbers:
            draft.lost.append(message("A region that has no shape."))
            continue
        add(frame, "response_label", ",".join(numbers), ident=f"{_NAME}{region.id or n}", rarea=kind)
        if kind == "ellipse":
            draft.lost.append(message("An oval: how Canvas reads one in a file is not proven, so look at it there."))
