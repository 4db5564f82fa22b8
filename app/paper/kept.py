"""The versions of a printing as text, so that a library keeps them."""

import json
from collections.abc import Sequence

from app.grading.deal import Deal
from app.paper.paper import Paper


def written(papers: Sequence[Paper]) -> str:
    """As JSON; equal papers, equal text."""
    rows = [{"letter": one.letter, "order": one.order, "deals": _deals(one)} for one in papers]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))


def read(text: str) -> tuple[Paper, ...]:
    """What `written` gave."""
    return tuple(
        Paper(row["letter"], tuple(row["order"]), {key: _deal(dealt) for key, dealt in row["deals"].items()})
        for row in json.loads(text)
    )


def _deals(paper: Paper) -> dict[str, object]:
    return {
        key: {"order": one.order, "blanks": dict(one.blanks), "solution": one.solution}
        for key, one in paper.deals.items()
    }


def _deal(row: dict[str, object]) -> Deal:
    order, blanks, solution = row["order"], row["blanks"], row["solution"]
    assert isinstance(order, list)
    assert isinstance(blanks, dict)
    assert isinstance(solution, int)
    return Deal(tuple(order), {key: tuple(ids) for key, ids in blanks.items()}, solution)
