"""Reading the plain text of text2qti. Code in it is never run."""

import re
from dataclasses import dataclass, field

from app.interchange.maker import Answer, accepted, choice, essay, fill_blank, multi_answer, numeric, true_false
from app.interchange.material import Found, Material, each_once
from app.interchange.number import plain_number
from app.interchange.pictures import Pictures
from app.interchange.rich import cleaned, rich
from app.interchange.source import Source
from app.interchange.text2qti.block import Block, Part, parts
from app.interchange.text2qti.markdown import html_of
from app.message import Message, message
from app.models.item import Item
from app.models.number import decimal_of
from app.models.question import Question
from app.models.questions.file_upload import FileUploadQuestion
from app.models.questions.numeric import ExactAnswer, MarginAnswer, MarginType, NumericAnswer, RangeAnswer
from app.models.quiz import NewQuiz

_SIGNS = re.compile(r"(?:quiz title:.*|\[[* ]?\] .*|= +[-\d\[].*|\^{3,}\s*|_{3,}\s*|GROUP\s*|\.\.\. .*)", re.IGNORECASE)
_OPTION = re.compile(r"^\*?[a-zA-Z]\)[ \t]+\S", re.MULTILINE)
_WORDS = re.compile(r"^\d+\.[ \t]+\S.*\n\*[ \t]{2,}\S", re.MULTILINE)
"""A word to type, right below its question."""
_QUESTION = re.compile(r"^\d+\.[ \t]", re.MULTILINE)
_RANGE = re.compile(r"\[\s*([^,\]]+?)\s*,\s*([^,\]]+?)\s*\]")
_MARGIN = re.compile(r"(.+?)\s*\+-\s*(.+?)\s*(%?)")
_TRUTH = {"true": True, "false": False}
_ANSWERS = ("right", "choice", "ticked", "box", "number", "word", "essay", "upload")
Read = tuple[Question, list[Message]]


class Unreadable(Exception):
    """Why a question is refused."""

    def __init__(self, why: Message) -> None:
        super().__init__(str(why))
        self.why = why


def fits(source: Source) -> bool:
    """Whether there is a question, and a line that only text2qti has."""
    head = source.text[:20_000]
    if _QUESTION.search(head) is None:
        return False
    if any(_SIGNS.fullmatch(line) for line in head.split("\n")) or _WORDS.search(head) is not None:
        return True
    return source.ending == ".md" and _OPTION.search(head) is not None


@dataclass
class _Gathered:
    """What was read so far."""

    title: str = ""
    description: str = ""
    blocks: list[Block] = field(default_factory=list)
    lost: list[Message] = field(default_factory=list)
    groups: int = 0
    group: int | None = None
    each: str = ""
    waiting: dict[str, str] = field(default_factory=dict)

    def take(self, part: Part) -> None:
        """Put a part where it belongs."""
        match part.kind:
            case "question" | "text":
                title = self.waiting.pop("title", "") or self.waiting.pop("text title", "")
                points = self.waiting.pop("points", "") or (self.each if self.group is not None else "")
                self.blocks.append(Block(part, title, points, self.group))
                self.waiting.clear()
            case "title" | "points" | "text title":
                self.waiting[part.kind] = part.text
            case "quiz title":
                self.title = part.text
            case "description":
                self.description = part.text
            case "group":
                self.groups += 1
                self.group, self.each = self.groups, ""
                told = message(
                    "Group {number}: its questions are all there, tagged, and none is drawn.", number=self.groups
                )
                self.lost.append(told)
            case "end group":
                self.group = None
            case "each":
                self.each = part.text
            case "option":
                self.lost.append(message('"{text}": a setting of the quiz.', text=part.text[:60]))
            case "code":
                self.lost.append(message("Line {line}: a block of code, which is not run.", line=part.line))
            case "pick":
                pass
            case _ if self.blocks and part.kind != "stray":
                self.blocks[-1].parts.append(part)
            case _:
                told = message('Line {line} belongs to no question: "{text}"', line=part.line, text=part.text[:60])
                self.lost.append(told)


def read(source: Source) -> tuple[Material, ...]:
    """One quiz; groups are tags."""
    gathered = _Gathered()
    for part in parts(source.text):
        gathered.take(part)
    pictures = Pictures()
    found = []
    for done, block in enumerate(gathered.blocks, start=1):
        source.step(done, len(gathered.blocks))
        found.append(_found(block, pictures))
    title = " ".join(gathered.title.split()) or source.title
    fields = NewQuiz()
    if gathered.description:
        html, gone = rich(html_of(gathered.description), pictures)
        fields = fields.replaced(instructions=html)
        gathered.lost += gone
    return (Material(title, tuple(found), fields, media=pictures.media, lost=each_once(gathered.lost)),)


