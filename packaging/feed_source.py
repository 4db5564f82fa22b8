"""Lets the program that is built know where it hears of new versions, where the environment says it: in a release."""

from __future__ import annotations

import json
import os

import bundle


def write() -> None:
    """Write the file that the bundle takes along, or take it away."""
    address, keys = os.environ.get("FEED_ADDRESS", ""), os.environ.get("FEED_PUBLIC_KEYS", "").split()
    bundle.FEED.unlink(missing_ok=True)
    if address and not keys:
        print("FEED_PUBLIC_KEYS is not set: what is built now never hears of new versions (dev.py feed --help).")
    if address and keys:
        bundle.FEED.parent.mkdir(parents=True, exist_ok=True)
        bundle.FEED.write_text(json.dumps({"address": address, "keys": keys}), encoding="utf-8")
