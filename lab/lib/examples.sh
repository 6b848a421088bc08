# shellcheck shell=bash
# Base images for the examples, named and set up like Docker Hub's, made of Debian's packages without running any of them. lab/examples/IMAGE has for each
#   packages      what is unpacked; a name may say the only architecture that has it: name[amd64]
#   files         what is put on top
#   finish        what maintainer scripts would have done, as a script for bash in the root file system
#   config.json   the image's configuration

declare -A example_images=(
  [debian]=library/debian:bookworm-slim # the others are layers on it
  [python]=library/python:3.11-slim-bookworm
  [redis]=library/redis:7-bookworm
  [postgres]=library/postgres:15-bookworm
  [nginx]=library/nginx:1-bookworm
  [php]=library/php:8.2-cli-bookworm
)
example_packages=$cache/example-packages
example_work=$state/examples
example_port=$((first_port + 9)) # of the registry that they are pushed to, for as long as they are made
example_content=$registries_state/examples/docker/registry/v2

has_wanted_examples() { ((wanted_examples == 0)) || grep -qs '^export TAGBOAT_LAB_EXAMPLES=' "$exports"; }

add_examples() {
  with_cache_lock copy_examples
  [[ ! -e $loaded_images ]] || load_examples
  give_to_caller "$cache"
  add_exports export_line TAGBOAT_LAB_EXAMPLES 1
}

copy_examples() {
  local cached
  ensure_example_packages
  cached=$(examples_in_cache)
  [[ -d $cached ]] || make_examples "$cached"
  copy_hub "$cached" "$hub_content"
}

# Where the present engine got the small images from nowhere, it gets these from nowhere either.
load_examples() {
  # shellcheck source=/dev/null
  . "$exports"
  load_images "${example_images[@]#library/}" >>"$state/log/present.log" 2>&1 || die "the present engine does not load the examples' images: see $state/log/present.log."
}

list_packages() { sed 's/#.*//' "$lab"/examples/${1:-*}/packages | tr -s ' ' '\n' | sort -u; } # list_packages [IMAGE]

for_architecture() { sed -n "s/\[$1\]//; /\[/d; /./p"; } # drops what another architecture alone has

ensure_example_packages() {
  [[ $(cat "$example_packages/made-of" 2>/dev/null) != "$(list_packages)" ]] || return 0
  find_mirror
  find_keyring
  download_example_packages || die "the packages of the examples' images cannot be had."
}

# First what this architecture has, which tells what is the same for both.
download_example_packages() {
  local folder=$cache/apt archives=$cache/apt/archives name native_names foreign_names=()
  write_apt_configuration "$folder"
  say "reading the package lists for the examples' images"
  lab_apt update >&2 || return 1
  mapfile -t native_names < <(list_packages | for_architecture "$native")
  say "downloading the packages of the examples' images (about 170 MB, the first time only)"
  (cd "$archives" && with_progress . lab_apt download "${native_names[@]}" >&2) || return 1
  while read -r name; do
    compgen -G "$archives/${name}_*_all.deb" >/dev/null || foreign_names+=("$name:$foreign")
  done < <(list_packages | for_architecture "$foreign")
  (cd "$archives" && with_progress . lab_apt download "${foreign_names[@]}" >&2) || return 1
  list_packages >"$archives/made-of"
  rm -rf "$example_packages" "$archives/partial"
  mv "$archives" "$example_packages"
  rm -r "$folder"
  say "packages of the examples' images downloaded ($(megabytes "$example_packages") MB)"
}

examples_in_cache() {
  local ingredients
  ingredients=$(ls "$example_packages" && cat "$lab/lib/examples.sh" "$lab/push-image.mjs" && cd "$lab/examples" && find . -type f -print0 | sort -z | xargs -0 sha256sum)
  echo "$cache/examples-$(sha256sum <<<"$ingredients" | cut -c1-12)"
}

