"""What the checks say of essays and file uploads."""

import pytest

from app.checks.table import problems
from app.models.item import Item
from app.models.question import Question
from app.models.questions.essay import EssayQuestion
from app.models.questions.file_upload import FileUploadQuestion

ESSAY = EssayQuestion.new().replaced(item_body="<p>Why?</p>")
FILES = FileUploadQuestion.new().replaced(item_body="<p>Hand it in.</p>")


def rules(question: Question) -> set[str]:
    return {problem.rule for problem in problems(Item.of(question))}


@pytest.mark.parametrize("question", [ESSAY, FILES])
def test_without_limits_there_is_no_problem(question: Question) -> None:
    assert rules(question) == set()


def test_a_word_limit_needs_both_ends() -> None:
    limited = ESSAY.replaced(interaction_data=ESSAY.options.replaced(word_limit_enabled=True, word_limit_min="5"))
    assert rules(limited) == {"word-limit-missing"}


def test_a_word_limit_that_is_upside_down_is_told() -> None:
    assert rules(ESSAY.with_word_limit(True, least=9, most=3)) == {"word-limit-upside-down"}
    assert rules(ESSAY.with_word_limit(False, least=9, most=3)) == set()


def test_limits_on_files_need_a_number_and_a_type() -> None:
    assert rules(FILES.with_count(True, 0).with_types(True, ())) == {"no-file-count", "no-file-types"}


def test_what_is_no_ending_is_told() -> None:
    assert rules(FILES.with_types(True, (".pdf", "my file"))) == {"malformed-file-type"}
