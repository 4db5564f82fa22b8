"""Files read as the tests ask about them."""

from app.interchange.material import Found, Material
from app.interchange.qti.read import read
from app.interchange.source import Source


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
