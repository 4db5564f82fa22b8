#!/usr/bin/env bash
# Signs the .app for the hardened runtime; where no certificate is there it says so, and signs it ad hoc.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
if [ -z "${APPLE_CERTIFICATE:-}" ]; then
    echo "No certificate: $1 is signed ad hoc, and macOS will warn of it."
    codesign --force --deep --sign - --entitlements "$here/entitlements.plist" "$1"
    exit 0
fi
chain="$RUNNER_TEMP/signing.keychain-db"
password="$(openssl rand -hex 16)"
security create-keychain -p "$password" "$chain"
security unlock-keychain -p "$password" "$chain"
printf '%s' "$APPLE_CERTIFICATE" | base64 --decode > "$RUNNER_TEMP/certificate.p12"
security import "$RUNNER_TEMP/certificate.p12" -k "$chain" -P "$APPLE_CERTIFICATE_PASSWORD" -T /usr/bin/codesign
rm "$RUNNER_TEMP/certificate.p12"
security set-key-partition-list -S apple-tool:,apple: -s -k "$password" "$chain" > /dev/null
security list-keychains -d user -s "$chain" login.keychain-db
codesign --force --deep --options runtime --timestamp --sign "$APPLE_IDENTITY" --entitlements "$here/entitlements.plist" "$1"
codesign --verify --deep --strict "$1"
