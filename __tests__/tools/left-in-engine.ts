import type { ActionRun } from './action.ts';
import type { Site } from './step.ts';

/** What a step has left in the engine of its tests: containers, networks and volumes by its name, and images from its staging registry. Others use the engine meanwhile. */
export async function leftInEngine({ docker }: Pick<Site, 'docker'>, { state }: Pick<ActionRun, 'state'>): Promise<string> {
  const { containers = '', stack = '', testedAs = '' } = state;
  if (containers === '') return ''; // no test was begun
  const [staging] = testedAs.split('/');
  const lists = await Promise.all([
    docker('container', 'ls', '--all', '--format={{.Names}}', `--filter=name=${containers}`),
    docker('images', '--digests', '--format={{.Repository}}', `--filter=reference=${staging}/*`, `--filter=reference=${staging}/*/*`),
    ...(stack === '' ? [] : ['network', 'volume'].map((kind) => docker(kind, 'ls', '--format={{.Name}}', `--filter=name=${stack}`))),
  ]);
  return lists.join('');
}
