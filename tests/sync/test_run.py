"""A sync over real HTTP with the sandbox: what is here arrives there, what changed there comes back."""

import io

import pytest
from PIL import Image

from app.geometry.point import Point
from app.geometry.region import Region
from app.geometry.shape import Polygon
from app.library import grouping, journal, linking
from app.library.row import State
from app.models.item import Item
from app.models.local import Local, QuizLocal
from app.models.questions.choice import ChoiceQuestion
from app.models.questions.essay import EssayQuestion
from app.models.questions.hot_spot import HotSpotQuestion
from app.models.questions.true_false import TrueFalseQuestion
from app.sync.carry_out import MADE_ANEW
from app.sync.choice import Selection, Side
from app.sync.create import GROUP_GONE
from app.sync.letter import result_sentences, rows
from app.sync.outcome import OnProgress, Progress
from app.sync.pull import brought_quiz
from app.sync.step import Way
from tests.sync.conftest import Bench


def statement(title: str, text: str = "<p>Leaves breathe.</p>") -> Item:
    return Item.of(TrueFalseQuestion.new().replaced(title=title, item_body=text).with_right(True))


def choice(title: str, *texts: str) -> Item:
    raw = [
        {"id": f"00000000-0000-4000-8000-{n:012}", "position": n, "item_body": f"<p>{text}</p>"}
        for n, text in enumerate(texts, 1)
    ]
    question = ChoiceQuestion.new().replaced(title=title, item_body="<p>Which?</p>", interaction_data={"choices": raw})
    return Item.of(question.with_right(question.choices[0].id))


def photo(colour: str = "green") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (60, 40), colour).save(out, "PNG")
    return out.getvalue()


def regions() -> tuple[Region, ...]:
    return (Region("1", Polygon((Point(0.1, 0.1), Point(0.9, 0.1), Point(0.5, 0.9)))),)


def hot_spot(bench: Bench, title: str) -> Item:
    reference = bench.library.take_media(photo(), content_type="image/png", width=60, height=40)
    question = HotSpotQuestion.new().with_picture(reference).with_regions(regions())
    return Item.of(question.replaced(title=title, item_body="<p>Click.</p>"))


def retitled(item: Item, title: str) -> Item:
    return item.with_entry(item.entry.replaced(title=title))


class CutOff(Exception):
    """Nothing more is sent."""


def cut_off_at(step: int) -> OnProgress:
    def on_progress(progress: Progress) -> None:
        if progress.done == step:
            raise CutOff

    return on_progress


def state(bench: Bench) -> State:
    return bench.library.quizzes()[0].state


def test_a_new_quiz_arrives_complete_and_in_order(bench: Bench) -> None:
    bench.put(statement("a"), choice("b", "root", "leaf"), hot_spot(bench, "c"))
    outcome = bench.sync()
    assert (outcome.created, outcome.uploaded, outcome.held, outcome.conflicts) == (3, 1, [], [])
    assert bench.titles == ["a", "b", "c"]
    url = bench.rows[2]["entry"]["interaction_data"]["image_url"]  # type: ignore[index]
    assert bench.server.core.media(url) == photo()
    quiz = bench.server.core.quizzes(bench.link.course_id)[-1]
    assert (quiz["title"], quiz["points_possible"]) == ("Leaves", 3)
    assert state(bench) is State.SYNCED


def test_a_second_sync_sends_nothing(bench: Bench) -> None:
    bench.put(statement("a"), choice("b", "root", "leaf"), hot_spot(bench, "c"))
    bench.sync()
    before = len(bench.server.core.requests)
    outcome = bench.sync()
    assert outcome.writes == 0
    assert {seen.method for seen in bench.server.core.requests[before:]} == {"GET"}
    assert len(bench.library.history(bench.link.quiz_id)) == 2


def test_the_next_questions_are_read_while_one_is_written(bench: Bench) -> None:
    bench.put(*(statement(name) for name in "abcdef"))
    bench.sync()
    bench.put(*(retitled(item, f"{item.summary.title} changed") for item in bench.quiz.items))
    before = len(bench.server.core.requests)
    assert bench.sync().updated == 6
    methods = [seen.method for seen in bench.server.core.requests[before:]]
    first, last = methods.index("PATCH"), len(methods) - methods[::-1].index("PATCH")
    assert methods[first:last].count("GET") == 4  # two are read before the first write, nobody waits for the others
    assert bench.titles == [f"{name} changed" for name in "abcdef"]


