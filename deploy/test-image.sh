#!/usr/bin/env bash
# Runs the integration tests against a container of an image (docs/tests.md); further arguments go to Maven.
#   deploy/test-image.sh access-reviews [-Dit.test='Seeds*IT' …]
set -euo pipefail
cd "$(dirname "$0")/.."
. deploy/await.sh

image=$1
shift
name=access-reviews-test-image port=${PORT:-18080} issuer=http://localhost:${ISSUER_PORT:-18180}
mail=${MAIL_PORT:-18025}
database=jdbc:postgresql://localhost:${POSTGRES_PORT:-15432}/postgres
end() {
  local status=$?
  [ $status -eq 0 ] || docker logs --tail 100 $name >&2 || true
  docker rm -fv $name $name-postgres >/dev/null 2>&1 || true
}
trap end EXIT

docker run -d --name $name-postgres -e POSTGRES_PASSWORD=test -p "127.0.0.1:${POSTGRES_PORT:-15432}:5432" postgres:17 >/dev/null
await 60 docker exec $name-postgres pg_isready -q -h 127.0.0.1
# As locked up as docs/deployment.md says that it can be.
docker run -d --name $name --network host --read-only --tmpfs /tmp --cap-drop ALL --security-opt no-new-privileges \
  -e QUARKUS_HTTP_HOST=127.0.0.1 -e QUARKUS_HTTP_PORT="$port" -e QUARKUS_OIDC_AUTH_SERVER_URL="$issuer" \
  -e QUARKUS_DATASOURCE_JDBC_URL="$database" -e QUARKUS_DATASOURCE_USERNAME=postgres -e QUARKUS_DATASOURCE_PASSWORD=test \
  -e QUARKUS_MAILER_FROM='Access Reviews <access-reviews@test.example>' -e QUARKUS_MAILER_HOST=localhost -e QUARKUS_MAILER_PORT="$mail" \
  -e ACCESS_REVIEWS_NOTICES_EVERY=off -e ACCESS_REVIEWS_NOTICES_PER_MINUTE=1000000 \
  -e ACCESS_REVIEWS_EMULATOR_ENABLED=true "$image" >/dev/null
await 180 healthy $name

./mvnw -B -ntp verify -DskipITs=false -DskipUnitTests -Dissuer.url="$issuer" -Dmail.port="$mail" \
  -Dquarkus.datasource.jdbc.url="$database" -Dquarkus.datasource.username=postgres -Dquarkus.datasource.password=test \
  -Dquarkus.http.test-host=localhost -Dquarkus.http.test-port="$port" "$@"
