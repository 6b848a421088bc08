import { describe, expect, test } from '@jest/globals';
import type { Verdict } from '../../src/check/verdict.ts';
import { resultLines } from '../../src/report/result-text.ts';
import { renderSummary } from '../../src/report/summary.ts';
import { DIGEST, IMAGE, NAMING, PUBLISHED, planOf, reportOf } from '../tools/reports.ts';

describe('the job summary', () => {
  test('shows tag by registry, size by platform, how long it took and how to pull', () => {
    const summary = renderSummary(reportOf());
    expect(summary).toContain('### ⛵ v1.2.3: ✅ published in 2 repositories');
    expect(summary).toContain(`digest <code>${DIGEST}</code> · built in 1.12 s · 1.35 s in all`);
    expect(summary).toContain('| tag |  | <code>octo/app</code> | <code>ghcr.io/octo/app</code> |');
    expect(summary).toContain('| <code>1.2</code> | follows 1.2.x | ✅ published | ✅ published |');
    expect(summary).toContain('| <code>linux/amd64</code> | 1.53 MB | 1 layer |');
    expect(summary).toContain(`docker pull ghcr.io/octo/app:1.2.3@${DIGEST}`);
  });

  test('says why a rule gave nothing', () => {
    expect(renderSummary(reportOf())).toContain(
      '<summary>1 rule gave no tag</summary>\n\n- <code>type=edge</code>: refs/tags/v1.2.3 is not a branch',
    );
  });

  test('says what did not change, and what was skipped and why', () => {
    const [first, second] = PUBLISHED;
    const destinations = [
      {
        ...first,
        tags: [
          { name: '1.2.3', state: 'unchanged' as const },
          { name: '1.2', state: 'skipped' as const, reason: 'holds 1.2.9, which is newer' },
        ],
      },
      { ...second, state: 'skipped' as const, reason: 'cannot reach the registry', tags: [] },
    ] as typeof PUBLISHED;
    const summary = renderSummary(reportOf({ outcome: { destinations } }));
    expect(summary).toContain('| <code>1.2.3</code> | fixed | = unchanged | skipped: cannot reach the registry |');
    expect(summary).toContain('| <code>1.2</code> | follows 1.2.x | ⏭️ skipped: holds 1.2.9, which is newer |');
  });

  test('tells a failure first, and what is published at that moment', () => {
    const summary = renderSummary(reportOf({ failures: [{ message: 'ghcr.io/octo/app: cannot push' }], outcome: undefined }));
    expect(summary).toContain('### ⛵ v1.2.3: ❌ failed');
    expect(summary).toContain(
      '> [!CAUTION]\n> ghcr.io/octo/app: cannot push  \n> The step failed; nothing of this run is published: no tag was moved.',
    );
  });

  test('says why a build was not published', () => {
    const plan = planOf({ push: 'false' });
    expect(renderSummary(reportOf({ plan, outcome: undefined }))).toContain('### ⛵ v1.2.3: built, not published (push: false)');
  });

  test.each([
    ['refs/pull/7/merge', 'pull request 7'],
    ['refs/heads/feature/x', 'feature/x'],
    ['refs/tags/v1.2.3', 'v1.2.3'],
    ['', 'no ref'],
  ])('calls %j %s', (ref, title) => {
    const { source, ...plan } = planOf();
    expect(renderSummary(reportOf({ plan: { ...plan, source: { ...source, ref } } }))).toContain(`### ⛵ ${title}: ✅ published`);
  });

  test('shows how to pull by a tag that holds the image, where one does', () => {
    const [first, second] = PUBLISHED;
    const destinations = [
      {
        ...first,
        tags: [
          { name: '1.2', state: 'skipped' },
          { name: 'latest', state: 'unchanged' },
        ],
      },
      { ...second, state: 'held back', tags: [{ name: '1.2', state: 'skipped' }] },
    ] as typeof PUBLISHED;
    const summary = renderSummary(reportOf({ outcome: { destinations } }));
    expect(summary).toContain('### ⛵ v1.2.3: ✅ published in 1 repository, held back in 1 repository');
    expect(summary.match(/docker pull .*/g)).toEqual([`docker pull octo/app:latest@${DIGEST}`]);
  });

  test('calls nothing published where every tag was held back', () => {
    const held = {
      state: 'held back',
      reason: 'latest: holds 2.0.0',
      tags: [{ name: 'latest', state: 'skipped', reason: 'holds 2.0.0' }],
    } as const;
    const summary = renderSummary(reportOf({ outcome: { destinations: PUBLISHED.map((destination) => ({ ...destination, ...held })) } }));
    expect(summary).toContain('### ⛵ v1.2.3: built, not published (latest: holds 2.0.0)');
    expect(summary).not.toContain('docker pull');
  });

  test.each([
    // text from outside
    ['<img src=x onerror=alert(1)>'],
    ['a|b\n| c |'],
    ['[link](https://evil.example)'],
    ['`code` **bold** </code>'],
    ['\u001b[31mred\u0007'],
    ['::error::x'],
    ['##[group]x'],
  ])('takes %j for a text and not for markup', (reason) => {
    const naming = { ...NAMING, rules: [{ rule: reason, inputLine: 1, tags: [], reason }] };
    const summary = renderSummary(reportOf({ plan: planOf({}, naming), failures: [{ message: reason }] }));
    expect(summary).not.toContain(reason);
    expect(summary).not.toMatch(/<img|<\/code>\S*<\/code>|\u001b|^::|##\[|[^\\]\]\(http/m);
  });
});

describe('the gates', () => {
  const test1 = { platform: 'linux/amd64', text: 'make | check', inputLine: 1, code: 0, durationMs: 400, tail: ['fine'] };
  const verdict: Verdict = {
    sizes: [
      { platform: 'linux/amd64', sizeBytes: 1_530_000, beforeBytes: 1_000_000, layers: [{ sizeBytes: 1_500_000, step: 'RUN make | tee' }] },
      { platform: 'linux/arm64', sizeBytes: 1_490_000, beforeBytes: undefined, layers: [] },
    ],
    comparedWith: 'ghcr.io/octo/app:1.2',
    uncompared: undefined,
    tests: [test1, { ...test1, platform: 'linux/arm64', code: undefined, tail: ['</pre><script>', '::error::no'] }],
    untested: undefined,
    objections: [],
  };

  test('show what each platform gained over the tag', () => {
    const summary = renderSummary(reportOf({ images: [{ ...IMAGE, verdict }] }));
    expect(summary).toContain('| platform | compressed | against <code>ghcr.io/octo/app:1.2</code> | layers | digest |');
    expect(summary).toContain('| <code>linux/amd64</code> | 1.53 MB | +53.0 % (was 1.00 MB) | 1 layer |');
    expect(summary).toContain('| <code>linux/arm64</code> | 1.49 MB | new |');
  });

  test('show the steps that made the layers', () => {
    expect(renderSummary(reportOf({ images: [{ ...IMAGE, verdict }] }))).toContain(
      '| <code>linux/amd64</code> | 1.50 MB | <code>RUN make &#124; tee</code> |',
    );
  });

  test('show each test on each platform, and the last lines of those that failed', () => {
    const summary = renderSummary(reportOf({ images: [{ ...IMAGE, verdict }] }));
    expect(summary).toContain('| <code>make &#124; check</code> | ✅ passed (0.40 s) | ❌ too slow (0.40 s) |');
    expect(summary).toContain('<pre>&lt;/pre&gt;&lt;script&gt;\n: :error: :no</pre>');
    expect(summary).not.toContain('fine');
  });

  test('say why growth was not limited', () => {
    const report = reportOf({ images: [{ ...IMAGE, verdict: { ...verdict, comparedWith: undefined, uncompared: 'no tag <yet>' } }] });
    expect(renderSummary(report)).toContain('\n\nGrowth was not limited: no tag &lt;yet&gt;\n\n');
    expect(resultLines(report)).toContain('growth     not limited: no tag <yet>');
  });

  test('say why tests were not run', () => {
    expect(
      renderSummary(reportOf({ images: [{ ...IMAGE, verdict: { ...verdict, tests: [], untested: 'octo/app:1 is published already' } }] })),
    ).toContain('Tests were not run: octo/app:1 is published already');
  });
});

test('a failure of several lines has them one by one', () => {
  const summary = renderSummary(reportOf({ failures: [{ message: 'Dockerfile:3: RUN make ended with exit code 2\nlast words' }] }));
  expect(summary).toContain('> Dockerfile:3: RUN make ended with exit code 2  \n> last words');
});

describe('several images', () => {
  const [first] = PUBLISHED;
  const planned = planOf().images.map((image) => ({ ...image, destinations: image.destinations.slice(0, 1) }));
  const [one] = planned;
  if (first === undefined || one === undefined) throw new Error('the fixture has one image and two destinations');
  const named = (target: string) => ({ ...one, target, destinations: one.destinations.map((destination) => ({ ...destination, target })) });
  const summary = renderSummary(
    reportOf({
      plan: { ...planOf(), images: [named('base'), named('web|x')] },
      images: [
        { ...IMAGE, target: 'base', adopted: 'octo/app:1.2.3' },
        { ...IMAGE, target: 'web|x' },
      ],
      outcome: {
        destinations: [
          { ...first, target: 'base', state: 'unchanged', tags: [{ name: '1.2', state: 'unchanged' }] },
          { ...first, target: 'web|x' },
        ],
      },
    }),
  );

  test('come with one row each, then one by one', () => {
    expect(summary).toContain('| target | image | tags | compressed |  |');
    expect(summary).toMatch(/\| <code>base<\/code> \| <code>octo\/app<\/code> \| .*1\.53 MB, .*1\.49 MB \| unchanged in 1 repository \|/);
    expect(summary).toContain(
      `<summary><code>base</code> · digest <code>${DIGEST}</code> · reused from <code>octo/app:1.2.3</code>, nothing was built`,
    );
    expect(summary).toContain('<summary><code>web&#124;x</code>');
  });

  test('have each their own states, where two share a repository', () => {
    expect(summary).toContain('| <code>1.2</code> | follows 1.2.x | = unchanged |');
    expect(summary).toContain('| <code>1.2</code> | follows 1.2.x | ✅ published |');
  });
});
