import type { Stack } from '../plan/inputs/services.ts';
import { asList, asObject, type JsonObject, without } from '../plan/text/json.ts';

/** The service that tests run in where none of the stack's is the image under test. */
export const LONE_SERVICE = 'tagboat-test';

/** An image in the place of services, for one platform. */
export type Placed = { readonly services: readonly string[]; readonly reference: string };

/** What would tie the stack to this machine, meet another one on it, or hide that a service ends. */
const OF_THE_MACHINE = ['container_name', 'ports', 'restart', 'deploy', 'scale'];

/**
 * The compose file that tests are run with: the definition as docker compose resolved it, with images by digest in the place of the services
 * that they are. What is mounted there from the working folder is left out: the image is to be tested, and not the sources beside it.
 * @param lone the image that no service is; undefined where each has its place.
 */
export function makeStackFile(
  { source }: Stack,
  placed: readonly Placed[],
  { platform, lone }: { readonly platform: string; readonly lone: string | undefined },
): JsonObject {
  const services = Object.entries(asObject(source.services)).map(([name, service]) => {
    const own = placed.find((each) => each.services.includes(name));
    const common = without(asObject(service), OF_THE_MACHINE);
    return [name, own === undefined ? common : { ...stripped(common), image: own.reference, platform, pull_policy: 'missing' }] as const;
  });
  const alone =
    lone === undefined ? [] : [[LONE_SERVICE, { image: lone, platform, pull_policy: 'missing', profiles: [LONE_SERVICE] }] as const];
  return {
    ...without(source, ['name']),
    services: Object.fromEntries([...services, ...alone]),
    ...unnamed('networks', source),
    ...unnamed('volumes', source),
  };
}

function stripped(service: JsonObject): JsonObject {
  const volumes = asList(service.volumes)
    .map(asObject)
    .filter(({ type }) => type !== 'bind');
  return { ...without(service, ['build', 'develop', 'volumes']), ...(volumes.length === 0 ? {} : { volumes }) };
}

/** Each run has networks and volumes of its own; those that are external are somebody else's. */
function unnamed(kind: 'networks' | 'volumes', source: JsonObject): JsonObject {
  const entries = Object.entries(asObject(source[kind])).map(([name, value]) => {
    const definition = asObject(value);
    return [name, definition.external === true ? definition : without(definition, ['name'])] as const;
  });
  return entries.length === 0 ? {} : { [kind]: Object.fromEntries(entries) };
}
