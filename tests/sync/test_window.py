"""How long somebody else's edit can come between our look at a question and our write of it (reliability.md, row 7).

It cannot be nothing, for Canvas takes no conditions with a write.
"""

from contextlib import closing

from app.library.library import Library
from tests.sync.far import Far, statement

QUESTIONS = 60
MOST = 1.5
"""In seconds, for 95 of 100 writes, where Canvas answers within half a second."""


def test_a_look_is_seldom_older_than_a_second_and_a_half_when_the_write_arrives(library: Library) -> None:
    with closing(Far(library, QUESTIONS)) as far:
        far.sync()
        before = library.open_quiz(far.quiz.id).quiz
        after = before.with_items(item.with_entry(statement(f"Roots {item.id}")) for item in before.items)
        library.save(after, before=before, what="Edit", problem_counts={})
        assert far.sync().updated == QUESTIONS
        windows = sorted(far.transport.windows)
    assert len(windows) == QUESTIONS
    assert windows[int(0.95 * QUESTIONS)] <= MOST
