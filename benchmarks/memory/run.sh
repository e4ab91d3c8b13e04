#!/bin/sh
# Floods one application with distinct nonces, addresses, keys, tokens and accounts at a heap of 256 MiB, in a process of its
# own; then the next process gets what the first admitted; then the same with Redis, which loses its data.
#   benchmarks/memory/run.sh [count] [count with Redis]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
cd "$root"
./mvnw -q -B install -DskipTests -pl stores/redis -am
./mvnw -q -B -pl stores/redis dependency:build-classpath -Dmdep.outputFile="$root/stores/redis/target/classpath"
cd stores/redis
classpath="target/test-classes:target/classes:$(cat target/classpath)"
samples=target/flood-samples
java -Xmx256m -cp "$classpath" dev.keywright.store.redis.Flood memory "${1:-10000000}" "$samples"
java -Xmx256m -cp "$classpath" dev.keywright.store.redis.Flood restart "${1:-10000000}" "$samples"
exec java -Xmx256m -cp "$classpath" dev.keywright.store.redis.Flood redis "${2:-1000000}"
