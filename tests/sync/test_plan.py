"""The decision table of `plan`, row by row."""

from collections.abc import Sequence
from itertools import count
from typing import Any

from app.message import Message, message
from app.models.item import Item
from app.models.questions.true_false import TrueFalseQuestion
from app.models.quiz import NewQuiz, Quiz
from app.sync.plan import first_plan, plan
from app.sync.side import Base, BaseItem, Mine, Theirs
from app.sync.step import BringItem, BringUnits, ForgetItem, Plan, RemoveItem
from app.sync.unit import item_units, quiz_units
from app.sync.wire import NOWHERE, wire_item, wire_quiz


def no_reason(_item: str) -> None:
    return None


def statement(item_id: str, text: str = "<p>Leaves breathe.</p>") -> Item:
    return Item.of(TrueFalseQuestion.new().replaced(item_body=text).with_right(True), id=item_id)


def row(item: Item, **changes: Any) -> dict[str, Any]:  # noqa: ANN401  (JSON)
    """The item as Canvas answers it: with an id, and its HTML tidied."""
    raw = {"id": f"c-{item.id}", "entry_type": "Item", **wire_item(item, NOWHERE), "position": 1}
    raw["entry"] = {**raw["entry"], "item_body": raw["entry"]["item_body"].replace("<p>", '<p class="x">')}
    return {**raw, **changes}


def with_body(raw: dict[str, Any], body: str) -> dict[str, Any]:
    return {**raw, "entry": {**raw["entry"], "item_body": body}}


class Sides:
    """A quiz of these items that both sides agreed on; a test then changes one side."""

    def __init__(self, *items: Item) -> None:
        self.here = list(items)
        self.there = [row(item) for item in items]
        self.gone: set[str] = set()
        quiz = self.quiz()
        agreed = {i.id: BaseItem(i.id, f"c-{i.id}", item_units(wire_item(i, NOWHERE)), row(i)) for i in items}
        raw = {"id": "q", **wire_quiz(quiz, NOWHERE)}
        self.base = Base("q", quiz_units(wire_quiz(quiz, NOWHERE)), raw, {}, agreed, tuple(agreed))

    def quiz(self) -> Quiz:
        return Quiz("quiz", NewQuiz(title="Leaves", points_possible=5), tuple(self.here))

    def planned(self, held: Message | None = None) -> Plan:
        ids = count()
        theirs = Theirs(self.base.returned, tuple(self.there), frozenset(self.gone))
        return plan(Mine(self.quiz(), NOWHERE, lambda _: held), self.base, theirs, lambda: f"new{next(ids)}")


def kinds(steps: Sequence[object]) -> list[type]:
    return [type(step) for step in steps]


def test_a_quiet_plan_does_nothing_though_the_server_tidied_the_html() -> None:
    planned = Sides(statement("a"), statement("b")).planned()
    assert (planned.sends, planned.brought, planned.conflicts, planned.held) == (False, False, (), ())


def test_the_first_plan_creates_quiz_and_questions() -> None:
    mine = Mine(Sides(statement("a"), statement("b")).quiz(), NOWHERE, no_reason)
    planned = first_plan(mine)
    assert planned.quiz is not None
    assert [step.item_id for step in planned.creates] == ["a", "b"]


def test_a_question_with_an_error_is_held_and_the_others_go() -> None:
    why = message("No answer is marked as right.")
    mine = Mine(Sides(statement("a"), statement("b")).quiz(), NOWHERE, lambda i: why if i == "a" else None)
    planned = first_plan(mine)
    assert [step.item_id for step in planned.creates] == ["b"]
    assert [(held.item_id, held.reason) for held in planned.held] == [("a", why)]


def test_a_text_changed_here_is_the_only_unit_sent() -> None:
    sides = Sides(statement("a"), statement("b"))
    sides.here[0] = statement("a", "<p>Roots breathe.</p>")
    assert [(step.item_id, step.units) for step in sides.planned().updates] == [("a", frozenset({"item_body"}))]


def test_a_text_changed_there_is_brought_in() -> None:
    sides = Sides(statement("a"))
    sides.there[0] = with_body(sides.there[0], "<p>Stems</p>")
    steps = sides.planned().brings
    assert [(type(step), step.units) for step in steps if isinstance(step, BringUnits)] == [
        (BringUnits, frozenset({"item_body"}))
    ]


