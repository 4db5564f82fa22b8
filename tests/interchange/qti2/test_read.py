"""What QTI 2 says, as questions: each interaction, packages and tests, and what is kept because nobody knows it."""

from typing import TypeVar

import pytest

from app.interchange.errors import FileRefused
from app.interchange.material import Found, Material
from app.interchange.qti2.read import read
from app.interchange.rich import words
from app.interchange.source import Source
from app.interchange.table import format_of
from app.models.entry import Opaque
from app.models.questions.categorization import CategorizationQuestion
from app.models.questions.choice import ChoiceQuestion
from app.models.questions.essay import EssayQuestion
from app.models.questions.file_upload import FileUploadQuestion
from app.models.questions.hot_spot import HotSpotQuestion
from app.models.questions.matching import MatchingQuestion
from app.models.questions.multi_answer import MultiAnswerQuestion
from app.models.questions.numeric import ExactAnswer, MarginAnswer, NumericQuestion
from app.models.questions.ordering import OrderingQuestion
from app.models.questions.rich_fill_blank import RichFillBlankQuestion
from app.models.questions.true_false import TrueFalseQuestion
from tests.interchange.qti.conftest import PICTURE, REFERENCE
from tests.interchange.qti.files import packed
from tests.interchange.qti2.files import CHOICE, ESSAY, PACKAGE, choices, declared, exam, item

Kind = TypeVar("Kind")


def _read(data: str | bytes) -> tuple[Material, ...]:
    source = Source("exam.zip", data.encode() if isinstance(data, str) else data)
    assert format_of(source).name == "qti2"
    made = read(source)
    assert all((one.item is None) == (one.refused is not None) for quiz in made for one in quiz.found)
    return made


def _found(data: str | bytes) -> Found:
    [material] = _read(data)
    [found] = material.found
    return found


def _question(kind: type[Kind], data: str | bytes, *lost: str) -> Kind:
    found = _found(data)
    assert [str(one) for one in found.lost] == list(lost)
    assert found.item is not None
    assert found.item.points == 2
    entry = found.item.entry
    assert isinstance(entry, kind)
    return entry


def test_one_answer_of_several() -> None:
    question = _question(ChoiceQuestion, CHOICE)
    assert question.item_body == "<p>Look.</p><p>Which?</p>"
    assert question.title == "Bees"
    assert [(one.item_body, one.id == question.right) for one in question.choices] == [
        ("<p>This</p>", False),
        ("<p><em>That</em></p>", True),
    ]
    assert question.shuffle.shuffled


def test_points_and_feedback_by_answer() -> None:
    said = '<modalFeedback identifier="a" outcomeIdentifier="F" showHide="show">Nearly</modalFeedback>'
    mapped = declared("b", mapped="a=1;b=2")
    question = _question(ChoiceQuestion, item(mapped, choices({"a": "A", "b": "B"}), extra=said))
    assert [question.points_of(one.id) for one in question.choices] == [1, 2]
    assert list((question.answer_feedback or {}).values()) == ["Nearly"]


def test_feedback_of_the_question_by_its_names() -> None:
    rows = (("correct", "Yes"), ("incorrect", "No"), ("general", "Look"), ("hint7", "Hm"))
    said = "".join(f'<modalFeedback identifier="{name}"><p>{text}</p></modalFeedback>' for name, text in rows)
    whole = item(declared("a"), choices({"a": "A", "b": "B"}), extra=said)
    told = _question(ChoiceQuestion, whole, "Feedback that belongs to none of the answers.").feedback
    assert told is not None
    assert (told.correct, told.incorrect, told.neutral) == ("<p>Yes</p>", "<p>No</p>", "<p>Look</p>")


@pytest.mark.parametrize(("mapped", "partial"), [("", False), ("a=1;c=1", True)])
def test_several_answers(mapped: str, partial: bool) -> None:
    whole = item(declared("a", "c", cardinality="multiple", mapped=mapped), choices({"a": "A", "b": "B", "c": "C"}))
    question = _question(MultiAnswerQuestion, whole)
    assert [words(one.item_body or "") for one in question.choices if one.id in question.right] == ["A", "C"]
    assert question.gives_partial_credit is partial


def test_true_and_false() -> None:
    question = _question(TrueFalseQuestion, item(declared("f"), choices({"t": "True", "f": "False"})))
    assert question.right is False


