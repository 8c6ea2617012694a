#!/usr/bin/env bash
# Prints how large the project's parts are at a commit, HEAD if none is given: testsuite/figures.sh [COMMIT]
set -euo pipefail
cd "$(dirname "$0")/.."
tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
git archive "${1:-HEAD}" | tar -x -C "$tree"
cd "$tree"

part() {
    local name=$1 files
    shift
    files=$(find "$@" -type f)
    printf '%-18s %6d lines in %d files\n' "$name" "$(xargs cat <<< "$files" | wc -l)" "$(wc -l <<< "$files")"
}

product=({core,server-spi-private,model/jpa,services,integration/admin-client,distribution/provider}/src/main/java)
part Product "${product[@]}" -name '*.java'
part 'Patch tool' distribution/core
part Performance testsuite/performance
part 'Arquillian suite' testsuite/integration-arquillian/src -name '*.java'

echo; echo 'Classes of the product by package'
find "${product[@]}" -name '*.java' ! -name package-info.java -printf '%h\n' | sed 's|.*/src/main/java/||; y|/|.|' | sort | uniq -c

echo; echo 'Largest class of the product'
find "${product[@]}" -name '*.java' -exec wc -l {} + | grep -v ' total$' | sort -n | tail -1
