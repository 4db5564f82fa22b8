"""Files are read in a process of their own, and whatever becomes of that, the program goes on and names the file."""

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import psutil
import pytest

from app.interchange.errors import Stopped
from app.interchange.incoming import Incoming, incoming
from app.interchange.qti.write import write
from app.interchange.reading_process import ReaderBroken, ReadingProcess
from app.interchange.source import quietly
from app.interchange.table import FORMATS
from app.interchange.table_head import KnownRoles
from app.models.quiz import NewQuiz, Quiz
from tests.interchange.test_table import SAMPLES
from tests.support.measure.every_type import as_many

GIFT = b"How many legs has a spider? {=8 ~6}"


@pytest.fixture(scope="module")
def reading() -> Iterator[ReadingProcess]:
    with ReadingProcess() as process:
        yield process


@pytest.fixture
def spider(tmp_path: Path) -> Path:
    path = tmp_path / "spider.gift"
    path.write_bytes(GIFT)
    return path


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """So many questions that somebody may lose patience, or the power."""
    path = tmp_path / "many.zip"
    path.write_bytes(write(Quiz("q", NewQuiz(title="Many"), as_many(600)), lambda _: b"", quietly).data)
    return path


def _said(file: Incoming) -> list[object]:
    """What was read, but for ids, which are new each time."""
    rows = [(one.place, one.lost, one.refused, one.item and one.item.wire()) for m in file.materials for one in m.found]
    heads = [(m.title, m.fields, m.local, m.media, m.lost, m.head) for m in file.materials]
    return [file.name, file.form, str(file.error), heads, len(rows), [row[:3] for row in rows]]


@pytest.mark.parametrize("name", [one.name for one in FORMATS if one.read is not None])
def test_a_file_is_read_there_as_it_is_here(name: str, reading: ReadingProcess, tmp_path: Path) -> None:
    form = next(one for one in FORMATS if one.name == name)
    path = tmp_path / f"exam{form.endings[0]}"
    path.write_bytes(SAMPLES[name])
    there, here = reading.incoming(path, quietly), incoming(path, quietly)
    assert there.materials
    assert _said(there) == _said(here)


def test_a_format_that_is_named_is_taken(reading: ReadingProcess, spider: Path) -> None:
    read = reading.incoming(spider, quietly, form="text")
    assert read.form is not None
    assert read.form.name == "text"


def test_columns_that_nobody_knows_are_asked_for(reading: ReadingProcess, tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("one,two\nWhat is a cell?,A unit of life\n")
    [head] = reading.incoming(path, quietly).heads
    assert head.names == ("one", "two")


def test_how_far_it_is_comes_through(reading: ReadingProcess, many: Path) -> None:
    told = []
    reading.incoming(many, lambda done, total: told.append((done, total)))
    assert any(0 < done <= total == 600 for done, total in told)


def test_a_file_that_takes_too_much_memory_is_refused_by_name(tmp_path: Path, spider: Path) -> None:
    path = tmp_path / "bomb.txt"
    with path.open("wb") as file:
        file.truncate(190 * 2**20)
    with ReadingProcess(memory=2**28) as process:
        assert str(process.incoming(path, quietly).error).startswith(
            '"bomb.txt" cannot be imported: reading it takes more than 256 megabytes of memory. Nothing of it was taken'
        )
        assert process.incoming(spider, quietly).error is None


def test_a_file_that_takes_too_long_is_refused_by_name(many: Path) -> None:
    with ReadingProcess(patience=0.0) as process:
        error = str(process.incoming(many, quietly).error)
    assert error.startswith('"many.zip" cannot be imported: reading it took longer than 0 seconds.')


def test_a_file_that_breaks_the_process_is_refused_by_name_and_the_next_one_is_read(many: Path, spider: Path) -> None:
    def kill(_done: int, total: int) -> None:
        for child in psutil.Process().children() if total else ():
            child.kill()

    with ReadingProcess() as process:
        error = str(process.incoming(many, kill).error)
        assert error.startswith('"many.zip" cannot be imported: what it holds ended the part of the program')
        assert len(process.incoming(spider, quietly).materials) == 1


def test_who_cancels_ends_the_process_at_once(many: Path) -> None:
    def stop(_done: int, total: int) -> None:
        if total:
            raise Stopped

    before = psutil.Process().children()
    with ReadingProcess() as process:
        with pytest.raises(Stopped):
            process.incoming(many, stop)
        assert psutil.Process().children() == before


def test_a_bug_of_a_reader_is_told_as_one(reading: ReadingProcess, tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("one,two\nWhat is a cell?,A unit of life\n")
    with pytest.raises(ReaderBroken, match="Traceback"):
        reading.incoming(path, quietly, cast(KnownRoles, [1]))
    assert len(reading.incoming(path, quietly).heads) == 1
