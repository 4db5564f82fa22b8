"""After a backup was restored: questions and rows that know nothing of each other are brought together."""

from itertools import count

from app.models.item import Item
from app.models.questions.choice import ChoiceQuestion
from app.models.questions.essay import EssayQuestion
from app.models.questions.rich_fill_blank import RichFillBlankQuestion
from app.models.questions.true_false import TrueFalseQuestion
from app.models.quiz import NewQuiz, Quiz
from app.sync.letter import rows as letter_rows
from app.sync.plan import plan
from app.sync.recognise import recognised
from app.sync.side import Base, BaseItem, Mine, Theirs
from app.sync.step import BringItem, Plan
from app.sync.wire import NOWHERE, wire_item
from tests.sync.test_plan import no_reason


def statement(item_id: str, title: str = "Leaves", points: float = 1) -> Item:
    question = TrueFalseQuestion.new().replaced(title=title, item_body="<p>Leaves breathe.</p>")
    return Item.of(question.with_right(True), id=item_id, points=points)


def choice(item_id: str) -> Item:
    new = ChoiceQuestion.new().replaced(item_body="<p>Which?</p>")
    named = new.with_choices(tuple(one.replaced(item_body=f"<p>{n}</p>") for n, one in enumerate(new.choices)))
    return Item.of(named.with_right(named.choices[0].id), id=item_id)


def retold(item: Item, text: str) -> Item:
    return item.with_entry(item.entry.replaced(item_body=f"<p>{text}</p>"))


def retitled(item: Item, title: str) -> Item:
    return item.with_entry(item.entry.replaced(title=title))


def with_another_answer(item: Item) -> Item:
    question = ChoiceQuestion.model_validate(item.entry.wire())
    first, *others = question.choices
    return item.with_entry(question.with_choices((first.replaced(item_body="<p>Another</p>"), *others)))


def row(canvas_id: str, item: Item) -> dict[str, object]:
    return {"id": canvas_id, "entry_type": "Item", "position": 1, **wire_item(item, NOWHERE)}


def quiz_of(*items: Item) -> Quiz:
    return Quiz("quiz", NewQuiz(title="Leaves", points_possible=5), items)


def found(quiz: Quiz, base: Base, *rows: dict[str, object]) -> tuple[BaseItem, ...]:
    return recognised(quiz, base, Theirs({}, tuple(rows)), NOWHERE)


def pairs(quiz: Quiz, *rows: dict[str, object], base: Base | None = None) -> list[tuple[str, str]]:
    return [(one.item_id, one.canvas_id) for one in found(quiz, base or Base("q"), *rows)]


def planned(quiz: Quiz, *rows: dict[str, object]) -> Plan:
    return planned_with(Base("q", items={one.item_id: one for one in found(quiz, Base("q"), *rows)}), quiz, *rows)


def planned_with(base: Base, quiz: Quiz, *rows: dict[str, object]) -> Plan:
    new_ids = map("new-{}".format, count())
    return plan(Mine(quiz, NOWHERE, no_reason), base, Theirs({}, rows), lambda: next(new_ids))


def test_a_row_that_says_the_same_is_the_question() -> None:
    assert pairs(quiz_of(statement("a")), row("1", statement("there"))) == [("a", "1")]
    quiet = planned(quiz_of(statement("a")), row("1", statement("there")))
    assert (quiet.creates, quiet.updates, quiet.brings) == ((), (), ())


def test_equal_questions_and_rows_are_paired_one_by_one() -> None:
    rows = [row(key, statement("there")) for key in "123"]
    assert pairs(quiz_of(statement("a"), statement("b")), *rows) == [("a", "1"), ("b", "2")]


def test_a_question_with_our_ids_that_says_something_else_is_a_conflict_and_no_second_question() -> None:
    mine = choice("a")
    made = planned(quiz_of(mine), row("1", retold(mine, "What?")))
    assert (made.creates, made.brings) == ((), ())
    assert [(one.item_id, one.unit) for one in made.conflicts] == [("a", "item_body")]


def test_a_text_that_only_one_side_has_goes_to_the_other() -> None:
    mine = choice("a")
    told = mine.with_entry(ChoiceQuestion.model_validate(mine.entry.wire()).with_feedback("neutral", "<p>Well.</p>"))
    assert [step.units for step in planned(quiz_of(told), row("1", mine)).updates] == [{"feedback/neutral"}]
    made = planned(quiz_of(mine), row("1", told))
    assert [step.units for step in made.brings] == [{"feedback/neutral"}]  # type: ignore[union-attr]


def test_a_type_without_ids_is_known_by_its_title_and_text() -> None:
    assert pairs(quiz_of(statement("a")), row("1", statement("there", points=3))) == [("a", "1")]
    untitled = statement("a", title="")
    other = untitled.with_entry(TrueFalseQuestion.model_validate(untitled.entry.wire()).with_right(False))
    assert pairs(quiz_of(untitled), row("1", other)) == []


def test_a_type_without_ids_whose_text_was_edited_is_known_by_its_title_and_the_text_is_a_conflict() -> None:
    mine = statement("a")
    there = retold(statement("there", points=3), "Leaves drink.")
    assert pairs(quiz_of(mine), row("1", there)) == [("a", "1")]
    made = planned(quiz_of(mine), row("1", there))
    assert (made.creates, made.brings) == ((), ())
    assert [(one.item_id, one.unit) for one in made.conflicts] == [("a", "item_body"), ("a", "points")]


