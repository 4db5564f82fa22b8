"""Files read as the tests ask about them."""

from app.interchange.material import Found, Material
from app.interchange.qti.read import read
from app.interchange.source import Source
from app.models.question import Question
from tests.interchange.qti.conftest import PICTURE
from tests.interchange.qti.files import item, packed, quiz


def one(data: str | bytes) -> Material:
    """The only quiz of a file."""
    [material] = read(Source("exam.zip", data.encode() if isinstance(data, str) else data))
    return counted(material)


def counted(material: Material) -> Material:
    """The quiz, each of its questions brought in or refused and not both."""
    assert all((found.item is None) == (found.refused is not None) for found in material.found)
    return material


def only(data: str | bytes) -> Found:
    """The only question of a file."""
    [found] = one(data).found
    return found


def stem(found: Found) -> str:
    """The text of a question."""
    assert found.item is not None
    return str(found.item.entry.wire()["item_body"])


ONE, TWO, THREE = (f"0000000{n}-8b86-4d01-b42d-00cf4fc964ff" for n in (1, 2, 3))
"""Names of answers that Canvas would keep."""


def found(*parts: str, **fields: str) -> Found:
    """The question of an item, in a package with the picture."""
    data = packed({"q1/q1.xml": quiz(item(*parts, **fields)), "Uploaded Media/6f96": PICTURE})
    [material] = read(Source("exam.zip", data))
    [one] = material.found
    assert not one.lost
    return one


def question(*parts: str, **fields: str) -> Question:
    """A question that comes whole."""
    made = found(*parts, **fields)
    assert made.item is not None
    assert made.item.points == 2
    assert isinstance(made.item.entry, Question)
    return made.item.entry