def test_the_same_unit_changed_on_both_sides_is_a_conflict_and_not_sent() -> None:
    sides = Sides(statement("a"))
    sides.here[0] = statement("a", "<p>Mine</p>")
    sides.there[0] = with_body(sides.there[0], "<p>Theirs</p>")
    planned = sides.planned()
    assert [(c.unit, c.mine, c.theirs) for c in planned.conflicts] == [("item_body", "<p>Mine</p>", "<p>Theirs</p>")]
    assert not planned.sends
    assert not planned.brings


def test_different_units_changed_on_both_sides_go_both_ways() -> None:
    sides = Sides(statement("a"))
    sides.here[0] = statement("a").with_points(3)
    sides.there[0] = with_body(sides.there[0], "<p>Theirs</p>")
    planned = sides.planned()
    assert [step.units for step in planned.updates] == [{"points"}]
    assert kinds(planned.brings) == [BringUnits]
    assert planned.conflicts == ()


def test_deleted_there_and_unchanged_here_is_removed_here() -> None:
    sides = Sides(statement("a"), statement("b"))
    del sides.there[0]
    sides.gone = {"c-a"}
    assert kinds(sides.planned().brings) == [RemoveItem]


def test_missing_from_the_list_alone_removes_nothing() -> None:
    sides = Sides(statement("a"), statement("b"))
    del sides.there[0]
    planned = sides.planned()
    assert not planned.brings
    assert not planned.sends


def test_an_edit_here_wins_over_a_deletion_there() -> None:
    sides = Sides(statement("a"))
    sides.here[0] = statement("a", "<p>Mine</p>")
    sides.there, sides.gone = [], {"c-a"}
    assert [step.item_id for step in sides.planned().creates] == ["a"]


def test_deleted_here_and_unchanged_there_is_deleted_there() -> None:
    sides = Sides(statement("a"), statement("b"))
    del sides.here[0]
    assert [step.canvas_id for step in sides.planned().deletes] == ["c-a"]


def test_an_edit_there_wins_over_a_deletion_here() -> None:
    sides = Sides(statement("a"), statement("b"))
    del sides.here[0]
    sides.there[0] = with_body(sides.there[0], "<p>Theirs</p>")
    planned = sides.planned()
    assert [(type(step), step.item_id) for step in planned.brings] == [(BringItem, "a")]
    assert not planned.deletes


def test_deleted_on_both_sides_is_forgotten() -> None:
    sides = Sides(statement("a"), statement("b"))
    del sides.here[0]
    del sides.there[0]
    sides.gone = {"c-a"}
    assert kinds(sides.planned().brings) == [ForgetItem]


def test_a_new_row_there_comes_in_where_it_stands_there() -> None:
    sides = Sides(statement("a"), statement("b"))
    sides.there.insert(1, {**row(statement("x")), "id": "c-x"})
    planned = sides.planned()
    assert planned.order == ("a", "new0", "b")
    assert not planned.sends


def test_a_stimulus_deleted_here_comes_back_and_is_never_deleted_there() -> None:
    stimulus = Item.from_wire({"entry_type": "Stimulus", "entry": {"title": "Read"}}, id="s")
    sides = Sides(statement("a"))
    raw = {"id": "c-s", "entry_type": "Stimulus", "entry": {"title": "Read"}, "position": 2}
    sides.there.append(raw)
    agreed = BaseItem("s", "c-s", item_units(wire_item(stimulus, NOWHERE)), raw)
    sides.base = Base("q", sides.base.sent, sides.base.returned, {}, {**sides.base.items, "s": agreed}, ("a", "s"))
    planned = sides.planned()
    assert [(type(step), step.item_id) for step in planned.brings] == [(BringItem, "s")]
    assert not planned.deletes


def test_many_deletions_pull_the_brake() -> None:
    sides = Sides(*(statement(f"i{n}") for n in range(10)))
    del sides.here[:4]
    assert str(sides.planned().brake) == "4 of 10 questions would be deleted on Canvas."


def test_an_item_that_students_answered_is_held() -> None:
    sides = Sides(statement("a"))
    sides.here[0] = statement("a", "<p>Mine</p>")
    sides.there[0]["entry_editable"] = False
    planned = sides.planned()
    assert [held.item_id for held in planned.held] == ["a"]
    assert not planned.updates


def test_a_moved_question_is_one_move() -> None:
    sides = Sides(*(statement(f"i{n}") for n in range(5)))
    sides.here.insert(4, sides.here.pop(0))
    assert sides.planned().moved == 1
