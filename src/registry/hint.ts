import { isCertificateCode } from '../host/error-code.ts';
import { isPullLimit, isSecondaryLimit } from './classify.ts';

export type RegistryKind = 'docker-hub' | 'ghcr' | 'ecr' | 'gar' | 'acr' | 'gitlab' | 'quay' | 'harbor' | 'distribution';

/** Who runs which hosts; the first match counts. `distribution` stands for every other registry. */
const HOSTS: readonly (readonly [RegExp, RegistryKind])[] = [
  [/^(?:docker\.io|registry-1\.docker\.io|index\.docker\.io)$/, 'docker-hub'],
  [/^ghcr\.io$/, 'ghcr'],
  [/^public\.ecr\.aws$|\.dkr[.-]ecr(?:-fips)?\.[a-z0-9-]{1,30}\.(?:amazonaws\.com(?:\.cn)?|on\.aws)$/, 'ecr'],
  [/^(?:[a-z0-9-]{1,63}\.)?gcr\.io$|-docker\.pkg\.dev$/, 'gar'],
  [/\.azurecr\.(?:io|cn|us)$/, 'acr'],
  [/^registry\.gitlab\.|(?:^|[.-])gitlab[.-]/, 'gitlab'],
  [/^quay\.io$|(?:^|[.-])quay[.-]/, 'quay'],
  [/(?:^|[.-])harbor[.-]/, 'harbor'],
];

/** What the hint depends on. `code` is an OCI error code or Node's code of a network error. */
export type Failing = {
  readonly registry: string;
  readonly writes: boolean;
  /** Whether it is the registry's token service that fails. */
  readonly logsIn?: boolean;
  /** Whether it is a proxy that fails, or a host that the registry redirects to. */
  readonly stopsOnTheWay?: boolean;
  readonly status: number | undefined;
  readonly code: string;
  readonly message: string;
  readonly rateLimitRemaining?: string | undefined;
  /** Whether the registry knew the token and missed a right in it. @see https://www.rfc-editor.org/rfc/rfc6750#section-3.1 */
  readonly insufficientScope?: boolean;
};

type Hints = { readonly [kind in RegistryKind]: string };

const LOGIN: Hints = {
  'docker-hub': 'check the username and the access token (hub.docker.com, Account settings, Personal access tokens)',
  ghcr: 'log in with the workflow\'s github.token or a classic token with "write:packages"',
  ecr: 'get a fresh password with `aws ecr get-login-password`; it lasts 12 hours',
  gar: 'log in as oauth2accesstoken with an access token, or as _json_key with a service account key',
  acr: 'log in with a token, a service principal or `az acr login --expose-token`',
  gitlab: 'log in with $CI_REGISTRY_USER and $CI_REGISTRY_PASSWORD, or a deploy token with write_registry',
  quay: 'log in with a robot account, whose name has the form owner+robot',
  harbor: 'log in with a robot account, whose name begins with robot$',
  distribution: 'log in, or check the username and the password for this registry',
};

const PUSH_RIGHT: Hints = {
  'docker-hub': 'give the access token the scope "Read & Write" and its user write access to the repository',
  ghcr: 'give the job `permissions: packages: write`, or give this repository write access in the package\'s settings ("Manage Actions access")',
  ecr: 'allow ecr:InitiateLayerUpload, UploadLayerPart, CompleteLayerUpload, BatchCheckLayerAvailability and PutImage on the repository',
  gar: 'give the account the role "Artifact Registry Writer" on the repository',
  acr: 'give the identity the role AcrPush',
  gitlab: 'use a token with write_registry, of at least the role Developer',
  quay: 'give the robot account write permission on the repository',
  harbor: 'give the robot account "push" on the project',
  distribution: 'give the user the right to push to this repository',
};

const MISSING: Hints = {
  'docker-hub': 'create the repository first, or check the name of its owner',
  ghcr: 'check the owner; it must exist and be written in lower case',
  ecr: 'create the repository first: `aws ecr create-repository`; ECR does not do it on push',
  gar: 'create the repository first: `gcloud artifacts repositories create`; the name is project/repository/image',
  acr: 'check the name of the registry',
  gitlab: 'check the path of the project, and that its container registry is switched on',
  quay: 'create the repository first, or allow the robot account to create repositories',
  harbor: 'create the project first; the name is project/image',
  distribution: 'check the name of the repository',
};

