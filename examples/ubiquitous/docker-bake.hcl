variable "REGISTRY" {
  default = "docker.io"
}

variable "NAMESPACE" {
  default = "ubiquitous"
}

# A service: what it is built on, and what its image is called beside `latest`.
variable "SERVICES" {
  default = [
    { name = "campus", on = "base", tag = "winter-term" },
    { name = "exams", on = "campus", tag = "winter-term" },
    { name = "clinic", on = "base", tag = "accredited" },
    { name = "museum", on = "base", tag = "gallery" },
  ]
}

function "image" {
  params = [name, tag]
  result = [for each in [tag, "latest"] : "${REGISTRY}/${NAMESPACE}/${name}:${each}"]
}

group "all" {
  targets = concat(["base"], SERVICES[*].name)
}

target "base" {
  context = "base"
  tags    = image("base", "4.5")
}

target "service" {
  name       = service.name
  matrix     = { service = SERVICES }
  dockerfile = "services/Dockerfile"
  contexts   = { on = "target:${service.on}" }
  args       = { SERVICE = service.name }
  tags       = image(service.name, service.tag)
}
