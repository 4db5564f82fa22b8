"""The news of a release, signed; and its key. Run through `packaging/dev.py feed` (packaging/README.md says when).

The secret key is read from the environment alone, so that it stands in no file and in no list of processes.
"""

from __future__ import annotations

import json
import os
import sys
import time
from base64 import b64encode
from pathlib import Path

from nacl.signing import SigningKey

from app.updates.feed import CONTEXT, Release, numbers, released

SECRET = "FEED_KEY"
PUBLIC = "FEED_PUBLIC_KEYS"
"""Variables of the environment: the secret key, and the public ones that programs are built with, all hexadecimal."""


def sealed(release: Release, key: SigningKey) -> bytes:
    """The feed that tells of a release."""
    text = release.text()
    signature = b64encode(key.sign(CONTEXT + text.encode()).signature).decode()
    return json.dumps({"signed": text, "signature": signature}, indent=1).encode() + b"\n"


STEPS = f"""\
This is the only time that these keys are shown. {SECRET} is secret, {PUBLIC} is not.

1. Write {SECRET} on paper, and lay it where the project's other papers lie. Keep it in no file.
2. Make the environment `release` in the settings of the repository, for tags `v*` alone, with one who has to approve.
3. gh secret set {SECRET} --env release        and paste the value of {SECRET}
4. gh variable set {PUBLIC} --body VALUE    with the value of {PUBLIC}
   (where there is one already: both values, parted by a blank, for one release; then the new one alone)
5. Clear this terminal.

From the next tag on, every program that is built asks for news once a day, and believes what this key has signed.
packaging/README.md tells what to do when the key is lost or stolen.
"""


def new_key() -> int:
    """Print a new pair of keys, and beside it, apart, what to do with it."""
    key = SigningKey.generate()
    print(f"{SECRET}={bytes(key).hex()}\n{PUBLIC}={bytes(key.verify_key).hex()}")
    print(f"\n{STEPS}", file=sys.stderr)
    return 0


def sign(version: str, page: str, to: Path) -> int:
    """Write the feed of a release; 1 where its programs would not believe it, 0 with a word where there is no key."""
    secret, public = os.environ.get(SECRET, ""), os.environ.get(PUBLIC, "").split()
    if not secret:
        print(f"{SECRET} is not set: this release is not announced to those who have an older one.")
        return 0
    numbers(version)
    feed = sealed(Release(version, page, int(time.time())), SigningKey(bytes.fromhex(secret)))
    if bytes(SigningKey(bytes.fromhex(secret)).verify_key).hex() not in public:
        print(
            f"{PUBLIC} does not hold the public key of {SECRET}: no program would believe this feed.", file=sys.stderr
        )
        return 1
    released(feed, public)
    to.write_bytes(feed)
    print(f"{to.name}: {version}")
    return 0


def main(words: list[str]) -> int:
    """Do what the words say."""
    if words == ["key"]:
        return new_key()
    if words[:1] == ["sign"] and len(words) == 4:
        return sign(words[1], words[2], Path(words[3]))
    print("dev.py feed key | sign VERSION PAGE FILE", file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
