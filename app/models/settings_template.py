"""Settings that travel from one quiz to others: which ones belong together, what is taken, what is changed by them.

A template is a `NewQuiz` in which only the settings that travel are set. Of a quiz only those are taken that count
there (`settings_effective`): what is hidden behind a switch that is off stays where it is, so that an access code never
travels unseen. A switch that Canvas never told is off. Keys that nobody knows stay with their quiz.
"""

from collections.abc import Collection, Mapping
from enum import StrEnum
from typing import Final

from app.models.quiz import NewQuiz
from app.models.settings import MultipleAttempts, QuizSettings, ResultView
from app.models.settings_effective import READ_ONLY, counts
from app.models.value import Value


class Group(StrEnum):
    """What a person chooses to let travel. Title, instructions, points and the group of assignments never do."""

    TIME = "time"
    TAKING = "taking"
    ATTEMPTS = "attempts"
    RESULTS = "results"
    GRADE = "grade"
    CODE = "code"
    ADDRESSES = "addresses"
    DATES = "dates"


USUAL: Final = frozenset({Group.TIME, Group.TAKING, Group.ATTEMPTS, Group.RESULTS})
"""What travels unless the person says otherwise: what is the same from quiz to quiz."""

_QUIZ: Final[Mapping[str, Group]] = {
    "grading_type": Group.GRADE,
    "due_at": Group.DATES,
    "unlock_at": Group.DATES,
    "lock_at": Group.DATES,
}
_SETTINGS: Final[Mapping[str, Group]] = {
    "has_time_limit": Group.TIME,
    "session_time_limit_in_seconds": Group.TIME,
    "calculator_type": Group.TAKING,
    "one_at_a_time_type": Group.TAKING,
    "allow_backtracking": Group.TAKING,
    "shuffle_answers": Group.TAKING,
    "shuffle_questions": Group.TAKING,
    "require_student_access_code": Group.CODE,
    "student_access_code": Group.CODE,
    "filter_ip_address": Group.ADDRESSES,
    "filters": Group.ADDRESSES,
}
_BLOCKS: Final[Mapping[str, tuple[type[Value], Group]]] = {
    "multiple_attempts": (MultipleAttempts, Group.ATTEMPTS),
    "result_view_settings": (ResultView, Group.RESULTS),
}
_OFF: Final[Mapping[str, object]] = {"calculator_type": "none", "one_at_a_time_type": "none"}
"""What a missing choice stands for; a missing switch is off."""

Path = tuple[str, ...]
"""Where a setting stands: `("quiz_settings", "has_time_limit")`."""


def template_of(fields: NewQuiz, groups: Collection[Group]) -> NewQuiz:
    """The settings of these groups as a quiz has them."""
    taken: dict[str, object] = {}
    for path, group in _GROUPS.items():
        if group in groups and _counts(fields, path):
            value = _normal(path, _at(fields, path))
            if value is not None or group is Group.DATES:
                _put(taken, path, value)
    return NewQuiz.model_validate(taken)


def groups_of(template: NewQuiz) -> tuple[Group, ...]:
    """What travels with a template."""
    found = {group for path, group in _GROUPS.items() if _has(template, path)}
    return tuple(group for group in Group if group in found)


def changed_groups(template: NewQuiz, fields: NewQuiz) -> tuple[Group, ...]:
    """What would be another in a quiz with these fields; what it has already is not among them."""
    found = {_GROUPS[path] for path in _differing(template, fields)}
    return tuple(group for group in Group if group in found)


def applied(template: NewQuiz, fields: NewQuiz) -> NewQuiz:
    """The fields with the settings of the template; the same object where they have them already."""
    return _with(fields, {path: _at(template, path) for path in _differing(template, fields)})


def taken_back(fields: NewQuiz, before: NewQuiz, after: NewQuiz) -> NewQuiz:
    """The fields in which every setting that went from `before` to `after`, and is still as it was made, is as before.

    `before` itself where nothing else was changed since.
    """
    if fields is after or fields == after:
        return before
    for path in _GROUPS:
        if _at(before, path) != _at(after, path) == _at(fields, path):
            fields = _with(fields, {path: _at(before, path)}) if _has(before, path) else _without(fields, path)
    return fields


def _differing(template: NewQuiz, fields: NewQuiz) -> list[Path]:
    present = [path for path in _GROUPS if _has(template, path)]
    return [path for path in present if _normal(path, _at(template, path)) != _normal(path, _at(fields, path))]


def _paths() -> dict[Path, Group]:
    paths: dict[Path, Group] = {(name,): group for name, group in _QUIZ.items()}
    paths |= {("quiz_settings", name): group for name, group in _SETTINGS.items()}
    for block, (kind, group) in _BLOCKS.items():
        for name in kind.model_fields:
            if name not in READ_ONLY:
                paths["quiz_settings", block, name] = Group.DATES if name.endswith("_at") else group
    return paths


_GROUPS: Final = _paths()


def _counts(fields: NewQuiz, path: Path) -> bool:
    holder = _holder(fields, path)
    return holder is None or counts(holder, path[-1])


def _holder(fields: NewQuiz, path: Path) -> Value | None:
    """The settings object that the last name stands in; empty where there is none, None for the quiz itself."""
    if len(path) == 1:
        return None
    settings = fields.quiz_settings or QuizSettings()
    if len(path) == 2:
        return settings
    kind, _ = _BLOCKS[path[1]]
    block = getattr(settings, path[1])
    return block if block is not None else kind()


def _at(fields: NewQuiz, path: Path) -> object:
    holder = _holder(fields, path)
    return getattr(fields if holder is None else holder, path[-1])


def _has(template: NewQuiz, path: Path) -> bool:
    holder = _holder(template, path)
    return path[-1] in (template if holder is None else holder).model_fields_set


def _normal(path: Path, value: object) -> object:
    """The same for a setting that is missing and one that is off."""
    if value not in (None, "", ()):
        return value
    return _OFF.get(path[-1], False if path in _SWITCHES else None)


def _switches() -> frozenset[Path]:
    kinds: tuple[tuple[Path, type[Value]], ...] = (
        (("quiz_settings",), QuizSettings),
        *((("quiz_settings", block), kind) for block, (kind, _) in _BLOCKS.items()),
    )
    return frozenset(
        (*above, name)
        for above, kind in kinds
        for name, field in kind.model_fields.items()
        if field.annotation == bool | None
    )


_SWITCHES: Final = _switches()


def _put(taken: dict[str, object], path: Path, value: object) -> None:
    for name in path[:-1]:
        inner = taken.setdefault(name, {})
        assert isinstance(inner, dict)
        taken = inner
    taken[path[-1]] = value


def _with(fields: NewQuiz, values: Mapping[Path, object]) -> NewQuiz:
    """The fields with these settings in place of what they have."""
    for path, value in values.items():
        holder = _holder(fields, path)
        if holder is None:
            fields = fields.replaced(**{path[0]: value})
        else:
            fields = _holding(fields, path, holder.replaced(**{path[-1]: value}))
    return fields


def _without(fields: NewQuiz, path: Path) -> NewQuiz:
    holder = _holder(fields, path)
    return fields.without(path[0]) if holder is None else _holding(fields, path, holder.without(path[-1]))


def _holding(fields: NewQuiz, path: Path, holder: Value) -> NewQuiz:
    """The fields with another one of their settings objects: the one that the last name of the path stands in."""
    if len(path) == 2:
        return fields.replaced(quiz_settings=holder)
    settings = fields.quiz_settings or QuizSettings()
    return fields.replaced(quiz_settings=settings.replaced(**{path[1]: holder}))
