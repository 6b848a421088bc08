variable "INCLUDE_BASE" {
  type    = bool
  default = true
}

# Where the base image is taken from if it is not built along.
variable "BASE" {
  default = "gcr.io/panoptes-exp/panoptes-base:latest"
}

target "base" {
  dockerfile = "docker/base.Dockerfile"
}

target "utils" {
  dockerfile = "docker/utils.Dockerfile"
  contexts   = { base = INCLUDE_BASE ? "target:base" : "docker-image://${BASE}" }
}
