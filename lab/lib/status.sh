# shellcheck shell=bash
# Is the lab up, and as wanted? Asked by every lab/up, so it has to be quick.

# Every process runs, the machine still has what was set up on it, and engine A answers.
is_up() {
  local file
  [[ -r $exports && -r $state/engine ]] || return 1
  for file in "$state"/run/*.pid; do is_running "$(basename "$file" .pid)" || return 1; done
  has_address && has_emulation || return 1
  # shellcheck source=/dev/null
  (. "$exports" && timeout 5 docker version >/dev/null 2>&1)
}

has_what_is_wanted() { has_extra_registries && has_wanted_engine && has_wanted_second; }

has_wanted_engine() {
  local kind
  kind=$(cat "$state/engine")
  [[ $wanted_engine == auto || $wanted_engine == "$kind" ]] ||
    die "TAGBOAT_LAB_ENGINE says $wanted_engine, but a lab with engine \"$kind\" is up in $state: lab/down first."
}

has_wanted_second() { ((wanted_second == 0)) || is_running engine-b; }
