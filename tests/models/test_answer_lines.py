"""The answers of a question as lines that a person reads."""

from hypothesis import given

from app.html.text import plain_text
from app.models.answers.line import AnswerLine, Mark
from app.models.answers.table import MODULES, answer_lines
from app.models.question import Question, ScoringAlgorithm
from app.models.questions.blank import Blank
from app.models.questions.categorization import CategorizationQuestion
from app.models.questions.choice import ChoiceQuestion
from app.models.questions.matching import MatchingQuestion
from app.models.questions.numeric import ExactAnswer, MarginAnswer, NumericQuestion, RangeAnswer
from app.models.questions.pair import Pair
from app.models.questions.rich_fill_blank import RichFillBlankQuestion
from app.models.questions.true_false import TrueFalseQuestion
from app.models.table import QUESTIONS
from tests.support.strategies.questions import questions


def read(line: AnswerLine) -> str:
    mark = {Mark.RIGHT: "+ ", Mark.WRONG: "- ", Mark.NONE: ""}[line.mark]
    note = f"{line.note} " if line.note is not None else ""
    return f"{'  ' * line.level}{mark}{note}{plain_text(line.html)}".rstrip()


def told(question: Question) -> list[str]:
    return [read(line) for line in answer_lines(question)]


def test_every_type_has_its_lines() -> None:
    assert MODULES.keys() == QUESTIONS.keys()


@given(questions())
def test_any_question_can_be_told(question: Question) -> None:
    told(question)


def test_a_choice_tells_which_is_right_and_its_feedback() -> None:
    raw = [{"id": "1", "item_body": "<p>root</p>"}, {"id": "2", "item_body": "<p>leaf</p>"}]
    question = ChoiceQuestion.new().replaced(interaction_data={"choices": raw}).with_right("2")
    question = question.with_answer_feedback("1", "<p>No</p>").with_shuffle(question.shuffle.with_shuffled(True))
    assert told(question) == ["- root", "  Feedback: No", "+ leaf", "Shuffled for each student"]
    varied = question.with_varied_points(True, 2)
    assert told(varied)[2] == "+ 2 points: leaf"


def test_a_statement_tells_what_is_right() -> None:
    assert told(TrueFalseQuestion.new().with_right(False)) == ["- True", "+ False"]


def test_pairs_and_categories_tell_what_belongs_together() -> None:
    pairs = MatchingQuestion.new().with_pairs((Pair("a", "H & O", "water"),), ("salt",))
    assert told(pairs) == ["+ H & O – water", "- Belongs to none: salt", "All or nothing"]
    categories = CategorizationQuestion.new()
    first = categories.categories[0]
    named = categories.with_categories((first.replaced(item_body="Plants"),))
    filled = named.with_answers(first.id, (named.answers_of(first.id)[0].replaced(item_body="fern"),))
    assert told(filled)[:2] == ["Category: Plants", "  + fern"]


def test_a_blank_tells_how_its_answers_are_taken() -> None:
    blank = Blank("b", algorithm=ScoringAlgorithm.TEXT_CLOSE_ENOUGH, accepted=("leaf",), edit_distance=2)
    question = RichFillBlankQuestion.new().with_body('<p>A <span id="blank_b"></span></p>', (blank,))
    assert told(question) == ["Blank 1, close enough: 2 letters may differ", "  + leaf"]


def test_numbers_are_told_in_words() -> None:
    answers = (ExactAnswer.new("5"), MarginAnswer.new("5", "0.1"), RangeAnswer.new("1", "2"))
    assert told(NumericQuestion.new().with_answers(answers)) == ["+ exactly 5", "+ 5 ± 0.1", "+ from 1 to 2"]
