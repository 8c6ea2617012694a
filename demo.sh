#!/usr/bin/env bash
# Shows create-totp on a real Keycloak: builds the provider jar, starts a server with it and the realm of the guide, gives a user a TOTP
# through kcadm.sh, logs that user in with the password and a code, prints the sheets of ten more users, and leads through the rest in the browser.
set -euo pipefail
umask 077 # secrets are in some of the files
cd "$(dirname "$0")"

usage() {
    cat <<USAGE
Usage: ./demo.sh [--once] [--port PORT]
  --once       end after the proof; otherwise the server stays up until Ctrl-C
  --port PORT  the server's HTTP port on 127.0.0.1, 1024 to 65535 (8080)
USAGE
}

fail() {
    echo "demo.sh: $*" >&2
    exit 1
}

step() {
    printf '\n== %s\n' "$*"
}

port=8080 once=false
while [ $# -gt 0 ]; do
    case $1 in
        --once) once=true ;;
        --port) [ $# -gt 1 ] || fail "--port needs a number."; port=$2; shift ;;
        --help | -h) usage; exit ;;
        *) usage >&2; fail "unknown option $1." ;;
    esac
    shift
done
[[ $port =~ ^[0-9]{4,5}$ ]] && [ "$((10#$port))" -ge 1024 ] && [ "$((10#$port))" -le 65535 ] || fail "--port is a number from 1024 to 65535."

