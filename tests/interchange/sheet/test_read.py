"""Tables of questions as people keep them, in CSV and in Excel."""

import io
import re
import zipfile
from dataclasses import replace
from html import escape
from random import Random

import pytest

from app.interchange.errors import ColumnsUnknown, FileRefused
from app.interchange.material import Found, Material
from app.interchange.sheet.read import fits, read
from app.interchange.source import Source
from app.interchange.table_head import OfEvery, Said
from app.models.questions.choice import ChoiceQuestion
from app.models.questions.matching import MatchingQuestion
from app.models.questions.multi_answer import MultiAnswerQuestion
from app.models.questions.numeric import NumericQuestion
from app.models.questions.rich_fill_blank import RichFillBlankQuestion
from app.models.questions.true_false import TrueFalseQuestion

HEAD = "Question,Type,A,B,C,Correct answer,Points,Feedback,Tags\n"


def _read(text: str | bytes, name: str = "week_1.csv") -> Material:
    [material] = read(Source(name, text.encode() if isinstance(text, str) else text))
    assert all((one.item is None) == (one.refused is not None) for one in material.found)
    return material


def _one(row: str, head: str = HEAD) -> Found:
    [found] = _read(f"{head}{row}\n").found
    return found


def _workbook(*sheets: list[list[str | float | bool]]) -> bytes:
    """A workbook as Excel writes it, with texts shared or in their cells."""
    shared: list[str] = []

    def cell(value: str | float | bool, place: str) -> str:
        if isinstance(value, bool):
            return f'<c r="{place}" t="b"><v>{int(value)}</v></c>'
        if isinstance(value, float | int):
            return f'<c r="{place}"><v>{value!r}</v></c>'
        if len(value) % 2:
            return f'<c r="{place}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'
        shared.append(value)
        return f'<c r="{place}" t="s"><v>{len(shared) - 1}</v></c>'

    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as packed:
        packed.writestr("xl/workbook.xml", "<workbook/>")
        for number, rows in enumerate(sheets, start=1):
            lines = (
                "<row>" + "".join(cell(one, f"{chr(65 + x)}{n}") for x, one in enumerate(row) if one != "") + "</row>"
                for n, row in enumerate(rows, start=1)
            )
            name = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
            body = f'<worksheet xmlns="{name}"><sheetData>{"".join(lines)}</sheetData></worksheet>'
            packed.writestr(f"xl/worksheets/sheet{number}.xml", body)
        words = "".join(f"<si><t>{escape(text)}</t></si>" for text in shared)
        packed.writestr("xl/sharedStrings.xml", f"<sst>{words}</sst>")
    return buffer.getvalue()


def test_a_row_is_a_question_with_points_feedback_and_tags() -> None:
    found = _one('"Why, then?",MC,x,y,,B,2.5,Look.,"bees, exam"')
    assert found.item is not None
    assert not found.lost
    question = found.item.entry
    assert isinstance(question, ChoiceQuestion)
    assert (found.place, found.item.points, found.item.local.tags) == ("row 2", 2.5, ("bees", "exam"))
    assert question.item_body == "<p>Why, then?</p>"
    assert [one.id == question.right for one in question.choices] == [False, True]
    assert question.feedback is not None
    assert question.feedback.neutral == "<p>Look.</p>"


@pytest.mark.parametrize("key", ["B", "b", "2", "Yes", "yes"])
def test_the_key_is_a_letter_a_place_or_the_words(key: str) -> None:
    found = _one(f"Why?,,no,Yes,maybe,{key},,,")
    assert found.item is not None
    question = found.item.entry
    assert isinstance(question, ChoiceQuestion)
    assert [one.id == question.right for one in question.choices] == [False, True, False]


