#!/usr/bin/env bash
# What Keywright adds to a compile: CPU time (user + system) of javac over the sources of commons-lang3, alone, with Keywright
# and with Error Prone as a peer, each run in a process of its own, the three in turn so that a slow minute hits all.
#
#   benchmarks/compile/run.sh [RUNS]        RUNS defaults to 7
#
# Needs JDK 17 or newer (JAVA_HOME or the path) and processor/target/keywright-processor.jar (./mvnw package); another jar or
# path can be named in KEYWRIGHT_PROCESSOR.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
runs=${1:-7}
lang=3.20.0
errorprone=2.42.0
dataflow=3.49.3-eisop1
work=$here/target
keywright=${KEYWRIGHT_PROCESSOR:-$root/processor/target/keywright-processor.jar}
javac=${JAVA_HOME:+$JAVA_HOME/bin/}javac
[ -n "${KEYWRIGHT_PROCESSOR:-}" ] || [ -f "$keywright" ] || { echo "missing $keywright: run ./mvnw package first" >&2; exit 2; }

fetch() { # group:artifact:version[:packaging[:classifier]]
  "$root/mvnw" -q -B -f "$root/pom.xml" -N org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy \
    -Dartifact="$1" -DoutputDirectory="$work/lib" -Dmdep.overWriteReleases=false </dev/null
}

mkdir -p "$work/lib"
if [ ! -d "$work/lang3" ]; then
  fetch "org.apache.commons:commons-lang3:$lang:jar:sources"
  mkdir "$work/lang3" && (cd "$work/lang3" && jar xf "../lib/commons-lang3-$lang-sources.jar")
fi
peer=yes
if [ ! -f "$work/lib/error_prone_core-$errorprone-with-dependencies.jar" ]; then
  fetch "com.google.errorprone:error_prone_core:$errorprone:jar:with-dependencies" \
    && fetch "io.github.eisop:dataflow-errorprone:$dataflow" \
    && fetch "io.github.eisop:checker-qual:$dataflow" || peer=no
fi

find "$work/lang3" -name '*.java' ! -name module-info.java ! -name package-info.java | sort >"$work/sources"
lines=$(xargs cat <"$work/sources" | wc -l)
common=(-encoding UTF-8 -nowarn -g -d "$work/out" "@$work/sources")

compile() { # variant
  rm -rf "$work/out"
  case $1 in
    plain) "$javac" -proc:none "${common[@]}" ;;
    keywright) "$javac" -processorpath "$keywright" "${common[@]}" ;;
    errorprone)
      local open=()
      for package in api code comp file main model parser processing tree util; do
        open+=("-J--add-exports=jdk.compiler/com.sun.tools.javac.$package=ALL-UNNAMED")
      done
      "$javac" "${open[@]}" -J--add-opens=jdk.compiler/com.sun.tools.javac.code=ALL-UNNAMED \
        -J--add-opens=jdk.compiler/com.sun.tools.javac.comp=ALL-UNNAMED \
        -XDcompilePolicy=simple --should-stop=ifError=FLOW -proc:none \
        -processorpath "$(printf '%s:' "$work"/lib/error_prone_core-*.jar "$work"/lib/dataflow-*.jar "$work"/lib/checker-qual-*.jar)" \
        "-Xplugin:ErrorProne -XepAllErrorsAsWarnings" "${common[@]}" ;;
  esac >"$work/$1.log" 2>&1
}

cpu() { # variant -> seconds
  local TIMEFORMAT='%U %S' took
  took=$({ time compile "$1" || echo failed >&2; } 2>&1)
  case $took in *failed*) echo "$1 does not compile; see $work/$1.log" >&2; return 1 ;; esac
  awk '{ printf "%.2f", $1 + $2 }' <<<"$took"
}

median() { sort -n | awk '{ a[NR] = $1 } END { print NR % 2 ? a[(NR + 1) / 2] : (a[NR / 2] + a[NR / 2 + 1]) / 2 }'; }

variants=(plain keywright)
[ $peer = no ] || variants+=(errorprone)
for variant in "${variants[@]}"; do
  : >"$work/$variant.cpu"
  cpu "$variant" >/dev/null # once for the file cache
done
for ((run = 1; run <= runs; run++)); do
  for variant in "${variants[@]}"; do
    cpu "$variant" >>"$work/$variant.cpu"
    echo >>"$work/$variant.cpu"
  done
done

"$javac" -version 2>&1
echo "commons-lang3 $lang: $(wc -l <"$work/sources") files, $lines lines; median CPU seconds of $runs runs"
base=$(median <"$work/plain.cpu")
for variant in "${variants[@]}"; do
  m=$(median <"$work/$variant.cpu")
  awk -v v="$variant" -v m="$m" -v b="$base" 'BEGIN { printf "%-11s %6.2f s  x %.2f\n", v, m, m / b }'
done
[ $peer = yes ] || echo "Error Prone could not be fetched and was left out"
