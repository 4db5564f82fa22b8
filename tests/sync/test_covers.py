"""Students get the picture with its covers and nothing of the one without; here the covers stay what they were."""

import io
from urllib.request import urlopen

import pytest
from PIL import Image

from app.models.cover import Cover
from app.models.covering import covers_of, unpainted, with_covers, with_painted
from app.models.item import Item
from app.models.questions.hot_spot import HotSpotQuestion
from app.pictures.prepare import PreparedPicture, prepared
from app.pictures.rework import Paint, reworked
from tests.sync.conftest import Bench
from tests.sync.test_run import regions, retitled

SECRET = b"SECRET"
COVER = Cover(id="1", box=(0.0, 0.0, 0.5, 0.5), fill="#000000")


def taken(bench: Bench, picture: PreparedPicture) -> str:
    return bench.library.take_media(
        picture.data, content_type=picture.content_type, width=picture.width, height=picture.height
    )


def labelled() -> bytes:
    """A photo with a red label, and a thumbnail of it in its notes as cameras write them."""
    image, out, exif = Image.new("RGB", (60, 40), "white"), io.BytesIO(), Image.Exif()
    image.paste("red", (0, 0, 30, 20))
    exif[0x010E] = SECRET.decode()
    image.save(out, "JPEG", exif=exif, comment=SECRET, quality=95)
    return out.getvalue()


def covered(bench: Bench, *, painted: bool = True) -> Item:
    original = taken(bench, prepared(labelled()))
    question = HotSpotQuestion.new().with_picture(original).with_regions(regions())
    item = with_covers(Item.of(question.replaced(title="spot", item_body="<p>Click.</p>")), (COVER,), original)
    covering = unpainted(item)
    assert covering is not None
    picture = reworked(labelled(), Paint(covering.covers))
    return with_painted(item, covering, taken(bench, picture)) if painted else item


def sent(bench: Bench) -> bytes:
    """The picture as students load it."""
    address = bench.rows[0]["entry"]["interaction_data"]["image_url"]  # type: ignore[index]
    with urlopen(address) as answer:
        data: bytes = answer.read()
    return data


def test_what_lies_under_a_cover_is_never_sent(bench: Bench) -> None:
    bench.put(covered(bench))
    bench.sync()
    data = sent(bench)
    picture = Image.open(io.BytesIO(data)).convert("RGB")
    assert max(picture.crop((2, 2, 28, 18)).tobytes()) < 30
    assert min(picture.crop((34, 24, 60, 40)).tobytes()) > 225
    assert SECRET not in data
    assert not Image.open(io.BytesIO(data)).getexif()


def test_covers_that_are_not_painted_yet_hold_their_question_back(bench: Bench) -> None:
    bench.put(covered(bench, painted=False))
    outcome = bench.sync()
    assert [str(held.reason) for held in outcome.held] == [
        "Its covers are still being painted into its picture. Open the quiz and look again in a moment."
    ]
    assert bench.rows == []


def test_after_a_change_on_canvas_came_in_the_covers_can_be_edited_on(bench: Bench) -> None:
    bench.put(covered(bench))
    bench.sync()
    before = bench.quiz.items[0]
    row = bench.server.core.items(bench.link.course_id, bench.canvas_id)[0]
    bench.server.core.edit_item(bench.link.course_id, bench.canvas_id, str(row["id"]), {"entry": {"title": "Theirs"}})
    assert bench.sync().brought_changed == 1
    item = bench.quiz.items[0]
    assert item.entry.wire()["title"] == "Theirs"
    assert covers_of(item) == covers_of(before) == (COVER,)


def test_a_change_elsewhere_in_the_question_sends_no_picture_again(bench: Bench) -> None:
    bench.put(covered(bench))
    bench.sync()
    address = bench.rows[0]["entry"]["interaction_data"]["image_url"]  # type: ignore[index]
    bench.put(retitled(bench.quiz.items[0], "Mine"))
    bench.sync()
    assert bench.rows[0]["entry"]["interaction_data"]["image_url"] == address  # type: ignore[index]


@pytest.mark.parametrize("orientation", range(1, 9))
def test_02_what_is_uploaded_is_upright_however_the_camera_was_held(bench: Bench, orientation: int) -> None:
    image, out, exif = Image.new("RGB", (60, 40), "blue"), io.BytesIO(), Image.Exif()
    image.paste("red", (0, 0, 30, 20))
    exif[0x0112] = orientation
    turns = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}
    stored = image if orientation == 1 else image.transpose(Image.Transpose(turns[orientation]))
    stored.save(out, "PNG", exif=exif)
    reference = taken(bench, prepared(out.getvalue()))
    question = HotSpotQuestion.new().with_picture(reference).with_regions(regions())
    bench.put(Item.of(question.replaced(title="spot", item_body="<p>Click.</p>")))
    bench.sync()
    picture = Image.open(io.BytesIO(sent(bench)))
    assert picture.getexif().get(0x0112, 1) == 1
    assert picture.convert("RGB").tobytes() == image.tobytes()
    value = bench.rows[0]["entry"]["scoring_data"]["value"]  # type: ignore[index]
    assert value == question.replaced(title="spot").wire()["scoring_data"]["value"]
