# shellcheck shell=bash
# All parts of the lab, in an order in which each uses values of earlier ones only. The caller sets `lab`, the folder of lab/up.

. "$lab/lib/settings.sh"
. "$lab/lib/log.sh"
. "$lab/lib/processes.sh"
. "$lab/lib/tools.sh"
. "$lab/lib/host.sh"
. "$lab/lib/registries.sh"
. "$lab/lib/engines.sh"
. "$lab/lib/present-engine.sh"
. "$lab/lib/images.sh"
. "$lab/lib/examples.sh"
. "$lab/lib/exports.sh"
. "$lab/lib/status.sh"
