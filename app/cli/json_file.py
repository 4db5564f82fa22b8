"""A JSON file as a command takes it, or stdin for "-"."""

import json
import sys
from pathlib import Path
from typing import Final

from app.cli.exit_code import WrongUse, wrong_use
from app.message import Message, message

STDIN: Final = "-"


def name_of(text: str) -> str:
    """How messages call the file."""
    return "stdin" if text == STDIN else text


def read_json(text: str) -> object:
    """The document of the file, or of stdin for "-". Raises `WrongUse` with the place of the first mistake."""
    if text == STDIN:
        return _parsed(name_of(text), sys.stdin.buffer.read())
    try:
        data = Path(text).read_bytes()
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise wrong_use(message('The file "{name}" cannot be read: {why}.', name=text, why=why)) from error
    return _parsed(text, data)


def _parsed(name: str, data: bytes) -> object:
    try:
        document = json.loads(data.decode("utf-8-sig"), parse_constant=_refused)
        json.dumps(document, ensure_ascii=False).encode()
    except json.JSONDecodeError as error:
        raise _wrong_at(name, error.lineno, error.colno, message("this is no JSON: {why}", why=error.msg)) from error
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - data.rfind(b"\n", 0, error.start)
        raise _wrong_at(name, line, column, message("this is not UTF-8")) from error
    except UnicodeEncodeError as error:  # "\ud800" alone: no database and no Canvas takes it
        raise wrong_use(message("{name}: half of a character stands alone in a text.", name=name)) from error
    except (ValueError, RecursionError) as error:
        words = message("{name}: this is no JSON that can be used: {why}", name=name, why=str(error))
        raise wrong_use(words) from error
    return document


def _wrong_at(name: str, line: int, column: int, why: Message) -> WrongUse:
    words = message("{name}: line {line}, column {column}: {why}.", name=name, line=line, column=column, why=why)
    return wrong_use(words)


def _refused(constant: str) -> object:
    raise ValueError(f"{constant} is no number in JSON")
