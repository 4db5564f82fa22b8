"""What goes wrong with an account and not with one quiz: the next quiz would fare no better."""

from app.canvas.errors import NotCanvas, Throttled, TokenRejected, Unreachable
from app.errors import UserError
from app.session.sync_session import NoToken
from app.sync.stopped import SyncStopped

STOPS_ALL = (Unreachable, TokenRejected, NotCanvas, Throttled, NoToken)


def account_trouble(error: UserError | None) -> UserError | None:
    """Why nothing more can be asked of the account after an error; None where it was about one quiz alone."""
    cause = error.cause if isinstance(error, SyncStopped) else error
    return cause if isinstance(cause, STOPS_ALL) else None
