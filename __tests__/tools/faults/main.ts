/** The fault proxy as a command: `node __tests__/tools/faults/main.ts --upstream http://127.0.0.1:5000 --preset manifest-503:2`. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Access } from '../registry/access.ts';
import { readRules, startControl } from './control.ts';
import { preset, presets } from './presets.ts';
import { startFaultProxy } from './start.ts';

const usage = `usage: node __tests__/tools/faults/main.ts --upstream http://127.0.0.1:PORT [options]
  --port N          a free one by default
  --control N       also serve the control interface there
  --preset NAME     repeatable, with its numbers: manifest-503:2:7; --presets lists them
  --rules FILE      a JSON array of rules
  --access JSON     {"kind":"bearer","username":"u","password":"p"}
  --referrers       answer the referrers API
  --log FILE        one JSON line per request`;

const { values: given } = parseArgs({
  options: {
    upstream: { type: 'string' },
    port: { type: 'string', default: '0' },
    control: { type: 'string' },
    preset: { type: 'string', multiple: true, default: [] },
    presets: { type: 'boolean', default: false },
    rules: { type: 'string' },
    access: { type: 'string' },
    referrers: { type: 'boolean', default: false },
    log: { type: 'string' },
  },
});

if (given.presets) {
  for (const [name, { about }] of Object.entries(presets)) process.stdout.write(`${name.padEnd(22)} ${about}\n`);
} else if (given.upstream === undefined) {
  process.stderr.write(`${usage}\n`);
  process.exitCode = 2;
} else {
  await start(given.upstream);
}

async function start(upstream: string): Promise<void> {
  const rules = given.rules === undefined ? [] : readRules(readFileSync(given.rules, 'utf8'));
  const proxy = await startFaultProxy({
    upstream,
    port: Number(given.port),
    rules: [...given.preset.flatMap(preset), ...rules],
    referrers: given.referrers,
    ...(given.access === undefined ? {} : { access: JSON.parse(given.access) as Access }), // the operator's own words
    ...(given.log === undefined ? {} : { log: given.log }),
  });
  const control = given.control === undefined ? undefined : await startControl(proxy, Number(given.control));
  process.stdout.write(`${JSON.stringify({ origin: proxy.origin, upstream, control: control?.origin })}\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void Promise.all([proxy.close(), control?.close()]));
}
