#!/usr/bin/env bash
# Fetches the weights of a model pack from their publishers, on a connected machine. Safe to run again: a cut-off
# download goes on where it stopped, a complete one is checked and left alone.
set -euo pipefail
cd "$(dirname "$0")/.."

pack=standard
target=

usage() {
    cat <<'TEXT'
Usage: scripts/fetch-models.sh [--pack NAME] [--to DIR]
  --pack NAME  pack in models/ whose manifest is read (default: standard)
  --to DIR     folder to fetch into, a stick for example (default: models/NAME itself)
TEXT
}

fail() {
    printf '\nFetching stopped: %s\nWhat to do: %s\n' "$1" "$2" >&2
    exit 1
}

while (($# > 0)); do
    case $1 in
        --pack) pack=${2:?--pack needs a name}; shift 2 ;;
        --to) target=${2:?--to needs a folder}; shift 2 ;;
        -h | --help) usage; exit 0 ;;
        *) usage >&2; exit 2 ;;
    esac
done

manifest=models/$pack/pack.json
target=${target:-models/$pack}
[ -f "$manifest" ] || fail "there is no $manifest" "choose one of: $(cd models && echo */)"
for tool in curl python3 sha256sum; do
    command -v "$tool" >/dev/null || fail "$tool is not installed" "install it: apt-get install curl python3 coreutils"
done
mkdir -p "$target"

# One line per file that has a web address: path, address, the manifest's or the recorded sum or "-".
list() {
    python3 - "$manifest" "$target/checksums.json" <<'PYTHON'
import json, os, re, sys
manifest = json.load(open(sys.argv[1]))
recorded = json.load(open(sys.argv[2]))["sha256"] if os.path.exists(sys.argv[2]) else {}
for stage in manifest["stages"].values():
    for file in stage["files"]:
        path, source = file["path"], file.get("source") or ""
        if not re.fullmatch(r"[A-Za-z0-9_][A-Za-z0-9._-]*(/[A-Za-z0-9_][A-Za-z0-9._-]*)*", path):
            sys.exit(f"the manifest names a path that is not inside the pack: {path!r}")
        if source.startswith("https://"):
            print(path, source, file.get("sha256") or recorded.get(path) or "-")
PYTHON
}

# Adds one sum to checksums.json, the file that the appliance reads beside the manifest.
record() {
    python3 - "$target/checksums.json" "$1" "$2" <<'PYTHON'
import json, os, sys
book, path, digest = sys.argv[1:]
document = json.load(open(book)) if os.path.exists(book) else {"sha256": {}}
document["sha256"][path] = digest
with open(book + ".new", "w") as out:
    json.dump(document, out, indent=2, sort_keys=True)
    out.write("\n")
    out.flush()
    os.fsync(out.fileno())
os.replace(book + ".new", book)
PYTHON
}

sum_of() { sha256sum "$1" | cut -d' ' -f1; }

explain_curl() {
    case $1 in
        5 | 6 | 7 | 28 | 35 | 56)
            fail "$2 cannot be reached (curl error $1)" \
                "on a machine without internet, run this script on a connected one with --to FOLDER (a USB stick), carry the folder over, and run: appliance models import FOLDER --pack $pack" ;;
        22) fail "the publisher refuses $2 (curl error 22)" \
            "open the address in a browser: the file may have moved, or the licence has to be accepted there; then put the file into $target and run: appliance models import $target --pack $pack" ;;
        23) fail "$target cannot be written (curl error 23)" "free space or choose another folder with --to" ;;
        *) fail "curl error $1 on $2" "run the same command again; it goes on where it stopped" ;;
    esac
}

files=$(list) || fail "$manifest cannot be used (see above)" "git checkout -- $manifest"
count=$(printf '%s' "$files" | grep -c . || true)
((count > 0)) || fail "no file of the pack '$pack' has a web address" "scripts/setup.sh brings this pack in"

number=0
while read -r path address expected; do
    number=$((number + 1))
    file=$target/$path
    mkdir -p "$(dirname "$file")"
    if [ -f "$file" ]; then
        printf '[%d/%d] %s: there, checking\n' "$number" "$count" "$path"
    else
        printf '[%d/%d] %s from %s\n' "$number" "$count" "$path" "$address"
        status=0
        curl --fail --location --proto '=https' --continue-at - --retry 3 --connect-timeout 20 --progress-bar \
            --output "$file.part" "$address" || status=$?
        ((status == 0)) || explain_curl "$status" "$address"
        sync "$file.part"
        mv "$file.part" "$file"
    fi
    actual=$(sum_of "$file")
    if [ "$expected" = - ]; then
        record "$path" "$actual"
        verdict="recorded for the first time"
    elif [ "$expected" = "$actual" ]; then
        verdict="as expected"
    else
        fail "$file has SHA-256 $actual instead of $expected" \
            "rm $file and run this script again; if the publisher changed the file on purpose, remove its line from $target/checksums.json too"
    fi
    printf '      %s, SHA-256 %s %s\n' "$(du -h "$file" | cut -f1)" "$actual" "$verdict"
done <<<"$files"

printf 'All %d files of the pack %s are in %s (%s).\n' "$count" "$pack" "$target" "$(du -sh "$target" | cut -f1)"
if [ "$(realpath "$target")" != "$(realpath "models/$pack")" ]; then
    printf 'On the appliance: appliance models import %s --pack %s\n' "$target" "$pack"
fi
