# shellcheck shell=bash disable=SC2034,SC2154
# Functions of `load` and `scenarios`, which set `folder`, `port`, `seconds` and `POSTGRES`.

# As in deploy/latchkey-server.service.
export MIMALLOC_ARENA_EAGER_COMMIT=0 MIMALLOC_PURGE_DELAY=0

servers=()
stop() {
    for server in "${servers[@]}"; do
        pkill -P "$server" 2>/dev/null || true
        kill "$server" 2>/dev/null || true
        wait "$server" 2>/dev/null || true
    done
    servers=()
}

# needs PROGRAM…: fails if one is not installed.
needs() {
    local program
    for program in "$@"; do
        command -v "$program" >/dev/null && continue
        echo "$program is needed (Debian: apt-get install wrk nodejs procps sqlite3 curl postgresql-client)" >&2
        exit 1
    done
}
needs wrk node ps pkill
[[ -z $POSTGRES ]] || needs psql

# memory SERVER: resident MiB of a server and its workers.
memory() {
    ps -o rss= --pid "$1" --ppid "$1" | awk '{sum += $1} END {printf "%d", sum / 1024}'
}

await_port() {
    for _ in $(seq 600); do
        (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null && return
        sleep 0.1
    done
    echo "nothing listens at port $1" >&2
    return 1
}

# find_program: the built server, or the one that PROGRAM names.
find_program() {
    program=${PROGRAM:-}
    [[ -z $program ]] || return 0
    cargo build --quiet --profile server --package latchkey-recovery-server
    program=$(cargo metadata --format-version 1 --no-deps | sed 's/.*"target_directory":"\([^"]*\)".*/\1/')/server/latchkey-server
}

# create_database NAME: a database of the PostgreSQL server; prints its URL.
create_database() {
    psql --quiet "$POSTGRES/postgres" --command "CREATE DATABASE $1"
    echo "$POSTGRES/$1"
}

# configure DATABASE: writes the configuration, and adds the account that all calls use.
configure() {
    mkdir -p "$folder/latchkey"
    sed -e "s#@FOLDER@#$folder/latchkey#" -e "s#@DATABASE@#$1#" -e "s#127.0.0.1:0#127.0.0.1:$port#" \
        -e "s#@MAIL@#${mail:-directory = \"$folder/latchkey/mail\"}#" benches/latchkey.toml.in >"$folder/server.toml"
    echo "seven grey herons" | "$program" --config "$folder/server.toml" user add ada@example.org >/dev/null 2>&1
}

# serve WORKERS: starts the configured server. Its workers are threads of one process.
serve() {
    TOKIO_WORKER_THREADS=$1 RUST_LOG=error "$program" --config "$folder/server.toml" serve &
    servers+=($!)
    await_port "$port"
}

# ask NAME WORKERS CALL URL TYPE BODY SERVER: prints a row for each number of connections.
#
# In the body, NUMBER is a random number up to PEOPLE, ADDRESS the address of that account (rows.mjs), and TOKEN the next line of
# $folder/tokens. Each request comes from a random one of CLIENTS client networks. If a request that must succeed is refused (CALL
# begins with "request", "sign-in" or "good"), that is reported.
ask() {
    local connections work at="%%40d"
    # `%` is special in a replacement of Lua.
    [[ $5 == "$form" ]] || at="@d"
    work=$(mktemp -d "$folder/ask.XXXX")
    cat >"$work/post.lua" <<LUA
local body, headers = [[$6]], { ["Content-Type"] = "$5" }
local tokens = body:find("TOKEN") and io.lines("$folder/tokens")
request = function()
    local client = math.random(0, ${CLIENTS:-20000} - 1)
    headers["X-Forwarded-For"] = (10 + math.floor(client / 65536)) .. "." .. math.floor(client / 256) % 256 .. "." .. client % 256 .. ".1"
    local number = math.random(1, ${PEOPLE:-1000000})
    local filled = body:gsub("NUMBER", number):gsub("ADDRESS", "p" .. number .. "$at" .. number % 16 .. ".example.org")
    if tokens then filled = filled:gsub("TOKEN", tokens() or "none") end
    return wrk.format("POST", nil, headers, filled)
end
init = function() math.randomseed(os.time()) end
LUA
    for connections in ${CONNECTIONS:-16 64}; do
        wrk --latency --threads 1 --connections "$connections" --duration "${seconds}s" --script "$work/post.lua" "$4" \
            >"$work/wrk.txt"
        if [[ $3 =~ ^(request|sign-in|good) ]] && grep -E "Non-2xx|Socket errors" "$work/wrk.txt" >&2; then
            echo "$1, $3: some requests were refused" >&2
        fi
        awk -v row="| $1 | $2 | $connections | $3 |" '/ 50%/ {p50 = $2} / 99%/ {p99 = $2} /Requests\/sec/ {rate = $2}
            END {printf "%s %d | %s | %s |", row, rate, p50, p99}' "$work/wrk.txt"
        printf ' %s |\n' "$(memory "$7")"
    done
}

# Tokens that were never issued, each another one.
wrong_token=Rk9ydHktdGhyZWUgY2hhcmFjdGVycyBvZiBubNUMBER
form=application/x-www-form-urlencoded
json=application/json