java=${JAVA_HOME:+$JAVA_HOME/bin/}java
command -v "${java}c" > /dev/null || fail "no JDK found. Install a JDK 17 or newer, or set JAVA_HOME."
version=$("$java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p')
[ "${version:-0}" -ge 17 ] || fail "a JDK 17 or newer is needed; this one is ${version:-unknown}."
command -v mvn > /dev/null || fail "no Maven found. Install Apache Maven 3.8.5 or newer."
if (exec 3<> "/dev/tcp/127.0.0.1/$port") 2> /dev/null; then
    fail "port $port is in use. Choose another one with --port."
fi

keycloak_version=$(sed -n 's/.*<version.keycloak>\(.*\)<.*/\1/p' pom.xml)
work=$PWD/target/demo
keycloak=$work/keycloak-$keycloak_version
log=$work/server.log
url=http://127.0.0.1:$port
realm=demo user=alice other_user=bob
password=$("$java" demo/Authenticator.java password)
admin_password=$("$java" demo/Authenticator.java password)
mkdir -p "$work"

step "Building the provider jar and the hand-out program"
mvn -q -B -Dstyle.color=never -DskipTests -pl distribution/provider,handout -am package || fail "the build failed; see above."

step "Fetching Keycloak $keycloak_version"
[ -x "$keycloak/bin/kc.sh" ] || mvn -q -B -Dstyle.color=never -N dependency:unpack -DoutputDirectory="$work" -Dmdep.overWriteReleases=true \
    -Dartifact="org.keycloak:keycloak-quarkus-dist:$keycloak_version:zip" || fail "Keycloak could not be fetched; see above."
cp distribution/provider/target/keycloak-create-totp.jar "$keycloak/providers/"
rm -rf "$keycloak/data" # each demo starts with an empty database

server=
stop_server() {
    [ -n "$server" ] || return 0
    kill "$server" 2> /dev/null || true
    wait "$server" 2> /dev/null || true
    server=
}
trap stop_server EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

step "Starting Keycloak on port $port (the first start takes a minute)"
KC_BOOTSTRAP_ADMIN_USERNAME=admin KC_BOOTSTRAP_ADMIN_PASSWORD=$admin_password \
    "$keycloak/bin/kc.sh" start-dev --http-host=127.0.0.1 --http-port="$port" --cache=local > "$log" 2>&1 &
server=$!
for ((second = 0; ; second++)); do
    grep -q 'Listening on:' "$log" && break
    kill -0 "$server" 2> /dev/null || fail "Keycloak did not start; see $log."
    [ "$second" -lt 300 ] || fail "Keycloak did not start within five minutes; see $log."
    sleep 1
done

kcadm() {
    "$keycloak/bin/kcadm.sh" "$@" --config "$work/kcadm.config"
}

copy_flow() {
    kcadm create "authentication/flows/${1// /%20}/copy" -r "$realm" -s newName="$1 with OTP" 2> /dev/null
}

# execution FLOW NAME: id and priority of the one whose name ends so
execution() {
    kcadm get "authentication/flows/${1// /%20}/executions" -r "$realm" --fields id,priority,displayName --format csv --noquotes \
        | sed -n "s/^\([^,]*\),\([^,]*\),.*$2\$/\1 \2/p"
}

require() {
    local id priority
    read -r id priority <<< "$(execution "$1" "$2")"
    kcadm update "authentication/flows/${1// /%20}/executions" -r "$realm" -n \
        -b "{\"id\": \"$id\", \"priority\": $priority, \"requirement\": \"REQUIRED\"}"
}

new_user() {
    kcadm create users -r "$realm" -i -f - <<USER
{"username": "$1", "enabled": true, "firstName": "$2", "lastName": "$3", "email": "$1@example.org",
 "credentials": [{"type": "password", "value": "$password"}]}
USER
}

step "Creating realm $realm, which requires an OTP from everybody, and users $user and $other_user"
KC_CLI_PASSWORD=$admin_password kcadm config credentials --server "$url" --realm master --user admin 2> /dev/null \
    || fail "kcadm.sh could not log in at $url; see $log."
kcadm create realms -s realm="$realm" -s enabled=true -s 'displayName=Demo Ltd' -s bruteForceProtected=true 2> /dev/null
kcadm update authentication/required-actions/CONFIGURE_TOTP -r "$realm" -s defaultAction=true
copy_flow browser
require 'browser with OTP' 'Conditional 2FA'
require 'browser with OTP' 'OTP Form'
copy_flow 'direct grant'
require 'direct grant with OTP' 'Conditional OTP'
copy_flow 'reset credentials'
read -r reset_otp _ <<< "$(execution 'reset credentials with OTP' 'Reset OTP')"
kcadm delete "authentication/executions/$reset_otp" -r "$realm"
kcadm create 'authentication/flows/reset%20credentials%20with%20OTP%20Reset%20-%20Conditional%20OTP/executions/execution' \
    -r "$realm" -s provider=auth-otp-form 2> /dev/null
require 'reset credentials with OTP' 'OTP Form'
require 'reset credentials with OTP' 'Conditional OTP'
kcadm update "realms/$realm" -s 'browserFlow=browser with OTP' -s 'directGrantFlow=direct grant with OTP' \
    -s 'resetCredentialsFlow=reset credentials with OTP'
user_id=$(new_user "$user" Alice Adams)
other_user_id=$(new_user "$other_user" Bob Brown)

step "kcadm.sh update users/$user_id/create-totp -r $realm -o -n -b '{\"userLabel\": \"Phone\"}'"
reply=$(kcadm update "users/$user_id/create-totp" -r "$realm" -o -n -b '{"userLabel": "Phone"}') || fail "create-totp was refused; see above."
echo "$reply"

field() {
    sed -n "s/^ *\"$1\" : \"\{0,1\}\([^\",]*\)\"\{0,1\},\{0,1\}\$/\1/p" <<< "$reply"
}

step "The QR code, also in $work/qr-code.png"
field qrCode | base64 -d > "$work/qr-code.png"
"$java" demo/Authenticator.java show "$work/qr-code.png"

# login USER [CODE]
login() {
    "$java" demo/Authenticator.java login "$url/realms/$realm" "$1" "$password" "${@:2}"
}

step "A token request with the password alone"
! login "$user" || fail "it was granted: the realm does not ask for a code."
step "A token request with the password and a code"
code=$("$java" demo/Authenticator.java code "$(field totpSecretEncoded)" "$(field algorithm)" "$(field digits)" "$(field period)")
login "$user" "$code" || fail "it was refused: the code $code does not log $user in."

step "Creating ten users of the group staff"
staff=
for name in Carol Dave Erin Frank Grace Heidi Ivan Judy Mallory Niaj; do
    staff+="{\"username\": \"${name,,}\", \"enabled\": true, \"firstName\": \"$name\", \"lastName\": \"Smith\", \"email\": \"${name,,}@example.org\",
      \"groups\": [\"/staff\"], \"credentials\": [{\"type\": \"password\", \"value\": \"$password\"}]},"
done
kcadm create groups -r "$realm" -s name=staff 2> /dev/null
kcadm create partialImport -r "$realm" -b "{\"users\": [${staff%,}]}" 2> /dev/null

step "totp-handout enrol --group /staff --pdf staff.pdf"
KC_CLI_PASSWORD=$admin_password "$java" -jar handout/target/totp-handout.jar enrol --group /staff --pdf "$work/staff.pdf" --csv "$work/staff.csv" --overwrite \
    --contact 'the help desk, room 12' --server "$url" --realm "$realm" --login-realm master --user admin || fail "the group could not be enrolled; see above."

IFS=, read -r first _ _ _ _ _ key _ < <(tail -n +2 "$work/staff.csv")
rm "$work/staff.csv"
step "A token request with the password of $first and a code of the key on the sheet"
login "$first" "$("$java" demo/Authenticator.java code "$key" HmacSHA1 6 30)" || fail "it was refused: the sheet does not log $first in."

step "It works. create-totp gave $user an authenticator that logs in, and totp-handout printed those of ten more: $work/staff.pdf"
$once && exit

# In a terminal, one after the other; elsewhere nobody could ask for the next.
browser_step() {
    printf '\n== In the browser, %s of 4: %s\n%s\n' "$1" "$2" "$3"
    [ ! -t 0 ] || read -r -p 'Enter goes on. ' || true
}

browser_step 1 "$user was handed an authenticator, and is asked for a code" "\
Scan the QR code above with an authenticator app, and log in in a new tab:
  $url/realms/$realm/account    $user / $password
Without an app, this prints a code that is valid for half a minute:
  $java demo/Authenticator.java code $(field totpSecretEncoded) $(field algorithm) $(field digits) $(field period)"

browser_step 2 "$other_user was handed nothing, and is stopped until an authenticator is set up" "\
Log in in a private window, where $user isn't logged in:
  $url/realms/$realm/account    $other_user / $password
The setup page follows the password. Log out and in again: it asks for a code."

browser_step 3 "what the administrator sees" "\
Log in to the admin console in a new tab beside $user's, as admin / $admin_password
  the barrier        $url/admin/master/console/#/$realm/authentication/required-actions
  the flows          $url/admin/master/console/#/$realm/authentication
  $user's TOTP       $url/admin/master/console/#/$realm/users/$user_id/credentials
  $other_user's TOTP         $url/admin/master/console/#/$realm/users/$other_user_id/credentials
Remove $other_user's there. In the private window, log out and in as $other_user again: the flow leads to the setup page.
docs/documentation/server_admin/topics/authentication/requiring-otp.adoc tells how all of this is made."

browser_step 4 "a department has its sheets" "\
Open $work/staff.pdf, and scan the code of the first sheet with an authenticator app. Log in in a private window:
  $url/realms/$realm/account    $first / $password
docs/guide/handout.adoc tells how a department is enrolled, and what comes after."

echo
echo "Ctrl-C ends the server."
wait "$server" || fail "Keycloak ended by itself; see $log."
