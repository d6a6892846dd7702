#!/bin/bash
# Starts PostgreSQL, whose data nobody needs when the container is gone, and then the service.
set -euo pipefail

export POSTGRES_PASSWORD=emulator POSTGRES_DB=accessreviews # it listens inside of the container only
docker-entrypoint.sh postgres -c listen_addresses=127.0.0.1 \
  -c fsync=off -c full_page_writes=off -c synchronous_commit=off >/tmp/postgres.log 2>&1 &
postgres=$!
until pg_isready -q -h 127.0.0.1 -d accessreviews; do
  kill -0 "$postgres" || { cat /tmp/postgres.log >&2; exit 1; }
  sleep 0.1
done

export QUARKUS_DATASOURCE_JDBC_URL=jdbc:postgresql://127.0.0.1/accessreviews
export QUARKUS_DATASOURCE_USERNAME=postgres QUARKUS_DATASOURCE_PASSWORD=$POSTGRES_PASSWORD
cd /tmp # the key of the tokens is kept there
exec /opt/java/openjdk/bin/java -jar /app/quarkus-run.jar
