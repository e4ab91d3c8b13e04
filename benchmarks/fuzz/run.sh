#!/usr/bin/env bash
# Mutates sources for so many seconds and gives them to the whole analyzer: both front ends, every rule; keywright.toml,
# baselines and models too. With the processor's jar built, two thirds of the mutants are compiled with it on the processor
# path, by javac, and where ECJ names ecj's jar by ecj too; with COMPILERS_ONLY=true all mutants of programs are.
# A mutant that crashes the analysis, or that does not end, is kept under target/fuzz. The same seed makes the same mutants.
#
#   benchmarks/fuzz/run.sh SECONDS SEED [FOLDER…]     the corpus, and the Java files under the folders
#
# Where javac itself does not end on a mutant, as it does not on some, the run goes on with the next seed.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
seconds=${1:?usage: run.sh SECONDS SEED [FOLDER…]}
seed=${2:?usage: run.sh SECONDS SEED [FOLDER…]}
shift 2
out=$here/target/fuzz
mkdir -p "$out"

"$root/mvnw" -q -B -f "$root/pom.xml" -pl annotations,checks test-compile dependency:build-classpath \
  -Dmdep.outputFile="$out/classpath.txt" -Dmdep.includeScope=test
classes=$root/checks/target/classes:$root/checks/target/test-classes:$(cat "$out/classpath.txt")
jar=$root/processor/target/keywright-processor.jar
plugin=()
[ -f "$jar" ] && plugin=(-Dkeywright.fuzz.processor="$jar" -Dkeywright.fuzz.ecj="${ECJ:-}"
  -Dkeywright.fuzz.compilersOnly="${COMPILERS_ONLY:-false}")
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

end=$(($(date +%s) + seconds))
status=0
while [ "$(date +%s)" -lt "$end" ]; do
  code=0
  nice -n 19 "$java" -ea -XX:+UseSerialGC -Xmx3g "${plugin[@]}" -cp "$classes" dev.keywright.checks.fuzz.Fuzz \
    $((end - $(date +%s))) "$seed" "$out/$seed" "$root/checks/src/test/resources" "$@" || code=$?
  # 3: the compiler did not end.
  [ "$code" -eq 0 ] || [ "$code" -eq 3 ] || status=1
  seed=$((seed + 1))
done
exit "$status"
