#!/bin/sh
# Measures guards beside their bare primitives: in turns by processor time, then in one JMH run, and prints the ratios;
# in between, whether refusals can be told apart by time.
#   benchmarks/guards/run.sh [forks]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
cd "$root"
./mvnw -q -B install -DskipTests -pl annotations,runtime
./mvnw -q -B -f "$here/pom.xml" compile
./mvnw -q -B -f "$here/pom.xml" dependency:build-classpath -Dmdep.outputFile="$here/target/classpath"
classpath="$here/target/classes:$(cat "$here/target/classpath")"
java -cp "$classpath" dev.keywright.benchmarks.Interleaved
java -cp "$classpath" dev.keywright.benchmarks.Timing 1000000
exec java -cp "$classpath" dev.keywright.benchmarks.Ratios "${1:-3}"
