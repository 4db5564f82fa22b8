"""The sample quiz, which an instructor sees first: complete, without a problem, and fit for Canvas as it is."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest
from draw_sample import sample_quiz
from PySide6.QtWidgets import QApplication

from app.checks.quiz import quiz_problems
from app.checks.table import problems
from app.library.library import Library
from app.library.native_file import NativeQuiz, native_bytes, read_native
from app.models.item import Item
from app.models.table import CREATABLE
from app.paths import resources
from app.sandbox.server import SandboxServer
from app.session.brought import CoursePlace
from app.session.course_session import CourseSession
from app.session.tasks import Tasks
from app.session.workspace import Workspace
from tests.support.coroutine import run_in_loop, until
from tests.support.signed_in import said, signed_in

FILE = resources() / "sample.quizwright"
_PICTURE = re.compile(r"media:[0-9a-f]{64}|http://127\.0\.0\.1:[^\\\"' ]*")


@pytest.fixture(scope="module")
def sample() -> NativeQuiz:
    return read_native(FILE)


def test_it_has_two_questions_of_each_type_and_no_problem(sample: NativeQuiz) -> None:
    items = sample.quiz.items
    assert Counter(item.summary.type for item in items) == dict.fromkeys(CREATABLE, 2)
    assert [one for item in items for one in problems(item)] == []
    assert list(quiz_problems(sample.quiz)) == []


OPTIONS = (
    *('"to_lock": [3], "shuffled": true', '"vary_points_by_answer": true', '"answer_feedback": {"', '"PartialScore"'),
    *('"AllOrNothing"', '"true_choice": "Yes"', '"PartialDeep"', '"distractors": ["moves the cell"]'),
    *('"top_label": "first"', '"display_answers_paragraph": true', '"TextContainsAnswer"', '"TextCloseEnough"'),
    *('"ignore_case": true, "edit_distance": 2', '"TextEquivalence"', '"TextInChoices"', '"TextRegex"', '"dropdown"'),
    *('"wordbank"', '"reuse_word_bank_choices": true', '"choices": {"shuffled": true}', '"exactResponse"', "*10^"),
    *('"margin_type": "absolute"', '"margin_type": "percent"', '"withinARange"', '"precision_type": "decimals"'),
    *('"significantDigits"', '"round(n*2^(12/d))"', '"precision": 1', '"rce": false', '"word_count": true'),
    *('"spell_check": true', '"word_limit_enabled": true', '"restrict_count": true', '"restrict_types": true'),
    *('"type": "oval"', '"type": "square"', '"type": "polygon"', '"hotspots_count": 2', '"calculator_type": "basic"'),
    *('"calculator_type": "scientific"', '"neutral": "<', '"correct": "<', '"incorrect": "<', '"title": "Place'),
    *("<table", "<a href", "<img src", 'alt=\\"A plant cell', "data-equation-content", "<li>", "<sub>", "<em>"),
)
"""What the wire holds where an option of an editor is used."""


@pytest.mark.parametrize("words", OPTIONS)
def test_it_uses_every_option_once(sample: NativeQuiz, words: str) -> None:
    assert words in json.dumps([item.entry.wire() for item in sample.quiz.items], ensure_ascii=False)


def test_the_file_is_what_its_code_makes(sample: NativeQuiz) -> None:
    [cell] = re.findall(r"media:[0-9a-f]{64}", json.dumps(sample.quiz.items[1].wire()))
    [leaf] = re.findall(r"media:[0-9a-f]{64}", json.dumps(sample.quiz.items[2].wire()))
    made = native_bytes(sample_quiz(cell, leaf), sample.media.__getitem__)
    assert made == FILE.read_bytes()


def test_it_goes_to_canvas_as_it_is_and_comes_back_the_same(
    sandbox: SandboxServer, tmp_path: Path, qapp: QApplication, sample: NativeQuiz
) -> None:
    async def scenario(_tasks: Tasks) -> None:
        first, second = (Workspace(Library.open(tmp_path / name)) for name in ("first", "second"))
        ids: list[str] = []
        first.import_native(FILE, ids.append)
        await until(lambda: bool(ids))
        session, account = await signed_in(first, sandbox)
        outcome = await session.run(await session.link(ids[0], account, sandbox.course_id))
        assert (outcome.conflicts, outcome.held) == ([], [])
        session, account = await signed_in(second, sandbox)
        await CourseSession(second, session).bring(CoursePlace(account, sandbox.course_id))
        found = next(row.id for row in second.rows() if row.title == sample.quiz.title)
        for came, sent in zip(second.open(found).quiz.items, sample.quiz.items, strict=True):
            assert seen(came) == seen(sent)
        first.close()
        second.close()

    run_in_loop(qapp, scenario)


def seen(item: Item) -> object:
    """What a question says, wherever its pictures are."""
    return json.loads(_PICTURE.sub("picture", json.dumps(said(item))))
