#!/bin/sh
# What the tests of `leg-day listen` need besides Python: flite, whose voices ask the questions.
# Does nothing where it is there; installs from Debian where it is missing and we may.
set -eu

if ! command -v flite >/dev/null 2>&1; then
    if ! command -v apt-get >/dev/null 2>&1 || [ "$(id -u)" != 0 ]; then
        echo "The tests of listening need: flite. Please install it and try again." >&2
        exit 1
    fi
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends flite >/dev/null
fi
