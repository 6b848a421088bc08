# shellcheck shell=bash
# The content of Docker Hub's stand-in: base images from Debian's packages and two stand-ins for images that buildx asks for.
# Made once and kept in the cache, as the hub's own folder, under a name that says what it was made of.

hub_content=$registries_state/hub/docker/registry/v2

# copy_hub FROM TO: blobs never change once they are written, so hard links do where both are on one file system.
copy_hub() {
  mkdir -p "$2"
  cp -al "$1/blobs" "$2/" 2>/dev/null || cp -a "$1/blobs" "$2/"
  cp -a "$1/repositories" "$2/"
}

hub_in_cache() {
  local ingredients
  ingredients=$(ls "$tools/packages" && cat "$lab/lib/images.sh" "$lab"/images/*/* "$lab/push-image.mjs")
  echo "$cache/hub-$(sha256sum <<<"$ingredients" | cut -c1-12)"
}

# fill_hub CACHED: makes what is not cached, then what is of this lab alone.
fill_hub() {
  with_cache_lock fill_hub_by_cache "$1"
  push_buildkit_of_this_lab
}

# The registry serves the folder already: a file that comes into it is there at once.
fill_hub_by_cache() {
  local cached=$1
  if [[ -d $cached ]]; then
    copy_hub "$cached" "$hub_content"
    return
  fi
  say "making the base images"
  make_images
  rm -rf "$cache"/hub-*
  copy_hub "$hub_content" "$cached.new"
  mv "$cached.new" "$cached"
  say "base images made ($(megabytes "$cached") MB in the hub)"
}

make_images() {
  local work=$state/images architecture
  for architecture in "$native" "$foreign"; do
    make_busybox "$architecture" "$work/busybox/$architecture"
    make_python "$architecture" "$work/python/$architecture"
    mkdir -p "$work/sbom-scanner/$architecture"
    cp "$lab/images/sbom-scanner/scan" "$work/sbom-scanner/$architecture/"
  done
  make_buildkit "$work/buildkit/$native"
  push_image library/busybox:latest,1.35 '{"Cmd":["sh"]}' "$work/busybox"
  push_image library/python:3-slim,slim,3.11-slim '{"Cmd":["python3"]}' "$work/python" &
  push_image docker/buildkit-syft-scanner:stable-1 '{"Entrypoint":["sh","/scan"]}' "$work/sbom-scanner" --on library/busybox:latest
  push_image tagboat-lab/buildkit:latest '{"Entrypoint":["buildkitd"]}' "$work/buildkit" --uncompressed
  wait $!
  rm -rf "$work"
}

# push_image REPOSITORY:TAG,... CONFIG FOLDER [OPTIONS]: FOLDER holds a root file system per architecture.
push_image() { node "$lab/push-image.mjs" "127.0.0.1:$hub_port" "$@"; }

# unpack_package PACKAGE ARCHITECTURE FOLDER [TAR-OPTIONS]
unpack_package() {
  dpkg-deb --fsys-tarfile "$tools/packages/$1"_*_"$2".deb | tar -x -C "$3" --no-same-owner --keep-directory-symlink "${@:4}"
}

make_busybox() { # make_busybox ARCHITECTURE ROOT
  local root=$2
  mkdir -p "$root"/{bin,etc,root,tmp,usr}
  chmod 1777 "$root/tmp"
  ln -s ../bin "$root/usr/bin"
  unpack_package busybox-static "$1" "$root" ./bin/busybox
  # The native busybox tells the names for both architectures. 400 calls of ln would take a second.
  "$busybox" --list | perl -e 'chdir shift; while (<STDIN>) { chomp; symlink "busybox", $_ unless -e }' "$root/bin"
  printf '%s\n' 'root:x:0:0:root:/root:/bin/sh' 'nobody:x:65534:65534:nobody:/nonexistent:/bin/false' >"$root/etc/passwd"
  printf '%s\n' 'root:x:0:' 'nogroup:x:65534:' >"$root/etc/group"
}

make_python() { # make_python ARCHITECTURE ROOT: Debian's python with its usual modules, and busybox for a shell
  local root=$2 package folder
  mkdir -p "$root"/usr/{bin,sbin,lib,lib64,local/bin}
  for folder in bin sbin lib lib64; do ln -s "usr/$folder" "$root/$folder"; done
  for package in "${image_packages[@]}"; do
    [[ $package == busybox-static ]] || unpack_package "$package" "$1" "$root" \
      --exclude='./usr/share/doc/*' --exclude='./usr/share/man/*' --exclude='./usr/share/locale/*' --exclude='*/gconv/*'
  done
  make_busybox "$1" "$root.shell"
  rm "$root.shell/usr/bin"
  cp -a "$root.shell/bin/." "$root/usr/bin/"
  cp -a "$root.shell"/{etc,root,tmp} "$root/"
  rm -r "$root.shell"
  for folder in usr/bin/python3 usr/local/bin/python3 usr/local/bin/python; do ln -sf /usr/bin/python3.11 "$root/$folder"; done
}

make_buildkit() { # make_buildkit ROOT: dockerd and what it needs, and the two programs that buildx expects
  local root=$1 program library
  make_busybox "$native" "$root"
  mkdir -p "$root"/{run,var/lib}
  cp "$tools"/usr/bin/containerd{,-shim-runc-v2} "$tools"/usr/sbin/{dockerd,runc} "$lab"/images/buildkit/* "$root/bin/"
  for program in containerd dockerd runc; do ldd "$root/bin/$program" | grep -o '/[^ ]*'; done | sort -u |
    while read -r library; do
      mkdir -p "$root$(dirname "$library")"
      cp -L "$library" "$root$library"
    done
  cp /etc/os-release "$root/etc/"
}

# buildx's docker-container driver runs this image: the addresses and the authority of this lab are a layer of their own.
push_buildkit_of_this_lab() {
  local work=$state/images/buildkit-of-this-lab settings
  mkdir -p "$work/$native/etc"
  cp "$settings_folder/bundle.crt" "$work/$native/etc/lab.crt"
  settings=$(printf '"LAB_HUB=%s","LAB_BRIDGE=%s","SSL_CERT_FILE=/etc/lab.crt"' "$address:$hub_port" "${name}c")
  push_image moby/buildkit:buildx-stable-1 "{\"Env\":[$settings]}" "$work" --on tagboat-lab/buildkit:latest --uncompressed
  rm -r "$work"
}
