#!/usr/bin/env bash
# Signs, notarises and staples a disk image; where no account is there it says so and goes on.
set -euo pipefail
if [ -z "${APPLE_ID:-}" ] || [ -z "${APPLE_CERTIFICATE:-}" ]; then
    echo "No account: $1 is not notarised, and macOS will warn of it."
    exit 0
fi
codesign --timestamp --sign "$APPLE_IDENTITY" "$1"
xcrun notarytool submit "$1" --apple-id "$APPLE_ID" --team-id "$APPLE_TEAM" --password "$APPLE_APP_PASSWORD" --wait
xcrun stapler staple "$1"