def test_what_arrived_before_a_sync_was_cut_off_is_known_here(bench: Bench) -> None:
    bench.put(*(statement(name) for name in "abc"))
    with pytest.raises(CutOff):
        bench.sync(on_progress=cut_off_at(3))
    assert journal.lost(bench.library.db, bench.link.id) == []
    assert len(linking.item_bases(bench.library.db, bench.link.id)) == len(bench.rows) == 2


def test_an_edit_here_is_one_patch_of_its_unit(bench: Bench) -> None:
    bench.put(statement("a"), statement("b"))
    bench.sync()
    first, second = bench.quiz.items
    bench.put(first, retitled(second, "B"))
    assert state(bench) is State.EDITED
    before = len(bench.server.core.requests)
    assert bench.sync().updated == 1
    assert bench.titles == ["a", "B"]
    writes = [seen.method for seen in bench.server.core.requests[before:] if seen.method != "GET"]
    assert writes == ["PATCH"]


def test_an_edit_and_a_new_question_there_come_here(bench: Bench) -> None:
    bench.put(statement("a"), statement("b"))
    bench.sync()
    row = bench.rows[0]
    bench.server.core.edit_item(bench.link.course_id, bench.canvas_id, str(row["id"]), {"entry": {"title": "A there"}})
    added = statement("new there").wire()
    bench.server.core.add_item(bench.link.course_id, bench.canvas_id, {**added, "position": 2})
    outcome = bench.sync()
    assert (outcome.brought_changed, outcome.brought_new, outcome.updated) == (1, 1, 0)
    assert [item.entry.title for item in bench.quiz.items] == ["A there", "new there", "b"]  # type: ignore[union-attr]
    assert bench.sync().writes == 0
    assert state(bench) is State.SYNCED


def test_a_look_notes_that_something_waits_on_canvas(bench: Bench) -> None:
    bench.put(statement("a"))
    bench.sync()
    row = bench.rows[0]
    bench.server.core.edit_item(bench.link.course_id, bench.canvas_id, str(row["id"]), {"entry": {"title": "A there"}})
    assert bench.preview().brought
    assert state(bench) is State.CHANGED_THERE
    bench.sync()
    assert state(bench) is State.SYNCED


def test_deleting_adding_and_moving_here_arrives(bench: Bench) -> None:
    bench.put(*(statement(name) for name in "abcde"))
    bench.sync()
    a, _b, c, d, e = bench.quiz.items
    bench.put(e, a, statement("x"), c, d)
    outcome = bench.sync()
    assert (outcome.created, outcome.deleted, outcome.moved) == (1, 1, 1)
    assert bench.titles == ["e", "a", "x", "c", "d"]
    assert bench.sync().writes == 0


@pytest.mark.parametrize("positions", ["positions-set", "positions-append"])
def test_the_order_arrives_whatever_position_means_there(bench: Bench, positions: str) -> None:
    bench.server.core.set_fault(positions, 1.0)
    bench.put(*(statement(name) for name in "abcd"))
    bench.sync()
    a, b, c, d = bench.quiz.items
    bench.put(d, b, statement("x"), a, c)
    bench.sync()
    assert bench.titles == ["d", "b", "x", "a", "c"]


def test_tags_stay_here_and_count_as_no_change(bench: Bench) -> None:
    bench.put(statement("a"), statement("b"))
    bench.sync()
    a, b = bench.quiz.items
    tagged = a.with_local(Local(tags=("exam",)))
    bench.save(bench.quiz.with_items((tagged, b)).with_local(QuizLocal(tags=("botany",))))
    assert state(bench) is State.SYNCED
    row = bench.rows[0]
    bench.server.core.edit_item(bench.link.course_id, bench.canvas_id, str(row["id"]), {"entry": {"title": "A"}})
    assert bench.sync().writes == 0
    [first, _] = bench.quiz.items
    assert (first.summary.title, first.local.tags, bench.quiz.local.tags) == ("A", ("exam",), ("botany",))


