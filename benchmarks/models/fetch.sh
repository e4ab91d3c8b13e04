#!/usr/bin/env bash
# Fetches the libraries in artifacts.txt and what they need from Maven Central into FOLDER, for
#   ./mvnw -pl checks test -Dtest=ModelsNameWhatExistsTest -Dkeywright.modelJars=FOLDER
# What Central does not serve is named and left out.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
folder=${1:?usage: fetch.sh FOLDER}
mkdir -p "$folder"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
grep -v '^#' "$here/artifacts.txt" > "$work/wanted"
while true; do
  {
    echo '<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>'
    echo '<groupId>fetch</groupId><artifactId>fetch</artifactId><version>1</version><dependencies>'
    while IFS=: read -r group artifact version; do
      echo "<dependency><groupId>$group</groupId><artifactId>$artifact</artifactId><version>$version</version></dependency>"
    done < "$work/wanted"
    echo '</dependencies></project>'
  } > "$work/pom.xml"
  if "$here/../../mvnw" -B -f "$work/pom.xml" org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
      -DoutputDirectory="$folder" </dev/null > "$work/log" 2>&1; then
    break
  fi
  grep -oE '[A-Za-z0-9_.-]+:[A-Za-z0-9_.-]+:(jar|pom):[A-Za-z0-9_.-]+' "$work/log" | sed -E 's/:(jar|pom):/:/' | sort -u > "$work/gone"
  grep -vxFf "$work/gone" "$work/wanted" > "$work/left" || true
  if cmp -s "$work/left" "$work/wanted"; then
    tail -20 "$work/log" >&2
    exit 1
  fi
  grep -xFf "$work/gone" "$work/wanted" | sed 's/^/not served: /' >&2
  mv "$work/left" "$work/wanted"
done
ls "$folder" | wc -l
