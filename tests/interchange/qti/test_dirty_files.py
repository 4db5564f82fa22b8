"""Files as they are found: each trap of interchange.md once. Of N questions each is whole, told or refused."""

import pytest

from app.interchange.errors import FileRefused
from app.interchange.material import Found, Material
from app.interchange.qti.read import read
from app.interchange.source import Source
from app.models.entry import Opaque, Stimulus
from app.models.questions.choice import ChoiceQuestion
from app.models.questions.formula import FormulaQuestion
from app.models.questions.hot_spot import HotSpotQuestion
from app.models.questions.multi_answer import MultiAnswerQuestion
from app.models.questions.numeric import ExactAnswer, NumericQuestion
from app.models.questions.rich_fill_blank import RichFillBlankQuestion
from tests.interchange.conftest import losses
from tests.interchange.qti.conftest import PICTURE, REFERENCE
from tests.interchange.qti.files import (
    CHOICE,
    CLASSIC,
    bank,
    choices,
    condition,
    course,
    field,
    html,
    item,
    packed,
    plain,
    quiz,
    scored,
)

LATIN = '<?xml version="1.0" encoding="ISO-8859-1"?>'


def one(data: str | bytes) -> Material:
    """The only quiz of a file."""
    [material] = read(Source("exam.zip", data.encode() if isinstance(data, str) else data))
    return counted(material)


def counted(material: Material) -> Material:
    """The quiz, each of its questions brought in or refused and not both."""
    assert all((found.item is None) == (found.refused is not None) for found in material.found)
    return material


def only(data: str | bytes) -> Found:
    """The only question of a file."""
    [found] = one(data).found
    return found


def stem(found: Found) -> str:
    """The text of a question."""
    assert found.item is not None
    return str(found.item.entry.wire()["item_body"])


# -- documents


def test_a_document_type_is_refused_by_name() -> None:
    bomb = quiz(CHOICE, head='<?xml version="1.0"?><!DOCTYPE q [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>')
    with pytest.raises(FileRefused, match="DOCTYPE"):
        one(bomb)


def test_an_entity_that_names_a_file_is_not_followed() -> None:
    evil = '<?xml version="1.0"?><!DOCTYPE q [<!ENTITY f SYSTEM "file:///etc/hostname">]>'
    with pytest.raises(FileRefused, match="DOCTYPE"):
        one(quiz(item("essay_question", html("&f;")), head=evil).replace("&amp;f;", "&f;"))


def test_one_refused_document_does_not_stop_the_others() -> None:
    material = one(packed({"a.xml": quiz(CHOICE, head='<!DOCTYPE q SYSTEM "q.dtd">'), "b.xml": CLASSIC}))
    assert len(material.found) == 2
    assert "a.xml" in str(material.lost[0])


def test_xml_that_breaks_off_names_its_line() -> None:
    with pytest.raises(FileRefused, match="line 1"):
        one(CLASSIC[:-30])


def test_three_hundred_levels_are_refused() -> None:
    with pytest.raises(FileRefused, match="no whole XML"):
        one(f"<questestinterop>{'<section>' * 300}{'</section>' * 300}</questestinterop>")


def test_latin_letters_are_read_as_the_header_says() -> None:
    text = quiz(item("essay_question", html("<p>Größe</p>")), head=LATIN)
    assert stem(only(text.encode("latin-1"))) == "<p>Größe</p>"


def test_a_header_that_says_latin_over_utf_8_is_not_believed() -> None:
    assert stem(only(quiz(item("essay_question", html("<p>Größe</p>")), head=LATIN))) == "<p>Größe</p>"


def test_windows_letters_under_a_utf_8_header_are_read() -> None:
    assert stem(only(quiz(item("essay_question", html("<p>Größe</p>"))).encode("cp1252"))) == "<p>Größe</p>"


def test_utf_16_is_read() -> None:
    text = quiz(item("essay_question", html("<p>Größe</p>")), head='<?xml version="1.0" encoding="UTF-16"?>')
    assert stem(only(text.encode("utf-16"))) == "<p>Größe</p>"


def test_cdata_is_read_as_text() -> None:
    data = quiz(item("essay_question", "<material><mattext texttype='text/html'><![CDATA[<p>A &amp; B</p>]]></mattext>"
                     "</material>"))  # fmt: skip
    assert stem(only(data)) == "<p>A &amp; B</p>"


def test_markup_that_is_not_escaped_is_read() -> None:
    data = quiz(
        item("essay_question", "<material><mattext texttype='text/html'><p>A <em>b</em></p></mattext></material>")
    )
    assert stem(only(data)) == "<p>A <em>b</em></p>"


def test_no_namespace_and_other_prefixes_are_read() -> None:
    plain_names = CLASSIC.replace(f' xmlns="{"http://www.imsglobal.org/xsd/ims_qtiasiv1p2"}"', "")
    assert len(one(plain_names).found) == 2


def test_loose_questions_are_a_quiz_named_as_the_file() -> None:
    [material] = read(Source("week_3.xml", f"<questestinterop>{CHOICE}</questestinterop>".encode()))
    assert material.title == "week 3"
    assert len(material.found) == 1


