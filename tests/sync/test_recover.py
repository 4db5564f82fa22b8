"""What became of a write whose answer was lost."""

from app.sync.recover import has_arrived
from app.sync.unit import ANSWERS, Units


def answers(*texts: str, order: str = "") -> Units:
    """The unit of a question with a choice for each text, its id being the text's first letter."""
    rows = [{"id": text[0], "item_body": text} for text in texts]
    return {ANSWERS: {"interaction_data": {"choices": sorted(rows, key=lambda row: order.find(row["id"]))}}}


BEFORE = answers("root", "leaf", "stem")


def test_an_update_has_arrived_where_everything_stands_as_it_was_sent() -> None:
    assert has_arrived(answers("root", "LEAF"), answers("root", "LEAF"), BEFORE)
    assert not has_arrived(answers("root", "LEAF"), BEFORE, BEFORE)


def test_an_update_has_arrived_where_the_server_kept_what_it_left_out() -> None:
    assert has_arrived(answers("root", "kernel"), answers("root", "leaf", "stem", "kernel"), BEFORE)
    assert has_arrived(
        answers("leaf", "root", "kernel"), answers("root", "leaf", "stem", "kernel", order="rlsk"), BEFORE
    )


def test_an_update_that_could_only_leave_ghosts_is_not_seen_in_what_was_there_before() -> None:
    assert not has_arrived(answers("root", "leaf"), BEFORE, BEFORE)


def test_an_update_that_could_only_leave_ghosts_is_seen_in_what_else_it_sent() -> None:
    sent, before = ({**answers("leaf", "root"), "title": title} for title in ("new", "old"))
    ghosts = {**answers("root", "leaf"), "title": "new"}
    assert has_arrived(sent, ghosts, {**before, **answers("root", "leaf")})
    assert not has_arrived(sent, ghosts, ghosts)


def test_what_somebody_added_meanwhile_is_no_ghost() -> None:
    assert not has_arrived(answers("root", "kernel"), answers("root", "leaf", "stem", "kernel", "petal"), BEFORE)


def test_another_unit_that_did_not_arrive_tells_that_the_update_did_not() -> None:
    sent = {**answers("root", "LEAF"), "title": "new"}
    assert not has_arrived(sent, {**answers("root", "LEAF"), "title": "old"}, BEFORE)


def test_answers_that_nobody_had_agreed_on_are_none_that_were_there() -> None:
    unknown: Units = {ANSWERS: None}
    assert not has_arrived(answers("root", "kernel"), answers("root", "leaf", "kernel"), unknown)
