"""Reading tables, from CSV and from Excel: a row a question, columns by their headers."""

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from app.interchange.errors import ColumnsUnknown, FileRefused
from app.interchange.maker import plain
from app.interchange.material import Found, Material, each_once
from app.interchange.pictures import Pictures
from app.interchange.rich import cleaned
from app.interchange.sheet.columns import Columns, guessed, told
from app.interchange.sheet.row import Row, Unreadable, question_of
from app.interchange.sheet.workbook import MOST_COLUMNS, MOST_ROWS, is_workbook, tables
from app.interchange.source import Source, Step
from app.interchange.table_head import UNREAD, Roles, TableHead
from app.interchange.xml import NotXml
from app.library.packed import NotReadable
from app.message import message
from app.models.item import Item
from app.models.number import decimal_of, typed_number

_DELIMITERS: Final = ",;\t|"
_GUARD = re.compile(r"'(?=[=+\-@])")
_MOST_POINTS: Final = 10**9


def fits(source: Source) -> bool:
    """Whether its first row names the columns of questions."""
    if is_workbook(source):
        return True
    head = source.text[:20_000]
    if head.lstrip().startswith(("<", "{")):
        return False
    rows = [_first_row(head, delimiter) for delimiter in _DELIMITERS]
    if any(_columns(source, row) for row in rows):
        return True
    return source.ending in (".csv", ".tsv") and head.strip().count("\n") > 0 and max(map(len, rows)) > 1


def _columns(source: Source, header: Sequence[str]) -> Columns | None:
    """What the columns are: as a person said of a table with this first row, else by their names."""
    return told(source.roles.get(tuple(header))) or guessed(header)


def read(source: Source) -> tuple[Material, ...]:
    """One quiz, or one for each sheet with questions. Raises `FileRefused`."""
    try:
        every = list(tables(source)) if is_workbook(source) else [_rows(source)]
    except (NotReadable, NotXml) as error:
        raise FileRefused(source.name, error.why) from error
    except csv.Error as error:
        raise FileRefused(source.name, message("{why}.", why=str(error))) from error
    made: list[Material] = []
    for rows in every:
        columns = _columns(source, rows[0]) if rows else None
        if columns is not None:
            title = f"{source.title} {len(made) + 1}" if made else source.title
            made.append(material(title, rows, columns, source.step))
    if not made:
        why = message("its first row does not name its columns: one has to be called Question.")
        hint = message("Others can be called Type, Points, A, B, C, D, Correct answer, Feedback, Tags.")
        wide = next((rows for rows in every if len(rows) > 1 and len(rows[0]) > 1), None)
        if wide is not None:
            raise ColumnsUnknown(source.name, why, hint, _head(wide, (UNREAD,) * len(wide[0])))
        raise FileRefused(source.name, why, hint)
    return tuple(made)


def _head(rows: Sequence[Sequence[str]], roles: Roles, *, headed: bool = True) -> TableHead:
    width = len(rows[0])
    samples = (next((row[n] for row in rows[1:50] if n < len(row) and row[n].strip()), "") for n in range(width))
    return TableHead(tuple(rows[0]), tuple(samples), roles, headed)


def material(title: str, rows: Sequence[Sequence[str]], columns: Columns, step: Step) -> Material:
    """The quiz of a table."""
    pictures = Pictures()
    found = []
    first = int(columns.headed)
    body = [(line, row) for line, row in enumerate(rows[first:], first + 1) if any(text.strip() for text in row)]
    for done, (line, row) in enumerate(body, start=1):
        step(done, len(body))
        one = _found(line, Row.of(row, columns), pictures)
        found.append(replace(one, source="\n".join(filter(str.strip, row))) if one.refused else one)
    names = rows[0] if columns.headed else ()
    left = [text.strip() for place, text in enumerate(names) if text.strip() and place not in columns.places]
    lost = [message("Columns that mean nothing here: {names}.", names=", ".join(left)[:200])] if left else []
    if len(rows) >= MOST_ROWS:
        lost.append(message("Rows after the first {most}.", most=MOST_ROWS))
    head = _head(rows, columns.roles(len(rows[0])), headed=columns.headed)
    return Material(title, tuple(found), media=pictures.media, lost=tuple(lost), head=head)


def _rows(source: Source) -> list[list[str]]:
    rows = {one: _first_row(source.text, one) for one in _DELIMITERS}
    named = [one for one, row in rows.items() if _columns(source, row)]
    delimiter = max(named or rows, key=lambda one: len(rows[one]))
    found = []
    for row in csv.reader(io.StringIO(source.text.replace("\0", "")), delimiter=delimiter):
        found.append([_GUARD.sub("", text, count=1) if text.startswith("'") else text for text in row[:MOST_COLUMNS]])
        if len(found) >= MOST_ROWS:
            break
    return found


def _first_row(text: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader(io.StringIO(text[:20_000].replace("\0", "")), delimiter=delimiter), [])
    except csv.Error:
        return []


def _found(line: int, row: Row, pictures: Pictures) -> Found:
    where = f"row {line}"
    try:
        question, lost = question_of(row)
    except Unreadable as error:
        shown = message('{why} It begins with "{text}".', why=error.why, text=" ".join(row.question.split())[:60])
        return Found(where, None, refused=shown)
    for kind, text in (("neutral", row.feedback), ("correct", row.correct), ("incorrect", row.incorrect)):
        if text:
            question = question.with_feedback(kind, plain(text))
    question, gone = cleaned(question, pictures)
    if row.label:
        question = question.replaced(title=row.label)
    points = decimal_of(typed_number(row.points) if row.points else "1")
    if points is None or not 0 <= points <= _MOST_POINTS:
        lost = (*lost, message('Its points: "{text}" is no number, and 1 is taken.', text=row.points[:30]))
        points = decimal_of("1")
    item = Item.of(question, points=float(points or 0))
    if row.tags:
        item = item.with_local(item.local.replaced(tags=row.tags))
    return Found(where, item, each_once((*lost, *gone)))