# -- metadata


@pytest.mark.parametrize("said", ["", "  ", "many"])
def test_missing_points_are_told(said: str) -> None:
    found = only(quiz(CHOICE.replace("2.0", said)))
    assert found.item is not None
    assert found.item.points == 1
    assert any("points" in text for text in losses(found))


def test_fields_one_level_too_high_are_read() -> None:
    scoring = field("scoring_algorithm", "PartialScore")
    answers = item(
        "multiple_answers_question",
        html("<p>Which?</p>") + choices({"a": "A", "b": "B"}, cardinality="Multiple"),
        condition("<and><varequal respident='response1'>a</varequal></and>"),
    ).replace("</itemmetadata>", f"{scoring}</itemmetadata>")
    found = only(quiz(answers))
    assert found.item is not None
    assert isinstance(found.item.entry, MultiAnswerQuestion)
    assert found.item.entry.gives_partial_credit


def test_the_same_name_twice_gives_two_questions() -> None:
    first, second = one(quiz(CHOICE, CHOICE)).found
    assert first.item is not None
    assert second.item is not None
    assert first.item.id != second.item.id


def test_the_same_uuid_twice_is_told() -> None:
    same = CHOICE.replace('"i1"', '"6f9619ff-8b86-4d01-b42d-00cf4fc964ff"')
    first, second = one(quiz(same, same)).found
    assert not first.lost
    assert losses(second) == ["The file has another question of the same name."]


def test_an_unknown_kind_is_kept_with_its_source() -> None:
    found = only(quiz(item("drag_the_planet_question", html("<p>Drag</p>"))))
    assert found.item is not None
    assert isinstance(found.item.entry, Opaque)
    assert "drag_the_planet_question" in found.item.entry.wire()["source"]
    assert "drag_the_planet_question" in losses(found)[0]


def test_a_kind_that_is_not_said_is_seen_from_the_answers() -> None:
    nothing = CHOICE.replace("<fieldlabel>question_type", "<fieldlabel>other")
    found = only(quiz(nothing))
    assert found.item is not None
    assert isinstance(found.item.entry, ChoiceQuestion)


def test_a_text_is_kept_as_a_stimulus_and_its_question_beside_it() -> None:
    text = item("text_only_question", html("<p>Read.</p>"), title="Poem", ident="t", source_url="https://example.org")
    child = CHOICE.replace("</qtimetadata>", "<qtimetadatafield><fieldlabel>parent_stimulus_item_ident</fieldlabel>"
                           "<fieldentry>t</fieldentry></qtimetadatafield></qtimetadata>")  # fmt: skip
    first, second = one(quiz(text, child)).found
    assert first.item is not None
    assert isinstance(first.item.entry, Stimulus)
    assert (first.item.entry.title, first.item.entry.source_url) == ("Poem", "https://example.org")
    assert losses(first)
    assert losses(second)


# -- answers


def test_a_number_without_bounds_is_exact() -> None:
    found = only(quiz(item("numerical_question", html("<p>?</p>"), scored("200.0"))))
    assert found.item is not None
    assert isinstance(found.item.entry, NumericQuestion)
    [answer] = found.item.entry.answers
    assert isinstance(answer, ExactAnswer)
    assert answer.value == "200"


def test_variables_in_brackets_become_ours() -> None:
    extra = (
        "<itemproc_extension><calculated><answer_tolerance>5%</answer_tolerance><formulas decimal_places='1'>"
        "<formula>x + 1</formula></formulas><vars><var name='x' scale='0'><min>1.0</min><max>9.0</max></var></vars>"
        "<var_sets><var_set ident='1'><var name='x'>2</var><answer>3.0</answer></var_set></var_sets></calculated>"
        "</itemproc_extension>"
    )
    found = only(quiz(item("calculated_question", html("<p>[x] and [y]?</p>"), extra=extra)))
    assert found.item is not None
    question = found.item.entry
    assert isinstance(question, FormulaQuestion)
    assert question.item_body == "<p>`x` and [y]?</p>"
    assert (question.margin.margin, question.margin.margin_type) == ("5", "percent")
    assert question.solutions[0].result == 3


def test_blanks_of_classic_quizzes_are_named_by_words() -> None:
    rows = "".join(
        choices({f"{name}1": f"{name} one", f"{name}2": f"{name} two"}, response=f"response_{name}")
        for name in ("color", "size")
    )
    right = scored("color2", response="response_color") + scored("size1", response="response_size")
    found = only(quiz(item("multiple_dropdowns_question", html("<p>[color], [size]</p>") + rows, right)))
    assert found.item is not None
    question = found.item.entry
    assert isinstance(question, RichFillBlankQuestion)
    assert [blank.shown for blank in question.blanks] == ["color two", "size one"]
    assert "[" not in question.body


def test_a_missing_key_is_told() -> None:
    found = only(quiz(CHOICE.replace("<varequal", "<other").replace("</varequal>", "</other>")))
    assert losses(found) == ["No right answer: the file has none."]