@pytest.mark.parametrize(
    "row", ['Why?,,x,y,z,"A, C",,,', "Why?,,x,y,z,A;C,,,", "Why?,,*x,y,*z,,,,", "Why?,MA,x,y,z,x|z,,,"]
)
def test_several_keys_make_multiple_answers(row: str) -> None:
    found = _one(row)
    assert found.item is not None
    question = found.item.entry
    assert isinstance(question, MultiAnswerQuestion)
    assert [one.id in question.right for one in question.choices] == [True, False, True]


def test_a_right_answer_in_a_column_of_its_own_is_one_of_the_answers() -> None:
    found = _one("Why?,because,x,y", "Question,Correct answer,Incorrect answer 1,Incorrect answer 2\n")
    assert found.item is not None
    question = found.item.entry
    assert isinstance(question, ChoiceQuestion)
    assert [one.item_body for one in question.choices] == ["<p>because</p>", "<p>x</p>", "<p>y</p>"]
    assert question.right == question.choices[0].id


@pytest.mark.parametrize(
    "row", ["Sun?,TF,,,,true,,,", "Sun?,,True,False,,A,,,", "Sun?,,,,,TRUE,,,", "Sun?,,True,False,,True,,,"]
)
def test_true_or_false(row: str) -> None:
    found = _one(row)
    assert found.item is not None
    assert isinstance(found.item.entry, TrueFalseQuestion)
    assert found.item.entry.right is True


@pytest.mark.parametrize(
    ("key", "kind"),
    [("3", "exactResponse"), ("3.5 ± 0.1", "marginOfError"), ("1..2", "withinARange"), ("-5", "exactResponse")],
)
def test_a_number(key: str, kind: str) -> None:
    found = _one(f"How many?,,,,,{key},,,")
    assert found.item is not None
    assert isinstance(found.item.entry, NumericQuestion)
    assert [one["type"] for one in found.item.entry.wire()["scoring_data"]["value"]] == [kind]


def test_a_blank_stands_where_the_line_is() -> None:
    found = _one("The ___ sings.,,,,,bird; tit,,,")
    assert found.item is not None
    question = found.item.entry
    assert isinstance(question, RichFillBlankQuestion)
    assert question.blanks[0].accepted == ("bird", "tit")
    assert question.body.endswith("</span> sings.</p>")


def test_pairs_rows_essays_and_uploads() -> None:
    material = _read(
        f"{HEAD}Match,matching,a = 1,b = 2,3,,,,\nOrder,ordering,x,y,z,,,,\nDiscuss,,,,,,,,\nSend,upload,,,,,,,\n"
    )
    assert list(material.types) == ["matching", "ordering", "essay", "file-upload"]
    question = material.items[0].entry
    assert isinstance(question, MatchingQuestion)
    assert [(pair.prompt, pair.answer) for pair in question.pairs] == [("a", "1"), ("b", "2")]
    assert question.distractors == ("3",)


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (",MC,x,y,,A,,,", "It has no question."),
        ("Why?,MC,x,,,x,,,", "It has fewer than two answers"),
        ("Why?,puzzle,x,y,,A,,,", 'There is no type "puzzle" here.'),
        ("Why?,num,,,,many,,,", '"many" is no number.'),
        ("Why?,matching,a,b,,,,,", "It has no pairs"),
    ],
)
def test_a_row_that_is_wrong_is_refused_and_the_next_is_read(row: str, why: str) -> None:
    wrong, right = _read(f"{HEAD}{row}\nNext?,essay,,,,,,,\n").found
    assert str(wrong.refused).startswith(why)
    assert right.item is not None


def test_no_key_strange_points_and_strange_columns_are_named() -> None:
    material = _read("Question,A,B,Points,Bloom level\nWhy?,x,y,many,3\n")
    assert [str(loss.what) for loss in material.losses] == [
        "Columns that mean nothing here: Bloom level.",
        "No right answer: the file has none.",
        'Its points: "many" is no number, and 1 is taken.',
    ]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_delimiters_and_encodings(delimiter: str, encoding: str) -> None:
    text = f"Frage{delimiter}A{delimiter}B{delimiter}Correct\r\nGröße?{delimiter}x{delimiter}y{delimiter}A\r\n"
    [item] = _read(text.encode(encoding)).items
    assert item.summary.first_words == "Größe?"


