# shellcheck shell=bash
# The programs of the lab, from Debian's archive: downloaded by apt (which checks the signatures), unpacked into the cache,
# never installed. Each lab runs a copy of its own in its state. bookworm's Docker has no buildx; that of later suites has, and needs no newer glibc than bookworm's (2.36)
# but for their runc, which is therefore bookworm's too. Their registry is faster than bookworm's: its Go uses the processor's instructions for SHA-256.

engine_packages=(docker.io docker-cli docker-buildx docker-compose containerd docker-registry)
optional_packages=(crane)                                      # of the engine's suite, where that has it: sid does, trixie does not
helper_packages=(runc tini qemu-user-static   # tini is the docker-init of `docker run --init`, which buildx uses
  iptables libxtables12 libnftnl11 libmnl0) # for the names on project networks
image_packages=(busybox-static base-files libc6 libgcc-s1 zlib1g libexpat1 libssl3 libffi8 libbz2-1.0 liblzma5 libsqlite3-0
  libpython3.11-minimal libpython3.11-stdlib python3.11-minimal) # for both architectures: the base images are made of them

# This machine's architecture and the one it emulates, in Debian's and Docker's words, and qemu's word for the latter.
detect_architecture() {
  case $(dpkg --print-architecture 2>/dev/null) in
    amd64) native=amd64 foreign=arm64 foreign_qemu=aarch64 ;;
    arm64) native=arm64 foreign=amd64 foreign_qemu=x86_64 ;;
    *) die "the lab needs Debian or Ubuntu on amd64 or arm64." ;;
  esac
}

