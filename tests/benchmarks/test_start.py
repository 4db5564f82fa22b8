"""From the start of the process to the first painted window, against a bare window of PySide6 in the same run."""

from collections.abc import Sequence
from pathlib import Path
from statistics import median

from tests.support.measure.child import Child
from tests.support.measure.figure import Figures
from tests.support.measure.long_quiz import OTHER_QUIZZES
from tests.support.measure.opened_quiz import StoredQuiz

RUNS = 15
BARE = ("-m", "tests.support.measure.bare_window_program")
APP = ("-m", "tests.support.measure.start_program")


def test_window_opens(figures: Figures, long_quiz: StoredQuiz, tmp_path: Path) -> None:
    bare, listed, edited = [], [], []
    app = (*APP, long_quiz.other_id, "--library", str(long_quiz.folder))
    for _ in range(1 + RUNS):  # one more to warm up
        bare.append(_moments(BARE, 1, tmp_path)[0])
        first, second = _moments(app, 2, tmp_path)
        listed.append(first)
        edited.append(second)
    floor = median(bare[1:])
    _note(figures, "Start until the library's list is painted, of a bare window", listed[1:], floor, goal=1.6)
    _note(figures, "Start until a question can be edited, of a bare window", edited[1:], floor, goal=2.2)


def _moments(program: Sequence[str], count: int, home: Path) -> list[float]:
    """Milliseconds from the start of the process to each thing that it tells."""
    own = {name: str(home) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")}
    with Child(program, own) as child:
        said = [child.said() for _ in range(count)]
    assert said[0].get("rows", OTHER_QUIZZES + 1) == OTHER_QUIZZES + 1
    assert said[0].get("loaded", []) == []
    return [(float(str(words["at"])) - child.started) * 1000 for words in said]


def _note(figures: Figures, what: str, times: Sequence[float], floor: float, *, goal: float) -> None:
    detail = f"medians {median(times):.0f} ms and {floor:.0f} ms, n {len(times)}"
    figures.note(what, median(times) / floor, "×", goal=goal, detail=detail)
