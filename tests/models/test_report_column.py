"""The columns of a report on students: those for a person, in the order in which an instructor reads them."""

from app.models.results.report_column import Part, shown_columns
from app.models.results.report_table import ReportTable

CLASSIC = (
    "name", "id", "sis_id", "root_account", "section", "section_id", "section_sis_id", "submitted", "attempt",
    "4711: How do leaves breathe?", "2.0", "4712: Why: a reason", "1.0", "n correct", "score",
)  # fmt: skip


def test_who_how_well_and_when_stand_first_and_keys_are_left_out() -> None:
    shown = [(one.part, one.question, one.words) for one in shown_columns(ReportTable(CLASSIC))]
    assert shown == [
        (Part.STUDENT, 0, "name"),
        (Part.SCORE, 0, "score"),
        (Part.HANDED_IN, 0, "submitted"),
        (Part.ATTEMPT, 0, "attempt"),
        (Part.SECTION, 0, "section"),
        (Part.ANSWER, 1, "How do leaves breathe?"),
        (Part.POINTS, 1, "2.0"),
        (Part.ANSWER, 2, "Why: a reason"),
        (Part.POINTS, 2, "1.0"),
        (Part.OTHER, 0, "n correct"),
    ]


def test_points_that_are_named_after_their_question_stand_beside_its_answer() -> None:
    shown = shown_columns(ReportTable(("name", "7: ", "7: points", "8: Trees", "8: points")))
    assert [(one.place, one.part, one.question) for one in shown] == [
        (0, Part.STUDENT, 0), (1, Part.ANSWER, 1), (2, Part.POINTS, 1), (3, Part.ANSWER, 2), (4, Part.POINTS, 2),
    ]  # fmt: skip


def test_what_is_not_known_stays_as_it_is() -> None:
    shown = shown_columns(ReportTable(("1.0", "Wer", "")))
    assert [(one.part, one.words) for one in shown] == [(Part.OTHER, "1.0"), (Part.OTHER, "Wer"), (Part.OTHER, "")]
