"""A question of each type, written by a person who uses every option of its editor."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox

from app.ui.editors.categorization import CategorizationEditor
from app.ui.editors.choice import ChoiceEditor
from app.ui.editors.choices import ChoicesEditor
from app.ui.editors.essay import EssayEditor
from app.ui.editors.file_upload import FileUploadEditor
from app.ui.editors.formula import FormulaEditor
from app.ui.editors.matching import MatchingEditor
from app.ui.editors.multi_answer import MultiAnswerEditor
from app.ui.editors.numeric import NumericEditor
from app.ui.editors.ordering import OrderingEditor
from app.ui.editors.question import QuestionEditor
from app.ui.editors.true_false import TrueFalseEditor
from app.ui.fields.numeric_row import NumericRow
from app.ui.fields.row_list import RowList
from tests.support.clipboard import on_clipboard
from tests.support.person import CONTROL, Person

ALT: Final = Qt.KeyboardModifier.AltModifier
ENTER: Final = Qt.Key.Key_Return


def write_common(person: Person, editor: QuestionEditor) -> None:
    """What every type has: a formatted text, points, calculator, label and three kinds of feedback."""
    person.click(editor.text.edit.viewport())
    person.press(Qt.Key.Key_End, CONTROL)
    person.press(Qt.Key.Key_B, CONTROL)
    person.type(" truly")
    person.write(editor.header.points, "2,5")
    person.choose(editor.header.calculator, "scientific")
    person.write(editor.header.label, "Week 3")
    person.unfold(editor.feedback_section)
    for kind, field in editor.feedback.fields.items():
        person.write(field, f"{kind} & so on")


def write_lines(person: Person, texts: tuple[str, ...]) -> None:
    """Type the rows of a list from where the cursor is, Enter after each but the last."""
    for place, text in enumerate(texts):
        if place:
            person.press(ENTER)
        person.type(text)


def write_choice(person: Person, editor: QuestionEditor) -> None:
    """Shuffled with a lock, points and feedback by answer."""
    assert isinstance(editor, ChoiceEditor)
    _write_answers(person, editor)
    person.press(ENTER, CONTROL)
    _shuffle(person, editor, editor.options.shuffle)
    person.click(editor.options.vary)
    person.write(editor.rows.rows[0].points, "1.25")
    person.click(editor.rows.rows[0].feedback_button)
    person.type("Not quite")


def write_multi_answer(person: Person, editor: QuestionEditor) -> None:
    """Two right answers, shuffled with a lock, partial credit."""
    assert isinstance(editor, MultiAnswerEditor)
    _write_answers(person, editor)
    person.press(ENTER, CONTROL)
    person.press(Qt.Key.Key_Up)
    person.press(ENTER, CONTROL)
    _shuffle(person, editor, editor.options.shuffle)
    person.click(editor.options.partial)


def _write_answers(person: Person, editor: ChoicesEditor) -> None:
    """Three of five are pasted, one is removed, one moved."""
    person.click(editor.rows.rows[0].text.edit.viewport())
    person.type("root")
    person.press(ENTER)
    on_clipboard("leaf\nnone of these\nbark")
    person.press(Qt.Key.Key_V, CONTROL)
    person.press(ENTER)
    person.press(Qt.Key.Key_Backspace)
    person.press(Qt.Key.Key_Up, ALT)


def _shuffle(person: Person, editor: ChoicesEditor, shuffle: QCheckBox) -> None:
    person.unfold(editor.options_section)
    person.click(shuffle)
    person.click(editor.rows.rows[-1].lock)


def write_true_false(person: Person, editor: QuestionEditor) -> None:
    """Labels of our own, and the second is right."""
    assert isinstance(editor, TrueFalseEditor)
    person.write(editor.answers.labels[0], "Yes")
    person.write(editor.answers.labels[1], "No")
    person.press(ENTER, CONTROL)


def write_matching(person: Person, editor: QuestionEditor) -> None:
    """Four pairs, two of them pasted, wrong answers, shuffled, partial credit."""
    assert isinstance(editor, MatchingEditor)
    while len(editor.pairs.rows) > 2:
        person.click(editor.pairs.rows[-1].remove)
    for row, (left, right) in zip(editor.pairs.rows, (("Peru", "Lima"), ("Chad", "N'Djamena")), strict=True):
        person.write(row.lines[0], left)
        person.write(row.lines[1], right)
    person.press(ENTER)
    on_clipboard("Spain\tMadrid\nFrance\tParis")
    person.press(Qt.Key.Key_V, CONTROL)
    person.click(editor.distractors.add_button)
    write_lines(person, ("Oslo", "Rome"))
    person.unfold(editor.options_section)
    person.click(editor.options.shuffle)
    person.click(editor.options.partial)


def write_categorization(person: Person, editor: QuestionEditor) -> None:
    """Two categories and their order, an answer that goes into the other one, and wrong answers."""
    assert isinstance(editor, CategorizationEditor)
    rows = editor.categories.rows
    for row, name, answers in zip(rows, ("Moon", "Planet"), (("Io", "Titan", "Mars"), ("Venus",)), strict=True):
        person.write(row.name, name)
        person.click(row.answers.rows[0].lines[0])
        write_lines(person, answers)
    person.click(rows[0].answers.rows[2].lines[0])
    person.press(Qt.Key.Key_Down, ALT)
    person.click(rows[1].name)
    person.press(Qt.Key.Key_Up, ALT)
    person.click(editor.distractors.add_button)
    write_lines(person, ("Sun", "Halley"))


def write_ordering(person: Person, editor: QuestionEditor) -> None:
    """Four answers in another order than they were written in, both labels, in a line."""
    assert isinstance(editor, OrderingEditor)
    person.click(editor.rows.rows[0].text.edit.viewport())
    write_lines(person, ("one", "two", "six", "four"))
    person.press(Qt.Key.Key_Up, ALT)
    person.unfold(editor.options_section)
    person.write(editor.options.top, "Smallest")
    person.write(editor.options.bottom, "Largest")
    person.click(editor.options.paragraph)


def write_numeric(person: Person, editor: QuestionEditor) -> None:
    """Every kind of number, both kinds of margin and of precision."""
    assert isinstance(editor, NumericEditor)
    rows = _as_many(person, editor.rows, 6)
    person.write(rows[0].value, "6,02e23")
    for row, unit in ((rows[1], "absolute"), (rows[2], "percent")):
        _write_number(person, row, "marginOfError", {"value": "40" if unit == "percent" else "20", "margin": "0,5"})
        person.choose(row.margin_type, unit)
    _write_number(person, rows[3], "withinARange", {"start": "1", "end": "2"})
    for row, unit in ((rows[4], "decimals"), (rows[5], "significantDigits")):
        value = "3.14" if unit == "decimals" else "271"
        _write_number(person, row, "preciseResponse", {"value": value, "precision": "2"})
        person.choose(row.precision_type, unit)


def _as_many(person: Person, rows: RowList[NumericRow], count: int) -> list[NumericRow]:
    while len(rows.rows) < count:
        person.click(rows.add_button)
    return rows.rows


def _write_number(person: Person, row: NumericRow, kind: str, texts: dict[str, str]) -> None:
    person.choose(row.kind, kind)
    for name, text in texts.items():
        person.write(getattr(row, name), text)


def write_formula(person: Person, editor: QuestionEditor) -> None:
    """Variables taken from the text and one typed range, a margin in per cent, solutions generated and typed over."""
    assert isinstance(editor, FormulaEditor)
    person.click(editor.from_stem)
    x, y = editor.variables.rows
    for row, (least, most, decimals) in ((x, ("1", "9,5", "1")), (y, ("2", "20", "0"))):
        person.write(row.least, least)
        person.write(row.most, most)
        person.write(row.decimals, decimals)
    person.write(editor.formula.line, "x*y + sqrt(y)")
    person.write(editor.margin.number, "5")
    person.choose(editor.margin.kind, "percent")
    person.write(editor.solutions.count, "4")
    person.write(editor.solutions.decimals, "3")
    person.click(editor.solutions.generate)
    table = editor.solutions.table
    table.setCurrentIndex(editor.solutions.model.index(0, 0))
    table.setFocus()
    on_clipboard("2.0\t4\t10.000")
    person.press(Qt.Key.Key_V, CONTROL)


def write_essay(person: Person, editor: QuestionEditor) -> None:
    """Every switch turned over, both limits, notes."""
    assert isinstance(editor, EssayEditor)
    for switch in editor.options.switches.values():
        person.click(switch)
    person.click(editor.options.limit)
    person.write(editor.options.least, "50")
    person.write(editor.options.most, "250")
    person.click(editor.notes.viewport())
    person.type("light & cold")
    person.press(ENTER)
    person.type("<chlorophyll>")


def write_file_upload(person: Person, editor: QuestionEditor) -> None:
    """Both limits, endings typed and picked by kind."""
    assert isinstance(editor, FileUploadEditor)
    person.click(editor.count.switch)
    person.write(editor.count.number, "3")
    person.click(editor.types.switch)
    person.write(editor.types.line, "pdf; *.DOCX")
    editor.types.presets.menu().actions()[1].trigger()


WRITERS: Final[dict[str, tuple[str, str, Callable[[Person, QuestionEditor], None]]]] = {
    "choice": ("multiple choice", "Which is dead?", write_choice),
    "multi-answer": ("multiple answers", "Which live?", write_multi_answer),
    "true-false": ("true", "Bark is dead.", write_true_false),
    "matching": ("matching", "Which is the capital?", write_matching),
    "categorization": ("categories", "What is what?", write_categorization),
    "ordering": ("ordering", "Smallest first", write_ordering),
    "numeric": ("numeric", "How many?", write_numeric),
    "formula": ("formula", "What is `x` times `y`?", write_formula),
    "essay": ("essay", "Why do leaves fall?", write_essay),
    "file-upload": ("file", "Hand it in.", write_file_upload),
}
"""Type → what finds it in the list of types, its question text, and how its own options are set."""

COMMON_SAYS: Final = ('<strong> truly</strong></p>"', '"scientific"', '"Week 3"', "incorrect &amp; so on")
SAYS: Final[dict[str, tuple[str, ...]]] = {
    "choice": ('"to_lock": [3], "shuffled": true', '"VaryPointsByAnswer"', "1.25", "<p>Not quite</p>", "bark"),
    "multi-answer": ('"to_lock": [3], "shuffled": true', '"PartialScore"', "bark"),
    "true-false": ('"Yes"', '"No"', '"value": false'),
    "matching": ('"shuffled": true', '"PartialDeep"', '"distractors": ["Oslo", "Rome"]', '"Madrid"'),
    "categorization": ('"Moon"', '"Mars"', '"Halley"'),
    "ordering": ('"Smallest"', '"Largest"', '"display_answers_paragraph": true', '"include_labels": true'),
    "numeric": ("6.02*10^23", '"percent"', '"withinARange"', '"significantDigits"'),
    "formula": ('"x*y + sqrt(y)"', '"max": "9.5"', '"10.000"', '"answer_count": "4"', '"percent"'),
    "essay": ('"rce": false', '"word_count": true', '"spell_check": true', '"word_limit_max": "250"', "<chlorophyll>"),
    "file-upload": ('"files_count": "3"', '".pdf,.docx,.png', '"restrict_types": true'),
}
"""What the wire holds then: that the person's hand hit every option."""