# -- texts and pictures


@pytest.mark.parametrize(
    "math",
    [
        '<img class="equation_image" src="/equation_images/x%255E2" alt="LaTeX: x^2" data-equation-content="x^2">',
        r"\(x^2\)",
        "<math><msup><mi>x</mi><mn>2</mn></msup></math>",
        '<img class="equation_image" src="/equation_images/x%255E2" alt="LaTeX: x^2">',
    ],
)
def test_mathematics_stays_in_each_of_its_forms(math: str) -> None:
    found = only(quiz(item("essay_question", html(f"<p>Solve {math}</p>"))))
    assert not found.lost
    assert "x" in stem(found)
    assert stem(found).replace('alt="LaTeX: x^2"', "") != "<p>Solve </p>"


@pytest.mark.parametrize(
    ("base", "path"),
    [
        ("$IMS-CC-FILEBASE$/a%20b.png", "a b.png"),
        ("%24IMS-CC-FILEBASE%24/pics/a.png", "web_resources/pics/a.png"),
        ("$IMS_CC_FILE_BASE$/a.png", "web_resources/a.png"),
        ("$IMS-CC-FILEBASE$/pics/a.png?canvas_download=1", "pics\\a.png"),
        ("pics/A.PNG", "q1/pics/a.png"),
        ("$IMS-CC-FILEBASE$/ä.png", "a\u0308.png"),
    ],
)
def test_a_picture_is_found_however_it_is_named(base: str, path: str) -> None:
    text = quiz(item("essay_question", html(f'<p><img src="{base}" alt="a"></p>')))
    material = one(packed({"q1/q1.xml": text, path: PICTURE}))
    assert not material.losses
    assert REFERENCE in stem(material.found[0])
    assert list(material.media.values()) == [PICTURE]


@pytest.mark.parametrize(
    "address", ["../../etc/passwd", "$IMS-CC-FILEBASE$/../a.png", "/etc/passwd", "file:///etc/passwd", "C:\\a.png"]
)
def test_nothing_outside_the_file_is_read(address: str) -> None:
    text = quiz(item("essay_question", html(f'<p><img src="{address}" alt="Map"></p>')))
    material = one(packed({"q1.xml": text, "other.png": PICTURE}))
    assert any("not in the file" in text for text in losses(material.found[0]))
    assert stem(material.found[0]) == "<p>Map</p>"


def test_a_name_that_leads_out_of_the_file_is_told_and_not_read() -> None:
    material = one(packed({"q1.xml": CLASSIC, "../../evil.xml": CLASSIC, "..\\evil.xml": CLASSIC}))
    assert len(material.found) == 2
    assert len(material.lost) == 2


def test_scripts_go_and_tables_stay() -> None:
    text = "<table style='width: 50%'><tr><td onclick='x()'>A</td></tr></table><script>x()</script>"
    found = only(quiz(item("essay_question", html(text))))
    assert "script" not in stem(found)
    assert "onclick" not in stem(found)
    assert "width: 50%" in stem(found)


HOT = (
    '<flow><response_xy ident="response1" rcardinality="Single">{stem}<render_hotspot><material>'
    '<matimage uri="{uri}"/></material><response_label ident="response1" rarea="{kind}">{at}</response_label>'
    "</render_hotspot></response_xy></flow>"
)


@pytest.mark.parametrize(("kind", "ours"), [("rectangle", "square"), ("ellipse", "oval"), ("square", "square")])
def test_a_hot_spot_finds_its_picture_without_an_ending(kind: str, ours: str) -> None:
    uri = "$IMS-CC-FILEBASE$/Uploaded Media/6f96"
    shown = HOT.format(stem=html("<p>Where?</p>"), uri=uri, kind=kind, at="0.1,0.2,0.3,0.4")
    material = one(packed({"q1.xml": quiz(item("hot_spot_question", shown)), "Uploaded Media/6f96": PICTURE}))
    [found] = material.found
    assert found.item is not None
    question = found.item.entry
    assert isinstance(question, HotSpotQuestion)
    assert question.picture == REFERENCE
    assert question.stored_regions[0].type == ours
    assert stem(found) == "<p>Where?</p>"
    assert not found.lost


@pytest.mark.parametrize("at", ["0.372", "", "a,b,c,d", "0.1,0.2"])
def test_a_region_that_is_not_whole_is_told(at: str) -> None:
    shown = HOT.format(stem=html("<p>Where?</p>"), uri="$IMS-CC-FILEBASE$/none", kind="rectangle", at=at)
    told = losses(only(quiz(item("hot_spot_question", shown))))
    assert any("region" in text for text in told)
    assert any("not in the file" in text for text in told)


# -- packages


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


def test_an_empty_quiz_is_no_error() -> None:
    assert one(quiz()).found == ()


def test_plain_texts_become_paragraphs() -> None:
    assert stem(only(quiz(item("essay_question", plain("1 < 2\n\nWhy?"))))) == "<p>1 &lt; 2</p><p>Why?</p>"
