"""Pictures of texts: uploaded once for each course before what names them, addressed only in what is sent."""

import asyncio
import contextlib
import io
import threading
from collections.abc import Callable
from typing import Any

import pytest
from PIL import Image

from app.html.sources import sources
from app.library import journal, linking
from app.library.row import State
from app.models.item import Item
from app.models.questions.choice import ChoiceQuestion
from app.models.questions.true_false import TrueFalseQuestion
from app.sandbox.exchange import Request, Response
from app.sync.choice import Selection, Side
from app.sync.intent import IntentKind
from app.sync.letter import result_sentences, sentences
from app.sync.pull import brought_quiz
from tests.support.scripted import serving
from tests.sync.conftest import Bench


def photo(colour: str = "green") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (60, 40), colour).save(out, "PNG")
    return out.getvalue()


def taken(bench: Bench, colour: str = "green") -> str:
    return bench.library.take_media(photo(colour), content_type="image/png", width=60, height=40)


def img(source: str, more: str = 'alt="A leaf" width="30"') -> str:
    return f'<p>See <img src="{source}" {more}></p>'


def statement(title: str, text: str) -> Item:
    question = TrueFalseQuestion.new().replaced(title=title, item_body=text)
    return Item.of(question.with_right(True))


def with_text(item: Item, text: str) -> Item:
    return item.with_entry(item.entry.replaced(item_body=text))


def everywhere(source: str) -> Item:
    """A multiple choice with the picture in each of its texts."""
    choices = [
        {"id": f"00000000-0000-4000-8000-{n:012}", "position": n, "item_body": f"<p>{n}</p>{img(source)}"}
        for n in (1, 2)
    ]
    html = img(source)
    question = ChoiceQuestion.new().replaced(title="all", item_body=html, interaction_data={"choices": choices})
    question = question.with_feedback("neutral", html).with_feedback("correct", html).with_feedback("incorrect", html)
    return Item.of(question.replaced(answer_feedback={choices[0]["id"]: html}).with_right(str(choices[0]["id"])))


def entry(bench: Bench, place: int = 0) -> dict[str, Any]:
    found = bench.rows[place]["entry"]
    assert isinstance(found, dict)
    return found


def files(bench: Bench, course: str = "1") -> list[dict[str, Any]]:
    return bench.server.core.files(course)


def with_instructions(bench: Bench, html: str) -> None:
    bench.save(bench.quiz.with_fields(bench.quiz.fields.replaced(instructions=html)))


def test_the_file_is_in_the_course_and_the_text_names_it(bench: Bench) -> None:
    bench.put(statement("a", img(taken(bench))))
    outcome = bench.sync()
    (file,) = files(bench)
    assert (file["folder"], file["content_type"]) == ("Quizwright", "image/png")
    assert bench.server.core.file_content(file["id"]) == photo()
    address = f"{bench.server.url}/courses/1/files/{file['id']}/preview?verifier={file['uuid']}"
    assert entry(bench)["item_body"] == f'<p>See <img src="{address}" alt="A leaf" width="30"></p>'
    assert (outcome.uploaded, outcome.created, outcome.held) == (1, 1, [])


def test_every_text_of_a_quiz_may_have_it_and_it_goes_up_once(bench: Bench) -> None:
    source = taken(bench)
    with_instructions(bench, img(source))
    bench.put(everywhere(source), statement("b", img(source)))
    assert bench.sync().uploaded == 1
    (file,) = files(bench)
    quiz = bench.server.core.quizzes("1")[-1]
    for value in (quiz["instructions"], entry(bench), entry(bench, 1)):
        assert [f"/files/{file['id']}/" in source for source in sources(value)] == [True]
    texts = entry(bench)
    assert "media:" not in str(texts)
    assert str(texts).count("<img") == 7


def test_what_is_here_keeps_its_own_name_for_the_picture(bench: Bench) -> None:
    source = taken(bench)
    bench.put(statement("a", img(source)))
    bench.sync()
    assert bench.quiz.items[0].entry.wire()["item_body"] == img(source)
    assert bench.library.quizzes()[0].state is State.SYNCED


def test_a_second_sync_sends_nothing(bench: Bench) -> None:
    source = taken(bench)
    with_instructions(bench, img(source))
    bench.put(everywhere(source))
    bench.sync()
    before, stored = len(bench.server.core.requests), len(bench.server.core.storage_requests)
    assert bench.sync().writes == 0
    assert {seen.method for seen in bench.server.core.requests[before:]} == {"GET"}
    assert len(bench.server.core.storage_requests) == stored


