# shellcheck shell=bash
# Progress for people, on stderr: stdout belongs to the exports.

started_us=${EPOCHREALTIME/[.,]/}

say() {
  local elapsed_ms=$(((${EPOCHREALTIME/[.,]/} - started_us) / 1000))
  printf 'lab %3d.%d s  %s\n' $((elapsed_ms / 1000)) $((elapsed_ms / 100 % 10)) "$*" >&2
}

die() {
  say "$*"
  exit 1
}

# with_progress FOLDER COMMAND...: says every five seconds how much the folder holds, while the command fills it.
with_progress() {
  local folder=$1 ticker status=0
  shift
  while sleep 5; do say "… $(megabytes "$folder") MB so far"; done 9<&- 8<&- &
  ticker=$!
  "$@" || status=$?
  kill "$ticker" 2>/dev/null || :
  wait "$ticker" 2>/dev/null || :
  return "$status"
}

# Megabytes of a file or folder, for progress lines.
megabytes() { du -sm -- "$1" | cut -f1; }
