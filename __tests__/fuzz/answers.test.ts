import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseBuildFailure } from '../../src/build/failure.ts';
import { formatAllowedSigners, parseTagObject } from '../../src/check/signed-tag.ts';
import { readConfigPlatform, readManifestContent } from '../../src/oci/manifest-content.ts';
import { parseStack } from '../../src/plan/inputs/services.ts';
import { makeContext } from '../../src/plan/naming/make-context.ts';
import { parseTagVersion } from '../../src/plan/naming/version/tag-version.ts';
import { recordFromLabels } from '../../src/plan/origin-labels.ts';
import { parseDefinition } from '../../src/plan/text/bake-definition.ts';
import { parseEnvFiles } from '../../src/plan/text/env-file.ts';
import type { JsonObject } from '../../src/plan/text/json.ts';
import { foreignHead } from '../../src/plan/trust/foreign-head.ts';
import { parseChallenges } from '../../src/registry/auth/challenge.ts';
import { nextPage, resolveLocation } from '../../src/registry/location.ts';
import { makeFacts } from '../tools/naming.ts';
import { foreignJson, foreignText, holds, parseOrRefuse } from './fuzz.ts';

const BASE = new URL('https://r.test/v2/octo/app/tags/list');
const objectOf = (names: readonly string[]) =>
  fc.dictionary(fc.constantFrom(...names), foreignJson(names)).map((value) => value as JsonObject); // JSON, as it is made

test('a challenge header gives schemes and parameters of texts', () => {
  holds(foreignText, (text) => {
    for (const { scheme, parameters } of parseChallenges(text)) {
      expect(scheme).toBe(scheme.toLowerCase());
      for (const value of Object.values(parameters)) expect(typeof value).toBe('string');
    }
  });
});

test('a Location or Link header gives a URL of HTTP, or nothing', () => {
  holds(foreignText, (text) => {
    const found = [
      resolveLocation(text, BASE),
      nextPage({ headers: { link: text }, url: BASE }),
      nextPage({ headers: { link: `<${text}>; rel="next"` }, url: BASE }),
    ];
    for (const url of found) if (url !== undefined) expect(['http:', 'https:']).toContain(url.protocol);
  });
});

const MANIFEST = [
  'mediaType',
  'manifests',
  'layers',
  'config',
  'digest',
  'size',
  'platform',
  'os',
  'architecture',
  'variant',
  'annotations',
];
const TYPES = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
];

test('a manifest or configuration is read, or refused by its name', () => {
  const bytesOf = fc.oneof(
    foreignText,
    foreignJson(MANIFEST).map((value) => JSON.stringify(value)),
    objectOf(MANIFEST).map((value) => JSON.stringify(value)),
  );
  holds(fc.tuple(fc.constantFrom(...TYPES, 'text/plain'), bytesOf), ([mediaType, text]) => {
    const bytes = new TextEncoder().encode(text);
    for (const read of [() => readManifestContent({ mediaType, digest: 'sha256:x', bytes }), () => readConfigPlatform(bytes, 'sha256:x')]) {
      try {
        read();
      } catch (error) {
        expect(error).toMatchObject({ name: 'Error', message: expect.stringContaining('sha256:x') });
      }
    }
  });
});

test('a tag object gives a name and a target, and keys give lines', () => {
  holds(foreignText, (text) => {
    const { name, target } = parseTagObject(text);
    expect(name + target).not.toContain('\n');
    expect(formatAllowedSigners(text).endsWith('\n')).toBe(true);
  });
});

test('what bake prints is read, or refused in sentences', () => {
  const names = [
    'target',
    'group',
    'targets',
    'default',
    'args',
    'labels',
    'tags',
    'platforms',
    'output',
    'type',
    'attest',
    'contexts',
    'cache-to',
    'variable',
  ];
  holds(objectOf(names), (printed) => {
    parseOrRefuse(() => parseDefinition(printed, ['docker-bake.hcl']));
  });
});

test('what compose prints is read, or refused in sentences', () => {
  holds(objectOf(['services', 'image', 'build', 'web']), (printed) => {
    parseOrRefuse(() => parseStack(printed));
  });
});

test('an event’s payload gives facts of texts', () => {
  const names = [
    'repository',
    'full_name',
    'name',
    'default_branch',
    'head_commit',
    'id',
    'timestamp',
    'pull_request',
    'head',
    'base',
    'repo',
    'ref',
    'sha',
    'sender',
    'login',
    'workflow_run',
    'head_repository',
    'license',
    'private',
    'number',
    'after',
  ];
  const events = fc.constantFrom('push', 'pull_request', 'pull_request_target', 'workflow_run', 'release', 'merge_group', 'x');
  holds(fc.tuple(objectOf(names), events, foreignText), ([payload, event, ref]) => {
    const facts = makeFacts(ref, event);
    const context = parseOrRefuse(() => makeContext({ ...facts, payload, repositoryAnswer: payload, commitAnswer: payload }));
    if (context === undefined) return;
    expect([context.ref, context.sha, context.repository.fullName].map((text) => typeof text)).toEqual(['string', 'string', 'string']);
    foreignHead(context);
  });
});

test('labels of an image, env files, versions and the words of buildx are read whatever they are', () => {
  holds(foreignText, (text) => {
    recordFromLabels({
      'org.opencontainers.image.version': text,
      'org.opencontainers.image.revision': text,
      'org.opencontainers.image.created': text,
      'io.tagboat.ref': text,
      'io.tagboat.run': text,
    });
    const pairs = parseOrRefuse(() => parseEnvFiles([{ path: 'x.env', content: { text } }], 'build-args-file')) ?? [];
    for (const [key, value] of pairs) expect(key + value).not.toMatch(/[\n\0]/);
    parseTagVersion(text);
    parseBuildFailure(text);
    parseBuildFailure(`Dockerfile:2\n--------------------\n   2 | >>> ${text}\n--------------------\nERROR: ${text}`);
  });
});
