"""Files of somebody who means harm (reliability.md 3.3): refused, or read in a moment; nothing outside is touched."""

import io
import stat
import time
import zipfile
from base64 import b64encode
from collections.abc import Callable
from itertools import chain

import pytest
from PIL import Image

from app.interchange.errors import FileRefused
from app.interchange.pictures import Pictures
from app.interchange.source import Source
from app.interchange.table import format_named
from tests.interchange.qti.conftest import PICTURE
from tests.interchange.qti.files import CHOICE, CLASSIC, packed
from tests.interchange.qti2.files import CHOICE as CHOICE2
from tests.interchange.test_table import SAMPLES
from tests.interchange.watched import untouched
from tests.support.word_file import paragraph, word_file

LONGEST_SECONDS = 10
PACKED = ("quizwright", "imscc", "qti", "qti-classic", "qti2", "word", "table")
XML = ("qti", "qti-classic", "imscc", "qti2", "moodle")
_XLSX = packed({"xl/workbook.xml": "<workbook/>", "xl/worksheets/sheet1.xml": "<worksheet/>"})
_WHOLE = {**SAMPLES, "table": _XLSX, "qti-classic": packed({"q1/q1.xml": CLASSIC})}
_NAMES = {"word": "word/document.xml", "table": "xl/worksheets/sheet1.xml", "quizwright": "quiz.json"}


def _read(name: str, data: bytes) -> str:
    """What came out: "read" or why it was refused. Fails where it takes long or something outside is touched."""
    form, source = format_named(name), Source("exam.zip", data)
    began = time.process_time()
    with untouched():
        form.fits(source)
        try:
            found = form.material(source)
        except FileRefused as error:
            said = str(error)
        else:
            assert all((one.item is None) == (one.refused is not None) for quiz in found for one in quiz.found)
            said = "read " + " ".join(str(loss.what) for quiz in found for loss in quiz.losses)
            assert b"root:" not in b"".join(item.document for quiz in found for item in quiz.items)
    assert time.process_time() - began < LONGEST_SECONDS
    return said


@pytest.fixture(autouse=True, scope="module")
def everything_imported() -> None:
    """So that nothing is imported while it is watched."""
    Image.init()
    for name in SAMPLES:
        format_named(name).material(Source("exam", SAMPLES[name]))


def _rezipped(data: bytes, change: Callable[[zipfile.ZipFile], object], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", method) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name), old.read(name), method)
        change(new)
    return buffer.getvalue()


def _link(made: zipfile.ZipFile) -> None:
    info = zipfile.ZipInfo("link.xml")
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    made.writestr(info, "/etc/passwd")


def _with(name: str, data: bytes | str) -> Callable[[zipfile.ZipFile], object]:
    return lambda made: made.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)


def _many(made: zipfile.ZipFile) -> None:
    for number in range(5_001):
        made.writestr(zipfile.ZipInfo(f"{number}.xml"), "<questestinterop/>")


HARMLESS: dict[str, Callable[[zipfile.ZipFile], object]] = {
    "a name that leads up": _with("../../../tmp/evil.xml", CLASSIC),
    "a name from the root": _with("/etc/cron.d/evil.xml", CLASSIC),
    "a drive letter": _with("C:\\Windows\\evil.xml", CLASSIC),
    "a device of Windows": _with("CON", CLASSIC),
    "a link": _link,
    "a zip in a zip": _with("inner.zip", packed({"a.xml": CLASSIC})),
    "an unheard-of name": _with("\u202egpj.exe", b"MZ"),
}


@pytest.mark.parametrize("name", PACKED)
@pytest.mark.parametrize("what", HARMLESS)
def test_parts_that_lead_out_of_a_package_are_never_followed(name: str, what: str) -> None:
    assert "root:" not in _read(name, _rezipped(_WHOLE[name], HARMLESS[what]))


@pytest.mark.parametrize("name", PACKED)
def test_too_many_parts_are_refused(name: str) -> None:
    assert "too many parts" in _read(name, _rezipped(_WHOLE[name], _many, zipfile.ZIP_STORED))


