#!/usr/bin/env bash
# Sets the machine up, starts the appliance on loopback with the mini pack, places three simulated calls at once over real SIP
# and RTP, and shows what came of them. Ends with 0 only if the store holds exactly what the callers asked for.
set -euo pipefail
cd "$(dirname "$0")/.."
bash scripts/setup.sh

demo=artifacts/demo
port=${DEMO_SIP_PORT:-5070}
callers=(books corrects person)
config=(--config "$demo/appliance.json")
appliance() { scripts/appliance "$@"; }
section() { printf '\n== %s\n' "$*"; }

rm -rf "$demo"
mkdir -p "$demo"
cat >"$demo/appliance.json" <<JSON
{
  "sip": { "address": "127.0.0.1", "port": $port },
  "media": { "firstPort": 0 },
  "dataDirectory": "data",
  "keyFile": "key",
  "logDirectory": "logs"
}
JSON

section "The appliance starts on sip:clinic@127.0.0.1:$port with the mini pack"
appliance key create "${config[@]}"
scripts/appliance serve "${config[@]}" >"$demo/serve.log" 2>&1 &
serve=$!
trap 'kill "$serve" 2>/dev/null || true' EXIT
until grep -q '^Ready' "$demo/serve.log"; do
    if ! kill -0 "$serve" 2>/dev/null; then
        cat "$demo/serve.log" >&2
        echo "The appliance did not start (see above). Check the machine with scripts/appliance doctor; another port: DEMO_SIP_PORT=5090 scripts/demo.sh" >&2
        exit 1
    fi
    sleep 0.1
done
grep '^Ready' "$demo/serve.log"

section "Three callers at once; what the agent says is shown as the mini Whisper hears it on the caller's side"
calls=() scripts=()
for name in "${callers[@]}"; do
    scripts/appliance call "sip:clinic@127.0.0.1:$port" --name "$name" --script "scripts/demo/$name.json" \
        --report "$demo/$name.json" --wav "$demo/$name.wav" > >(tee "$demo/$name.txt") 2>&1 &
    calls+=($!)
    scripts+=("scripts/demo/$name.json")
done
failed=0
for call in "${calls[@]}"; do wait "$call" || failed=1; done

section "The appliance stops and lets calls finish"
kill -TERM "$serve"
wait "$serve" || failed=1
trap - EXIT

section "Transcripts as the appliance keeps them, sealed"
for id in $(appliance calls list --json "${config[@]}" | python3 -c 'import json, sys; print(*(call["id"] for call in reversed(json.load(sys.stdin))))'); do
    appliance calls show "$id" "${config[@]}"
    appliance calls recording "$id" --out "$demo/$id.wav" "${config[@]}"
done

section "Where the time of a turn goes, by stage, over all three calls"
appliance calls latency "${config[@]}"

section "What the store holds"
appliance appointments "${config[@]}"
appliance callbacks "${config[@]}"
appliance audit verify "${config[@]}" || failed=1

section "What the callers asked for"
appliance appointments --json "${config[@]}" >"$demo/appointments.json"
appliance callbacks --json "${config[@]}" >"$demo/callbacks.json"
python3 scripts/demo/check.py "$demo/appointments.json" "$demo/callbacks.json" "${scripts[@]}" || failed=1

section "To listen to: left the caller, right the agent"
ls "$demo"/*.wav

if [ "$failed" -ne 0 ]; then
    printf '\nThe demonstration FAILED: see the lines above and %s/serve.log\n' "$demo" >&2
    exit 1
fi
printf '\nThe demonstration succeeded: the store holds exactly what the callers asked for.\n'
