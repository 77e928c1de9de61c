#!/bin/bash
# Runs once, when PostgreSQL makes its data: a database and an owner for each service. None can read another's.
set -euo pipefail
for service in booking therapist notification front-door; do
  name=${service//-/_}
  # the password goes in by standard input, where no list of processes shows it
  psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres <<SQL
CREATE ROLE $name LOGIN PASSWORD '$(cat "/run/secrets/$service-db-password")';
CREATE DATABASE $name OWNER $name;
REVOKE ALL ON DATABASE $name FROM PUBLIC;
SQL
done
