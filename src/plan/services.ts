import { asObject, asText, type JsonObject } from './json.ts';
import { ProblemError } from './problem.ts';
import { formatRepository, parseRepository, type Repository } from './reference.ts';

/** Compose files as docker compose resolved them: the services that tests need around the image. */
export type Stack = {
  readonly services: readonly Service[];
  /** As docker compose printed it. Values of the services' environment are in it, so it is no part of the plan. */
  readonly source: JsonObject;
};

export type Service = {
  readonly name: string;
  /** Undefined where it names none, or one that is no image name. */
  readonly image: Repository | undefined;
  /** What it is built of, as canonical text; undefined where it is not. */
  readonly build: string | undefined;
};

/** What of a stack the plan tells: the services, and those of them in whose place the image under test stands. */
export type PlannedServices = { readonly names: readonly string[]; readonly tested: readonly string[] };

/** An image that may stand in a service's place. */
export type StandIn = { readonly target: string; readonly repositories: readonly Repository[] };

/** Reads what `docker compose config --format json` prints. @see https://github.com/compose-spec/compose-spec/blob/main/05-services.md */
export function readStack(printed: JsonObject): Stack {
  const services = Object.entries(asObject(printed.services)).map(([name, service]) => readService(name, asObject(service)));
  return { services, source: printed };
}

function readService(name: string, { image, build }: JsonObject): Service {
  return { name, image: readImage(asText(image)), build: build === undefined || build === null ? undefined : JSON.stringify(build) };
}

function readImage(text: string | undefined): Repository | undefined {
  try {
    return text === undefined ? undefined : parseRepository(text.replace(/@.*$/, '').replace(/:[^:/]*$/, ''));
  } catch {
    return undefined;
  }
}

/**
 * The services that are the image: those that have its name, or are called like its target; for the only image of a run, else those that
 * are built. None where the image is not part of the stack.
 * @throws {ProblemError} where services are built of different things, and nothing tells which of them is the image.
 */
export function findTested({ services }: Stack, { target, repositories }: StandIn): readonly string[] {
  const names = repositories.map(formatRepository);
  const named = services.filter(({ name, image }) => name === target || (image !== undefined && names.includes(formatRepository(image))));
  if (named.length > 0 || target !== '') return named.map(({ name }) => name);
  const built = services.filter(({ build }) => build !== undefined);
  if (new Set(built.map(({ build }) => build)).size <= 1) return built.map(({ name }) => name);
  throw new ProblemError({
    where: 'test-services',
    given: built.map(({ name }) => name).join(', '),
    wrong: 'are built of different things, and none of them has an image that images names',
    accepted: 'give the service under test the image (image: in the compose file) that is published',
  });
}
