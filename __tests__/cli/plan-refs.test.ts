import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { folder, TABLE, tagboat, workflow } from './project.ts';

describe('tagboat plan --refs', () => {
  test('prints a line a ref', () => {
    expect(tagboat('plan', ...workflow, '--refs', 'refs.txt')).toEqual({ status: 0, stdout: TABLE, stderr: '' });
  });

  test('needs no workflow', () => {
    const { stdout } = tagboat('plan', '--images', 'octo/app', '--tags', 'type=ref,event=tag', '--refs', 'refs.txt');
    expect(stdout.split('\n').slice(0, 3)).toEqual([
      'refs/tags/v1.2.3      -> v1.2.3 latest',
      'refs/tags/v2.0.0-rc.1 -> v2.0.0-rc.1',
      'refs/heads/main       -> (no tag)',
    ]);
  });

  test('--check passes where the table is as expected; the table may be its own list of refs', () => {
    const result = tagboat('plan', ...workflow, '--refs', 'tags.txt', '--check', 'tags.txt');
    expect(result).toEqual({ status: 0, stdout: '', stderr: '4 refs get the tags that tags.txt says\n' });
  });

  test('--check shows what differs, and fails', () => {
    const result = tagboat('plan', ...workflow, '--flavor', 'latest=false', '--refs', 'refs.txt', '--check', 'tags.txt');
    expect(result).toEqual({
      status: 1,
      stderr: '',
      stdout: `1 ref of 4 differs (- expected, + now):
- refs/tags/v1.2.3 -> 1.2.3 1.2 1 latest
+ refs/tags/v1.2.3 -> 1.2.3 1.2 1
`,
    });
  });

  test('--explain adds comments, so that the table is still one', () => {
    const { stdout } = tagboat('plan', ...workflow, '--refs', 'refs.txt', '--explain');
    expect(stdout.split('\n').filter((line) => !line.startsWith('#'))).toEqual(TABLE.split('\n'));
    expect(stdout).toContain('#   line 2  type=schedule  nothing: the event is push, not schedule\n');
  });

  test('1,000 refs are one table', () => {
    const refs = Array.from({ length: 1000 }, (_, patch) => `tags/v1.2.${patch}`);
    writeFileSync(path.join(folder, 'many.txt'), refs.join('\n'));
    const { stdout } = tagboat('plan', ...workflow, '--refs', 'many.txt');
    expect(stdout.split('\n')).toHaveLength(1001);
  });
});
