"""A sandbox Canvas in a process of its own, as the window has one; run with its latency in milliseconds.

Its first line on stdout tells where it is; a line on stdin ends it.
"""

import sys
import threading

from app.sandbox.server import run
from tests.support.measure.word import leave


def main(latency_ms: float) -> None:
    """Serve until told to leave."""

    def wait() -> None:
        sys.stdin.readline()
        leave()

    threading.Thread(target=wait, daemon=True).start()
    run(latency_ms=latency_ms)


if __name__ == "__main__":
    main(float(sys.argv[1]))
