#!/bin/sh
# As Docker Hub's image does it: what is in /docker-entrypoint.d comes first.
set -eu
case ${1:-} in
  nginx | nginx-debug)
    for file in /docker-entrypoint.d/*.sh; do
      [ ! -x "$file" ] || "$file"
    done
    ;;
esac
exec "$@"
