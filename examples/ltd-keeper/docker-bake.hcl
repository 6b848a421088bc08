variable "VERSION" {
  default = "dev"
}

group "default" {
  targets = ["keeper", "proxy"]
}

target "keeper" {
  args = { VERSION = VERSION }
}

target "proxy" {
  context = "proxy"
}
