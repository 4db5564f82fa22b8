"""Answers as Classic quizzes and other systems write them."""

from app.models.questions.formula import FormulaQuestion
from app.models.questions.numeric import ExactAnswer, NumericQuestion
from app.models.questions.rich_fill_blank import RichFillBlankQuestion
from tests.interchange.conftest import losses
from tests.interchange.qti.files import (
    CHOICE,
    choices,
    html,
    item,
    quiz,
    scored,
)
from tests.interchange.qti.reading import only


def test_a_number_without_bounds_is_exact() -> None:
    found = only(quiz(item("numerical_question", html("<p>?</p>"), scored("200.0"))))
    assert found.item is not None
    assert isinstance(found.item.entry, NumericQuestion)
    [answer] = found.item.entry.answers
    assert isinstance(answer, ExactAnswer)
    assert answer.value == "200"


def test_variables_in_brackets_become_ours() -> None:
    extra = (
        "<itemproc_extension><calculated><answer_tolerance>5%</answer_tolerance><formulas decimal_places='1'>"
        "<formula>x + 1</formula></formulas><vars><var name='x' scale='0'><min>1.0</min><max>9.0</max></var></vars>"
        "<var_sets><var_set ident='1'><var name='x'>2</var><answer>3.0</answer></var_set></var_sets></calculated>"
        "</itemproc_extension>"
    )
    found = only(quiz(item("calculated_question", html("<p>[x] and [y]?</p>"), extra=extra)))
    assert found.item is not None
    question = found.item.entry
    assert isinstance(question, FormulaQuestion)
    assert question.item_body == "<p>`x` and [y]?</p>"
    assert (question.margin.margin, question.margin.margin_type) == ("5", "percent")
    assert question.solutions[0].result == 3


def test_blanks_of_classic_quizzes_are_named_by_words() -> None:
    rows = "".join(
        choices({f"{name}1": f"{name} one", f"{name}2": f"{name} two"}, response=f"response_{name}")
        for name in ("color", "size")
    )
    right = scored("color2", response="response_color") + scored("size1", response="response_size")
    found = only(quiz(item("multiple_dropdowns_question", html("<p>[color], [size]</p>") + rows, right)))
    assert found.item is not None
    question = found.item.entry
    assert isinstance(question, RichFillBlankQuestion)
    assert [blank.shown for blank in question.blanks] == ["color two", "size one"]
    assert "[" not in question.body


def test_a_missing_key_is_told() -> None:
    found = only(quiz(CHOICE.replace("<varequal", "<other").replace("</varequal>", "</other>")))
    assert losses(found) == ["No right answer: the file has none."]
