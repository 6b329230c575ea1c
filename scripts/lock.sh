#!/bin/sh
# Renews the locked requirements: one file for every Python and platform, with hashes, without hosts.
set -eu
cd "$(dirname "$0")/.."
compile() {
    uv pip compile pyproject.toml --no-config --universal --python-version 3.11 --generate-hashes \
        --no-header --no-annotate --no-emit-index-url --no-emit-find-links --quiet --upgrade "$@"
}
compile --group install --output-file requirements/app.txt
compile --extra web --group install --output-file requirements/web.txt
compile --extra web --group install --group dev --output-file requirements/dev.txt
compile --group install --group bench --output-file requirements/bench.txt
if grep -En 'https?://|file:' requirements/*.txt; then
    echo "a lock names a host" >&2
    exit 1
fi
