"""The examples of the API documents (`new-quiz-items.txt`, `new-quizzes.txt`), without their comments."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

_EXAMPLES = Path(__file__).parent / "examples"


def _read(name: str) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((_EXAMPLES / f"{name}.json").read_text(encoding="utf-8"))
    return read


@pytest.fixture
def example() -> Callable[[str], dict[str, Any]]:
    """The JSON of an example by its file's name."""
    return _read