make_examples() { # make_examples CACHED
  rm -rf "$example_work"
  local image other
  is_running registry-examples || start_registry examples "127.0.0.1:$example_port" examples
  make_example_roots "$foreign" &
  other=$!
  make_example_roots "$native"
  wait "$other"
  await "the registry for the examples' images" registry-examples is_listening 127.0.0.1 "$example_port"
  push_example debian
  for image in "${!example_images[@]}"; do
    [[ $image == debian ]] || push_example "$image" --on "${example_images[debian]}"
  done
  stop_all registry-examples
  rm -rf "$cache"/examples-* "$state/run/registry-examples.pid"
  copy_hub "$example_content" "$1.new"
  mv "$1.new" "$1"
  rm -rf "$example_work" "$registries_state/examples"
  say "images for the examples made ($(megabytes "$1") MB in the hub)"
}

make_example_roots() { # make_example_roots ARCHITECTURE
  local image
  make_example debian "$1"
  for image in "${!example_images[@]}"; do [[ $image == debian ]] || make_example "$image" "$1"; done
}

push_example() { # push_example IMAGE [OPTIONS]
  node "$lab/push-image.mjs" "127.0.0.1:$example_port" "${example_images[$1]}" "$(cat "$lab/examples/$1/config.json")" "$example_work/$1" "${@:2}"
}

make_example() { # make_example IMAGE ARCHITECTURE
  local image=$1 architecture=$2 root=$example_work/$1/$2 folder package
  mkdir -p "$root"/{etc,usr/bin,usr/lib,usr/lib64,usr/sbin,usr/local/bin,var/lib/dpkg/info,var/lib/dpkg/updates}
  for folder in bin lib lib64 sbin; do ln -s "usr/$folder" "$root/$folder"; done
  [[ $image == debian ]] || (cd "$example_work/debian/$2" && cp -a --parents etc/{passwd,group,shadow,gshadow} var/lib/dpkg/status "$root")
  while read -r package; do unpack_example_package "$package"; done < <(list_packages "$image" | for_architecture "$architecture")
  [[ ! -d $lab/examples/$image/files ]] || cp -a "$lab/examples/$image/files/." "$root"
  finish_example
}

# What nobody reads in a container stays away. dpkg's records are kept, so that it knows what is there: scanners read them, and `dpkg --install`.
unpack_example_package() {
  local file list control
  file=$(compgen -G "$example_packages/$1_*_$architecture.deb" || compgen -G "$example_packages/$1_*_all.deb")
  control=$(dpkg-deb --field "$file")
  printf '%s\nStatus: install ok installed\n\n' "$control" >>"$root/var/lib/dpkg/status"
  list=$root/var/lib/dpkg/info/$1
  [[ $control != *$'\n''Multi-Arch: same'* ]] || list+=:$architecture
  dpkg-deb --fsys-tarfile "$file" |
    tar -x -v -C "$root" --no-same-owner --keep-directory-symlink --exclude='./usr/share/'{doc,man,locale,info,lintian,bug,bash-completion}'/*' \
      --exclude='*/gconv/*' --exclude='*/dist-packages/*/tests/*' --exclude='./lib/systemd/*' --exclude='./etc/'{init.d,cron.d,logrotate.d}'/*' |
    sed 's/^\.//; s/^\/$/\/./; s/\(.\)\/$/\1/' >"$list.list"
}

# shellcheck disable=SC2317,SC2329 # the scripts call the function
finish_example() (
  triple=$(case $architecture in amd64) echo x86_64-linux-gnu ;; arm64) echo aarch64-linux-gnu ;; esac)
  add_user() { # add_user NAME NUMBER [HOME]
    echo "$1:x:$2:$2::${3:-/nonexistent}:/usr/sbin/nologin" >>etc/passwd
    echo "$1:x:$2:" >>etc/group
    echo "$1:!:19000::::::" >>etc/shadow
    echo "$1:!::" >>etc/gshadow
  }
  cd "$root"
  [[ ! -e $lab/examples/$image/finish ]] || . "$lab/examples/$image/finish"
)