def test_a_removed_choice_leaves_no_ghost(bench: Bench) -> None:
    bench.put(statement("first"), choice("b", "root", "leaf", "stem"), statement("last"))
    bench.sync()
    first, b, last = bench.quiz.items
    question = b.entry
    assert isinstance(question, ChoiceQuestion)
    bench.put(first, b.with_entry(question.with_choices(question.choices[:2])), last)
    outcome = bench.sync()
    assert (outcome.updated, outcome.notes) == (1, [MADE_ANEW])
    assert bench.titles == ["first", "b", "last"]
    assert len(bench.rows[1]["entry"]["interaction_data"]["choices"]) == 2  # type: ignore[index]
    again = bench.sync()
    assert (again.writes, again.notes) == (0, [])


def essay(**options: object) -> Item:
    question = EssayQuestion.new()
    data = question.options.without("word_limit_min", "word_limit_max").replaced(**options)
    return Item.of(question.replaced(title="e", item_body="<p>Why?</p>", interaction_data=data), id="essay")


def test_a_key_that_went_from_a_map_leaves_no_ghost(bench: Bench) -> None:
    """An undo may take away what was never there before: a server that merges keeps it."""
    bench.put(statement("first"), essay(word_limit_enabled=True, word_limit_min="5", word_limit_max="9"))
    bench.sync()
    first, _ = bench.quiz.items
    bench.put(first, essay(word_limit_enabled=False))
    assert bench.sync().updated == 1
    assert "word_limit_max" not in bench.rows[1]["entry"]["interaction_data"]  # type: ignore[index]
    assert bench.titles == ["first", "e"]
    assert bench.sync().writes == 0
    bench.put(first, essay(word_limit_enabled=True, word_limit_min="5", word_limit_max="9"))
    assert bench.sync().updated == 1
    posts = sum(seen.method == "POST" for seen in bench.server.core.requests)
    bench.put(first, essay(word_limit_enabled=False))
    bench.sync()
    assert "word_limit_max" not in bench.rows[1]["entry"]["interaction_data"]  # type: ignore[index]
    assert sum(seen.method == "POST" for seen in bench.server.core.requests) == posts + 1


def test_a_cleared_feedback_of_an_answer_is_cleared_there(bench: Bench) -> None:
    item = choice("b", "root", "leaf")
    question = item.entry
    assert isinstance(question, ChoiceQuestion)
    first, second = (one.id for one in question.choices)
    both = {first: "<p>Below.</p>", second: "<p>Above.</p>"}
    bench.put(item.with_entry(question.replaced(answer_feedback=both)))
    bench.sync()
    bench.put(item.with_entry(question.replaced(answer_feedback={first: "<p>Below.</p>"})))
    assert bench.sync().updated == 1
    assert bench.rows[0]["entry"]["answer_feedback"] == {first: "<p>Below.</p>", second: ""}  # type: ignore[index]
    assert bench.sync().writes == 0


def conflict(bench: Bench) -> None:
    bench.put(statement("a"))
    bench.sync()
    bench.put(retitled(bench.quiz.items[0], "mine"))
    row = bench.rows[0]
    bench.server.core.edit_item(bench.link.course_id, bench.canvas_id, str(row["id"]), {"entry": {"title": "theirs"}})


def test_a_conflict_is_shown_and_nothing_overwritten(bench: Bench) -> None:
    conflict(bench)
    outcome = bench.sync()
    assert [(c.unit, c.mine, c.theirs) for c in outcome.conflicts] == [("title", "mine", "theirs")]
    assert bench.titles == ["theirs"]
    assert bench.quiz.items[0].summary.title == "mine"
    assert state(bench) is State.CONFLICT
    assert len(bench.sync().conflicts) == 1


@pytest.mark.parametrize(("side", "title"), [(Side.MINE, "mine"), (Side.CANVAS, "theirs")])
def test_a_decided_conflict_is_the_same_on_both_sides(bench: Bench, side: Side, title: str) -> None:
    conflict(bench)
    assert bench.sync(Selection(prefer=side)).conflicts == []
    assert bench.titles == [title]
    assert bench.quiz.items[0].summary.title == title
    assert bench.sync().writes == 0
    assert state(bench) is State.SYNCED


