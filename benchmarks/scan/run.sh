#!/usr/bin/env bash
# Files per second and peak memory of `keywright scan` beside PMD with its security rules alone: the same tree, the same
# machine, one after the other, several times in turn. Needs a JDK, Linux, and tools/cli/target/keywright.jar.
#
#   benchmarks/scan/run.sh [RUNS] [FOLDER]     3 runs of commons-lang3's sources unless told otherwise
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
runs=${1:-3}
jar=${KEYWRIGHT_JAR:-$root/tools/cli/target/keywright.jar}
out=$here/target
tree=${2:-$out/commons-lang3}

[ -f "$jar" ] || { echo "Build it first: ./mvnw -pl tools/cli -am package -DskipTests" >&2; exit 2; }
[ -d "$out/pmd" ] && [ -d "$tree" ] || "$root/mvnw" -q -B -f "$here/pom.xml" package
files=$(find "$tree" -name '*.java' | wc -l)
lines=$(find "$tree" -name '*.java' -print0 | xargs -0 cat | wc -l)
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
echo "$files files, $lines lines; $(nproc) cores; $("$java" -version 2>&1 | head -1)"

# A process and its children.
family() { echo "$1"; for child in $(cat "/proc/$1/task/"*/children 2>/dev/null); do family "$child"; done; }

# Prints wall seconds, CPU seconds and peak MiB, all of it with children, of a command whose findings do not matter.
measure() {
  local begin end pid peak=0 now cpu=0 hz
  hz=$(getconf CLK_TCK)
  begin=$(date +%s%N)
  "$@" > "$out/last.out" 2> "$out/last.err" &
  pid=$!
  while [ -d "/proc/$pid" ] && [ "$(awk '{print $3}' "/proc/$pid/stat" 2>/dev/null)" != Z ]; do
    now=$(for each in $(family "$pid"); do awk '/VmRSS/ {print $2}' "/proc/$each/status" 2>/dev/null; done | awk '{s += $1} END {print s + 0}' || true)
    [ "$now" -gt "$peak" ] && peak=$now
    now=$(for each in $(family "$pid"); do awk '{print $14 + $15}' "/proc/$each/stat" 2>/dev/null; done | awk '{s += $1} END {print s + 0}' || true)
    [ "$now" -gt "$cpu" ] && cpu=$now
    sleep 0.02
  done
  wait "$pid" || true
  end=$(date +%s%N)
  awk -v ns=$((end - begin)) -v cpu="$cpu" -v hz="$hz" -v kb="$peak" -v files="$files" \
    'BEGIN { s = ns / 1e9; printf "%6.2f s wall  %6.2f s cpu  %7.1f files/s  %5.0f MiB\n", s, cpu / hz, files / s, kb / 1024 }'
}

for run in $(seq "$runs"); do
  printf 'keywright                  '
  measure "$java" -jar "$jar" scan --fail-on never --format sarif --output "$out/keywright.sarif" "$tree"
  printf 'keywright, untuned JVM     '
  measure "$java" -Xmx4g -jar "$jar" scan --fail-on never --format sarif --output "$out/keywright.sarif" "$tree"
  printf 'pmd security               '
  measure "$java" -cp "$out/pmd/*" net.sourceforge.pmd.cli.PmdCli check --no-cache --no-progress --no-fail-on-violation \
    -R category/java/security.xml -f text -r "$out/pmd.txt" -d "$tree"
done
