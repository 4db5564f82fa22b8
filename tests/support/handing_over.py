"""A process that hands a library over. Killed by its test."""

import sys
from pathlib import Path

from app.library.library import Library
from app.library.moving import hand_over


def main() -> None:
    """Say that it begins, then do it."""
    with Library.open(Path(sys.argv[1])) as library:
        sys.stdout.write("begun\n")
        sys.stdout.flush()
        hand_over(library, Path(sys.argv[2]), {})


main()
