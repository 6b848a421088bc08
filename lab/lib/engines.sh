# shellcheck shell=bash
# Engines of the lab's own: dockerd with the containerd image store, each with its own bridge, folder and socket.

private_docker_config=$state/docker
cgroup=/$name # of all containers and RUN steps, so that lab/down finds what outlived its engine

start_own_engine() { # start_own_engine a|b
  local folder=$state/$1
  mkdir -p "$folder"
  # bridge: "none" would delete the machine's docker0. Where a Dockerfile says FROM busybox, the mirror answers first and Docker Hub after it.
  cat >"$folder/daemon.json" <<JSON
{
  "data-root": "$folder/data", "exec-root": "$folder/run", "pidfile": "$folder/dockerd.pid",
  "hosts": ["unix://$state/$1.sock"], "group": "${SUDO_GID:-0}", "log-level": "warn",
  "features": { "containerd-snapshotter": true }, "storage-driver": "$(snapshotter)",
  "bridge": "$name$1", "iptables": false, "ip6tables": false, "ip-forward": false, "userland-proxy": true,
  "default-address-pools": [{ "base": "$(project_networks "$1")", "size": 28 }],
  "exec-opts": ["native.cgroupdriver=cgroupfs"], "cgroup-parent": "$cgroup",
  "registry-mirrors": ["http://$address:$hub_port"], "insecure-registries": ["$address:$hub_port"]
}
JSON
  # dockerd finds containerd, runc, docker-init, docker-proxy and iptables by PATH. Whatever "iptables" says, it needs the program for
  # networks that users define: it redirects port 53 in each container's own network to the resolver that knows the others' names.
  local libraries
  libraries=$tools/usr/lib/$(uname -m)-linux-gnu
  spawn "engine-$1" env PATH="$tools/usr/bin:$tools/usr/sbin:$PATH" SSL_CERT_FILE="$settings_folder/bundle.crt" \
    LD_LIBRARY_PATH="$libraries" XTABLES_LIBDIR="$libraries/xtables" dockerd --config-file "$folder/daemon.json"
}

# Eight networks of 13 containers for each engine.
project_networks() { case $1 in a) echo "$second_network.0/25" ;; b) echo "$second_network.128/25" ;; esac; }

await_own_engine() { await "engine $1" "engine-$1" "$tools/usr/bin/docker" -H "unix://$state/$1.sock" version; }

# Overlay does not work on overlay, where a lab inside a container has its state: copies do.
snapshotter() (
  probe=$(mktemp -d "$state/overlay.XXXXXX")
  mkdir "$probe"/{lower,upper,work,merged}
  if mount -t overlay overlay -o "lowerdir=$probe/lower,upperdir=$probe/upper,workdir=$probe/work" "$probe/merged" 2>/dev/null; then
    umount "$probe/merged"
    echo overlayfs
  else
    echo native
  fi
  rm -rf "$probe"
)

# The BuildKit inside an engine, as a socket that buildx's remote driver can use.
start_bridge() { # start_bridge a|b ENGINE
  spawn "buildkit-$1" "$(command -v node)" "$lab/grpc-bridge.mjs" "$state/$1.buildkit.sock" "${2#unix://}" "${SUDO_GID:-0}"
  await "BuildKit of engine $1" "buildkit-$1" test -S "$state/$1.buildkit.sock"
}

# A docker configuration of the lab's own, so that tests log in without touching the user's. buildx and compose are the present ones, or the lab's
# where there is none.
make_docker_config() {
  local plugins=$private_docker_config/cli-plugins plugin
  mkdir -p "$plugins"
  [[ $engine != present ]] || cp -RP "${DOCKER_CONFIG:-$HOME/.docker}/cli-plugins/." "$plugins/" 2>/dev/null || :
  for plugin in buildx compose; do
    has_present_plugin "$plugin" || ln -sf "$tools/usr/libexec/docker/cli-plugins/docker-$plugin" "$plugins/docker-$plugin"
  done
}

has_present_plugin() { [[ $engine == present ]] && DOCKER_CONFIG=$private_docker_config docker "$1" version >/dev/null 2>&1; }

# Containers first: an engine that is stopped waits ten seconds for each, one that was killed leaves them running.
remove_containers() {
  local socket containers
  for socket in "$state"/[ab].sock; do
    [[ -S $socket && -x $tools/usr/bin/docker ]] || continue
    mapfile -t containers < <(timeout 5 "$tools/usr/bin/docker" -H "unix://$socket" ps --all --quiet 2>/dev/null)
    ((${#containers[@]} == 0)) || timeout 20 "$tools/usr/bin/docker" -H "unix://$socket" rm --force --volumes "${containers[@]}" >/dev/null || :
  done
}

# What an engine that was killed has left: its containerd, the shims of its containers, and all that runs in the lab's cgroups.
kill_leftovers() {
  local process folder number
  for process in /proc/[0-9]*; do
    number=${process#/proc/}
    [[ $(readlink "$process/exe" 2>/dev/null) == */containerd* ]] && is_ours "$number" && stop "$number"
  done
  while read -r folder; do
    while read -r number; do kill -KILL "$number" 2>/dev/null || :; done <"$folder/cgroup.procs"
  done < <(lab_cgroups)
  for _ in {1..40}; do # a cgroup is free once its processes are reaped
    while read -r folder; do rmdir "$folder" 2>/dev/null || :; done < <(lab_cgroups)
    [[ $(lab_cgroups) ]] || return 0
    sleep 0.05
  done
}

# Deepest first, of every hierarchy (cgroup v1 has one per controller).
lab_cgroups() { find /sys/fs/cgroup -depth -type d \( -path "*$cgroup" -o -path "*$cgroup/*" \) 2>/dev/null || :; }

# Networks that users have defined: each is a bridge that outlives its engine and is named after the network, which the engine's own data tell.
remove_networks() {
  local bridge
  for bridge in /sys/class/net/br-*; do
    [[ -e $bridge ]] || continue
    ! grep -qs "${bridge##*/br-}" "$state"/[ab]/data/network/files/local-kv.db || ip_command link del "${bridge##*/}"
  done
}

unmount_all() {
  local target
  awk -v folder="$state/" 'index($5, folder) == 1 { print $5 }' /proc/self/mountinfo | sort -r |
    while read -r target; do umount --lazy "$target" || :; done
}
