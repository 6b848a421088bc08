# shellcheck shell=bash
# What the lab is called, where it lives and which addresses it takes. Everything that is visible on the machine is named after
# the first port, so that labs with different ports can be up side by side.

state=${TAGBOAT_LAB_STATE:-/tmp/tagboat-lab}   # goes with lab/down
cache=${TAGBOAT_LAB_CACHE:-$lab/.cache}        # stays, until lab/down --purge
wanted_engine=${TAGBOAT_LAB_ENGINE:-auto}      # auto, own, present
wanted_second=${TAGBOAT_LAB_SECOND:-0}         # 1: an engine B beside a present engine; own engines are always two
wanted_extra=${TAGBOAT_LAB_EXTRA:-0}           # number of further open registries, 0 to 10
wanted_servers=${TAGBOAT_LAB_SERVERS:-0}       # 1: a registry of each other kind that Debian has
wanted_examples=${TAGBOAT_LAB_EXAMPLES:-0}     # 1: base images for the examples in the hub
suites=${TAGBOAT_LAB_SUITES:-sid trixie}       # Debian suites with a Docker that has buildx, best first

first_port=${TAGBOAT_LAB_PORT:-5600}           # a lab takes 20: a multiple of 20
hub_port=$first_port open_port=$((first_port + 1)) auth_port=$((first_port + 2)) tls_port=$((first_port + 3)) crane_port=$((first_port + 4)) extra_port=$((first_port + 10))

# A /24 of the range that RFC 2544 sets aside for tests: three /26 for bridges, .250 for what must not be loopback.
slot=$((first_port / 20 % 512))
network=198.$((18 + slot / 256)).$((slot % 256))
address=$network.250
second_network=198.$((19 - slot / 256)).$((slot % 256)) # the same /24 of the range's other half: for networks that users define
name=tagboat$first_port                        # a bridge's name may have 15 characters: this and a letter have 13

exports=$state/exports
settings_folder=$state/etc                     # configurations, password file, certificates
tools=$state/tools                              # what runs: the clone that filled the cache may be removed while the lab is up
cached_tools=$cache/tools

check_settings() {
  case $wanted_engine in auto | own | present) ;; *) die "TAGBOAT_LAB_ENGINE: \"$wanted_engine\" is unknown; auto, own and present are accepted." ;; esac
  case $wanted_second in 0 | 1) ;; *) die "TAGBOAT_LAB_SECOND: \"$wanted_second\" is unknown; 0 and 1 are accepted." ;; esac
  [[ $wanted_extra =~ ^([0-9]|10)$ ]] || die "TAGBOAT_LAB_EXTRA: \"$wanted_extra\" is no number of registries; 0 to 10 are accepted."
  case $wanted_servers in 0 | 1) ;; *) die "TAGBOAT_LAB_SERVERS: \"$wanted_servers\" is unknown; 0 and 1 are accepted." ;; esac
  case $wanted_examples in 0 | 1) ;; *) die "TAGBOAT_LAB_EXAMPLES: \"$wanted_examples\" is unknown; 0 and 1 are accepted." ;; esac
  [[ $first_port =~ ^[0-9]{4,5}$ ]] && ((first_port % 20 == 0 && first_port <= 65500)) ||
    die "TAGBOAT_LAB_PORT: \"$first_port\" cannot be the first of 20 ports; a multiple of 20 from 1000 to 65500 is accepted."
  [[ $cache == /* ]] || die "TAGBOAT_LAB_CACHE: \"$cache\" does not do; an absolute path is accepted."
  [[ ! -r $state/port || $(cat "$state/port") == "$first_port" ]] ||
    die "TAGBOAT_LAB_PORT: \"$first_port\" is another lab's; the one in $state has its ports from $(cat "$state/port")."
  # A unix socket's path may have 107 characters, and containerd's lies deep inside an engine's folder.
  [[ $state == /* ]] && ((${#state} < 60)) || die "TAGBOAT_LAB_STATE: \"$state\" does not do; an absolute path of less than 60 characters is accepted."
}