def test_a_wrong_question_is_held_and_the_others_go(bench: Bench) -> None:
    wrong = Item.of(TrueFalseQuestion.new().replaced(title="wrong", item_body="<p>x</p>"))
    bench.put(statement("a"), wrong, statement("c"))
    outcome = bench.sync()
    assert [held.item_id for held in outcome.held] == [wrong.id]
    assert bench.titles == ["a", "c"]


def test_a_question_that_is_held_back_stays_here_until_it_is_let_go(bench: Bench) -> None:
    bench.put(statement("a"), statement("b"))
    bench.sync()
    first, second = bench.quiz.items
    bench.put(retitled(first, "mine").held_back(True), retitled(second, "other"), statement("new").held_back(True))
    outcome = bench.sync()
    assert [str(held.reason) for held in outcome.held] == ["You hold it back."] * 2
    assert bench.titles == ["a", "other"]
    bench.put(*(item.held_back(False) for item in bench.quiz.items))
    assert bench.sync().held == []
    assert bench.titles == ["mine", "other", "new"]
    assert "held_back" not in str(bench.rows)


def test_many_deletions_wait_for_a_confirmation(bench: Bench) -> None:
    bench.put(*(statement(name) for name in "abcdef"))
    bench.sync()
    bench.put(*bench.quiz.items[:1])
    assert bench.preview().brake is not None
    assert len(bench.sync().held) == 5
    assert len(bench.rows) == 6
    assert bench.sync(Selection(brake_released=True)).deleted == 5


def test_deletions_of_a_whole_small_quiz_wait_for_a_confirmation(bench: Bench) -> None:
    bench.put(statement("a"), statement("b"))
    bench.sync()
    bench.put()
    assert len(bench.sync().held) == 2
    assert bench.titles == ["a", "b"]


@pytest.mark.parametrize("pull_only", [True, False])
def test_many_deletions_there_take_nothing_away_here_before_they_are_confirmed(bench: Bench, pull_only: bool) -> None:
    bench.put(*(statement(name) for name in "abcdef"))
    bench.sync()
    for row in bench.rows[:5]:
        bench.server.core.delete_item(bench.link.course_id, bench.canvas_id, str(row["id"]))
    assert len(bench.sync(Selection(pull_only=pull_only)).held) == 5
    assert len(bench.quiz.items) == 6
    assert bench.sync(Selection(pull_only=pull_only, brake_released=True)).brought_removed == 5
    assert [item.summary.title for item in bench.quiz.items] == ["f"]


def test_what_is_unticked_waits_on_both_sides(bench: Bench) -> None:
    bench.put(statement("a"), statement("b"))
    bench.sync()
    first, second = bench.quiz.items
    bench.put(retitled(first, "mine"), retitled(second, "other"), statement("new"))
    change = {"entry": {"feedback": {"correct": "<p>Yes</p>"}}}
    bench.server.core.edit_item(bench.link.course_id, bench.canvas_id, str(bench.rows[1]["id"]), change)
    bench.server.core.add_item(bench.link.course_id, bench.canvas_id, dict(bench.rows[0]), position=3)
    left = {row.tick for row in rows(bench.preview(), bench.quiz) if row.item_id not in ("", second.id)}
    outcome = bench.sync(Selection(left=frozenset(left) | {(Way.FROM_CANVAS, second.id)}))
    assert (outcome.created, outcome.updated, outcome.brought_new, outcome.brought_changed) == (0, 1, 0, 0)
    assert bench.titles[:2] == ["a", "other"]
    rest = bench.sync()
    assert (rest.created, rest.updated, rest.brought_new, rest.brought_changed, rest.conflicts) == (1, 1, 1, 1, [])
    assert bench.sync().writes == 0


def order_is_torn(bench: Bench) -> None:
    """Agreed as a, b, c, d; here the last came first, on Canvas the first went last."""
    bench.put(*(statement(name) for name in "abcd"))
    bench.sync()
    a, b, c, d = bench.quiz.items
    bench.put(d, a, b, c)
    bench.server.core.move_item(bench.link.course_id, bench.canvas_id, str(bench.rows[0]["id"]), 4)


