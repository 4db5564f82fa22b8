"""Files with one difficulty each: of N questions those that come whole, with named losses and not at all are N.

`fixtures/accounts.csv` says of every file what it holds; a folder there is a package that is zipped before it is read.
"""

import csv
import io
import zipfile
from collections import Counter
from pathlib import Path

import pytest

from app.interchange.errors import FileRefused
from app.interchange.incoming import Account, account
from app.interchange.source import Source
from app.interchange.table import format_of

FIXTURES = Path(__file__).parent / "fixtures"
LARGE = ("aiken", "gift", "imscc", "moodle", "qti", "qti-classic", "qti2", "table", "text", "text2qti", "word")
"""Formats that many people have files of."""

with (FIXTURES / "accounts.csv").open(encoding="utf-8") as _file:
    ACCOUNTS = list(csv.DictReader(_file))


def _source(row: dict[str, str]) -> Source:
    path = FIXTURES / row["format"] / row["file"]
    return Source(path.name, path.read_bytes() if path.is_file() else _packed(path))


def _packed(folder: Path) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        for path in sorted(one for one in folder.rglob("*") if one.is_file()):
            made.writestr(zipfile.ZipInfo(path.relative_to(folder).as_posix()), path.read_bytes())
    return buffer.getvalue()


@pytest.mark.parametrize("row", ACCOUNTS, ids=lambda row: f"{row['format']}/{row['file']}")
def test_every_question_of_a_file_is_accounted_for(row: dict[str, str]) -> None:
    source = _source(row)
    form = format_of(source)
    assert form.name == row["format"]
    if row["file refused"]:
        with pytest.raises(FileRefused):
            form.material(source)
        return
    found = [one for material in form.material(source) for one in material.found]
    expected = Account(int(row["whole"]), int(row["partly"]), int(row["refused"]))
    assert account(found) == expected
    assert len(found) == expected.total
    assert all((one.item is None) == (one.refused is not None) for one in found)
    assert all(one.place and all(map(str, one.lost)) for one in found)


def test_there_are_thirty_files_of_every_large_format_and_none_that_nobody_counts() -> None:
    counted = Counter(row["format"] for row in ACCOUNTS)
    assert all(counted[name] >= 30 for name in LARGE)
    there = {(path.parent.name, path.name) for path in FIXTURES.glob("*/*")}
    assert there == {(row["format"], row["file"]) for row in ACCOUNTS}
