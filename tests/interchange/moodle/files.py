"""Moodle XML as Moodle and others write it, for reading it."""

import base64
from io import BytesIO

from PIL import Image

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n'
TAIL = "\n</quiz>\n"


def picture() -> bytes:
    """A small PNG."""
    file = BytesIO()
    Image.new("RGB", (4, 3), "white").save(file, "PNG")
    return file.getvalue()


PICTURE = base64.b64encode(picture()).decode()


def quiz(*questions: str) -> str:
    """A file of these questions."""
    return HEAD + "\n".join(questions) + TAIL


def question(kind: str, *parts: str, stem: str = "<p>Why?</p>", name: str = "Q") -> str:
    """A question with a name and a text."""
    text = f'<questiontext format="html"><text><![CDATA[{stem}]]></text></questiontext>'
    return f'<question type="{kind}"><name><text>{name}</text></name>{text}{"".join(parts)}</question>'


def category(path: str) -> str:
    """A pseudo-question that says where the next ones belong."""
    return f'<question type="category"><category><text>{path}</text></category></question>'


def answer(text: str, fraction: object, *parts: str, form: str = "html") -> str:
    """An answer with its share in per cent."""
    return f'<answer fraction="{fraction}" format="{form}"><text><![CDATA[{text}]]></text>{"".join(parts)}</answer>'


def feedback(html: str, name: str = "feedback") -> str:
    """A feedback."""
    return f'<{name} format="html"><text><![CDATA[{html}]]></text></{name}>'


CHOICE = question(
    "multichoice", "<defaultgrade>2.0000000</defaultgrade><single>true</single>", answer("a", 100), answer("b", 0)
)
EVERY_KIND = quiz(
    category("$course$/top/Biology/Bees"),
    CHOICE,
    question("multichoice", "<single>false</single>", answer("a", 50), answer("b", 50), answer("c", -100)),
    question("truefalse", answer("true", 100), answer("false", 0)),
    question("shortanswer", answer("Berlin", 100), answer("Bonn", 50)),
    question("numerical", answer("23", 100, "<tolerance>0.5</tolerance>")),
    question(
        "matching",
        '<subquestion format="html"><text>a</text><answer><text>1</text></answer></subquestion>',
        '<subquestion format="html"><text>b</text><answer><text>2</text></answer></subquestion>',
    ),
    question("essay", "<responseformat>editor</responseformat>"),
    question("cloze", stem="<p>In {1:SHORTANSWER:=Rome~%50%Roma} or {2:MULTICHOICE:a~=b} {1:NM:=3:0.1}</p>"),
    question("ordering", answer("one", 1), answer("two", 2)),
    question("ddwtos", "<dragbox><text>x</text><group>1</group></dragbox>", stem="<p>Take [[1]].</p>"),
    question("gapselect", "<selectoption><text>x</text><group>1</group></selectoption>", stem="<p>Take [[1]].</p>"),
    question(
        "calculated",
        answer("{a}+pow({a},2)", 100, "<tolerance>0.01</tolerance><tolerancetype>1</tolerancetype>"),
        "<dataset_definitions><dataset_definition><name><text>a</text></name><minimum><text>1</text></minimum>",
        "<maximum><text>9</text></maximum><decimals><text>0</text></decimals><dataset_items><dataset_item>",
        "<number>1</number><value>3</value></dataset_item></dataset_items></dataset_definition></dataset_definitions>",
        stem="<p>What of {a}?</p>",
    ),
    question("description", stem="<p>Read this.</p>"),
    question("stack", "<stackversion><text>1</text></stackversion>"),
)