def test_of_several_with_one_title_text_and_points_tell_which_is_meant_and_nothing_is_guessed() -> None:
    first, second = statement("a"), retold(statement("b", points=3), "Leaves drink.")
    edited = row("1", retold(second, "Leaves sleep.")), row("2", retold(first, "Leaves sing."))
    assert pairs(quiz_of(first, second), *edited) == [("a", "2"), ("b", "1")]
    assert pairs(quiz_of(first, second.with_points(1)), *edited) == []
    other = EssayQuestion.new().replaced(title="Leaves", item_body="<p>Tell of leaves.</p>")
    assert pairs(quiz_of(first), row("1", Item.of(other))) == []


def test_the_title_tells_which_of_two_copies_with_edited_texts_is_which() -> None:
    first = retitled(choice("a"), "Trees")
    second = retitled(first.with_id("b"), "Roots")
    rows = [row("1", retold(second, "What?")), row("2", retold(first, "Who?"))]
    assert pairs(quiz_of(first, second), *rows) == [("a", "2"), ("b", "1")]
    assert pairs(quiz_of(second), *rows) == [("b", "1")]


def test_copies_with_the_ids_of_another_question_are_not_taken_for_it() -> None:
    original = choice("a")
    copy = retold(original.with_id("b"), "A copy")
    base = Base("q", items={"a": BaseItem("a", "1", wire_units(original), row("1", original))})
    rows = [row("1", original), row("2", retold(original, "A colleague's copy"))]
    assert pairs(quiz_of(original, copy), *rows, base=base) == []


def test_title_and_text_tell_which_of_two_copies_is_which() -> None:
    first = choice("a")
    second = retold(first.with_id("b"), "A copy")
    rows = [row("1", with_another_answer(second)), row("2", with_another_answer(first))]
    assert pairs(quiz_of(first, second), *rows) == [("a", "2"), ("b", "1")]
    assert pairs(quiz_of(first), *rows) == [("a", "2")]
    assert pairs(quiz_of(first, second), rows[0]) == [("b", "1")]


def test_points_tell_where_copies_say_the_same_and_nothing_is_guessed_where_they_do_not() -> None:
    first = choice("a")
    rows = [row(key, with_another_answer(first.with_points(points))) for key, points in (("1", 5), ("2", 1))]
    assert pairs(quiz_of(first), *rows) == [("a", "2")]
    assert pairs(quiz_of(first.with_points(3)), *rows) == []


def test_a_text_whose_blanks_a_server_has_placed_says_the_same() -> None:
    place = '<span id="blank_d6ed313e-533a-55a6-aa06-4c00bc132812"></span>'
    placed = RichFillBlankQuestion.new().replaced(title="Colours").with_body(f"<p>Roses are {place}.</p>")
    there, copy = Item.of(placed, id="there"), Item.of(placed.replaced(title="A copy"), id="copy")
    mine = Item.of(placed.replaced(item_body="<p>Roses are ``.</p>"), id="a")
    assert pairs(quiz_of(mine), row("1", copy), row("2", there)) == [("a", "2")]


def test_a_question_whose_row_was_made_anew_is_that_row_and_keeps_what_was_agreed() -> None:
    before = choice("a")
    known = BaseItem("a", "1", wire_units(before), row("1", before))
    theirs = Theirs({}, (row("2", retold(before, "What?")),), frozenset("1"))
    (one,) = recognised(quiz_of(before), Base("q", items={"a": known}), theirs, NOWHERE)
    assert (one.canvas_id, one.sent, one.returned_units) == ("2", known.sent, known.returned_units)


def wire_units(item: Item) -> dict[str, object]:
    return dict(found(quiz_of(item), Base("q"), row("0", item))[0].sent)


def test_a_row_that_may_be_a_question_here_comes_in_and_says_which_one_it_looks_like() -> None:
    mine = retitled(choice("a"), "Leaves")
    base = Base("q", items={one.item_id: one for one in found(quiz_of(mine), Base("q"), row("1", mine))})
    other = retitled(choice("b"), "Leaves")
    rows = (row("1", mine), row("2", retold(mine, "What?")), row("3", other), row("4", retold(other, "Who?")))
    made = planned_with(base, quiz_of(mine), *rows)
    assert [step.like for step in made.brings if isinstance(step, BringItem)] == ["a", "", "new-1"]
    said = [str(one.what) for one in letter_rows(made, quiz_of(mine)) if one.item_id in ("2", "3", "4")]
    assert said == [
        "New on Canvas, but looks like question 1",
        "New on Canvas",
        "New on Canvas, but looks like another one that is new there",
    ]


def test_a_quiz_that_was_empty_here_takes_what_is_there_twice_without_a_word() -> None:
    mine = retitled(choice("a"), "Leaves")
    rows = (row("1", mine), row("2", retold(mine, "What?")))
    made = planned_with(Base("q"), quiz_of(), *rows)
    assert [step.like for step in made.brings if isinstance(step, BringItem)] == ["", ""]


def test_a_question_without_ids_looks_like_one_of_its_type_and_title() -> None:
    mine = statement("a")
    base = Base("q", items={one.item_id: one for one in found(quiz_of(mine), Base("q"), row("1", mine))})
    another = Item.of(EssayQuestion.new().replaced(title="Leaves"), id="b")
    rows = (
        row("1", mine),
        row("2", retold(mine, "Roots drink.")),
        row("3", retitled(mine, "Roots")),
        row("4", another),
    )
    made = planned_with(base, quiz_of(mine), *rows)
    assert [step.like for step in made.brings if isinstance(step, BringItem)] == ["a", "", ""]
