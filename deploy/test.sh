#!/usr/bin/env bash
# Builds the images, starts them as docs/deployment.md says and tries what it promises. Needs docker with
# compose, curl and jq; takes no .env into account, and leaves nothing running.
set -euo pipefail
cd "$(dirname "$0")/.."
. deploy/await.sh

export COMPOSE_PROJECT_NAME=access-reviews-test IMAGE=${IMAGE:-access-reviews} PORT=${PORT:-18080} KEYCLOAK_PORT=${KEYCLOAK_PORT:-18180}
export MAILPIT_PORT=${MAILPIT_PORT:-18025}
GRAPH=http://localhost:$PORT/v1.0
REVIEWS=$GRAPH/identityGovernance/accessReviews/definitions
work=$(mktemp -d)
alone=access-reviews-test-alone

compose() { docker compose --env-file /dev/null "$@"; }
step() { printf '\n== %s (%d s)\n' "$1" "$SECONDS"; }
fail() { printf 'FAILED: %s\n' "$1" >&2; exit 1; }
end() {
  local status=$?
  set +e
  touch "$work/stop"
  if [ $status -ne 0 ]; then compose logs --tail 40 access-reviews proxy keycloak; docker logs --tail 40 $alone; fi
  docker rm -f $alone >/dev/null 2>&1
  compose down -v >/dev/null 2>&1
  rm -rf "$work"
}
trap end EXIT

all_healthy() { local id; for id in $(compose ps -q access-reviews); do healthy "$id" || return; done; }

token() {
  curl -sf "http://localhost:$KEYCLOAK_PORT/realms/access-reviews-trial/protocol/openid-connect/token" "$@" | jq -re .access_token
}
user() {
  token -d grant_type=password -d client_id=scripts -d username="$1" -d password=trial \
    -d scope='AccessReview.ReadWrite.All Directory.ReadWrite.All'
}
graph() { curl -sf --max-time 180 -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' "$@"; }
mails() { curl -sf "http://localhost:$MAILPIT_PORT/api/v1/messages" | jq -re '.messages[] | "\(.To[0].Address) \(.Subject)"'; }
has_mail() { mails | grep -F "$1"; }
has_an_instance() { graph "$REVIEWS/$1/instances" | jq -e '.value[0].status == "InProgress"'; }

# Requests without a pause until $work/stop is there; one line a status.
reads() {
  while [ ! -e "$work/stop" ]; do
    graph -o /dev/null -w '%{http_code}\n' "$REVIEWS" || true
  done >"$work/reads-$1"
}
writes() {
  while [ ! -e "$work/stop" ]; do
    graph -o /dev/null -w '%{http_code}\n' "$GRAPH/groups" -d "{\"displayName\":\"$1\"}" || true
  done >"$work/writes-$1"
}
# lossless NAME COMMAND…: under load, no request is lost, and none is executed twice
lossless() {
  local name=$1 jobs=() i lost
  shift
  rm -f "$work"/{stop,reads-*,writes-*}
  for i in 1 2 3; do reads "$i" & jobs+=($!); done
  writes "$name" & jobs+=($!)
  sleep 2
  "$@"
  sleep 2
  touch "$work/stop"
  wait "${jobs[@]}"
  lost=$(cat "$work"/reads-* "$work"/writes-* | grep -cvE '^20[01]$' || true)
  echo "$(cat "$work"/reads-* | wc -l) reads, $(wc -l <"$work/writes-$name") writes, $lost lost"
  [ "$lost" -eq 0 ] || fail "lost requests: $(cat "$work"/reads-* "$work"/writes-* | sort | uniq -c)"
  [ "$(graph "$GRAPH/groups/\$count?\$filter=displayName+eq+'$name'" -H 'ConsistencyLevel: eventual')" -eq "$(wc -l <"$work/writes-$name")" ] ||
    fail "writes that were answered and those that are stored differ"
}
restart() { compose restart access-reviews 2>&1; await 180 all_healthy; }
# Long enough for the proxy to forget the addresses of both.
pause() { compose stop access-reviews 2>&1; sleep 3; compose start access-reviews 2>&1; await 180 all_healthy; }
one_by_one() {
  local id
  for id in $(compose ps -q access-reviews); do
    docker restart "$id"
    await 180 healthy "$id"
  done
}

step "Images"
[ "${1:-}" = --no-build ] || compose build
for image in "$IMAGE" access-reviews-proxy; do
  case $(docker image inspect -f '{{.Config.User}}' "$image") in '' | 0 | root*) fail "$image runs as root" ;; esac
  docker image inspect -f "$image: {{.Size}} bytes, user {{.Config.User}}" "$image"
done

