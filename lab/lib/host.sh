# shellcheck shell=bash
# What the lab changes on the machine itself, and its undoing: two mounts where they are missing, emulation, three bridges, one address.

busybox=$tools/bin/busybox # for its `ip`: iproute2 need not be there
formats=/proc/sys/fs/binfmt_misc

prepare_host() {
  grep -q ' /sys/fs/cgroup' /proc/self/mountinfo || mount_for_now /sys/fs/cgroup -t cgroup2 none
  [[ -e $formats/register ]] || mount_for_now "$formats" -t binfmt_misc binfmt_misc
  register_emulation
  add_bridge a 1
  add_bridge b 65
  add_bridge c 129
  has_address || "$busybox" ip addr add "$address/32" dev lo
}

restore_host() {
  local letter entry target
  for letter in a b c; do
    [[ ! -e /sys/class/net/$name$letter ]] || ip_command link del "$name$letter"
  done
  ! has_address || ip_command addr del "$address/32" dev lo
  for entry in "$formats/$name"-*; do [[ ! -e $entry ]] || echo -1 >"$entry"; done
  [[ ! -e $state/mounted ]] || while read -r target; do umount "$target" || :; done <"$state/mounted"
}

mount_for_now() { # mount_for_now TARGET OPTIONS...
  mount "${@:2}" "$1"
  echo "$1" >>"$state/mounted"
}

# A lab that never came up has no tools.
ip_command() { if [[ -x $busybox ]]; then "$busybox" ip "$@"; else ip "$@"; fi; }

has_address() { grep -qs "|-- ${address//./\\.}\$" /proc/net/fib_trie; }

# add_bridge LETTER HOST: RUN steps and containers have their own network behind it, without a way to the internet: no NAT, no iptables.
add_bridge() {
  [[ -e /sys/class/net/$name$1 ]] || "$busybox" ip link add name "$name$1" type bridge
  "$busybox" ip addr add "$network.$2/26" dev "$name$1" 2>/dev/null || :
  "$busybox" ip link set "$name$1" up
}

# The first 20 bytes of an ELF program of the foreign architecture, as binfmt_misc shows them: 64 bits, little endian, and the machine's number.
foreign_magic() {
  local machine
  case $foreign_qemu in aarch64) machine=b700 ;; x86_64) machine=3e00 ;; esac
  echo "7f454c460201010000000000000000000200$machine"
}

# Any enabled entry will do, whatever registered it, if it keeps its interpreter open (F: only that works inside a container) and hands argv[0] on
# as it was given (P: without it busybox does not know which of its programs it is to be). But another lab's goes with that lab.
has_emulation() {
  local entry
  for entry in "$formats"/*; do
    [[ $entry != */register && $entry != */status ]] || continue
    [[ $entry != */tagboat*-* || $entry == */"$name"-* ]] || continue
    grep -qs '^enabled' "$entry" && grep -qs '^flags:.*F' "$entry" && grep -qs '^flags:.*P' "$entry" && grep -qs "^magic $(foreign_magic)" "$entry" && return
  done
  return 1
}

register_emulation() {
  has_emulation && return
  local magic mask
  magic=$(foreign_magic | sed 's/../\\x&/g')
  mask='\xff\xff\xff\xff\xff\xff\xff\x00\xff\xff\xff\xff\xff\xff\xff\xff\xfe\xff\xff\xff' # any ABI; an executable or a shared object
  # Debian's qemu tells by its own name that it gets argv[0] (P). The newest entry for a format is the one that the kernel takes.
  printf ':%s:M::%s:%s:%s:PF' "$name-$foreign_qemu" "$magic" "$mask" "$tools/usr/libexec/qemu-binfmt/$foreign_qemu-binfmt-P" >"$formats/register"
  say "emulation of $foreign registered"
}
