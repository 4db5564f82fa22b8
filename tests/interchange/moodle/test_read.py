"""Reading Moodle XML: every type, and files as they come."""

from collections.abc import Callable
from typing import TypeVar
from urllib.parse import quote

import pytest

from app.interchange.errors import FileRefused
from app.interchange.material import Found, Material
from app.interchange.moodle.read import fits, read
from app.interchange.source import Source
from app.models.questions.choice import ChoiceQuestion
from app.models.questions.essay import EssayQuestion
from app.models.questions.file_upload import FileUploadQuestion
from app.models.questions.formula import FormulaQuestion
from app.models.questions.matching import MatchingQuestion
from app.models.questions.multi_answer import MultiAnswerQuestion
from app.models.questions.numeric import ExactAnswer, MarginAnswer, NumericQuestion
from app.models.questions.ordering import OrderingQuestion
from app.models.questions.rich_fill_blank import RichFillBlankQuestion
from app.models.questions.true_false import TrueFalseQuestion
from tests.interchange.moodle.files import (
    CHOICE,
    EVERY_KIND,
    HEAD,
    PICTURE,
    TAIL,
    answer,
    category,
    feedback,
    question,
    quiz,
)

T = TypeVar("T")


def _read(text: str | bytes) -> Material:
    [material] = read(Source("old_exam.xml", text.encode() if isinstance(text, str) else text))
    assert all((one.item is None) == (one.refused is not None) for one in material.found)
    return material


def _one(text: str) -> Found:
    [found] = _read(quiz(text)).found
    return found


def _entry(text: str, kind: type[T]) -> tuple[T, list[str]]:
    found = _one(text)
    assert found.item is not None
    assert isinstance(found.item.entry, kind)
    return found.item.entry, [str(one) for one in found.lost]


def _pair(left: str, right: str) -> str:
    return f'<subquestion format="html"><text>{left}</text><answer><text>{right}</text></answer></subquestion>'


def test_every_question_of_a_file_is_there_once() -> None:
    material = _read(EVERY_KIND)
    assert fits(Source("x", EVERY_KIND.encode()))
    assert material.title == "Bees"
    assert len(material.found) == len(material.items) == 14
    assert material.types == {
        "choice": 1, "multi-answer": 1, "true-false": 1, "rich-fill-blank": 4, "numeric": 1, "matching": 1, "essay": 1,
        "ordering": 1, "formula": 1, "Stimulus": 1, "stack": 1,
    }  # fmt: skip


def test_points_label_tags_and_feedback_come_along() -> None:
    parts = (
        feedback("<p>All.</p>", "generalfeedback"), feedback("<p>Yes.</p>", "correctfeedback"),
        feedback("<p>No.</p>", "incorrectfeedback"), "<defaultgrade>2.5</defaultgrade><single>true</single>",
        "<shuffleanswers>1</shuffleanswers>", answer("a", 100, feedback("<p>Fine.</p>")), answer("b", 0),
        "<tags><tag><text>bees</text></tag><tag><text>exam</text></tag></tags>",
    )  # fmt: skip
    found = _one(question("multichoice", *parts, name="Label"))
    assert found.item is not None
    entry = found.item.entry
    assert isinstance(entry, ChoiceQuestion)
    assert not found.lost
    assert (found.item.points, entry.title, found.item.local.tags) == (2.5, "Label", ("bees", "exam"))
    assert entry.feedback is not None
    assert entry.feedback.wire() == {"neutral": "<p>All.</p>", "correct": "<p>Yes.</p>", "incorrect": "<p>No.</p>"}
    assert dict(entry.answer_feedback or {}) == {entry.right: "<p>Fine.</p>"}
    assert entry.shuffle.shuffled