def _matched(*pairs: str) -> str:
    rows = (("a", "Ann"), ("b", "Ben")), (("x", "red"), ("y", "blue"), ("z", "green"))
    sets = "".join(
        "<simpleMatchSet>"
        + "".join(f'<simpleAssociableChoice identifier="{n}">{text}</simpleAssociableChoice>' for n, text in part)
        + "</simpleMatchSet>"
        for part in rows
    )
    key = declared(*pairs, cardinality="multiple", base="directedPair")
    return item(key, f'<matchInteraction responseIdentifier="RESPONSE">{sets}</matchInteraction>')


def test_pairs() -> None:
    question = _question(MatchingQuestion, _matched("a y", "b x"))
    assert [(one.prompt, one.answer) for one in question.pairs] == [("Ann", "blue"), ("Ben", "red")]
    assert list(question.distractors) == ["green"]


def test_a_right_side_of_several_left_ones_is_their_category() -> None:
    question = _question(CategorizationQuestion, _matched("a y", "b y"))
    [key] = [one.id for one in question.categories]
    assert [one.item_body for one in question.answers_of(key)] == ["Ann", "Ben"]


def test_rows_in_order() -> None:
    rows = "".join(f'<simpleChoice identifier="{one}">{one.upper()}</simpleChoice>' for one in "abc")
    whole = item(
        declared("c", "a", "b", cardinality="ordered"),
        f'<orderInteraction responseIdentifier="RESPONSE">{rows}</orderInteraction>',
    )
    assert [words(one.item_body or "") for one in _question(OrderingQuestion, whole).choices] == ["C", "A", "B"]


def test_blanks_to_type_and_to_choose_from_in_one_text() -> None:
    typed = declared("Bern", base="string", mapped="Bern=1;Berne=0.5")
    listed = declared("r", ident="R2")
    body = (
        '<p>The capital is <textEntryInteraction responseIdentifier="RESPONSE"/> and it is'
        ' <inlineChoiceInteraction responseIdentifier="R2"><inlineChoice identifier="l">large</inlineChoice>'
        '<inlineChoice identifier="r">small</inlineChoice></inlineChoiceInteraction>.</p>'
    )
    question = _question(RichFillBlankQuestion, item(typed + listed, body))
    first, second = question.blanks
    assert first.accepted == ("Bern", "Berne")
    assert [one.item_body for one in second.choices if one.id == second.right] == ["small"]
    assert question.body.startswith("<p>The capital is <span")
    assert question.body.endswith(".</p>")


def test_words_of_a_bank() -> None:
    bank = "".join(
        f'<gapText identifier="{name}" matchMax="1">{text}</gapText>' for name, text in (("w", "winter"), ("s", "sun"))
    )
    body = (
        f'<gapMatchInteraction responseIdentifier="RESPONSE">{bank}'
        "<p>Now is the <gap identifier='g'/> of.</p></gapMatchInteraction>"
    )
    question = _question(
        RichFillBlankQuestion, item(declared("w g", cardinality="multiple", base="directedPair"), body)
    )
    [blank] = question.blanks
    assert [one.item_body for one in question.word_bank] == ["winter", "sun"]
    assert [one.item_body for one in question.word_bank if one.id == blank.right] == ["winter"]


_ENTRY = '<p>How many? <textEntryInteraction responseIdentifier="RESPONSE"/></p>'


def test_a_number_and_one_that_may_be_off() -> None:
    [answer] = _question(NumericQuestion, item(declared("12", base="integer"), _ENTRY)).answers
    assert isinstance(answer, ExactAnswer)
    near = '<responseProcessing><equal toleranceMode="absolute" tolerance="0.1 0.2"/></responseProcessing>'
    [answer] = _question(NumericQuestion, item(declared("2.5", base="float"), _ENTRY, extra=near)).answers
    assert isinstance(answer, MarginAnswer)
    assert (answer.value, answer.margin) == ("2.5", "0.2")


def test_texts_and_files() -> None:
    noted = (
        '<p>Why?</p><rubricBlock view="scorer">'
        '<p>Two reasons</p></rubricBlock><extendedTextInteraction responseIdentifier="RESPONSE"/>'
    )
    question = _question(EssayQuestion, item("", noted))
    assert (question.item_body, question.notes) == ("<p>Why?</p>", "Two reasons")
    _question(FileUploadQuestion, item("", '<p>Send</p><uploadInteraction responseIdentifier="RESPONSE"/>'))


