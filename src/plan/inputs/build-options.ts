// Options of a build that buildx and BuildKit would refuse one by one, and only when it runs.
import { unknownName } from '../text/attributes.ts';
import { parseItems, parseQuotedLines } from '../text/lists.ts';
import { collectAll, ProblemError } from '../text/problem.ts';

const NETWORKS: readonly string[] = ['default', 'host', 'none'];

/** Entitlements of builds, and with a value those that bake knows beside them. @see https://docs.docker.com/build/bake/entitlements/ */
const ENTITLEMENTS: readonly string[] = ['network.host', 'security.insecure', 'device', 'fs', 'fs.read', 'fs.write', 'ssh'];

/** @see https://pkg.go.dev/github.com/docker/go-units#Ulimit */
const LIMITS: readonly string[] = 'core cpu data fsize locks memlock msgqueue nice nofile nproc rss rtprio rttime sigpending stack'.split(
  ' ',
);

/** @throws {ProblemError} for what is no network mode that BuildKit has. */
export function parseNetwork(text: string): string {
  const given = text.trim();
  if (given === '' || NETWORKS.includes(given)) return given;
  throw unknownName({ where: 'network', given, wrong: 'is not a build network', name: given }, NETWORKS);
}

/** @throws {ProblemError} for every unknown entitlement. */
export function parseAllow(text: string): readonly string[] {
  return collectAll(parseItems(text), (given) => {
    const [name = ''] = given.split('=');
    if (ENTITLEMENTS.includes(name)) return given;
    throw unknownName({ where: 'allow', given, wrong: 'unknown entitlement', name }, ENTITLEMENTS);
  });
}

const ADDRESS = /^(?:(?:\d{1,3}\.){3}\d{1,3}|[0-9a-f:.]*:[0-9a-f:.]*)$/i;

/** An address may stand in brackets. @throws {ProblemError} for every item that is no host with an address. */
export function parseAddHosts(text: string): readonly string[] {
  return collectAll(parseItems(text), (given) => {
    const [, address = ''] = /^[^=:]+[=:](.+)$/.exec(given) ?? [];
    if (address === 'host-gateway' || ADDRESS.test(address.replace(/^\[(.*)\]$/, '$1'))) return given;
    const accepted = 'write name:address, such as registry.test:10.0.0.5 or docker:host-gateway';
    throw new ProblemError({ where: 'add-hosts', given, wrong: 'is not name:address', accepted });
  });
}

/** Of an int64. */
const LARGEST_LIMIT = 2n ** 63n - 1n;

/** @throws {ProblemError} for every line that is no limit. */
export function parseUlimits(text: string): readonly string[] {
  return collectAll(parseQuotedLines(text, 'ulimit'), (given) => {
    const [, name, soft = '', hard = soft] = /^([^=]+)=(-1|\d{1,19})(?::(-1|\d{1,19}))?$/.exec(given) ?? [];
    const refusal = (wrong: string, accepted: string) => new ProblemError({ where: 'ulimit', given, wrong, accepted });
    if (name === undefined || BigInt(soft) > LARGEST_LIMIT || BigInt(hard) > LARGEST_LIMIT)
      throw refusal('is not a limit', 'write name=soft or name=soft:hard, such as nofile=1024:2048');
    if (!LIMITS.includes(name)) throw unknownName({ where: 'ulimit', given, wrong: 'has no limit that is known', name }, LIMITS);
    if (asLimit(soft) > asLimit(hard))
      throw refusal('has a soft limit above its hard one', 'write name=soft:hard, such as nofile=1024:2048');
    return given;
  });
}

/** -1 is no limit at all. */
function asLimit(text: string): bigint {
  return text === '-1' ? LARGEST_LIMIT + 1n : BigInt(text);
}

/** @throws {ProblemError} for what is no size. @see https://pkg.go.dev/github.com/docker/go-units#RAMInBytes */
export function parseShmSize(text: string): string {
  const given = text.trim();
  if (given === '' || /^(?:\d+(?:\.\d*)?|\.\d+) ?(?:b|[kmgtp](?:i?b)?)?$/i.test(given)) return given;
  throw new ProblemError({ where: 'shm-size', given, wrong: 'is not a size', accepted: 'write a number and a unit, such as 64m or 2g' });
}
