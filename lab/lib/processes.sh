# shellcheck shell=bash
# The lab's processes: started detached, remembered by a file with their number, stopped by it.

# spawn NAME COMMAND...: the process outlives this command; run/NAME.pid and log/NAME.log are its.
# Descriptors 9 and 8 are the locks of the state and of the cache: a daemon that inherited one would hold it for ever.
spawn() {
  local process=$1
  shift
  # shellcheck disable=SC2016 # the inner shell expands: its own number is the daemon's, as exec keeps it
  setsid -- "$BASH" -c 'echo $$ >"$1"; shift; exec "$@"' spawn "$state/run/$process.pid" "$@" \
    </dev/null >>"$state/log/$process.log" 2>&1 9<&- 8<&- &
}

# A zombie is as good as gone.
is_alive() { grep -qs '^State:[[:space:]]*[^ZX[:space:]]' "/proc/$1/status"; }

# After a reboot a number may belong to a stranger: a process of the lab mentions the lab's folder.
is_ours() { grep -qsF -e "$state/" "/proc/$1/cmdline"; }

is_running() {
  local number
  [[ -r $state/run/$1.pid ]] && read -r number <"$state/run/$1.pid" && is_alive "$number" && is_ours "$number"
}

# stop PID: asks, waits five seconds, then insists.
stop() {
  kill "$1" 2>/dev/null || return 0
  for _ in {1..100}; do
    is_alive "$1" || return 0
    sleep 0.05
  done
  kill -KILL "$1" 2>/dev/null || :
}

# stop_all PATTERN: at once, those whose name fits.
stop_all() {
  local file number stopping=()
  for file in "$state"/run/$1.pid; do
    [[ -e $file ]] && read -r number <"$file" && is_ours "$number" && stop "$number" &
    stopping+=($!)
  done
  # For nothing else: what this shell has started may run on.
  ((${#stopping[@]} == 0)) || wait "${stopping[@]}" || :
}

# await WHAT PROCESS COMMAND...: until the command succeeds, as long as the process runs, and two minutes at most: a machine may be busy.
await() {
  local what=$1 process=$2 turn
  shift 2
  for turn in {1..2400}; do
    "$@" >/dev/null 2>&1 && return
    ((turn < 40)) || is_running "$process" || break
    sleep 0.05
  done
  tail -n 15 "$state/log/$process.log" >&2 || :
  die "$what does not get ready; the end of its log is above."
}

# shellcheck disable=SC2016 # the inner shell expands
is_listening() { timeout 2 "$BASH" -c 'exec 3<>"/dev/tcp/$1/$2"' listening "$1" "$2" 2>/dev/null; }

# up and down exclude each other by a lock on the folder that holds the state, which outlives it.
take_lock() {
  mkdir -p "$(dirname "$state")"
  exec 9<"$(dirname "$state")"
  flock --nonblock 9 || {
    say "waiting for another lab/up or lab/down"
    flock 9
  }
}

# with_cache_lock COMMAND...: several clones may share a cache; one at a time fills it or copies from it.
with_cache_lock() {
  mkdir -p "$cache"
  {
    flock --nonblock 8 || {
      say "waiting for another clone that fills $cache"
      flock 8
    }
    "$@"
  } 8>"$cache/.lock"
}

# become_root SCRIPT ARGUMENTS...: starts the script again under sudo, which resets PATH even where it keeps the rest.
become_root() {
  ((EUID != 0)) || return 0
  command -v sudo >/dev/null || die "the lab needs root for addresses, bridges and engines, and there is no sudo."
  exec sudo --preserve-env env PATH="$PATH" "$@"
}

# give_to_caller PATH...: what root made here is the user's who called sudo.
give_to_caller() { [[ ! ${SUDO_UID:-} ]] || chown -R "$SUDO_UID:${SUDO_GID:-}" "$@"; }
