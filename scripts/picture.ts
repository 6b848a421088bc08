/**
 * Pictures of job summaries for docs: `node scripts/picture.ts [EXAMPLE…]`. Each example's workflow is run in the lab, and what it
 * wrote as summary is shown as GitHub shows Markdown. Needs chromium on PATH, and npx for the Markdown.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Example, type ExampleEvent, openExample } from '../__tests__/tools/example.ts';

const WIDTH = 1012; // what GitHub gives a summary on a wide screen
const DOCS = path.resolve(import.meta.dirname, '../docs');

type Subject = {
  readonly repository: string;
  readonly workflow: string;
  readonly event: ExampleEvent;
  /** The file in docs/; `systems/NAME.png` where it is not given. */
  readonly picture?: string;
};

const MEASURE = '<script>document.body.dataset.height = Math.ceil(document.documentElement.getBoundingClientRect().height)</script>';

const STYLE = `
body { margin: 0; padding: 12px 16px; font: 14px/1.5 "Liberation Sans", "DejaVu Sans", sans-serif; color: #1f2328; }
h3 { font-size: 18px; margin: 0 0 12px; } h4 { font-size: 14px; margin: 20px 0 12px; }
table { border-collapse: collapse; margin: 0 0 12px; } th, td { border: 1px solid #d1d9e0; padding: 5px 11px; }
tr:nth-child(even) td { background: #f6f8fa; }
code { font: 12px "DejaVu Sans Mono", monospace; background: #818b981f; padding: 2px 5px; border-radius: 5px; }
pre { background: #f6f8fa; padding: 12px; border-radius: 6px; } pre code { background: none; padding: 0; }
p { margin: 0 0 12px; } summary { margin: 0 0 8px; }`;

/** The event that shows most of each example. */
const SUBJECTS: Readonly<Record<string, Subject>> = {
  'quick-start': {
    repository: 'octo/hello',
    workflow: 'image.yml',
    event: { ref: 'refs/tags/v1.2.3' },
    picture: 'summary.png',
  },
  'ltd-keeper': {
    repository: 'lsst-sqre/ltd-keeper',
    workflow: 'images.yml',
    event: { ref: 'refs/heads/tickets/DM-123', namespace: 'lsstsqre' },
  },
  'panoptes-utils': {
    repository: 'panoptes/panoptes-utils',
    workflow: 'images.yml',
    event: { ref: 'refs/heads/develop', history: (git) => git('tag', 'v0.2.40') },
  },
  'python-package-template': {
    repository: 'octo/helloworld',
    workflow: 'release.yml',
    event: { ref: 'refs/tags/v1.2.3', namespace: 'octo' },
  },
  'truenth-portal': {
    repository: 'uwcirg/truenth-portal',
    workflow: 'portal.yml',
    event: { ref: 'refs/heads/develop', namespace: 'uwcirg' },
  },
  ubiquitous: {
    repository: 'ubiquitous/platform',
    workflow: 'images.yml',
    event: { eventName: 'workflow_dispatch', inputs: { service: 'all' }, namespace: 'ubiquitous' },
  },
};

const [...wanted] = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(SUBJECTS);
for (const name of wanted) {
  const subject = SUBJECTS[name];
  if (subject === undefined) throw new Error(`${name} is none of ${Object.keys(SUBJECTS).join(', ')}`);
  const example = await openExample(name, subject.repository);
  try {
    draw(await summarise(example, subject), path.join(DOCS, subject.picture ?? `systems/${name}.png`));
  } finally {
    await example.close();
  }
}

async function summarise({ site, run }: Example, { workflow, event }: Subject): Promise<string> {
  const { open, auth, tls, user, password } = site.lab;
  const { summary, errors } = await run(workflow, {
    ...event,
    vars: {
      REGISTRY: auth,
      REGISTRY_USER: user,
      FIRST_REGISTRY: open,
      SECOND_REGISTRY: auth,
      PROJECT: 'panoptes-exp',
      DOCKER_HUB: auth,
      DOCKER_HUB_USER: user,
      GITLAB_REGISTRY: tls,
      GITLAB_USER: user,
    },
    secrets: {
      REGISTRY_USER: user,
      REGISTRY_TOKEN: password,
      REGISTRY_PASSWORD: password,
      REGISTRY_KEY: password,
      DOCKER_HUB_TOKEN: password,
      GITLAB_TOKEN: password,
    },
  });
  if (errors.length > 0) throw new Error(errors.join('\n'));
  return summary;
}

/** Draws Markdown as a PNG that is as high as it has to be. */
function draw(markdown: string, png: string): void {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'picture-'));
  try {
    const page = path.join(folder, 'page.html');
    const body = execFileSync('npx', ['--yes', 'marked@18', '--gfm'], { input: markdown, encoding: 'utf8' });
    writeFileSync(page, `<!doctype html><meta charset="utf-8"><style>${STYLE}</style><body>${body}${MEASURE}`);
    const show = (...args: readonly string[]) =>
      execFileSync('chromium', ['--headless', '--no-sandbox', '--hide-scrollbars', ...args, `file://${page}`], { encoding: 'utf8' });
    const [, height] = /data-height="(\d+)"/.exec(show(`--window-size=${WIDTH},100`, '--dump-dom')) ?? [];
    show(`--window-size=${WIDTH},${height}`, `--screenshot=${png}`);
    process.stdout.write(`${png} ${WIDTH} × ${height}\n`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