def test_the_plan_tells_pictures_and_their_size(bench: Bench) -> None:
    bench.put(statement("a", img(taken(bench)) + img(taken(bench, "red"))))
    told = str(sentences(bench.preview())[0])
    assert told == "To Canvas: a new quiz, 1 new question, 2 pictures (1 kB)."
    assert files(bench) == []


def test_a_picture_in_a_changed_text_goes_up_and_no_other(bench: Bench) -> None:
    green, red = taken(bench), taken(bench, "red")
    bench.put(statement("a", img(green)))
    bench.sync()
    bench.put(with_text(bench.quiz.items[0], img(red)))
    assert bench.sync().uploaded == 1
    assert len(files(bench)) == 2
    bench.put(with_text(bench.quiz.items[0], img(green)))
    assert bench.sync().uploaded == 0


def test_a_server_that_tidies_is_not_taken_for_an_editor(bench: Bench) -> None:
    html = f"<p onclick='x()'>A&nbsp;<IMG alt=leaf src={taken(bench)} data-x=1 onload=y()></p>"
    bench.put(statement("a", html))
    bench.sync()
    outcome = bench.sync()
    assert (outcome.writes, outcome.brought_changed, outcome.conflicts) == (0, 0, [])
    assert bench.quiz.items[0].entry.wire()["item_body"] == html


def test_what_a_colleague_writes_beside_a_picture_comes_with_our_name_for_it(bench: Bench) -> None:
    source = taken(bench)
    bench.put(statement("a", img(source)))
    bench.sync()
    html = str(entry(bench)["item_body"]).replace("See", "Look at")
    bench.server.core.edit_item("1", bench.canvas_id, str(bench.rows[0]["id"]), {"entry": {"item_body": html}})
    assert bench.sync().brought_changed == 1
    assert sources(bench.quiz.items[0].entry.wire()) == (source,)
    assert bench.sync().writes == 0


def test_another_course_gets_a_file_of_its_own(bench: Bench) -> None:
    bench.put(statement("a", img(taken(bench))))
    bench.sync()
    with bench.library.transaction() as db:
        bench.link = linking.link_to(db, bench.link.quiz_id, bench.account, "2")
    assert bench.sync().uploaded == 1
    assert (len(files(bench)), len(files(bench, "2"))) == (1, 1)
    (row,) = bench.server.core.items("2", bench.library.links(bench.link.quiz_id)[1].canvas_id or "")
    assert "/courses/2/files/" in row["entry"]["item_body"]


# what goes wrong


@pytest.mark.parametrize(
    "fault",
    ["file-upload-lost", "file-confirm-lost", "file-upload-expired", "error-after-commit", "reset-after-commit"],
)
def test_what_was_lost_on_the_way_is_sent_again_and_is_one_file(bench: Bench, fault: str) -> None:
    bench.put(statement("a", img(taken(bench))))
    bench.server.core.set_fault(fault, 0.5)
    bench.sync()
    bench.server.core.set_fault(fault, 0)
    bench.sync()
    assert len(files(bench)) == 1
    assert bench.titles == ["a"]
    assert files(bench)[0]["id"] in str(entry(bench)["item_body"]).replace("/", " ").split()


def test_a_sync_that_died_while_uploading_is_taken_up(bench: Bench) -> None:
    bench.put(statement("a", img(taken(bench))))
    with bench.library.transaction() as db:
        intent = journal.IntentRow("x", IntentKind.UPLOAD, "", None, {}, frozenset(), 0.0)
        journal.begin(db, bench.link.id, intent)
    assert bench.sync().uploaded == 1
    assert len(files(bench)) == 1
    assert journal.lost(bench.library.db, bench.link.id) == []


def test_a_sync_that_is_stopped_while_a_picture_goes_up_is_taken_up_by_the_next(bench: Bench) -> None:
    bench.put(statement("a", img(taken(bench))))
    handle, going = bench.server.core.handle_storage, threading.Event()

    def reached(request: Request) -> Response:
        going.set()
        return handle(request)

    async def stopped() -> None:
        async with bench.client() as client:
            task = asyncio.create_task(bench.made(client).run())
            await asyncio.to_thread(going.wait, 10)
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task

    bench.server.core.handle_storage = reached  # type: ignore[method-assign]
    asyncio.run(stopped())
    bench.sync()
    assert (len(files(bench)), bench.titles) == (1, ["a"])


