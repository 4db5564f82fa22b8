"""Which row a create made whose answer was lost, where several share the ids of its answers."""

from app.models.item import Item
from app.sync.adopt import LostCreate, adopted
from app.sync.unit import item_units
from app.sync.wire import NOWHERE, wire_item
from tests.sync.test_recognise import choice, retitled, retold, row

OLD = frozenset("1")


def lost(item: Item, known: frozenset[str] = frozenset()) -> LostCreate:
    return LostCreate("intent", item_units(wire_item(item, NOWHERE)), known)


def found(create: LostCreate, *rows: dict[str, object]) -> list[str]:
    return [str(one["id"]) for one in adopted([create], rows, owned=OLD).values()]


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