def test_answers_that_earn_a_part_have_points_of_their_own() -> None:
    text = question(
        "multichoice", "<defaultgrade>3</defaultgrade><single>true</single>",
        answer("a", 100), answer("b", "33.33333"), answer("c", -50),
    )  # fmt: skip
    entry, lost = _entry(text, ChoiceQuestion)
    assert [entry.points_of(one.id) for one in entry.choices] == [3, pytest.approx(1), 0]
    assert lost == ["Wrong answers that cost points: Canvas takes none off."]


def test_several_right_answers() -> None:
    text = question("multichoice", "<single>false</single>", answer("a", 75), answer("b", 25), answer("c", -100))
    entry, lost = _entry(text, MultiAnswerQuestion)
    assert [one.id in entry.right for one in entry.choices] == [True, True, False]
    assert entry.gives_partial_credit
    assert lost == [
        "Right answers of different weight: Canvas counts them alike.",
        "What wrong answers take off: in Canvas it is as much as a right one earns.",
    ]


@pytest.mark.parametrize(("right", "wrong"), [("true", "false"), ("false", "true")])
def test_true_or_false_with_the_feedback_of_each(right: str, wrong: str) -> None:
    text = question("truefalse", answer(right, 100, feedback("yes")), answer(wrong, 0, feedback("no")))
    entry, lost = _entry(text, TrueFalseQuestion)
    assert entry.right is (right == "true")
    assert entry.feedback is not None
    assert (entry.feedback.correct, entry.feedback.incorrect) == ("yes", "no")
    assert not lost


@pytest.mark.parametrize(
    ("answers", "algorithm", "accepted", "told"),
    [
        (answer("Berlin", 100) + answer("Bärlin", 100), "TextInChoices", ("Berlin", "Bärlin"), ""),
        (answer("*Berlin*", 100), "TextContainsAnswer", ("Berlin",), ""),
        (answer("Ber*", 100), "TextInChoices", ("Ber*",), "A * that stands for any letters"),
        (answer(r"2\*3", 100), "TextInChoices", ("2*3",), ""),
        (answer("a", 100) + answer("b", 50), "TextInChoices", ("a", "b"), "Answers that earn a part"),
        (answer("a", 100, feedback("x")), "TextInChoices", ("a",), "Feedback of single answers"),
        ("<usecase>1</usecase>" + answer("pH", 100), "TextEquivalence", ("pH",), ""),
        ("<usecase>1</usecase>" + answer("a", 100) + answer("b", 100), "TextInChoices", ("a", "b"), "Upper and lower"),
        (answer("x", 0), "TextInChoices", (), "No right answer"),
    ],
)  # fmt: skip
def test_a_short_answer(answers: str, algorithm: str, accepted: tuple[str, ...], told: str) -> None:
    entry, lost = _entry(question("shortanswer", answers), RichFillBlankQuestion)
    [blank] = entry.blanks
    assert (blank.algorithm, blank.accepted) == (algorithm, accepted)
    assert [one.startswith(told) for one in lost] == ([True] if told else [])


def test_pairs_with_a_wrong_answer() -> None:
    text = question("matching", "<shuffleanswers>true</shuffleanswers>", _pair("A &amp;amp; B", "1"), _pair("", "2"))
    entry, lost = _entry(text, MatchingQuestion)
    assert [(pair.prompt, pair.answer) for pair in entry.pairs] == [("A & B", "1")]
    assert entry.distractors == ("2",)
    assert entry.shuffled
    assert not lost


def test_marks_in_pairs_are_told() -> None:
    text = question("ddmatch", _pair("&lt;p&gt;H&lt;sub&gt;2&lt;/sub&gt;O&lt;/p&gt;", "water"), _pair("b", "c"))
    entry, lost = _entry(text, MatchingQuestion)
    assert entry.pairs[0].prompt == "H2O"
    assert lost == ["Pictures and formats of the pairs: Canvas shows plain words there."]


