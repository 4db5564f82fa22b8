"""Every saved state of a quiz can be looked at again."""

from itertools import pairwise

from app.library.library import Library
from app.models.item import Item
from app.models.local import QuizLocal
from app.models.quiz import NewQuiz, Quiz
from tests.support.quiz import choice, three_items


def state(quiz: Quiz) -> object:
    """All that a quiz is."""
    return (
        quiz.fields.wire(),
        quiz.local,
        [(item.id, item.points, item.entry_type, item.document) for item in quiz.items],
    )


def test_every_version_is_the_quiz_as_it_was(library: Library) -> None:
    quiz = library.create_quiz(NewQuiz(title="Leaves"), three_items())
    versions = [
        quiz,
        quiz := quiz.with_item(Item.of(choice("Which is brown?", "bark"), id="a")),
        quiz := quiz.with_items(reversed(quiz.items)),
        quiz := quiz.with_fields(quiz.fields.replaced(title="Trees")),
        quiz := quiz.with_local(QuizLocal(tags=("botany",))),
        quiz := quiz.with_items(quiz.items[:2]),
        quiz := quiz.with_item(quiz.items[0].with_points(7)),
        quiz.with_items((*quiz.items, Item.of(choice("New?", "yes"), id="n"))),
    ]
    for before, after in pairwise(versions):
        library.save(after, before=before, what="Edit", problem_counts={})
    rows = library.history(quiz.id)
    assert [state(library.version(row.id)) for row in reversed(rows)] == [state(version) for version in versions]


def test_the_newest_change_comes_first_with_its_words_and_time(library: Library) -> None:
    quiz = library.create_quiz(NewQuiz(title="Leaves"))
    library.save(quiz.with_fields(NewQuiz(title="Trees")), before=quiz, what="Title", problem_counts={})
    newest, first = library.history(quiz.id)
    assert (newest.what, first.what) == ("Title", "New quiz")
    assert newest.at == library.now()


def test_a_version_can_be_restored_and_is_a_version_itself(library: Library) -> None:
    quiz = library.create_quiz(NewQuiz(title="Leaves"), three_items())
    changed = quiz.with_items(quiz.items[1:])
    library.save(changed, before=quiz, what="Delete question", problem_counts={})
    old = library.version(library.history(quiz.id)[-1].id)
    library.save(old, before=changed, what="Restored version", problem_counts={})
    assert state(library.open_quiz(quiz.id).quiz) == state(quiz)
    assert len(library.history(quiz.id)) == 3


def test_equal_content_is_kept_once(library: Library) -> None:
    quiz = library.create_quiz(NewQuiz(title="Leaves"), three_items())
    count = "SELECT count(*) FROM content"
    before = library.db.execute(count).get
    for points in range(20):
        after = quiz.with_item(quiz.items[0].with_points(points))
        library.save(after, before=quiz, what="Points", problem_counts={})
        quiz = after
    assert library.db.execute(count).get == before
