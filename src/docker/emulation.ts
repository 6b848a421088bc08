import { DockerError, type RunDocker } from '../host/process.ts';
import { formatPlatform, type Platform } from '../plan/text/platform.ts';

/** Names of the interpreters that emulate an architecture, as the kernel lists them. @see https://docs.kernel.org/admin-guide/binfmt-misc.html */
const INTERPRETERS: Readonly<Record<string, string>> = {
  amd64: 'x86_64',
  arm64: 'aarch64',
  arm: 'arm',
  '386': 'i386',
  ppc64le: 'ppc64le',
  s390x: 's390x',
  riscv64: 'riscv64',
  mips64le: 'mips64el',
  loong64: 'loongarch64',
};

/** Architectures whose programs another one runs by itself. */
const RUNS_TOO: Readonly<Record<string, readonly string[]>> = { amd64: ['386'], arm64: ['arm'] };

type EmulationMachine = {
  readonly architecture: string;
  /** The enabled entries of /proc/sys/fs/binfmt_misc: their names, which anybody may choose, and the programs they start. */
  readonly interpreters: readonly string[];
};

/** The architectures that this machine neither runs nor emulates yet. */
export function missingEmulation(platforms: readonly Platform[], { architecture, interpreters }: EmulationMachine): readonly string[] {
  const native = [architecture, ...(RUNS_TOO[architecture] ?? [])];
  const foreign = platforms.filter((platform) => platform.os === 'linux' && !native.includes(platform.architecture));
  const missing = foreign.filter((platform) => !interpreters.some((name) => isEmulatorOf(name, platform)));
  return [...new Set(missing.map((platform) => platform.architecture))];
}

/** `qemu-aarch64`, `/usr/bin/qemu-aarch64-static` */
function isEmulatorOf(name: string, platform: Platform): boolean {
  return name.replace(/-static$/, '').endsWith(INTERPRETERS[platform.architecture] ?? formatPlatform(platform));
}

/** Registers emulators through a privileged container, as setup-qemu-action does. @see https://github.com/tonistiigi/binfmt */
export async function registerEmulation(architectures: readonly string[], image: string, run: RunDocker): Promise<void> {
  const result = await run(['run', '--rm', '--privileged', image, '--install', architectures.join(',')], { show: true });
  if (result.code !== 0) throw new DockerError(`registering emulation for ${architectures.join(', ')} with ${image}`, result);
}
