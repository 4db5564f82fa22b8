"""Copies of a quiz are edited on two computers and merged by files: nothing is lost, what both changed is told."""

import io
import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from app.interchange.native_import import take_in_native
from app.interchange.take_in import keep_pictures
from app.library import linking, media
from app.library.library import Library
from app.library.lineage import Lineage, with_past
from app.library.native_file import read_native, write_native
from app.models.item import Item
from app.models.local import QuizLocal
from app.models.question import Question
from app.models.quiz import NewQuiz, Quiz
from app.sync.meeting import meet
from app.sync.reunion import Reunion
from app.sync.reunion_words import conflicts, meeting_words
from tests.support.quiz import choice, stimulus, three_items

FILE = "leaves.quizwright"


class Computer:
    """A library, and what is done to the one quiz in it."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self.file = folder / FILE
        self.library = Library.open(folder / "library")

    @property
    def quiz(self) -> Quiz:
        return self.library.open_quiz("q").quiz

    @property
    def texts(self) -> dict[str, str]:
        return {item.id: text_of(item) for item in self.quiz.items}

    def keep(self, quiz: Quiz, what: str = "Edit") -> None:
        self.library.save(quiz, before=self.quiz, what=what, problem_counts={})

    def write(self, item_id: str, text: str) -> None:
        self.keep(self.quiz.with_item(with_text(self.quiz.item(item_id), text)))

    def delete(self, item_id: str) -> None:
        self.keep(self.quiz.with_items(item for item in self.quiz.items if item.id != item_id))

    def order(self, ids: str) -> None:
        self.keep(self.quiz.with_items(self.quiz.item(item_id) for item_id in ids))

    def add(self, item_id: str, place: int = 0) -> None:
        rows = self.quiz.items
        self.keep(self.quiz.with_items((*rows[:place], new(item_id), *rows[place:])))

    def rename(self, title: str) -> None:
        self.keep(self.quiz.with_fields(self.quiz.fields.replaced(title=title)))

    def send(self) -> Path:
        write_native(self.file, with_past(self.library, self.quiz), self.library.read_media)
        return self.file

    def take(self, file: Path) -> Reunion:
        keep_pictures(self.library, read_native(file).media, file.name)
        return meet(self.library, read_native(file).quiz, file.name)

    def was_ever(self, text: str) -> bool:
        """Whether the quiz or its history has it."""
        versions = (self.library.version(row.id) for row in self.library.history("q"))
        return any(text == text_of(item) for quiz in (self.quiz, *versions) for item in quiz.items)


def text_of(item: Item) -> str:
    return item.entry.item_body or "" if isinstance(item.entry, Question) else ""


def with_text(item: Item, text: str) -> Item:
    assert isinstance(item.entry, Question)
    return item.with_entry(item.entry.replaced(item_body=text))


def new(item_id: str) -> Item:
    return Item.of(choice(f"New {item_id}", "yes", "no"), id=item_id)


@pytest.fixture
def computers(tmp_path: Path) -> Iterator[tuple[Computer, Computer]]:
    here, there = Computer(tmp_path / "here"), Computer(tmp_path / "there")
    here.library.create_quiz(NewQuiz(title="Leaves"), three_items(), id="q")
    take_in_native(there.library, read_native(here.send()), FILE)
    yield here, there
    here.library.close()
    there.library.close()


Two = tuple[Computer, Computer]


def test_what_was_changed_in_one_copy_only_comes_along(computers: Two) -> None:
    here, there = computers
    here.write("a", "<p>Mine</p>")
    there.write("b", "<p>Theirs</p>")
    there.add("n", 1)
    there.rename("Leaves and roots")
    met = here.take(there.send())
    assert [*here.texts] == ["a", "n", "b", "c"]
    assert (here.texts["a"], here.texts["b"]) == ("<p>Mine</p>", "<p>Theirs</p>")
    assert here.quiz.title == "Leaves and roots"
    assert (set(met.brought), met.of_quiz, conflicts(met)) == ({"n", "b"}, True, ())


def test_what_both_changed_stands_there_twice_and_is_told(computers: Two) -> None:
    here, there = computers
    here.write("b", "<p>Mine</p>")
    there.write("b", "<p>Theirs</p>")
    met = here.take(there.send())
    assert [*here.texts.values()][1:3] == ["<p>Mine</p>", "<p>Theirs</p>"]
    assert [(item_id, "below it" in str(what)) for item_id, what in conflicts(met)] == [("b", True)]
    assert "question text" in str(meeting_words(met, FILE))


def test_two_parts_of_one_question_become_one_question(computers: Two) -> None:
    here, there = computers
    here.keep(here.quiz.with_item(here.quiz.item("b").with_points(7)))
    there.write("b", "<p>Theirs</p>")
    met = here.take(there.send())
    assert (here.quiz.item("b").points, here.texts["b"]) == (7, "<p>Theirs</p>")
    assert (len(here.quiz.items), conflicts(met)) == (3, ())


def test_points_that_both_changed_stay_and_the_others_are_in_the_history(computers: Two) -> None:
    here, there = computers
    here.keep(here.quiz.with_item(here.quiz.item("b").with_points(7)))
    there.keep(there.quiz.with_item(there.quiz.item("b").with_points(9)))
    met = here.take(there.send())
    assert (here.quiz.item("b").points, len(here.quiz.items)) == (7, 3)
    assert [str(what) for _, what in conflicts(met)] == [
        "Changed in both copies (points): yours stayed, History has the other one."
    ]
    [noted] = [row for row in here.library.history("q") if row.what == f"The copy in {FILE}"]
    assert here.library.version(noted.id).item("b").points == 9


def test_a_title_that_both_changed_stays_and_is_told(computers: Two) -> None:
    here, there = computers
    here.rename("Mine")
    there.rename("Theirs")
    met = here.take(there.send())
    assert (here.quiz.title, [item_id for item_id, _ in conflicts(met)]) == ("Mine", [""])


def test_a_deletion_comes_along_unless_the_question_was_changed_here(computers: Two) -> None:
    here, there = computers
    here.write("c", "<p>Mine</p>")
    there.delete("b")
    there.delete("c")
    met = here.take(there.send())
    assert ([*here.texts], met.removed, met.stayed) == (["a", "c"], ("b",), ("c",))


def test_what_was_deleted_here_comes_back_only_where_it_was_changed_there(computers: Two) -> None:
    here, there = computers
    here.delete("a")
    here.delete("b")
    there.write("b", "<p>Theirs</p>")
    met = here.take(there.send())
    assert ([*here.texts], met.stayed) == (["b", "c"], ("b",))


def test_an_older_file_changes_nothing(computers: Two) -> None:
    here, there = computers
    old = there.send()
    here.write("a", "<p>Mine</p>")
    here.order("cab")
    before = here.quiz
    assert not here.take(old).is_new
    assert ([*here.texts], here.texts["a"]) == (["c", "a", "b"], "<p>Mine</p>")
    assert here.library.history("q")[0].what == "Edit"
    assert [item.document for item in here.quiz.items] == [item.document for item in before.items]


def test_an_order_of_one_copy_comes_along_with_what_is_new_in_the_other(computers: Two) -> None:
    here, there = computers
    here.add("n", 3)
    there.order("cba")
    met = here.take(there.send())
    assert (met.moved, [*here.texts]) == (True, ["c", "n", "b", "a"])


def test_the_same_file_again_brings_nothing_twice(computers: Two) -> None:
    here, there = computers
    here.write("b", "<p>Mine</p>")
    there.write("b", "<p>Theirs</p>")
    file = there.send()
    here.take(file)
    count = len(here.quiz.items)
    assert (here.take(file).is_new, len(here.quiz.items)) == (False, count)


def test_what_was_undone_here_is_not_done_again(computers: Two) -> None:
    here, there = computers
    original = here.texts["a"]
    here.write("a", "<p>Changed</p>")
    there.take(here.send())
    here.write("a", original)
    assert not here.take(there.send()).is_new
    there.take(here.send())
    assert there.texts["a"] == original


def test_a_deleted_quiz_comes_back_with_its_file(computers: Two) -> None:
    here, there = computers
    there.write("a", "<p>Theirs</p>")
    here.library.delete_quiz("q")
    here.take(there.send())
    assert [row.id for row in here.library.quizzes()] == ["q"]
    assert here.texts["a"] == "<p>Theirs</p>"


def test_a_file_without_a_past_loses_nothing(computers: Two) -> None:
    """Older versions of the program wrote such."""
    here, there = computers
    here.write("b", "<p>Mine</p>")
    there.write("b", "<p>Theirs</p>")
    there.delete("c")
    write_native(there.file, there.quiz, there.library.read_media)
    here.take(there.file)
    assert [*here.texts.values()][1:3] == ["<p>Mine</p>", "<p>Theirs</p>"]
    assert "c" in here.texts


def test_a_row_that_only_canvas_writes_is_merged_as_a_whole(computers: Two) -> None:
    here, there = computers
    there.keep(there.quiz.with_items((*there.quiz.items, stimulus())))
    here.take(there.send())
    assert [item.id for item in here.quiz.items] == ["a", "b", "c", "s"]


def test_tags_of_both_are_kept(computers: Two) -> None:
    here, there = computers
    here.keep(here.quiz.with_local(QuizLocal(tags=("one",))))
    there.keep(there.quiz.with_local(QuizLocal(tags=("two",))))
    here.take(there.send())
    assert here.quiz.local.tags == ("one", "two")


def test_the_past_of_a_file_is_short(computers: Two) -> None:
    here, _ = computers
    for number in range(150):
        here.write("a", f"<p>{number}</p>")
    past = Lineage(here.library, here.quiz).past
    assert len(past["a"]) == 100


@pytest.mark.parametrize("address", ["/courses/1/files/5/preview", "https://c.edu/courses/1/files/5/preview"])
def test_a_picture_from_canvas_keeps_its_address_here_and_is_no_change(computers: Two, address: str) -> None:
    here, there = computers
    picture(here.library, address)
    here.write("a", f'<p><img src="{address}"></p>')
    there.take(here.send())
    assert "media:" in there.texts["a"]
    there.write("b", "<p>Theirs</p>")
    met = here.take(there.send())
    assert (met.brought, conflicts(met), address in here.texts["a"]) == (("b",), (), True)
    here.write("a", f'<p>Look: <img src="{address}"></p>')
    there.take(here.send())
    assert ("Look" in there.texts["a"], len(there.quiz.items)) == (True, 3)


def test_a_picture_that_was_fetched_after_the_file_was_written_is_no_change(computers: Two) -> None:
    here, there = computers
    address = "/courses/1/files/5/preview"
    here.write("a", f'<p><img src="{address}"></p>')
    there.take(here.send())
    picture(here.library, address)
    there.write("b", "<p>Theirs</p>")
    met = here.take(there.send())
    assert (met.brought, conflicts(met)) == (("b",), ())


def picture(library: Library, address: str) -> None:
    """One that was fetched from a Canvas."""
    out = io.BytesIO()
    Image.new("RGB", (6, 4), "red").save(out, "PNG")
    reference = library.take_media(out.getvalue(), content_type="image/png")
    with library.transaction() as db:
        account = linking.account_for(db, kind="canvas", origin="https://c.edu", user_id="1", user_name="Ann")
        media.note_fetched(db, account.id, address, reference.removeprefix("media:"))


@pytest.mark.parametrize("seed", range(12))
def test_copies_that_go_to_and_fro_become_the_same_and_lose_nothing(computers: Two, seed: int) -> None:
    chance = random.Random(seed)
    here, there = computers
    for number in range(6):
        for name, computer in zip("ht", computers, strict=True):
            for step in range(chance.randrange(4)):
                _act(computer, chance, f"{name}{number}{step}")
        if chance.random() < 0.7:
            _take_and_look(here, there)
        _take_and_look(there, here)
    for one, other in ((here, there), (there, here), (here, there)):
        _take_and_look(one, other)
    assert _seen(here) == _seen(there)
    assert not here.take(there.send()).is_new


def _take_and_look(here: Computer, there: Computer) -> None:
    """What either copy says is here afterwards, in the quiz or in its history."""
    said = {*here.texts.values(), *there.texts.values()}
    here.take(there.send())
    assert [text for text in said if not here.was_ever(text)] == []


def _act(computer: Computer, chance: random.Random, name: str) -> None:
    ids = [item.id for item in computer.quiz.items]
    kind = chance.choice(["write", "write", "points", "add", "delete", "order", "rename"])
    item_id = chance.choice(ids) if ids else ""
    if kind == "write" and ids:
        computer.write(item_id, f"<p>{name}</p>")
    elif kind == "points" and ids:
        computer.keep(computer.quiz.with_item(computer.quiz.item(item_id).with_points(chance.randrange(9))))
    elif kind == "add":
        computer.add(name, chance.randrange(len(ids) + 1))
    elif kind == "delete" and len(ids) > 2:
        computer.delete(item_id)
    elif kind == "order":
        computer.keep(computer.quiz.with_items(chance.sample(computer.quiz.items, len(ids))))
    elif kind == "rename":
        computer.rename(name)


def _seen(computer: Computer) -> tuple[object, ...]:
    quiz = computer.quiz
    return (quiz.fields.wire(), quiz.local.wire(), [(item.id, item.points, item.document) for item in quiz.items])
