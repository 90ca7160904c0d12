#!/bin/sh
# Checks, packages and tests the TypeScript side: the part of "mvn verify" that Maven leaves to npm.

set -eu
cd "$(dirname "$0")/.."

node -e 'const [major, minor] = process.versions.node.split("."); process.exit(major > 20 || (major == 20 && minor >= 19) ? 0 : 1)' \
    2>/dev/null || {
    echo "Node 20.19 or later is needed, got $(node --version 2>&1 || true); -Dquick builds without" >&2
    exit 1
}
# What npm writes last when it has installed.
[ node_modules/.package-lock.json -nt package-lock.json ] || npm ci
npm run verify
