"""What is saved comes back, and only what changed is written."""

import apsw
import pytest

from app.library.errors import NoSuchQuiz, SeveralQuizzes
from app.library.library import Library
from app.models.item import Item
from app.models.questions.true_false import TrueFalseQuestion
from app.models.quiz import NewQuiz, Quiz
from tests.support.clock import Clock
from tests.support.quiz import choice, stimulus, three_items


def created(library: Library, title: str = "Leaves") -> Quiz:
    return library.create_quiz(NewQuiz(title=title), three_items())


def edited(quiz: Quiz, item_id: str, text: str) -> Quiz:
    return quiz.with_item(Item.of(choice(text, "leaf", "bark"), id=item_id))


def save(library: Library, quiz: Quiz, before: Quiz, what: str = "Question text") -> int:
    return library.save(quiz, before=before, what=what, problem_counts={})


def test_a_quiz_comes_back_as_it_was_saved(library: Library) -> None:
    quiz = created(library)
    back = library.open_quiz(quiz.id).quiz
    assert back.fields == quiz.fields
    assert [(i.id, i.points, i.document) for i in back.items] == [(i.id, i.points, i.document) for i in quiz.items]


def test_unknown_fields_come_back(library: Library) -> None:
    raw = {"entry": {"interaction_type_slug": "choice", "sparkle": {"a": None}}, "status": "mutable"}
    fields = NewQuiz.model_validate({"title": "A", "mood": ["good"]})
    quiz = library.create_quiz(fields, [Item.from_wire(raw), stimulus()])
    back = library.open_quiz(quiz.id).quiz
    assert back.fields.wire() == fields.wire()
    assert [item.wire() for item in back.items] == [item.wire() for item in quiz.items]


def test_one_edit_among_many_writes_one_item(library: Library) -> None:
    quiz = created(library)
    assert save(library, edited(quiz, "a", "Which is brown?"), quiz) == 1
    rows = library.db.execute("SELECT count(*) FROM history_item WHERE history = 2").get
    assert rows == 1
    assert "brown" in library.open_quiz(quiz.id).quiz.items[0].summary.first_words


def test_a_save_without_a_change_leaves_no_trace(library: Library) -> None:
    quiz = created(library)
    assert save(library, quiz, quiz) == 0
    assert len(library.history(quiz.id)) == 1


def test_moved_deleted_and_added_items_come_back_in_order(library: Library) -> None:
    quiz = created(library)
    a, b, c = quiz.items
    added = Item.of(TrueFalseQuestion.new(), id="d")
    changed = quiz.with_items((c, added, a))
    save(library, changed, quiz)
    assert [item.id for item in library.open_quiz(quiz.id).quiz.items] == ["c", "d", "a"]
    save(library, changed.with_items((b, a, added, c)), changed)
    assert [item.id for item in library.open_quiz(quiz.id).quiz.items] == ["b", "a", "d", "c"]


def test_saving_whole_replaces_what_was_there(library: Library) -> None:
    quiz = created(library)
    library.save(quiz.with_items(quiz.items[1:]), before=None, what="Restored version", problem_counts={})
    assert [item.id for item in library.open_quiz(quiz.id).quiz.items] == ["b", "c"]


def test_the_list_shows_what_the_quiz_holds(library: Library) -> None:
    quiz = library.create_quiz(NewQuiz(title="Leaves"), [*three_items(), stimulus()])
    changed = edited(quiz, "a", "Why?").with_fields(quiz.fields.replaced(title="Trees"))
    library.save(changed, before=quiz, what="Title", problem_counts={"a": 2})
    [row] = library.quizzes()
    assert (row.title, row.questions, row.points, row.problems, row.state) == ("Trees", 3, 4, 2, "local")


def test_problem_counts_come_back_without_reading_an_item(library: Library) -> None:
    quiz = created(library)
    library.save(edited(quiz, "a", "Why?"), before=quiz, what="Question text", problem_counts={"a": 3})
    assert library.open_quiz(quiz.id).problem_counts == {"a": 3, "b": 0, "c": 0}


def test_a_deleted_quiz_can_be_restored_for_30_days(library: Library, clock: Clock) -> None:
    quiz = created(library)
    library.delete_quiz(quiz.id)
    clock.pass_days(29)
    library.purge_deleted()
    assert library.quizzes() == []
    assert [row.id for row in library.quizzes(deleted=True)] == [quiz.id]
    library.restore_quiz(quiz.id)
    assert [row.id for row in library.quizzes()] == [quiz.id]


def test_after_30_days_nothing_of_a_deleted_quiz_is_left(library: Library, clock: Clock) -> None:
    quiz = created(library)
    library.delete_quiz(quiz.id)
    clock.pass_days(31)
    library.purge_deleted()
    assert library.quizzes(deleted=True) == []
    tables = ["quiz", "item", "history", "history_item", "content", "words", "word_key"]
    assert {table: library.db.execute(f"SELECT count(*) FROM {table}").get for table in tables} == dict.fromkeys(
        tables, 0
    )


@pytest.mark.parametrize("given", ["id", "beginning", "title"])
def test_a_quiz_is_found_by_id_beginning_and_title(library: Library, given: str) -> None:
    quiz = created(library)
    created(library, "Roots")
    texts = {"id": quiz.id, "beginning": quiz.id[:9], "title": "Leaves"}
    assert library.find_quiz(texts[given]) == quiz.id


def test_a_title_that_two_quizzes_have_is_refused(library: Library) -> None:
    ids = {created(library).id, created(library).id}
    with pytest.raises(SeveralQuizzes) as refused:
        library.find_quiz("Leaves")
    assert all(quiz_id in str(refused.value) for quiz_id in ids)


@pytest.mark.parametrize("text", ["", "Nothing", "leaves", "%", "_"])
def test_what_means_no_quiz_is_refused(library: Library, text: str) -> None:
    created(library)
    with pytest.raises(NoSuchQuiz):
        library.find_quiz(text)


def test_a_failing_save_changes_nothing(library: Library) -> None:
    quiz = created(library)
    broken = edited(quiz, "a", "Why?").with_items([quiz.items[0], Item.of(choice("Why?"), id="\ud800")])
    with pytest.raises(UnicodeEncodeError):
        save(library, broken, quiz)
    assert library.open_quiz(quiz.id).revision == 0
    assert len(library.open_quiz(quiz.id).quiz.items) == 3


def test_the_file_is_kept_as_promised(library: Library) -> None:
    pragmas = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "trusted_schema": 0, "mmap_size": 0}
    assert {name: library.db.pragma(name) for name in pragmas} == pragmas
    assert library.db.pragma("cell_size_check") == 1
    assert isinstance(library.db, apsw.Connection)


def test_what_is_wrong_with_a_new_quiz_is_counted_before_anybody_opens_it(library: Library) -> None:
    quiz = library.create_quiz(NewQuiz(title="Leaves"), (*three_items(), Item.of(choice("Which?"), id="none")))
    assert library.open_quiz(quiz.id).problem_counts["none"] > 0
    assert library.quizzes()[0].problems == library.open_quiz(quiz.id).problem_counts["none"]
