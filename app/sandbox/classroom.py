"""What students do meanwhile: they come, take quizzes and go. The hand of a test, and of nobody else."""

from app.sandbox.classic.attempt import NEW, handed_in, marked, started
from app.sandbox.classic.quiz import add_classic_quiz
from app.sandbox.core import Sandbox
from app.sandbox.exchange import JsonObject
from app.sandbox.seed import classic_assignment


class Classroom:
    """The students of a sandbox."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox
        self._state = sandbox.state

    def add_student(self, course_id: str, name: str) -> str:
        """A student comes into a course; gives the id."""
        with self._sandbox.lock:
            key = str(1 + max(int(known) for known, _ in self._state.rows("people")))
            first, _, last = name.rpartition(" ")
            row = {"id": key, "name": name, "sortable_name": f"{last}, {first}".strip(", "), "role": "student"}
            self._state.put("people", key, {**row, "courses": [course_id]})
            return key

    def remove_student(self, course_id: str, user_id: str) -> None:
        """A student leaves the course, and what was handed in goes along."""
        with self._sandbox.lock:
            row = self._state.tables["people"][user_id]
            courses = [course for course in row["courses"] if course != course_id]
            self._state.put("people", user_id, {**row, "courses": courses})
            for key, submission in list(self._state.rows("classic_submissions")):
                if submission["user"] == user_id:
                    self._state.drop("classic_submissions", key)

    def add_classic_quiz(self, course_id: str, title: str, questions: list[JsonObject], **fields: object) -> str:
        """A classic quiz; gives its id."""
        with self._sandbox.lock:
            values = {"title": title, "questions": questions, **fields}
            return add_classic_quiz(self._state, course_id, values, {**classic_assignment(), "name": title})

    def change_quiz(self, quiz_id: str, **fields: object) -> None:
        """Change fields of a classic quiz."""
        with self._sandbox.lock:
            self._state.put("classics", quiz_id, {**self._state.tables["classics"][quiz_id], **fields})

    def begin(self, quiz_id: str, user_id: str, *, at: float, answers: JsonObject | None = None) -> str:
        """A student begins an attempt at this moment; gives the id of the submission."""
        with self._sandbox.lock:
            rows = self._state.rows("classic_submissions")
            same = ((key, row) for key, row in rows if (row["quiz"], row["user"]) == (quiz_id, user_id))
            empty = {**NEW, "quiz": quiz_id, "user": user_id}
            key, row = next(same, None) or (self._state.next_id("classic submission"), empty)
            begun = started(row, self._state.tables["classics"][quiz_id], at, self._state.next_uuid())
            self._state.put("classic_submissions", key, {**begun, "answers": answers or {}})
            return key

    def hand_in(self, quiz_id: str, user_id: str, answers: JsonObject, *, at: float) -> str:
        """A student begins and hands in; answers by the id of the question. Gives the id of the submission."""
        with self._sandbox.lock:
            key = self.begin(quiz_id, user_id, at=at, answers=answers)
            row, quiz = self._state.tables["classic_submissions"][key], self._state.tables["classics"][quiz_id]
            self._state.put("classic_submissions", key, handed_in(row, quiz, at + 60))
            return key

    def mark(self, submission_id: str, attempt: int, questions: JsonObject) -> None:
        """Another teacher gives `score` and `comment` for answers, by the id of the question."""
        with self._sandbox.lock:
            row = self._state.tables["classic_submissions"][submission_id]
            self._state.put("classic_submissions", submission_id, marked(row, attempt, None, questions))

    def question_ids(self, quiz_id: str) -> list[str]:
        """The questions of a classic quiz in their order."""
        return [str(question["id"]) for question in self._state.tables["classics"][quiz_id]["questions"]]

    def submission(self, submission_id: str) -> JsonObject:
        """The row of a submission, with every attempt in `past`."""
        return self._state.tables["classic_submissions"][submission_id]

    def sit(self, quiz_id: str, user_id: str, **row: object) -> None:
        """A student opens a New Quiz, or hands it in: `state`, `score`, `submitted_at`, `answers` by item."""
        with self._sandbox.lock:
            known: JsonObject = {"state": "in_progress", "score": None, "submitted_at": None, "answers": {}}
            self._state.put("sittings", f"{quiz_id}/{user_id}", {**known, "quiz": quiz_id, "user": user_id, **row})

    def accommodation(self, course_id: str, quiz_id: str, user_id: str) -> JsonObject:
        """What Canvas keeps and never tells; `quiz_id` is "" for the whole course."""
        return self._state.tables["accommodations"].get(f"{course_id}/{quiz_id}/{user_id}", {})
