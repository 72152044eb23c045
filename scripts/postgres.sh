#!/usr/bin/env bash
# A PostgreSQL of our own for the tests: Debian's binaries, a temporary folder, loopback only.
# Sourced by ./test. PostgreSQL refuses to run as root, so root starts it as the user postgres.
# shellcheck shell=bash

postgres_folder=
postgres_bin=

as_postgres() {
  if [ "$(id -u)" -eq 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
}

# Starts it and exports LANMU_TEST_DATABASE_URL.
postgres_start() {
  postgres_bin=$(find /usr/lib/postgresql -mindepth 2 -maxdepth 2 -name bin 2>/dev/null | sort -V | tail -n 1) || true
  [ -x "$postgres_bin/initdb" ] || fail "PostgreSQL is missing: install the Debian package postgresql"
  # In memory where there is room: each test makes a database, and most of that is the file system's time.
  local parent=${TMPDIR:-/tmp}
  if [ -w /dev/shm ] && [ "$(df --output=avail -k /dev/shm | tail -n 1)" -gt 2000000 ]; then parent=/dev/shm; fi
  postgres_folder=$(mktemp -d -p "$parent")
  chmod 755 "$postgres_folder"
  [ "$(id -u)" -ne 0 ] || chown postgres "$postgres_folder"
  local port
  port=$(node -e 'const s=require("net").createServer().listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})')
  (cd "$postgres_folder" && as_postgres "$postgres_bin/initdb" -D "$postgres_folder/data" -U postgres -A trust \
    --encoding=UTF8 --locale=C.UTF-8 >"$postgres_folder.initdb.log" 2>&1) ||
    { tail -n 5 "$postgres_folder.initdb.log" >&2; fail "initdb failed"; }
  # The data is thrown away: no waiting for the disk.
  (cd "$postgres_folder" && as_postgres "$postgres_bin/pg_ctl" -D "$postgres_folder/data" -w -s -l "$postgres_folder/data/server.log" \
    -o "-c listen_addresses=127.0.0.1 -c port=$port -c unix_socket_directories=$postgres_folder -c fsync=off -c full_page_writes=off -c max_connections=200 -c max_wal_size=256MB" \
    start >/dev/null 2>&1 </dev/null) ||
    { tail -n 5 "$postgres_folder/data/server.log" >&2; fail "PostgreSQL did not start"; }
  export LANMU_TEST_DATABASE_URL="postgres://postgres@127.0.0.1:$port/postgres"
}

postgres_stop() {
  [ -n "$postgres_folder" ] || return 0
  (cd / && as_postgres "$postgres_bin/pg_ctl" -D "$postgres_folder/data" -m immediate -s stop >/dev/null 2>&1) || true
  rm -rf "$postgres_folder" "$postgres_folder.initdb.log"
  postgres_folder=
  unset LANMU_TEST_DATABASE_URL
}
