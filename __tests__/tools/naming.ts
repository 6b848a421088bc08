import { loadLibraries } from '../../src/facts/load-libraries.ts';
import { type ContextFacts, makeContext } from '../../src/plan/naming/make-context.ts';
import { parseNaming } from '../../src/plan/naming/make-naming.ts';
import type { Naming } from '../../src/plan/naming/naming.ts';
import type { NamingInputs, NamingTexts } from '../../src/plan/naming/naming-inputs.ts';
import { readImages } from './inputs.ts';

/** The inputs as a user gives them. */
export type GivenNaming = NamingTexts & { readonly images: string } & Pick<NamingInputs, 'platforms' | 'environment'>;

export const NO_INPUTS: GivenNaming = {
  images: 'octo/app',
  tags: '',
  flavor: '',
  labels: '',
  annotations: '',
  'annotation-levels': '',
  'short-sha-length': '',
  version: '',
  platforms: [],
};

export const SHA = '6b28a02e79f9cb4bb09cfbc88b067bc289978279';

export type Run = { readonly ref: string; readonly event?: string } & Partial<GivenNaming>;

/** What the image is called for a ref of `octo/app`, whose default branch is main. */
export async function nameFor({ ref, event = 'push', ...given }: Run): Promise<Naming> {
  const all = { ...NO_INPUTS, ...given };
  const inputs = { ...all, images: readImages(all.images) };
  return parseNaming(inputs, await loadLibraries(inputs))(makeContext(makeFacts(ref, event)));
}

/** The names of the tags, in their order. */
export async function tagsFor(run: Run): Promise<readonly string[]> {
  return (await nameFor(run)).tags.map(({ name }) => name);
}

export function makeFacts(ref: string, event = 'push'): ContextFacts {
  return {
    environment: { GITHUB_REF: ref, GITHUB_SHA: SHA, GITHUB_EVENT_NAME: event, GITHUB_REPOSITORY: 'octo/app' },
    payload: {
      repository: { name: 'app', default_branch: 'main', html_url: 'https://github.com/octo/app' },
      head_commit: { id: SHA, timestamp: '2024-01-15T12:09:10Z' },
    },
    prHeadSha: false,
    now: '2024-02-29T22:30:05.678Z',
  };
}