@pytest.mark.parametrize("name", PACKED)
def test_what_unpacks_without_end_is_refused_or_left_out(name: str) -> None:
    part = _NAMES.get(name, "big.xml")
    kept = {one: data for one, data in _members(_WHOLE[name]).items() if one != part}
    bomb = _rezipped(packed(kept), _with(part, b"<questestinterop>" + b" " * 50_000_000))
    assert len(bomb) < 200_000
    assert "unpacks to more" in _read(name, bomb) or name == "qti2"


def _members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


@pytest.mark.parametrize("name", PACKED)
def test_encrypted_truncated_and_lying_packages_are_read_or_refused(name: str) -> None:
    data = _WHOLE[name]
    locked = bytearray(data)
    for place in range(len(locked) - 4):
        if locked[place : place + 4] == b"PK\x03\x04":
            locked[place + 6] |= 1
        if locked[place : place + 4] == b"PK\x01\x02":
            locked[place + 8] |= 1
    lying = data.replace(b"PK\x01\x02", b"PK\x01\x02", 1).replace(b"\0\0\0\0\0\0\0\0", b"\xff\xff\xff\x7f\0\0\0\0")
    said = _read(name, bytes(locked))
    assert "not allowed" in said or "no quiz" in said or "no question" in said
    for other in chain((lying,), (data[: len(data) * part // 10] for part in range(1, 10))):
        _read(name, other)


_BOMB = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "lol"}">' for n in range(10))
HOSTILE = {
    "an entity bomb": f"<!DOCTYPE x [{_BOMB}]>",
    "a file named by an entity": '<!DOCTYPE x [<!ENTITY e9 SYSTEM "file:///etc/passwd">]>',
    "a page named by an entity": '<!DOCTYPE x [<!ENTITY e9 SYSTEM "http://127.0.0.1:9/x">]>',
    "a document type elsewhere": '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">',
    "a parameter that is fetched": '<!DOCTYPE x [<!ENTITY % e SYSTEM "http://127.0.0.1:9/x"> %e;]>',
}


def _document(name: str) -> str:
    if name == "moodle":
        return SAMPLES["moodle"].decode()
    return CHOICE2 if name == "qti2" else CLASSIC


def _filed(name: str, text: str) -> bytes:
    if name == "moodle":
        return text.encode()
    return packed({"q1/q1.xml": text}) if name != "imscc" else packed({"non_cc_assessments/q1.xml.qti": text})


@pytest.mark.parametrize("name", XML)
@pytest.mark.parametrize("what", HOSTILE)
def test_document_types_are_refused(name: str, what: str) -> None:
    text = _document(name)
    head, mark, rest = text.partition("?>")
    said = _read(name, _filed(name, f"{head}{mark}{HOSTILE[what]}{rest.replace('Which', '&e9;Which', 1)}"))
    assert "DOCTYPE" in said or "amplification" in said


def _deep(levels: int) -> str:
    return "<b>" * levels + "x" + "</b>" * levels


@pytest.mark.parametrize("name", XML)
@pytest.mark.parametrize("levels", [300, 50_000])
def test_elements_without_end_in_each_other_are_refused_or_their_words_kept(name: str, levels: int) -> None:
    text = _document(name)
    _read(name, _filed(name, text.replace("<presentation>", f"<presentation>{_deep(levels)}", 1)))
    _read(name, _filed(name, text.replace("<itemBody>", f"<itemBody>{_deep(levels)}", 1)))
    inner = _deep(levels).replace("<", "&lt;").replace(">", "&gt;")
    _read(name, _filed(name, text.replace("Which", f"{inner}Which", 1)))


TANGLED = {
    "nested tables": "<table><tr><td>" * 100,
    "an unbroken word": "x" * 1_000_000,
    "a cell over many columns": "<table><tr><td colspan='2000000000' rowspan='2000000000'>x</td></tr></table>",
    "many open elements": "<div>" * 20_000,
    "many attributes": "<p " + " ".join(f"a{n}='1'" for n in range(20_000)) + ">x</p>",
    "many quotes": "<a href='" * 20_000,
    "many ampersands": "&" * 200_000,
    "many comments": "<!--" * 50_000,
    "many tags that are none": "<" * 200_000,
}


@pytest.mark.parametrize("what", TANGLED)
@pytest.mark.parametrize("name", ["qti", "moodle", "gift", "text", "html", "text2qti", "aiken", "table"])
def test_markup_that_would_hold_a_program_for_minutes_does_not(name: str, what: str) -> None:
    html = TANGLED[what]
    files = {
        "qti": _filed("qti", CLASSIC.replace("Which", html.replace("&", "&amp;").replace("<", "&lt;"), 1)),
        "moodle": SAMPLES["moodle"].replace(b"<![CDATA[", b"<![CDATA[" + html.encode(), 1),
        "gift": f"[html]{html} {{T}}\n".encode(),
        "text": f"1. {html}\na. x\n*b. y\n".encode(),
        "html": f"<p>1. Which? {html}</p><p>a. x</p><p><b>b. y</b></p>".encode(),
        "text2qti": f"1. {html}\n... {html}\na) x\n*b) y\n".encode(),
        "aiken": f"{html}\nA. x\nB. y\nANSWER: A\n".encode(),
        "table": f"Question,A,B,Answer\n{html},x,y,A\n".encode(),
    }
    _read(name, files[name])


def _picture(width: int, height: int) -> bytes:
    """A PNG of one colour: a few kilobytes, however large it is."""
    buffer = io.BytesIO()
    Image.new("1", (width, height)).save(buffer, "PNG")
    return buffer.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        b"<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/></svg>",
        b"\x89PNG\r\n\x1a\n" + b"\0" * 100,
        PICTURE[:40],
        b"GIF89a",
        b"",
        b"%PDF-1.4",
    ],
)
def test_what_is_no_picture_is_not_taken_in(data: bytes) -> None:
    with untouched():
        assert Pictures(lambda _: data).reference("a.png") is None


