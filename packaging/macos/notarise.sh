#!/usr/bin/env bash
# Signs, notarises and staples a disk image; where no account is there it says so and goes on.
set -euo pipefail
if [ -z "${APPLE_ID:-}" ] || [ -z "${APPLE_CERTIFICATE:-}" ]; then
    echo "No account: $1 is not notarised, and macOS will warn of it."
    exit 0
fi
account=(--apple-id "$APPLE_ID" --team-id "$APPLE_TEAM" --password "$APPLE_APP_PASSWORD")
codesign --timestamp --sign "$APPLE_IDENTITY" "$1"
told="$(xcrun notarytool submit "$1" "${account[@]}" --wait --timeout 40m | tee /dev/stderr)" || true
# It may end well and say "Invalid" all the same.
if ! grep -q "status: Accepted" <<< "$told"; then
    id="$(awk '/^ *id:/ {print $2; exit}' <<< "$told")"
    if [ -n "$id" ]; then xcrun notarytool log "$id" "${account[@]}"; fi
    echo "Apple did not notarise $1." >&2
    exit 1
fi
xcrun stapler staple "$1"
spctl --assess --type open --context context:primary-signature --verbose=2 "$1"