def test_numbers_exact_and_with_a_margin() -> None:
    parts = (
        answer("3.0", 100, "<tolerance>0</tolerance>"), answer("1e3", 100, "<tolerance>5</tolerance>"), answer("*", 0),
        "<units><unit><multiplier>1</multiplier><unit_name>m</unit_name></unit></units>",
    )  # fmt: skip
    entry, lost = _entry(question("numerical", *parts), NumericQuestion)
    assert isinstance(entry.answers[0], ExactAnswer)
    assert isinstance(entry.answers[1], MarginAnswer)
    assert entry.answers[1].target == 1000
    assert lost == ["Units: in Canvas the answer is a number alone."]


def test_an_essay_with_limits_and_notes() -> None:
    parts = (
        "<responseformat>plain</responseformat><minwordlimit>50</minwordlimit><maxwordlimit>200</maxwordlimit>",
        feedback("<p>Look for pollen.</p>", "graderinfo"), feedback("Dear…", "responsetemplate"),
        "<attachments>2</attachments>",
    )  # fmt: skip
    entry, lost = _entry(question("essay", *parts), EssayQuestion)
    assert (entry.options.rce, entry.options.least, entry.options.most) == (False, 50, 200)
    assert entry.notes == "Look for pollen."
    assert lost == ["Files beside the text.", "The text that the answer begins with."]


def test_an_essay_of_files_alone_is_an_upload() -> None:
    parts = (
        "<responseformat>noinline</responseformat><attachments>2</attachments>",
        "<filetypeslist>.pdf,web_image</filetypeslist>",
    )
    entry, lost = _entry(question("essay", *parts), FileUploadQuestion)
    assert (entry.files_count, entry.allowed_types) == (2, (".pdf",))
    assert lost == ["Kinds of files (web_image): Canvas wants endings."]


@pytest.mark.parametrize(
    ("field", "shown", "told"),
    [
        ("{1:SHORTANSWER:=Rome~=Roma}", ("openEntry", ("Rome", "Roma")), []),
        ("{:SA:%100%Rome#well done~*#no}", ("openEntry", ("Rome",)), ["Feedback of single"]),
        (r"{1:MWC:=a\}b}", ("openEntry", ("a}b",)), []),
        ("{1:SA:=it&#39;s}", ("openEntry", ("it's",)), []),
        ("{2:MULTICHOICE_V:no~=yes~%50%half}", ("dropdown", "yes"), ["A list with several"]),
        ("{1:MCS:~=b~a}", ("dropdown", "b"), []),
        ("{1:MULTIRESPONSE:%50%a~%50%b~c}", ("dropdown", "a"), ["A list with several", "Boxes to tick"]),
        ("{1:NUMERICAL:=23:0.1}", ("openEntry", ("23",)), ["A blank for a number"]),
        ("{1:mc:a~b}", ("dropdown", ""), ["No right answer"]),
    ],
)
def test_a_field_of_cloze(field: str, shown: tuple[str, object], told: list[str]) -> None:
    entry, lost = _entry(question("cloze", stem=f"<p>So {field} it is.</p>"), RichFillBlankQuestion)
    [blank] = entry.blanks
    assert (blank.answer_type, blank.accepted or blank.shown) == shown
    assert entry.body.startswith("<p>So <span id=")
    assert entry.body.endswith("</span> it is.</p>")
    assert all(one.startswith(begin) for one, begin in zip(lost, told, strict=True))


def test_cloze_that_is_broken_stays_in_the_text() -> None:
    entry, lost = _entry(question("cloze", stem="<p>{1:SA:=a} {1:ZZ:b} {1:SA:=c</p>"), RichFillBlankQuestion)
    assert len(entry.blanks) == 1
    assert "{1:ZZ:b}" in entry.body
    assert len(lost) == 2


def test_the_fields_of_cloze_make_the_points_where_the_file_has_none() -> None:
    found = _one(question("cloze", stem="{1:SA:=a} {3:SA:=b}"))
    assert found.item is not None
    assert found.item.points == 4
    assert [str(one) for one in found.lost] == ["Blanks of different weight: Canvas counts them alike."]