def test_the_guard_of_spreadsheets_is_taken_off() -> None:
    found = _one("'=SUM?,,'-5,'tis,,A,,,")
    assert found.item is not None
    question = found.item.entry
    assert isinstance(question, ChoiceQuestion)
    assert question.item_body == "<p>=SUM?</p>"
    assert [one.item_body for one in question.choices] == ["<p>-5</p>", "<p>'tis</p>"]


def test_a_workbook_with_two_sheets() -> None:
    head: list[str | float | bool] = ["Question", "Type", "A", "B", "Correct", "Points"]
    data = _workbook(
        [head, ["Why?", "", "x", "yy", "B", 2], ["Sun?", "", "", "", True, 0.1 + 0.2]],
        [["notes"], ["nothing"]],
        [head, ["Sum?", "", "", "", 3.5, 1]],
    )
    assert fits(Source("x", data))
    first, second = read(Source("exam.xlsx", data))
    assert (first.title, second.title) == ("exam", "exam 2")
    assert [item.summary.type for item in (*first.items, *second.items)] == ["choice", "true-false", "numeric"]
    assert [item.points for item in first.items] == [2, 0.3]


@pytest.mark.parametrize("place", ["XFD1048576", "A99999999999", "nonsense"])
def test_a_cell_far_out_costs_nothing(place: str) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as packed:
        packed.writestr("xl/workbook.xml", "<workbook/>")
        packed.writestr("xl/worksheets/sheet1.xml", f'<w><row><c r="{place}"><v>1</v></c></row></w>')
    with pytest.raises(FileRefused):
        read(Source("x.xlsx", buffer.getvalue()))


@pytest.mark.parametrize("text", ["", "a,b\n1,2\n", "Name,Points\nAnn,3\n", 'Question,A\n"open'])
def test_a_table_without_questions_is_refused(text: str) -> None:
    source = Source("x.csv", text.encode())
    if not fits(source):
        with pytest.raises(FileRefused) as told:
            read(source)
        assert "Correct answer" in str(told.value.hint)


def test_formulas_and_markup_of_cells_are_words() -> None:
    found = _one("<script>x()</script> <b>why</b>?,essay,,,,,,,")
    assert found.item is not None
    assert found.item.summary.first_words == "<script>x()</script> <b>why</b>?"


def test_mutated_workbooks_are_read_or_refused(mutations: int) -> None:
    random = Random(8)
    head: list[str | float | bool] = ["Question", "Type", "A", "B", "Correct", "Points"]
    with zipfile.ZipFile(io.BytesIO(_workbook([head, ["Why?", "", "x", "yy", "B", 2]]))) as packed:
        whole = {name: packed.read(name) for name in packed.namelist()}
    for _ in range(mutations):
        parts = {name: _mutated(data, random) for name, data in whole.items()}
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as packed:
            for name, data in parts.items():
                packed.writestr(name, data)
        try:
            found = read(Source("x.xlsx", buffer.getvalue()))
        except FileRefused:
            continue
        assert all((one.item is None) == (one.refused is not None) for quiz in found for one in quiz.found)


def _mutated(data: bytes, random: Random) -> bytes:
    """One tag, sign or piece changed, so that much of it is still XML."""
    tags = re.findall(rb"<[^>]*>", data)
    match random.randrange(4):
        case 0:
            return data.replace(random.choice(tags), random.choice(tags), 1)
        case 1:
            return data.replace(random.choice([b"Question", b"Why?", b"0", b"s", b"A"]), b"9", 1)
        case 2:
            place = random.randrange(len(data))
            return data[:place] + data[place + random.randrange(9) :]
    return data


