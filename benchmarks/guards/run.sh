#!/bin/sh
# Measures what guards cost, in parts that can be run one by one, each below ten minutes in the full mode:
#   inturns  bare primitives, guard and a refusal take turns, at 1 and at 2 threads, and so do Keywright's servlet adapter and
#            Spring Security's filter chain; processor time is counted, so that a machine which does other work still gives ratios
#   one two  the same by JMH with its gc profiler, at 1 and at 2 threads
#   spring   Spring Security's filter chain and Keywright's servlet adapter over the same requests, by JMH, at 1 and at 2 threads
#   timing   whether refusals can be told apart by time
#   virtual  what a million virtual threads hold on to (JDK 21 or newer)
#   benchmarks/guards/run.sh quick|full [build] [part ...]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
cd "$root"
mode=${1:?quick or full}
shift
[ $# -gt 0 ] || set -- build inturns one two spring timing virtual
case $mode in
    quick) forks=1 millis=500 iterations=3 slices=200 calls=200000 alive=20000 ;;
    full) forks=1 millis=1000 iterations=4 slices=600 calls=2000000 alive=200000 ;;
    *) echo "quick or full, not $mode" >&2 && exit 2 ;;
esac

build() {
    ${MVN:-./mvnw -B} -q install -DskipTests -pl .,annotations,runtime,adapters/servlet,adapters/jdk-http,adapters/jwt,stores/jdbc
    ${MVN:-./mvnw -B} -q -f "$here/pom.xml" clean compile dependency:build-classpath -Dmdep.outputFile="$here/target/classpath"
}

run() {
    class=$1
    shift
    java -Xms1g -Xmx1g -XX:+UseParallelGC -cp "$here/target/classes:$(cat "$here/target/classpath")" \
        "dev.keywright.benchmarks.$class" "$@"
}

for part in "$@"; do
    case $part in
        build) build ;;
        inturns)
            for threads in 1 2; do
                for subject in api_key bearer jwt canonical rfc_9421 standard_webhooks stripe slack github shopify login limit \
                    servlet_api_key servlet_canonical servlet_wrong_key; do
                    run Interleaved $subject $slices $threads
                done
            done
            ;;
        one) run Tables GuardBenchmark 1 $forks $millis $iterations primitive ;;
        two) run Tables GuardBenchmark 2 $forks $millis $iterations primitive ;;
        spring)
            run Tables SpringBenchmark 1 $forks $millis $iterations bare
            run Tables SpringBenchmark 2 $forks $millis $iterations bare
            ;;
        timing) run Timing $calls ;;
        virtual) run VirtualThreads $alive ;;
        *) echo "no part $part" >&2 && exit 2 ;;
    esac
done