@pytest.mark.parametrize(("numbers", "rows"), [((1, 2), ["x", "y"]), ((2, 1), ["y", "x"]), ((100, 100), ["x", "y"])])
def test_rows_in_their_order(numbers: tuple[int, int], rows: list[str]) -> None:
    parts = ("<gradingtype>ALL_OR_NOTHING</gradingtype>", answer("x", numbers[0]), answer("y", numbers[1]))
    entry, lost = _entry(question("ordering", *parts), OrderingQuestion)
    assert [one.item_body for one in entry.choices] == rows
    assert not lost


def test_words_to_drag_and_lists_in_a_text() -> None:
    box = "<dragbox><text>{}</text><group>{}</group>{}</dragbox>".format
    stem = "<p>[[2]] sees [[1]] or [[9]]</p>"
    entry, lost = _entry(question("ddwtos", box("x", 1, "<infinite/>"), box("y", 2, ""), box("z", 1, ""), stem=stem),
                         RichFillBlankQuestion)  # fmt: skip
    assert [blank.text for blank in entry.blanks] == ["y", "x"]
    assert sorted(str(word.item_body) for word in entry.word_bank) == ["x", "y", "z"]
    assert entry.reuses_words
    assert len(lost) == 2
    option = "<selectoption><text>{}</text><group>{}</group></selectoption>".format
    entry, lost = _entry(question("gapselect", option("a", 1), option("b", 1), option("c", 2), stem="[[2]] [[3]]"),
                         RichFillBlankQuestion)  # fmt: skip
    assert [[one.item_body for one in blank.choices] for blank in entry.blanks] == [["a", "b"], ["c"]]
    assert [blank.shown for blank in entry.blanks] == ["b", "c"]
    assert not lost


def test_a_calculated_question_is_a_formula_with_its_numbers() -> None:
    found = next(one for one in _read(EVERY_KIND).found if one.item and one.item.summary.type == "formula")
    assert found.item is not None
    entry = found.item.entry
    assert isinstance(entry, FormulaQuestion)
    assert entry.item_body == "<p>What of `a`?</p>"
    assert entry.formula == "a+(a)^(2)"
    assert [(str(one.values["a"]), float(one.result or 0)) for one in entry.solutions] == [("3", 12)]
    assert (str(entry.margin.tolerance), entry.margin.margin_type) == ("1", "percent")
    assert not found.lost


@pytest.mark.parametrize("kind", ["stack", "coderunner", "mtf", "calculatedmulti", "random", ""])
def test_plug_in_types_are_kept_with_their_source(kind: str) -> None:
    found = _one(question(kind, "<own><text>x</text></own>"))
    assert found.item is not None
    assert found.item.entry.wire()["source"].startswith("<question type=")
    assert [kind in str(one) for one in found.lost] == [True]


def _with_file(stem: str, name: str, data: str = PICTURE) -> str:
    file = f'<file name="{name}" path="/" encoding="base64">{data}</file>'
    return CHOICE.replace("<![CDATA[<p>Why?</p>]]></text>", f"<![CDATA[{stem}]]></text>{file}")


@pytest.mark.parametrize("name", ["a.png", "two words.png", "größe.png"])
def test_pictures_come_along(name: str) -> None:
    text = _with_file(f'<p><img src="@@PLUGINFILE@@/{quote(name)}" alt="bee"></p>', name)
    material = _read(quiz(text))
    [item] = material.items
    [sha] = material.media
    assert f'src="media:{sha}"' in (item.entry.wire()["item_body"])
    assert not material.losses


@pytest.mark.parametrize(
    ("stem", "name", "data", "told"),
    [
        ('<img src="@@PLUGINFILE@@/b.png" alt="bee">', "a.png", PICTURE, "Picture b.png: it is not in the file."),
        ('<img src="@@PLUGINFILE@@/a.png">', "a.png", "@@@@", "File a.png: only pictures come along."),
        ('<a href="@@PLUGINFILE@@/a.pdf">x</a>', "a.pdf", "UERG", "File a.pdf: only pictures come along."),
        ('<img src="file:///etc/passwd">', "a.png", PICTURE, "Picture …: it is not in the file."),
    ],
)
def test_pictures_that_are_not_there_are_named(stem: str, name: str, data: str, told: str) -> None:
    material = _read(quiz(_with_file(stem, name, data)))
    assert told in [str(loss.what) for loss in material.losses]
    assert not material.media


