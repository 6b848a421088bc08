import { execFile, execFileSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { asList, asObject, asText, type Json, type JsonObject } from '../../src/plan/text/json.ts';
import { type ActionOptions, type ActionRun, runAction } from './action.ts';
import { type FaultProxy, type FaultProxyOptions, startFaultProxy } from './faults/start.ts';
import { type Github, startGithub } from './github.ts';
import { type Lab, startLab, withoutLogins } from './lab.ts';

/** The folder with action.yml and dist/: this project's, or another bundle's while one is at work on it. */
export const ACTION = process.env.TAGBOAT_ACTION ?? path.resolve(import.meta.dirname, '../..');

/** Where the tests of one file run the step: the lab, and a folder that is gone with `close`. */
export type Site = {
  readonly lab: Lab;
  readonly folder: string;
  /** What a machine with docker has set: the engine, the private authority, and a docker configuration without logins. */
  readonly machine: Readonly<Record<string, string>>;
  /** A repository's path that nobody has used yet: `e2e/release-3f2a9c01`. */
  readonly unique: (name: string) => string;
  /** A git repository with one commit of these files. */
  readonly makeProject: (files: Readonly<Record<string, string>>) => Project;
  /** Runs docker with logins for the lab's registries, and gives what it printed. @throws where it fails. */
  readonly docker: (...args: readonly string[]) => Promise<string>;
  /** Where the GitHub API answers for octo/demo. */
  readonly github: Github;
  /** The lab's open registry, with a journal and whatever faults are wanted; closed with the site. */
  readonly openProxy: (options?: Partial<FaultProxyOptions>) => Promise<FaultProxy>;
  readonly close: () => Promise<void>;
};

export type Project = { readonly folder: string; readonly sha: string };

/** When every commit of these tests was made, and the same as SOURCE_DATE_EPOCH has it. */
export const COMMIT_TIME = '2024-02-03T04:05:06Z';
export const COMMIT_SECONDS = Date.parse(COMMIT_TIME) / 1000;

const MACHINE_VARIABLES = ['PATH', 'DOCKER_HOST', 'SSL_CERT_FILE', 'NODE_EXTRA_CA_CERTS'];

/** @param settings of lab/up, such as TAGBOAT_LAB_EXAMPLES. */
export async function openSite(settings: Readonly<Record<string, string>> = {}): Promise<Site> {
  const lab = await startLab(settings);
  const folder = mkdtempSync(path.join(os.tmpdir(), 'e2e-'));
  const user = await withoutLogins(lab, path.join(folder, 'user'));
  const reader = await withoutLogins(lab, path.join(folder, 'reader'));
  const auth = Buffer.from(`${lab.user}:${lab.password}`).toString('base64');
  writeFileSync(path.join(folder, 'reader/config.json'), JSON.stringify({ auths: { [lab.auth]: { auth }, [lab.tls]: { auth } } }));
  const github = await startGithub({ repositories: { 'octo/demo': { facts: { private: true, description: 'a demo' } } } });
  const proxies: FaultProxy[] = [];
  return {
    lab,
    folder,
    github,
    machine: Object.fromEntries([...MACHINE_VARIABLES, 'DOCKER_CONFIG'].map((name) => [name, user[name] ?? ''])),
    unique: (name) => `e2e/${name}-${randomUUID().slice(0, 8)}`,
    makeProject: (files) => makeProject(mkdtempSync(path.join(folder, 'project-')), files),
    docker: async (...args) => (await promisify(execFile)('docker', args, { env: reader, maxBuffer: 2 ** 24 })).stdout.trim(),
    openProxy: async (options) => {
      const proxy = await startFaultProxy({ upstream: `http://${lab.open}`, ...options });
      proxies.push(proxy);
      return proxy;
    },
    close: async () => {
      await Promise.all([github, ...proxies].map((server) => server.close()));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function makeProject(folder: string, files: Readonly<Record<string, string>>): Project {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  return commitAll(folder);
}

/** Makes a folder a git repository with one commit of all that is in it: the same files give the same commit. */
export function commitAll(folder: string): Project {
  const git = (...args: readonly string[]) => runGit(folder, ...args);
  git('init', '--quiet', '--initial-branch=main');
  git('add', '.');
  git('commit', '--quiet', '--allow-empty', `--message=${path.basename(folder)}`);
  return { folder, sha: git('rev-parse', 'HEAD') };
}

/** Runs git in a repository of these tests, always as the same person at the same time. */
export function runGit(folder: string, ...args: readonly string[]): string {
  const identity = { NAME: 'Ann', EMAIL: 'ann@example.com', DATE: COMMIT_TIME };
  const variables = Object.entries(identity).flatMap(([name, value]) => [
    [`GIT_AUTHOR_${name}`, value],
    [`GIT_COMMITTER_${name}`, value],
  ]);
  const env = { ...process.env, ...Object.fromEntries(variables) };
  return execFileSync('git', ['-C', folder, ...args], { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
}

/** The event of a pushed ref, as GitHub sends it for this commit. */
export function pushEvent({ sha }: Project, ref: string): JsonObject {
  return {
    ref,
    after: sha,
    head_commit: { id: sha, timestamp: COMMIT_TIME, message: 'a commit' },
    repository: { full_name: 'octo/demo', name: 'demo', html_url: 'https://github.com/octo/demo', default_branch: 'main', private: true },
  };
}

export type StepOptions = Partial<Omit<ActionOptions, 'main' | 'post'>> & {
  readonly inputs: Readonly<Record<string, string>>;
};

/** Runs the step and its post step in this project, by default for the pushed tag v1.2.3. */
export function runStep(site: Site, project: Project, { env, ref = 'refs/tags/v1.2.3', ...options }: StepOptions): Promise<ActionRun> {
  return runAction({
    main: path.join(ACTION, 'dist/main/index.js'),
    post: path.join(ACTION, 'dist/post/index.js'),
    definition: ACTION,
    workspace: project.folder,
    sha: project.sha,
    ref,
    event: pushEvent(project, ref),
    apiUrl: site.github.url,
    ...options,
    env: { ...site.machine, ...env },
  });
}

/** What the step gave as errors, one text each. */
export function errorsOf({ commands }: Pick<ActionRun, 'commands'>): readonly string[] {
  return commands.filter(({ name }) => name === 'error').map(({ value }) => value);
}

/** An image as docker's own tools read it from a registry: the digest of the very bytes, and what they say. */
export async function readImage({ docker }: Pick<Site, 'docker'>, reference: string): Promise<ReadImage> {
  const raw = await docker('buildx', 'imagetools', 'inspect', '--raw', reference);
  const index = JSON.parse(raw) as JsonObject; // a manifest is an object
  return { digest: `sha256:${createHash('sha256').update(raw).digest('hex')}`, index, platforms: listPlatforms(index) };
}

export type ReadImage = {
  readonly digest: string;
  readonly index: JsonObject;
  /** Platform to digest; attestations are none. */
  readonly platforms: Readonly<Record<string, string>>;
};

function listPlatforms({ manifests }: JsonObject): Readonly<Record<string, string>> {
  const entries = asList(manifests).map((entry: Json) => {
    const { digest, platform } = asObject(entry);
    return [`${asText(asObject(platform).os)}/${asText(asObject(platform).architecture)}`, asText(digest) ?? ''] as const;
  });
  return Object.fromEntries(entries.filter(([name]) => name !== 'unknown/unknown'));
}
