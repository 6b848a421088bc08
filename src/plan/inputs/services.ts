import { asObject, asText, type JsonObject } from '../text/json.ts';
import { collectAll, ProblemError } from '../text/problem.ts';
import { formatRepository, parseRepository, type Repository } from '../text/reference.ts';

/** Compose files as docker compose resolved them: the services that tests need around the image. */
export type Stack = {
  readonly services: readonly Service[];
  /** As docker compose printed it. Values of the services' environment are in it, so it is no part of the plan. */
  readonly source: JsonObject;
};

type Service = {
  readonly name: string;
  /** Undefined where it names none, or one that is no image name. */
  readonly image: Repository | undefined;
  /** What it is built of, as canonical text; undefined where it is not. */
  readonly build: string | undefined;
};

/** What the plan shows of a stack: its services, and those that the image under test replaces. */
export type PlannedServices = { readonly names: readonly string[]; readonly tested: readonly string[] };

/** An image that may stand in a service's place. */
export type ServiceImage = {
  /** The target of the bake files that makes it; '' where there are none. */
  readonly target: string;
  readonly repositories: readonly Repository[];
};

/** A stack's services, with the targets of the images that stand in their places. */
export type PlacedServices = readonly { readonly name: string; readonly target: string | undefined }[];

/**
 * Reads what `docker compose config --format json` prints.
 * @throws {ProblemError} where there is no service in it.
 * @see https://github.com/compose-spec/compose-spec/blob/main/05-services.md
 */
export function parseStack(printed: JsonObject): Stack {
  const services = Object.entries(asObject(printed.services)).map(([name, service]) => parseService(name, asObject(service)));
  if (services.length === 0) {
    const accepted = 'write at least one; those with profiles are up where COMPOSE_PROFILES names one of these';
    throw new ProblemError({ where: 'test-services', wrong: 'bring no service up', accepted });
  }
  return { services, source: printed };
}

function parseService(name: string, { image, build }: JsonObject): Service {
  return { name, image: parseImage(asText(image)), build: build === undefined || build === null ? undefined : JSON.stringify(build) };
}

function parseImage(text: string | undefined): Repository | undefined {
  try {
    return text === undefined ? undefined : parseRepository(text.replace(/@.*$/, '').replace(/:[^:/]*$/, ''));
  } catch {
    return undefined;
  }
}

/**
 * Says which services are images of the run: those that have the name of one, or else are called like its target; for the only image of a
 * run where there is none, those that are built.
 * @throws {ProblemError} where a service could be several images, services are built of different things and nothing tells which of them is
 *   the image, or one has to be built and is none of them.
 */
export function placeImages({ services }: Stack, images: readonly ServiceImage[]): PlacedServices {
  const named = collectAll(services, (service) => ({ ...service, target: findImage(service, images) }));
  const isAlone = images.some(({ target }) => target === '');
  const placed = isAlone && named.every(({ target }) => target === undefined) ? placeAlone(named) : named;
  const unmade = placed.filter(({ build, image, target }) => build !== undefined && image === undefined && target === undefined);
  if (unmade.length === 0) return placed.map(({ name, target }) => ({ name, target }));
  throw new ProblemError({
    where: 'test-services',
    given: listNames(unmade),
    wrong: 'would have to be built, and this step builds only its own images',
    accepted: 'give each an image that can be pulled (image: in the compose file), or the name of an image of this step',
  });
}

/** Of several that share its repository, the one whose target it is called like. */
function findImage({ name, image }: Service, images: readonly ServiceImage[]): string | undefined {
  const isNamed = ({ repositories }: ServiceImage): boolean =>
    image !== undefined && repositories.map(formatRepository).includes(formatRepository(image));
  const owners = images.filter(isNamed).map(({ target }) => target);
  const namesake = images.find(({ target }) => target === name)?.target;
  const [only, ...others] = owners;
  if (only === undefined) return namesake;
  if (others.length === 0) return only;
  if (namesake !== undefined && owners.includes(namesake)) return namesake;
  throw new ProblemError({
    where: 'test-services',
    given: name,
    wrong: `has the image of ${owners.join(' and of ')}`,
    accepted: 'call it like the target that it is',
  });
}

type NamedService = Service & { readonly target: string | undefined };

function placeAlone(services: readonly NamedService[]): readonly NamedService[] {
  const built = services.filter(({ build }) => build !== undefined);
  if (new Set(built.map(({ build }) => build)).size <= 1)
    return services.map((service) => (service.build === undefined ? service : { ...service, target: '' }));
  throw new ProblemError({
    where: 'test-services',
    given: listNames(built),
    wrong: 'are built of different things, and none of them has an image that images names',
    accepted: 'give the service under test the image (image: in the compose file) that is published',
  });
}

function listNames(services: readonly Service[]): string {
  return services.map(({ name }) => name).join(', ');
}