def test_readings_beside_east_asian_signs_are_left_out() -> None:
    with zipfile.ZipFile(buffer := io.BytesIO(), "w") as packed:
        packed.writestr("xl/workbook.xml", "<workbook/>")
        packed.writestr("xl/sharedStrings.xml", "<sst><si><r><t>蜂</t></r><rPh><t>はち</t></rPh></si></sst>")
        row = '<row><c t="s"><v>0</v></c><c t="inlineStr"><is><t>essay</t></is></c></row>'
        head = '<row><c t="inlineStr"><is><t>Question</t></is></c><c t="inlineStr"><is><t>Type</t></is></c></row>'
        packed.writestr("xl/worksheets/sheet1.xml", f"<w>{head}{row}</w>")
    [item] = _read(buffer.getvalue(), "x.xlsx").items
    assert item.summary.first_words == "蜂"


VRAGEN = "Nr;Vraag;Goed;Fout 1;Fout 2\n1;Hoofdstad?;Oslo;Bergen;Rome\n2;Kleur?;rood;blauw;\n"


def test_a_table_that_names_its_columns_otherwise_asks_what_they_are() -> None:
    source = Source("vragen.csv", VRAGEN.encode())
    assert fits(source)
    with pytest.raises(ColumnsUnknown) as told:
        read(source)
    head = told.value.head
    assert head.names == ("Nr", "Vraag", "Goed", "Fout 1", "Fout 2")
    assert head.samples == ("1", "Hoofdstad?", "Oslo", "Bergen", "Rome")
    assert not head.is_enough


def test_a_table_is_read_as_a_person_says() -> None:
    roles = ("", "question", "key", "answer", "answer")
    source = Source("vragen.csv", VRAGEN.encode(), roles={("Nr", "Vraag", "Goed", "Fout 1", "Fout 2"): Said(roles)})
    [material] = read(source)
    assert material.head is not None
    assert material.head.roles == roles
    question = material.items[0].entry
    assert isinstance(question, ChoiceQuestion)
    assert [(one.item_body, one.id == question.right) for one in question.choices] == [
        ("<p>Oslo</p>", True),
        ("<p>Bergen</p>", False),
        ("<p>Rome</p>", False),
    ]


def test_what_a_person_says_counts_more_than_the_names() -> None:
    names = tuple(HEAD.strip().split(","))
    source = Source("a.csv", f"{HEAD}Why?,E,,,,,,Because,\n".encode(), roles={names: Said(("question", *("",) * 8))})
    [material] = read(source)
    assert [str(one) for one in material.lost] == [
        "Columns that mean nothing here: Type, A, B, C, Correct answer, Points, Feedback, Tags."
    ]


def test_a_table_without_a_row_of_names_is_read_as_a_person_says() -> None:
    text = "Capital of Norway?;Oslo;Bergen, or Rome\nColour of a leaf?;green;blue\n"
    with pytest.raises(ColumnsUnknown) as told:
        read(Source("a.csv", text.encode()))
    head = replace(told.value.head, roles=("question", "key", "answer"), headed=False)
    for roles in ({head.names: head.said}, OfEvery(head.said)):
        [material] = read(Source("a.csv", text.encode(), roles=roles))
        assert [found.place for found in material.found] == ["row 1", "row 2"]
        first = material.items[0].entry
        assert isinstance(first, ChoiceQuestion)
        assert [one.item_body for one in first.choices] == ["<p>Oslo</p>", "<p>Bergen, or Rome</p>"]
        assert material.lost == ()
        assert material.head is not None
        assert not material.head.headed


def test_the_columns_that_were_guessed_are_told() -> None:
    head = _read(f"{HEAD}Why?,E,,,,,,,\n").head
    assert head is not None
    assert head.roles == ("question", "kind", "answer", "answer", "answer", "key", "points", "feedback", "tags")
    moved = head.with_role(0, "label").with_role(1, "question").with_role(2, "key")
    assert moved.roles[:6] == ("label", "question", "key", "answer", "answer", "")