def test_a_full_course_holds_back_what_names_the_picture_and_sends_the_rest(bench: Bench) -> None:
    source = taken(bench)
    with_instructions(bench, img(source))
    bench.put(statement("a", img(source)), statement("b", "<p>Leaves breathe.</p>"))
    bench.server.core.set_file_quota("1", 10)
    outcome = bench.sync()
    assert bench.titles == ["b"]
    assert {held.item_id for held in outcome.held} == {"", bench.quiz.items[0].id}
    assert "delete files" in str(outcome.held[0].reason)
    assert "media:" not in str(bench.rows) + str(bench.server.core.quizzes("1"))
    bench.server.core.set_file_quota("1", 10_000)
    bench.sync()
    assert bench.titles == ["a", "b"]
    assert sources(bench.server.core.quizzes("1")[-1]["instructions"])


@pytest.mark.parametrize("fault", ["file-quota", "file-upload-refused"])
def test_a_refused_picture_leaves_the_text_on_canvas_as_it_was(bench: Bench, fault: str) -> None:
    bench.put(statement("a", "<p>Before</p>"), statement("b", "<p>Other</p>"))
    bench.sync()
    first, second = bench.quiz.items
    bench.put(with_text(first, img(taken(bench))), with_text(second, "<p>New</p>"))
    bench.server.core.set_fault(fault, 1)
    outcome = bench.sync()
    assert [entry(bench, place)["item_body"] for place in (0, 1)] == ["<p>Before</p>", "<p>New</p>"]
    assert [held.item_id for held in outcome.held] == [first.id]


def test_a_picture_that_is_missing_here_holds_back_its_question_alone(bench: Bench) -> None:
    bench.put(statement("a", img("media:" + "0" * 64)), statement("b", "<p>Other</p>"))
    outcome = bench.sync()
    assert bench.titles == ["b"]
    assert "missing or damaged" in str(outcome.held[0].reason)


def test_mine_wins_a_conflict_with_its_picture(bench: Bench) -> None:
    bench.put(statement("a", "<p>Before</p>"))
    bench.sync()
    bench.put(with_text(bench.quiz.items[0], img(taken(bench))))
    bench.server.core.edit_item("1", bench.canvas_id, str(bench.rows[0]["id"]), {"entry": {"item_body": "<p>X</p>"}})
    outcome = bench.sync(Selection(prefer=Side.MINE))
    assert (outcome.uploaded, outcome.conflicts) == (1, [])
    assert sources(entry(bench))


def test_the_storage_never_sees_the_token(bench: Bench) -> None:
    seen: list[str] = []
    handle = bench.server.core.handle_storage
    bench.server.core.handle_storage = lambda request: seen.append(f"{request}") or handle(request)  # type: ignore[method-assign,func-returns-value]
    bench.put(statement("a", img(taken(bench))))
    bench.sync()
    assert len(seen) == 1
    assert bench.server.token not in seen[0]


# pulled


@pytest.fixture
def pulled(bench: Bench) -> Callable[[str], None]:
    """Somebody else's quiz with this text on Canvas, brought here."""

    def pull(html: str) -> None:
        core = bench.server.core
        quiz = core.add_quiz("1", {"title": "Theirs", "instructions": "<p>Read.</p>"})
        core.add_item("1", quiz, {"points_possible": 1, "entry": statement("t", html).entry.wire()})
        raw = next(raw for raw in core.quizzes("1") if raw["id"] == quiz)
        bench.link = brought_quiz(bench.library, bench.account, "1", raw)

    return pull


@pytest.mark.parametrize("form", ["{url}/courses/1/files/{id}/preview", "/courses/1/files/{id}/preview?verifier=v"])
def test_a_pulled_picture_is_fetched_once_and_its_text_stays_as_it_came(
    bench: Bench, pulled: Callable[[str], None], form: str
) -> None:
    key = bench.server.core.add_file("1", "leaf.png", photo())
    html = img(form.format(url=bench.server.url, id=key))
    pulled(html)
    outcome = bench.sync(Selection(pull_only=True))
    assert (outcome.fetched, outcome.held, outcome.notes) == (1, [], [])
    assert bench.quiz.items[0].entry.wire()["item_body"] == html
    fetched = len(bench.server.core.storage_requests)
    assert (bench.sync().writes, bench.sync().fetched) == (0, 0)
    assert len(bench.server.core.storage_requests) == fetched


