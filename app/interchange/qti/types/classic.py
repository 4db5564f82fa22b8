"""Our types as Canvas Classic has them: cut down to what it knows, and written as New Quizzes' are."""

import re
from decimal import Decimal
from typing import Final

from app.interchange.maker import plain
from app.interchange.number import decimal_text
from app.interchange.qti.build import add
from app.interchange.qti.draft import Draft
from app.interchange.qti.material import add_html
from app.interchange.qti.profile import Writer
from app.interchange.qti.types import choice, formula, matching, multi_answer, numeric, true_false
from app.interchange.qti.types.choices import RESPONSE
from app.interchange.qti.types.classic_blanks import write_dropdowns, write_typed
from app.interchange.rich import words
from app.message import message
from app.models.entry import Stimulus
from app.models.question import Question
from app.models.questions.categorization import CategorizationQuestion
from app.models.questions.choice import ChoiceQuestion
from app.models.questions.choices import ShuffleRules
from app.models.questions.essay import EssayInteraction, EssayQuestion
from app.models.questions.file_upload import FileUploadQuestion
from app.models.questions.formula import FormulaQuestion
from app.models.questions.matching import MatchingQuestion
from app.models.questions.multi_answer import MultiAnswerQuestion
from app.models.questions.numeric import MarginAnswer, MarginType, NumericAnswer, NumericQuestion, PreciseAnswer
from app.models.questions.ordering import OrderingQuestion
from app.models.questions.pair import Pair
from app.models.questions.rich_fill_blank import RichFillBlankQuestion
from app.models.questions.true_false import TrueFalseQuestion

_SHUFFLED: Final = message("Shuffling of its answers: Classic shuffles those of the whole quiz, or none.")
_HUNDRED: Final = Decimal(100)


def _choice(question: ChoiceQuestion, draft: Draft) -> None:
    if question.varies_points:
        draft.lost.append(message("Points by answer: the right one earns all."))
    if question.shuffle.shuffled:
        draft.lost.append(_SHUFFLED)
    choice.write(question.with_varied_points(False, 0).with_shuffle(ShuffleRules()), draft)


def _multi_answer(question: MultiAnswerQuestion, draft: Draft) -> None:
    if not question.gives_partial_credit:
        draft.lost.append(message("All or nothing: Classic gives a part of the points for a part of the answers."))
    if question.shuffle.shuffled:
        draft.lost.append(_SHUFFLED)
    multi_answer.write(question.with_shuffle(ShuffleRules()), draft)


def _matching(question: MatchingQuestion, draft: Draft) -> None:
    if not question.gives_partial_credit:
        draft.lost.append(message("All or nothing: Classic gives a part of the points for each pair."))
    matching.write(question, draft)


def _categorization(question: CategorizationQuestion, draft: Draft) -> None:
    """Each answer with its category, as a matching question."""
    draft.lost.append(message("Its type: it is a matching question there, each answer with its category."))
    if question.distractors:
        draft.lost.append(message("Answers that belong into no category."))
    names = {category.id: category.item_body or "" for category in question.categories}
    pairs = [Pair(one.id, one.item_body or "", names[key]) for key in names for one in question.answers_of(key)]
    empty = [name for key, name in names.items() if not question.answers_of(key)]
    if not pairs:
        draft.lost.append(message("Its categories: no answer belongs into one."))
    _write_pairs(question, pairs, empty, draft)


def _ordering(question: OrderingQuestion, draft: Draft) -> None:
    """Each place with its row, as a matching question: Canvas itself turns ordering into that."""
    draft.lost.append(message("Its type: it is a matching question there, each place with its row."))
    rows = [(one.id, words(one.item_body or "")) for one in question.choices]
    if any(plain(text) != (one.item_body or "") for one, (_, text) in zip(question.choices, rows, strict=True)):
        draft.lost.append(message("Formatting and pictures of the rows."))
    if question.labels.include_labels and (question.labels.top_label or question.labels.bottom_label):
        draft.lost.append(message("The words above and below the rows."))
    _write_pairs(question, [Pair(key, str(n), text) for n, (key, text) in enumerate(rows, start=1)], [], draft)