def test_moves_that_are_unticked_wait_and_what_is_new_comes_all_the_same(bench: Bench) -> None:
    bench.put(*(statement(name) for name in "abcd"))
    bench.sync()
    a, b, c, d = bench.quiz.items
    bench.put(d, a, b, c, statement("new"))
    left = frozenset(row.tick for row in rows(bench.preview(), bench.quiz) if row.of_order)
    assert left
    outcome = bench.sync(Selection(left=left))
    assert (outcome.created, outcome.moved) == (1, 0)
    assert bench.titles == ["a", "b", "c", "new", "d"]
    assert bench.sync().moved == 1
    assert bench.titles == ["d", "a", "b", "c", "new"]
    assert bench.sync().writes == 0


def test_an_order_of_both_sides_that_is_unticked_changes_neither(bench: Bench) -> None:
    order_is_torn(bench)
    row = bench.rows[1]
    edit = {"entry": {"feedback": {"correct": "<p>Yes</p>"}}}
    bench.server.core.edit_item(bench.link.course_id, bench.canvas_id, str(row["id"]), edit)
    (tick,) = (row.tick for row in rows(bench.preview(), bench.quiz) if row.of_order)
    assert bench.sync(Selection(left=frozenset({tick}))).brought_changed == 1
    assert [item.entry.title for item in bench.quiz.items] == ["d", "a", "b", "c"]  # type: ignore[union-attr]
    assert bench.titles == ["b", "c", "d", "a"]
    bench.sync()
    assert bench.titles == [item.entry.title for item in bench.quiz.items]  # type: ignore[union-attr]
    assert bench.sync().writes == 0


def test_a_pull_brings_a_quiz_with_its_picture(bench: Bench) -> None:
    """The sample quiz of the sandbox has every kind of row, a stimulus and banks among them."""
    raw = bench.server.core.quizzes(bench.link.course_id)[0]
    link = brought_quiz(bench.library, bench.account, bench.link.course_id, raw)
    pulled = Bench(bench.library, bench.server, bench.account, link)
    outcome = pulled.sync(Selection(pull_only=True))
    assert outcome.writes == 0
    assert outcome.brought_new == len(pulled.rows) == len(pulled.quiz.items)
    assert outcome.fetched == 1
    for item, row in zip(pulled.quiz.items, pulled.rows, strict=True):
        assert item.wire() == {key: value for key, value in row.items() if key not in ("id", "position")}
    again = pulled.sync()
    assert (again.writes, again.conflicts, again.fetched) == (0, [], 0)


def test_a_quiz_that_came_from_another_course_is_made_without_that_courses_assignment_group(bench: Bench) -> None:
    bench.save(bench.quiz.with_fields(bench.quiz.fields.replaced(assignment_group_id="4711")))
    bench.put(statement("a"))
    assert bench.sync().held == []
    assert bench.titles == ["a"]
    assert bench.sync().updated_quiz == 0


def group(bench: Bench) -> object:
    return bench.server.core.assignment(bench.canvas_id)["assignment_group_id"]


@pytest.mark.parametrize("fault", ["", "reset-after-commit"])
def test_a_quiz_is_made_in_the_assignment_group_that_was_chosen(bench: Bench, fault: str) -> None:
    bench.put(statement("a"))
    grouping.choose_group(bench.library.db, bench.link.id, "2")
    if fault:
        bench.server.core.set_fault(fault, 1.0)
    bench.sync()
    assert group(bench) == "2"
    again = bench.sync()
    assert (again.writes, again.brought_quiz, again.conflicts) == (0, 0, [])


def test_a_group_that_is_gone_meanwhile_stops_nothing_and_is_told(bench: Bench) -> None:
    grouping.choose_group(bench.library.db, bench.link.id, "2")
    bench.server.core.delete_group("2")
    outcome = bench.sync()
    assert outcome.notes == [GROUP_GONE]
    assert group(bench) == "1"


def test_another_order_that_came_is_told(bench: Bench) -> None:
    bench.put(statement("a"), statement("b"))
    bench.sync()
    first = str(bench.rows[0]["id"])
    bench.server.core.move_item(bench.link.course_id, bench.canvas_id, first, 2)
    outcome = bench.sync()
    assert [item.summary.title for item in bench.quiz.items] == ["b", "a"]
    assert outcome.did_anything
    assert [str(said) for said in result_sentences(outcome)] == ["Brought in: another order."]