require_commands() {
  local command missing=()
  for command in apt-get dpkg-deb openssl perl setsid flock node; do
    command -v "$command" >/dev/null || missing+=("$command")
  done
  ((${#missing[@]} == 0)) || die "the lab needs ${missing[*]} on this machine."
}

# Puts the tools into the state, by way of the cache.
ensure_tools() {
  [[ -e $tools/made-of ]] || with_cache_lock copy_tools
}

# Hard links where the cache and the state are on one file system; the file that says what the tools are made of comes last.
copy_tools() {
  fill_cached_tools
  rm -rf "$tools.new"
  cp -al "$cached_tools" "$tools.new" 2>/dev/null || { rm -rf "$tools.new" && cp -a "$cached_tools" "$tools.new"; }
  rm -rf "$tools"
  mv "$tools.new" "$tools"
}

# From the first suite that has an engine that starts here.
fill_cached_tools() {
  local suite
  if [[ $(cat "$cached_tools/made-of" 2>/dev/null) != "$(tools_definition)" ]]; then
    find_mirror
    find_keyring
    for suite in $suites; do
      # Each says by its own returns what failed: errexit is off in a list like this.
      download_tools "$suite" && unpack_tools "$suite" && break
      say "no usable engine in $suite"
    done
    [[ -e $cached_tools.new/made-of ]] || die "no usable engine in any of: $suites."
    rm -rf "$cached_tools"
    mv "$cached_tools.new" "$cached_tools"
  fi
}

tools_definition() { echo "$native" "$suites" "${engine_packages[@]}" "${optional_packages[@]}" "${helper_packages[@]}" "${image_packages[@]}"; }

find_mirror() {
  mirror=${DEBIAN_MIRROR:-}
  # shellcheck disable=SC2016 # $(REPO_URI) is apt's own placeholder
  [[ $mirror ]] || mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 2>/dev/null | grep -m1 '/debian/*$' || :)
  [[ $mirror ]] || die "this machine's apt knows no Debian archive; DEBIAN_MIRROR=http://host/debian says where there is one."
}

find_keyring() {
  keyring=/usr/share/keyrings/debian-archive-keyring.gpg
  [[ ! -r $keyring ]] || return 0
  say "fetching Debian's keyring from this machine's own archive"
  (cd "$cache" && apt-get -qq download debian-archive-keyring >&2 && dpkg-deb -x debian-archive-keyring_*.deb keyring) ||
    die "Debian's archive keyring is neither here nor in this machine's archive: install debian-archive-keyring."
  keyring=$cache/keyring$keyring
}

# download_tools SUITE: the packages as files, into the cache's apt folder.
download_tools() {
  local suite=$1 folder=$cache/apt package architecture wanted=()
  write_apt_configuration "$folder" "$suite"
  say "reading the package lists of bookworm and $suite"
  lab_apt update >&2 || return 1
  say "package lists of bookworm and $suite read ($(megabytes "$folder/lists") MB)"
  for package in "${engine_packages[@]}"; do wanted+=("$package/$suite"); done
  for package in "${helper_packages[@]}"; do wanted+=("$package/bookworm"); done
  for package in "${image_packages[@]}"; do
    for architecture in "$native" "$foreign"; do wanted+=("$package:$architecture/bookworm"); done
  done
  say "downloading ${#wanted[@]} packages (about 200 MB, the first time only)"
  (cd "$folder/archives" && with_progress . lab_apt download "${wanted[@]}" >&2) || return 1
  for package in "${optional_packages[@]}"; do
    (cd "$folder/archives" && lab_apt download "$package/$suite") >/dev/null 2>&1 || say "no $package in $suite"
  done
  say "${#wanted[@]} packages downloaded ($(megabytes "$folder/archives") MB)"
}

lab_apt() { apt-get -qq -c "$cache/apt/apt.conf" "$@"; }

# write_apt_configuration FOLDER [SUITE]: an apt of its own, for bookworm and that suite. Of the machine's configuration only what says how to reach the network stays.
write_apt_configuration() {
  rm -rf "$1"
  mkdir -p "$1"/{lists,archives}/partial
  : >"$1/status"
  printf "deb [arch=%s signed-by=$keyring] $mirror %s main\n" "$native,$foreign" bookworm ${2:+"$native" "$2"} >"$1/sources.list"
  cat >"$1/apt.conf" <<CONF
Dir::Etc { sourcelist "$1/sources.list"; sourceparts "/dev/null"; preferences "/dev/null"; preferencesparts "/dev/null"; };
Dir::State "$1"; Dir::State::lists "$1/lists"; Dir::State::status "$1/status";
Dir::Cache "$1"; Dir::Cache::archives "$1/archives"; Dir::Log "$1";
// Container images turn these off; without them apt reads all lists again for the download.
Dir::Cache::pkgcache "$1/pkgcache.bin"; Dir::Cache::srcpkgcache "$1/srcpkgcache.bin";
APT::Architectures { "$native"; "$foreign"; };
APT::Sandbox::User "root";
Acquire::Languages "none";
Acquire::IndexTargets::deb::Packages::KeepCompressed "true";
Acquire::PDiffs "false";
Acquire::Retries "3";
// A mirror may be frozen at a day: its Release files are past their date, and their signatures still good.
Acquire::Check-Valid-Until "false";
Acquire::Check-Date "false";
CONF
}

# Also the proof that each program starts here.
print_versions() {
  "$1/sbin/dockerd" --version && "$1/bin/containerd" --version && "$1/sbin/runc" --version && "$1/bin/docker-registry" --version &&
    "$1/bin/docker" --version && "$1/libexec/docker/cli-plugins/docker-buildx" version &&
    "$1/libexec/docker/cli-plugins/docker-compose" version
}

# unpack_tools SUITE: programs into tools.new, the packages that images are made of beside them. Fails where a program does not start here.
unpack_tools() {
  local archives=$cache/apt/archives new=$cached_tools.new package
  rm -rf "$new"
  mkdir -p "$new/packages"
  for package in "${image_packages[@]}"; do mv "$archives/${package}"_*.deb "$new/packages/" || return 1; done
  dpkg-deb --fsys-tarfile "$archives"/qemu-user-static_*.deb |
    tar -x -C "$new" "./usr/bin/qemu-$foreign_qemu-static" "./usr/libexec/qemu-binfmt/$foreign_qemu-binfmt-P" & # one of 36, of 5 MB each
  printf '%s\0' "$archives"/*.deb | grep -zv /qemu-user-static_ | xargs -0 -P "$(nproc)" -I '{}' dpkg-deb -x '{}' "$new" || return 1
  wait $! || return 1
  dpkg-deb --fsys-tarfile "$new"/packages/busybox-static_*_"$native".deb | tar -x -C "$new" ./bin/busybox || return 1
  ln -s xtables-nft-multi "$new/usr/sbin/iptables"
  rm -rf "$cache/apt" "${new:?}/usr/share"
  print_versions "$new/usr" >"$new/versions" 2>&1 || {
    cat "$new/versions" >&2
    return 1
  }
  "$new/usr/bin/crane" --help >/dev/null 2>&1 || rm -f "$new/usr/bin/crane" # nothing else depends on it
  tools_definition >"$new/made-of"
  say "tools of $1 unpacked: $(sed -n 's/^Docker version \([0-9.]*\).*/docker \1/p; s/.*buildx \([0-9.]*\).*/buildx \1/p' "$new/versions" | sort -u | paste -sd' ')"
}