/** Which registry's rules and words apply to a host. */
export function registryKind(host: string): RegistryKind {
  const name = host.replace(/:\d{1,5}$/, '').toLowerCase();
  return HOSTS.find(([pattern]) => pattern.test(name))?.[1] ?? 'distribution';
}

/** What to change, as an imperative without a full stop; undefined where nothing better is known than the error itself. */
export function hintFor(failing: Failing): string | undefined {
  return networkHint(failing) ?? contentHint(failing) ?? accessHint(failing);
}

/** Registries whose names are never wrong where a name server answers. */
const WELL_KNOWN = /^(?:docker\.io|ghcr\.io|quay\.io|gcr\.io|public\.ecr\.aws|mcr\.microsoft\.com|registry\.gitlab\.com)$/;

function networkHint({ registry, status, code, logsIn = false, stopsOnTheWay = false }: Failing): string | undefined {
  if (status !== undefined) return undefined;
  if (stopsOnTheWay) return 'check HTTPS_PROXY and NO_PROXY, or where the registry redirects to';
  if (logsIn && /^(?:ENOTFOUND|ECONNREFUSED)$/.test(code))
    return 'the registry sends logins to this host: check that it can be reached from here';
  if (code === 'EAI_AGAIN' || (code === 'ENOTFOUND' && WELL_KNOWN.test(registry))) return 'is this machine online (DNS)?';
  if (code === 'ENOTFOUND') return 'check the spelling of the registry';
  if (code === 'ECONNREFUSED') return 'check that the registry runs and that its port is right';
  if (code === 'ERR_PROXY_TUNNEL') return 'check HTTPS_PROXY and NO_PROXY';
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') return "the certificate is another host's: check the spelling of the registry";
  if (code === 'CERT_HAS_EXPIRED') return "renew the registry's certificate";
  if (isCertificateCode(code)) return 'name the CA in NODE_EXTRA_CA_CERTS or put it into /etc/docker/certs.d/<registry>/ca.crt';
  return /^(?:HPE_|EPROTO|ERR_SSL)/.test(code) ? 'check scheme and port: the other side does not speak the same protocol' : undefined;
}

/** Of the registry, or of what it stands behind; 501 and 507 are about this request. */
const TROUBLE: readonly number[] = [500, 502, 503, 504];

/** @see https://github.com/opencontainers/distribution-spec/blob/v1.1.0/spec.md#error-codes */
export const BLOB_LOST = 'MANIFEST_BLOB_UNKNOWN';

function contentHint({ registry, status, code, message, rateLimitRemaining }: Failing): string | undefined {
  if (isPullLimit({ status: status ?? 0, message, rateLimitRemaining }))
    return 'log in to the registry: this limit is per six hours and waiting does not help';
  if (isSecondaryLimit({ status: status ?? 0, message })) return 'let fewer jobs push at the same time';
  if (/quota/i.test(message) || status === 507) return 'free storage or raise the quota';
  if (/immutable/i.test(message) || code === 'TAG_INVALID')
    return 'the registry forbids to move this tag: choose another or make the repository mutable';
  if (code === BLOB_LOST) return 'the registry lost a layer that it had confirmed: run this again';
  if (status !== undefined && TROUBLE.includes(status)) return 'the registry itself is in trouble: run this again later';
  if (status === 413) return 'raise the size limit of the registry or of the proxy in front of it (nginx: client_max_body_size)';
  if (status === 415) return `${registry} does not take this kind of manifest: it may be too old for image indexes or OCI media types`;
  return undefined;
}

function accessHint({ registry, writes, status, code, message, insufficientScope = false }: Failing): string | undefined {
  const kind = registryKind(registry);
  if (/token has expired/i.test(message)) return LOGIN[kind]; // ECR says DENIED to that
  if (status === 404 && code === 'NAME_UNKNOWN') return MISSING[kind];
  if (status === 404 && writes && code !== 'BLOB_UPLOAD_UNKNOWN') return MISSING[kind];
  if (status === 403) return writes ? PUSH_RIGHT[kind] : LOGIN[kind];
  if (status === 401 && writes && (insufficientScope || code === 'DENIED'))
    return `log in with credentials that may push: ${PUSH_RIGHT[kind]}`;
  if (status === 401) return LOGIN[kind];
  return undefined;
}