def test_a_picture_on_another_host_is_told_and_not_fetched(bench: Bench, pulled: Callable[[str], None]) -> None:
    with serving() as stranger:
        pulled(img(f"{stranger.url}/leaf.png") + img(f"{stranger.url}/root.png"))
        outcome = bench.sync(Selection(pull_only=True))
        assert stranger.asked == []
    host = stranger.url.removeprefix("http://")
    told = [str(sentence) for sentence in result_sentences(outcome)]
    assert told[-1] == f"2 pictures on {host} were not fetched: they are not of your Canvas."
    assert (outcome.fetched, outcome.held) == (0, [])


def test_a_host_inside_is_not_asked_though_the_person_asked_for_it(bench: Bench, pulled: Callable[[str], None]) -> None:
    with serving() as stranger:
        host = stranger.url.removeprefix("http://")
        pulled(img(f"https://{host}/leaf.png"))
        outcome = bench.sync(Selection(pull_only=True, fetch_from=frozenset({host})))
        assert stranger.asked == []
    assert "is not on the public internet" in str(outcome.notes[0])


def test_a_picture_that_is_gone_on_canvas_is_told_and_stops_nothing(
    bench: Bench, pulled: Callable[[str], None]
) -> None:
    pulled(img("/courses/1/files/999/preview"))
    outcome = bench.sync(Selection(pull_only=True))
    assert [str(note).partition(":")[0] for note in outcome.notes] == ["A picture of question 1 could not be fetched"]
    assert (outcome.brought_new, outcome.held) == (1, [])


def test_an_equation_is_not_fetched(bench: Bench, pulled: Callable[[str], None]) -> None:
    pulled('<p><img class="equation_image" src="/equation_images/x" data-equation-content="x" alt="x"></p>')
    outcome = bench.sync(Selection(pull_only=True))
    assert (outcome.fetched, outcome.notes) == (0, [])


def test_a_pulled_picture_goes_along_to_another_course(bench: Bench, pulled: Callable[[str], None]) -> None:
    key = bench.server.core.add_file("1", "leaf.png", photo())
    html = img(f"{bench.server.url}/courses/1/files/{key}/preview", 'alt="A" data-api-endpoint="/api/v1/files/1"')
    pulled(html)
    bench.sync(Selection(pull_only=True))
    bench.save(bench.quiz.with_fields(bench.quiz.fields.replaced(assignment_group_id=None)))
    with bench.library.transaction() as db:
        bench.link = linking.link_to(db, bench.link.quiz_id, bench.account, "2")
    assert bench.sync().uploaded == 1
    (row,) = bench.server.core.items("2", bench.library.links(bench.link.quiz_id)[1].canvas_id or "")
    (file,) = files(bench, "2")
    assert [f"/courses/2/files/{file['id']}/" in source for source in sources(row)] == [True]
    assert "data-api" not in row["entry"]["item_body"]
    assert bench.quiz.items[0].entry.wire()["item_body"] == html
    assert bench.sync().writes == 0


def test_a_text_that_canvas_has_with_a_file_of_another_course_is_left_alone(
    bench: Bench, pulled: Callable[[str], None]
) -> None:
    key = bench.server.core.add_file("2", "leaf.png", photo())
    html = img(f"{bench.server.url}/courses/2/files/{key}/preview")
    pulled(html)
    bench.sync(Selection(pull_only=True))
    bench.put(with_text(bench.quiz.items[0], html.replace("See", "Look")))
    assert (bench.sync().updated, files(bench)) == (1, [])
    assert sources(entry(bench)) == sources(html)


def test_a_second_quiz_with_the_same_foreign_picture_is_left_alone_too(
    bench: Bench, pulled: Callable[[str], None]
) -> None:
    key = bench.server.core.add_file("2", "leaf.png", photo())
    html = img(f"{bench.server.url}/courses/2/files/{key}/preview")
    for _ in range(2):
        pulled(html)
        bench.sync(Selection(pull_only=True))
        assert (bench.sync().writes, files(bench)) == (0, [])
        assert bench.library.quizzes()[0].state is State.SYNCED
    changed = {"entry": {"item_body": html.replace("See", "Look")}}
    bench.server.core.edit_item("1", bench.canvas_id, str(bench.rows[0]["id"]), changed)
    assert (bench.sync().brought_changed, bench.sync().writes, files(bench)) == (1, 0, [])
