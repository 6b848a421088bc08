# shellcheck shell=bash
# The registries: open, with a password, with TLS, Docker Hub's stand-in, and as many further open ones as are wanted.

user=lab
registries_state=$state/registries # one folder of content each

make_credentials() {
  local password salt
  password=$(openssl rand -hex 9)
  salt=$(openssl rand -hex 11 | cut -c1-21)   # and a dot: 22 characters, of which the last may hold two bits only
  # bcrypt is all that the registry accepts; libcrypt has it, openssl has not, and perl is on every Debian.
  # shellcheck disable=SC2016 # perl's own variables
  perl -e 'printf "%s:%s\n", $ARGV[0], crypt($ARGV[1], "\$2y\$05\$$ARGV[2].")' "$user" "$password" "$salt" >"$settings_folder/htpasswd"
  install -m 600 /dev/null "$settings_folder/password"
  echo "$password" >"$settings_folder/password"
}

# A private authority, a certificate for the TLS registry, and the authorities of this machine with the private one (SSL_CERT_FILE replaces, not adds).
make_certificates() (
  cd "$settings_folder"
  exec 2>>"$state/log/openssl.log"
  local key=(-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes)
  openssl req -x509 "${key[@]}" -days 30 -subj '/CN=Tagboat lab' -keyout ca.key -out ca.crt \
    -addext basicConstraints=critical,CA:TRUE -addext keyUsage=critical,keyCertSign
  openssl req "${key[@]}" -subj "/CN=$address" -keyout tls.key -out tls.csr
  printf '%s\n' "subjectAltName = IP:$address, DNS:registry.lab.test" 'extendedKeyUsage = serverAuth' >tls.extensions
  openssl x509 -req -in tls.csr -CA ca.crt -CAkey ca.key -CAcreateserial -days 30 -extfile tls.extensions -out tls.crt
  cat /etc/ssl/certs/ca-certificates.crt ca.crt >bundle.crt || cp ca.crt bundle.crt
)

# The hub listens twice on the same content: engines and containers of the lab reach it by the lab's address, where a present engine
# would insist on TLS; on loopback none does. The TLS registry is not on loopback, because there Docker does not check certificates.
start_registries() {
  local password certificate
  password="auth: {htpasswd: {realm: lab, path: \"$settings_folder/htpasswd\"}}"
  certificate="tls: {certificate: \"$settings_folder/tls.crt\", key: \"$settings_folder/tls.key\"}"
  start_registry hub "$address:$hub_port" hub
  start_registry hub-loopback "127.0.0.1:$hub_port" hub
  start_registry open "127.0.0.1:$open_port" open
  start_registry auth "127.0.0.1:$auth_port" auth '' "$password"
  start_registry tls "$address:$tls_port" tls "$certificate" "$password"
}

start_registry() { # start_registry NAME ADDRESS:PORT CONTENT [HTTP-SETTING] [FURTHER-SETTING]
  cat >"$settings_folder/$1.yml" <<YAML
version: 0.1
log: {level: warn, accesslog: {disabled: true}}
storage: {filesystem: {rootdirectory: "$registries_state/$3"}, delete: {enabled: true}}
http: {addr: "$2", secret: "$(cat "$settings_folder/password")"${4:+, $4}}
${5:-}
YAML
  spawn "registry-$1" "$tools/usr/bin/docker-registry" serve "$settings_folder/$1.yml"
}

await_registries() {
  await "the hub" registry-hub is_listening "$address" "$hub_port"
  await "the hub" registry-hub-loopback is_listening 127.0.0.1 "$hub_port"
  await "the open registry" registry-open is_listening 127.0.0.1 "$open_port"
  await "the registry with a password" registry-auth is_listening 127.0.0.1 "$auth_port"
  await "the registry with TLS" registry-tls is_listening "$address" "$tls_port"
}

has_extra_registries() { ((wanted_extra == 0)) || is_running "registry-extra-$wanted_extra"; }

add_extra_registries() {
  local number
  for ((number = 1; number <= wanted_extra; number++)); do
    is_running "registry-extra-$number" && continue
    start_registry "extra-$number" "127.0.0.1:$((extra_port + number - 1))" "extra-$number"
    await "further registry $number" "registry-extra-$number" is_listening 127.0.0.1 $((extra_port + number - 1))
    add_exports export_line "TAGBOAT_LAB_EXTRA_$number" "localhost:$((extra_port + number - 1))"
  done
}

has_wanted_servers() { ((wanted_servers == 0)) || [[ ! -x $tools/usr/bin/crane ]] || is_running registry-crane; }

# Registries of other kinds. crane's keeps blobs on disk, and manifests in its memory.
add_servers() {
  mkdir -p "$registries_state/crane"
  spawn registry-crane "$tools/usr/bin/crane" registry serve --address "127.0.0.1:$crane_port" --disk "$registries_state/crane"
  await "crane's registry" registry-crane is_listening 127.0.0.1 "$crane_port"
  add_exports export_line TAGBOAT_LAB_CRANE "localhost:$crane_port"
}
