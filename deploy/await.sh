# For the scripts of this folder, which read it.

# await SECONDS COMMAND…: until it succeeds; the script fails when that takes longer.
await() {
  local until=$((SECONDS + $1))
  shift
  until "$@" >/dev/null 2>&1; do
    [ $SECONDS -lt $until ] || { printf 'FAILED: waited for: %s\n' "$*" >&2; exit 1; }
    sleep 0.5
  done
}
# healthy CONTAINER
healthy() { [ "$(docker inspect -f '{{.State.Health.Status}}' "$1")" = healthy ]; }