def _write_pairs(question: Question, pairs: list[Pair], distractors: list[str], draft: Draft) -> None:
    made = MatchingQuestion.new().replaced(item_body=question.item_body).with_pairs(tuple(pairs), tuple(distractors))
    matching.write(made, draft)


def _numeric(question: NumericQuestion, draft: Draft) -> None:
    numeric.write_bounds(question.with_answers(tuple(_bounded(one, draft) for one in question.answers)), draft)


def _bounded(answer: NumericAnswer, draft: Draft) -> NumericAnswer:
    """The answer with a margin in units."""
    if isinstance(answer, PreciseAnswer):
        draft.lost.append(message("The precision of a number: its bounds are written."))
    if not isinstance(answer, MarginAnswer) or answer.margin_type != MarginType.PERCENT:
        return answer
    draft.lost.append(message("A margin in per cent: it is written in units."))
    if answer.target is None or answer.tolerance is None:
        return answer
    margin = abs(answer.target) * answer.tolerance / _HUNDRED
    return answer.replaced(margin=decimal_text(margin), margin_type=MarginType.ABSOLUTE)


def _formula(question: FormulaQuestion, draft: Draft) -> None:
    """Variables stand in brackets."""
    names = {one.name for one in question.variables}
    stem = re.sub(
        "`([^`]*)`", lambda found: f"[{found[1]}]" if found[1] in names else found[0], question.item_body or ""
    )
    if "`" in stem:
        draft.lost.append(message("A name in backticks that is none of its variables."))
    formula.write(question.replaced(item_body=stem), draft)


def _blanks(question: RichFillBlankQuestion, draft: Draft) -> None:
    """Lists to choose from where all blanks are such, else words to type."""
    kinds = {str(blank.answer_type) for blank in question.blanks}
    if kinds and kinds <= {"dropdown", "wordbank"}:
        draft.rename("multiple_dropdowns_question")
        write_dropdowns(question, draft)
    else:
        write_typed(question, draft)


def _essay(question: EssayQuestion, draft: Draft) -> None:
    draft.stem(question.item_body)
    row = add(draft.presentation, "response_str", ident=RESPONSE, rcardinality="Single")
    add(add(row, "render_fib"), "response_label", ident="answer1", rshuffle="No")
    add(draft.condition(), "other")
    if question.notes:
        draft.lost.append(message("Notes for whoever grades."))
    if question.options != (EssayQuestion.new().interaction_data or EssayInteraction()):
        draft.lost.append(message("What students write with, and how much."))


def _upload(question: FileUploadQuestion, draft: Draft) -> None:
    draft.stem(question.item_body)
    if question.restricts_types or question.restricts_count:
        draft.lost.append(message("How many files are taken, and of what kind."))


def write_stimulus(stimulus: Stimulus, draft: Draft) -> None:
    """A text between the questions."""
    add_html(draft.presentation, draft.html(stimulus.body))
    if stimulus.instructions or stimulus.source_url:
        draft.lost.append(message("Its instructions and its source."))


CLASSIC_WRITERS: Final[dict[type[Question], Writer]] = {
    ChoiceQuestion: ("multiple_choice_question", _choice),
    MultiAnswerQuestion: ("multiple_answers_question", _multi_answer),
    TrueFalseQuestion: ("true_false_question", true_false.write),
    MatchingQuestion: ("matching_question", _matching),
    CategorizationQuestion: ("matching_question", _categorization),
    OrderingQuestion: ("matching_question", _ordering),
    RichFillBlankQuestion: ("fill_in_multiple_blanks_question", _blanks),
    NumericQuestion: ("numerical_question", _numeric),
    FormulaQuestion: ("calculated_question", _formula),
    EssayQuestion: ("essay_question", _essay),
    FileUploadQuestion: ("file_upload_question", _upload),
}
"""Our type → `question_type` and its writer; hot spots are not there."""
