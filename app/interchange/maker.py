"""Questions out of what files hold: every reader makes them here, so that the same thing comes in the same way.

Texts are HTML where nothing else is said. What a question of ours cannot hold is told beside it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from app.html.paragraphs import html_of
from app.message import Message, message
from app.models.item import Item
from app.models.question import Question, ScoringAlgorithm
from app.models.questions.blank import Blank
from app.models.questions.blank_body import place
from app.models.questions.categorization import CategorizationQuestion, Labelled
from app.models.questions.choice import ChoiceQuestion
from app.models.questions.choices import Choice
from app.models.questions.essay import EssayQuestion
from app.models.questions.matching import MatchingQuestion
from app.models.questions.multi_answer import MultiAnswerQuestion
from app.models.questions.numeric import NumericAnswer, NumericQuestion
from app.models.questions.ordering import OrderingQuestion
from app.models.questions.pair import Pair
from app.models.questions.rich_fill_blank import RichFillBlankQuestion
from app.models.questions.true_false import TrueFalseQuestion

Made = tuple[Question, tuple[Message, ...]]
"""A question, and what it lost."""


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer to choose: its HTML, its share of the points from -1 to 1, its feedback."""

    html: str
    share: float = 0
    feedback: str = ""

    @property
    def right(self) -> bool:
        """Whether it earns anything."""
        return self.share > 0


def choice(stem: str, answers: Sequence[Answer], *, shuffled: bool = False) -> Made:
    """Multiple choice: the best answer is the right one; where others earn something too, points vary by answer."""
    choices = tuple(Choice.new(answer.html) for answer in answers)
    question = ChoiceQuestion.new().replaced(item_body=stem).with_choices(choices)
    best = max(answers, key=lambda answer: answer.share, default=None)
    if best is not None and best.right:
        question = question.with_right(choices[answers.index(best)].id)
    for one, answer in zip(choices, answers, strict=True):
        if answer.feedback:
            question = question.with_answer_feedback(one.id, answer.feedback)
    lost = [message("Wrong answers that cost points: Canvas takes none off.")] if _punished(answers) else []
    if shuffled:
        question = question.with_shuffle(question.shuffle.with_shuffled(True))
    return question, tuple(lost)


def with_points_by_answer(question: ChoiceQuestion, answers: Sequence[Answer], points: float) -> ChoiceQuestion:
    """The choice question whose answers earn their share of `points` each."""
    question = question.with_varied_points(True, points)
    for one, answer in zip(question.choices, answers, strict=True):
        question = question.with_points_of(one.id, round(max(answer.share, 0) * points, 6))
    return question


def varies(answers: Sequence[Answer]) -> bool:
    """Whether some answer earns a part of what the best one earns."""
    return len({answer.share for answer in answers if answer.right}) > 1


def multi_answer(stem: str, answers: Sequence[Answer], *, partial: bool, shuffled: bool = False) -> Made:
    """Multiple answers; shares of the right ones are equal in Canvas."""
    choices = tuple(Choice.new(answer.html) for answer in answers)
    question = MultiAnswerQuestion.new().replaced(item_body=stem).with_choices(choices).with_partial_credit(partial)
    for one, answer in zip(choices, answers, strict=True):
        if answer.right:
            question = question.with_right(one.id, True)
    lost = []
    if varies(answers):
        lost.append(message("Right answers of different weight: Canvas counts them alike."))
    if _punished_otherwise(answers):
        lost.append(message("What wrong answers take off: in Canvas it is as much as a right one earns."))
    if any(answer.feedback for answer in answers):
        lost.append(message("Feedback of single answers: Canvas has none for multiple answers."))
    if shuffled:
        question = question.with_shuffle(question.shuffle.with_shuffled(True))
    return question, tuple(lost)


def true_false(stem: str, right: bool | None, labels: tuple[str, str] = ("True", "False")) -> TrueFalseQuestion:
    """True or false; None where the file has no key."""
    question = TrueFalseQuestion.new().replaced(item_body=stem).with_labels(*labels)
    return question if right is None else question.with_right(right)