def test_categories_are_tags_where_there_are_several() -> None:
    material = _read(quiz(category("$course$/top/A"), CHOICE, category("$course$/A/B//C"), CHOICE))
    assert material.title == "old exam"
    assert [item.local.tags for item in material.items] == [("A",), ("A", "B/C")]


@pytest.mark.parametrize("form", ["plain_text", "moodle_auto_format", "markdown", "2"])
def test_other_formats_of_texts(form: str) -> None:
    text = CHOICE.replace('format="html"><text><![CDATA[<p>Why?</p>', f'format="{form}"><text><![CDATA[2 < 3?')
    entry, lost = _entry(text, ChoiceQuestion)
    assert entry.item_body == "<p>2 &lt; 3?</p>"
    assert bool(lost) == (form == "markdown")


def test_what_runs_is_cut_out() -> None:
    entry, _ = _entry(question("essay", stem="<p onclick='x()'>Why?<script>alert(1)</script></p>"), EssayQuestion)
    assert entry.item_body == "<p>Why?</p>"


def test_hints_numbers_and_half_right_feedback_are_named() -> None:
    parts = (
        feedback("half", "partiallycorrectfeedback"), feedback("Think.", "hint"), "<idnumber>B7</idnumber>",
        "<defaultgrade>many</defaultgrade>",
    )  # fmt: skip
    found = _one(CHOICE.replace("</question>", "".join(parts) + "</question>").replace("<defaultgrade>2.0000000", "<x>")
                 .replace("<x></defaultgrade>", ""))  # fmt: skip
    assert len(found.lost) == 4


def test_a_broken_question_never_eats_the_next() -> None:
    broken = '<question type="essay"><name><text>Broken & <b>open</text></name></question>'
    material = _read(quiz(CHOICE, broken, CHOICE.replace("Why?", "Why & how?")))
    assert [one.item is not None for one in material.found] == [True, False, True]
    [refused] = [one for one in material.found if one.refused]
    assert refused.place == "line 4"
    assert 'It begins with "Broken & open"' in str(refused.refused)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "latin-1"])
def test_other_encodings(encoding: str) -> None:
    head = "" if encoding.startswith("utf") else "<?xml version='1.0' encoding='ISO-8859-1'?>"
    text = f"{head}<quiz>{CHOICE.replace('Why', 'Größe')}</quiz>"
    [item] = _read(text.encode(encoding)).items
    assert item.summary.first_words.startswith("Größe")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<quiz></quiz",
        "<html><quiz/></html>",
        '<!DOCTYPE quiz [<!ENTITY x SYSTEM "file:///etc/passwd">]><quiz><question type="essay">&x;</question></quiz>',
        "<quiz>" + "<question>" * 400 + "</quiz>",
    ],
)
def test_what_is_no_moodle_xml_is_refused(text: str) -> None:
    with pytest.raises(FileRefused):
        read(Source("x.xml", text.encode()))


def test_an_empty_file_is_an_empty_quiz() -> None:
    assert _read(HEAD + TAIL).found == ()


def test_an_import_can_be_stopped() -> None:
    steps: list[tuple[int, int]] = []
    watch: Callable[[int, int], None] = lambda done, total: steps.append((done, total))  # noqa: E731
    read(Source("x.xml", quiz(CHOICE, CHOICE).encode(), watch))
    assert steps == [(1, 2), (2, 2)]


def test_questions_that_are_never_closed_hang_nothing() -> None:
    with pytest.raises(FileRefused):
        read(Source("x.xml", b"<quiz>" + b"<question type='essay'>" * 100_000))