def _found(block: Block, pictures: Pictures) -> Found:
    where = f"line {block.head.line}"
    stem = html_of(block.head.text)
    if block.head.kind == "text":
        return _stimulus(block, where, stem, pictures)
    try:
        question, lost = _question(block, stem)
    except Unreadable as error:
        shown = message('{why} It begins with "{text}".', why=error.why, text=" ".join(block.head.text.split())[:60])
        source = "\n".join(part.text for part in (block.head, *block.parts))
        return Found(where, None, refused=shown, source=source)
    question, gone = cleaned(_with_feedback(block, question), pictures)
    if block.title:
        question = question.replaced(title=" ".join(block.title.split()))
    points, more = _points(block)
    if any(part.kind == "solution" for part in block.parts):
        more.append(message("Its solution: Canvas has none."))
    return Found(where, _tagged(Item.of(question, points=points), block), each_once([*lost, *gone, *more]))


def _stimulus(block: Block, where: str, stem: str, pictures: Pictures) -> Found:
    body, gone = rich(stem, pictures)
    kept = message("A text without a question: it is kept here, but Canvas's API takes none.")
    raw = {"entry_type": "Stimulus", "points_possible": 0, "entry": {"title": block.title, "body": body}}
    return Found(where, _tagged(Item.from_wire(raw), block), (*gone, kept))


def _tagged(item: Item, block: Block) -> Item:
    if block.group is None:
        return item
    return item.with_local(item.local.replaced(tags=(f"Group {block.group}",)))


def _points(block: Block) -> tuple[float, list[Message]]:
    if not block.points:
        return 1, []
    value = decimal_of(block.points)
    if value is None or not 0 <= value <= 10**9:
        return 1, [message("Its points: the file does not say them, and 1 is taken.")]
    return plain_number(value), []


def _question(block: Block, stem: str) -> Read:
    answers = [part for part in block.parts if part.kind in _ANSWERS]
    if not answers:
        raise Unreadable(message("It has no answers."))
    kinds = {part.kind for part in answers}
    if kinds <= {"right", "choice"}:
        return _choice(block, stem)
    if kinds <= {"ticked", "box"}:
        made, lost = multi_answer(stem, _rows(block, "ticked"), partial=True)
        none = [] if "ticked" in kinds else [message("No right answer: the file has none.")]
        return made, [*lost, *none]
    if kinds == {"number"}:
        return _numeric(answers, stem)
    if kinds == {"word"}:
        return fill_blank(stem, [accepted([part.text for part in answers])]), []
    if kinds == {"essay"}:
        return essay(stem), []
    if kinds == {"upload"}:
        return FileUploadQuestion.new().replaced(item_body=stem), []
    raise Unreadable(message("Its answers are of different kinds."))


def _rows(block: Block, right: str) -> list[Answer]:
    """The answers with the feedback that stands below each."""
    rows: list[Answer] = []
    for part in block.parts:
        if part.kind in _ANSWERS:
            rows.append(Answer(html_of(part.text), float(part.kind == right)))
        elif part.kind == "feedback" and rows:
            rows[-1] = Answer(rows[-1].html, rows[-1].share, html_of(part.text))
    return rows


def _choice(block: Block, stem: str) -> Read:
    answers = [part for part in block.parts if part.kind in ("right", "choice")]
    rights = sum(part.kind == "right" for part in answers)
    if rights != 1:
        raise Unreadable(message("It has no right answer.") if not rights else message("It has several right answers."))
    words = [part.text.strip().lower() for part in answers]
    if sorted(words) == ["false", "true"]:
        right = next(part for part in answers if part.kind == "right").text.strip().lower()
        lost = [message("Feedback of single answers.")] if any(row.feedback for row in _rows(block, "right")) else []
        return true_false(stem, _TRUTH[right]), lost
    made, more = choice(stem, _rows(block, "right"))
    return made, list(more)


def _numeric(answers: list[Part], stem: str) -> Read:
    lost = [message("Numbers after the first one.")] if len(answers) > 1 else []
    return numeric(stem, [_number(answers[0].text.strip())]), lost


def _number(text: str) -> NumericAnswer:
    found = _RANGE.fullmatch(text)
    if found is not None:
        return RangeAnswer.new(_digits(found[1]), _digits(found[2]))
    found = _MARGIN.fullmatch(text)
    if found is None:
        return ExactAnswer.new(_digits(text))
    value, margin = _digits(found[1]), _digits(found[2])
    if not decimal_of(margin):
        return ExactAnswer.new(value)
    return MarginAnswer.new(value, margin, MarginType.PERCENT if found[3] else MarginType.ABSOLUTE)


def _digits(text: str) -> str:
    digits = text.replace("_", "").strip()
    if decimal_of(digits) is None:
        raise Unreadable(message('"{text}" is no number.', text=text.strip()[:30]))
    return digits


def _with_feedback(block: Block, question: Question) -> Question:
    """Feedback before the first answer belongs to the question."""
    for part in block.parts:
        if part.kind in ("correct", "incorrect"):
            question = question.with_feedback(part.kind, html_of(part.text))
        if part.kind in _ANSWERS:
            break
        if part.kind == "feedback":
            question = question.with_feedback("neutral", html_of(part.text))
    return question
