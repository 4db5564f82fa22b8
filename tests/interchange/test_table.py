"""Which format a file is in, whatever it is called; and files that nobody can read."""

import pytest

from app.interchange.errors import FileRefused, UnknownFormat
from app.interchange.material import Found, Material
from app.interchange.native.write import write
from app.interchange.qti.write import write as write_qti
from app.interchange.source import Source, quietly
from app.interchange.table import EVERY_TYPE, FORMATS, format_for, format_named, format_of
from app.message import message
from app.models.item import Item
from app.models.quiz import NewQuiz, Quiz
from app.models.table import CREATABLE, question_class
from tests.interchange.moodle.files import EVERY_KIND
from tests.interchange.qti.files import CLASSIC, COURSE
from tests.interchange.qti2.files import PACKAGE
from tests.support.graded import choice
from tests.support.word_file import paragraph, word_file

GIFT = b"Sun? {T}\n\nWhich? {=a ~b}\n"
AIKEN = b"Q?\nA. a\nB. b\nANSWER: A\n"
NATIVE = write(Quiz("q", NewQuiz(title="Bees"), (choice("a", "ab", 1),)), lambda _: b"", quietly).data
TEXT = b"1. Q?\na. a\n*b. b\n\n2) Discuss\nType: E\n\n3. N?\nAnswer: 3\n"
WORD = word_file(paragraph("1. Q?"), paragraph("*a. x"), paragraph("b. y"))
NEW = (kind.new() for slug in EVERY_TYPE if (kind := question_class(slug)) is not None)
EVERYTHING = Quiz("q", NewQuiz(title="Bees"), tuple(Item.of(question) for question in NEW))
NEW_QUIZZES = write_qti(EVERYTHING, lambda _: b"", quietly).data
TEXT2QTI = b"""Quiz title: Bees
1. What *is* $x^2$?
... Look.
+ Yes
a) one
... no
*b) two

Points: 2
2. Which?
[*] a
[ ] b

GROUP
pick: 1
3. How many?
=   3.5 +- 5%
END_GROUP
4. Discuss.
____
5. Send.
^^^^
6. Who?
*   Ann
"""
SAMPLES = {
    "word": WORD,
    "gift": GIFT,
    "aiken": AIKEN,
    "quizwright": NATIVE,
    "text": TEXT,
    "qti": NEW_QUIZZES,
    "qti-classic": CLASSIC.encode(),
    "imscc": COURSE,
    "qti2": PACKAGE,
    "html": b"<p>1. <em>Which</em>?</p><ol type='a'><li>one</li><li><b>two</b></li></ol><p>2. Why?</p><p>Type: E</p>",
    "moodle": EVERY_KIND.encode(),
    "text2qti": TEXT2QTI,
    "table": b"Question,Type,A,B,Correct answer,Points\nWhy?,MC,x,y,B,2\nTrue?,TF,,,true,1\nSum?,,,,3 +- 1,1\n",
}


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("file_name", ["exam.txt", "exam", "exam.gift", "exam.quizwright", "exam.docx"])
def test_the_format_is_found_whatever_the_file_is_called(name: str, file_name: str) -> None:
    assert format_of(Source(file_name, SAMPLES[name])).name == name


@pytest.mark.parametrize("data", [b"\x00\x01\x02", b"Dear all,\n\nplease come.\n", b"PK\x03\x04", b"<html></html>"])
def test_what_is_no_quiz_is_refused_with_what_can_be_imported(data: bytes) -> None:
    with pytest.raises(FileRefused) as told:
        format_of(Source("letter.txt", data))
    assert "letter.txt" in str(told.value)
    assert "GIFT" in str(told.value.hint)


def test_an_empty_file_is_refused_as_one() -> None:
    with pytest.raises(FileRefused) as told:
        format_of(Source("letter.txt", b""))
    assert '"letter.txt"' in str(told.value)
    assert "the file is empty" in str(told.value)
    assert str(told.value.hint) == "Export it again where it comes from."


def test_every_type_is_named_and_no_other() -> None:
    assert set(EVERY_TYPE) == set(CREATABLE)
    assert all(set(one.types) <= set(EVERY_TYPE) for one in FORMATS)
    assert len({one.name for one in FORMATS}) == len(FORMATS)


def test_a_file_is_written_in_the_format_of_its_ending() -> None:
    assert format_for("Exam.GIFT").name == "gift"
    with pytest.raises(UnknownFormat):
        format_for("exam.xyz")
    with pytest.raises(UnknownFormat):
        format_named("xyz")


def test_of_n_questions_each_is_counted_once() -> None:
    whole, lossy = (Found("1", choice("a", "ab", 1)), Found("2", choice("a", "ab", 1), (message("Points."),)))
    material = Material("Exam", (whole, lossy, Found("3", None, refused=message("No question."))))
    assert len(material.items) == 2
    assert material.types == {"choice": 2}
    assert [(loss.where, str(loss.what)) for loss in material.losses] == [("2", "Points."), ("3", "No question.")]


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("exam.doc", b"\xd0\xcf\x11\xe0" + b"\0" * 600, "Open it in Word and save it as .docx."),
        ("exam.xls", b"\xd0\xcf\x11\xe0" + b"\0" * 600, "Open it in Excel and save it as .xlsx."),
        ("exam.docx", b"{\\rtf1 1. Which?\na. one\n*b. two\n", "Open it in Word and save it as .docx."),
        (
            "exam.odt",
            b"PK\x03\x04" + b"\0" * 26 + b"mimetypeapplication/vnd.oasis.opendocument.text",
            "Save it there as",
        ),
        ("exam.pdf", b"%PDF-1.7\n1. Which?\na. one\n*b. two\n", "Copy its text into a list of questions"),
        ("unit 1.bnk", b"\x01\x02\x03", "Export the bank there as rich text"),
        ("exam.txt", b" \n", "Export it again where it comes from."),
    ],
)
def test_of_files_that_nothing_reads_it_is_said_what_helps(name: str, data: bytes, told: str) -> None:
    with pytest.raises(FileRefused) as raised:
        format_of(Source(name, data))
    assert str(raised.value.hint).startswith(told)
    assert f'"{name}" cannot be imported: ' in str(raised.value)
