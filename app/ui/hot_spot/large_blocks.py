"""Memory of closed pictures goes back to the system at once, where the C library would keep it for later."""

import ctypes
import sys
from typing import Final

_TRIM_THRESHOLD: Final = -1
_MMAP_THRESHOLD: Final = -3
_KEPT: Final = 1 << 20
"""Bytes that may stay for later at the end of a heap."""
_LARGE: Final = 4 << 20
"""Blocks of more bytes have pages of their own. Without a fixed bound glibc takes the largest that was ever freed."""


def give_back_large_blocks() -> None:
    """Ask glibc for it (mallopt(3)); other C libraries do so anyway, or know no such request."""
    if sys.platform != "linux":
        return
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt is not None:
        mallopt(_TRIM_THRESHOLD, _KEPT)
        mallopt(_MMAP_THRESHOLD, _LARGE)
