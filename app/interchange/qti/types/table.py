"""From the kinds of questions in files to what reads them, and from our types to what writes them."""

from collections.abc import Callable
from typing import Any, Final

from app.interchange.qti.draft import Draft
from app.interchange.qti.item import QtiItem, Read
from app.interchange.qti.types import (
    blanks,
    categorization,
    choice,
    essay,
    file_upload,
    formula,
    hot_spot,
    matching,
    multi_answer,
    named_blanks,
    numeric,
    ordering,
    true_false,
)
from app.models.question import Question
from app.models.questions.categorization import CategorizationQuestion
from app.models.questions.choice import ChoiceQuestion
from app.models.questions.essay import EssayQuestion
from app.models.questions.file_upload import FileUploadQuestion
from app.models.questions.formula import FormulaQuestion
from app.models.questions.hot_spot import HotSpotQuestion
from app.models.questions.matching import MatchingQuestion
from app.models.questions.multi_answer import MultiAnswerQuestion
from app.models.questions.numeric import NumericQuestion
from app.models.questions.ordering import OrderingQuestion
from app.models.questions.rich_fill_blank import RichFillBlankQuestion
from app.models.questions.true_false import TrueFalseQuestion

READERS: Final[dict[str, Callable[[QtiItem], Read]]] = {
    "multiple_choice_question": choice.read,
    "multiple_answers_question": multi_answer.read,
    "true_false_question": true_false.read,
    "matching_question": matching.read,
    "categorization_question": categorization.read,
    "ordering_question": ordering.read,
    "fill_in_multiple_blanks_question": blanks.read,
    "multiple_dropdowns_question": named_blanks.read_lists,
    "short_answer_question": named_blanks.read_single,
    "numerical_question": numeric.read,
    "calculated_question": formula.read,
    "simple_calculated_question": formula.read,
    "essay_question": essay.read,
    "file_upload_question": file_upload.read,
    "hot_spot_question": hot_spot.read,
    "cc.multiple_choice.v0p1": choice.read,
    "cc.multiple_response.v0p1": multi_answer.read,
    "cc.true_false.v0p1": true_false.read,
    "cc.essay.v0p1": essay.read,
    "cc.fib.v0p1": named_blanks.read_single,
    "cc.pattern_match.v0p1": named_blanks.read_single,
}
"""`question_type` of Canvas, or the profile of Common Cartridge → its reader."""

WRITERS: Final[dict[type[Question], tuple[str, Callable[[Any, Draft], None]]]] = {
    ChoiceQuestion: ("multiple_choice_question", choice.write),
    MultiAnswerQuestion: ("multiple_answers_question", multi_answer.write),
    TrueFalseQuestion: ("true_false_question", true_false.write),
    MatchingQuestion: ("matching_question", matching.write),
    CategorizationQuestion: ("categorization_question", categorization.write),
    OrderingQuestion: ("ordering_question", ordering.write),
    RichFillBlankQuestion: ("fill_in_multiple_blanks_question", blanks.write),
    NumericQuestion: ("numerical_question", numeric.write),
    FormulaQuestion: ("calculated_question", formula.write),
    EssayQuestion: ("essay_question", essay.write),
    FileUploadQuestion: ("file_upload_question", file_upload.write),
    HotSpotQuestion: ("hot_spot_question", hot_spot.write),
}
"""Our type → `question_type` and its writer."""

TEXT_ONLY: Final = "text_only_question"