def matching(
    stem: str, pairs: Sequence[tuple[str, str]], distractors: Sequence[str] = (), *, partial: bool = False
) -> MatchingQuestion:
    """Matching, texts plain."""
    rows = tuple(Pair.new().with_side("prompt", left).with_side("answer", right) for left, right in pairs)
    question = MatchingQuestion.new().replaced(item_body=stem).with_pairs(rows, tuple(distractors))
    return question.with_partial_credit(partial)


def categorization(stem: str, pairs: Sequence[tuple[str, str]]) -> CategorizationQuestion:
    """Answers with the name of their category, texts plain; an answer with "" belongs into none."""
    names = {name: Labelled.new(name) for _, name in pairs if name}
    question = CategorizationQuestion.new()
    for one in question.categories:
        question = question.without_category(one.id)
    question = question.replaced(item_body=stem).with_categories(tuple(names.values()))
    for name in ("", *names):
        answers = tuple(Labelled.new(text) for text, place in pairs if place == name)
        question = question.with_answers(names[name].id if name else None, answers)
    return question


def ordering(stem: str, rows: Sequence[str]) -> OrderingQuestion:
    """Rows in their right order."""
    return OrderingQuestion.new().replaced(item_body=stem).with_choices(tuple(Choice.new(row) for row in rows))


def numeric(stem: str, answers: Sequence[NumericAnswer]) -> NumericQuestion:
    """A number that one of the answers takes."""
    return NumericQuestion.new().replaced(item_body=stem).with_answers(tuple(answers))


def essay(stem: str, notes: str = "") -> EssayQuestion:
    """A text, with notes for whoever grades."""
    question = EssayQuestion.new().replaced(item_body=stem)
    return question.with_notes(notes) if notes else question


def accepted(texts: Sequence[str], *, contains: bool = False, exact: bool = False) -> Blank:
    """A blank that takes one of these plain texts in upper or lower case.

    `contains`: the first may stand anywhere in the answer; `exact`: it alone, sign by sign.
    """
    first = texts[0] if texts else ""
    blank = Blank.new(first)
    if contains:
        return blank
    if exact:
        return blank.scored(ScoringAlgorithm.TEXT_EQUIVALENCE)
    return replace(blank.scored(ScoringAlgorithm.TEXT_IN_CHOICES), accepted=tuple(texts))


def fill_blank(body: str, blanks: Mapping[str, Blank] | Sequence[Blank]) -> RichFillBlankQuestion:
    """Fill in the blank; `body` has a `blank_place` for each. Blanks without one are put behind the text."""
    rows = list(blanks.values()) if isinstance(blanks, Mapping) else list(blanks)
    missing = "".join(blank_place(blank) for blank in rows if f'"blank_{blank.id}"' not in body)
    return RichFillBlankQuestion.new().with_body(f"{body}<p>{missing}</p>" if missing else body, new=rows)


def blank_place(blank: Blank) -> str:
    """The HTML that stands where a blank is."""
    return place(blank.id)


def placeholder(kind: str, stem: str, source: str) -> Item:
    """A question of a kind that Quizwright does not know: shown, kept with its source, never sent."""
    entry = {"interaction_type_slug": kind, "item_body": stem, "title": "", "source": source}
    return Item.from_wire({"entry_type": "Item", "points_possible": 1, "entry": entry})


def plain(text: str) -> str:
    """Plain text as HTML: an empty line begins a paragraph."""
    return html_of([part for part in text.strip().split("\n\n") if part.strip()])


def _punished(answers: Sequence[Answer]) -> bool:
    return any(answer.share < 0 for answer in answers)


def _punished_otherwise(answers: Sequence[Answer]) -> bool:
    """Whether wrong answers take off something else than a right one earns."""
    earned = {answer.share for answer in answers if answer.right}
    taken = {-answer.share for answer in answers if answer.share < 0}
    return any(abs(one - other) > _ALIKE for one in taken for other in earned)


_ALIKE = 0.01
"""Shares are written with few digits."""
