#!/usr/bin/env bash
# Runs what is committed on servers of other versions, and writes the table of docs/guide/installing.adoc.
#
#   testsuite/versions.sh [VERSION…] [provider-jar] [patched-core]
#
# Without versions it takes those below, without a way both. JOBS is how many run at once, 1 if it isn't set: each runs two classes at once.
# A run that fails doesn't stop the others: the status is 0 if none failed. Logs and reports are left in target/versions/.
set -euo pipefail
cd "$(dirname "$0")/.."

versions=() ways=()
for argument; do
    case $argument in
        provider-jar | patched-core) ways+=("$argument") ;;
        *) versions+=("$argument") ;;
    esac
done
((${#versions[@]})) || versions=(26.7.0 26.4.7 26.5.7 26.6.4 26.7.5)
((${#ways[@]})) || ways=(patched-core provider-jar)

export results=$PWD/target/versions
revision=$(git rev-parse --short HEAD)
export revision
mkdir -p "$results"

number() { grep -oPm1 "(?<=<$1>)[0-9]+" "$2"; }

# In a checkout of its own: others may run at the same time, and a build of this one goes on.
run() {
    local version=$1 way=$2 name=$1-$2 log=$results/$1-$2.log date result tests='' failed skipped status=0
    local checkout=$results/checkout-$name reports=$results/$name summary
    echo "$(date +%T) $name: $log"
    date=$(date -u +%F)
    git worktree remove --force "$checkout" 2> /dev/null || rm -rf "$checkout"
    rm -rf "$reports"
    git worktree add --force --quiet --detach "$checkout" "$revision"

    mvn -B -ntp -f "$checkout/pom.xml" -pl testsuite/integration-arquillian -am verify -Dkeycloak.version="$version" -Dway="$way" \
        -Dtest=None -Dsurefire.failIfNoSpecifiedTests=false -Dspotless.check.skip > "$log" 2>&1 || status=$?

    [[ -d $checkout/testsuite/integration-arquillian/target/failsafe-reports/$way ]] &&
        cp -r "$checkout/testsuite/integration-arquillian/target/failsafe-reports/$way" "$reports"
    (cd "$checkout/testsuite/integration-arquillian/target/$way" && find . -maxdepth 2 -name '*.log' -exec cp --parents {} "$reports" \;) 2> /dev/null || true
    git worktree remove --force "$checkout"

    summary=$reports/failsafe-summary.xml
    if grep -qE "Could not find artifact org\.keycloak:[a-z-]+:jar:sources:|org\.keycloak:[a-z-]+:jar:sources:[^ ]+ was not found" "$log"; then
        result="Keycloak's sources aren't published" status=0
    elif [[ -f $summary ]]; then
        tests=$(number completed "$summary") failed=$(($(number errors "$summary") + $(number failures "$summary")))
        result="All pass" skipped=$(number skipped "$summary")
        ((status == 0)) || result=$( ((failed)) && echo "$failed fail" || echo "Not all were run")
        ((skipped == 0)) || result+=", $skipped are skipped"
    else
        result="The build fails"
    fi
    [[ $way = provider-jar ]] && way="Provider jar" || way="Patched server"
    echo "|$version |$way |$date |\`$revision\` |$result |$tests" > "$results/$name.row"
    echo "$(date +%T) $name: $result, ${tests:-no} tests"
    return $((status != 0)) # of a higher one xargs makes an end of all
}
export -f run number

rm -f "$results"/*.row
status=0
for version in "${versions[@]}"; do
    for way in "${ways[@]}"; do
        echo "$version $way"
    done
done | xargs -P "${JOBS:-1}" -L 1 bash -c 'run "$@"' run || status=1

page=docs/guide/installing.adoc table=$results/table.adoc
{
    echo '[cols="2,3,2,2,5,1",options="header"]'
    echo '|==='
    echo '|Keycloak |Way in |Date |Commit |Result |Tests'
    echo
    # A row takes the place of the one of the same version and way.
    { sed -n '/^\/\/ versions.sh: begin/,/^\/\/ versions.sh: end/s/^|[0-9].*/&/p' "$page"; cat "$results"/*.row; } |
        awk -F '|' '{ row[$2, $3] = $0 } END { for (key in row) print row[key] }' | sort -t '|' -k 2,2V -k 3,3r
    echo '|==='
} > "$table"
sed -i -e "/^\/\/ versions.sh: begin/r $table" -e '/^\/\/ versions.sh: begin/,/^\/\/ versions.sh: end/{/^\/\//!d}' "$page"
cat "$table"
exit "$status"
