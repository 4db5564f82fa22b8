"""Packages: courses, banks, groups, settings, and what is not read of them."""

import io
import zipfile

import pytest

from app.interchange.errors import FileRefused, Stopped
from app.interchange.qti.read import read
from app.interchange.source import Source
from app.models.questions.choice import ChoiceQuestion
from tests.interchange.conftest import losses
from tests.interchange.qti.conftest import PICTURE, REFERENCE
from tests.interchange.qti.files import (
    CHOICE,
    CLASSIC,
    bank,
    choices,
    course,
    html,
    item,
    packed,
    plain,
    quiz,
)
from tests.interchange.qti.reading import counted, one, only, stem


def test_a_course_has_every_quiz_once_and_banks_behind() -> None:
    full, lossy = quiz(CHOICE, CHOICE.replace('"i1"', '"i2"')), quiz(CHOICE)
    data = course({
        "q1/assessment_qti.xml": lossy, "non_cc_assessments/q1.xml.qti": full,
        "non_cc_assessments/b1.xml.qti": bank(CHOICE),
    })  # fmt: skip
    exam, pool = map(counted, read(Source("course.imscc", data)))
    assert (exam.title, len(exam.found)) == ("Exam", 2)
    assert (pool.title, len(pool.found)) == ("Pool", 1)
    assert pool.items[0].local.tags == ("Pool",)


def test_a_cartridge_without_the_full_quiz_is_read() -> None:
    text = CHOICE.replace("question_type", "cc_profile").replace("multiple_choice_question", "cc.multiple_choice.v0p1")
    material = one(course({"q1/assessment_qti.xml": quiz(text.replace("points_possible", "cc_weighting"))}))
    assert material.items[0].points == 2


def test_groups_become_tags_and_what_they_draw_is_told() -> None:
    group = (
        '<section ident="g" title="Easy ones"><selection_ordering><selection><selection_number>1</selection_number>'
        f"</selection></selection_ordering>{CHOICE}{CHOICE}</section>"
    )
    material = one(quiz(group, CHOICE))
    assert [found.item.local.tags for found in material.found if found.item] == [("Easy ones",), ("Easy ones",), None]
    assert "Easy ones" in str(material.lost[0])


def test_a_group_and_a_place_in_a_quiz_have_points_of_their_own() -> None:
    group = (
        '<section ident="g" title="Easy ones"><selection_ordering><selection><selection_number>1</selection_number>'
        "<selection_extension><points_per_item>5.0</points_per_item></selection_extension></selection>"
        f"</selection_ordering>{CHOICE}</section>"
    )
    entry = '<bankentry_item sourcebank_ref="b1" item_ref="i1" points_possible="0.5"/>'
    meta = '<quiz identifier="q1"><points_possible>7.0</points_possible></quiz>'
    exam, _ = read(Source("x.zip", packed({"q.xml": quiz(group, entry, CHOICE), "b.xml": bank(CHOICE), "m.xml": meta})))
    assert [one.points for one in exam.items] == [5, 0.5, 2]
    assert exam.fields.points_possible is None


def test_a_draw_from_a_bank_elsewhere_is_told() -> None:
    group = (
        '<section ident="g" title="Pool"><selection_ordering><selection><selection_number/>'
        "<sourcebank_ref>b9</sourcebank_ref></selection></selection_ordering></section>"
    )
    assert "Pool" in str(one(quiz(group, CHOICE)).lost[0])


def test_a_question_of_a_bank_is_copied_where_the_bank_is_there() -> None:
    entry = '<bankentry_item sourcebank_ref="b1" item_ref="i1" points_possible="2.0"/>'
    elsewhere = '<bankentry_item sourcebank_ref="b9" item_ref="i9"/>'
    exam, _ = read(Source("x.zip", packed({"q.xml": quiz(entry, elsewhere), "b.xml": bank(CHOICE)})))
    copied, refused = counted(exam).found
    assert copied.item is not None
    assert losses(copied) == ["Its bank: it is a copy here, as a question of the quiz."]
    assert refused.refused is not None


