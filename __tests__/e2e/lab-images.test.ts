import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { startLab } from '../tools/lab.ts';

const { env } = await startLab({ TAGBOAT_LAB_EXAMPLES: '1' });

/** Runs a script in a container, and gives what it printed. */
async function runIn(image: string, platform: string, script: string, ...options: readonly string[]): Promise<string> {
  const args = ['run', '--rm', '--quiet', `--platform=${platform}`, ...options, image, 'bash', '-euc', script];
  return (await promisify(execFile)('docker', args, { env })).stdout.trim();
}

const REQUIREMENTS = 'flask gunicorn redis psycopg2-binary numpy pytest PyYAML setuptools-scm wheel';
const SERVE_POSTGRES = 'docker-entrypoint.sh postgres >/dev/null 2>&1 & until pg_isready --quiet --host=127.0.0.1; do sleep 0.5; done';

describe.each(['linux/amd64', 'linux/arm64'])('On %s', (platform) => {
  test.each([
    // image, script, what it prints
    [
      'debian:bookworm-slim',
      'useradd --create-home ann && stat --format=%U /home/ann && dpkg --status libc6 | grep Status',
      /^ann\nStatus: install ok installed$/,
    ],
    ['python:3.11-slim-bookworm', 'python -c "import flask, gunicorn, psycopg2, redis, numpy; print(numpy.arange(4).sum())"', /^6$/],
    [
      'redis:7-bookworm',
      'docker-entrypoint.sh redis-server --daemonize yes >/dev/null; until redis-cli -h "$HOSTNAME" ping; do sleep 0.1; done',
      /PONG$/,
    ],
    ['nginx:1-bookworm', '/docker-entrypoint.sh nginx; curl --silent --show-error http://127.0.0.1/', /Welcome to nginx/],
    [
      'php:8.2-cli-bookworm',
      "docker-php-ext-install -j2 intl; php -r \"echo strlen(PHP_VERSION), collator_compare(collator_create('de'), 'a', 'b');\"",
      /^6-1$/,
    ],
  ])('%s works', async (image, script, answer) => {
    expect(await runIn(image, platform, script)).toMatch(answer);
  });

  test('postgres:15-bookworm makes the database it is asked for', async () => {
    const settings = ['POSTGRES_USER=ann', 'POSTGRES_PASSWORD=a secret', 'POSTGRES_DB=shop'].map((setting) => `--env=${setting}`);
    const query =
      "PGPASSWORD='a secret' psql --host=\"$HOSTNAME\" --username=ann --dbname=shop --tuples-only --command='SELECT current_database()'";
    expect(await runIn('postgres:15-bookworm', platform, `${SERVE_POSTGRES}; ${query}`, ...settings)).toBe('shop');
  });
});

test('pip finds installed what applications want', async () => {
  expect(
    await runIn('python:3.11-slim-bookworm', 'linux/amd64', `pip install --quiet --no-index ${REQUIREMENTS} 2>/dev/null && echo satisfied`),
  ).toBe('satisfied');
});
