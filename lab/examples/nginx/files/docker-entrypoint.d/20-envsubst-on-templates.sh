#!/bin/sh
# Each /etc/nginx/templates/NAME.template becomes /etc/nginx/conf.d/NAME, with the variables of the environment in it and nginx's own left alone.
set -eu
[ -d /etc/nginx/templates ] || exit 0
cd /etc/nginx/templates
# shellcheck disable=SC2016 # envsubst's own variables
defined=$(env | sed -n 's/^\([A-Za-z_][A-Za-z0-9_]*\)=.*/${\1}/p')
find . -name '*.template' | while read -r template; do
  target=/etc/nginx/conf.d/${template%.template}
  mkdir -p "$(dirname "$target")"
  envsubst "$defined" <"$template" >"$target"
done
