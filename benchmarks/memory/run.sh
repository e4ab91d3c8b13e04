#!/bin/sh
# Floods one application with distinct nonces, addresses, keys, tokens and accounts at a heap of 256 MiB, in a process of its
# own; then the next process gets what the first admitted, and the same floods; then the same with Redis, which becomes full,
# loses its data and is restarted. Each part ends after an hour at most.
# FLOOD_WITH names a command that runs each part, as "nice".
#   benchmarks/memory/run.sh [count] [count with Redis] [memory of Redis]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
cd "$root"
./mvnw -q -B install -DskipTests -pl stores/redis -am
./mvnw -q -B -pl stores/redis dependency:build-classpath -Dmdep.outputFile="$root/stores/redis/target/classpath"
cd stores/redis
classpath="target/test-classes:target/classes:$(cat target/classpath)"
samples=target/flood-samples
flood() {
    ${FLOOD_WITH:-} timeout 3600 java -Xmx256m -cp "$classpath" dev.keywright.store.redis.Flood "$@"
}
flood memory "${1:-10000000}" "$samples"
flood restart "${1:-10000000}" "$samples"
flood redis "${2:-1000000}" "${3:-64mb}"
