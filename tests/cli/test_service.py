"""The internal Quiz service from the command line."""

from app.sandbox.server import SandboxServer
from tests.cli.conftest import CommandLine


def test_the_operations_are_listed_with_how_sure_they_are(cli: CommandLine) -> None:
    rows = cli.json("service")
    assert len(rows) == 18
    assert rows[0] == {
        "operation": "banks", "method": "GET", "path": "/api/banks/batch_show", "confidence": "path and method known",
    }  # fmt: skip


def test_an_operation_is_called_with_a_token_from_stdin(cli: CommandLine, server: SandboxServer) -> None:
    words = ["service", "items-shareable", 'ids=["1"]', "--host", server.url]
    assert cli.json(*words, stdin=f"{server.token}\n") == {"shareable": True, "ids": ["1"]}
    ended = cli(*words, stdin="wrong\n")
    assert (ended.code, server.token in ended.err) == (4, False)


def test_what_is_missing_is_said(cli: CommandLine, server: SandboxServer) -> None:
    assert cli("service", "banks").code == 2
    missing = cli("service", "session-time", "--host", server.url, stdin="x\n")
    assert (missing.code, "needs id=VALUE" in missing.err) == (2, True)
    assert cli("service", "banks", "nothing", "--host", server.url).code == 2
    assert cli("service", "unknown").code == 2
