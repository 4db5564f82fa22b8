"""Word documents as packages: whole, the same twice, and with the looks of the text."""

import io
import zipfile
from posixpath import join

import pytest
from lxml import etree
from lxml.etree import _Element as Element

from app.office.document import WordDocument, add_words
from app.office.picture import Picture
from app.office.rich import RichWriter
from app.office.styles import QUESTION, TEXT

_SHOWN = Picture(b"\x89PNG picture", "image/png", 1200, 300, "A leaf")
_HTML = (
    "<p>Which <strong>part</strong> of H<sub>2</sub>O, <a href='https://example.org/a'>as here</a>?</p>"
    "<p><img src='media:1' alt='A leaf'> and <img src='media:1' alt='A leaf'></p>"
    "<table><tr><td>1</td><td><p>2</p><p>3</p></td></tr></table><p>behind</p>"
)


def _written(html: str = _HTML) -> tuple[bytes, list[str]]:
    document = WordDocument()
    writer = RichWriter(document, lambda tag: _SHOWN if tag.attribute("src") == "media:1" else None)
    writer.write(html, document.paragraph(QUESTION), further=TEXT)
    return document.written(), [str(one) for one in writer.lost]


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def _body(data: bytes) -> Element:
    return etree.fromstring(_parts(data)["word/document.xml"])


def _words(element: Element) -> str:
    return "".join(str(text) for text in element.itertext())


def test_everything_that_is_referred_to_is_there_and_has_a_kind() -> None:
    data, lost = _written()
    parts = _parts(data)
    relations = etree.fromstring(parts["word/_rels/document.xml.rels"])
    targets = {row.get("Id"): row for row in relations}
    for row in targets.values():
        assert row.get("TargetMode") == "External" or join("word", row.get("Target") or "") in parts
    named = {
        str(value) for one in _body(data).iter() for key, value in one.attrib.items() if "relationships}" in str(key)
    }
    assert named
    assert named <= targets.keys()
    kinds = etree.fromstring(parts["[Content_Types].xml"])
    endings = {row.get("Extension") for row in kinds}
    assert {name.rpartition(".")[2] for name in parts} <= endings
    assert not lost


def test_the_same_text_is_the_same_file() -> None:
    assert _written() == _written()


def test_a_picture_is_stored_once_and_fits_the_page() -> None:
    data, _ = _written()
    assert sum(name.startswith("word/media/") for name in _parts(data)) == 1
    extents = [(int(one.get("cx", "0")), int(one.get("cy", "0"))) for one in _body(data).iter("{*}extent")]
    assert extents == [(600 * 9525, 150 * 9525)] * 2
    assert {one.get("descr") for one in _body(data).iter("{*}docPr")} == {"A leaf"}
    assert len({one.get("id") for one in _body(data).iter("{*}docPr")}) == 2


def test_words_keep_their_look_and_tables_their_cells() -> None:
    body = _body(_written()[0])
    runs = {_words(run): run for run in body.iter("{*}r")}
    assert runs["part"].find("{*}rPr/{*}b") is not None
    assert [_words(run) for run in body.iter("{*}r") if run.find("{*}rPr/{*}vertAlign") is not None] == ["2"]
    cells = [[_words(line) for line in cell.iter("{*}p")] for cell in body.iter("{*}tc")]
    assert cells == [["1"], ["2", "3"]]
    assert [_words(line) for line in body.iter("{*}p")][-1] == "behind"


@pytest.mark.parametrize(
    ("html", "told"),
    [
        ("<ul><li>one</li></ul>", "Lists"),
        ("<h2>Head</h2>", "Lists"),
        ("<p style='color:red'>x</p><p><span style='color:red'>y</span></p>", "Colours"),
        ("<p><img src='https://example.org/p.png' alt='x'></p>", "Picture p.png"),
        (r"<p>\(\mathrm{H_2O}\)</p>", "An equation"),
        ("<iframe src='https://example.org'></iframe>", "Embedded page"),
    ],
)
def test_what_a_document_cannot_hold_is_told(html: str, told: str) -> None:
    _, lost = _written(html)
    assert any(one.startswith(told) for one in lost)


def test_signs_that_xml_cannot_hold_are_left_out() -> None:
    document = WordDocument()
    add_words(document.paragraph(), "a\x00b\ud800c\ufffe\nd")
    body = _body(document.written())
    assert _words(body) == "abcd"
    assert body.find(".//{*}br") is not None
