#!/usr/bin/env bash
# Shows create-totp on a real Keycloak: builds the provider jar, starts a server with it, gives a user a TOTP through kcadm.sh,
# and logs that user in with the password and a code.
set -euo pipefail
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
realm=demo user=alice
password=$("$java" demo/Authenticator.java password)
admin_password=$("$java" demo/Authenticator.java password)
mkdir -p "$work"

step "Building the provider jar"
mvn -q -B -Dstyle.color=never -DskipTests -pl distribution/provider -am package || fail "the build failed; see above."

step "Fetching Keycloak $keycloak_version"
[ -x "$keycloak/bin/kc.sh" ] || mvn -q -B -Dstyle.color=never -N dependency:unpack -DoutputDirectory="$work" \
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

step "Creating realm $realm, which forces OTP on everybody, and user $user"
KC_CLI_PASSWORD=$admin_password kcadm config credentials --server "$url" --realm master --user admin 2> /dev/null \
    || fail "kcadm.sh could not log in at $url; see $log."
kcadm create realms -s realm="$realm" -s enabled=true -s 'displayName=Demo Ltd' 2> /dev/null
kcadm update authentication/required-actions/CONFIGURE_TOTP -r "$realm" -s defaultAction=true
kcadm create users -r "$realm" -s username="$user" -s enabled=true -s firstName=Alice -s lastName=Adams -s email=alice@example.org \
    -s "credentials=[{\"type\":\"password\",\"value\":\"$password\"}]" 2> /dev/null
user_id=$(kcadm get users -r "$realm" -q username="$user" --fields id --format csv --noquotes)

step "kcadm.sh update users/$user_id/create-totp -r $realm -o -n -b '{\"userLabel\": \"Phone\"}'"
reply=$(kcadm update "users/$user_id/create-totp" -r "$realm" -o -n -b '{"userLabel": "Phone"}') || fail "create-totp was refused; see above."
echo "$reply"

field() {
    sed -n "s/^ *\"$1\" : \"\{0,1\}\([^\",]*\)\"\{0,1\},\{0,1\}\$/\1/p" <<< "$reply"
}

step "The QR code, also in $work/qr-code.png"
field qrCode | base64 -d > "$work/qr-code.png"
"$java" demo/Authenticator.java show "$work/qr-code.png"

login() {
    "$java" demo/Authenticator.java login "$url/realms/$realm" "$user" "$password" "$@"
}

step "A token request with the password alone"
! login || fail "it was granted: the realm does not ask for a code."
step "A token request with the password and a code"
code=$("$java" demo/Authenticator.java code "$(field totpSecretEncoded)" "$(field algorithm)" "$(field digits)" "$(field period)")
login "$code" || fail "it was refused: the code $code does not log $user in."

step "It works. create-totp gave $user an authenticator that logs in."
if ! $once; then
    cat <<TRY
Scan the QR code above with an authenticator app, then log in as $user:
  $url/realms/$realm/account    $user / $password
The admin console:
  $url/admin/master/console/#/$realm/users/$user_id/credentials    admin / $admin_password
Ctrl-C ends the server.
TRY
    wait "$server" || fail "Keycloak ended by itself; see $log."
fi
