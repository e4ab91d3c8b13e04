#!/usr/bin/env bash
# Fetches the sources of the projects in projects.txt from Maven Central and unpacks each into FOLDER/<artifact>.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
folder=${1:?usage: fetch.sh FOLDER}
mkdir -p "$folder"
grep -v '^#' "$here/projects.txt" | while read -r coordinates kind; do
  artifact=$(cut -d: -f2 <<<"$coordinates")
  version=$(cut -d: -f3 <<<"$coordinates")
  [ -d "$folder/$artifact" ] && continue
  if ! "$here/../../mvnw" -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy \
      -Dartifact="$coordinates:jar:sources" -DoutputDirectory="$folder" </dev/null; then
    echo "not served: $coordinates" >&2
    continue
  fi
  mkdir "$folder/$artifact"
  (cd "$folder/$artifact" && jar xf "../$artifact-$version-sources.jar")
  rm "$folder/$artifact-$version-sources.jar"
done
find "$folder" -name '*.java' -print0 | xargs -0 cat | wc -l
