"""A token as its owner sees it (Access Tokens API): by its id or its first five letters."""

from app.sandbox.authentication import bearer
from app.sandbox.call import Call, stamp
from app.sandbox.exchange import Answer
from app.sandbox.refusal import not_found

_HINT = 5


def show_token(call: Call) -> Answer:
    """The own token that was made by hand and begins so; the one that asks first where several do."""
    asking = bearer(call.request) or ""
    mine = [
        token
        for token, row in call.state.rows("tokens")
        if row["person"] == call.person["id"] and row["state"] == "good" and "client" not in row
    ]
    hint = call.path["token"]
    found = next((token for token in sorted(mine, key=lambda one: one != asking) if token[:_HINT] == hint), None)
    if found is None:
        raise not_found()
    ends = call.state.tables["tokens"][found].get("ends_at")
    shown = {"workflow_state": "active", "purpose": "Quizwright", "user_id": int(call.person["id"]), "scopes": []}
    return Answer(200, {**shown, "expires_at": stamp(ends) if ends is not None else None, "token_hint": hint})
