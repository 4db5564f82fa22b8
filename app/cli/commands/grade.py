"""What responses earn: a JSON map from the ids of items to answers, graded as Canvas would.

An answer is: of a multiple choice the id of a choice; of multiple answers and ordering a list of ids; of true/false
true or false; of matching {prompt id: answer text}; of categorization {category id: [answer ids]}; of blanks {blank
id: text or id of a choice}; of a number its text; of a formula {"solution": place from 0, "answer": text}; of a hot
spot {"x", "y"} in parts of the picture, or a list of such clicks. Essays and files wait for a person: their points
are null. Exit code 1 where an answer has another form than its question asks for; it earns nothing.
"""

from argparse import ArgumentParser
from collections.abc import Mapping

from app.cli.argument import add_quiz
from app.cli.call import Call
from app.cli.exit_code import ExitCode, wrong_use
from app.cli.json_file import name_of, read_json
from app.cli.printer import number, table
from app.grading.response import UnfitResponse
from app.grading.score import Part, Rule, Score
from app.grading.table import grade, is_graded
from app.message import message
from app.models.item import Item
from app.models.quiz import Quiz


def add_arguments(parser: ArgumentParser) -> None:
    """The quiz, and the file."""
    add_quiz(parser)
    parser.add_argument("responses", metavar="RESPONSES", help='a JSON file {"ITEM_ID": ANSWER}; "-" reads stdin')


def run(call: Call) -> ExitCode:
    """Print the mark of every question."""
    with call.library(writing=False) as library:
        quiz = library.open_quiz(library.find_quiz(call.options.quiz)).quiz
    given, marks, is_fit = _responses(call.options.responses, quiz), [], True
    for item in quiz.items:
        if is_graded(item):
            try:
                marks.append((item, grade(item, given.get(item.id))))
            except UnfitResponse as error:
                marks.append((item, _unread(item, error)))
                is_fit = False
    score = sum(mark.points or 0 for _, mark in marks)
    possible = sum(mark.possible for _, mark in marks)
    rows = [_row(item, mark) for item, mark in marks]
    lines = [*table([_line(item, mark) for item, mark in marks]), f"{number(score)} of {number(possible)} points."]
    call.printer.result({"score": score, "possible": possible, "items": rows}, lines)
    return ExitCode.DONE if is_fit else ExitCode.PROBLEMS


def _responses(text: str, quiz: Quiz) -> Mapping[str, object]:
    document, name = read_json(text), name_of(text)
    if not isinstance(document, dict):
        hint = message('It has this form: {{"ID OF AN ITEM": ANSWER}}')
        raise wrong_use(message("{name}: this is no map of responses.", name=name), hint)
    unknown = next((key for key in document if key not in quiz.places), None)
    if unknown is not None:
        words = message('{name}: the quiz has no item "{id}".', name=name, id=unknown)
        raise wrong_use(words, message("The command show tells the ids of the items."))
    return document


def _unread(item: Item, error: UnfitResponse) -> Score:
    words = error.message
    return Score(0, item.points or 0, False, Rule(words, "command line"), (Part("", False, words),))


def _row(item: Item, mark: Score) -> dict[str, object]:
    return {
        "item": item.id,
        "points": mark.points,
        "possible": mark.possible,
        "correct": mark.right,
        "detail": _detail(mark),
    }


def _detail(mark: Score) -> str:
    """The parts in words, then the rule, and what of it no document says."""
    said = [*(part.words for part in mark.parts), mark.rule.words]
    if mark.rule.assumes is not None:
        said.append(message("Indicative: {assumed}", assumed=mark.rule.assumes))
    return " ".join(dict.fromkeys(str(words) for words in said))


def _line(item: Item, mark: Score) -> tuple[str, str, str]:
    points = "waits" if mark.points is None else number(mark.points)
    return item.id[:8], f"{points} / {number(mark.possible)}", _detail(mark)
