"""Which row a create made whose answer was lost, where several share the ids of its answers."""

from collections.abc import Mapping

from app.models.item import Item
from app.sync.adopt import LostCreate, adopted
from app.sync.unit import Units, item_units
from app.sync.wire import NOWHERE, wire_item
from tests.sync.test_recognise import choice, retitled, retold, row

OLD = frozenset("1")


def units(item: Item) -> Units:
    return item_units(wire_item(item, NOWHERE))


def lost(item: Item, known: frozenset[str] = frozenset(), intent: str = "intent") -> LostCreate:
    return LostCreate(intent, units(item), known)


def found(create: LostCreate, *rows: dict[str, object], owned: Mapping[str, Units] = {"1": {}}) -> list[str]:
    return [str(one["id"]) for one in adopted([create], rows, owned).values()]


def test_a_row_with_ids_that_nobody_had_is_what_we_made_whatever_it_says_now() -> None:
    mine = retitled(choice("a"), "Leaves")
    assert found(lost(mine), row("2", retitled(retold(mine, "Who?"), "Trees"))) == ["2"]


def test_a_copy_that_a_colleague_made_of_the_old_row_is_not_the_new_one_in_its_place() -> None:
    mine = retitled(choice("a"), "Leaves")
    copy = row("2", retitled(retold(mine, "Who?"), "Trees"))
    assert found(lost(mine, OLD), row("1", mine), copy) == []


def test_the_new_row_is_known_beside_the_old_one_by_its_title_or_text() -> None:
    mine = retitled(choice("a"), "Leaves")
    old, copy = row("1", mine), row("2", retitled(retold(mine, "Who?"), "Trees"))
    assert found(lost(mine, OLD), old, copy, row("3", retold(mine, "What?"))) == ["3"]
    assert found(lost(mine, OLD), old, copy, row("3", retitled(mine, "Roots"))) == ["3"]


def test_a_copy_that_a_colleague_made_of_a_question_that_was_duplicated_here_is_not_the_duplicate() -> None:
    first = retitled(choice("a"), "Leaves")
    duplicate = retitled(retold(first, "What?"), "Roots")
    copy = row("2", retitled(retold(first, "Who?"), "Trees"))
    assert found(lost(duplicate), row("1", first), copy, owned={"1": units(first)}) == []
    assert found(lost(duplicate), copy, owned={"1": units(first)}) == [], "nor where the first is gone meanwhile"
    both = [lost(first, intent="first"), lost(duplicate, intent="duplicate")]
    assert {key: one["id"] for key, one in adopted(both, [row("1", first), copy], {}).items()} == {"first": "1"}
