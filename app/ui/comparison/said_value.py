"""What one side has of a unit, as a text that is read."""

from collections.abc import Mapping
from html import escape

from PySide6.QtCore import QDateTime, QLocale, Qt

from app.message import Message, message
from app.models.answers.table import answer_lines
from app.models.question import Question
from app.models.questions.rich_fill_blank import RichFillBlankQuestion
from app.models.quiz import Quiz
from app.sync.unit import ANSWERS
from app.sync.unit_words import part_name
from app.ui.fields.answer_line import line_html
from app.ui.fields.points import points_text
from app.ui.words import words

_HOUR, _MINUTE = 3600, 60
NOTHING = message("(nothing)")
_TOKENS = frozenset(
    {
        "grading_type",
        "score_to_keep",
        "display_item_response_qualifier",
        "display_item_response_correctness_qualifier",
    }
)
"""Settings whose values are words that Canvas joins by underscores."""


def value_html(quiz: Quiz, item_id: str, unit: str, raw: object) -> str:
    """The HTML of a unit in the value `quiz`, "" as `item_id` for the quiz itself.

    `raw` is the unit itself, for what has no text of its own.
    """
    if not item_id:
        return quiz.fields.instructions or _nothing() if unit == "instructions" else _plain(_setting(unit, raw))
    item = quiz.item(item_id)
    entry = item.entry
    if unit == "points":
        return _plain(points_text(item.points))
    if unit == "tags":
        return _plain(_value(unit, raw))
    assert isinstance(entry, Question)
    if unit == ANSWERS:
        return answers_html(entry)
    if unit == "item_body":
        return entry.item_body or _nothing()
    if unit.startswith("feedback/"):
        return getattr(entry.feedback, unit.removeprefix("feedback/"), None) or _nothing()
    return _plain(str(getattr(entry, unit, None) or "") or words(NOTHING))


def answers_html(question: Question) -> str:
    """The answers in lines, below the text of a question whose answers stand in it."""
    body = question.body if isinstance(question, RichFillBlankQuestion) else ""
    return body + "".join(map(line_html, answer_lines(question))) or _nothing()


def _plain(text: str) -> str:
    return f"<p>{escape(text)}</p>"


def _nothing() -> str:
    return _plain(words(NOTHING))


def _setting(unit: str, raw: object) -> str:
    part = part_name(unit)
    said = _said_setting(unit, raw)
    return said if part is None else words(message("{part}: {value}", part=words(part), value=said))


def _said_setting(unit: str, raw: object) -> str:
    if unit.endswith("_at"):
        return _date(raw)
    if isinstance(raw, Mapping):
        if any(value is False for value in raw.values()):
            return words(message("off"))
        rest = [_value(str(key), value) for key, value in raw.items() if value is not True]
        return ", ".join(rest) or words(message("on"))
    return _value(unit, raw)


def _value(name: str, raw: object) -> str:
    if raw is None or raw == "":
        return words(NOTHING)
    if isinstance(raw, bool):
        return words(message("on") if raw else message("off"))
    if name.endswith("_in_seconds") or name.endswith("_period_seconds"):
        return words(_duration(int(str(raw))))
    said = str(raw)
    return said.replace("_", " ") if name.rpartition("/")[2] in _TOKENS else said


def _duration(seconds: int) -> Message:
    hours, minutes = seconds // _HOUR, seconds % _HOUR // _MINUTE
    if not hours:
        return message("1 minute", plural="{count} minutes", count=minutes)
    return message("{hours} h {minutes} min", hours=hours, minutes=minutes)


def _date(raw: object) -> str:
    moment = QDateTime.fromString(str(raw or ""), Qt.DateFormat.ISODate)
    if not moment.isValid():
        return words(NOTHING)
    return QLocale().toString(moment.toLocalTime(), QLocale.FormatType.ShortFormat)
