"""Word documents as instructors have them: numbered by Word or by hand, keys in many disguises."""

import io

import pytest
from PIL import Image

from app.interchange.errors import FileRefused
from app.interchange.material import Material
from app.interchange.source import Source
from app.interchange.table import format_of
from app.models.item import Item
from app.models.question import Question
from app.models.questions.choice import ChoiceQuestion
from tests.interchange.conftest import losses
from tests.support.word_file import drawing, paragraph, run, table, word_file

ANSWERS = ("Bergen", "Oslo", "Rome")
EQUATION = "<m:oMath><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r></m:den></m:f></m:oMath>"
BREAK = "<w:r><w:br/></w:r>"
TWO = (paragraph("*a. x"), paragraph("b. y"))


def _read(*parts: str, files: dict[str, bytes] | None = None, links: dict[str, str] | None = None) -> Material:
    source = Source("exam.docx", word_file(*parts, files=files, links=links))
    form = format_of(source)
    assert form.name == "word"
    [material] = form.material(source)
    return material


def _choice(item: Item) -> ChoiceQuestion:
    question = item.entry
    assert isinstance(question, ChoiceQuestion)
    return question


def _body(item: Item) -> str:
    question = item.entry
    assert isinstance(question, Question)
    return question.item_body or ""


def _right(material: Material) -> list[str]:
    [item] = material.items
    question = _choice(item)
    assert [one.item_body for one in question.choices] == [f"<p>{answer}</p>" for answer in ANSWERS]
    return [one.item_body or "" for one in question.choices if one.id == question.right]


def _numbered(look: str, at: int = 1) -> list[str]:
    rows = [paragraph(run(text, look if n == at else ""), number=(1, 1)) for n, text in enumerate(ANSWERS)]
    return [paragraph("Capital?", number=(1, 0)), *rows]


@pytest.mark.parametrize(
    "look",
    [
        "<w:b/>",
        '<w:b w:val="true"/>',
        '<w:highlight w:val="yellow"/>',
        '<w:color w:val="FF0000"/>',
        '<w:u w:val="single"/>',
        '<w:shd w:fill="FFFF00"/>',
    ],
)
def test_a_key_that_stands_out_is_found_and_students_do_not_see_it(look: str) -> None:
    assert _right(_read(*_numbered(look))) == ["<p>Oslo</p>"]


@pytest.mark.parametrize("look", ['<w:b w:val="0"/>', '<w:highlight w:val="none"/>', '<w:color w:val="auto"/>', ""])
def test_what_looks_like_the_rest_is_no_key(look: str) -> None:
    material = _read(*_numbered(look))
    assert _right(material) == []
    assert losses(material.found[0]) == ["No answer is marked as right."]


def test_a_letter_that_was_typed_in_front_need_not_stand_out() -> None:
    rows = (paragraph("a. Bergen"), paragraph(run("b. "), run("Oslo", "<w:b/>")), paragraph("c. Rome"))
    assert _right(_read(paragraph("1. Capital?"), *rows)) == ["<p>Oslo</p>"]


def test_where_every_answer_is_bold_none_is_marked() -> None:
    rows = [paragraph(run(text, "<w:b/>"), number=(1, 1)) for text in ANSWERS]
    material = _read(paragraph("Capital?", number=(1, 0)), *rows)
    assert losses(material.found[0]) == ["No answer is marked as right."]


def test_a_star_in_a_numbered_answer_is_a_key() -> None:
    rows = [paragraph(f"*{text}" if text == "Oslo" else text, number=(1, 1)) for text in ANSWERS]
    assert _right(_read(paragraph("Capital?", number=(1, 0)), *rows)) == ["<p>Oslo</p>"]


def test_numbers_and_letters_typed_by_hand() -> None:
    rows = [f"{letter}) {text}" for letter, text in zip("abc", ANSWERS, strict=True)]
    assert _right(_read(paragraph("1. Capital?"), *map(paragraph, rows), paragraph("Answer: b"))) == ["<p>Oslo</p>"]


def test_one_paragraph_with_line_breaks() -> None:
    whole = paragraph("1. Capital?", BREAK, "a) Bergen", BREAK, "*b) Oslo", BREAK, "c) Rome")
    assert _right(_read(whole)) == ["<p>Oslo</p>"]


def test_bulleted_answers_and_a_key_in_a_table() -> None:
    rows = [paragraph(text, number=(2, 0)) for text in ANSWERS]
    key = table([["Question", "Answer"], ["1", "B"], ["2", "c"]])
    material = _read(paragraph("1. Capital?"), *rows, paragraph("2. City?"), *rows, key)
    questions = [_choice(item) for item in material.items]
    picked = [[one.id == question.right for one in question.choices] for question in questions]
    assert picked == [[False, True, False], [False, False, True]]


def test_questions_are_counted_over_their_answers() -> None:
    rows = [line for text in ("One?", "Two?") for line in (paragraph(text, number=(1, 0)), *_numbered("<w:b/>")[1:])]
    assert [item.summary.first_words for item in _read(*rows).items] == ["One?", "Two?"]


def test_pictures_equations_and_looks_come_along() -> None:
    buffer = io.BytesIO()
    Image.new("RGB", (4, 4), "red").save(buffer, "PNG")
    small = run("2", '<w:vertAlign w:val="subscript"/>')
    stem = paragraph("1. Is ", run("in", "<w:i/>"), " H", small, "O & ", EQUATION, drawing("rId1", "a leaf"))
    material = _read(stem, *TWO, files={"media/image1.png": buffer.getvalue()}, links={"rId1": "media/image1.png"})
    [sha], body = material.media, _body(material.items[0])
    assert "<em>in</em> H<sub>2</sub>O &amp; " in body
    assert 'data-equation-content="\\frac{a}{b}"' in body
    assert f'<img src="media:{sha}" alt="a leaf">' in body


def test_a_table_belongs_to_its_question() -> None:
    material = _read(paragraph("1. Read the table."), table([["x", "1"], ["y", "2"]]), *TWO)
    assert "<table><tbody><tr><td>x</td><td>1</td></tr>" in _body(material.items[0])


def test_what_was_deleted_stays_deleted_and_what_was_inserted_is_there() -> None:
    changed = paragraph("1. Cap", f"<w:ins>{run('ital')}</w:ins>", f"<w:del>{run('tain')}</w:del>", "?")
    assert _read(changed, *TWO).items[0].summary.first_words == "Capital?"


def test_a_drawing_that_canvas_cannot_show_is_told() -> None:
    stem = paragraph("1. See", drawing("rId1", ""))
    material = _read(stem, *TWO, files={"media/a.emf": b"EMF"}, links={"rId1": "media/a.emf"})
    assert [str(what) for what in material.lost] == ["A picture that Canvas cannot show: a drawing of Word or Windows."]


@pytest.mark.parametrize(
    "document",
    [b"<w:document", b"", b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>', b"<a>" * 400 + b"</a>" * 400],
)
def test_a_hostile_document_is_refused_by_name(document: bytes) -> None:
    with pytest.raises(FileRefused) as told:
        _read(files={"document.xml": document})
    assert "exam.docx" in str(told.value)
