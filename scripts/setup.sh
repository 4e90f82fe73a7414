#!/usr/bin/env bash
# Installs what the appliance needs on Debian and builds it. Safe to run again: what is there is left alone.
set -euo pipefail
cd "$(dirname "$0")/.."

packages=(espeak-ng libespeak-ng1 libsqlite3-0 sip-tester baresip flite python3 curl)
native=src/Appliance.Inference/native
vad_source=$native/node_modules/@ricky0123/vad-web/dist/silero_vad_v5.onnx
vad_target=models/mini/vad/silero_vad_v5.onnx
stamp=artifacts/setup.stamp
started=$SECONDS

step() { printf '[%3ds] %s\n' "$((SECONDS - started))" "$*"; }

fail() {
    printf '\nSet-up stopped: %s\nWhat to do: %s\n' "$1" "$2" >&2
    exit 1
}

# Runs a long command with a line every ten seconds, and shows its output only when it fails.
quietly() {
    local log what=$1 mend=$2
    shift 2
    log=$(mktemp)
    "$@" >"$log" 2>&1 &
    local pid=$! waited=0
    while kill -0 "$pid" 2>/dev/null; do
        sleep 0.2
        waited=$((waited + 1))
        if ((waited % 50 == 0)); then step "  … $what, $((waited / 5)) s so far"; fi
    done
    if ! wait "$pid"; then
        tail -n 30 "$log" >&2
        rm -f "$log"
        fail "$what failed (see above)" "$mend"
    fi
    rm -f "$log"
}

as_root() { if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo -n "$@"; fi; }

for tool in git node npm dotnet; do
    command -v "$tool" >/dev/null || fail "$tool is not installed" \
        "install git, Node.js 20 or later with npm, and the .NET SDK 10, then run scripts/setup.sh again"
done

missing=()
for package in "${packages[@]}"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
done
if ((${#missing[@]} > 0)); then
    step "Debian packages: installing ${missing[*]}"
    command -v apt-get >/dev/null || fail "this is not Debian or Ubuntu" "install these packages by hand: ${missing[*]}"
    [ "$(id -u)" -eq 0 ] || sudo -n true 2>/dev/null || fail "installing packages needs root" "run: sudo apt-get install ${missing[*]}"
    quietly "apt-get update" "check the network and /etc/apt/sources.list" as_root apt-get update
    quietly "apt-get install" "run: apt-get install ${missing[*]}" \
        as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}"
else
    step "Debian packages: all there"
fi

if ! cmp -s "$native/package-lock.json" "$native/node_modules/.appliance-lock.json"; then
    step "Native engines (ONNX Runtime, llama.cpp, Silero VAD): npm ci, about 470 MB on disk"
    quietly "npm ci" "check the network to the npm registry, then run scripts/setup.sh again" \
        npm ci --prefix "$native" --ignore-scripts --omit=peer --no-audit --no-fund
    cp "$native/package-lock.json" "$native/node_modules/.appliance-lock.json"
else
    step "Native engines: all there"
fi

if ! cmp -s "$vad_source" "$vad_target"; then
    mkdir -p "$(dirname "$vad_target")"
    cp "$vad_source" "$vad_target"
    step "Model pack 'mini': Silero VAD copied in"
fi

if [ ! -e "$stamp" ] || [ -n "$(find src tests ./*.props ./*.txt .editorconfig .globalconfig Appliance.sln \
    \( -name obj -o -name bin -o -name node_modules \) -prune -o -type f -newer "$stamp" -print -quit)" ]; then
    step "Restoring NuGet packages (versions and hashes from the lock files)"
    quietly "dotnet restore" "check the network to the NuGet registry; a changed lock file is restored with: dotnet restore --force-evaluate" \
        dotnet restore Appliance.sln --locked-mode
    step "Building (Release)"
    mkdir -p artifacts
    touch "$stamp.new"
    quietly "dotnet build" "mend the errors above, then run scripts/setup.sh again" \
        dotnet build Appliance.sln -c Release --no-restore -v quiet --nologo
    mv "$stamp.new" "$stamp"
else
    step "Build: up to date"
fi
step "Set-up complete. Check the machine with: scripts/appliance doctor"
