"""What an editor says about a change it made."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Edit:
    """`field` is the undo text in plain words; a `merge_key` joins a burst of typing or nudging into one step."""

    field: str
    merge_key: str | None = None
