# shellcheck shell=bash
# What the lab tells its users: lines of `export NAME=value`, kept in the state and printed by every lab/up.

export_line() { printf 'export %s=%q\n' "$1" "$2" >>"$exports.new"; }

# add_exports COMMAND...: runs it to append lines, and shows the file when it is whole.
add_exports() {
  install -m 600 /dev/null "$exports.new"
  cat "$exports" >>"$exports.new" 2>/dev/null || :
  "$@"
  give_to_caller "$exports.new"
  mv "$exports.new" "$exports"
}

export_lab() {
  local engine_a=${DOCKER_HOST:-} hub=localhost:$hub_port
  if [[ $engine == own ]]; then
    engine_a=unix://$state/a.sock
    hub=$address:$hub_port # which RUN steps reach too; a present engine would insist on TLS there
    # shellcheck disable=SC2016 # the caller's PATH
    printf 'export PATH=%q:"$PATH"\n' "$tools/usr/bin" >>"$exports.new"
  fi
  export_line DOCKER_HOST "$engine_a"
  export_line DOCKER_CONFIG "$private_docker_config"
  export_line SSL_CERT_FILE "$settings_folder/bundle.crt"
  export_line NODE_EXTRA_CA_CERTS "$settings_folder/ca.crt"
  export_line TAGBOAT_LAB_STATE "$state"
  export_line TAGBOAT_LAB_PORT "$first_port"
  export_line TAGBOAT_LAB_HUB "$hub"
  export_line TAGBOAT_LAB_OPEN "localhost:$open_port"
  export_line TAGBOAT_LAB_AUTH "localhost:$auth_port"
  export_line TAGBOAT_LAB_TLS "$address:$tls_port"
  export_line TAGBOAT_LAB_USER "$user"
  export_line TAGBOAT_LAB_PASS "$(cat "$settings_folder/password")"
  export_line TAGBOAT_LAB_CA "$settings_folder/ca.crt"
  export_line TAGBOAT_LAB_ENGINE_A "$engine_a"
  export_line TAGBOAT_LAB_BUILDKIT_A "unix://$state/a.buildkit.sock"
}

export_second_engine() {
  export_line TAGBOAT_LAB_ENGINE_B "unix://$state/b.sock"
  export_line TAGBOAT_LAB_BUILDKIT_B "unix://$state/b.buildkit.sock"
}
