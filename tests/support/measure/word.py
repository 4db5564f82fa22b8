"""What a program under measurement says, and how it ends."""

import json
import os
import sys
import time


def say(**words: object) -> None:
    """Tell the measuring process something, and the moment in seconds of the clock that all processes share."""
    sys.stdout.write(json.dumps({"at": time.monotonic(), **words}) + "\n")
    sys.stdout.flush()


def leave() -> None:
    """End at once: nothing is kept that another run, or the person, would find."""
    os._exit(0)
