#!/usr/bin/env bash
# Measures the appliance on this machine: call set-up, evenness of sent RTP, and turn latency with 1, 5 and 10 callers at once.
# Takes about six minutes; leave the machine idle meanwhile. The callers run on the same machine as the appliance.
set -euo pipefail
cd "$(dirname "$0")/.."
bash scripts/setup.sh

bench=artifacts/bench
port=${BENCH_SIP_PORT:-5072}
rm -rf "$bench"
mkdir -p "$bench"

section() { printf '\n== %s\n' "$*"; }

section "SIP set-up and tear-down without media, caller and called together on one core"
taskset -c 0 scripts/appliance bench sip

section "Evenness of sent RTP, 50 lines"
scripts/appliance bench pacer --calls 50

for callers in 1 5 10; do
    section "$callers callers at once"
    folder=$bench/$callers
    mkdir -p "$folder"
    cat >"$folder/appliance.json" <<JSON
{
  "sip": { "address": "127.0.0.1", "port": $port },
  "media": { "firstPort": 0 },
  "dataDirectory": "data",
  "keyFile": "key",
  "logDirectory": "logs"
}
JSON
    scripts/appliance key create --config "$folder/appliance.json" >/dev/null
    scripts/appliance serve --config "$folder/appliance.json" >"$folder/serve.log" 2>&1 &
    serve=$!
    trap 'kill "$serve" 2>/dev/null || true' EXIT
    until grep -q '^Ready' "$folder/serve.log"; do
        kill -0 "$serve" 2>/dev/null || { cat "$folder/serve.log" >&2; exit 1; }
        sleep 0.1
    done
    scripts/appliance bench calls "sip:clinic@127.0.0.1:$port" --callers "$callers"
    kill -TERM "$serve"
    wait "$serve"
    trap - EXIT
    scripts/appliance calls latency --config "$folder/appliance.json"
done
