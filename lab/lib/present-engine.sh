# shellcheck shell=bash
# An engine that is there already is used if it can do the job. Cheap questions come first; the last word is the job itself:
# build both base images for both platforms on it, run a step under emulation, and push to the open and to the TLS registry.

present_config=$state/present          # the docker configuration of the trial
base_images=(busybox python:3-slim docker/buildkit-syft-scanner:stable-1 moby/buildkit:buildx-stable-1)
loaded_images=$state/loaded-images     # what was put into the engine: "host name image-id" a line
trusted_folder=/etc/docker/certs.d/$address:$tls_port

# Sets `engine`. A present engine is a candidate only, until it is tried.
choose_engine() {
  local reason
  engine=own
  if [[ $wanted_engine == own ]]; then
    say "own engines, as TAGBOAT_LAB_ENGINE says"
  elif reason=$(why_not_present); then
    [[ $wanted_engine == auto ]] || die "TAGBOAT_LAB_ENGINE says present, but $reason."
    say "own engines: $reason"
  else
    engine=present
    DOCKER_HOST=$(present_host)
    export DOCKER_HOST
  fi
}

# Prints the reason and succeeds, or fails where there is none.
why_not_present() {
  local host status
  command -v docker >/dev/null || { echo "no docker command is there" && return; }
  host=$(present_host) || { echo "docker has no context that works" && return; }
  [[ $host == unix://* ]] || { echo "$host may be another machine, which does not reach registries on this one's loopback" && return; }
  status=$(DOCKER_HOST=$host timeout 5 docker info --format '{{.ServerVersion}} {{.DriverStatus}}' 2>&1) ||
    { echo "the engine at $host does not answer" && return; }
  [[ $status == *io.containerd.snapshotter* ]] || { echo "the engine at $host has no containerd image store" && return; }
  return 1
}

present_host() {
  if [[ ${DOCKER_HOST:-} ]]; then echo "$DOCKER_HOST"; else docker context inspect --format '{{.Endpoints.docker.Host}}' 2>/dev/null; fi
}

# try_present_engine: succeeds if the engine can do the job; else prints why not. Images are loaded only where the engine has no way to get them.
try_present_engine() {
  local log=$state/log/present.log
  mkdir -p "$trusted_folder"
  cp "$settings_folder/ca.crt" "$trusted_folder/ca.crt"
  do_the_job >>"$log" 2>&1 && return
  say "the present engine does not get busybox and python:3-slim from anywhere: loading them"
  if load_images "${base_images[@]}" >>"$log" 2>&1 && do_the_job >>"$log" 2>&1; then return; fi
  grep -iE 'error|fail|refused|denied|timeout' "$log" | tail -n 1 | cut -c1-200
  forget_present_engine
  return 1
}

do_the_job() {
  local basic repository=$name/trial
  basic=$(printf '%s:%s' "$user" "$(cat "$settings_folder/password")" | base64 -w0)
  mkdir -p "$present_config"
  cp -RP "$private_docker_config/." "$present_config/"
  printf '{"auths":{"%s":{"auth":"%s"}}}\n' "$address:$tls_port" "$basic" >"$present_config/config.json"
  printf '%s\n' 'FROM busybox AS shell' 'RUN uname -m >/machine' 'FROM python:3-slim' 'COPY --from=shell /machine /' "RUN python3 -c 'import ssl, sqlite3'" |
    DOCKER_CONFIG=$present_config timeout 300 docker buildx build --builder default --progress plain --provenance=false \
      --platform "linux/$native,linux/$foreign" --tag "localhost:$open_port/$repository" --tag "$address:$tls_port/$repository" --push - || return 1
  docker image rm --force "localhost:$open_port/$repository" "$address:$tls_port/$repository" >/dev/null 2>&1 || :
}

# load_images IMAGE...: BuildKit asks the registry first and takes an image of that name out of the engine's own store where it gets no answer.
load_images() {
  local image source
  for image; do
    docker image inspect "$image" >/dev/null 2>&1 && continue # the user's: not ours to replace
    source=localhost:$hub_port/$image
    [[ $image == */* ]] || source=localhost:$hub_port/library/$image
    docker pull --quiet --platform "linux/$native" "$source" || return 1
    [[ $image == moby/* ]] || docker pull --quiet --platform "linux/$foreign" "$source" || return 1
    docker tag "$source" "$image" || return 1
    docker image rm "$source" || return 1
    echo "$DOCKER_HOST $image $(docker image inspect --format '{{.Id}}' "$image")" >>"$loaded_images"
  done
}

# Takes out of the engine and off the machine what try_present_engine brought, but nothing that has changed hands since.
forget_present_engine() {
  local host image id
  if [[ -e $loaded_images ]]; then
    while read -r host image id; do
      [[ $(docker -H "$host" image inspect --format '{{.Id}}' "$image" 2>/dev/null) != "$id" ]] ||
        docker -H "$host" image rm --force "$image" >/dev/null || :
    done <"$loaded_images"
    rm -f "$loaded_images"
  fi
  if [[ -d $trusted_folder ]]; then
    rm -r "$trusted_folder"
    rmdir --ignore-fail-on-non-empty --parents "$(dirname "$trusted_folder")" 2>/dev/null || :
  fi
}
