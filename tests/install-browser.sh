#!/bin/sh
# What the tests of the page need besides Python: Chromium, and the npm packages of package.json.
# Does nothing where all of it is there; installs from Debian where it is missing and we may.
set -eu
cd "$(dirname "$0")/.."

have() { command -v "$1" >/dev/null 2>&1; }

missing=""
have chromium || have chromium-browser || have google-chrome || missing="$missing chromium"
have node || missing="$missing nodejs"
have npm || missing="$missing npm"

if [ -n "$missing" ]; then
    if ! have apt-get || [ "$(id -u)" != 0 ]; then
        echo "The tests of the simulator page need:$missing. Please install them and try again." >&2
        exit 1
    fi
    apt-get update -qq
    # shellcheck disable=SC2086  # several packages
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
fi

if [ ! -e node_modules/.tests ] || [ package-lock.json -nt node_modules/.tests ]; then
    set -- --ignore-scripts --no-audit --no-fund --loglevel=error
    npm ci "$@"
    # Amazon's validator for APL, with a hundred packages that are in no lock: only tests run it.
    npm install --no-save --no-package-lock "$@" apl-suggester@2024.2.0
    touch node_modules/.screen node_modules/.tests
fi
