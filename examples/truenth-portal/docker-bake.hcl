# Added to docker-compose.yml where the images are made for others.
target "web" {
  platforms = ["linux/amd64", "linux/arm64"]
}

# The builder stage's Debian package, as a file.
target "package" {
  target = "package"
  output = ["type=local,dest=dist"]
}
