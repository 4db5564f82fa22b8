"""Documents as they are found: encodings, declarations, and XML that somebody made to do harm."""

import pytest

from app.interchange.errors import FileRefused
from app.interchange.qti.read import read
from app.interchange.source import Source
from tests.interchange.qti.files import (
    CHOICE,
    CLASSIC,
    html,
    item,
    packed,
    quiz,
)
from tests.interchange.qti.reading import one, only, stem

LATIN = '<?xml version="1.0" encoding="ISO-8859-1"?>'


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
