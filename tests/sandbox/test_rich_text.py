"""HTML as the server keeps it."""

from collections.abc import Callable

import pytest

from app.sandbox.rich_text import tidied
from tests.support.core_client import Questions

TIDIED = [
    ("<p onclick='steal()'>a</p>", "<p>a</p>"),
    ("<p>a<script>alert(1)</script></p>", "<p>a</p>"),
    ("<form><input value=1>a</form>", "a"),
    ("<P CLASS=x>caf&eacute; &amp; tea<br/></P>", '<p class="x">café &amp; tea<br></p>'),
    ('<a href="javascript:alert(1)">a</a>', "<a>a</a>"),
    ('<img src="media:0123" alt="leaf">', '<img alt="leaf">'),
    ('<img src="/courses/1/files/7/preview">', '<img src="/courses/1/files/7/preview">'),
    ("<p>open", "<p>open</p>"),
    ("<!-- note --><p>a</p>", "<p>a</p>"),
    ("<math><mi>x</mi></math>", "<math><mi>x</mi></math>"),
    ('<p data-tag="a" style="color: red">a</p>', '<p data-tag="a" style="color: red">a</p>'),
]


@pytest.mark.parametrize(("sent", "kept"), TIDIED)
def test_html_is_tidied_once_and_for_all(sent: str, kept: str) -> None:
    assert tidied(sent) == kept
    assert tidied(kept) == kept


def test_an_equation_image_and_a_frame_survive() -> None:
    image = '<img class="equation_image" title="x^2" src="/equation_images/x" data-equation-content="x^2">'
    frame = '<iframe src="https://example.com/v" width="560" allowfullscreen=""></iframe>'
    assert 'data-equation-content="x^2"' in tidied(image)
    assert 'src="https://example.com/v"' in tidied(frame)


def test_every_rich_text_of_a_question_is_tidied(questions: Questions) -> None:
    entry = questions.entry("choice")
    first = entry["interaction_data"]["choices"][0]
    first["item_body"] = "<p>a<br/></p>"
    feedback = {"feedback": {"correct": "<p>Yes"}, "answer_feedback": {first["id"]: "<p>Why"}}
    kept = questions.send({**entry, **feedback, "title": "a < b & <i>c</i>"})["entry"]
    assert kept["interaction_data"]["choices"][0]["item_body"] == "<p>a<br></p>"
    assert (kept["feedback"], kept["answer_feedback"]) == ({"correct": "<p>Yes</p>"}, {first["id"]: "<p>Why</p>"})
    assert kept["title"] == "a < b & <i>c</i>"


def test_plain_texts_are_never_touched(questions: Questions) -> None:
    entry = questions.entry("true-false")
    entry["interaction_data"]["true_choice"] = "a < b & c"
    assert questions.send(entry)["entry"]["interaction_data"]["true_choice"] == "a < b & c"


def test_backticks_become_places_for_blanks(questions: Questions) -> None:
    created = questions.create("rich-fill-blank")["entry"]
    first = created["interaction_data"]["blanks"][0]["id"]
    assert created["item_body"].startswith(f'<p><span id="blank_{first}"></span> are <span')
    assert "`" not in created["item_body"]
    assert created["scoring_data"]["working_item_body"].startswith("<p>`Roses` are")
    assert questions.send(created)["entry"]["item_body"] == created["item_body"]


def test_variables_of_a_formula_keep_their_backticks(questions: Questions) -> None:
    assert questions.create("formula", item_body="<p>2 + `y`</p>")["entry"]["item_body"] == "<p>2 + `y`</p>"


def test_tidying_can_be_turned_off(ask: Callable[..., Questions]) -> None:
    questions = ask(faults={"html-rewrite": 0})
    assert questions.create("essay", item_body="<p>a<br/>")["entry"]["item_body"] == "<p>a<br/>"
