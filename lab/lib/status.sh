# shellcheck shell=bash
# Is the lab up, and as wanted? Asked by every lab/up, so it has to be quick.

# Every process runs, their programs are there, and engine A answers.
is_up() {
  local file
  [[ -r $exports && -r $state/engine && -e $tools/made-of ]] || return 1
  for file in "$state"/run/*.pid; do is_running "$(basename "$file" .pid)" || return 1; done
  # shellcheck source=/dev/null
  (. "$exports" && timeout 5 docker version >/dev/null 2>&1)
}

# Emulation may have been another's, which has taken it away since.
has_what_is_wanted() { has_wanted_engine && has_wanted_second && has_extra_registries && has_wanted_servers && has_wanted_examples && has_emulation && has_address; }

has_wanted_engine() {
  local kind
  kind=$(cat "$state/engine")
  [[ $wanted_engine == auto || $wanted_engine == "$kind" ]] ||
    die "TAGBOAT_LAB_ENGINE says $wanted_engine, but the lab that is up in $state uses $(describe_engine): lab/down first."
}

describe_engine() {
  # shellcheck source=/dev/null
  if [[ $(cat "$state/engine") == own ]]; then echo "engines of its own"; else (. "$exports" && echo "the engine at $DOCKER_HOST"); fi
}

has_wanted_second() { ((wanted_second == 0)) || is_running engine-b; }
