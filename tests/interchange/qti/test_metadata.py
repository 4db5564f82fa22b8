"""What a file says of its questions, and forgets to say."""

import pytest

from app.models.entry import Opaque, Stimulus
from app.models.questions.choice import ChoiceQuestion
from app.models.questions.multi_answer import MultiAnswerQuestion
from tests.interchange.conftest import losses
from tests.interchange.qti.files import (
    CHOICE,
    choices,
    condition,
    field,
    html,
    item,
    quiz,
)
from tests.interchange.qti.reading import one, only

UUID = "6f9619ff-8b86-4d01-b42d-00cf4fc964ff"


@pytest.mark.parametrize("said", ["", "  ", "many"])
def test_missing_points_are_told(said: str) -> None:
    found = only(quiz(CHOICE.replace("2.0", said)))
    assert found.item is not None
    assert found.item.points == 1
    assert any("points" in text for text in losses(found))


def test_fields_one_level_too_high_are_read() -> None:
    scoring = field("scoring_algorithm", "PartialScore")
    answers = item(
        "multiple_answers_question",
        html("<p>Which?</p>") + choices({"a": "A", "b": "B"}, cardinality="Multiple"),
        condition("<and><varequal respident='response1'>a</varequal></and>"),
    ).replace("</itemmetadata>", f"{scoring}</itemmetadata>")
    found = only(quiz(answers))
    assert found.item is not None
    assert isinstance(found.item.entry, MultiAnswerQuestion)
    assert found.item.entry.gives_partial_credit


def test_the_same_name_twice_gives_two_questions() -> None:
    first, second = one(quiz(CHOICE, CHOICE)).found
    assert first.item is not None
    assert second.item is not None
    assert first.item.id != second.item.id


def test_the_same_uuid_twice_is_told() -> None:
    same = CHOICE.replace('"i1"', f'"{UUID}"')
    first, second = one(quiz(same, same)).found
    assert not first.lost
    assert losses(second) == ["The file has another question of the same name."]


def test_an_unknown_kind_is_kept_with_its_source() -> None:
    found = only(quiz(item("drag_the_planet_question", html("<p>Drag</p>"))))
    assert found.item is not None
    assert isinstance(found.item.entry, Opaque)
    assert "drag_the_planet_question" in found.item.entry.wire()["source"]
    assert "drag_the_planet_question" in losses(found)[0]


def test_an_unknown_kind_keeps_label_points_and_group() -> None:
    strange = item("drag_the_planet_question", html("<p>Drag</p>"), title="Planets", ident=UUID)
    group = (
        '<section ident="g" title="Space"><selection_ordering><selection><selection_number>1</selection_number>'
        f"</selection></selection_ordering>{strange}{item('text_only_question', html('<p>Read</p>'))}</section>"
    )
    first, second = one(quiz(group)).found
    assert first.item is not None
    assert second.item is not None
    assert (first.item.id, first.item.points, first.item.summary.title) == (UUID, 2, "Planets")
    assert first.item.local.tags == second.item.local.tags == ("Space",)


def test_a_kind_that_is_not_said_is_seen_from_the_answers() -> None:
    nothing = CHOICE.replace("<fieldlabel>question_type", "<fieldlabel>other")
    found = only(quiz(nothing))
    assert found.item is not None
    assert isinstance(found.item.entry, ChoiceQuestion)


def test_a_text_is_kept_as_a_stimulus_and_its_question_beside_it() -> None:
    text = item("text_only_question", html("<p>Read.</p>"), title="Poem", ident="t", source_url="https://example.org")
    child = CHOICE.replace("</qtimetadata>", "<qtimetadatafield><fieldlabel>parent_stimulus_item_ident</fieldlabel>"
                           "<fieldentry>t</fieldentry></qtimetadatafield></qtimetadata>")  # fmt: skip
    first, second = one(quiz(text, child)).found
    assert first.item is not None
    assert isinstance(first.item.entry, Stimulus)
    assert (first.item.entry.title, first.item.entry.source_url) == ("Poem", "https://example.org")
    assert losses(first)
    assert losses(second)
