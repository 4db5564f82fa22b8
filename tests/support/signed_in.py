"""A library that is connected to a sandbox, and what is the same on both sides."""

from app.models.item import Item
from app.sandbox.server import SandboxServer
from app.secrets import SessionStore
from app.session.sync_session import SyncSession
from app.session.tokens import Tokens
from app.session.workspace import Workspace
from app.sync.unit import OTHER, item_units


async def signed_in(workspace: Workspace, sandbox: SandboxServer) -> tuple[SyncSession, str]:
    """Connect; return what syncs, and the account's id."""
    tokens = Tokens(SessionStore())
    session = SyncSession(workspace, tokens.of)
    account = await session.sign_in(sandbox.url, sandbox.token, kind="sandbox")
    await tokens.keep(account, sandbox.token)
    return session, account.id


def said(item: Item) -> dict[str, object]:
    """Everything that a question says; ids and times of the server and empty parts, which it adds, left out."""
    units = item_units({"points_possible": item.points, "entry": item.entry.wire()})
    return {name: unit for name, unit in units.items() if name != OTHER}
