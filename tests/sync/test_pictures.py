"""A hot spot goes only after its picture: a picture that cannot go up holds its question back and nothing else."""

from pathlib import Path

from app.geometry.box import Box
from app.geometry.point import Point
from app.geometry.region import Region
from app.geometry.shape import Oval, Polygon, Rectangle
from app.library import linking
from app.library.library import Library
from app.models.item import Item
from app.models.questions.hot_spot import HotSpotQuestion
from app.sandbox.server import SandboxServer
from app.sync.choice import Selection
from app.sync.pull import brought_quiz
from app.sync.resolve import Keep
from tests.sync.conftest import Bench
from tests.sync.test_decide import decide
from tests.sync.test_run import hot_spot, photo, regions, retitled, statement


def put_with_hot_spot(bench: Bench) -> None:
    bench.put(statement("a"), hot_spot(bench, "spot"), statement("z"))


def lose_pictures(bench: Bench) -> None:
    for path in (bench.library.folder / "media").glob("*/*"):
        path.unlink()


def test_a_picture_that_the_storage_refuses_holds_its_question_alone(bench: Bench) -> None:
    put_with_hot_spot(bench)
    bench.server.core.set_fault("presigned-expired", 1.0)
    outcome = bench.sync()
    assert [held.item_id for held in outcome.held] == [bench.quiz.items[1].id]
    assert bench.titles == ["a", "z"]
    bench.server.core.set_fault("presigned-expired", 0.0)
    assert bench.sync().created == 1
    assert bench.titles == ["a", "spot", "z"]


def test_a_picture_that_is_lost_here_holds_its_question_alone(bench: Bench) -> None:
    put_with_hot_spot(bench)
    lose_pictures(bench)
    assert [held.item_id for held in bench.sync().held] == [bench.quiz.items[1].id]
    assert bench.titles == ["a", "z"]


def test_a_new_picture_that_is_lost_here_holds_the_answers_alone(bench: Bench) -> None:
    put_with_hot_spot(bench)
    bench.sync()
    before = bench.rows[1]["entry"]["interaction_data"]  # type: ignore[index]
    first, spot, last = bench.quiz.items
    question = spot.entry
    assert isinstance(question, HotSpotQuestion)
    bench.put(first, retitled(spot.with_entry(question.with_picture(f"media:{'0' * 64}")), "Spot"), last)
    assert len(bench.sync().held) == 1
    assert bench.titles == ["a", "Spot", "z"]
    assert bench.rows[1]["entry"]["interaction_data"] == before  # type: ignore[index]


def test_a_picture_on_a_host_that_canvas_never_named_is_not_fetched(bench: Bench, server: SandboxServer) -> None:
    """A file from elsewhere may name any host of this network."""
    address = server.core.add_media(photo())
    question = HotSpotQuestion.new().replaced(title="foreign", item_body="<p>Click.</p>")
    bench.put(Item.of(question.with_picture(address).with_regions(regions())))
    uploads = len(server.core.storage_requests)
    outcome = bench.sync()
    assert (outcome.fetched, len(outcome.held)) == (0, 1)
    assert len(server.core.storage_requests) == uploads


def test_38_regions_come_back_from_canvas_as_they_were_drawn(bench: Bench, tmp_path: Path) -> None:
    drawn = (
        Region("1", Oval(Box(1 / 3, 0.1234567890123, 2 / 3, 0.7))),
        Region("2", Rectangle(Box(1e-7, 0.0, 1 - 1e-7, 1 / 7))),
        Region("3", Polygon((Point(0.1, 0.9), Point(0.9, 2 / 3), Point(0.5, 5 / 9)))),
    )
    item = hot_spot(bench, "spot")
    assert isinstance(item.entry, HotSpotQuestion)
    bench.put(item.with_entry(item.entry.with_regions(drawn)))
    bench.sync()
    raw = bench.server.core.quizzes(bench.link.course_id)[-1]
    with Library.open(tmp_path / "another computer") as library:
        with library.transaction() as db:
            known = {"user_id": "1", "user_name": "T", "instance": bench.server.instance}
            account = linking.account_for(db, kind="sandbox", origin=bench.server.url, **known)
        link = brought_quiz(library, account.id, bench.link.course_id, raw)
        pulled = Bench(library, bench.server, account.id, link)
        pulled.sync(Selection(pull_only=True))
        (back,) = pulled.quiz.items
        assert isinstance(back.entry, HotSpotQuestion)
        assert [region.shape for region in back.entry.regions(back.local)] == [region.shape for region in drawn]


def test_a_picture_that_is_taken_from_canvas_in_a_conflict_is_fetched(bench: Bench, server: SandboxServer) -> None:
    bench.put(hot_spot(bench, "spot"))
    bench.sync()
    (spot,) = bench.quiz.items
    question = spot.entry
    assert isinstance(question, HotSpotQuestion)
    reference = bench.library.take_media(photo("white"), content_type="image/png", width=60, height=40)
    bench.put(spot.with_entry(question.with_picture(reference).with_regions(regions())))
    row = str(bench.rows[0]["id"])
    change = {"interaction_data": {"image_url": server.core.add_media(photo("brown"))}}
    server.core.edit_item(bench.link.course_id, bench.canvas_id, row, {"entry": change})
    assert len(bench.sync().conflicts) == 1
    decide(bench, Keep.CANVAS)
    outcome = bench.sync()
    assert (outcome.fetched, outcome.held) == (1, [])