def test_places_on_a_picture() -> None:
    body = (
        '<hotspotInteraction responseIdentifier="RESPONSE" maxChoices="1"><prompt>Where?</prompt>'
        '<object type="image/png" data="../media/cell.png" width="40" height="30"/>'
        '<hotspotChoice identifier="a" shape="rect" coords="4,3,20,15"/>'
        '<hotspotChoice identifier="b" shape="circle" coords="30,20,5"/></hotspotInteraction>'
    )
    data = packed({"items/a.xml": item(declared("a"), body), "media/cell.png": PICTURE, "other/cell.png": b"x"})
    question = _question(HotSpotQuestion, data, "Regions that are wrong: Canvas knows right ones alone.")
    assert question.picture == REFERENCE
    [region] = question.stored_regions
    assert region.shape is not None
    assert tuple(region.shape.bounds) == pytest.approx((0.1, 0.1, 0.5, 0.5))


def test_the_test_says_the_order_and_the_sections_are_tags() -> None:
    [material] = _read(PACKAGE)
    assert material.title == "Exam"
    assert [one.summary.type for one in material.items] == ["essay", "choice"]
    assert [one.local.tags for one in material.items] == [("Part 1",), ("Part 2",)]


def test_items_that_are_missing_twice_or_broken_are_named_one_by_one() -> None:
    data = packed(
        {"t.xml": exam("a.xml", "none.xml", "a.xml", "b.xml"), "a.xml": CHOICE, "b.xml": ESSAY[:200], "c.xml": ESSAY}
    )
    first, rest = _read(data)
    assert [str(one.refused or "") for one in first.found][:3] == [
        "",
        "An item of the test that is not in the file.",
        "It stands in the test twice.",
    ]
    assert "no whole XML" in str(first.found[3].refused)
    assert [one.summary.type for one in rest.items] == ["essay"]


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ('<p>Draw</p><drawingInteraction responseIdentifier="RESPONSE"/>', "drawingInteraction"),
        ('<p>Slide</p><sliderInteraction responseIdentifier="RESPONSE"/>', "sliderInteraction"),
        ("<p>Both</p>" + choices({"a": "A"}) + '<extendedTextInteraction responseIdentifier="R2"/>', "composite"),
    ],
)
def test_kinds_that_nobody_knows_are_kept_with_their_source(body: str, kind: str) -> None:
    found = _found(item("", body))
    assert found.item is not None
    assert isinstance(found.item.entry, Opaque)
    assert kind.removesuffix("posite") in (found.item.entry.__pydantic_extra__ or {})["source"] or kind == "composite"
    assert found.item.summary.type == kind
    assert any(f'("{kind}"): kept with its source' in str(one) for one in found.lost)


def test_an_adaptive_item_is_kept_with_its_source() -> None:
    found = _found(CHOICE.replace('adaptive="false"', 'adaptive="true"'))
    assert found.item is not None
    assert found.item.summary.type == "adaptive"


def test_version_3_by_its_names() -> None:
    text = (
        '<qti-assessment-item identifier="i" title="T">'
        '<qti-response-declaration identifier="RESPONSE" base-type="identifier"'
        ' cardinality="single"><qti-correct-response><qti-value>b</qti-value></qti-correct-response>'
        "</qti-response-declaration><qti-item-body>"
        '<qti-choice-interaction response-identifier="RESPONSE" shuffle="true">'
        '<qti-simple-choice identifier="a">A</qti-simple-choice><qti-simple-choice identifier="b">B</qti-simple-choice>'
        "</qti-choice-interaction></qti-item-body></qti-assessment-item>"
    )
    found = _found(text)
    assert found.item is not None
    question = found.item.entry
    assert isinstance(question, ChoiceQuestion)
    assert [one.id == question.right for one in question.choices] == [False, True]
    assert [str(one) for one in found.lost] == ["Its points: the file does not say them, and 1 is taken."]


def test_what_runs_or_leads_out_is_gone() -> None:
    body = '<p onclick="x()">Look <img src="../../../etc/passwd" alt="A cat"/><script>x()</script></p>' + choices(
        {"a": "A", "b": "B"}
    )
    question = _question(ChoiceQuestion, item(declared("a"), body), "Picture passwd: it is not in the file.")
    assert question.item_body == "<p>Look A cat</p><p>Which?</p>"


def test_a_test_without_items_is_refused() -> None:
    with pytest.raises(FileRefused):
        read(Source("exam.zip", packed({"t.xml": exam()})))
