"""Quizzes written and read again."""

import hashlib
from io import BytesIO

import pytest
from PIL import Image

from app.interchange.material import Material
from app.interchange.qti.read import read
from app.interchange.qti.write import write
from app.interchange.source import Source, quietly
from app.models.quiz import Quiz


def _picture() -> bytes:
    file = BytesIO()
    Image.new("RGB", (40, 30), "white").save(file, "PNG")
    return file.getvalue()


PICTURE = _picture()
REFERENCE = f"media:{hashlib.sha256(PICTURE).hexdigest()}"


def media(reference: str) -> bytes:
    """The only picture that there is."""
    assert reference == REFERENCE
    return PICTURE


def again(quiz: Quiz) -> Material:
    """The quiz as its own export says it; one question each, none refused."""
    [material] = read(Source("quiz.zip", write(quiz, media, quietly).data))
    assert len(material.found) == len(quiz.items)
    assert all((one.item is None) == (one.refused is not None) for one in material.found)
    return material


@pytest.fixture
def picture() -> bytes:
    """A small PNG."""
    return PICTURE
