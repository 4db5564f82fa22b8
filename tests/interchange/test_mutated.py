"""Broken files of every format are read or refused, quickly; nothing outside them is touched (reliability.md 3.3)."""

import sys
import time
import zipfile
from io import BytesIO
from random import Random

import pytest
from PIL import Image

from app.interchange.errors import FileRefused
from app.interchange.source import Source
from app.interchange.table import FORMATS, format_named
from app.models.item import Item
from tests.interchange.mutation import Parts, mutant
from tests.interchange.test_fixtures import FIXTURES
from tests.interchange.test_table import SAMPLES
from tests.interchange.watched import room_for, untouched

LONGEST_SECONDS = 10
MOST_MEMORY = 2**30
"""Bytes (reliability.md 5, row 30)."""
READ = [one.name for one in FORMATS if one.read is not None]


def _parts(data: bytes) -> Parts:
    if not data.startswith(b"PK"):
        return {"": data}
    with zipfile.ZipFile(BytesIO(data)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def _corpus(name: str) -> list[Parts]:
    """The sample of a format, and every file with one difficulty that there is of it."""
    found = [_parts(SAMPLES[name])]
    for path in sorted((FIXTURES / name).glob("*")):
        if path.is_dir():
            inside = [one for one in path.rglob("*") if one.is_file()]
            found.append({one.relative_to(path).as_posix(): one.read_bytes() for one in inside})
        else:
            found.append(_parts(path.read_bytes()))
    return found


def _read(name: str, source: Source) -> None:
    """Nothing but `FileRefused` comes out, and each question is counted once."""
    form = format_named(name)
    form.fits(source)
    try:
        found = form.material(source)
    except FileRefused:
        return
    assert all((one.item is None) == (one.refused is not None) for quiz in found for one in quiz.found)
    assert all(isinstance(item, Item) and item.document for quiz in found for item in quiz.items)


@pytest.mark.timeout(0)
@pytest.mark.parametrize("name", READ)
def test_broken_files_are_read_or_refused_and_nothing_else(name: str, mutations: int) -> None:
    random, corpus = Random(8), _corpus(name)
    Image.init()
    for parts in corpus:
        _read(name, Source("exam", mutant(parts, Random(1))))  # so that everything is imported before it is watched
    with room_for(MOST_MEMORY):
        for number in range(mutations):
            data = mutant(random.choice(corpus), random)
            began = time.process_time()
            with untouched():
                _read(name, Source("exam.txt", data))
            spent = time.process_time() - began
            assert spent < LONGEST_SECONDS, f"mutant {number} of {name} took {spent:.1f} s"


@pytest.mark.skipif(sys.platform != "linux", reason="only there the room of a process is known and limited")
def test_the_limit_of_memory_bites() -> None:
    with room_for(2**26), pytest.raises(MemoryError):
        bytearray(2**28)
