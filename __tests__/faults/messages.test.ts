import { Readable } from 'node:stream';
import { expect, test } from '@jest/globals';
import type { Answer } from '../../src/registry/answer.ts';
import { answerError, type Operation } from '../../src/registry/error.ts';

const READ = 'pull manifest';
const TAG = 'push manifest';
const BLOB = 'push blob';
const RIGHT = 'prove the right to push';

type Told = readonly [status: number, code: string, message: string, headers?: Readonly<Record<string, string>>];

// repository, operation, what the registry answers, the whole message (P10)
test.each<[string, Operation, Told, string]>([
  [
    'ghcr.io/octo/app',
    TAG,
    [403, 'DENIED', 'permission_denied: write_package'],
    `ghcr.io/octo/app: cannot push manifest 1.2: 403 DENIED, permission_denied: write_package; give the job \`permissions: packages: write\`, or give this repository write access in the package's settings ("Manage Actions access")`,
  ],
  [
    'ghcr.io/octo/app',
    RIGHT,
    [403, 'DENIED', 'permission_denied: The token provided does not match expected scopes.'],
    `ghcr.io/octo/app: cannot prove the right to push: 403 DENIED, permission_denied: The token provided does not match expected scopes; give the job \`permissions: packages: write\`, or give this repository write access in the package's settings ("Manage Actions access")`,
  ],
  [
    'ghcr.io/octo/app',
    TAG,
    [403, 'DENIED', 'You have exceeded a secondary rate limit.'],
    'ghcr.io/octo/app: cannot push manifest 1.2: 403 DENIED, You have exceeded a secondary rate limit, the registry asks to wait 60 s; let fewer jobs push at the same time',
  ],
  [
    'ghcr.io/octo/app',
    'log in',
    [401, 'UNAUTHORIZED', 'authentication required'],
    `ghcr.io/octo/app: cannot log in: 401 UNAUTHORIZED, authentication required; log in with the workflow's github.token or a classic token with "write:packages"`,
  ],
  [
    'docker.io/octo/app',
    READ,
    [429, 'TOOMANYREQUESTS', 'You have reached your unauthenticated pull rate limit.', { 'ratelimit-remaining': '0;w=21600' }],
    'docker.io/octo/app: cannot pull manifest: 429 TOOMANYREQUESTS, You have reached your unauthenticated pull rate limit; log in to the registry: this limit is per six hours and waiting does not help',
  ],
  [
    'docker.io/octo/app',
    RIGHT,
    [401, 'UNAUTHORIZED', 'authentication required'],
    'docker.io/octo/app: cannot prove the right to push: 401 UNAUTHORIZED, authentication required; check the username and the access token (hub.docker.com, Account settings, Personal access tokens)',
  ],
  [
    'docker.io/octo/app',
    RIGHT,
    [403, 'DENIED', 'requested access to the resource is denied'],
    'docker.io/octo/app: cannot prove the right to push: 403 DENIED, requested access to the resource is denied; give the access token the scope "Read & Write" and its user write access to the repository',
  ],
  [
    '1.dkr.ecr.eu-west-1.amazonaws.com/app',
    RIGHT,
    [404, 'NAME_UNKNOWN', "The repository with name 'app' does not exist in the registry with id '1'"],
    "1.dkr.ecr.eu-west-1.amazonaws.com/app: cannot prove the right to push: 404 NAME_UNKNOWN, The repository with name 'app' does not exist in the registry with id '1'; create the repository first: `aws ecr create-repository`; ECR does not do it on push",
  ],
  [
    '1.dkr.ecr.eu-west-1.amazonaws.com/app',
    TAG,
    [
      400,
      'TAG_INVALID',
      "The image tag '1.2' already exists in the 'app' repository and cannot be overwritten because the tag is immutable.",
    ],
    "1.dkr.ecr.eu-west-1.amazonaws.com/app: cannot push manifest 1.2: 400 TAG_INVALID, The image tag '1.2' already exists in the 'app' repository and cannot be overwritten because the tag is immutable; the registry forbids to move this tag: choose another or make the repository mutable",
  ],
  [
    '1.dkr.ecr.eu-west-1.amazonaws.com/app',
    RIGHT,
    [401, 'DENIED', 'Your authorization token has expired. Reauthenticate and try again.'],
    '1.dkr.ecr.eu-west-1.amazonaws.com/app: cannot prove the right to push: 401 DENIED, Your authorization token has expired. Reauthenticate and try again; get a fresh password with `aws ecr get-login-password`; it lasts 12 hours',
  ],
  [
    'europe-docker.pkg.dev/project/repo/app',
    RIGHT,
    [404, 'NAME_UNKNOWN', 'Repository "repo" not found'],
    'europe-docker.pkg.dev/project/repo/app: cannot prove the right to push: 404 NAME_UNKNOWN, Repository "repo" not found; create the repository first: `gcloud artifacts repositories create`; the name is project/repository/image',
  ],
  [
    'europe-docker.pkg.dev/project/repo/app',
    RIGHT,
    [403, 'DENIED', 'Permission "artifactregistry.repositories.uploadArtifacts" denied'],
    'europe-docker.pkg.dev/project/repo/app: cannot prove the right to push: 403 DENIED, Permission "artifactregistry.repositories.uploadArtifacts" denied; give the account the role "Artifact Registry Writer" on the repository',
  ],
  [
    'example.azurecr.io/app',
    RIGHT,
    [403, 'DENIED', 'requested access to the resource is denied'],
    'example.azurecr.io/app: cannot prove the right to push: 403 DENIED, requested access to the resource is denied; give the identity the role AcrPush',
  ],
  [
    'registry.gitlab.com/group/app',
    RIGHT,
    [403, 'DENIED', 'requested access to the resource is denied'],
    'registry.gitlab.com/group/app: cannot prove the right to push: 403 DENIED, requested access to the resource is denied; use a token with write_registry, of at least the role Developer',
  ],
  [
    'quay.io/octo/app',
    RIGHT,
    [403, 'DENIED', 'requested access to the resource is denied'],
    'quay.io/octo/app: cannot prove the right to push: 403 DENIED, requested access to the resource is denied; give the robot account write permission on the repository',
  ],
  [
    'harbor.example.com/team/app',
    RIGHT,
    [404, 'NOT_FOUND', 'project team not found'],
    'harbor.example.com/team/app: cannot prove the right to push: 404 NOT_FOUND, project team not found; create the project first; the name is project/image',
  ],
  [
    'harbor.example.com/team/app',
    BLOB,
    [403, 'DENIED', 'Quota exceeded when processing the request of adding 5 MiB of storage resource'],
    'harbor.example.com/team/app: cannot push blob: 403 DENIED, Quota exceeded when processing the request of adding 5 MiB of storage resource; free storage or raise the quota',
  ],
  [
    'registry.example.com/team/app',
    BLOB,
    [413, '', ''],
    'registry.example.com/team/app: cannot push blob: 413; raise the size limit of the registry or of the proxy in front of it (nginx: client_max_body_size)',
  ],
  [
    'registry.example.com/team/app',
    TAG,
    [415, 'UNSUPPORTED', 'unsupported media type'],
    'registry.example.com/team/app: cannot push manifest 1.2: 415 UNSUPPORTED, unsupported media type; registry.example.com does not take this kind of manifest: it may be too old for image indexes or OCI media types',
  ],
  [
    'registry.example.com/team/app',
    TAG,
    [503, 'UNAVAILABLE', 'try later', { 'retry-after': '7' }],
    'registry.example.com/team/app: cannot push manifest 1.2: 503 UNAVAILABLE, try later, the registry asks to wait 7 s; the registry itself is in trouble: run this again later',
  ],
  [
    'registry.example.com/team/app',
    RIGHT,
    [401, 'UNAUTHORIZED', 'authentication required'],
    'registry.example.com/team/app: cannot prove the right to push: 401 UNAUTHORIZED, authentication required; log in, or check the username and the password for this registry',
  ],
])('%s, cannot %s: %j', async (name, operation, [status, code, message, headers = {}], expected) => {
  const [registry = '', ...path] = name.split('/');
  const url = new URL(`https://${registry}/v2/`);
  const text = code === '' ? '<html>nginx</html>' : JSON.stringify({ errors: [{ code, message }] });
  const body = Readable.from([Buffer.from(text)]) as Answer['body']; // of a message, only its bytes are read
  const asked = { repository: { registry, path: path.join('/') }, operation, url, ...(operation === TAG ? { reference: '1.2' } : {}) };
  expect((await answerError(asked, { status, headers, url, body })).message).toBe(expected);
});
