"""Reports of a New Quiz and the progress of making one (`canvas-facts.md` 1.12).

No document says what stands in a report. The student analysis has the columns that the one of classic quizzes has, the
item analysis those of the statistics that Canvas explains; a client must not rely on either.
"""

import csv
import io
import json
from collections.abc import Iterable
from statistics import mean

from app.sandbox.call import Call, stamp
from app.sandbox.course import core_id
from app.sandbox.exchange import Answer, JsonObject
from app.sandbox.file_ticket import download_token
from app.sandbox.media import Media
from app.sandbox.quiz import quiz_of
from app.sandbox.refusal import bad_parameter, not_found, rejected
from app.sandbox.state import State
from app.sandbox.storage import Storage

TYPES = ("student_analysis", "item_analysis")
FORMATS = ("csv", "json")
SECONDS = 1.0
"""How long a report takes; half of it is spent in the queue."""


def create_report(call: Call) -> Answer:
    """Begin a report; one of a type at a time."""
    quiz_of(call)
    sent = call.parameters().get("quiz_report")
    wanted = sent if isinstance(sent, dict) else {}
    kind, form = wanted.get("report_type"), wanted.get("format")
    if kind not in TYPES:
        raise bad_parameter("invalid report_type")
    if form not in FORMATS:
        raise bad_parameter("invalid format")
    place = {"quiz": call.path["quiz"], "type": kind}
    if any(_is_running(call, row) and row.items() >= place.items() for _, row in call.state.rows("progress")):
        raise rejected(409, "a report of this type is already being generated")
    key = call.state.next_id("progress")
    row = {**place, "format": form, "course": call.path["course"], "at": call.now, "user": call.person["id"]}
    row |= {"fails": "report-fails" in call.switches, "file": call.state.next_uuid()}
    call.state.put("progress", key, row)
    return Answer(200, {"progress": _shown(call, key, row)})


def show_progress(call: Call) -> Answer:
    row = call.state.row("progress", call.path["progress"])
    if row is None or row["user"] != call.person["id"]:
        raise not_found()
    return Answer(200, _shown(call, call.path["progress"], row))


def _is_running(call: Call, row: JsonObject) -> bool:
    return bool(call.now - row["at"] < SECONDS)


def _shown(call: Call, key: str, row: JsonObject) -> JsonObject:
    done = min(1.0, (call.now - row["at"]) / SECONDS)
    state = "queued" if done < 0.5 else "running" if done < 1 else "failed" if row["fails"] else "completed"
    shown = {
        "id": core_id(call, key),
        "context_id": core_id(call, row["quiz"]),
        "context_type": "Assignment",
        "user_id": core_id(call, row["user"]),
        "tag": row["type"],
        "completion": 0 if state == "queued" else round(100 * done),
        "workflow_state": state,
        "created_at": stamp(row["at"]),
        "updated_at": call.stamp(),
        "message": "The report could not be made." if state == "failed" else None,
        "url": f"{call.site.canvas}/api/v1/progress/{key}",
    }
    if state != "completed":
        return shown
    path = _path(row)
    return {**shown, "results": {"url": f"{call.site.storage}{path}?token={download_token(call.state, path)}"}}


def _path(row: JsonObject) -> str:
    """Where the file of a report lies: below the files that are given out for a token alone."""
    return f"/files/reports/{row['file']}.{row['format']}"


def keep_reports(state: State, media: Media, now: float) -> None:
    """Put the files of reports that are done into the storage, before somebody asks for them."""
    for key, row in list(state.rows("progress")):
        if now - row["at"] >= SECONDS and not row.get("kept") and not row["fails"]:
            table = _students(state, row["quiz"]) if row["type"] == "student_analysis" else _items(state, row["quiz"])
            content, kind = _written(table, row["format"])
            Storage(state, media).keep(_path(row), content, kind)
            state.put("progress", key, {**row, "kept": True})


def _written(table: list[JsonObject], form: str) -> tuple[bytes, str]:
    if form == "json":
        return json.dumps(table).encode(), "application/json"
    out = io.StringIO()
    writer = csv.DictWriter(out, table[0].keys() if table else ["name"])
    writer.writeheader()
    writer.writerows(table)
    return out.getvalue().encode(), "text/csv"


def _sittings(state: State, quiz: str) -> list[JsonObject]:
    rows = [row for _, row in state.rows("sittings") if row["quiz"] == quiz]
    return [row for row in rows if row["state"] not in {"in_progress", "unsubmitted"}]


def _questions(state: State, quiz: str) -> list[tuple[str, JsonObject]]:
    order = [str(pair[0]) for pair in state.tables["orders"][quiz]["items"]]
    items = [(key, state.tables["items"][key]) for key in order]
    return [(key, row) for key, row in items if row["entry_type"] == "Item"]


def _students(state: State, quiz: str) -> list[JsonObject]:
    questions = _questions(state, quiz)
    rows = []
    for sitting in _sittings(state, quiz):
        person = state.tables["people"][sitting["user"]]
        line: JsonObject = {"name": person["name"], "id": person["id"], "submitted": stamp(sitting["submitted_at"])}
        line["attempt"] = sitting.get("attempt", 1)
        for key, row in questions:
            answer = sitting["answers"].get(key, {})
            line[f"{key}: {row['entry'].get('title') or ''}"] = answer.get("text", "")
            line[f"{key}: points"] = answer.get("points", 0)
        rows.append({**line, "score": sitting["score"]})
    return rows


def _items(state: State, quiz: str) -> list[JsonObject]:
    sittings = _sittings(state, quiz)
    by_score = sorted(sittings, key=lambda row: float(row["score"] or 0))
    part = max(1, round(len(by_score) * 0.27))
    low, high = by_score[:part], by_score[-part:]
    rows = []
    for place, (key, row) in enumerate(_questions(state, quiz), start=1):
        full = float(row["points_possible"]) or 1
        rows.append(
            {
                "item_id": key,
                "position": place,
                "title": row["entry"].get("title") or "",
                "answered": sum(key in sitting["answers"] for sitting in sittings),
                "difficulty_index": _average(sittings, key, full),
                "discrimination_index": round(_average(high, key, full) - _average(low, key, full), 3),
                "answers": json.dumps(_chosen(sittings, key), ensure_ascii=False),
            }
        )
    return rows


def _average(sittings: Iterable[JsonObject], key: str, full: float) -> float:
    earned = [float(sitting["answers"].get(key, {}).get("points", 0)) / full for sitting in sittings]
    return round(mean(earned), 3) if earned else 0.0


def _chosen(sittings: Iterable[JsonObject], key: str) -> JsonObject:
    counts: JsonObject = {}
    for sitting in sittings:
        if text := sitting["answers"].get(key, {}).get("text"):
            counts[text] = counts.get(text, 0) + 1
    return counts
