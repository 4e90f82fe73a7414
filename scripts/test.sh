#!/usr/bin/env bash
# Sets the machine up, checks the formatting, runs every test project, and prints one closing line of counts.
set -uo pipefail
cd "$(dirname "$0")/.."
bash scripts/setup.sh || exit 1

# No project takes half as long; one that hangs must not keep the others from being reported.
patience=1200

passed=0 failed=0 skipped=0
echo "Formatting: dotnet format --verify-no-changes"
if dotnet format Appliance.sln --no-restore --verify-no-changes; then passed=1; else failed=1; fi

results=artifacts/test-results
rm -rf "$results"
mkdir -p "$results"
for project in tests/*.Tests; do
    name=$(basename "$project")
    echo "== $name"
    timeout --kill-after=10 "$patience" "$project/bin/Release/net10.0/$name" -xml "$results/$name.xml" -noLogo "$@" 2>&1 | tee "$results/$name.log"
    status=${PIPESTATUS[0]}
    if [ "$status" -eq 124 ]; then
        echo "$name did not end within $patience s"
    fi
    if [ ! -s "$results/$name.xml" ]; then
        echo "$name ended with status $status and left no result file"
        failed=$((failed + 1))
        continue
    fi
    count() { grep -oP "<assembly [^>]*? $1=\"\K[0-9]+" "$results/$name.xml" | head -1; }
    passed=$((passed + $(count passed)))
    failed=$((failed + $(count failed) + $(count errors)))
    skipped=$((skipped + $(count skipped)))
    if [ "$status" -ne 0 ] && [ "$(count failed)" -eq 0 ] && [ "$(count errors)" -eq 0 ]; then
        echo "$name ended with status $status although no test failed"
        failed=$((failed + 1))
    fi
done
grep -ohP '<test [^>]*name="\K[^"]*(?="[^>]*result="Skip")' "$results"/*.xml | sed 's/^/skipped: /' || true
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ]
