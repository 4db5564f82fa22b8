"""`assessment_meta.xml`: title, dates, points and settings of a quiz, both ways.

Canvas has the words of Classic quizzes there, and beside them those of New Quizzes under the names of the API.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from lxml.etree import _Element as Element
from pydantic import ValidationError

from app.interchange.number import number_text, plain_number
from app.interchange.qti.build import add, document, root
from app.interchange.xml import text_of
from app.message import Message, message
from app.models.number import decimal_of, whole_of
from app.models.quiz import NewQuiz, Quiz
from app.models.settings import MultipleAttempts, QuizSettings, ResultView
from app.models.settings_effective import READ_ONLY, effective
from app.models.value import Value

_NAMESPACE: Final = "http://canvas.instructure.com/xsd/cccv1p0"
_DATES: Final = ("due_at", "lock_at", "unlock_at")
_BLOCKS: Final[dict[str, type[Value]]] = {"multiple_attempts": MultipleAttempts, "result_view_settings": ResultView}
_OWN: Final = tuple(
    name for name in QuizSettings.model_fields if name not in (*_BLOCKS, "filters", "student_access_code")
)
_FLAGS: Final = {"true": True, "false": False}
_KEEP: Final = "keep_"


def attempts_of(quiz: Quiz) -> str:
    """How many attempts a student has, as the documents with questions say it."""
    settings = effective(quiz.fields.quiz_settings or QuizSettings()).wire()
    allowed = _allowed(settings.get("multiple_attempts") or {})
    return "unlimited" if allowed < 0 else str(allowed)


def written_settings(quiz: Quiz, ident: str, instructions: str) -> bytes:
    """The document of a quiz; `instructions` with the addresses of the package."""
    return _written(quiz, ident, instructions, _own)


def written_classic_settings(quiz: Quiz, ident: str, instructions: str) -> bytes:
    """The same with nothing that only New Quizzes have."""
    return _written(quiz, ident, instructions, _own_of_classic)


def left_of_classic(quiz: Quiz) -> tuple[Message, ...]:
    """Settings of a quiz that Classic quizzes do not have."""
    settings = effective(quiz.fields.quiz_settings or QuizSettings()).wire()
    rows = {**settings, **(settings.get("multiple_attempts") or {})}
    names = [name for name in rows if name not in _IN_CLASSIC and rows[name] not in (None, False, "none", {})]
    if rows.get("score_to_keep") == "first":
        names.append("score_to_keep")
    if (rows.get("session_time_limit_in_seconds") or 0) % 60:
        names.append("seconds of the time limit")
    if not names:
        return ()
    told = ", ".join(name.replace("_", " ") for name in names)
    return (message("Settings that Classic quizzes do not have ({names}).", names=told[:200]),)


_IN_CLASSIC: Final = frozenset(
    (
        *("multiple_attempts", "multiple_attempts_enabled", "attempt_limit", "max_attempts", "score_to_keep"),
        *("one_at_a_time_type", "allow_backtracking", "has_time_limit", "session_time_limit_in_seconds"),
        *("require_student_access_code", "student_access_code", "filter_ip_address", "filters", "shuffle_answers"),
    )
)


def _own_of_classic(settings: Mapping[str, Any]) -> dict[str, str]:
    return {"shuffle_answers": _text(bool(settings.get("shuffle_answers")))}


def _written(quiz: Quiz, ident: str, instructions: str, own: Callable[[Mapping[str, Any]], dict[str, str]]) -> bytes:
    fields = quiz.fields
    top = root("quiz", _NAMESPACE, identifier=ident)
    add(top, "title", quiz.title)
    add(top, "description", instructions)
    for name in _DATES:
        add(top, name, getattr(fields, name) or "")
    add(top, "quiz_type", "assignment")
    points = fields.points_possible if fields.points_possible is not None else quiz.points
    add(top, "points_possible", number_text(str(points)))
    settings = effective(fields.quiz_settings or QuizSettings()).wire()
    for name, text in {**_classic(settings), **own(settings)}.items():
        add(top, name, text)
    assignment = add(top, "assignment", identifier=f"{ident}a")
    add(assignment, "title", quiz.title)
    add(assignment, "points_possible", number_text(str(points)))
    add(assignment, "grading_type", str(fields.grading_type or "points"))
    add(assignment, "quiz_identifierref", ident)
    return document(top)


def _own(settings: Mapping[str, Any]) -> dict[str, str]:
    """What the API has, under its names."""
    rows = {name: settings[name] for name in _OWN if name in settings}
    for block in _BLOCKS:
        rows |= settings.get(block) or {}
    return {name: _text(value) for name, value in rows.items() if isinstance(value, str | int | float)}


def _classic(settings: Mapping[str, Any]) -> dict[str, str]:
    """The same in the words of Classic quizzes, which every Canvas reads."""
    attempts = settings.get("multiple_attempts") or {}
    seconds = settings.get("session_time_limit_in_seconds")
    rows: dict[str, object] = {
        "allowed_attempts": _allowed(attempts),
        "scoring_policy": f"{_KEEP}{attempts.get('score_to_keep') or 'highest'}",
        "one_question_at_a_time": settings.get("one_at_a_time_type") == "question",
        "cant_go_back": settings.get("allow_backtracking") is False,
    }
    if seconds:
        rows["time_limit"] = -(-seconds // 60)
    if code := settings.get("student_access_code"):
        rows["access_code"] = code
    ranges = (settings.get("filters") or {}).get("ips") or ()
    if ranges:
        rows["ip_filter"] = ",".join("-".join(pair) for pair in ranges)
    return {name: _text(value) for name, value in rows.items()}


def _allowed(attempts: Mapping[str, Any]) -> int:
    """How many attempts: -1 is without an end."""
    if not attempts.get("multiple_attempts_enabled"):
        return 1
    return attempts.get("max_attempts") or -1 if attempts.get("attempt_limit") else -1


def _text(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def fields_of(top: Element | None) -> tuple[NewQuiz, tuple[Message, ...]]:
    """The fields that a document has, and what of it is not understood. The title is the caller's."""
    if top is None:
        return NewQuiz(), ()
    rows = {str(child.tag): text_of(child).strip() for child in top if len(child) == 0 and text_of(child).strip()}
    raw: dict[str, Any] = {name: rows[name] for name in _DATES if name in rows}
    if "description" in rows:
        raw["instructions"] = rows["description"]
    points = decimal_of(rows.get("points_possible"))
    if points is not None and 0 <= points < 10**9:
        raw["points_possible"] = plain_number(points)
    if grading := text_of(top.find("assignment/grading_type")).strip():
        raw["grading_type"] = grading
    settings = _settings(rows)
    try:
        return NewQuiz.model_validate({**raw, "quiz_settings": settings}), ()
    except ValidationError:
        return NewQuiz.model_validate(raw), (message("Settings of the quiz: the file does not say them whole."),)


