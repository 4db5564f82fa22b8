"""The classic quiz of the first course, and a class that took it: a submission in every state."""

from app.sandbox.classic.attempt import NEW, handed_in, started
from app.sandbox.classic.quiz import add_classic_quiz
from app.sandbox.exchange import Json, JsonObject
from app.sandbox.state import State

TITLE = "Syllabus quiz (classic)"
_NAMES = ("Anna Ahlberg", "Ben Okafor", "Chiara Russo", "Dmitri Petrov", "Eun-ji Park", "Farid Haddad")
_HOUR = 3600.0


def _question(kind: str, name: str, text: str, points: float, **more: Json) -> JsonObject:
    question = {"question_name": name, "question_type": kind, "question_text": f"<p>{text}</p>"}
    return {**question, "points_possible": points, "answers": [], **more}


def _questions() -> list[JsonObject]:
    office = [{"id": 1, "text": "Tuesday", "weight": 100}, {"id": 2, "text": "Friday", "weight": 0}]
    late = [{"id": 3, "text": "True", "weight": 0}, {"id": 4, "text": "False", "weight": 100}]
    return [
        _question("multiple_choice_question", "Office hours", "When are the office hours?", 1, answers=office),
        _question("true_false_question", "Late work", "Late work is never taken.", 1, answers=late),
        _question("essay_question", "Why botany", "Why do you take this course? Two or three sentences.", 3),
        _question("essay_question", "A plant you know", "Describe a plant near your home and where it grows.", 4),
    ]


def add_class(state: State, course: str, assignment: JsonObject, now: float) -> None:
    """Six more students, and the classic quiz with what they and the first one did."""
    users = [_add_student(state, course, name) for name in _NAMES]
    fields = {"title": TITLE, "time_limit": 30, "allowed_attempts": 2, "questions": _questions()}
    quiz = add_classic_quiz(state, course, fields, {**assignment, "name": TITLE})
    row = state.tables["classics"][quiz]
    ids = [question["id"] for question in row["questions"]]
    for user, answers, ago in zip(users, _answers(), (50.0, 49.0, 26.0, 25.0, 2.0, 0.3), strict=True):
        begun = started({**NEW, "quiz": quiz, "user": user}, row, now - ago * _HOUR, state.next_uuid())
        begun = {**begun, "answers": dict(zip(ids, answers, strict=False))}
        if ago > 10:
            begun = handed_in(begun, row, now - ago * _HOUR + 900)
        state.put("classic_submissions", state.next_id("classic submission"), begun)
    settings = {**NEW, "quiz": quiz, "user": "2", "extra_time": 15, "extra_attempts": 1}
    state.put("classic_submissions", state.next_id("classic submission"), settings)


def _add_student(state: State, course: str, name: str) -> str:
    key = str(1 + max(int(known) for known, _ in state.rows("people")))
    first, _, last = name.partition(" ")
    row = {"id": key, "name": name, "sortable_name": f"{last}, {first}", "role": "student", "courses": [course]}
    state.put("people", key, row)
    return key


def _answers() -> list[tuple[str, ...]]:
    """Of four who handed in, of one whose time is over, and of one who is writing."""
    return [
        (
            "Tuesday",
            "False",
            "<p>I want to know what grows in our garden, and why the moss comes back every spring.</p>",
            "<p>A silver birch stands behind the house. It likes the sandy soil and the light.</p>",
        ),
        ("Tuesday", "True", "<p>It fits my timetable.</p>", "<p>Ivy, on the north wall.</p>"),
        (
            "Friday",
            "False",
            "<p>I would like to work in a botanical garden.</p>",
            "<p>Lemon balm grows in a pot on our balcony; it needs much water in July.</p>",
        ),
        ("Tuesday", "False", "", "<p>A lime tree (<em>Tilia cordata</em>) at the bus stop.</p>"),
        ("Tuesday", "False", "<p>My sister took it and</p>"),
        ("Tuesday",),
    ]
