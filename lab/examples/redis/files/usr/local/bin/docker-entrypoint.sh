#!/bin/sh
# As Docker Hub's image does it: an option or a configuration as the first argument is redis-server's, and root hands over to the user redis.
set -eu
case ${1:-redis-server} in -* | *.conf) set -- redis-server "$@" ;; esac
if [ "$1" = redis-server ]; then
  if [ "$(id -u)" = 0 ]; then
    find . \! -user redis -exec chown redis '{}' +
    exec gosu redis "$0" "$@"
  fi
  # Docker Hub's server is built without this protection: nothing but the container's own network reaches it.
  case "$*" in *protected-mode* | *--version | *' -v' | *--help | *' -h') ;; *) set -- "$@" --protected-mode no ;; esac
fi
exec "$@"