def _settings(rows: Mapping[str, str]) -> dict[str, Any]:
    found: dict[str, Any] = {**_from_classic(rows), **_read(rows, _OWN)}
    for name, kind in _BLOCKS.items():
        block = _read(rows, kind.model_fields)
        if name == "multiple_attempts":
            block = {**_attempts(rows), **block}
        if block:
            found[name] = block
    return found


def _read(rows: Mapping[str, str], names: Iterable[str]) -> dict[str, Any]:
    return {name: _value(name, rows[name]) for name in names if name in rows and name not in READ_ONLY}


def _value(name: str, text: str) -> object:
    if text in _FLAGS:
        return _FLAGS[text]
    whole = whole_of(text) if name.endswith(("_seconds", "max_attempts")) else None
    return text if whole is None else whole


def _attempts(rows: Mapping[str, str]) -> dict[str, Any]:
    """Attempts in the words of Classic quizzes."""
    allowed = whole_of(rows.get("allowed_attempts"))
    if allowed is None:
        return {}
    if allowed == 1 and "multiple_attempts_enabled" not in rows:
        return {"multiple_attempts_enabled": False}
    block: dict[str, Any] = {"multiple_attempts_enabled": True, "attempt_limit": allowed > 0}
    if allowed > 0:
        block["max_attempts"] = allowed
    policy = rows.get("scoring_policy", "").removeprefix(_KEEP)
    return {**block, "score_to_keep": policy} if policy else block


def _from_classic(rows: Mapping[str, str]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if minutes := whole_of(rows.get("time_limit")):
        found |= {"has_time_limit": True, "session_time_limit_in_seconds": minutes * 60}
    if code := rows.get("access_code"):
        found |= {"require_student_access_code": True, "student_access_code": code}
    if filters := rows.get("ip_filter"):
        pairs = [part.strip().split("-") for part in filters.split(",") if part.strip()]
        found |= {"filter_ip_address": True, "filters": {"ips": [[pair[0], pair[-1]] for pair in pairs]}}
    if "one_question_at_a_time" in rows:
        found["one_at_a_time_type"] = "question" if rows["one_question_at_a_time"] == "true" else "none"
    if rows.get("cant_go_back") == "true" and found.get("one_at_a_time_type") == "question":
        found["allow_backtracking"] = False
    return found
