#!/bin/bash
# As Docker Hub's image does it: the first start makes a database from POSTGRES_PASSWORD, POSTGRES_USER and POSTGRES_DB, or files that hold them
# (POSTGRES_PASSWORD_FILE, …), and runs what is in /docker-entrypoint-initdb.d.
set -euo pipefail

main() {
  [[ ${1:-postgres} != -* ]] || set -- postgres "$@"
  if [[ $1 == postgres ]]; then
    if ((EUID == 0)); then
      mkdir -p "$PGDATA"
      find "$PGDATA" \! -user postgres -exec chown postgres '{}' +
      exec gosu postgres "${BASH_SOURCE[0]}" "$@"
    fi
    [[ -s $PGDATA/PG_VERSION ]] || make_database
  fi
  exec "$@"
}

make_database() {
  local password file
  password=$(setting POSTGRES_PASSWORD '')
  user=$(setting POSTGRES_USER postgres)
  database=$(setting POSTGRES_DB "$user")
  if [[ ! $password && ${POSTGRES_HOST_AUTH_METHOD:-} != trust ]]; then
    echo 'Error: Database is uninitialized and superuser password is not specified: POSTGRES_PASSWORD must be given.' >&2
    exit 1
  fi
  chmod 700 "$PGDATA"
  # shellcheck disable=SC2086 # several arguments
  initdb --username="$user" ${password:+--pwfile=<(printf '%s\n' "$password")} ${POSTGRES_INITDB_ARGS:-}
  printf '\nhost all all all %s\n' "${POSTGRES_HOST_AUTH_METHOD:-scram-sha-256}" >>"$PGDATA/pg_hba.conf"
  pg_ctl --options="-c listen_addresses=''" --wait start
  [[ $database == postgres ]] || query postgres --set=name="$database" <<<'CREATE DATABASE :"name"'
  for file in /docker-entrypoint-initdb.d/*; do run "$file"; done
  pg_ctl --mode=fast --wait stop
  echo 'PostgreSQL init process complete; ready for start up.'
}

# setting NAME DEFAULT: the variable, or what is in the file that NAME_FILE names.
setting() {
  local file=$1_FILE
  if [[ ${!file:-} ]]; then cat "${!file}"; else echo "${!1:-$2}"; fi
}

query() { psql --set=ON_ERROR_STOP=1 --no-psqlrc --username="$user" --no-password --dbname "$@"; }

run() {
  echo "$0: running $1"
  # shellcheck source=/dev/null
  case $1 in
    *.sh) if [[ -x $1 ]]; then "$1"; else . "$1"; fi ;;
    *.sql) query "$database" --file="$1" ;;
    *.sql.gz) gunzip -c "$1" | query "$database" ;;
  esac
}

main "$@"
