"""From the JSON of a quiz to its fields; what does not fit its field is put aside, so that the rest can be read."""

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import ValidationError
from pydantic.alias_generators import to_camel

from app.models.quiz import NewQuiz
from app.models.value import thawed

UNREAD = "unread"
"""The key of `NewQuiz` under which values lie that did not fit: path such as "quiz_settings/max_attempts" → value."""


def read_fields(raw: Mapping[str, Any]) -> NewQuiz:
    """The fields of a quiz, of an API answer or of a file in the API's shape; whatever they are, nothing is lost."""
    known = thawed(raw)
    try:
        return NewQuiz.model_validate(known)
    except ValidationError as error:
        places = {_path(known, problem["loc"]) for problem in error.errors(include_url=False, include_input=False)}
    before = known.pop(UNREAD, {})
    unread = {"/".join(path): _taken_out(known, path) for path in sorted(places)}
    return read_fields({**known, UNREAD: {**before, **unread}})


def _path(json: dict[str, Any], place: Sequence[str | int]) -> tuple[str, ...]:
    """The keys, as they came, down to the innermost field of `json` that the place of an error names."""
    path: list[str] = []
    holder: object = json
    for step in place:
        names = (step, to_camel(step)) if isinstance(step, str) else ()
        key = next((name for name in names if isinstance(holder, dict) and name in holder), None)
        if key is not None and isinstance(holder, dict):
            path.append(key)
            holder = holder[key]
    return tuple(path)


def _taken_out(json: dict[str, Any], path: tuple[str, ...]) -> object:
    holder = json
    for key in path[:-1]:
        holder = holder[key]
    return holder.pop(path[-1])
