"""Exams and keys in a Word document: words, letters and pictures of the pages, each sheet with a foot of its own."""

import io
import zipfile
from collections.abc import Sequence

import pytest
from lxml import etree
from lxml.etree import _Element as Element

from app.geometry.region import Region
from app.library.native_file import read_native
from app.models.item import Item
from app.models.quiz import NewQuiz, Quiz
from app.office.picture import Picture
from app.paper.exam import exam, key
from app.paper.paper import papers
from app.paper.sheet import Sheet
from app.paper.word_look import WordLook
from app.paper.word_part import WordPictures
from app.paper.word_sheet import WordFile, word_file
from app.paths import resources
from tests.support.graded import categorization, choice, matching
from tests.support.quiz import stimulus

SAMPLE = read_native(resources() / "sample.quizwright").quiz
PICTURE = Picture(b"\x89PNG picture", "image/png", 300, 200, "A leaf")


class Pictures:
    """Notes what it was asked for."""

    def __init__(self) -> None:
        self.marked: list[tuple[str, int]] = []

    def of(self, reference: str, regions: tuple[Region, ...]) -> Picture:
        self.marked.append((reference, len(regions)))
        return PICTURE


def sheets(quiz: Quiz, count: int = 1) -> list[Sheet]:
    made = papers(quiz, count, 7)
    return [one(quiz, paper, is_only=count == 1) for one in (exam, key) for paper in made]


def written(
    of: Sequence[Sheet], *, points: int = 11, whole: bool = False, pictures: Pictures | None = None
) -> WordFile:
    found = WordPictures(lambda _: PICTURE, (pictures or Pictures()).of)
    return word_file(of, WordLook(points=points), found, str, whole_sheets=whole)


def part(file: WordFile, name: str = "document.xml") -> Element:
    with zipfile.ZipFile(io.BytesIO(file.data)) as packed:
        return etree.fromstring(packed.read(f"word/{name}"))


def lines(root: Element) -> list[str]:
    return ["".join(str(text) for text in line.itertext()) for line in root.iter("{*}p")]


def quiz(*items: Item) -> Quiz:
    return Quiz("q", NewQuiz(title="Leaves", instructions="<p>Write <b>clearly</b>.</p>"), items)


def test_head_question_and_key_say_what_the_pages_say() -> None:
    said = lines(part(written(sheets(quiz(choice("b", "ab", 2))))))
    assert said[:4] == ["Leaves", "Name Number Date ", "1 question · 2 points", "Write clearly."]
    assert said[5:7] == [
        "○\N{NO-BREAK SPACE}A\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}a",
        "○\N{NO-BREAK SPACE}B\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}b",
    ]
    place = said.index("Key to Leaves")
    assert said[place + 2] == "1.B\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}b2\N{NO-BREAK SPACE}points"


def test_every_type_is_written_and_its_pictures_with_the_regions_in_the_key() -> None:
    pictures = Pictures()
    made = written(sheets(SAMPLE), pictures=pictures)
    numbers = [line.partition(".")[0] for line in lines(part(made)) if line.partition(".")[0].isdigit()]
    assert {str(number) for number in range(1, 25)} <= set(numbers)
    assert [count for _, count in pictures.marked] == [0, 0, 1, 2]
    assert len(list(part(made).iter("{*}oMath"))) == 1


def test_nothing_of_a_question_may_go_on_over_the_page() -> None:
    root = part(written(sheets(quiz(categorization({"one": "a", "two": "b"}, 2)))[:1]))
    body = list(root.iter("{*}p"))
    begin = next(n for n, one in enumerate(lines(root)) if one.startswith("1."))
    end = len(body) - 1
    assert [one.find("{*}pPr/{*}keepNext") is not None for one in body[begin:]] == [True] * (end - begin) + [False]
    assert all(one.find("{*}pPr/{*}keepLines") is not None for one in body[begin:])


def test_what_is_read_before_a_question_stays_with_it() -> None:
    led = Item.from_wire({**choice("a", "ab", 1).wire(), "stimulus_quiz_entry_id": "s"}, id="led")
    root = part(written(sheets(quiz(stimulus(), led))[:1]))
    text = next(one for one in root.iter("{*}p") if "this" in "".join(map(str, one.itertext())))
    assert text.find("{*}pPr/{*}keepNext") is not None


def test_matching_stands_in_two_columns_without_lines() -> None:
    root = part(written(sheets(quiz(matching({"p": "x", "q": "y"}, 2, partial=True)))[:1]))
    [table] = root.iter("{*}tbl")
    left, right = table.iter("{*}tc")
    assert ("P" in lines(left)[0], "x" in "".join(lines(right))) == (True, True)
    assert table.find("{*}tblPr/{*}tblBorders") is None


@pytest.mark.parametrize("whole", [False, True])
def test_each_version_has_pages_and_a_foot_of_its_own(whole: bool) -> None:
    made = written(sheets(quiz(choice("b", "ab", 2)), 2), whole=whole)
    sections = list(part(made).iter("{*}sectPr"))
    kinds = [one.find("{*}type").attrib.values()[0] for one in sections]  # type: ignore[union-attr]
    assert kinds == ["nextPage", *["oddPage" if whole else "nextPage"] * 3]
    feet = ["".join(lines(part(made, f"footer{number}.xml"))) for number in range(1, 5)]
    assert feet == [
        "LeavesVersion APage 1",
        "LeavesVersion BPage 1",
        "Key to LeavesVersion APage 1",
        "Key to LeavesVersion BPage 1",
    ]


def test_large_print_is_large_in_every_style() -> None:
    sizes = [
        int(next(one.iter("{*}sz")).attrib.values()[0])
        for one in (part(written(sheets(SAMPLE), points=points), "styles.xml") for points in (11, 18))
    ]
    assert sizes == [22, 36]


def test_every_style_that_is_used_is_there() -> None:
    made = written(sheets(SAMPLE, 2))
    names = {str(value) for one in part(made, "styles.xml").iter("{*}style") for value in one.attrib.values()}
    used = {
        one.attrib.values()[0] for tag in ("pStyle", "rStyle", "tblStyle") for one in part(made).iter(f"{{*}}{tag}")
    }
    assert used <= names


def test_the_same_sheets_are_the_same_bytes() -> None:
    assert written(sheets(SAMPLE, 2)) == written(sheets(SAMPLE, 2))
