"""Each type as New Quizzes exports it, written by hand after its description (interchange.md 1.1)."""

import pytest

from app.geometry.shape import Polygon
from app.interchange.qti.read import read
from app.interchange.source import Source
from app.models.question import ScoringAlgorithm
from app.models.questions.categorization import CategorizationQuestion
from app.models.questions.choice import ChoiceQuestion
from app.models.questions.file_upload import FileUploadQuestion
from app.models.questions.hot_spot import HotSpotQuestion
from app.models.questions.matching import MatchingQuestion
from app.models.questions.multi_answer import MultiAnswerQuestion
from app.models.questions.ordering import OrderingQuestion
from app.models.questions.true_false import TrueFalseQuestion
from tests.interchange.qti.conftest import REFERENCE
from tests.interchange.qti.files import choices, condition, html, item, quiz, row, scored
from tests.interchange.qti.reading import ONE, THREE, TWO, found, question


def test_true_false() -> None:
    shown = html("<p>Bees fly.</p>") + choices({ONE: "True", TWO: "False"})
    made = question("true_false_question", shown, scored(TWO), calculator_type="basic")
    assert isinstance(made, TrueFalseQuestion)
    assert made.right is False
    assert made.labels == ("True", "False")
    assert made.calculator_type == "basic"


def test_true_false_with_false_first() -> None:
    shown = html("<p>Bees fly.</p>") + choices({ONE: "False", TWO: "True"})
    made = question("true_false_question", shown, scored(TWO))
    assert isinstance(made, TrueFalseQuestion)
    assert made.right is True


def test_multiple_choice_with_shuffling_and_a_lock() -> None:
    shown = choices({ONE: "<p>A</p>", TWO: "<p>None</p>"}).replace("<render_choice>", '<render_choice shuffle="Yes">')
    shown = shown.replace(f'ident="{TWO}"', f'ident="{TWO}" lock="Yes"')
    made = question("multiple_choice_question", html("<p>Which?</p>") + shown, scored(ONE), title="First")
    assert isinstance(made, ChoiceQuestion)
    assert (made.right, made.shuffle.shuffled, made.shuffle.locked) == (ONE, True, (1,))
    assert [one.id for one in made.choices] == [ONE, TWO]
    assert (made.title, made.item_body) == ("First", "<p>Which?</p>")


def test_multiple_choice_with_points_for_each_answer() -> None:
    earned = scored(ONE, points="2.0") + scored(TWO, points="0.5", correctanswer="Yes")
    made = question("multiple_choice_question", html("<p>Which?</p>") + choices({ONE: "A", TWO: "B"}), earned)
    assert isinstance(made, ChoiceQuestion)
    assert made.varies_points
    assert made.right == TWO
    assert [made.points_of(one.id) for one in made.choices] == [2, 0.5]


@pytest.mark.parametrize("algorithm", ["PartialScore", "AllOrNothing"])
def test_multiple_answers(algorithm: str) -> None:
    right = (
        f"<and><varequal respident='response1'>{ONE}</varequal><not><varequal respident='response1'>{TWO}</varequal>"
        f"</not><varequal respident='response1'>{THREE}</varequal></and>"
    )
    shown = html("<p>Which?</p>") + choices({ONE: "A", TWO: "B", THREE: "C"}, cardinality="Multiple")
    made = question("multiple_answers_question", shown, condition(right), scoring_algorithm=algorithm)
    assert isinstance(made, MultiAnswerQuestion)
    assert made.right == (ONE, THREE)
    assert made.scoring_algorithm == algorithm


@pytest.mark.parametrize(("algorithm", "partial"), [("PartialDeep", True), ("DeepEquals", False)])
def test_matching(algorithm: str, partial: bool) -> None:
    pool = {"a": "Honey", "b": "Silk", "distractor_1": "Milk"}
    shown = html("<p>Match.</p>") + row("response_11", "Bee", pool) + row("response_12", "Spider", pool)
    right = scored("a", response="response_11", action="Add", points="50.00")
    right += scored("b", response="response_12", action="Add", points="50.00")
    made = question("matching_question", shown, right, scoring_algorithm=algorithm)
    assert isinstance(made, MatchingQuestion)
    assert [(pair.id, pair.prompt, pair.answer) for pair in made.pairs] == [
        ("11", "Bee", "Honey"),
        ("12", "Spider", "Silk"),
    ]
    assert made.distractors == ("Milk",)
    assert made.gives_partial_credit is partial


def test_categorization() -> None:
    pool = {ONE: "Ant", TWO: "Oak", THREE: "Rock"}
    animals, plants = f"a{ONE[1:]}", f"b{ONE[1:]}"
    shown = row(animals, "Animals", pool, "Multiple") + row(plants, "Plants", pool, "Multiple")
    right = scored(ONE, response=animals, action="Add") + scored(TWO, response=plants, action="Add")
    made = question("categorization_question", html("<p>Sort.</p>") + shown, right)
    assert isinstance(made, CategorizationQuestion)
    assert dict(made.key) == {animals: (ONE,), plants: (TWO,)}
    assert [one.item_body for one in made.distractors] == ["Rock"]


def test_ordering() -> None:
    rows = "".join(f'<flow_label><response_label ident="{key}">{html(text)}</response_label></flow_label>'
                   for key, text in {ONE: "<p>Third</p>", TWO: "<p>First</p>"}.items())  # fmt: skip
    shown = (
        '<response_lid ident="response1" rcardinality="Ordered"><render_extension><material position="top"><mattext>Old'
        f'</mattext></material><ims_render_object shuffle="No" orientation="Row">{rows}</ims_render_object>'
        '<material position="bottom"><mattext>New</mattext></material></render_extension></response_lid>'
    )
    made = question("ordering_question", html("<p>Order.</p>") + shown, scored(TWO, ONE))
    assert isinstance(made, OrderingQuestion)
    assert [one.item_body for one in made.choices] == ["<p>First</p>", "<p>Third</p>"]
    assert (made.labels.top_label, made.labels.bottom_label) == ("Old", "New")
    assert made.labels.display_answers_paragraph
    assert made.item_body == "<p>Order.</p>"


def test_file_upload() -> None:
    text = item("file_upload_question", html("<p>Hand in.</p>")).replace(
        "<presentation>", '<presentation allowed_types="png,.pdf" files_count="2">'
    )
    [material] = read(Source("exam.xml", quiz(text).encode()))
    [made] = (one.entry for one in material.items)
    assert isinstance(made, FileUploadQuestion)
    assert made.allowed_types == (".png", ".pdf")
    assert (made.restricts_count, made.files_count, made.restricts_types) == (True, 2, True)


def test_hot_spot_with_several_regions() -> None:
    shown = (
        f'<flow><response_xy ident="response1" rcardinality="Multiple" rtiming="No">{html("<p>Where?</p>")}'
        '<render_hotspot><material><matimage uri="$IMS-CC-FILEBASE$/Uploaded Media/6f96"/></material>'
        '<response_label ident="response1" rarea="rectangle">0.1,0.2,0.3,0.4</response_label>'
        '<response_label ident="response2" rarea="bounded">0.9,0.1,0.2,0.3,0.5,0.5</response_label>'
        "</render_hotspot></response_xy></flow>"
    )
    one = found("hot_spot_question", shown)
    assert one.item is not None
    made = one.item.entry
    assert isinstance(made, HotSpotQuestion)
    assert made.picture == REFERENCE
    first, second = made.regions(one.item.local)
    assert isinstance(second.shape, Polygon)
    assert [region.id for region in (first, second)] == ["1", "2"]
    assert made.scoring_algorithm == ScoringAlgorithm.HOT_SPOT
