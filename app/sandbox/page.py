"""Plain pages for a person who opens the sandbox in a browser: courses, quizzes, the items of a quiz."""

import re
from html import escape

from app.sandbox.call import Site
from app.sandbox.exchange import Answer, JsonObject
from app.sandbox.item import order_of, shown_item
from app.sandbox.quiz import quiz_keys
from app.sandbox.rich_text import tidied
from app.sandbox.state import State

_QUIZ = re.compile(r"/courses/(\d+)/assignments/(\d+)")
_POLICY = "default-src 'none'; img-src *; style-src 'unsafe-inline'"
_STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#2d3b45}"
    "h1{font-size:1.5rem}h2{font-size:1.1rem;margin-top:2rem}a{color:#0374b5}img{max-width:100%}"
    ".row{border:1px solid #c7cdd1;border-radius:6px;padding:.75rem 1rem;margin:.75rem 0}"
    ".kind{color:#6b7780;font-size:.85rem}"
)


def page(state: State, site: Site, path: str) -> Answer:
    """The page at a path outside the API."""
    if path == "/":
        return html_page(200, "Practice Canvas", _start(state))
    match = _QUIZ.fullmatch(path)
    quiz = state.row("quizzes", match.group(2)) if match else None
    if match is None or quiz is None or quiz["course"] != match.group(1):
        return html_page(404, "Page not found", '<p>There is nothing here. <a href="/">All courses</a></p>')
    return html_page(200, quiz["fields"]["title"], _quiz(state, site, match.group(2), quiz))


def html_page(status: int, title: str, body: str) -> Answer:
    """A plain page without scripts."""
    head = f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{escape(title)}</title>'
    text = f"{head}<style>{_STYLE}</style></head><body><h1>{escape(title)}</h1>{body}</body></html>"
    return Answer(
        status, text=text, content_type="text/html; charset=utf-8", headers={"Content-Security-Policy": _POLICY}
    )


def _start(state: State) -> str:
    parts = ["<p>A practice area on this computer. Nothing here reaches a real course.</p>"]
    for key, course in state.rows("courses"):
        parts.append(f"<h2>{escape(course['name'])} · {escape(course['course_code'])}</h2><ul>")
        for quiz in quiz_keys(state, key):
            title = escape(state.tables["quizzes"][quiz]["fields"]["title"])
            parts.append(f'<li><a href="/courses/{key}/assignments/{quiz}">{title}</a></li>')
        parts.append("</ul>")
    return "".join(parts)


def _quiz(state: State, site: Site, key: str, quiz: JsonObject) -> str:
    published = "Published" if quiz["published"] else "Not published"
    parts = [f'<p class="kind">{published} · <a href="/">All courses</a></p>']
    parts.append(tidied(quiz["fields"]["instructions"] or ""))
    for item, place in order_of(state, key):
        parts.append(_row(shown_item(state, str(item), place, site.storage)))
    return "".join(parts)


def _row(item: JsonObject) -> str:
    entry = item["entry"]
    kind = entry.get("interaction_type_slug") or item["entry_type"]
    body = tidied(str(entry.get("item_body") or entry.get("body") or ""))
    data = entry.get("interaction_data") or {}
    if data.get("image_url"):
        body += f'<p><img src="{escape(str(data["image_url"]))}" alt=""></p>'
    title = escape(str(entry.get("title") or ""))
    head = f'<div class="kind">{item["position"]} · {escape(kind)} · {item["points_possible"]:g} points</div>'
    return f'<div class="row">{head}<strong>{title}</strong>{body}</div>'
