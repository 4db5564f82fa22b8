"""Ids of Canvas: whole numbers of 64 bits that are kept and compared as text (`canvas-facts.md` 1.6)."""

from typing import Annotated

from pydantic import BeforeValidator


def _text(value: object) -> object:
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


Id = Annotated[str, BeforeValidator(_text)]
