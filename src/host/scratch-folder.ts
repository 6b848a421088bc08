import { constants } from 'node:fs';
import { lstat, mkdir, mkdtemp, open, readdir, readFile, readlink, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { asObject, asText, type JsonObject } from '../plan/text/json.ts';
import { parseJson } from '../plan/text/parse-json.ts';

const PREFIX = 'tagboat-';
/** Says which process a scratch folder belongs to. */
const OWNER = 'owner.json';
/** After this long a folder counts as abandoned where its process cannot be looked for: it ran before a restart, or in another container. */
const ABANDONED_MS = 48 * 60 * 60 * 1000;

/** Makes a scratch folder that only we can read, and says in it whose it is. */
export async function makeScratchFolder(parent: string): Promise<string> {
  await mkdir(parent, { recursive: true });
  const folder = await mkdtemp(path.join(parent, PREFIX));
  await writeFile(path.join(folder, OWNER), JSON.stringify(await describeProcess('self')), { mode: 0o600 });
  return folder;
}

/**
 * Removes the scratch folders of processes that were killed: they hold logins. Only real folders of this very user are looked at, and only those whose process
 * has ended: a temporary folder is shared with others. What cannot be removed stays.
 */
export async function removeAbandoned(parent: string, now: number): Promise<void> {
  const names = (await readdir(parent).catch(() => [])).filter((name) => name.startsWith(PREFIX));
  await Promise.all(
    names.map(async (name) => {
      const folder = path.join(parent, name);
      if (await isAbandoned(folder, now).catch(() => false)) await rm(folder, { recursive: true, force: true }).catch(() => undefined);
    }),
  );
}

async function isAbandoned(folder: string, now: number): Promise<boolean> {
  const { uid, mtimeMs, isFolder } = await lookAt(folder);
  if (!isFolder || uid !== process.getuid?.()) return false;
  const owner = await readOwner(path.join(folder, OWNER));
  const pid = asText(owner.pid) ?? '';
  if (!/^[1-9]\d{0,9}$/.test(pid)) return false;
  const self = await describeProcess('self');
  if (owner.boot !== self.boot || owner.namespace !== self.namespace) return now - mtimeMs > ABANDONED_MS;
  if (!isRunning(Number(pid))) return true;
  const { started } = await describeProcess(pid);
  return started !== '' && started !== owner.started; // another process has the number by now
}

/** Whether there is such a process of this user. */
function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function lookAt(folder: string) {
  const found = await lstat(folder); // never through a link
  return { uid: found.uid, mtimeMs: found.mtimeMs, isFolder: found.isDirectory() };
}

async function readOwner(file: string): Promise<JsonObject> {
  const handle = await open(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    return asObject(parseJson((await handle.readFile('utf8')).slice(0, 1000)));
  } finally {
    await handle.close();
  }
}

type ProcessFacts = { readonly pid: string; readonly started: string; readonly boot: string; readonly namespace: string };

/** What identifies a process, also against a later one with the same number. Empty texts where the system does not say it. @see proc(5) */
async function describeProcess(which: string): Promise<ProcessFacts> {
  const text = (file: string): Promise<string> => readFile(file, 'utf8').catch(() => '');
  const [stat, boot, namespace] = await Promise.all([
    text(`/proc/${which}/stat`),
    text('/proc/sys/kernel/random/boot_id'),
    readlink('/proc/self/ns/pid').catch(() => ''),
  ]);
  const started = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''; // the name in parentheses may hold blanks
  return { pid: String(process.pid), started, boot: boot.trim(), namespace };
}
