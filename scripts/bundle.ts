/**
 * Bundles the compiled entries into dist/, one folder an entry, and collects the licences of what is inside.
 * Usage: node scripts/bundle.ts FROM TO
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
const packages = new Set(ENTRIES.flatMap(bundle));
writeFileSync(path.join(to, 'licenses.txt'), [...packages].sort().map(readLicense).join('\n'));
writeFileSync(path.join(to, 'package.json'), `${JSON.stringify({ type: 'module' })}\n`);

function markSideEffects(): void {
  for (const name of WITHOUT_SIDE_EFFECTS) {
    const file = path.join('node_modules', name, 'package.json');
    const description = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>; // npm wrote it
    writeFileSync(file, `${JSON.stringify({ ...description, sideEffects: false }, undefined, 2)}\n`);
  }
}

/** @returns the packages of which something is inside. */
function bundle(entry: string): readonly string[] {
  const out = path.join(to, entry);
  const stats = path.join(from, `${entry}.stats.json`);
  mkdirSync(out, { recursive: true });
  const args = ['build', path.join(from, `${entry}.js`), '--out', out, '--target', 'es2022', '--quiet', '--stats-out', stats];
  execFileSync('node_modules/.bin/ncc', args, { stdio: 'inherit' });
  const { modules } = JSON.parse(readFileSync(stats, 'utf8')) as { readonly modules: readonly Module[] }; // as webpack documents it
  return modules.filter(({ chunks = [] }) => chunks.length > 0).flatMap(packagesOf);
}

/** A module of webpack's statistics; several that were joined are in the first of them. @see https://webpack.js.org/api/stats/#module-object */
type Module = { readonly name?: string; readonly chunks?: readonly unknown[]; readonly modules?: readonly Module[] };

function packagesOf({ name = '', modules = [] }: Module): readonly string[] {
  const [, own] = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(name) ?? [];
  return [...(own === undefined ? [] : [own]), ...modules.flatMap(packagesOf)];
}

/** Its name, the licence's, and the texts that come with it. */
function readLicense(name: string): string {
  const folder = path.join('node_modules', name);
  const { license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as { readonly license?: string }; // npm wrote it
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|notice|copying)/i.test(file));
  const texts = files.sort().map((file) => readFileSync(path.join(folder, file), 'utf8').trim());
  return `${[name, license ?? 'see below', ...texts].join('\n')}\n`;
}
