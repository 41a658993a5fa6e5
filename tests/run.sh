#!/usr/bin/env bash
# Installs what the tests need and is missing, builds, runs every test, and ends with "N passed, N failed".
set -uo pipefail
cd "$(dirname "$0")/.."

need() { # need COMMAND PACKAGE...: installs the packages when the command is not there
  local command=$1
  shift
  command -v "$command" >/dev/null 2>&1 || missing+=("$@")
}

missing=()
need dotnet dotnet-sdk-10.0
need node nodejs
need npm npm
need chromium chromium
need openssl openssl
fc-list :lang=zh 2>/dev/null | grep -q . || missing+=(fontconfig fonts-noto-cjk)
if [ ${#missing[@]} -gt 0 ]; then
  echo "Installing: ${missing[*]}"
  if ! command -v apt-get >/dev/null 2>&1; then
    echo "This system has no apt-get. Install these by hand, then run the tests again: ${missing[*]}" >&2
    exit 1
  fi
  sudo=$([ "$(id -u)" -eq 0 ] || echo sudo)
  $sudo apt-get update -qq && DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null || exit 1
fi

# The compiler that lets the kill tests start their processes twice as fast; they run without it too.
dotnet restore tests/IpCenter.CrashHost -p:CompileAhead=true --nologo -v quiet || echo "Without crossgen2 the kill tests take longer."
(cd tests && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error) || exit 1
dotnet build IpCenter.sln --nologo -v quiet || exit 1

mkdir -p artifacts/test-logs
passed=0 failed=0 broken=0
for project in tests/*.Tests/*.csproj; do
  name=$(basename "$project" .csproj)
  log=artifacts/test-logs/$name.log
  dotnet test "$project" --no-build --nologo --logger "trx;LogFileName=$name.trx" --results-directory artifacts/test-logs 2>&1 | tee "$log"
  result=${PIPESTATUS[0]}
  line=$(grep -E '^(Passed|Failed)! ' "$log" | tail -n 1)
  count() { printf '%s' "$line" | sed -n "s/.*$1: *\([0-9][0-9]*\).*/\1/p"; }
  p=$(count Passed) f=$(count Failed)
  passed=$((passed + ${p:-0}))
  failed=$((failed + ${f:-0}))
  # A run that ends without its closing line, or fails without a failed test, is a failure of its own.
  if [ -z "$line" ] || { [ "$result" -ne 0 ] && [ "${f:-0}" -eq 0 ]; }; then
    echo "$name did not finish (exit code $result)."
    broken=$((broken + 1))
  fi
done
echo "$passed passed, $((failed + broken)) failed"
[ $((failed + broken)) -eq 0 ]
