/**
 * Bundles the compiled entries into dist/, one folder an entry, and collects the licences of what is inside.
 * Usage: node scripts/bundle.ts FROM TO
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const ENTRIES = ['main', 'post'];

/**
 * Packages known to do nothing when imported. They do not say so themselves, and without that webpack keeps what nobody uses:
 * `@actions/core` alone brings 700 kB of undici for a function that is never called here.
 */
const WITHOUT_SIDE_EFFECTS = ['@actions/core', '@actions/http-client', '@actions/exec', '@actions/io', 'undici', 'semver'];

const [from = '.build', to = 'dist'] = process.argv.slice(2);

markSideEffects();
rmSync(to, { recursive: true, force: true });
const licenses = ENTRIES.map((entry) => bundle(entry));
writeFileSync(path.join(to, 'licenses.txt'), uniqueLicenses(licenses));
writeFileSync(path.join(to, 'package.json'), `${JSON.stringify({ type: 'module' })}\n`);

function markSideEffects(): void {
  for (const name of WITHOUT_SIDE_EFFECTS) {
    const file = path.join('node_modules', name, 'package.json');
    const description = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>; // npm wrote it
    writeFileSync(file, `${JSON.stringify({ ...description, sideEffects: false }, undefined, 2)}\n`);
  }
}

function bundle(entry: string): string {
  const out = path.join(to, entry);
  mkdirSync(out, { recursive: true });
  execFileSync(
    'node_modules/.bin/ncc',
    ['build', path.join(from, `${entry}.js`), '--out', out, '--license', 'licenses.txt', '--target', 'es2022', '--quiet'],
    {
      stdio: 'inherit',
    },
  );
  const text = readFileSync(path.join(out, 'licenses.txt'), 'utf8');
  rmSync(path.join(out, 'licenses.txt'));
  return text;
}

/** ncc separates packages by a blank line before a line that is a package's name. */
function uniqueLicenses(texts: readonly string[]): string {
  const sections = texts.flatMap((text) => text.split(/\n\n(?=(?:@[\w.-]+\/)?[\w.-]+\n[\w.() -]+\n)/));
  return `${[...new Set(sections.map((section) => section.trim()))]
    .filter((section) => section !== '')
    .sort()
    .join('\n\n')}\n`;
}
