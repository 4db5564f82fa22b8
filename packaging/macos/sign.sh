#!/usr/bin/env bash
# Signs the .app for the hardened runtime; where no certificate is there it says so, and signs it ad hoc.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
app="$1"
if [ -z "${APPLE_CERTIFICATE:-}" ]; then
    echo "No certificate: $app is signed ad hoc, and macOS will warn of it."
    codesign --force --deep --sign - --entitlements "$here/entitlements.plist" "$app"
    exit 0
fi
chain="$RUNNER_TEMP/signing.keychain-db"
password="$(openssl rand -hex 16)"
security create-keychain -p "$password" "$chain"
security set-keychain-settings -lut 21600 "$chain" # else it locks itself before the image is signed
security unlock-keychain -p "$password" "$chain"
printf '%s' "$APPLE_CERTIFICATE" | base64 --decode > "$RUNNER_TEMP/certificate.p12"
security import "$RUNNER_TEMP/certificate.p12" -k "$chain" -P "$APPLE_CERTIFICATE_PASSWORD" -T /usr/bin/codesign
rm "$RUNNER_TEMP/certificate.p12"
security set-key-partition-list -S apple-tool:,apple: -s -k "$password" "$chain" > /dev/null
security list-keychains -d user -s "$chain" login.keychain-db

sign() {
    codesign --force --options runtime --timestamp --sign "$APPLE_IDENTITY" "$@"
}

# From the inside out: --deep leaves out libraries in folders of packages, and Apple refuses those.
while IFS= read -r -d '' file; do
    if file -b "$file" | grep -q Mach-O; then sign "$file"; fi
done < <(find "$app/Contents/Frameworks" "$app/Contents/Resources" -type f -print0)
while IFS= read -r -d '' framework; do
    sign "$framework"
done < <(find "$app/Contents" -depth -type d -name '*.framework' -print0)
sign --entitlements "$here/entitlements.plist" "$app"
codesign --verify --deep --strict --verbose=2 "$app"
