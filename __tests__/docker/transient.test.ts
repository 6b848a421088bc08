import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { findTransientCause } from '../../src/docker/transient.ts';

/** What buildx 0.29 printed. */
const recorded = (name: string): string =>
  readFileSync(path.resolve(import.meta.dirname, `../fixtures/build-failures/${name}.txt`), 'utf8');

describe('a build is run again where', () => {
  test.each([
    // recorded, reason, attempts in all
    ['from-429', 'localhost:7101: 429 Too Many Requests', 4],
    ['from-500', 'localhost:7107: 500 Internal Server Error', 4],
    ['from-503', 'localhost:7102: 503 Service Unavailable', 4],
    ['copy-from-503', 'localhost:7102: 503 Service Unavailable', 4],
    ['syntax-503', 'localhost:7102: 503 Service Unavailable', 4],
    ['layer-503', 'localhost:7120: 503 Service Unavailable', 4],
    ['blob-reset', 'localhost:7112: connection reset by peer', 4],
    ['from-reset', 'localhost:7106: connection reset by peer', 4],
    ['from-eof', 'localhost:7109: EOF', 4],
    ['from-refused', 'localhost:7199: connection refused', 4],
    ['from-unknown-host', 'nosuch.invalid: no such host', 2],
    ['add-503', '503', 4],
    ['git-503', 'localhost:7102: 503', 4],
    ['git-reset', 'localhost:7106: Connection reset by peer', 4],
    ['no-connection', 'the builder did not start: context deadline exceeded', 2],
  ])('%s says %s', (name, reason, attempts) => {
    expect(findTransientCause(recorded(name))).toEqual({ reason, attempts });
  });
});

describe('a build is not run again where', () => {
  test.each([
    'run',
    'run-says-503',
    'copy',
    'killed',
    'syntax',
    'from',
    'no-target',
    'bake',
    'two-targets',
    'two-platforms',
    'heredoc',
    'from-401',
    'from-403',
    'from-404',
    'add-404',
  ])('%s was recorded', (name) => {
    expect(findTransientCause(recorded(name))).toBeUndefined();
  });

  test.each([
    ['nothing is said', ''],
    [
      'a command prints such words last',
      'ERROR: failed to build: failed to solve: process "/bin/sh -c failed to do request: EOF" did not complete successfully: exit code: 1',
    ],
    [
      'our own registry turned the image away',
      'ERROR: failed to build: failed to solve: failed to push 127.0.0.1:4000/candidate:run: unexpected status from PUT request to http://127.0.0.1:4000/v2/x: 500 Internal Server Error',
    ],
    [
      'Docker Hub’s limit is reached',
      'ERROR: failed to solve: alpine: failed to resolve source metadata for docker.io/library/alpine:latest: failed to copy: httpReadSeeker: failed open: unexpected status code https://registry-1.docker.io/v2/library/alpine/manifests/sha256:1: 429 Too Many Requests - Server message: toomanyrequests: You have reached your unauthenticated pull rate limit. https://www.docker.com/increase-rate-limit',
    ],
    [
      'the certificate is wrong',
      'ERROR: failed to solve: r.test/a: failed to do request: Head "https://r.test/v2/a/manifests/1": tls: failed to verify certificate: x509: certificate signed by unknown authority',
    ],
    [
      'a file has such a name',
      'ERROR: failed to solve: failed to compute cache key: failed to calculate checksum of ref a::b: "/unexpected status from GET request to http://a/: 503 x": not found',
    ],
    [
      'the registry cannot do that at all',
      'ERROR: failed to solve: unexpected status from HEAD request to http://r.test/v2/a/manifests/1: 501 Not Implemented',
    ],
  ])('%s', (_, stderr) => {
    expect(findTransientCause(`#1 [internal] load build definition\n${stderr}\n`)).toBeUndefined();
  });
});

test.each([
  // what other versions of BuildKit and containerd print                                                        reason
  [
    'failed to authorize: failed to fetch anonymous token: unexpected status from GET request to https://auth.docker.io/token?scope=a: 502 Bad Gateway',
    'auth.docker.io: 502 Bad Gateway',
  ],
  ['unexpected status code [manifests 1]: 503 Service Unavailable', '503 Service Unavailable'],
  [
    'failed to copy: httpReadSeeker: failed open: unexpected status code https://ghcr.io/v2/a/blobs/sha256:1: 429 Too Many Requests - Server message: toomanyrequests: retry-after: 5',
    'ghcr.io: 429 Too Many Requests',
  ],
  ['failed to do request: Head "https://ghcr.io/v2/a/manifests/1": net/http: TLS handshake timeout', 'ghcr.io: TLS handshake timeout'],
  [
    'failed to do request: Get "https://ghcr.io/v2/a/manifests/1": dial tcp: lookup ghcr.io on 127.0.0.53:53: server misbehaving',
    'ghcr.io: server misbehaving',
  ],
  [
    'failed to authorize: failed to fetch oauth token: Post "https://auth.docker.io/token": dial tcp 1.2.3.4:443: i/o timeout',
    'auth.docker.io: i/o timeout',
  ],
  [
    "failed to read dockerfile: failed to load cache key: failed to fetch remote https://github.com/o/r.git: git stderr:\nfatal: unable to access 'https://github.com/o/r.git/': Could not resolve host: github.com\n: exit status 128",
    'github.com: Could not resolve host',
  ],
])('"%s" is transient', (cause, reason) => {
  for (const start of ['ERROR: failed to build: failed to solve: a: ', 'ERROR: target web: failed to solve: ']) {
    expect(findTransientCause(`#1 [internal] load build definition\n${start}${cause}\n`)?.reason).toBe(reason);
  }
});

test('a megabyte of output is read in one pass', () => {
  const noise = `ERROR: failed to do request: ${'x'.repeat(500)}\n#5 [internal] unexpected status from ${'y'.repeat(400)}\n`.repeat(1_000);
  expect(findTransientCause(noise + recorded('run'))).toBeUndefined();
});
