#!/usr/bin/env bash
# Measures what is shipped, side by side and in turns: the table of docs/shipping.md. Takes some minutes.
#   ./mvnw package -DskipTests && GRAALVM_HOME=… ./mvnw package -Dnative -DskipTests && deploy/measure.sh [ROUNDS]
# Needs docker, and a JDK 25 in JAVA_HOME or as `java`; leaves images, and nothing that runs.
set -euo pipefail
cd "$(dirname "$0")/.."
. deploy/await.sh

java=${JAVA_HOME:+$JAVA_HOME/bin/}java
database=access-reviews-measure
trap 'docker rm -fv $database >/dev/null' EXIT
build() { docker build -q --network "${BUILD_NETWORK:-default}" "$@" . >&2; }
build -f src/main/docker/Dockerfile --target application -t access-reviews-plain
build -f src/main/docker/Dockerfile -t access-reviews
build -f src/main/docker/Dockerfile.native -t access-reviews-native

docker run -d --name $database -e POSTGRES_PASSWORD=measure -p 127.0.0.1:15432:5432 postgres:17 >&2
await 60 docker exec $database pg_isready -q -h 127.0.0.1
export QUARKUS_DATASOURCE_JDBC_URL=jdbc:postgresql://127.0.0.1:15432/postgres
export QUARKUS_DATASOURCE_USERNAME=postgres QUARKUS_DATASOURCE_PASSWORD=measure

"$java" src/main/docker/training/Training.java target/quarkus-app target/app.aot >&2
"$java" src/main/docker/training/Measure.java "${1:-7}" | grep "^|" # without what the services log
