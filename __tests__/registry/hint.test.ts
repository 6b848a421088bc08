import { describe, expect, test } from '@jest/globals';
import { hintFor, registryKind } from '../../src/registry/hint.ts';

describe('registryKind', () => {
  // host, kind
  test.each([
    ['docker.io', 'docker-hub'],
    ['registry-1.docker.io', 'docker-hub'],
    ['ghcr.io', 'ghcr'],
    ['123456789012.dkr.ecr.eu-west-1.amazonaws.com', 'ecr'],
    ['123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn', 'ecr'],
    ['123456789012.dkr-ecr.eu-west-1.on.aws', 'ecr'],
    ['public.ecr.aws', 'ecr'],
    ['europe-west1-docker.pkg.dev', 'gar'],
    ['eu.gcr.io', 'gar'],
    ['gcr.io', 'gar'],
    ['example.azurecr.io', 'acr'],
    ['registry.gitlab.com', 'gitlab'],
    ['registry.gitlab.example.com:5050', 'gitlab'],
    ['gitlab.example.com:5050', 'gitlab'],
    ['quay.io', 'quay'],
    ['harbor.example.com', 'harbor'],
    ['localhost:5000', 'distribution'],
    ['registry.example.com', 'distribution'],
    ['ghcr.io.example.com', 'distribution'],
  ])('knows that %s is %s', (host, kind) => {
    expect(registryKind(host)).toBe(kind);
  });
});

describe('hintFor', () => {
  // registry, writes, status, code, message, hint
  test.each([
    ['ghcr.io', true, 403, 'DENIED', 'permission_denied: write_package', '`permissions: packages: write`'],
    ['ghcr.io', false, 401, 'UNAUTHORIZED', '', "workflow's github.token"],
    ['1.dkr.ecr.eu-west-1.amazonaws.com', true, 404, 'NAME_UNKNOWN', '', 'create the repository first: `aws ecr'],
    ['docker.io', true, 401, 'UNAUTHORIZED', 'authentication required', 'access token'],
    ['docker.io', true, 403, 'DENIED', '', '"Read & Write"'],
    ['docker.io', false, 429, 'TOOMANYREQUESTS', 'You have reached your pull rate limit.', 'log in'],
    ['europe-docker.pkg.dev', true, 404, 'NAME_UNKNOWN', '', 'gcloud artifacts repositories create'],
    ['x.azurecr.io', true, 403, 'DENIED', '', 'AcrPush'],
    ['registry.gitlab.com', true, 403, 'DENIED', '', 'write_registry'],
    ['quay.io', true, 403, 'DENIED', '', 'robot account'],
    ['harbor.example.com', true, 404, 'NAME_UNKNOWN', '', 'create the project first'],
    ['localhost:5000', true, 403, 'DENIED', '', 'right to push'],
    ['localhost:5000', true, 403, 'DENIED', 'storage quota exceeded', 'quota'],
    ['localhost:5000', true, 400, 'TAG_INVALID', 'tag v1 is immutable', 'choose another'],
    ['localhost:5000', true, 409, 'TAG_INVALID', '', 'choose another'],
    ['localhost:5000', true, 503, '', '', 'the registry itself is in trouble'],
    ['docker.io', true, undefined, 'ENOTFOUND', '', 'is this machine online (DNS)?'],
    ['ghcr.io', true, undefined, 'ENOTFOUND', '', 'is this machine online (DNS)?'],
    ['registry.example', true, undefined, 'EAI_AGAIN', '', 'is this machine online (DNS)?'],
    ['localhost:5000', true, 507, '', '', 'free storage'],
    ['localhost:5000', true, 404, 'MANIFEST_BLOB_UNKNOWN', '', 'the registry lost a layer that it had confirmed'],
    ['localhost:5000', true, 413, '', '', 'client_max_body_size'],
    ['localhost:5000', true, 415, 'UNSUPPORTED', '', 'does not take this kind of manifest'],
    ['nowhere.invalid', false, undefined, 'ENOTFOUND', '', 'spelling of the registry'],
    ['localhost:5000', false, undefined, 'SELF_SIGNED_CERT_IN_CHAIN', '', 'NODE_EXTRA_CA_CERTS'],
  ])('says for %s (write: %s) what to change about %s %s %s', (registry, writes, status, code, message, hint) => {
    expect(hintFor({ registry, writes, status, code, message })).toContain(hint);
  });

  test.each(['ENOTFOUND', 'ECONNREFUSED'])('sends nobody to the registry where its token service fails with %s', (code) => {
    expect(hintFor({ registry: 'ghcr.io', writes: false, logsIn: true, status: undefined, code, message: '' })).toMatch(
      /^the registry sends logins/,
    );
  });

  test('has no advice where waiting is all one can do', () => {
    expect(hintFor({ registry: 'ghcr.io', writes: true, status: 429, code: '', message: '' })).toBeUndefined();
  });
});
