/**
 * The operating systems and architectures that have a name: Go's, as containerd and buildx take them, and those of WebAssembly.
 * buildx passes any other name on. BuildKit then builds from nothing for it, but finds no base image, and no emulator is made for it.
 * @see https://github.com/containerd/platforms/blob/main/database.go and https://go.dev/src/internal/syslist/syslist.go
 */
export const OPERATING_SYSTEMS =
  'aix android darwin dragonfly freebsd hurd illumos ios js linux nacl netbsd openbsd plan9 solaris wasi wasip1 windows zos'.split(' ');

export const ARCHITECTURES = (
  '386 amd64 amd64p32 arm armbe arm64 arm64be loong64 mips mipsle mips64 mips64le mips64p32 mips64p32le ppc ppc64 ppc64le riscv riscv64 ' +
  's390 s390x sparc sparc64 wasm wasm32'
).split(' ');
