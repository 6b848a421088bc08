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

# Megabytes of a file or folder, for progress lines.
megabytes() { du -sm -- "$1" | cut -f1; }