def test_pictures_of_more_than_forty_megapixels_are_not_taken_in() -> None:
    large = Pictures(lambda _: _picture(8_000, 5_001))
    assert large.reference("a.png") is None
    assert str(large.loss("a.png", "a.png")) == "Picture a.png: it has more than 40 megapixels."
    assert Pictures(lambda _: _picture(800, 500)).reference("a.png") is not None


def test_a_picture_that_is_too_large_is_named_whatever_the_format() -> None:
    data = b64encode(_picture(8_000, 5_001)).decode()
    inline = CLASSIC.replace("Which", f"&lt;img src='data:image/png;base64,{data}'&gt;Which", 1)
    body = '<p><img src="@@PLUGINFILE@@/a.png">Which?</p>'
    moodle = (
        '<quiz><question type="essay"><name><text>N</text></name><questiontext format="html">'
        f'<text><![CDATA[{body}]]></text><file name="a.png" encoding="base64">{data}</file>'
        "</questiontext></question></quiz>"
    )
    for name, text in (("qti", inline), ("moodle", moodle)):
        assert _read(name, text.encode()).count("it has more than 40 megapixels.") == 1


def test_what_runs_or_fetches_in_a_word_document_does_neither() -> None:
    field = '<w:fldSimple w:instr="DDEAUTO c:\\\\cmd.exe"><w:r><w:t>Which?</w:t></w:r></w:fldSimple>'
    linked = '<w:r><w:drawing><a:blip r:link="rId9" r:embed="rId9"/></w:drawing></w:r>'
    data = word_file(
        paragraph("1. ", field, linked), paragraph("a. x"), paragraph("*b. y"),
        files={"vbaProject.bin": b"x"}, links={"rId9": "../../../../etc/passwd"},
    )  # fmt: skip
    assert _read("word", data).startswith("read")


def test_a_choice_is_the_sample_of_these_tests() -> None:
    assert CHOICE in CLASSIC
    assert _read("qti-classic", CLASSIC.encode()) == "read "