def test_settings_stand_in_their_own_document() -> None:
    meta = (
        '<quiz identifier="q1"><title>Other</title><description>&lt;p&gt;Do it&lt;/p&gt;</description>'
        "<time_limit>30</time_limit><allowed_attempts>3</allowed_attempts><scoring_policy>keep_latest</scoring_policy>"
        "<access_code>bee</access_code><one_question_at_a_time>true</one_question_at_a_time></quiz>"
    )
    settings = one(packed({"q1/q1.xml": CLASSIC, "q1/assessment_meta.xml": meta})).fields.quiz_settings
    assert settings is not None
    assert settings.session_time_limit_in_seconds == 1800
    assert settings.student_access_code == "bee"
    assert settings.one_at_a_time_type == "question"
    assert settings.multiple_attempts is not None
    assert settings.multiple_attempts.max_attempts == 3
    assert settings.multiple_attempts.score_to_keep == "latest"


def test_feedback_goes_where_it_belongs_or_is_told() -> None:
    notes = "".join(
        f'<itemfeedback ident="{name}"><flow_mat>{html(f"<p>{name}</p>")}</flow_mat></itemfeedback>'
        for name in ("general_fb", "correct_fb", "general_incorrect_fb", "a_fb", "nobody")
    )
    found = only(quiz(CHOICE.replace("</item>", f"{notes}</item>")))
    assert found.item is not None
    question = found.item.entry
    assert isinstance(question, ChoiceQuestion)
    assert question.feedback is not None
    assert question.feedback.incorrect == "<p>general_incorrect_fb</p>"
    assert list((question.answer_feedback or {}).values()) == ["<p>a_fb</p>"]
    assert losses(found) == ["Feedback that belongs to none of the answers."]


def test_a_picture_of_every_question_is_read_once() -> None:
    """All that is unpacked is counted, and a logo of 5 MB in 100 questions is no bomb."""
    logo = html('<p><img src="logo.png" alt=""></p>')
    large = PICTURE + b"\0" * 5_000_000
    material = one(packed({"q.xml": quiz(*(item("essay_question", logo) for _ in range(100))), "logo.png": large}))
    assert not any(found.lost for found in material.found)
    assert len(material.media) == 1


def test_more_regions_than_anybody_could_draw_are_refused() -> None:
    region = '<response_label rarea="rectangle">0,0,1,1</response_label>'
    shown = f"<response_xy><render_hotspot>{region * 20_000}</render_hotspot></response_xy>"
    assert only(quiz(item("hot_spot_question", shown))).refused is not None


@pytest.mark.parametrize("answers", [501, 20_000])
def test_more_answers_than_anybody_could_read_are_refused(answers: int) -> None:
    many = choices({str(n): "A" for n in range(answers)}, cardinality="Multiple")
    refused, whole = one(quiz(item("multiple_answers_question", many), CHOICE)).found
    assert refused.refused is not None
    assert whole.item is not None


def test_a_package_that_unpacks_without_end_is_refused() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("q.xml", CLASSIC + " " * 50_000_000)
    with pytest.raises(FileRefused, match="more than is allowed"):
        one(buffer.getvalue())


def test_a_package_without_a_quiz_is_refused() -> None:
    with pytest.raises(FileRefused, match="no quiz"):
        one(packed({"readme.txt": "hello"}))


def test_what_a_mac_packs_beside_is_not_read() -> None:
    assert len(one(packed({"q.xml": CLASSIC, "__MACOSX/._q.xml": CLASSIC})).found) == 2


def test_a_person_who_cancels_stops_it() -> None:
    def stop(_done: int, _total: int) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        read(Source("exam.xml", CLASSIC.encode(), stop))


def test_progress_is_told_to_the_last_question() -> None:
    steps: list[tuple[int, int]] = []
    read(Source("exam.xml", CLASSIC.encode(), lambda done, total: steps.append((done, total))))
    assert steps == [(1, 2), (2, 2)]


def test_instructions_are_cleaned_and_points_follow_the_questions() -> None:
    meta = (
        '<quiz identifier="q1"><description>&lt;p&gt;Do&lt;script&gt;x()&lt;/script&gt;&lt;img src="map.png"&gt;'
        "&lt;/p&gt;</description><points_possible>4.0</points_possible></quiz>"
    )
    material = one(packed({"q1/q1.xml": CLASSIC, "q1/assessment_meta.xml": meta, "map.png": PICTURE}))
    assert material.fields.instructions == f'<p>Do<img src="{REFERENCE}"></p>'
    assert material.fields.points_possible is None


def test_an_empty_quiz_is_no_error() -> None:
    assert one(quiz()).found == ()


def test_plain_texts_become_paragraphs() -> None:
    assert stem(only(quiz(item("essay_question", plain("1 < 2\n\nWhy?"))))) == "<p>1 &lt; 2</p><p>Why?</p>"
