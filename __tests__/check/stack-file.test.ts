import { expect, test } from '@jest/globals';
import { makeStackFile } from '../../src/check/stack-file.ts';
import { parseStack } from '../../src/plan/inputs/services.ts';

const STACK = parseStack({
  name: 'project',
  networks: { default: { name: 'project_default' }, shared: { name: 'shared', external: true } },
  volumes: { data: { name: 'project_data', driver: 'local' } },
  services: {
    web: {
      build: { context: '.' },
      image: 'o/web',
      environment: { A: '$$1' },
      ports: [{ target: 80 }],
      volumes: [
        { type: 'bind', source: '/work', target: '/src' },
        { type: 'volume', source: 'data', target: '/data' },
      ],
      depends_on: { db: { condition: 'service_healthy' } },
    },
    db: {
      image: 'postgres',
      container_name: 'db',
      restart: 'always',
      volumes: [{ type: 'bind', source: '/init.sql', target: '/init.sql' }],
    },
  },
});
const PLACED = [{ services: ['web'], reference: '127.0.0.1:1/candidate@sha256:a' }];

test('the image takes its service’s place, without the sources beside it', () => {
  expect(makeStackFile(STACK, PLACED, { platform: 'linux/arm64', lone: undefined })).toMatchObject({
    services: {
      web: {
        image: '127.0.0.1:1/candidate@sha256:a',
        platform: 'linux/arm64',
        environment: { A: '$$1' },
        volumes: [{ type: 'volume', source: 'data' }],
        depends_on: { db: { condition: 'service_healthy' } },
      },
      db: { image: 'postgres', volumes: [{ type: 'bind', source: '/init.sql' }] },
    },
  });
});

test('nothing of it meets anything else on the machine', () => {
  const file = makeStackFile(STACK, PLACED, { platform: 'linux/arm64', lone: undefined });
  expect(JSON.stringify(file)).not.toMatch(/ports|container_name|restart|build|project/);
  expect(file).toMatchObject({
    networks: { default: {}, shared: { name: 'shared', external: true } },
    volumes: { data: { driver: 'local' } },
  });
});

test('an image that is none of the services has one of its own, which is not up', () => {
  const { services } = makeStackFile(STACK, [], { platform: 'linux/amd64', lone: 'here@sha256:b' });
  expect(services).toMatchObject({ web: { image: 'o/web' }, 'tagboat-test': { image: 'here@sha256:b', profiles: ['tagboat-test'] } });
});
