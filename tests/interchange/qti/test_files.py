"""The pictures of a quiz in its package, and what the package says of them."""

import io
import zipfile

from app.interchange.qti.write import write
from app.interchange.source import quietly
from app.models.item import Item
from app.models.questions.essay import EssayQuestion
from app.models.questions.hot_spot import HotSpotQuestion
from app.models.quiz import NewQuiz, Quiz
from tests.interchange.qti.conftest import REFERENCE, again, media

TEXT = EssayQuestion.new().replaced(item_body=f'<p><img src="{REFERENCE}" alt="Leaf"></p>')
SPOTS = HotSpotQuestion.new().with_picture(REFERENCE)
QUIZ = Quiz("q", NewQuiz(title="Exam", instructions=TEXT.item_body), (Item.of(TEXT), Item.of(TEXT), Item.of(SPOTS)))


def packed() -> zipfile.ZipFile:
    """The package of the quiz."""
    return zipfile.ZipFile(io.BytesIO(write(QUIZ, media, quietly).data))


def test_a_picture_is_there_once_for_texts_and_once_for_hot_spots() -> None:
    names = [name for name in packed().namelist() if name.startswith("Uploaded Media/")]
    assert sorted(name.endswith(".png") for name in names) == [False, True]


def test_texts_name_it_as_an_address_and_hot_spots_as_a_path() -> None:
    whole = packed()
    [document] = (name for name in whole.namelist() if name.startswith("g") and not name.endswith("meta.xml"))
    text = whole.read(document).decode()
    assert "$IMS-CC-FILEBASE$/Uploaded%20Media/" in text
    assert 'uri="$IMS-CC-FILEBASE$/Uploaded Media/' in text
    assert "media:" not in text


def test_the_manifest_names_every_part() -> None:
    whole = packed()
    manifest = whole.read("imsmanifest.xml").decode()
    assert all(f'href="{name}"' in manifest for name in whole.namelist() if name != "imsmanifest.xml")


def test_they_come_back_as_the_picture_that_they_were() -> None:
    material = again(QUIZ)
    first, _, spots = material.items
    assert first.entry.wire()["item_body"] == TEXT.item_body
    assert spots.entry.wire()["interaction_data"]["image_url"] == REFERENCE
    assert material.fields.instructions == TEXT.item_body
    assert list(material.media) == [REFERENCE.removeprefix("media:")]