step "Production refuses well-known passwords"
refusal=$(docker run --rm -e QUARKUS_OIDC_AUTH_SERVER_URL=https://issuer.example -e QUARKUS_DATASOURCE_PASSWORD=trial "$IMAGE" 2>&1) &&
  fail "started with the trial's password"
grep -F "does not start: the database password is the well-known one of the trial" <<<"$refusal" || fail "$refusal"

step "Two replicas behind one port"
compose up -d --wait --scale access-reviews=2
compose logs access-reviews >"$work/log"
grep -om 1 'Trial mode: [^"]*' "$work/log"

step "A review over HTTP"
TOKEN=$(user admin)
graph "$GRAPH/me" | jq -re .displayName
REVIEW=$(graph "$REVIEWS" -d '{
  "displayName": "Members of Marketing",
  "scope": { "query": "/groups/02f3bafb-448c-487c-88c2-5fd65ce49a41/transitiveMembers", "queryType": "MicrosoftGraph" },
  "reviewers": [ { "query": "/users/398164b1-5196-49dd-ada2-364b49f99b27", "queryType": "MicrosoftGraph" } ],
  "settings": { "mailNotificationsEnabled": true, "instanceDurationInDays": 5, "recurrence": {
    "pattern": { "type": "weekly", "interval": 1 }, "range": { "type": "noEnd", "startDate": "2026-01-05" } } }
}' | jq -re .id)
await 30 has_an_instance "$REVIEW"
await 30 has_mail "meganb@contoso.com Review access: Members of Marketing, due "
[ "$(mails | grep -c "Review access: Members of Marketing")" -eq 1 ] || fail "two replicas sent the mail twice"
TOKEN=$(user meganb)
graph "$REVIEWS/filterByCurrentUser(on='reviewer')" | jq -re '.value[].displayName'
graph "$REVIEWS/$REVIEW" -X DELETE && fail "a reviewer deleted a review"
TOKEN=$(token -d grant_type=client_credentials -d client_id=application -d client_secret=trial)
graph "$REVIEWS/$REVIEW/instances" | jq -re '.value[].status'

step "Health, metrics and OpenAPI stay inside, in every spelling"
for path in /q /q/health /q/health/ready /q/metrics /Q/metrics /%71/metrics /%71%2Fmetrics //q/metrics /./q/metrics \
  /v1.0/../q/metrics /v1.0/%2e%2e/q/metrics /v1.0/.%2E/%71/health '/q;x/metrics' '/q/metrics?a=b'; do
  status=$(curl -s -o "$work/inside" -w '%{http_code}' --path-as-is "http://localhost:$PORT$path")
  grep -qE 'jvm_memory|"status": *"UP"|openapi:' "$work/inside" && fail "$path is passed on"
  case $status in 40[0-9]) ;; *) fail "$path: $status" ;; esac
done
# Other URLs are passed on as they were sent.
graph -g "$GRAPH/groups?\$filter=displayName+eq+'100%25'&\$count=true" -H 'ConsistencyLevel: eventual' | jq -e '.value == []'

step "Restart of both"
lossless both restart
step "Stop of both, and start"
lossless pause pause
step "Restart of one after the other"
lossless each one_by_one
step "Fewer replicas, and more"
lossless one compose up -d --no-recreate --scale access-reviews=1
step "Restart of the only one"
lossless single restart

# alone OPTION…: another replica as its own container, all locked up
alone() {
  docker run -d --name $alone --network ${COMPOSE_PROJECT_NAME}_default \
    --read-only --cap-drop ALL --security-opt no-new-privileges --tmpfs /tmp "$@" -e ACCESS_REVIEWS_TRIAL=true \
    -e QUARKUS_OIDC_AUTH_SERVER_URL=http://keycloak:8080/realms/access-reviews-trial \
    -e QUARKUS_DATASOURCE_JDBC_URL=jdbc:postgresql://postgres:5432/accessreviews \
    -e QUARKUS_DATASOURCE_USERNAME=accessreviews -e QUARKUS_DATASOURCE_PASSWORD=trial "$IMAGE" >/dev/null
  await 180 healthy $alone
  docker logs $alone 2>&1 | grep -oE 'started in [0-9.]+s'
  [ "$(docker exec $alone id -u)" -ne 0 ] || fail "runs as root"
  docker rm -f $alone >/dev/null
}
step "Read-only, without capabilities, in a small container; the AOT cache is used, or the JVM would not start"
alone --memory 512m --cpus 1 -e JDK_JAVA_OPTIONS=-XX:AOTMode=on
step "Without the AOT cache"
alone --memory 512m --cpus 1 -e JDK_JAVA_OPTIONS=-XX:AOTMode=off
step "With a garbage collector that the AOT cache does not know"
alone -e JDK_JAVA_OPTIONS=-XX:+UseZGC

step "Done"
