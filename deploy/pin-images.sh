#!/usr/bin/env bash
# Pins the public images that compose builds on and runs: pulls each one, and writes its digest into .env. A build
# then uses the very same images until this script runs again. docs/deployment.md says more.
#   deploy/pin-images.sh [FILE]     FILE is .env unless given
set -euo pipefail
cd "$(dirname "$0")/.."

file=${1:-.env}
touch "$file"
# pin VARIABLE IMAGE: the line VARIABLE=IMAGE@DIGEST takes the place of an older one
pin() {
  local variable=$1 image=$2 digest rest
  docker pull --quiet "$image" >/dev/null
  digest=$(docker image inspect --format '{{range .RepoDigests}}{{println .}}{{end}}' "$image" | sed -n 's/.*@//p' | head -n 1)
  [[ $digest =~ ^sha256:[0-9a-f]{64}$ ]] || { echo "$image has no digest; is it from a registry?" >&2; exit 1; }
  rest=$(grep -v "^$variable=" "$file" || true)
  printf '%s\n' ${rest:+"$rest"} "$variable=$image@$digest" >"$file.new"
  mv "$file.new" "$file"
  echo "$variable=$image@$digest"
}

# The names are those of docker-compose.yml.
grep -oE '\$\{[A-Z]+_IMAGE:-[^}]+\}' docker-compose.yml | sort -u | sed -E 's/^\$\{([A-Z_]+):-(.*)\}$/\1 \2/' >"$file.images"
trap 'rm -f "$file.images" "$file.new"' EXIT
while read -r variable image; do pin "$variable" "$image"; done <"$file.images"
