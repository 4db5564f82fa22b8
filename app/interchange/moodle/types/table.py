"""Moodle's names of the types that Quizwright has, and who reads and writes them."""

from collections.abc import Callable
from typing import Any, Final

from app.interchange.moodle.draft import Draft
from app.interchange.moodle.entry import Entry, Read
from app.interchange.moodle.types import blanks, choices, cloze, essay, formula, numeric, ordering, pairs
from app.models.item import Item
from app.models.question import Question
from app.models.questions.categorization import CategorizationQuestion
from app.models.questions.choice import ChoiceQuestion
from app.models.questions.essay import EssayQuestion
from app.models.questions.file_upload import FileUploadQuestion
from app.models.questions.formula import FormulaQuestion
from app.models.questions.matching import MatchingQuestion
from app.models.questions.multi_answer import MultiAnswerQuestion
from app.models.questions.numeric import NumericQuestion
from app.models.questions.ordering import OrderingQuestion
from app.models.questions.rich_fill_blank import RichFillBlankQuestion
from app.models.questions.true_false import TrueFalseQuestion

Reader = Callable[[Entry, float], Read]
Writer = Callable[[Any, Draft, Item], None]

READERS: Final[dict[str, Reader]] = {
    "multichoice": choices.read_choices,
    "truefalse": choices.read_true_false,
    "shortanswer": blanks.read_short,
    "matching": pairs.read,
    "ddmatch": pairs.read,
    "numerical": numeric.read,
    "essay": essay.read,
    "cloze": cloze.read,
    "multianswer": cloze.read,
    "ordering": ordering.read,
    "ddwtos": blanks.read_bank,
    "gapselect": blanks.read_lists,
    "calculated": formula.read,
    "calculatedsimple": formula.read,
}
WRITERS: Final[dict[type[Question], tuple[str, Writer]]] = {
    ChoiceQuestion: ("multichoice", choices.write_choice),
    MultiAnswerQuestion: ("multichoice", choices.write_multi_answer),
    TrueFalseQuestion: ("truefalse", choices.write_true_false),
    MatchingQuestion: ("matching", pairs.write),
    CategorizationQuestion: ("matching", pairs.write_categories),
    OrderingQuestion: ("ordering", ordering.write),
    NumericQuestion: ("numerical", numeric.write),
    EssayQuestion: ("essay", essay.write),
    FileUploadQuestion: ("essay", essay.write_upload),
    FormulaQuestion: ("calculated", formula.write),
    RichFillBlankQuestion: ("cloze", cloze.write),
}
